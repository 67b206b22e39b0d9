import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Which program can show the desk's window: the shell opens it, the doctor says whether it is there. One list for both. */

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
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
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
