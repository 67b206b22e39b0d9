import type { IncidentStatus } from '#shared/contract';
import type { Line } from '../stores/index.ts';

/** The key of each thing one can do to an incident. One table: buttons, keys and the command bar read it. */
export const LINE_KEYS = {
  acknowledge: 'A',
  call: 'C',
  escalate: 'E',
  arrived: 'H',
  eta: 'S',
  write: 'W',
  tier: 'T',
  decline: 'D',
  note: 'I',
  resolve: 'R',
  reopen: 'O',
} as const satisfies Record<Line, string>;

/** What can be done while an incident stands where it stands, likeliest first; the first is the main button. */
export function linesFor(status: IncidentStatus): readonly Line[] {
  switch (status) {
    case 'running':
    case 'unanswered':
      return ['acknowledge', 'call', 'escalate', 'write', 'tier', 'decline', 'note', 'resolve'];
    case 'acknowledged':
      return ['arrived', 'call', 'eta', 'write', 'tier', 'reopen', 'note', 'resolve'];
    case 'onSite':
      return ['resolve', 'call', 'write', 'tier', 'reopen', 'note'];
    case 'morning':
      return ['tier', 'write', 'note', 'resolve'];
    case 'resolved':
      return ['reopen', 'note'];
  }
}

const VERBS: Readonly<Record<string, Line>> = {
  ack: 'acknowledge',
  acknowledge: 'acknowledge',
  aceptar: 'acknowledge',
  decline: 'decline',
  call: 'call',
  llamar: 'call',
  escalate: 'escalate',
  escalar: 'escalate',
  write: 'write',
  escribir: 'write',
  tier: 'tier',
  eta: 'eta',
  here: 'arrived',
  resolve: 'resolve',
  resolver: 'resolve',
  reopen: 'reopen',
  note: 'note',
  nota: 'note',
};

/** `/ack 1042` to what it means; null where it is not a verb and the number of an incident. */
export function commandOf(typed: string): { readonly line: Line; readonly number: number } | null {
  const match = /^\/?([a-z]+)\s+#?(\d{1,9})\b/i.exec(typed.trim());
  const line = VERBS[match?.[1]?.toLowerCase() ?? ''];
  return line && match?.[2] ? { line, number: Number(match[2]) } : null;
}
