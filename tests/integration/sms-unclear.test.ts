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
