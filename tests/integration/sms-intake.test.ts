import { afterEach, describe, expect, it } from 'vitest';
import { receiveSms } from '#core/intake';
import { onCallBook } from '#core/oncall';
import { duration, type Night, openNight } from '../world.ts';

/** Texts that come in, through the whole core: who wrote, what it means, and what is left for a person (PRODUCT 4 and 8). */

let night: Night;
afterEach(() => night.end());

const MARCUS = 'Marcus Chen';
const ALINE = 'Aline Silva';
const leak = (place: string) => night.report({ text: 'water is running through the ceiling', place, tier: 'P1' });
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
