import fc from 'fast-check';
import type { PolicyName, Trade } from './model-night.ts';
import type { Tier } from './plain-words.ts';

/** What happens next. `pick` chooses among what is there at that moment. */
export type Move =
  | { readonly kind: 'report'; readonly tier: Tier; readonly trade: Trade; readonly isKilled: boolean }
  | {
      readonly kind: 'reply';
      readonly pick: number;
      readonly who: number;
      readonly verb: Verb;
      readonly minutes: number | null;
    }
  | { readonly kind: 'desk'; readonly pick: number; readonly who: number; readonly act: Act; readonly minutes: number }
  | { readonly kind: 'pass' | 'sleep' | 'wall' | 'kill'; readonly minutes: number }
  | { readonly kind: 'number'; readonly who: number };
type Verb = '1' | '2' | 'HERE' | 'DONE';
const ACTS = [
  'take',
  'takeWithoutEta',
  'decline',
  'escalate',
  'eta',
  'arrived',
  'resolve',
  'reopen',
  'tier',
  'hold',
  'endHold',
  'jump',
  'vendor',
  'vendor',
] as const;
type Act = (typeof ACTS)[number];

const pick = fc.nat(20);
const minutes = fc.integer({ min: 1, max: 60 });
const PASS = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 70 }));
const timed = (kind: 'pass' | 'sleep' | 'wall' | 'kill', drawn: fc.Arbitrary<number>): fc.Arbitrary<Move> =>
  drawn.map((count) => ({ kind, minutes: count }));

const MOVE: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      tier: fc.constantFrom<Tier[]>('P1', 'P1', 'P1', 'P2', 'P2', 'P3'),
      trade: fc.constantFrom<Trade[]>('plumbing', 'plumbing', 'hvac'),
      isKilled: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('reply' as const),
      pick,
      who: pick,
      verb: fc.constantFrom<Verb[]>('1', '1', '1', '2', '2', '2', 'HERE', 'DONE'),
      minutes: fc.option(minutes, { nil: null }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('desk' as const),
      pick,
      who: pick,
      act: fc.constantFrom(...ACTS),
      minutes,
    }),
  },
  { weight: 8, arbitrary: timed('pass', PASS) },
  { weight: 2, arbitrary: timed('sleep', fc.oneof(PASS, fc.integer({ min: 60, max: 300 }))) },
  { weight: 1, arbitrary: timed('wall', fc.integer({ min: -90, max: 90 })) },
  { weight: 1, arbitrary: timed('kill', fc.integer({ min: 0, max: 40 })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('number' as const), who: pick }) },
);

export const MOVES = fc.array(MOVE, { minLength: 2, maxLength: 24 });
export const POLICY = fc.constantFrom<PolicyName[]>('company', 'own');
