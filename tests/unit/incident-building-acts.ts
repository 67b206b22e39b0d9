import fc from 'fast-check';
import { OUTCOMES, TIERS } from '#shared/contract';
import type { HeadFacts, IncidentCommand, Move, StepRecipient } from '#shared/incident';
import { MINUTE_MS, PEOPLE, START_AT } from './incident-model.ts';

/** What the incidents of one house do to each other, drawn at random: as parts and as the one that climbs. */

const HOLDER = { name: PEOPLE.marcus.name, company: PEOPLE.marcus.company };
const someTime = fc.integer({ min: -10, max: 300 }).map((minutes) => START_AT + minutes * MINUTE_MS);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

/** How a head can stand, and what of it can be news to the residents of its parts. */
const STANDINGS = [
  { status: 'running', holder: null, news: [null, 'stepping', 'reopened', 'receipt'] },
  { status: 'unanswered', holder: null, news: [null] },
  { status: 'acknowledged', holder: HOLDER, news: [null, 'acknowledged', 'delayed', 'alsoComing'] },
  { status: 'onSite', holder: HOLDER, news: [null, 'arrived'] },
  { status: 'morning', holder: null, news: [null, 'morning'] },
] as const;

const MOVED: fc.Arbitrary<{ readonly head: HeadFacts; readonly news: Move['news'] }> = fc
  .constantFrom(...STANDINGS)
  .chain(({ status, holder, news }) =>
    fc.record({
      head: fc.record({ etaAt: maybe(someTime), nextAt: maybe(someTime), isBeside: fc.boolean() }).map((drawn) => ({
        status,
        holder,
        etaAt: holder === null ? null : drawn.etaAt,
        nextAt: drawn.nextAt,
        ...(holder !== null && drawn.isBeside && { beside: { ...HOLDER, etaAt: drawn.etaAt } }),
      })),
      news: fc.constantFrom<Move['news'][]>(...news),
    }),
  );

const ASKED = fc.constantFrom(PEOPLE.vera, PEOPLE.olga).map((person) => ({
  recipient: {
    ...person,
    as: { kind: 'emergencyVendor' },
    channels: ['sms'],
    whateverElse: false,
    code: 'B',
  } satisfies StepRecipient,
  lastAt: START_AT,
}));

const ADDED: fc.Arbitrary<IncidentCommand> = fc
  .record({
    number: fc.integer({ min: 1050, max: 1052 }),
    tier: fc.constantFrom(...TIERS),
    lifeSafety: fc.constantFrom(null, null, 'electric' as const, 'gas' as const),
    asked: fc.array(ASKED, { maxLength: 1 }),
  })
  .map(({ asked, ...facts }) => ({
    type: 'addPart',
    part: {
      ...facts,
      partId: `i-${facts.number}`,
      unitLabel: '12A',
      residentName: 'Ana Paz',
      text: 'agua en la cocina',
      hasVolunteeredNeed: false,
    },
    asked,
  }));

const HEAD = { headId: 'i-2000', headNumber: 2000 } as const;

export const OF_BUILDING: fc.Arbitrary<IncidentCommand> = fc.oneof(
  MOVED.map(({ head }) => ({ type: 'link', ...HEAD, head }) as const),
  MOVED.map(({ head }) => ({ type: 'link', ...HEAD, head, headVendorId: 'paul' }) as const),
  MOVED.map(({ head, news }) => ({ type: 'follow', head, move: { news, closed: null } }) as const),
  MOVED.map(({ head, news }) => ({ type: 'follow', head, move: { news, closed: null } }) as const),
  fc.record({ outcome: fc.constantFrom(...OUTCOMES), moved: MOVED }).map(({ outcome, moved: { head } }) => {
    const closed = { outcome, words: 'done', how: 'desk' } as const;
    return { type: 'follow', head: { ...head, status: 'resolved' }, move: { news: null, closed } } as const;
  }),
  fc.constant<IncidentCommand>({ type: 'unlink', reason: 'so' }),
  ADDED,
  fc.integer({ min: 1050, max: 1052 }).map((number) => ({ type: 'removePart', partId: `i-${number}` }) as const),
);
