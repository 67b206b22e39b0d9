import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromiumArguments } from './chromium-program.ts';
import { type NodeShellParts, type NodeWindow, nodeShell } from './node-shell.ts';
import type { Shell, WindowAccess } from './shell.ts';

/** The address a window opens with; without a ticket the core shows its sign-in hint instead of the desk. */
export const windowAddress = (url: string, ticket: string | null): string => {
  const address = new URL(url);
  if (ticket !== null) address.searchParams.set('ticket', ticket);
  return address.href;
};

/**
 * The desk in an app window of the installed Chromium (or Chrome, or Edge), with a profile of its own. For machines
 * where Electron's program cannot be had.
 */
export const chromiumShell = (parts: NodeShellParts, program: string): Shell =>
  nodeShell(parts, (emit, say): NodeWindow => {
    const { core, process, texts } = parts;
    const isRoot = process.getuid?.() === 0;
    let browser: ChildProcess | null = null;
    let shown: { readonly url: string; readonly token: string } | null = null;
    let hasWarned = false;

    const open = async (access: WindowAccess): Promise<void> => {
      const address = windowAddress(access.url, await access.ticket());
      if (isRoot && !hasWarned) say(texts.noSandbox);
      hasWarned = true;
      const args = chromiumArguments({
        address,
        profile: join(core.dataFolder, 'window'),
        isRoot,
        extra: core.env.NIGHTDESK_BROWSER_ARGS ?? '',
      });
      const child = spawn(program, args, { stdio: 'ignore', detached: true, env: core.env });
      shown = { url: access.url, token: access.token };
      // A browser that is open already takes the address over, and this process ends at once.
      if (browser !== null) return child.unref();
      browser = child;
      const gone = (): void => {
        if (browser !== child) return;
        browser = null;
        emit({ kind: 'windowClosed' });
      };
      child.on('error', (error) => {
        say(error.message);
        gone();
      });
      child.on('exit', gone);
    };

    const close = async (): Promise<void> => {
      const child = browser;
      browser = null;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await Promise.race([ended, parts.clock.sleep(3_000, new AbortController().signal)]);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    };

    return {
      kind: 'chromium',
      open,
      refresh: async (access) => {
        // The page reconnects by itself; only a core at another address or with another token needs a new one.
        if (browser === null || (shown?.url === access.url && shown.token === access.token)) return;
        await close();
        await open(access);
      },
      close,
    };
  });
