import { describe, expect, test } from 'vitest';
import { type OpenOfResponder, routeReply } from '#shared/incident';
import { parseReply } from '#shared/messages';
import { MINUTE_MS, START_AT } from './incident-model.ts';

const open = (code: string, changed: Partial<OpenOfResponder> = {}): OpenOfResponder => ({
  incidentId: `i-${code}`,
  responderId: 'chen',
  code,
  number: 1042,
  propertyName: 'Maple Court',
  unitLabel: '14B',
  address: '',
  problem: 'water',
  standing: 'waiting',
  holderName: null,
  etaAt: null,
  zone: 'America/New_York',
  lastMessageAt: START_AT,
  sentHomeAt: null,
  ...changed,
});
const A = open('A');
const B = open('B');
const UNREAD = open('B', { isUnread: true });
const HOUSE = open('A', { partCodes: ['C'] });
const MINE = open('A', { standing: 'yours', holderName: 'Wei Chen' });

/** What was written, what is open on that phone, after how many minutes, and where it goes. */
const ROWS: readonly (readonly [string, readonly OpenOfResponder[], number, string])[] = [
  ['1', [A], 1, 'A accept'],
  ['1 30', [A], 1, 'A accept 30'],
  ['1', [A], 600, 'A accept'],
  ['2', [A], 1, 'A decline'],
  ['3', [A], 1, 'A notEmergency'],
  ['HERE', [A], 1, 'A here'],
  ['listo', [MINE], 1, 'A done'],
  ['listo', [open('A', { standing: 'withOther', holderName: 'Marcus Bell' })], 1, 'A done'],
  // What nobody has, nobody has finished.
  ['listo', [A], 1, 'inbox notTaken'],
  ['DONE', [open('A', { standing: 'declined' })], 1, 'inbox notTaken'],
  ['ETA 20', [A], 1, 'A eta 20'],
  ['30', [A], 1, 'A eta 30'],
  ['?', [A], 1, 'A status'],
  // A bare word counts for 30 minutes after our message.
  ['ok', [A], 29, 'A accept'],
  ['ok', [A], 31, 'inbox bareTooLate'],
  ['👍', [A], 31, 'inbox bareTooLate'],
  ['yes 20', [A], 31, 'A accept 20'],
  // Several open: without a letter nothing changes.
  ['1', [A, B], 1, 'list'],
  ['ok', [A, B], 1, 'list'],
  ['2', [A, B], 1, 'list'],
  ['1 30', [A, B], 1, 'list'],
  ['1B 30', [A, B], 1, 'B accept 30'],
  ['2A', [A, B], 1, 'A decline'],
  // What they were sent home from is not asked of them, unless their reply may have been on its way.
  ['1', [open('A', { sentHomeAt: START_AT - MINUTE_MS }), B], 1, 'B accept'],
  ['2', [open('A', { sentHomeAt: START_AT - MINUTE_MS, standing: 'withOther' }), B], 1, 'B decline'],
  ['1', [open('A', { sentHomeAt: START_AT + MINUTE_MS }), B], 2, 'list'],
  ['1', [open('A', { sentHomeAt: START_AT + MINUTE_MS }), B], 4, 'B accept'],
  ['1A', [open('A', { sentHomeAt: START_AT - MINUTE_MS }), B], 1, 'A accept'],
  ['1', [open('A', { sentHomeAt: START_AT - MINUTE_MS }), B, open('C')], 1, 'list'],
  ['1', [MINE, B], 1, 'list'],
  ['2', [MINE, B], 1, 'list'],
  ['?', [A, B], 1, 'A status'],
  ['1C', [A, B], 1, 'inbox noSuchCode'],
  // What has not left for this phone was not meant, unless by its letter or because nothing else is open.
  ['1 20', [A, UNREAD], 1, 'A accept 20'],
  ['1B 20', [A, UNREAD], 1, 'B accept 20'],
  ['1', [UNREAD], 1, 'B accept'],
  // A unit's letter is the house, but what is said of one unit does not hold for all of them.
  ['1C 20', [HOUSE, B], 1, 'A accept 20'],
  ['HERE C', [HOUSE, B], 1, 'A here'],
  ['2C', [HOUSE, B], 1, 'inbox ofOneUnit'],
  ['DONE C', [HOUSE, B], 1, 'inbox ofOneUnit'],
  ['2A', [HOUSE, B], 1, 'A decline'],
  ['1B', [A], 1, 'inbox noSuchCode'],
  // HERE, DONE and ETA are about what is theirs, where one alone is.
  ['HERE', [MINE, B], 1, 'A here'],
  ['DONE', [MINE, B], 1, 'A done'],
  ['ETA 10', [MINE, B], 1, 'A eta 10'],
  ['HERE', [A, B], 1, 'list'],
  ['DONE', [MINE, open('B', { standing: 'yours' })], 1, 'list'],
  ['DONE B', [MINE, B], 1, 'inbox notTaken'],
  // The same letter twice on one phone is no letter.
  ['1A', [A, open('A', { incidentId: 'i-other' })], 1, 'list'],
  // Nothing open, nothing understood, nobody wrote.
  ['?', [], 1, 'nothingOpen'],
  // A late answer is answered, whatever it says.
  ['1', [], 1, 'nothingOpen'],
  ['1 999', [], 1, 'nothingOpen'],
  ['2B', [], 1, 'nothingOpen'],
  ['who is this', [], 1, 'inbox notUnderstood'],
  ['who is this', [A], 1, 'inbox notUnderstood'],
  ["I'm driving and will see your message later.", [A], 1, 'inbox autoReply'],
];

describe('rule 2: a reply finds its incident or changes nothing', () => {
  test.each(ROWS)('%s', (text, incidents, after, expected) => {
    const route = routeReply(parseReply(text), incidents, START_AT + after * MINUTE_MS);
    expect(told(route, incidents)).toBe(expected);
  });

  test('"ok" is measured from our latest message about that incident', () => {
    const recent = open('A', { lastMessageAt: START_AT + 20 * MINUTE_MS });
    expect(routeReply(parseReply('ok'), [recent], START_AT + 45 * MINUTE_MS).kind).toBe('incident');
  });
});

function told(route: ReturnType<typeof routeReply>, incidents: readonly OpenOfResponder[]): string {
  if (route.kind === 'inbox') return `inbox ${route.why}`;
  if (route.kind !== 'incident') return route.kind;
  const { understood } = route;
  const minutes = 'minutes' in understood && understood.minutes !== null ? ` ${understood.minutes}` : '';
  const code = incidents.find((each) => each.incidentId === route.incidentId)?.code;
  return `${code} ${understood.verb}${minutes}`;
}
