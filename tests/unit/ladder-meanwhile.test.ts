import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ladder, Ladder as LadderOf } from '#shared/contract';
import { DEFAULT_POLICY, stepSums } from '#shared/escalation';
import { withNewStep, withoutStep, withStep, withTarget } from '../../renderer/parts/ladder-edit.ts';
import { caughtUp, draftOf, draftWith, type LadderDraft } from '../../renderer/parts/ladder-meanwhile.ts';

const { P1 } = DEFAULT_POLICY.ladders;
const minutes = (ladder: Ladder) => ladder.steps.map((step) => step.afterPreviousMin);
const later = (draft: LadderDraft, index: number, afterPreviousMin: number): LadderDraft => {
  const step = draft.ladder.steps[index];
  if (!step) throw new Error('no such step');
  return draftWith(draft, withStep(draft.ladder, index, { ...step, afterPreviousMin }));
};
const without = (draft: LadderDraft, index: number) => draftWith(draft, withoutStep(draft.ladder, index));
const longer = (draft: LadderDraft) => draftWith(draft, withNewStep(draft.ladder));

describe('a running ladder that is being changed while a step fires', () => {
  it('keeps what was typed for the steps to come', () => {
    const typed = longer(later(draftOf(P1), 3, 20));
    const after = caughtUp(typed, P1, 2);
    expect(minutes(after.ladder)).toEqual([0, 8, 7, 20, 8, 8]);
    expect(caughtUp(after, P1, 3).ladder).toEqual(after.ladder);
  });

  it('what has fired stands as it fired, whatever was typed for it', () => {
    const after = caughtUp(later(draftOf(P1), 1, 30), P1, 2);
    expect(after.ladder).toEqual(P1);
  });

  it('a step that was taken out stays out, and the times after it stay', () => {
    const after = caughtUp(without(draftOf(P1), 3), P1, 2);
    expect(stepSums(after.ladder)).toEqual([0, 8, 15, 30]);
    expect(after.origins).toEqual([0, 1, 2, 4]);
  });

  it('a step that was taken out and fired all the same is there again, and nobody waits longer for the next', () => {
    const typed = without(draftOf(P1), 1);
    expect(stepSums(typed.ladder)).toEqual([0, 15, 22, 30]);
    const after = caughtUp(typed, P1, 2);
    expect(stepSums(after.ladder)).toEqual(stepSums(P1));
    expect(stepSums(caughtUp(without(typed, 1), P1, 3).ladder)).toEqual(stepSums(P1));
  });

  it('whoever was added is still woken', () => {
    const [, , third] = P1.steps;
    if (!third) throw new Error('the default ladder has five steps');
    const vendor = { target: { kind: 'emergencyVendor' as const }, channels: ['sms' as const], whateverElse: false };
    const typed = draftWith(draftOf(P1), withStep(P1, 2, withTarget(third, third.targets.length, vendor)));
    expect(caughtUp(typed, P1, 2).ladder.steps[2]?.targets.at(-1)).toEqual(vendor);
  });

  it('is a ladder that the contract takes and that begins with what has fired, whatever was pressed', () => {
    const press = fc.record({ what: fc.constantFrom('new', 'out', 'delay'), index: fc.nat(6), min: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 8 }), fc.array(fc.nat(5), { maxLength: 3 }), (presses, steps) => {
        let draft = draftOf(P1);
        for (const { what, index, min } of presses) {
          if (what === 'new') draft = longer(draft);
          if (what === 'out') draft = without(draft, index);
          if (what === 'delay' && index < draft.ladder.steps.length) draft = later(draft, index, min);
        }
        for (const nextStep of [...steps].sort((a, b) => a - b)) {
          draft = caughtUp(draft, P1, nextStep);
          expect(draft.ladder.steps.slice(0, nextStep)).toEqual(P1.steps.slice(0, nextStep));
          expect(draft.origins).toHaveLength(draft.ladder.steps.length);
          expect(LadderOf.safeParse(draft.ladder).success || draft.ladder.steps.length > 12).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
