import { afterEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** Replies that mean something but cannot be done: nothing changes, the writer hears so, and a person sees the text. */

let night: Night;
afterEach(() => night.end());

const MARCUS = 'Marcus Chen';
const leak = (place: string) => night.report({ text: 'water is running through the ceiling', place, tier: 'P1' });
const status = (id: string) => night.incident(id).row.status;
const marcus = () => night.phone(MARCUS);

describe('DONE from somebody who does not have it', () => {
  it.each(['Listo', 'DONE', 'fixed'])('%s closes nothing, is answered, and waits for a person', async (words) => {
    night = await openNight();
    const id = await leak('maple 3a');
    await marcus().replies(words);
    expect(status(id)).toBe('running');
    expect(marcus().last()).toMatch(/nobody has #1001|nadie atiende #1001/);
    expect(night.core.api.inbox()).toMatchObject([{ fromName: MARCUS, text: words }]);
    await marcus().replies('1 20');
    await marcus().replies(words);
    expect(status(id)).toBe('resolved');
  });

  it('after declining changes nothing either', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await marcus().replies('2');
    await marcus().replies('done');
    expect(status(id)).toBe('running');
    expect(night.core.api.inbox()).toHaveLength(1);
  });
});

describe('a reply that means yes but cannot be placed', () => {
  it.each(['1 14B', '1B', '2C'])(
    '%s with one open: nothing changes, and the writer reads what to send',
    async (words) => {
      night = await openNight();
      const id = await leak('maple 3a');
      await marcus().replies(words);
      expect(status(id)).toBe('running');
      expect(marcus().last()).toMatch(/^Nothing has changed: nobody has #1001 .*Reply 1 to take it/);
      expect(night.core.api.inbox()).toMatchObject([{ text: words }]);
      await marcus().replies('1');
      expect(status(id)).toBe('acknowledged');
    },
  );

  it('an unknown letter with several open: the list comes back', async () => {
    night = await openNight();
    const ids = [await leak('maple 3a'), await leak('elm 7')];
    await marcus().replies('1Z');
    expect(ids.map(status)).toEqual(['running', 'running']);
    for (const number of [1001, 1002]) expect(marcus().last()).toContain(`#${number}`);
    expect(night.core.api.inbox()).toHaveLength(1);
  });

  it('a bare ok after half an hour: the writer reads that it did not count', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.pass('31 min');
    await marcus().replies('ok');
    expect(status(id)).toBe('running');
    expect(marcus().last()).toMatch(/^Nothing has changed: nobody has #1001/);
    expect(night.core.api.inbox()).toMatchObject([{ text: 'ok' }]);
  });

  it('a bare ok after half an hour, when another has it: who has it', async () => {
    night = await openNight();
    await leak('maple 3a');
    await night.pass('8 min');
    await night.phone('Aline Silva').replies('1 90');
    await night.pass('40 min');
    await marcus().replies('ok');
    expect(marcus().last()).toMatch(/#1001 .* is already with Aline Silva/);
  });
});

describe('a telephone that answers by itself', () => {
  it('gets one answer, however often it writes; a person sees what it wrote', async () => {
    night = await openNight();
    await leak('maple 3a');
    const before = marcus().all().length;
    for (let turn = 0; turn < 20; turn += 1) await marcus().replies('Sorry, I will call you back later');
    expect(marcus().all().length - before).toBe(1);
    expect(night.core.api.inbox()).toHaveLength(20);
  });

  it('with several open: what the list does not answer waits for a person', async () => {
    night = await openNight();
    await leak('maple 3a');
    await leak('elm 7');
    const before = marcus().all().length;
    await marcus().replies('1');
    expect(night.core.api.inbox()).toEqual([]);
    await marcus().replies('1');
    expect(marcus().all().length - before).toBe(1);
    expect(night.core.api.inbox()).toMatchObject([{ text: '1' }]);
  });
});
