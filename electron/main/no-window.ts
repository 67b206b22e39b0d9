import { windowAddress } from './chromium-shell.ts';
import { type NodeShellParts, nodeShell } from './node-shell.ts';
import type { Shell } from './shell.ts';

/** The desk without a window of its own: says the address to open, with a ticket that is good once. */
export const terminalShell = (parts: NodeShellParts): Shell =>
  nodeShell(parts, (_emit, say) => {
    let shown = '';
    const open: Shell['openWindow'] = async (access) => {
      shown = access.url;
      say(parts.texts.openHere(windowAddress(access.url, await access.ticket())));
    };
    return {
      kind: 'terminal',
      open,
      refresh: async (access) => (access.url === shown ? undefined : open(access)),
      close: async () => undefined,
    };
  });
