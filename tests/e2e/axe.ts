import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

// The builder hands the whole of axe to the page, and to a page of its own, for each look at it: that takes four times as
// long as looking. Here it is handed over once.
const PACKAGE = createRequire(import.meta.url).resolve('@axe-core/playwright');
const SOURCE = readFileSync(createRequire(PACKAGE).resolve('axe-core/axe.min.js'), 'utf8');

export type Axe = {
  /** What axe calls serious or critical on the page as it is now: the rule, and where. */
  serious(): Promise<readonly string[]>;
};

/** Puts axe into a page, for as long as it is not loaded again. */
export async function openAxe(page: Page): Promise<Axe> {
  await page.evaluate(SOURCE);
  return {
    async serious() {
      // The only frame there is belongs to the browser: its PDF viewer.
      const { violations, passes }: Results = await page.evaluate(`axe.run({ iframes: false, preload: false })`);
      if (passes.length < 10) throw new Error('axe saw an empty page');
      return violations
        .filter((each) => each.impact === 'serious' || each.impact === 'critical')
        .map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
    },
  };
}
