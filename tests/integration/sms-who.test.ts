import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { receiveSms } from '#core/intake';
import { onCallBook } from '#core/oncall';
import { type Author, contactsSince, isOptedOut, putRow, removeRow, type WriteDb } from '#core/store';
import type { Resident, Responder } from '#shared/contract';
import { type Night, openNight } from '../world.ts';

/** Whose text it is, and that no text is lost because it looked like another. */

let night: Night;
afterEach(() => night.end());

const inbox = () => night.core.api.inbox();
const leak = (place: string) => night.report({ text: 'water is running through the ceiling', place, tier: 'P1' });
const residentOf = (place: string) => {
  const [resident] = night.core.api.places(place)[0]?.residents ?? [];
  if (!resident?.phone) throw new Error(`nobody with a phone at ${place}`);
  return { ...resident, phone: resident.phone };
};
const text = async (phone: string, words: string): Promise<void> => {
  expect(await night.core.api.practiceReply({ phone, text: words })).toMatchObject({ ok: true });
  await night.settle();
};
const said = (id: string): string => JSON.stringify(night.incident(id).events);

describe('STOP', () => {
  it('of a caller who stands on no list is obeyed as well', async () => {
    night = await openNight();
    await text('+12025550178', 'STOP');
    expect(isOptedOut(night.core.store.read, '+12025550178')).toBe(true);
    expect(inbox()).toEqual([]);
    await text('+12025550178', 'start');
    expect(isOptedOut(night.core.store.read, '+12025550178')).toBe(false);
  });

  it('is answered once, START too; said again it changes nothing and is not answered again', async () => {
    night = await openNight();
    const phone = '+12025550178';
    const got = () =>
      night.core.gateway
        .practice()
        ?.messages(phone)
        .map((each) => each.text) ?? [];
    await text(phone, 'STOP');
    await text(phone, 'STOP');
    expect(got()).toEqual([expect.stringMatching(/^You will get no more texts from .*START/)]);
    await text(phone, 'START');
    expect(got()).toHaveLength(2);
    expect(got()[1]).toMatch(/^You get texts from .* again/);
  });

  it('of a resident is answered in their language', async () => {
    night = await openNight();
    const spanish = night.core.store.read.get<{ phone: string }>(
      `SELECT phone FROM resident WHERE body ->> '$.language' = 'es' AND phone IS NOT NULL LIMIT 1`,
    )?.phone;
    await text(spanish ?? '', 'ALTO');
    expect(
      night.core.gateway
        .practice()
        ?.messages(spanish ?? '')
        .at(-1)?.text,
    ).toMatch(/^No recibirá más mensajes/);
  });

  it('is left to a gateway that answers it itself', async () => {
    night = await openNight();
    const { store, desk } = night.core;
    const deps = { store, desk, book: onCallBook(store.read), clock: night.clock };
    const stop = { id: 'stop', from: '+12025550178', to: null, text: 'STOP' };
    receiveSms(deps, 'twilio', stop, true);
    await night.settle();
    expect(isOptedOut(store.read, '+12025550178')).toBe(true);
    expect(night.core.gateway.practice()?.messages('+12025550178')).toEqual([]);
  });
});

describe('a sender that is no telephone number', () => {
  const receive = async (from: string, words: string): Promise<void> => {
    const { store, desk } = night.core;
    const deps = { store, desk, book: onCallBook(store.read), clock: night.clock };
    receiveSms(deps, 'kannel', { id: randomUUID(), from, to: null, text: words });
    await night.settle();
  };
  const stored = () => contactsSince(night.core.store.read, 0).map(({ from, text, outcome }) => [from, text, outcome]);
  const leaving = () =>
    night.core.store.read.get<{ n: number }>('SELECT count(*) AS n FROM outbox WHERE incident_id IS NULL')?.n;

  it.each([
    ['56789', 'Your code is 4711'],
    ['VERIZON', 'STOP'],
    ['56789', '1'],
    ['My Bank', '?'],
  ])('invariant 8: %s: "%s" is kept, waits for nobody and is never answered', async (from, words) => {
    night = await openNight();
    const id = await leak('maple 3a');
    const { version } = night.incident(id);
    await receive(from, words);
    expect(stored()).toEqual([expect.anything(), [from, words, 'ignored']]);
    expect(inbox()).toEqual([]);
    expect(leaving()).toBe(0);
    expect(isOptedOut(night.core.store.read, from)).toBe(false);
    expect(night.incident(id).version).toBe(version);
  });

  it.each([
    ['56789', 'ALERT: smoke alarm triggered, Maple Court 3A, there is smoke and fire'],
    ['', 'help'],
  ])('%s: "%s" waits for a person, unanswered', async (from, words) => {
    night = await openNight();
    await receive(from, words);
    expect(inbox()).toMatchObject([{ from, text: words, fromKind: 'unknown', candidates: [] }]);
    expect(leaving()).toBe(0);
  });
});

