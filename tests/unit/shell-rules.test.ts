import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/core/data-folder.ts';
import { findChromium } from '../../electron/core/installed-browser.ts';
import { callLinkIn, parseCallLink } from '../../electron/main/call-link.ts';
import { chromiumArguments } from '../../electron/main/chromium-arguments.ts';
import { lastSentence, readAddress, serveArguments } from '../../electron/main/core-process.ts';
import { notifySendArguments } from '../../electron/main/desktop-note.ts';
import { openCommand, openOutside } from '../../electron/main/open-external.ts';
import { stayAwakeCommand } from '../../electron/main/stay-awake.ts';
import { shellTexts } from '../../electron/main/texts.ts';
import { externalAddress, isOwnPage, withToken } from '../../electron/main/window-rules.ts';

const CORE = { url: 'http://127.0.0.1:8017', token: 'secret' };

describe('where a page may go', () => {
  it.each([
    ['http://127.0.0.1:8017/', true],
    ['http://127.0.0.1:8017/incident/1042?x=1#y', true],
    ['http://127.0.0.1:8018/', false],
    ['https://127.0.0.1:8017/', false],
    ['http://localhost:8017/', false],
    ['http://127.0.0.1:8017.evil.example/', false],
    ['http://127.0.0.1:8017@evil.example/', false],
    ['http://evil@127.0.0.1:8017/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['data:text/html,<script>1</script>', false],
    ['blob:http://127.0.0.1:8017/1', true],
    ['about:blank', false],
    ['', false],
  ])('own page %j: %s', (address, isOwn) => {
    expect(isOwnPage(address, CORE.url)).toBe(isOwn);
  });

  it.each([
    ['https://weather.gov/alerts', 'https://weather.gov/alerts'],
    ['mailto:manager@example.com', 'mailto:manager@example.com'],
    ['tel:+14155550100', 'tel:+14155550100'],
    ['HTTPS://EXAMPLE.COM/', 'https://example.com/'],
    ['http://example.com/', null],
    ['file:///C:/Windows/System32/calc.exe', null],
    ['smb://share/x', null],
    ['ms-msdt:/id', null],
    ['vbscript:x', null],
    ['javascript:1', null],
    ['https://user:word@example.com/', null],
    ['\\\\share\\x.exe', null],
    ['C:\\Windows\\calc.exe', null],
    ['-h', null],
    [`https://example.com/${'x'.repeat(2000)}`, null],
  ])('the one door: %j opens %j', (address, opened) => {
    expect(externalAddress(address)).toBe(opened);
  });

  it('what the door refuses starts no program', async () => {
    expect(await openOutside('file:///etc/passwd', 'linux')).toBe(false);
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(openCommand(platform, 'https://example.com/?a=1&b="2')).toContain('https://example.com/?a=1&b="2');
  });
});

describe('where the token goes', () => {
  it.each([
    ['http://127.0.0.1:8017/trpc/x', 'Bearer secret'],
    ['http://127.0.0.1:8018/', undefined],
    ['https://evil.example/', undefined],
    ['http://127.0.0.1:8017@evil.example/', undefined],
    ['ws://127.0.0.1:8017/', undefined],
  ])('%s', (address, sent) => {
    expect(withToken(address, { Accept: '*/*' }, CORE).Authorization).toBe(sent);
  });
  it('a page cannot bring its own, and none is sent while there is no core', () => {
    expect(withToken('https://evil.example/', { authorization: 'Bearer secret' }, CORE)).toEqual({});
    expect(withToken(`${CORE.url}/`, { AUTHORIZATION: 'x' }, CORE)).toEqual({ Authorization: 'Bearer secret' });
    expect(withToken(`${CORE.url}/`, {}, null)).toEqual({});
  });
});

describe('call links', () => {
  it.each([
    ['nightdesk://call?from=%2B14155550100&to=%2B18005550199', { from: '+14155550100', to: '+18005550199' }],
    ['nightdesk://call?from=+14155550100', { from: '+14155550100', to: null }],
    ['nightdesk://call/?from=(415)%20555-0100', { from: '4155550100', to: null }],
    ['NIGHTDESK://CALL?to=911', { from: null, to: '911' }],
    ['nightdesk:call?to=8005550199', { from: null, to: '8005550199' }],
    ['nightdesk://call?from=%3Cscript%3E&to=8005550199', { from: null, to: '8005550199' }],
    ['nightdesk://call?from=1', null],
    ['nightdesk://call?from=12345678901234567', null],
    ['nightdesk://open?from=4155550100', null],
    ['https://call?from=4155550100', null],
    ['--inspect', null],
    ['', null],
  ])('%s', (text, link) => {
    expect(parseCallLink(text)).toEqual(link);
  });
  it('lets nothing but numbers through, whatever a web page writes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, to) => {
        const link = parseCallLink(`nightdesk://call?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`);
        for (const number of [link?.from, link?.to])
          if (typeof number === 'string') expect(number).toMatch(/^\+?\d{2,15}$/);
      }),
      { numRuns: 300 },
    );
  });
  it('is found among other arguments', () => {
    expect(callLinkIn(['.', '--', 'nightdesk://call?to=911'])).toEqual({ from: null, to: '911' });
    expect(callLinkIn(['.', '--x'])).toBeNull();
  });
});

