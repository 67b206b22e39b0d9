import { describe, expect, test } from 'vitest';
import type { Ladder } from '#shared/contract';
import { DEFAULT_POLICY } from '#shared/escalation';
import { startLadder } from '../../shared/incident/climb.ts';
import { beginDraft } from '../../shared/incident/draft.ts';
import {
  CORE,
  contextOf,
  minutesIn,
  type Night,
  of,
  openNight,
  PEOPLE,
  policyWith,
  stepsOf,
  targetsWith,
  textsTo,
} from './incident-model.ts';

const { P1 } = DEFAULT_POLICY.ladders;
const jump = (night: Night, step: number) => night.run({ type: 'jumpTo', step, reason: 'the ceiling is down' });
const change = (night: Night, ladder: Ladder) =>
  night.run({ type: 'changeLadder', ladder, words: 'as Rosa knows them' });
/** The ladder with another time for one step. */
const timed = (step: number, afterPreviousMin: number, ladder = P1): Ladder => ({
  ...ladder,
  steps: ladder.steps.map((each, at) => (at === step ? { ...each, afterPreviousMin } : each)),
});

describe('rule 6: jump to a step', () => {
  test('fires it now; later steps keep their distance to it, those passed over wake nobody', () => {
    const night = openNight();
    night.pass(2);
    jump(night, 3);
    night.pass(36);
    expect(stepsOf(night).slice(0, 4)).toEqual([
      [0, 'chen'],
      [2, 'paul'],
      [10, 'olga vera'],
      // Unanswered at 18: the next round begins with its first step.
      [18, 'chen'],
    ]);
    expect(of(night.events, 'jumped')).toMatchObject([{ from: 1, step: 3, reason: 'the ceiling is down' }]);
  });

  test('rule 3: what a step that is passed over wakes whatever else keeps its time, taken or not', () => {
    const [first, backup, ...rest] = P1.steps;
    if (!first || !backup) throw new Error('no steps');
    const vendor = P1.steps[4]?.targets[1];
    if (!vendor) throw new Error('no vendor');
    const ladder = { ...P1, steps: [first, { ...backup, targets: [...backup.targets, vendor] }, ...rest] };
    for (const isTaken of [false, true]) {
      const night = openNight({ policy: policyWith('P1', ladder) });
      night.pass(2);
      jump(night, 3);
      if (isTaken) night.reply('paul', { verb: 'accept', minutes: 60 });
      night.pass(7);
      expect(stepsOf(night)).toEqual([
        [0, 'chen'],
        [2, 'paul'],
        [8, 'vera'],
      ]);
      expect(of(night.events, 'stepFired').at(-1)?.why).toBe('whateverElse');
    }
  });

  test('rule 8: a very late step that was passed over waits for a person, as the next one does', () => {
    const [first, backup, ...rest] = P1.steps;
    const vendor = P1.steps[4]?.targets[1];
    if (!first || !backup || !vendor) throw new Error('no steps');
    const night = openNight({
      policy: policyWith('P1', { ...P1, steps: [first, { ...backup, targets: [vendor] }, ...rest] }),
    });
    night.pass(2);
    jump(night, 3);
    night.sleep(200);
    expect(of(night.events, 'stepHeld').map((each) => each.step)).toEqual([1, 4]);
    expect(night.state.ladder).toMatchObject({ whateverElse: [{ step: 1 }], nextStep: 4 });
    night.pass(1);
    expect(stepsOf(night).slice(2)).toEqual([
      [203, 'olga vera'],
      [203, 'vera'],
    ]);
  });

  test('while it is held: that ends the hold, and the steps after it keep their distance to it', () => {
    const night = openNight();
    night.pass(7);
    night.run({ type: 'hold', minutes: 10, reason: 'calling her back' });
    night.pass(8);
    jump(night, 2);
    expect(night.state.hold).toBeNull();
    expect(of(night.events, 'holdEnded').map((each) => each.why)).toEqual(['byHand']);
    night.pass(8);
    expect(stepsOf(night).slice(1)).toEqual([
      [15, 'ines'],
      [22, 'paul'],
    ]);
  });

  test('refused where nothing is to come, where it has fired, and where somebody has it', () => {
    const night = openNight();
    night.pass(9);
    const refusal = (step: number) => night.refusal({ type: 'jumpTo', step, reason: 'x' });
    expect([refusal(1), refusal(5), refusal(2)]).toEqual(['alreadyFired', 'noSuchStep', null]);
    night.reply('marcus', { verb: 'accept', minutes: 20 });
    expect(refusal(2)).toBe('alreadyTaken');
  });

  test('between two rounds it begins the next one there', () => {
    const night = openNight({ targets: Object.fromEntries(Object.keys(targetsWith({})).map((key) => [key, []])) });
    expect(night.state.ladder?.waitsFor).toBe('round');
    night.targets = targetsWith({});
    jump(night, 3);
    expect(stepsOf(night).at(-1)).toEqual([0, 'paul']);
    expect(night.state.ladder).toMatchObject({ round: 2, nextStep: 4, waitsFor: 'step' });
  });
});

