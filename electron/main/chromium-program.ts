import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Names on the PATH, best first. Snap's and Flatpak's own wrappers are found there too. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

export type BrowserPlace = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isThere?: (path: string) => boolean;
};

const candidates = ({ platform, env, home }: BrowserPlace): string[] => {
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter((root) => root !== undefined);
    return WINDOWS_PROGRAMS.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)));
  }
  if (platform === 'darwin') {
    return MAC_APPS.flatMap((name) =>
      ['/Applications', posix.join(home, 'Applications')].map((folder) =>
        posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
};

/** The installed browser that can show an app window: `NIGHTDESK_BROWSER`, else the best known one; null for none. */
export const findChromium = (place: BrowserPlace): string | null => {
  const isThere = place.isThere ?? existsSync;
  const chosen = place.env.NIGHTDESK_BROWSER;
  if (chosen !== undefined && chosen !== '') return isThere(chosen) ? chosen : null;
  return candidates(place).find((path) => isThere(path)) ?? null;
};

/**
 * How the browser is started.
 *
 * @param address with a one-time ticket: arguments can be read by every user of the computer, and a used ticket is worthless
 */
export const chromiumArguments = ({
  address,
  profile,
  isRoot,
  extra,
}: {
  readonly address: string;
  readonly profile: string;
  readonly isRoot: boolean;
  /** More switches, as a test on a machine without a screen needs (`NIGHTDESK_BROWSER_ARGS`). */
  readonly extra: string;
}): string[] => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  // The alarm must sound without a click, and go on in a window behind others.
  '--autoplay-policy=no-user-gesture-required',
  '--disable-renderer-backgrounding',
  '--disable-background-networking',
  // The desk is laid out for this; a window that was moved and sized keeps its place in the profile.
  '--window-size=1440,900',
  '--no-first-run',
  '--no-default-browser-check',
  ...(isRoot ? ['--no-sandbox'] : []),
  ...extra.split(/\s+/).filter((word) => word !== ''),
];