describe('where the data lies', () => {
  const home = '/home/ana';
  it.each([
    ['linux', {}, '/home/ana/.local/share/nightdesk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/nightdesk'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ana/.local/share/nightdesk'],
    ['linux', { NIGHTDESK_DATA: '/x y/ñ' }, '/x y/ñ'],
    ['darwin', {}, '/home/ana/Library/Application Support/Nightdesk'],
    ['win32', { LOCALAPPDATA: 'C:\\Users\\Ana\\AppData\\Local' }, 'C:\\Users\\Ana\\AppData\\Local\\Nightdesk'],
    ['win32', { NIGHTDESK_DATA: 'D:\\Desk' }, 'D:\\Desk'],
  ] as const)('%s %j: %s', (platform, env, folder) => {
    expect(dataFolder({ platform, env, home })).toBe(folder);
  });
});

describe('finding a browser', () => {
  const there = (...paths: string[]) => ({ isThere: (path: string) => paths.includes(path) });
  it.each([
    [
      'linux',
      { PATH: '/usr/local/bin:/usr/bin' },
      ['/usr/bin/google-chrome', '/usr/bin/chromium'],
      '/usr/bin/chromium',
    ],
    ['linux', { PATH: '/usr/bin' }, ['/usr/bin/microsoft-edge'], '/usr/bin/microsoft-edge'],
    ['linux', { PATH: '.:/usr/bin' }, ['./chromium'], null],
    ['linux', { PATH: '/usr/bin', NIGHTDESK_BROWSER: '/opt/b' }, ['/opt/b', '/usr/bin/chromium'], '/opt/b'],
    ['linux', { PATH: '/usr/bin', NIGHTDESK_BROWSER: '/gone' }, ['/usr/bin/chromium'], null],
    [
      'darwin',
      {},
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'win32',
      { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\L', PROGRAMFILES: 'C:\\Program Files' },
      ['C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
      'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    ],
    ['win32', {}, [], null],
  ] as const)('%s %j', (platform, env, paths, found) => {
    expect(findChromium({ platform, env, home: '/Users/ana', ...there(...paths) })).toBe(found);
  });

  it('has no sandbox only as root', () => {
    const options = { address: `${CORE.url}/?ticket=t`, profile: '/d a/window', extra: '  --headless=new ' };
    const ordinary = chromiumArguments({ ...options, isRoot: false });
    expect(ordinary).not.toContain('--no-sandbox');
    expect(chromiumArguments({ ...options, isRoot: true })).toContain('--no-sandbox');
    expect(ordinary).toEqual(
      expect.arrayContaining([
        `--app=${CORE.url}/?ticket=t`,
        '--user-data-dir=/d a/window',
        '--autoplay-policy=no-user-gesture-required',
        '--disable-renderer-backgrounding',
        '--disable-background-networking',
        '--no-first-run',
        '--headless=new',
      ]),
    );
  });
});

describe('the core as a process', () => {
  it.each([
    ['{"url":"http://127.0.0.1:8017","token":"t","pid":7}', true],
    ['{"url":"http://10.0.0.5:8017","token":"t","pid":7}', false],
    ['{"url":"http://127.0.0.1.evil.example","token":"t","pid":7}', false],
    ['{"url":"http://127.0.0.1:8017","token":"","pid":7}', false],
    ['ready', false],
    ['null', false],
  ])('%s is an address: %s', (line, isGood) => {
    expect(readAddress(line) !== null).toBe(isGood);
  });
  it('is told where the data lies and, only where set, which port', () => {
    expect(serveArguments('/d', {})).toEqual(['serve', '--data', '/d']);
    expect(serveArguments('/d', { NIGHTDESK_PORT: '8017' })).toEqual(['serve', '--data', '/d', '--port', '8017']);
  });
  it('its last line is its sentence', () => {
    expect(lastSentence('warning: x\nThe disk is full.\n\n')).toBe('The disk is full.');
    expect(lastSentence('')).toBe('');
  });
});

describe('the desktop', () => {
  it('a title that begins with a dash, and markup in a body, stay text', () => {
    const system = { platform: 'linux', openLabel: 'Open', iconFile: null } as const;
    const args = notifySendArguments({ id: '1', title: '-t 0', body: '<b>&' }, system);
    expect(args.slice(args.indexOf('--'))).toEqual(['--', '-t 0', '&lt;b&gt;&amp;']);
  });
  it('every system it runs on has a way to stay awake, ended by our own end', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(stayAwakeCommand(platform, 4711)?.join(' ')).toContain('4711');
    expect(stayAwakeCommand('aix', 4711)).toBeNull();
  });
  it('speaks English and Spanish, each sentence in both', () => {
    const [english, spanish] = [shellTexts('en_US.UTF-8'), shellTexts('es_US.UTF-8')];
    expect(shellTexts('es-MX')).toBe(spanish);
    expect(shellTexts('est')).toBe(english);
    for (const key of Object.keys(english) as (keyof typeof english)[]) {
      // keys of a literal object
      const words = [english[key], spanish[key]].map((text) => (typeof text === 'string' ? text : text(2 as never))); // number or address: both print
      expect(words[0]).not.toBe(words[1]);
      expect(words[1]).not.toBe('');
    }
  });
});
