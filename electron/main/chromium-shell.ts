import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromiumArguments } from './chromium-arguments.ts';
import { type NodeShellParts, type NodeWindow, nodeShell } from './node-shell.ts';
import type { Shell, WindowAccess } from './shell.ts';
import type { ShellClock } from './shell-clock.ts';

const CLOSE_MS = 3_000;

/** The address a window opens with; without a ticket the core shows its sign-in hint instead of the desk. */
export const windowAddress = (url: string, ticket: string | null): string => {
  const address = new URL(url);
  if (ticket !== null) address.searchParams.set('ticket', ticket);
  return address.href;
};

/**
 * The browser processes we started. A browser that is open already takes a new window over, and the process that asked
 * ends at once; so the window is closed when the last of them has ended.
 */
const openBrowsers = (whenNoneIsLeft: () => void, say: (sentence: string) => void, clock: ShellClock) => {
  const open = new Set<ChildProcess>();
  let isClosing = false;
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv): void => {
    // Its own group: Ctrl-C in our terminal asks us, not the window.
    const child = spawn(program, args, { stdio: 'ignore', detached: true, env });
    open.add(child);
    const gone = (): void => {
      if (open.delete(child) && open.size === 0 && !isClosing) whenNoneIsLeft();
    };
    child.on('error', (error) => {
      say(error.message);
      gone();
    });
    child.on('exit', gone);
  };
  const closeAll = async (): Promise<void> => {
    isClosing = true;
    const ended = [...open].map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
    const late = new AbortController();
    for (const child of open) child.kill('SIGTERM');
    await Promise.race([Promise.all(ended), clock.sleep(CLOSE_MS, late.signal)]);
    late.abort();
    for (const child of open) child.kill('SIGKILL');
    open.clear();
    isClosing = false;
  };
  return { start, closeAll, isEmpty: () => open.size === 0 };
};

/**
 * The desk in an app window of the installed Chromium (or Chrome, or Edge), with a profile of its own. For machines
 * where Electron's program cannot be had.
 */
export const chromiumShell = (parts: NodeShellParts, program: string): Shell =>
  nodeShell(parts, (emit, say): NodeWindow => {
    const { core, process, texts } = parts;
    const isRoot = process.getuid?.() === 0;
    const browsers = openBrowsers(() => emit({ kind: 'windowClosed' }), say, parts.clock);
    let shown: { readonly url: string; readonly token: string } | null = null;
    let hasWarned = false;
    let isOver = false;

    const open = async (access: WindowAccess): Promise<void> => {
      const address = windowAddress(access.url, await access.ticket());
      if (isOver) return; // closed while the ticket was on its way
      if (isRoot && !hasWarned) say(texts.noSandbox);
      hasWarned = true;
      const args = chromiumArguments({
        address,
        profile: join(core.dataFolder, 'window'),
        isRoot,
        extra: core.env.NIGHTDESK_BROWSER_ARGS ?? '',
      });
      shown = { url: access.url, token: access.token };
      browsers.start(program, args, core.env);
    };

    return {
      kind: 'chromium',
      open,
      refresh: async (access) => {
        // The page reconnects by itself; only a core at another address or with another token needs a new one.
        if (browsers.isEmpty() || (shown?.url === access.url && shown.token === access.token)) return;
        await browsers.closeAll();
        await open(access);
      },
      close: async () => {
        isOver = true;
        await browsers.closeAll();
      },
    };
  });
