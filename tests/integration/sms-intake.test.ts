import { afterEach, describe, expect, it } from 'vitest';
import { receiveSms } from '#core/intake';
import { onCallBook } from '#core/oncall';
import { contactsSince, rebuildCheck } from '#core/store';
import type { IncidentAction } from '#shared/contract';
import type { IncidentEvent } from '#shared/incident';
import { LIFE_SAFETY_TEXT } from '#shared/triage';
import { duration, type Night, openNight } from '../world.ts';

/** Texts that come in, through the whole core: who wrote, what it means, and what is left for a person (PRODUCT 4 and 8). */

let night: Night;
afterEach(() => night.end());

const MARCUS = 'Marcus Chen';
const ALINE = 'Aline Silva';
const leak = (place: string) => night.report({ text: 'water is running through the ceiling', place, tier: 'P1' });
const resident = (place: string): string => night.core.api.places(place)[0]?.residents[0]?.name ?? '';
const status = (id: string) => night.incident(id).row.status;
const holder = (id: string) => night.incident(id).holder?.name ?? null;
const inbox = () => night.core.api.inbox();
/** The letter this incident has on the plumber's phone, as his text shows it. */
const letterOf = (id: string): string =>
  night.core.store.read.get<{ code: string }>('SELECT code FROM notified WHERE incident_id = ?', id)?.code ?? '';

describe('several open on one phone', () => {
  it.each(['1', 'yes', '2', 'ok'])('a bare %s changes nothing; the list is sent back', async (words) => {
    night = await openNight();
    const ids = [await leak('maple 3a'), await leak('elm 7')];
    await night.phone(MARCUS).replies(words);
    expect(ids.map(status)).toEqual(['running', 'running']);
    for (const id of ids) expect(night.phone(MARCUS).last()).toContain(`#${night.incident(id).row.number}`);
    expect(inbox()).toEqual([]);
  });

  it('`1B` takes the second, `1A 15` the first with an estimate', async () => {
    night = await openNight();
    const [first, second] = [await leak('maple 3a'), await leak('elm 7')];
    expect(night.phone(MARCUS).last()).toMatch(new RegExp(`\\b${letterOf(second)}\\b`));
    await night.phone(MARCUS).replies(`1${letterOf(second)}`);
    expect([holder(first), holder(second)]).toEqual([null, MARCUS]);
    await night.phone(MARCUS).replies(`1${letterOf(first).toLowerCase()} 15`);
    expect(holder(first)).toBe(MARCUS);
    expect(night.incident(first).holder?.etaAt).toBe(night.clock.now() + 15 * 60_000);
  });

  it('what the desk writes down for him asks for the minutes with the letter', async () => {
    night = await openNight();
    const [first] = [await leak('maple 3a'), await leak('elm 7')];
    const letter = letterOf(first);
    const responderId = night.incident(first).waitingFor[0]?.responderId ?? '';
    const taken = { type: 'acknowledgeFor', incidentId: first, responderId, via: 'phone', words: 'yes' } as const;
    await night.act({ ...taken, etaMinutes: null });
    expect(night.phone(MARCUS).last()).toContain(`ETA ${letter} 30`);
    await night.act({ type: 'setEta', incidentId: first, etaMinutes: 20 });
    expect(night.phone(MARCUS).last()).toContain(`HERE ${letter}`);
    await night.act({ type: 'markArrived', incidentId: first });
    await later('121 min');
    expect(
      night
        .phone(MARCUS)
        .all()
        .filter((text) => text.includes(`reply DONE ${letter}`)),
    ).toHaveLength(1);
  });

  it('a letter that none of them has is for a person', async () => {
    night = await openNight();
    const ids = [await leak('maple 3a'), await leak('elm 7')];
    await night.phone(MARCUS).replies('1Z');
    expect(ids.map(holder)).toEqual([null, null]);
    expect(inbox()).toMatchObject([{ fromName: MARCUS, fromKind: 'responder', text: '1Z' }]);
    expect(inbox()[0]?.candidates).toHaveLength(2);
  });

  it('HERE, DONE and an estimate are about the one that is theirs', async () => {
    night = await openNight();
    const [first, second] = [await leak('maple 3a'), await leak('elm 7')];
    await night.phone(MARCUS).replies(`1${letterOf(first)}`);
    await night.phone(MARCUS).replies('eta 25');
    expect(night.incident(first).holder?.etaAt).toBe(night.clock.now() + 25 * 60_000);
    await night.phone(MARCUS).replies('HERE');
    expect([status(first), status(second)]).toEqual(['onSite', 'running']);
    await night.phone(MARCUS).replies('done');
    expect([status(first), status(second)]).toEqual(['resolved', 'running']);
  });
});

