import type { GatewayHealth } from '../driver.ts';

/** The lines of a section of the status page: those indented below its heading. */
function section(page: string, heading: string): string[] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  if (start === -1) return [];
  const below = lines.slice(start + 1);
  const end = below.findIndex((line) => line !== '' && !/^\s/.test(line));
  return (end === -1 ? below : below.slice(0, end)).filter((line) => line.trim() !== '');
}

/**
 * What bearerbox's `status.txt` says about the way to the network. A wrong status password comes as status 200 with one
 * word, so an unreadable page is a finding of its own.
 */
export function readStatusPage(page: string): GatewayHealth {
  const state = /^Status: ([a-z]+)/m.exec(page)?.[1];
  if (state === undefined) {
    const isDenied = page.startsWith('Denied');
    return {
      level: 'warn',
      detail: isDenied ? 'statusRefused' : 'notAStatusPage',
    };
  }
  if (state !== 'running') return { level: 'down', detail: `notRunning:${state}` };
  if (!section(page, 'Box connections').some((line) => /smsbox.*on-line/.test(line))) {
    return { level: 'down', detail: 'noSmsbox' };
  }
  const links = section(page, 'SMSC connections');
  const onlineCount = links.filter((line) => /\(online /.test(line)).length;
  const queued = /^SMS: received .* sent \d+ \((\d+) queued\)/m.exec(page)?.[1] ?? '0';
  const detail = `links:${onlineCount}:${links.length}:${queued}` as const;
  if (onlineCount === 0) return { level: 'down', detail };
  return { level: onlineCount < links.length ? 'warn' : 'ok', detail };
}
