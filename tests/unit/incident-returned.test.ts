import { describe, expect, test } from 'vitest';
import { type IncidentCommand, narrate } from '#shared/incident';
import { alarmsOf, CORE, of, openNight, settlement, stepsOf } from './incident-model.ts';

/** A gateway that had taken a message gives it back: it leaves again by itself, while it is wanted and in time. */

const back = (key: string, mayHaveLeft = false): IncidentCommand => ({
  type: 'returnMessage',
  key,
  gateway: 'gammu',
  reason: 'modemPulled',
  mayHaveLeft,
});

/** A P1 whose first text the gateway has. */
function asked() {
  const night = openNight();
  const step = () => {
    const found = night.state.messages.find((each) => each.purpose === 'step');
    if (!found) throw new Error('nobody was asked');
    return found;
  };
  return { night, step, key: step().key };
}

describe('a text that comes back unsent', () => {
  test('leaves again at once, and the log says why', () => {
    const { night, step, key } = asked();
    const events = night.run(back(key), CORE);
    expect(of(events, 'messageState')).toMatchObject([
      { key, state: 'retrying', reason: 'modemPulled', nextAt: night.now, isReturned: true, isPossiblyTwice: false },
    ]);
    expect(step()).toMatchObject({ state: 'retrying', acceptedAt: null, returns: 1 });
    expect(alarmsOf(night)).toEqual([]);
    const [event] = of(events, 'messageState');
    expect(event && narrate(event, 'en', 'UTC').sentence).toContain('given back by the gateway that had taken it');
    expect(event && narrate(event, 'es', 'UTC').sentence).toContain('devuelto por la pasarela');
  });

  test('twice leaves again, the third time it has failed and the next is asked', () => {
    const { night, step, key } = asked();
    for (const _ of [1, 2]) {
      night.run(back(key), CORE);
      night.run(settlement(key, 'accepted'), CORE);
    }
    expect(step()).toMatchObject({ state: 'accepted', returns: 2 });
    const call = night.state.messages.find((each) => each.purpose === 'call');
    if (call) night.run(settlement(call.key, 'failed'), CORE);
    night.run(back(key), CORE);
    expect(step()).toMatchObject({ state: 'failed', reason: 'modemPulled' });
    expect(alarmsOf(night)).toContain('messageFailed');
    expect(stepsOf(night).at(-1)).toEqual([0, 'marcus']);
  });

  test('is no news before it was taken, while it waits, or once it has arrived', () => {
    const { night, step, key } = asked();
    night.run(back(key), CORE);
    expect(night.run(back(key), CORE)).toEqual([]);
    night.run(settlement(key, 'accepted'), CORE);
    night.run(settlement(key, 'delivered'), CORE);
    expect(night.run(back(key), CORE)).toEqual([]);
    expect(step().state).toBe('delivered');
  });

  test('after its time is over has failed', () => {
    const { night, step, key } = asked();
    night.now = step().expiresAt;
    night.run(back(key), CORE);
    expect(step().state).toBe('failed');
  });

  test('is not wanted once somebody has it, has declined, or it is closed', () => {
    const taken = asked();
    taken.night.now += 1;
    taken.night.reply('marcus', { verb: 'accept', minutes: 20 });
    taken.night.run(back(taken.key), CORE);
    expect(taken.step()).toMatchObject({ state: 'cancelled', reason: 'acknowledged' });

    const declined = asked();
    declined.night.reply('chen', { verb: 'decline' });
    declined.night.run(back(declined.key), CORE);
    expect(declined.step()).toMatchObject({ state: 'cancelled', reason: 'declined' });

    const closed = asked();
    closed.night.now += 1;
    closed.night.run({ type: 'resolve', outcome: 'fixed', words: 'done' } as IncidentCommand);
    closed.night.run(back(closed.key), CORE);
    expect(closed.step()).toMatchObject({ state: 'cancelled', reason: 'resolved' });
    expect(alarmsOf(closed.night)).toEqual([]);
  });

  test('to the resident is not sent after one that says more', () => {
    const { night } = asked();
    const receipt = night.state.messages.find((each) => each.purpose === 'receipt');
    night.now += 6 * 60_000;
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.run(back(receipt?.key ?? ''), CORE);
    expect(night.state.messages.find((each) => each.key === receipt?.key)).toMatchObject({
      state: 'cancelled',
      reason: 'overtaken',
    });
  });
});

describe('a text of which nobody knows how far it came', () => {
  test('wakes somebody once more, said to be possibly twice, and then no more', () => {
    const { night, step, key } = asked();
    night.run(back(key, true), CORE);
    expect(step()).toMatchObject({ state: 'retrying', isPossiblyTwice: true });
    night.run(settlement(key, 'accepted'), CORE);
    night.run(back(key, true), CORE);
    expect(step()).toMatchObject({ state: 'failed' });
  });

  test('and is no step goes to a person', () => {
    const { night } = asked();
    const receipt = night.state.messages.find((each) => each.purpose === 'receipt');
    night.run(back(receipt?.key ?? '', true), CORE);
    expect(night.state.messages.find((each) => each.key === receipt?.key)).toMatchObject({ state: 'failed' });
  });
});
