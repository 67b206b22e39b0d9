import { describe, expect, test } from 'vitest';
import { openNight, stepsOf, textsTo } from './incident-model.ts';

/** Only whoever has it can finish it: "listo" is also "ready", and a P1 that nobody has must not close by it. */

describe('DONE while nobody has it', () => {
  test.each([
    ['somebody who was asked', () => undefined],
    ['somebody who declined', (night: ReturnType<typeof openNight>) => night.reply('chen', { verb: 'decline' })],
  ] as const)('of %s closes nothing and is answered', (_, before) => {
    const night = openNight();
    before(night);
    const climbed = stepsOf(night).length;
    night.reply('chen', { verb: 'done' }, 'Listo');
    expect(night.state).toMatchObject({ status: 'running', holder: null, resolution: null });
    expect(textsTo(night, 'chen').at(-1)).toBe('notUnderstood');
    expect(night.state.messages.at(-1)?.text).toBe(
      'Nothing has changed: nobody has #1042 Maple Court 14B yet. Reply 1 to take it, 1 30 = in 30 min, 2 no.',
    );
    expect(stepsOf(night)).toHaveLength(climbed);
    night.pass(8);
    expect(stepsOf(night).length).toBeGreaterThan(climbed);
  });

  test('of whoever has it closes it', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.reply('chen', { verb: 'done' }, 'Listo');
    expect(night.state.resolution?.outcome).toBe('fixed');
  });
});
