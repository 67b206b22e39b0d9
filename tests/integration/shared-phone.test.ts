import { afterEach, describe, expect, it } from 'vitest';
import { putRow } from '#core/store';
import type { Responder } from '#shared/contract';
import { type Night, openNight } from '../world.ts';

/** Two entries of the list with one telephone: letters and what is open belong to the telephone (PRODUCT 8). */

let night: Night;
afterEach(() => night.end());

const MARCUS = 'Marcus Chen';
const JAVIER = 'Javier Ortiz';
const leak = (place: string) => night.report({ text: 'water is running through the ceiling', place, tier: 'P1' });
const cold = (place: string) => night.report({ text: 'no heat, 45 degrees inside', place, tier: 'P1' });
const status = (id: string) => night.incident(id).row.status;
const holder = (id: string) => night.incident(id).holder?.name ?? null;
const phone = () => night.phone(MARCUS);

function change(responder: Responder): void {
  night.core.desk.change([], (db, author) => putRow(db, 'responder', responder, author), { kind: 'core' });
}

function find(name: string): Responder {
  const found = night.core.api.portfolio().responders.find((each) => each.name === name);
  if (!found) throw new Error(`nobody called ${name}`);
  return found;
}

/** The plumber and the man for heating carry one telephone between them. */
async function oneTelephone(): Promise<void> {
  night = await openNight();
  change({ ...find(JAVIER), phone: find(MARCUS).phone, language: 'en' });
}

describe('two responders with one telephone', () => {
  it('a bare 1 takes neither of two: the list comes back with two letters', async () => {
    await oneTelephone();
    const [flood, heat] = [await leak('maple 3a'), await cold('elm 7')];
    expect([night.incident(flood).waitingFor[0]?.name, night.incident(heat).waitingFor[0]?.name]).toEqual([
      MARCUS,
      JAVIER,
    ]);
    expect(phone().last()).toMatch(/^B #1002 P1/);
    await phone().replies('1');
    expect([status(flood), status(heat)]).toEqual(['running', 'running']);
    expect(phone().last()).toMatch(/A #1001[\s\S]*B #1002/);
    expect(night.core.api.inbox()).toEqual([]);
  });

  it('the letter takes the one meant, in the name of whoever was asked for it', async () => {
    await oneTelephone();
    const [flood, heat] = [await leak('maple 3a'), await cold('elm 7')];
    await phone().replies('1A 20');
    expect([holder(flood), holder(heat)]).toEqual([MARCUS, null]);
    await phone().replies('1B 30');
    expect([holder(flood), holder(heat)]).toEqual([MARCUS, JAVIER]);
    await phone().replies('?');
    expect(phone().last()).toMatch(/A #1001 .*: yours[\s\S]*B #1002 .*: yours/);
    await phone().replies('HERE B');
    expect([status(flood), status(heat)]).toEqual(['acknowledged', 'onSite']);
  });

  it('two that are theirs: HERE without a letter is asked back', async () => {
    await oneTelephone();
    const [flood, heat] = [await leak('maple 3a'), await cold('elm 7')];
    await phone().replies('1A 20');
    await phone().replies('1B 20');
    await phone().replies('here');
    expect([status(flood), status(heat)]).toEqual(['acknowledged', 'acknowledged']);
    expect(phone().last()).toMatch(/A #1001[\s\S]*B #1002/);
  });

  it('a text nobody understood offers both to the coordinator, who answers for the right one', async () => {
    await oneTelephone();
    const [flood, heat] = [await leak('maple 3a'), await cold('elm 7')];
    await phone().replies('we will see what we can do');
    const [item] = night.core.api.inbox();
    expect(item?.candidates.map((each) => each.id).toSorted()).toEqual([flood, heat].toSorted());
    const decision = {
      contactId: item?.contactId ?? '',
      as: 'acknowledge',
      incidentId: flood,
      etaMinutes: 20,
    } as const;
    expect(await night.core.api.decideInbox(decision)).toMatchObject({ ok: true });
    await night.settle();
    expect([holder(flood), holder(heat)]).toEqual([MARCUS, null]);
  });

  it('one incident has one letter on one telephone, and its holder is not told that another has it', async () => {
    night = await openNight();
    change({ ...find('Aline Silva'), phone: find(MARCUS).phone });
    const id = await leak('maple 3a');
    await night.pass('8 min');
    const { payload = '' } =
      night.core.store.read.get<{ payload: string }>(`SELECT group_concat(code) AS payload FROM notified`) ?? {};
    expect(payload).toBe('A,A');
    await phone().replies('1 20');
    expect(status(id)).toBe('acknowledged');
    expect(
      phone()
        .all()
        .filter((text) => /Stand easy/.test(text)),
    ).toEqual([]);
    await phone().replies('2');
    expect(status(id)).toBe('running');
  });
});

it('an incident that is opened again gets another letter where its own was given away meanwhile', async () => {
  night = await openNight();
  const first = await leak('maple 3a');
  await night.act({ type: 'resolve', incidentId: first, outcome: 'fixed', words: '' });
  const second = await leak('elm 7');
  await night.act({ type: 'reopen', incidentId: first, words: 'it drips again' });
  expect(phone().last()).toMatch(/^B #1001 P1/);
  await phone().replies('1A 20');
  expect([holder(first), holder(second)]).toEqual([null, MARCUS]);
  await phone().replies('1B 40');
  expect(holder(first)).toBe(MARCUS);
});

it('more open on one telephone than there are letters: each still has a letter of its own', async () => {
  night = await openNight();
  const places = ['maple 3a', 'maple 5a', 'maple 14b', 'elm 7', 'oak 4', 'riverbend 101'];
  const ids: string[] = [];
  for (let turn = 0; turn < 20; turn += 1) ids.push(await leak(places[turn % places.length] ?? 'elm 7'));
  expect(phone().last()).toMatch(/^CC #1020 P1/);
  await phone().replies('1Z');
  await phone().replies('1CC 10');
  expect(ids.filter((id) => holder(id) !== null)).toEqual([ids[16], ids[19]]);
});