describe('a phone with two places', () => {
  it('joins the one that is open', async () => {
    night = await openNight();
    const { phone } = residentOf('maple 3a');
    secondHome(phone, 'elm 7');
    const id = await leak('elm 7');
    await text(phone, 'it is still dripping on the same spot');
    expect(said(id)).toContain('it is still dripping on the same spot');
    expect(inbox()).toEqual([]);
  });

  it('with something open at both is for a person, who is shown both', async () => {
    night = await openNight();
    const { phone } = residentOf('maple 3a');
    secondHome(phone, 'elm 7');
    const ids = [await leak('maple 3a'), await leak('elm 7')];
    await text(phone, 'it got worse');
    expect(inbox()).toHaveLength(1);
    expect(
      inbox()[0]
        ?.candidates.map((each) => each.id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    for (const id of ids) expect(said(id)).not.toContain('it got worse');
  });
});

describe('after something was closed', () => {
  it('the next emergency of the same resident is not filed away with it', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'fixed', words: 'done' });
    await text(residentOf('maple 3a').phone, 'no heat now, 48 in here');
    expect(inbox()).toMatchObject([{ text: 'no heat now, 48 in here', fromKind: 'resident' }]);
    expect(said(id)).toContain('no heat now, 48 in here');
  });

  it('a "no" weeks later opens nothing again', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'fixed', words: 'done' });
    await night.restart(() => night.clock.sleep(8 * 24 * 60 * 60_000));
    await text(residentOf('maple 3a').phone, 'no');
    expect(night.incident(id).row.status).toBe('resolved');
    expect(inbox()).toHaveLength(1);
  });
});

describe('a responder', () => {
  it('who stands on the list twice answers for the entry that was woken', async () => {
    night = await openNight();
    const id = await leak('maple 3a');
    const woken = night.incident(id).waitingFor[0];
    const known = night.core.api.portfolio().responders.find((each) => each.id === woken?.responderId);
    if (!known?.phone) throw new Error('nobody was woken');
    const twin: Responder = { ...known, id: 'twin', role: 'owner', name: 'The same person, as owner', trades: [] };
    // The entry that was not woken stands first.
    const change = (db: WriteDb, author: Author): void => {
      putRow(db, 'responder', twin, author);
      removeRow(db, 'responder', known.id, author);
      putRow(db, 'responder', known, author);
    };
    night.core.desk.change([], change, { kind: 'core' });
    await text(known.phone, '1 20');
    expect(night.incident(id).holder?.responderId).toBe(known.id);
  });

  it('who asks what is open when nothing is gets an answer', async () => {
    night = await openNight();
    const marcus = night.phone('Marcus Chen');
    await marcus.replies('?');
    expect(marcus.last()).toMatch(/Nothing is open|No tiene nada abierto/);
    expect(inbox()).toEqual([]);
  });
});

/** The same person rents a second place. */
function secondHome(phone: string, place: string): void {
  const unit = night.core.api.places(place)[0]?.unit;
  if (!unit) throw new Error(`no unit like ${place}`);
  const resident: Resident = { id: randomUUID(), unitId: unit.id, name: 'Same', phone, language: 'en', needs: null };
  night.core.desk.change([], (db, author) => putRow(db, 'resident', resident, author), { kind: 'core' });
}
