import type { IncidentActionType, IncidentStatus, IncidentView } from '#shared/contract';
import type { Line } from '../stores/index.ts';

/** The key of each thing one can do to an incident. One table: buttons, keys and the command bar read it. */
export const LINE_KEYS = {
  acknowledge: 'A',
  call: 'C',
  escalate: 'E',
  jump: 'L',
  hold: 'P',
  add: 'Y',
  handOver: 'X',
  standDown: '0',
  connect: 'Z',
  vendor: 'F',
  arrived: 'H',
  eta: 'S',
  write: 'W',
  tier: 'T',
  link: 'U',
  decline: 'D',
  note: 'I',
  resolve: 'R',
  reopen: 'O',
  emergency: '9',
} as const satisfies Record<Line, string>;

/** What each line asks the core to do. */
const ACT_OF = {
  acknowledge: 'acknowledgeFor',
  call: 'logCall',
  escalate: 'escalateNow',
  jump: 'jumpTo',
  hold: 'hold',
  add: 'addPerson',
  handOver: 'handOver',
  standDown: 'standDown',
  connect: 'connect',
  vendor: 'sendVendor',
  arrived: 'markArrived',
  eta: 'setEta',
  write: 'writeTo',
  tier: 'changeTier',
  link: 'link',
  decline: 'declineFor',
  note: 'note',
  resolve: 'resolve',
  reopen: 'reopen',
  emergency: 'answerEmergencyCall',
} as const satisfies Record<Line, IncidentActionType>;

/** What is likeliest where an incident stands: the main button. */
const LIKELIEST: Readonly<Record<IncidentStatus, Line>> = {
  running: 'acknowledge',
  unanswered: 'acknowledge',
  acknowledged: 'arrived',
  onSite: 'resolve',
  morning: 'tier',
  resolved: 'reopen',
};
/** In the row of buttons; whether 911 was called is asked where the danger is named. */
const ORDER: readonly Line[] = [
  'acknowledge',
  'arrived',
  'call',
  'escalate',
  'hold',
  'write',
  'tier',
  'eta',
  'decline',
  'vendor',
  'reopen',
  'resolve',
  // Seldom done: their buttons stand back.
  'handOver',
  'add',
  'connect',
  'jump',
  'standDown',
  'link',
  'note',
];

type Standing = Pick<IncidentView, 'refused'> & { readonly row: Pick<IncidentView['row'], 'status'> };

/** Why the core would refuse a line as the incident stands; undefined where it would not. */
export function refusalOfLine(line: Line, view: Pick<IncidentView, 'refused'>): IncidentView['refused']['note'] {
  // What is linked is unlinked by the same key.
  if (line === 'link' && view.refused.unlink === undefined) return undefined;
  // The same line holds the ladder and ends that.
  if (line === 'hold' && view.refused.endHold === undefined) return undefined;
  return view.refused[ACT_OF[line]];
}

/** What can be done to an incident, likeliest first. What cannot is the core's to say; this only puts it in order. */
export function linesOf(view: Standing): readonly Line[] {
  const able = ORDER.filter((line) => refusalOfLine(line, view) === undefined);
  const first = LIKELIEST[view.row.status];
  return able.includes(first) ? [first, ...able.filter((line) => line !== first)] : able;
}
