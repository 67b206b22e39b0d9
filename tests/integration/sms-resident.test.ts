import { afterEach, describe, expect, it } from 'vitest';
import { contactsSince, rebuildCheck } from '#core/store';
import type { IncidentAction } from '#shared/contract';
import type { IncidentEvent } from '#shared/incident';
import { LIFE_SAFETY_TEXT } from '#shared/messages';
import { duration, type Night, openNight } from '../world.ts';

/** What residents text, through the whole core: joined, answered, or for a person, and never swallowed (PRODUCT 4, 5 and 7). */

let night: Night;
afterEach(() => night.end());

const leak = (place: string) => night.report({ text: 'water is running through the ceiling', place, tier: 'P1' });
const resident = (place: string): string => night.core.api.places(place)[0]?.residents[0]?.name ?? '';
const status = (id: string) => night.incident(id).row.status;
const inbox = () => night.core.api.inbox();

describe('residents', () => {
  it('a text joins what is open at their unit, word for word', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(resident('maple 3a')).replies('it is still dripping on the same spot');
    expect(JSON.stringify(night.incident(id).events)).toContain('it is still dripping on the same spot');
    expect(inbox()).toEqual([]);
  });

  it('a text that joins is marked in the queue until somebody has read it, and is told in the log', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(resident('maple 3a')).replies('please hurry');
    await night.phone(resident('maple 3a')).replies('thank you');
    expect(night.core.api.queueRows([id])).toMatchObject([{ unreadWords: 2 }]);
    expect(await night.act({ type: 'readWords', incidentId: id })).toMatchObject({ ok: true });
    expect(night.core.api.queueRows([id])[0]).not.toHaveProperty('unreadWords');
    expect(inbox()).toEqual([]);
    expect(rebuildCheck(night.core.store.write).differences).toEqual([]);
  });

  describe('words that something open at their unit does not cover', () => {
    const drip = (place: string) => night.report({ text: 'the tap drips', place, tier: 'P3' });
    const smoke = 'there is smoke and fire in the kitchen';

    it('of danger to life: the safety text at once, an alarm, and they wait in the inbox', async () => {
      night = await openNight();
      const id = await drip('maple 3a');
      const { name, language } = night.core.api.places('maple 3a')[0]?.residents[0] ?? { name: '', language: 'en' };
      await night.phone(name).replies(smoke);
      expect(night.phone(name).last()).toBe(LIFE_SAFETY_TEXT.fire[language]);
      expect(night.incident(id).alarms).toContain('residentWorse');
      expect(night.core.api.alarms()).toMatchObject([{ kind: 'residentWorse', incidentId: id, isSilencedUntil: null }]);
      expect(inbox()).toMatchObject([{ text: smoke, fromKind: 'resident', candidates: [{ id, unreadWords: 1 }] }]);
      expect(night.core.api.queueList('all').ids[0]).toBe(id);
      expect(status(id)).toBe('morning');
    });

    it('of a tier above it: an alarm, and they wait in the inbox; nothing is sent', async () => {
      night = await openNight();
      const id = await drip('maple 3a');
      await night.pass('6 min');
      const sent = night.phone(resident('maple 3a')).all().length;
      await night.phone(resident('maple 3a')).replies('now water is pouring through the ceiling');
      expect(night.incident(id).alarms).toContain('residentWorse');
      expect(inbox()).toHaveLength(1);
      expect(night.phone(resident('maple 3a')).all()).toHaveLength(sent);
    });

    it.each(['join', 'ignore'] as const)(
      'end with a person’s decision (%s), who is not shown them twice',
      async (as) => {
        night = await openNight();
        const id = await drip('maple 3a');
        await night.phone(resident('maple 3a')).replies(smoke);
        const contactId = inbox()[0]?.contactId ?? '';
        expect(await night.core.api.decideInbox({ contactId, as, incidentId: id })).toMatchObject({ ok: true });
        await night.settle();
        expect(inbox()).toEqual([]);
        expect(night.incident(id).alarms).toEqual([]);
        const types = night.incident(id).events.map(({ event }) => (event as IncidentEvent).type);
        expect(types.filter((type) => type === 'contactJoined')).toHaveLength(1);
        expect(types).toContain('wordsRead');
        const contact = contactsSince(night.core.store.read, 0).find((each) => each.id === contactId);
        expect(contact).toMatchObject({ outcome: 'joined', incidentId: id });
        expect(rebuildCheck(night.core.store.write).differences).toEqual([]);
      },
    );

    it('may be about another incident: there they go, and here the alarm ends', async () => {
      night = await openNight();
      const id = await drip('maple 3a');
      const other = await leak('maple 5a');
      await night.phone(resident('maple 3a')).replies('now water is pouring through the ceiling');
      const contactId = inbox()[0]?.contactId ?? '';
      await night.core.api.decideInbox({ contactId, as: 'join', incidentId: other });
      expect(night.incident(id).alarms).not.toContain('residentWorse');
      expect(JSON.stringify(night.incident(other).events)).toContain('now water is pouring');
      expect(inbox()).toEqual([]);
    });

    it.each([
      'Liked “FIRE: get everyone out now, close doors behind you, use the stairs.”',
      'I’m driving with Do Not Disturb While Driving turned on. There is smoke and fire.',
    ])('are none where a telephone wrote them: %s', async (words) => {
      night = await openNight();
      const id = await drip('maple 3a');
      const sent = night.phone(resident('maple 3a')).all().length;
      await night.phone(resident('maple 3a')).replies(words);
      expect(night.incident(id).alarms).toEqual([]);
      expect(night.phone(resident('maple 3a')).all()).toHaveLength(sent);
      expect(inbox()).toEqual([]);
    });
  });

  describe('words of danger to life about nothing open', () => {
    it('of a resident: the safety text in their language, once, and they wait in the inbox', async () => {
      night = await openNight();
      const { name, language } = night.core.api.places('maple 3a')[0]?.residents[0] ?? { name: '', language: 'en' };
      await night.phone(name).replies('strong smell of gas in the hall');
      await night.phone(name).replies('smell of gas everywhere');
      expect(night.phone(name).all()).toEqual([LIFE_SAFETY_TEXT.gas[language]]);
      expect(inbox()).toHaveLength(2);
      await night.pass('6 min');
      await night.phone(name).replies('still a strong smell of gas');
      expect(night.phone(name).all()).toHaveLength(2);
    });

    it('of a stranger: in both languages; of one who asked for no texts, not at all', async () => {
      night = await openNight();
      const stranger = '+12025550177';
      const texts = () =>
        night.core.api
          .practicePhones()
          .find((each) => each.phone === stranger)
          ?.messages.filter((each) => each.fromDesk)
          .map((each) => each.text);
      await night.core.api.practiceReply({ phone: stranger, text: 'help, the house is on fire' });
      await night.settle();
      expect(texts()).toEqual([LIFE_SAFETY_TEXT.fire.en, LIFE_SAFETY_TEXT.fire.es]);
      expect(inbox()).toHaveLength(1);
      await night.core.api.practiceReply({ phone: stranger, text: 'STOP' });
      await night.pass('6 min');
      // That they will get none is the last thing they are told.
      expect(texts()?.[2]).toMatch(/no more texts|START/i);
      await night.core.api.practiceReply({ phone: stranger, text: 'help, the house is on fire' });
      await night.settle();
      expect(texts()).toHaveLength(3);
    });
  });

  it('a text about nothing open is for a person', async () => {
    night = await openNight();
    const name = resident('maple 3a');
    await leak('maple 5a');
    await night.phone(name).replies('no heat, 52 in here');
    expect(inbox()).toMatchObject([{ fromName: name, fromKind: 'resident', candidates: [] }]);
  });

  it('`2` to "is it fixed?" opens it again and alarms the desk; `1 5` does not', async () => {
    night = await openNight();
    const ids = [await leak('maple 3a'), await leak('maple 5a')];
    for (const id of ids) await resolve(id);
    await night.pass('121 min');
    expect(night.phone(resident('maple 3a')).last()).toMatch(/1.*2/);
    await night.phone(resident('maple 3a')).replies('2');
    await night.phone(resident('maple 5a')).replies('1 5');
    expect(status(ids[0] ?? '')).not.toBe('resolved');
    expect(night.incident(ids[0] ?? '').alarms).toContain('residentNotFixed');
    expect(status(ids[1] ?? '')).toBe('resolved');
    expect(inbox()).toEqual([]);
  });

  it('`2` is about the incident they were asked about, not about a newer one at the same unit', async () => {
    night = await openNight();
    const asked = await leak('maple 3a');
    await resolve(asked);
    await later('50 min');
    const newer = await leak('maple 3a');
    await later('30 min');
    await resolve(newer);
    await later('6 min');
    await later('35 min');
    expect(night.phone(resident('maple 3a')).last()).toMatch(/Is it fixed|arreglaron/);
    await night.phone(resident('maple 3a')).replies('2');
    expect([status(asked), status(newer)]).toEqual(['running', 'resolved']);
    expect(inbox()).toEqual([]);
  });

  it('`2` that could answer two questions opens nothing and is for a person', async () => {
    night = await openNight();
    const ids = [await leak('maple 3a'), await leak('maple 3a')];
    for (const id of ids) await resolve(id);
    await later('126 min');
    await night.phone(resident('maple 3a')).replies('2');
    expect(ids.map(status)).toEqual(['resolved', 'resolved']);
    expect(inbox()).toMatchObject([{ text: '2', fromKind: 'resident' }]);
  });

  it('`2` while something is open as well is for a person', async () => {
    night = await openNight();
    const asked = await leak('maple 3a');
    await resolve(asked);
    await later('50 min');
    const open = await leak('maple 3a');
    await later('71 min');
    const { version } = night.incident(open);
    await night.phone(resident('maple 3a')).replies('2');
    expect(status(asked)).toBe('resolved');
    expect(night.incident(open).version).toBe(version);
    expect(inbox()).toMatchObject([{ text: '2' }]);
  });

  it('an answer to "is it fixed?" that nobody understands is kept with the incident', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await resolve(id);
    await night.pass('121 min');
    await night.phone(resident('maple 3a')).replies('the man was nice');
    expect(JSON.stringify(night.incident(id).events)).toContain('the man was nice');
    expect(status(id)).toBe('resolved');
  });
});

/** The lid was closed for so long: no nap is played, and what was due fires late. */
async function later(time: string): Promise<void> {
  night.clock.sleep(duration(time));
  await night.pass('1 s');
}

async function resolve(id: string): Promise<void> {
  const action: IncidentAction = { type: 'resolve', incidentId: id, outcome: 'fixed', words: 'valve replaced' };
  expect(await night.act(action)).toMatchObject({ ok: true });
}