describe('rule 11: another ladder for this incident only', () => {
  test('from the report on, and the log says what it is instead of', () => {
    const ladder = timed(1, 3);
    const night = openNight({ ladder });
    night.pass(4);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [3, 'marcus'],
    ]);
    expect(of(night.events, 'dispatched')).toMatchObject([{ isForThisOnly: true, insteadOf: P1, ladder }]);
    // Whatever begins again in this incident keeps it.
    night.reply('marcus', { verb: 'accept', minutes: 20 });
    night.run({ type: 'reopen', words: 'he turned round' });
    night.pass(4);
    expect(stepsOf(night).slice(2)).toEqual([
      [4, 'chen'],
      [7, 'marcus'],
    ]);
  });

  test('while it runs: the window is measured from where it began', () => {
    const night = openNight();
    night.pass(2);
    change(night, timed(1, 5));
    expect(night.state.ladder).toMatchObject({ isForThisOnly: true, nextStep: 1 });
    expect(minutesIn(night.state.ladder?.dueAt ?? 0)).toBe(5);
    night.pass(4);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [5, 'marcus'],
    ]);
    expect(of(night.events, 'ladderChanged')).toMatchObject([{ insteadOf: P1, words: 'as Rosa knows them' }]);
  });

  test.each([
    // What runs of the window has run before the hold.
    [2, 5, 18],
    [1, 6, 17],
    [1, 10, 20],
  ])('while it is held: step %i after %i min', (step, afterMin, firesAt) => {
    const night = openNight();
    night.pass(7);
    night.run({ type: 'hold', minutes: 10, reason: 'calling her back' });
    night.pass(9);
    change(night, timed(step, afterMin));
    expect(stepsOf(night)).toHaveLength(1);
    night.pass(5);
    expect(stepsOf(night)[1]).toEqual([firesAt, 'marcus']);
  });

  test('a time that has passed by then fires now, in every round after it as well', () => {
    const night = openNight();
    night.pass(6);
    change(night, timed(1, 5));
    night.pass(1);
    expect(stepsOf(night)).toEqual([
      [0, 'chen'],
      [6, 'marcus'],
    ]);
    night.pass(60);
    const second = stepsOf(night).filter(([minute]) => minute >= 35);
    expect((second[1]?.[0] ?? 0) - (second[0]?.[0] ?? 0)).toBe(5);
  });

  test('a step added after the last is waited for; one taken out lets the last window begin', () => {
    const night = openNight();
    night.pass(31);
    expect(night.state.ladder?.waitsFor).toBe('lastWindow');
    const more = {
      afterPreviousMin: 4,
      targets: [{ target: { kind: 'responder', responderId: 'ines' }, channels: ['sms'], whateverElse: false }],
    };
    night.targets = targetsWith({ 'responder:ines': [PEOPLE.ines] });
    change(night, { ...P1, steps: [...P1.steps, more] as Ladder['steps'] });
    night.pass(4);
    expect(stepsOf(night).at(-1)).toEqual([34, 'ines']);
    const other = openNight();
    other.pass(23);
    change(other, { steps: P1.steps.slice(0, 4), lastWindowMin: 8 });
    other.pass(8);
    expect(of(other.events, 'unanswered').map((each) => minutesIn(each.at))).toEqual([30]);
  });

  test('what has fired stays as it was, and somebody is always woken', () => {
    const night = openNight();
    night.pass(9);
    const refusal = (ladder: Ladder) => night.refusal({ type: 'changeLadder', ladder, words: 'x' });
    expect(refusal(timed(1, 5))).toBe('alreadyFired');
    expect(refusal({ steps: P1.steps.slice(0, 1), lastWindowMin: 8 })).toBe('alreadyFired');
    expect(refusal(timed(2, 5))).toBeNull();
    night.reply('marcus', { verb: 'accept', minutes: 20 });
    expect(refusal(timed(2, 5))).toBe('alreadyTaken');
    expect(() => openNight({ ladder: { steps: [], lastWindowMin: 8 } })).toThrow('nobodyWoken');
    expect(() => openNight({ tier: 'P3', ladder: { steps: [], lastWindowMin: 8 } })).not.toThrow();
  });

  test('a change of the tier ends it: the ladder of the new tier is the policy’s', () => {
    const night = openNight({ tier: 'P2', ladder: timed(1, 3) });
    night.run({ type: 'changeTier', tier: 'P1', reason: 'it spreads' });
    expect(night.state.ladder).toMatchObject({ isForThisOnly: false, ladder: P1 });
  });
});

describe('rule 2: a ladder that goes on', () => {
  const goOn = (night: Night, firstStep: number) => {
    const draft = beginDraft(night.state, contextOf(night, CORE));
    draft.emit({ type: 'reopened', why: 'noEta', words: '', startsLadder: true }, CORE);
    startLadder(draft, 'reopened', { firstStep });
    night.state = draft.state;
    night.events.push(...draft.events);
  };

  test('rule 1: with the ladder that it began with, though another was saved meanwhile; not with whoever declined', () => {
    const night = openNight();
    night.reply('ines', { verb: 'decline' });
    night.pass(1);
    night.reply('chen', { verb: 'accept', minutes: null });
    night.pass(5);
    night.policy = policyWith('P1', { steps: P1.steps.slice(0, 1), lastWindowMin: 30 });
    goOn(night, 1);
    expect(stepsOf(night).slice(1)).toEqual([[6, 'marcus']]);
    expect(night.state.ladder).toMatchObject({ ladder: P1, nextStep: 2, policyVersion: DEFAULT_POLICY.version });
    night.pass(8);
    expect(stepsOf(night).slice(2)).toEqual([
      // The coordinator passed it on before: the step that asks only her takes no time.
      [13, '-'],
      [13, 'paul'],
    ]);
  });

  test('where no step is left it begins again, by the policy of now', () => {
    const night = openNight();
    night.pass(31);
    night.reply('olga', { verb: 'accept', minutes: null });
    night.policy = policyWith('P1', timed(0, 0, { ...P1, lastWindowMin: 20 }));
    goOn(night, 5);
    expect(stepsOf(night).at(-1)).toEqual([31, 'chen']);
    expect(night.state.ladder?.ladder.lastWindowMin).toBe(20);
    expect(textsTo(night, 'chen')).toContain('step');
  });
});
