import { spawn } from 'node:child_process';
import { externalAddress } from './window-rules.ts';

/** The system's own way to open an address with the program it belongs to. */
export const openCommand = (platform: NodeJS.Platform, address: string): readonly [string, ...string[]] => {
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', address];
  if (platform === 'darwin') return ['open', address];
  return ['xdg-open', address];
};

/**
 * Opens an address outside the desk, where the door lets it through. No shell is involved.
 *
 * @returns false where it was refused or nothing could open it
 */
export const openOutside = (address: string, platform: NodeJS.Platform): Promise<boolean> => {
  const allowed = externalAddress(address);
  if (allowed === null) return Promise.resolve(false);
  const [program, ...args] = openCommand(platform, allowed);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('spawn', () => resolve(true));
    child.unref();
  });
};
