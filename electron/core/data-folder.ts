import { posix, win32 } from 'node:path';

export type DataFolderPlace = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/**
 * Where the desk keeps its data: `NIGHTDESK_DATA`, else the place the system has for it. Local and not roaming: a
 * profile that is copied to a share would corrupt the database.
 */
export const dataFolder = ({ platform, env, home }: DataFolderPlace): string => {
  const chosen = env.NIGHTDESK_DATA;
  if (chosen !== undefined && chosen !== '')
    return platform === 'win32' ? win32.resolve(chosen) : posix.resolve(chosen);
  if (platform === 'win32') return win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'Nightdesk');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Nightdesk');
  const shared = env.XDG_DATA_HOME;
  // The XDG rules: a relative path there is to be ignored.
  const base = shared !== undefined && posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share');
  return posix.join(base, 'nightdesk');
};
