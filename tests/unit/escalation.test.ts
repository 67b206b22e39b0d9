import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ladder, LadderStep, StepTarget, TargetSpec } from '#shared/contract';
import { Policy, TargetSpec as TargetSpecSchema } from '#shared/contract';
import {
  DEFAULT_POLICY,
  LAST_RESORT,
  peopleOf,
  policyWarnings,
  previewLadder,
  stepSums,
  targetKey,
  targetsOf,
} from '#shared/escalation';
import { openNight, PEOPLE, policyWith, stepsOf, TARGETS, targetsWith } from './incident-model.ts';

const SEED = Number(process.env.ESCALATION_SEED ?? 20_261_121);

const OWNER: TargetSpec = { kind: 'role', role: 'owner' };
const VENDOR: TargetSpec = { kind: 'emergencyVendor' };
const target = (spec: TargetSpec, channels: StepTarget['channels'], whateverElse = false): StepTarget => ({
  target: spec,
  channels,
  whateverElse,
});

describe('the default policy', () => {
  test('is a policy, and its times are those of the plan', () => {
    expect(Policy.parse(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
    expect(stepSums(DEFAULT_POLICY.ladders.P1)).toEqual([0, 8, 15, 22, 30]);
    expect(stepSums(DEFAULT_POLICY.ladders.P2)).toEqual([0, 15, 20, 35]);
    expect(stepSums(DEFAULT_POLICY.ladders.P3)).toEqual([]);
    expect(DEFAULT_POLICY.ladders.P1.lastWindowMin).toBe(8);
    expect(DEFAULT_POLICY.ladders.P2.lastWindowMin).toBe(15);
  });

  test('wakes the vendor whatever else, and nobody else so', () => {
    const marked = DEFAULT_POLICY.ladders.P1.steps.flatMap((step) => step.targets.filter((each) => each.whateverElse));
    expect(marked.map((each) => each.target)).toEqual([VENDOR]);
  });
});

describe('what is worth a look in a policy', () => {
  const P1 = DEFAULT_POLICY.ladders.P1;
  const warningsWith = (steps: typeof P1.steps) =>
    policyWarnings({ ...DEFAULT_POLICY, ladders: { ...DEFAULT_POLICY.ladders, P1: { ...P1, steps } } }).map(
      (each) => each.en,
    );

  test('nothing in the one a company begins with', () => {
    expect(policyWarnings(DEFAULT_POLICY)).toEqual([]);
  });
  test('a ladder without steps, steps that leave no time to wake up, a last step that comes late', () => {
    expect(warningsWith([])).toEqual([expect.stringMatching(/^P1: the ladder has no step/)]);
    const hurried = P1.steps.map((each, index) => (index === 1 ? { ...each, afterPreviousMin: 4 } : each));
    expect(warningsWith(hurried)).toEqual([expect.stringMatching(/less than 5 minutes/)]);
    const slow = P1.steps.map((each, index) => (index === 1 ? { ...each, afterPreviousMin: 9 } : each));
    expect(warningsWith(slow)).toEqual([expect.stringMatching(/after 31 minutes/)]);
  });

  test('a step that only informs, a channel that comes after the next step, a ladder that rings nobody', () => {
    const changed = (index: number, change: Partial<StepTarget>) =>
      P1.steps.map((step, at) =>
        at === index ? { ...step, targets: step.targets.map((each) => ({ ...each, ...change })) } : step,
      );
    expect(warningsWith(changed(1, { isCopy: true, channels: ['sms'] }))).toEqual([
      expect.stringMatching(/step 2 only informs/),
    ]);
    expect(warningsWith(changed(0, { afterMin: { voice: 9 } }))).toEqual([
      expect.stringMatching(/step 1 somebody is reached only after 9 minutes/),
    ]);
    const silent = P1.steps.map((step) => ({
      ...step,
      targets: step.targets.map((each) => ({ ...each, channels: ['sms' as const] })),
    }));
    expect(warningsWith(silent)).toEqual([expect.stringMatching(/no step calls anybody/)]);
  });

  test('the same person in every step, and one person under two names', () => {
    const step = (target: TargetSpec): LadderStep => ({
      afterPreviousMin: 8,
      targets: [{ target, channels: ['voice'], whateverElse: false }],
    });
    expect(warningsWith([step(OWNER), step(OWNER)])).toEqual([expect.stringMatching(/every step wakes the same/)]);
    const known = { id: 'olga', name: 'Olga Reyes', role: 'owner', isEmergencyVendor: false, active: true } as const;
    const byName: TargetSpec = { kind: 'responder', responderId: 'olga' };
    const twice = { ...DEFAULT_POLICY.ladders, P1: { steps: [step(OWNER), step(byName)], lastWindowMin: 8 } };
    const warned = (people: Parameters<typeof policyWarnings>[1]) =>
      policyWarnings({ ...DEFAULT_POLICY, ladders: twice }, people).map((each) => each.en);
    expect(warned([known])).toEqual([expect.stringMatching(/Olga Reyes stands in steps 1, 2/)]);
    expect(warned([{ ...known, active: false }])).toEqual([]);
    // A step that repeats its target on purpose, as the primary by a call, is none of these.
    expect(policyWarnings(DEFAULT_POLICY, [known])).toEqual([]);
  });
});

describe('targets', () => {
  test('a key is the same for the same target and different for different ones', () => {
    const spec = fc.oneof(
      fc.record({ kind: fc.constant('onCall' as const), role: fc.constantFrom('primary' as const, 'backup' as const) }),
      fc.record({ kind: fc.constant('role' as const), role: fc.constantFrom('manager' as const, 'owner' as const) }),
      fc.constant(VENDOR),
      fc.record({ kind: fc.constant('responder' as const), responderId: fc.constantFrom('r1', 'r2', 'primary') }),
    );
    fc.assert(
      fc.property(spec, spec, (a, b) => {
        const isSame = JSON.stringify(TargetSpecSchema.parse(a)) === JSON.stringify(TargetSpecSchema.parse(b));
        expect(targetKey(a) === targetKey(b)).toBe(isSame);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('those of a ladder include the last resort, each once', () => {
    expect(targetsOf(DEFAULT_POLICY.ladders.P1).map(targetKey)).toEqual(Object.keys(TARGETS));
    expect(targetsOf({ steps: [], lastWindowMin: 8 }).map(targetKey)).toEqual(
      LAST_RESORT.targets.map((each) => targetKey(each.target)),
    );
  });

  test('somebody named by two targets is one person with the channels of both, woken whatever else', () => {
    const step: LadderStep = {
      afterPreviousMin: 0,
      targets: [target(OWNER, ['sms']), target(VENDOR, ['voice'], true)],
    };
    const people = peopleOf(step, targetsWith({ 'role:owner': [PEOPLE.vera, PEOPLE.olga] }));
    expect(people).toEqual([
      {
        candidate: PEOPLE.vera,
        as: OWNER,
        channels: ['sms', 'voice'],
        whateverElse: true,
        isCopy: false,
        afterMin: {},
      },
      { candidate: PEOPLE.olga, as: OWNER, channels: ['sms'], whateverElse: false, isCopy: false, afterMin: {} },
    ]);
    expect(peopleOf(step, {})).toEqual([]);
  });
});

describe('rule 11: the preview', () => {
  const at = 1_000_000;
  const minutes = (ladder: Ladder, targets = TARGETS) =>
    previewLadder(ladder, targets, at).map((each) => (each.at - at) / 60_000);

  test('shows who is woken when', () => {
    expect(minutes(DEFAULT_POLICY.ladders.P1)).toEqual([0, 8, 15, 22, 30]);
    const last = previewLadder(DEFAULT_POLICY.ladders.P1, TARGETS, at).at(-1);
    expect(last?.recipients.map((each) => [each.name, each.whateverElse])).toEqual([
      ['Olga Reyes', false],
      ['Vera Lind', true],
    ]);
  });

  test('names what is wrong with a step', () => {
    const targets = targetsWith({ 'onCall:primary': [], 'onCall:backup': [{ ...PEOPLE.marcus, phone: null }] });
    const preview = previewLadder(DEFAULT_POLICY.ladders.P1, targets, at);
    expect(preview[0]?.recipients.map((each) => each.problem)).toEqual(['nobodyOnCall']);
    expect(preview[1]?.recipients.map((each) => each.problem)).toEqual(['noWorkingNumber']);
    expect(preview[2]?.recipients.map((each) => each.problem)).toEqual([null]);
  });

  test('shows the desk alarm for whoever sits at the desk', () => {
    const preview = previewLadder(
      DEFAULT_POLICY.ladders.P1,
      targetsWith({ 'onCall:primary': [{ ...PEOPLE.chen, isAtDesk: true, phone: null }] }),
      at,
    );
    expect(preview[0]?.recipients[0]).toMatchObject({ channels: ['deskAlarm'], problem: null });
  });

  test('property: shows the times at which the ladder then fires, empty steps included', () => {
    const people = [PEOPLE.chen, PEOPLE.marcus, PEOPLE.ines];
    const step = fc.record({ afterPreviousMin: fc.integer({ min: 0, max: 20 }), who: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (drawn) => {
        fc.pre(drawn.some((each) => each.who < 3));
        const steps = drawn.map(({ afterPreviousMin }, index) => ({
          afterPreviousMin,
          targets: [target({ kind: 'responder', responderId: `t${index}` }, ['sms'])],
        }));
        const targets = Object.fromEntries(
          drawn.map(({ who }, index) => [`responder:t${index}`, people.slice(who, who + 1)]),
        );
        const ladder = { steps, lastWindowMin: 1000 };
        const night = openNight({ policy: policyWith('P1', ladder), targets });
        night.pass(101);
        expect(minutes(ladder, targets)).toEqual(stepsOf(night).map((each) => each[0]));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
