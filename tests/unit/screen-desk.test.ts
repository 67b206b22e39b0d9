import { describe, expect, it } from 'vitest';
import type { IncidentView, LadderStepView } from '#shared/contract';
import { DEFAULT_POLICY, ladderWarnings } from '#shared/escalation';
import { toneOf } from '../../renderer/parts/countdown.tsx';
import { MOST_TYPED_MIN, minutesIn } from '../../renderer/parts/ladder-edit.ts';
import { readsShutOff } from '../../renderer/screens/desk/call-line.tsx';
import { missedBy } from '../../renderer/screens/desk/missed-by.ts';
import { nextNames } from '../../renderer/screens/desk/next-names.ts';
import { nextShown } from '../../shared/incident/queue-row.ts';

describe('minutes as typed', () => {
  it.each([
    ['8', 8],
    [' 08 ', 8],
    ['0', 0],
    ['600', 600],
    ['601', null],
    ['14409999', null],
    ['-5', null],
    ['5.5', null],
    ['1e2', null],
    ['12 or so', null],
    ['', null],
  ])('%j are %j, never another number', (typed, minutes) => {
    expect(minutesIn(typed, 0, MOST_TYPED_MIN)).toBe(minutes);
  });
});

describe('a ladder changed for one incident', () => {
  it('is warned of where its last step comes too late, as the policy is', () => {
    const { P1 } = DEFAULT_POLICY.ladders;
    expect(ladderWarnings('P1', P1)).toEqual([]);
    const steps = P1.steps.map((step, index) => (index === 1 ? { ...step, afterPreviousMin: 60 } : step));
    expect(ladderWarnings('P1', { ...P1, steps }).map(({ en }) => en)).toEqual([
      'P1: the last step fires after 82 minutes; 30 is the most we advise.',
    ]);
  });
});

describe('the clock that is counted', () => {
  it('is that of the desk alarm where it fires the next step before that step’s own time', () => {
    const clocks = [
      { kind: 'callByHand', token: 'a', dueAt: 1 },
      { kind: 'deskStep', token: 'b', dueAt: 60_000 },
      { kind: 'step', token: 'b', dueAt: 420_000 },
    ] as const;
    expect(nextShown(clocks)?.kind).toBe('deskStep');
  });
});

describe('the colour of a clock', () => {
  it('grows hotter the less is left, whatever it counts to', () => {
    const tones = (kind: Parameters<typeof toneOf>[1]) =>
      (['calm', 'soon', 'late'] as const).map((u) => toneOf(u, kind));
    expect(tones('step')).toEqual(['plain', 'soon', 'late']);
    expect(tones('eta')).toEqual(['ok', 'soon', 'late']);
  });
});

type Recipient = LadderStepView['recipients'][number];
const named = (name: string, change: Partial<Recipient> = {}): Recipient => ({
  responderId: name,
  name,
  phone: '+14235550101',
  as: { kind: 'onCall', role: 'backup' },
  channels: ['sms'],
  whateverElse: false,
  wakeUpsThisWeek: 0,
  problem: null,
  ...change,
});

describe('whom the next step wakes', () => {
  it('is nobody without a number, nor whoever is only told: the step after it comes at once', () => {
    const ladder: readonly LadderStepView[] = [
      { step: 0, at: 0, state: 'fired', recipients: [named('Marcus')] },
      { step: 1, at: 1, state: 'planned', recipients: [named('Wanda', { phone: null, problem: 'noWorkingNumber' })] },
      { step: 2, at: 2, state: 'planned', recipients: [named('Nadia'), named('Olga', { isCopy: true })] },
    ];
    expect(nextNames({ ladder } as IncidentView)).toBe('Nadia');
  });
});

describe('an estimate that was missed', () => {
  const took = (name: string) => ({ type: 'acknowledged', name });
  const again = (why: string) => ({ type: 'reopened', why });
  const by = (...events: object[]) => missedBy({ events: events.map((event, seq) => ({ seq, event })) });

  it('is that of whoever had it last, until somebody has it again', () => {
    expect(by(took('Marcus'), took('Aline'), again('etaMissed'))).toBe('Aline');
    expect(by(took('Aline'), again('etaMissed'), took('Nadia'))).toBeNull();
    expect(by(took('Aline'), again('noEta'))).toBeNull();
    expect(by()).toBeNull();
  });
});

describe('the words of a call', () => {
  const at = (trade: string, lifeSafety: IncidentView['lifeSafety'] = null) =>
    readsShutOff({ row: { trade }, place: { shutOff: 'Red wheel' }, lifeSafety } as IncidentView);

  it('leave out the shut-off where the trade has no use for it', () => {
    expect([at('plumbing'), at('electrical'), at('locksmith'), at('electrical', 'water')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
