import { describe, expect, test } from 'vitest';
import type { LadderStep, TargetSpec } from '#shared/contract';
import { narrate } from '#shared/incident';
import { alarmsOf, minutesIn, of, openNight, PEOPLE, policyWith, stepsOf, targetsWith } from './incident-model.ts';

/** Whoever has passed it on is not asked again in the same round: the text they get says that the next person is asked. */

const reach = (afterPreviousMin: number, ...targets: readonly TargetSpec[]): LadderStep => ({
  afterPreviousMin,
  targets: targets.map((target) => ({ target, channels: ['sms'], whateverElse: false })),
});
const PRIMARY: TargetSpec = { kind: 'onCall', role: 'primary' };
const BACKUP: TargetSpec = { kind: 'onCall', role: 'backup' };

describe('whoever declined', () => {
  test('is not asked again by the next step of a P2: the backup is, at once and without an alarm', () => {
    const night = openNight({ tier: 'P2' });
    night.pass(1);
    night.reply('chen', { verb: 'decline' });
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [1, '-'],
      [1, 'marcus'],
    ]);
    expect(alarmsOf(night)).toEqual([]);
    expect(of(night.events, 'stepFired').at(-1)?.why).toBe('previousDeclined');
    const [skipped] = of(night.events, 'stepSkipped');
    expect(skipped && narrate(skipped, 'en', 'UTC').sentence).toBe('Step 2 asks nobody: Wei Chen declined before');
    expect(skipped && narrate(skipped, 'es', 'UTC').sentence).toMatch(/^El paso 2 no pregunta a nadie/);
    // What follows keeps its distance to the step that fired.
    night.pass(15);
    expect(stepsOf(night).at(-1)).toEqual([16, 'paul']);
  });

  test('is not asked by a text either that was delayed or held when they said no', () => {
    const night = openNight({ hasGateway: false });
    night.run({ type: 'declineFor', responderId: 'chen', name: 'Wei Chen', words: 'on holiday' });
    const [first] = night.state.messages;
    expect(first).toMatchObject({ purpose: 'step', to: { name: 'Wei Chen' }, state: 'cancelled', reason: 'declined' });
    expect(stepsOf(night).at(-1)).toEqual([0, 'marcus']);
  });

  test('is left out of a step that asks others too', () => {
    const steps = [reach(0, PRIMARY), reach(5, PRIMARY, BACKUP)];
    const night = openNight({ policy: policyWith('P1', { steps, lastWindowMin: 8 }) });
    night.reply('chen', { verb: 'decline' });
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [0, 'marcus'],
    ]);
  });

  test('is asked again by a new round, and by a ladder that begins again', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'decline' });
    night.reply('marcus', { verb: 'decline' });
    night.reply('paul', { verb: 'decline' });
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([0]);
    expect(stepsOf(night).at(-1)).toEqual([0, 'chen']);
    night.run({ type: 'changeTier', tier: 'P1', reason: 'worse' });
    expect(stepsOf(night).at(-1)).toEqual([0, 'chen']);
  });

  test('of the holder who gives it back: later steps of the ladder that begins again leave them out', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 30 });
    night.pass(2);
    night.reply('chen', { verb: 'decline' });
    expect(stepsOf(night).filter(([at]) => at >= 2)).toEqual([
      [2, 'chen'],
      [2, '-'],
      [2, 'marcus'],
    ]);
  });

  test('when nobody else is left in the last step, it is unanswered at once', () => {
    const steps = [reach(0, PRIMARY), reach(5, PRIMARY)];
    const night = openNight({ policy: policyWith('P1', { steps, lastWindowMin: 8 }) });
    night.pass(1);
    night.reply('chen', { verb: 'decline' });
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([1]);
    expect(alarmsOf(night)).toContain('unanswered');
  });

  test('when the last step is theirs alone, those asked before keep their window', () => {
    const steps = [reach(0, PRIMARY), reach(5, BACKUP), reach(5, PRIMARY)];
    const night = openNight({ policy: policyWith('P1', { steps, lastWindowMin: 8 }) });
    night.pass(6);
    night.reply('chen', { verb: 'decline' });
    night.pass(11);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [5, 'marcus'],
      [10, '-'],
    ]);
    expect(of(night.events, 'unanswered')).toEqual([]);
    night.pass(1);
    expect(of(night.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([18]);
  });

  test('and has no number now: that is still nobody’s fault but the list’s', () => {
    const night = openNight({
      tier: 'P2',
      targets: targetsWith({ 'onCall:backup': [{ ...PEOPLE.marcus, phone: null }] }),
    });
    night.reply('chen', { verb: 'decline' });
    expect(of(night.events, 'stepSkipped').map((each) => each.why)).toEqual(['declined', 'noWorkingNumber']);
    expect(alarmsOf(night)).toContain('stepEmpty');
  });
});