describe('one open', () => {
  it('a late reply is answered with who has it', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.pass('8 min');
    await night.phone(ALINE).replies('1 30');
    await night.phone(MARCUS).replies('1');
    expect(holder(id)).toBe(ALINE);
    expect(night.phone(MARCUS).last()).toMatch(/already with Aline Silva/);
  });

  it('a decline wakes the next one at once', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.pass('1 min');
    expect(night.phone(ALINE).all()).toEqual([]);
    await night.phone(MARCUS).replies('2');
    expect(night.phone(ALINE).last()).toMatch(/P1/);
    expect(status(id)).toBe('running');
  });

  it('HERE from somebody who had not answered takes it; DONE closes it', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(MARCUS).replies('estoy aquí');
    expect([status(id), holder(id)]).toEqual(['onSite', MARCUS]);
    await night.phone(MARCUS).replies('LISTO');
    expect(status(id)).toBe('resolved');
  });

  it('a bare ok counts for half an hour after our message, then it is for a person', async () => {
    night = await openNight();
    const id = await night.report({ text: 'no hot water in the unit', place: 'maple 3a', tier: 'P2' });
    const phone = night.incident(id).waitingFor[0]?.phone;
    const first = night.core.api.portfolio().responders.find((each) => each.phone === phone)?.name ?? '';
    // His second message came after 15 minutes.
    await night.pass('46 min');
    await night.phone(first).replies('ok');
    expect(holder(id)).toBeNull();
    expect(inbox()).toMatchObject([{ fromName: first, text: 'ok' }]);
    await night.phone(first).replies('1');
    expect(holder(id)).toBe(first);
  });

  it.each([
    ['nonsense', 'who is this and why at night', 1],
    ['a driving telephone', 'I’m driving with Do Not Disturb While Driving turned on.', 1],
    ['a contradiction', '1 no', 1],
    ['a question we know', '?', 0],
  ])('%s acknowledges nothing', async (_, words, waiting) => {
    night = await openNight();
    const id = await leak('maple 3a');
    const before = night.phone(MARCUS).all().length;
    await night.phone(MARCUS).replies(words);
    expect(holder(id)).toBeNull();
    expect(inbox()).toHaveLength(waiting);
    // A telephone that answers by itself is not answered: the two would talk all night.
    expect(night.phone(MARCUS).all().length - before).toBe(/driving/.test(words) ? 0 : 1);
  });

  it('`3` says that it is no emergency: written down, the ladder goes on', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(MARCUS).replies('3');
    expect(JSON.stringify(night.incident(id).events)).toContain('saidNotEmergency');
    expect(status(id)).toBe('running');
  });

  it('STOP of a responder is for the coordinator to know; his texts go on', async () => {
    night = await openNight();
    await leak('maple 3a');
    await night.phone(MARCUS).replies('STOP');
    expect(inbox()).toMatchObject([{ fromName: MARCUS, text: 'STOP' }]);
    await leak('elm 7');
    expect(night.phone(MARCUS).last()).toMatch(/P1/);
  });

  it('the holder gives it back: the ladder begins again', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(MARCUS).replies('1 20');
    await night.phone(MARCUS).replies('2');
    expect([status(id), holder(id)]).toEqual(['running', null]);
  });
});

