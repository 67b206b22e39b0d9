// Draws icon.png from icon.svg with the installed Chromium. Run by hand after the drawing changes.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';

const folder = new URL('.', import.meta.url);
const svg = readFileSync(new URL('icon.svg', folder), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.NIGHTDESK_BROWSER ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 512, height: 512 } });
await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
writeFileSync(new URL('icon.png', folder), await page.screenshot({ omitBackground: true }));
await browser.close();