describe('the same text twice', () => {
  it('a repeated id of the gateway is harmless', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    const { core } = night;
    const deps = { store: core.store, desk: core.desk, book: onCallBook(core.store.read), clock: night.clock };
    const message = { id: 'gateway-7', from: night.phone(MARCUS).number, to: null, text: '2' };
    receiveSms(deps, 'practice', message);
    await night.settle();
    const { version } = night.incident(id);
    for (let repeat = 0; repeat < 3; repeat += 1) receiveSms(deps, 'practice', message);
    receiveSms(deps, 'practice', { ...message, text: '1' });
    await night.settle();
    expect(night.incident(id).version).toBe(version);
    expect(holder(id)).toBeNull();
    // Another gateway may count from one as well.
    receiveSms(deps, 'kannel', { ...message, text: '1' });
    expect(holder(id)).toBe(MARCUS);
  });

  it('typed twice, it is two texts, and the second changes nothing', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(MARCUS).replies('1 30');
    const eta = night.incident(id).holder?.etaAt;
    await night.phone(MARCUS).replies('1');
    expect(night.incident(id).holder?.etaAt).toBe(eta);
  });
});

describe('residents', () => {
  it('a text joins what is open at their unit, word for word', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(resident('maple 3a')).replies('now it comes through the lamp');
    expect(JSON.stringify(night.incident(id).events)).toContain('now it comes through the lamp');
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
      await night.core.api.practiceReply({ phone: stranger, text: 'help, the house is on fire' });
      await night.settle();
      expect(texts()).toHaveLength(2);
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

describe('the inbox', () => {
  const STRANGER = '+12025550177';
  const strange = async (text: string): Promise<string> => {
    await night.core.api.practiceReply({ phone: STRANGER, text });
    await night.settle();
    return inbox().find((each) => each.text === text)?.contactId ?? '';
  };

  it('an unknown number waits there, raw, and counts in the queue', async () => {
    night = await openNight();
    await leak('maple 3a');
    await strange('1');
    expect(inbox()).toMatchObject([{ from: STRANGER, fromKind: 'unknown', fromName: null, text: '1' }]);
    expect(night.core.api.queueList('all').counts.inbox).toBe(1);
  });

  it('a person joins it to an incident, once', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    const contactId = await strange('it is my aunt’s ceiling');
    const decide = () => night.core.api.decideInbox({ contactId, as: 'join', incidentId: id });
    expect(await decide()).toMatchObject({ ok: true });
    expect(await decide()).toMatchObject({ ok: false, code: 'alreadyDecided' });
    expect(inbox()).toEqual([]);
    expect(JSON.stringify(night.incident(id).events)).toContain('it is my aunt’s ceiling');
  });

  it('a stranger answers for nobody', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    const contactId = await strange('I take it');
    const asked = { contactId, as: 'acknowledge', incidentId: id, etaMinutes: null } as const;
    expect(await night.core.api.decideInbox(asked)).toMatchObject({ ok: false, code: 'notAResponder' });
    expect(inbox()).toHaveLength(1);
    expect(await night.core.api.decideInbox({ contactId, as: 'ignore' })).toMatchObject({ ok: true });
    expect(inbox()).toEqual([]);
  });

  it('a person reads an odd reply as an acceptance, with an estimate, or as a decline', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.phone(MARCUS).replies('ok man on my way in 20ish');
    const [item] = inbox();
    const decision = { contactId: item?.contactId ?? '', as: 'acknowledge', incidentId: id, etaMinutes: 20 } as const;
    expect(await night.core.api.decideInbox(decision)).toMatchObject({ ok: true });
    await night.settle();
    expect(holder(id)).toBe(MARCUS);
    await night.phone(MARCUS).replies('sorry buddy the van broke');
    const [sorry] = inbox();
    await night.core.api.decideInbox({ contactId: sorry?.contactId ?? '', as: 'decline', incidentId: id });
    await night.settle();
    expect(holder(id)).toBeNull();
    expect(status(id)).toBe('running');
  });

  it('nobody decides without a name', async () => {
    night = await openNight({ signIn: false });
    const contactId = await strange('hello?');
    expect(await night.core.api.decideInbox({ contactId, as: 'ignore' })).toMatchObject({
      ok: false,
      code: 'signInFirst',
    });
    expect(inbox()).toHaveLength(1);
  });
});

/** The lid was closed for so long: no nap is played, and what was due fires late. */
async function later(time: string): Promise<void> {
  night.clock.sleep(duration(time));
  await night.pass('1 s');
}

async function resolve(id: string): Promise<void> {
  const action: IncidentAction = { type: 'resolve', incidentId: id, outcome: 'fixed', words: 'done' };
  expect(await night.act(action)).toMatchObject({ ok: true });
}
