import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allLines, showPersonal } from '#core/store';
import type { BenchInput, BenchResult, ProtocolCard, TriageLayer } from '#shared/contract';
import { PRODUCT_CARDS } from '#shared/triage';
import { duration, type Night, openNight } from '../world.ts';

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const layerOf = (place = 'company'): TriageLayer => {
  const view = night.core.api.triageLayer(place);
  if (!view) throw new Error(`no place ${place}`);
  return view.layer;
};
const save = (layer: TriageLayer) => night.core.api.saveTriageLayer(layer);
const propertyNamed = (name: string) => {
  const found = night.core.api.portfolio().properties.find((each) => each.name.includes(name));
  if (!found) throw new Error(`no property ${name}`);
  const { units: _, residents: __, ...property } = found;
  return property;
};
/** The before and after of every change to what a place says. */
const changes = (): readonly {
  readonly before: string | null;
  readonly after: string | null;
  readonly by: unknown;
}[] =>
  [...allLines(night.core.store.read)]
    .map((line) => showPersonal(night.core.store.read, JSON.parse(line.payload)) as Record<string, string | null>) // a line of the log
    .filter((line) => line.type === 'changed' && String(line.id).startsWith('triage'))
    .map(({ before, after, by }) => ({ before: before ?? null, after: after ?? null, by }));

const PLUMBING = PRODUCT_CARDS.plumbing;
const CARD: ProtocolCard = { ...PLUMBING, photos: { en: 'The valve.', es: 'La llave.' } };

describe('what a place says about triage', () => {
  it('is saved under the next version, signed, with one line of before and after', () => {
    expect(save({ ...layerOf(), preset: 'newYorkCity', cards: { plumbing: CARD } })).toEqual({ ok: true, value: null });
    const saved = layerOf();
    expect(saved).toMatchObject({ version: 1, preset: 'newYorkCity', signedBy: 'Rosa Alvarez' });
    expect(saved.cards.plumbing).toMatchObject({ version: 'company 1', signedBy: 'Rosa Alvarez' });
    const rules = night.core.api.triageRules(null);
    expect([rules.numbers.coldInsideDayF, rules.numberOrigins.coldInsideDayF, rules.cardOrigins.plumbing]).toEqual([
      68,
      'company',
      'company',
    ]);
    const [only, ...more] = changes();
    expect(more).toEqual([]);
    expect(only?.before).toBeNull();
    expect(JSON.parse(only?.after ?? '')).toMatchObject({ value: { version: 1, preset: 'newYorkCity' } });
    expect(only?.by).toMatchObject({ kind: 'staff', name: 'Rosa Alvarez' });
    // The same again is no new version.
    expect(save(layerOf()).ok).toBe(true);
    expect([layerOf().version, changes().length]).toEqual([1, 1]);
  });

  it('is not overwritten by whoever began with an older version', () => {
    const begun = layerOf();
    save({ ...begun, preset: 'chicago' });
    const late = save({ ...begun, preset: 'newYorkCity' });
    expect(late).toMatchObject({ ok: false, code: 'changedMeanwhile' });
    expect([layerOf().preset, layerOf().version]).toEqual(['chicago', 1]);
  });

  it('is had back as a new version', () => {
    save({ ...layerOf(), cards: { plumbing: CARD } });
    const before = layerOf();
    save({ ...before, cards: {}, numbers: { hotInsideF: 90 } });
    save({ ...before, version: layerOf().version });
    expect(layerOf()).toMatchObject({ version: 3, numbers: {} });
    expect(layerOf().cards.plumbing).toMatchObject({ photos: CARD.photos, version: 'company 3' });
    expect(changes()).toHaveLength(3);
  });

  it('is refused in plain words where a card or a number cannot be used, and nothing is written', () => {
    const twice = { ...PLUMBING, questions: [...PLUMBING.questions, ...PLUMBING.questions.slice(0, 1)] };
    const answer = save({ ...layerOf(), cards: { plumbing: twice } });
    expect(answer).toMatchObject({ ok: false, code: 'badTriage' });
    if (answer.ok) return;
    expect(answer.reason.en).toMatch(/^Nothing was saved\. plumbing: Two questions are called/);
    expect(answer.reason.es).toMatch(/^No se guardó nada\. plomería: Dos preguntas/);
    expect(save({ ...layerOf(), cards: { gas: CARD } })).toMatchObject({ ok: false, code: 'badTriage' });
    expect(save({ ...layerOf(), numbers: { dayStart: '23:00' } })).toMatchObject({ ok: false, code: 'badTriage' });
    expect(changes()).toEqual([]);
  });

  it('is changed by nobody who has not signed in', async () => {
    await night.core.api.signOut();
    expect(save({ ...layerOf(), preset: 'chicago' })).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(night.core.api.reviewTriage()).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(await night.core.api.triageBench(typed('gas smell'))).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(changes()).toEqual([]);
  });

  it('is a matter of company, group and property, the nearer over the farther', () => {
    const maple = propertyNamed('Maple');
    night.core.api.saveProperty({ ...maple, group: 'North side' });
    const places = night.core.api.triagePlaces();
    expect(places[0]).toMatchObject({ place: 'company', kind: 'company' });
    expect(places.map((each) => each.place)).toEqual(
      expect.arrayContaining(['group:North side', `property:${maple.id}`]),
    );
    save({ ...layerOf(), preset: 'newYorkCity' });
    save({ ...layerOf('group:North side'), numbers: { coldInsideNightF: 64 } });
    const view = night.core.api.triageLayer(`property:${maple.id}`);
    expect(view?.above.map((each) => each.place)).toEqual(['company', 'group:North side']);
    expect(view?.inForce.numbers).toMatchObject({ coldInsideDayF: 68, coldInsideNightF: 64 });
    expect(view?.inForce.numberOrigins).toMatchObject({ coldInsideDayF: 'company', coldInsideNightF: 'group' });
    expect(night.core.api.triageLayer('group:South side')).toBeNull();
  });
});

describe('hours that places below say for themselves', () => {
  const place = (name: string) => `property:${propertyNamed(name).id}`;

  it('keep a place above from being saved when they would not go together, and are named', () => {
    save({ ...layerOf(place('Maple')), numbers: { dayEnd: '20:00' } });
    const answer = save({ ...layerOf(), numbers: { dayStart: '21:00' } });
    expect(answer).toMatchObject({ ok: false, code: 'badTriage' });
    if (answer.ok) return;
    expect(answer.reason.en).toContain(`${propertyNamed('Maple').name}: The day would begin (21:00)`);
    expect(answer.reason.es).toContain(`${propertyNamed('Maple').name}: El día empezaría (21:00)`);
    expect(layerOf().version).toBe(0);
    expect(save({ ...layerOf(), numbers: { dayStart: '07:00' } }).ok).toBe(true);
  });

  it('do so below a group as well, and in no other group', () => {
    night.core.api.saveProperty({ ...propertyNamed('Maple'), group: 'North side' });
    night.core.api.saveProperty({ ...propertyNamed('Elm'), group: 'South side' });
    save({ ...layerOf(place('Maple')), numbers: { dayEnd: '20:00' } });
    expect(save({ ...layerOf('group:North side'), numbers: { dayStart: '21:00' } }).ok).toBe(false);
    expect(save({ ...layerOf('group:South side'), numbers: { dayStart: '21:00' } }).ok).toBe(true);
  });

  it('are no reason against a change that did not break them', () => {
    // A property that came into a group whose hours do not suit its own.
    save({ ...layerOf(place('Maple')), numbers: { dayEnd: '20:00' } });
    night.core.api.saveProperty({ ...propertyNamed('Elm'), group: 'South side' });
    save({ ...layerOf('group:South side'), numbers: { dayStart: '21:00' } });
    night.core.api.saveProperty({ ...propertyNamed('Maple'), group: 'South side' });
    expect(save({ ...layerOf(), numbers: { hotInsideF: 84 } }).ok).toBe(true);
  });
});

function typed(...texts: readonly string[]): BenchInput {
  return { place: 'company', source: { kind: 'texts', texts: [...texts] }, against: { kind: 'nothing' } };
}

async function judged(input: BenchInput): Promise<BenchResult> {
  const answer = await night.core.api.triageBench(input);
  if (!answer.ok) throw new Error(answer.reason.en);
  return answer.value;
}

describe('the bench', () => {
  it('judges texts, says why, and keeps none of it', async () => {
    const lines = () => [...allLines(night.core.store.read)].length;
    const before = lines();
    const { rows, tiers, judged: count } = await judged(typed('Water is pouring through the ceiling', 'faucet drips'));
    expect([count, tiers.P1, tiers.P3]).toEqual([2, 1, 1]);
    expect(rows[0]).toMatchObject({ inForce: { tier: 'P1', category: 'plumbing' }, instead: null, changes: [] });
    expect(rows[0]?.inForce.reasons.length).toBeGreaterThan(0);
    expect(lines()).toBe(before);
  });

  it('lists only what a draft would change, counted by how', async () => {
    const draft: TriageLayer = {
      ...layerOf(),
      phrases: [{ id: 'a', words: 'boiler room', leastTier: 'P1', category: 'heat' }],
      numbers: { hotInsideF: 100 },
    };
    const texts = ['there is a noise in the boiler room', 'the AC is out and it is 90 degrees inside', 'faucet drips'];
    const { rows, changed, rowsLeftOut } = await judged({
      ...typed(...texts),
      against: { kind: 'draft', layer: draft },
    });
    expect(rows.map((row) => row.text)).toEqual(texts.slice(0, 2));
    expect(changed).toMatchObject({ up: 1, down: 1 });
    expect(rows[1]).toMatchObject({ inForce: { tier: 'P2' }, instead: { tier: 'P3' } });
    expect(rowsLeftOut).toBe(0);
    expect(layerOf().version).toBe(0);
  });

  it('replays past contacts by the rules of where they came from', async () => {
    await night.report({ text: 'the heat is out and it is 60 degrees inside', place: 'maple 14b' });
    await night.report({ text: 'the heat is out and it is 60 degrees inside, please', place: 'elm 3' });
    await night.report({ text: 'garbage disposal is jammed', place: 'maple 2a' });
    const maple = `property:${propertyNamed('Maple').id}`;
    const replay = (filter: 'all' | 'urgent' | 'incidents', last = 100): BenchInput => ({
      place: 'company',
      source: { kind: 'contacts', last, filter },
      against: { kind: 'draft', layer: { ...layerOf(maple), preset: 'newYorkCity' } },
    });
    const all = await judged(replay('all'));
    expect(all.judged).toBe(3);
    expect(all.rows.map((row) => [row.placeName, row.inForce.tier, row.instead?.tier])).toEqual([
      [propertyNamed('Maple').name, 'P2', 'P1'],
    ]);
    expect((await judged(replay('urgent'))).judged).toBe(2);
    expect((await judged(replay('incidents'))).judged).toBe(3);
    expect((await judged(replay('all', 1))).judged).toBe(1);
  });

  it('leaves out what responders answered', async () => {
    await night.report({ text: 'water through the ceiling light', place: 'maple 14b' });
    await night.pass('1 min');
    const before = await judged({ ...typed('x'), source: { kind: 'contacts', last: 50, filter: 'all' } });
    await night.phone('Marcus Chen').replies('1 30');
    const after = await judged({ ...typed('x'), source: { kind: 'contacts', last: 50, filter: 'all' } });
    expect(after.judged).toBe(before.judged);
  });

  it('sends no more rows than a person looks through, and says how many it left out', async () => {
    const { rows, rowsLeftOut, judged: count } = await judged(typed(...Array.from({ length: 620 }, () => 'drip')));
    expect([rows.length, rowsLeftOut, count]).toEqual([500, 120, 620]);
  });

  it('judges five thousand texts on its own thread, while the core goes on answering', async () => {
    const texts = Array.from({ length: 5_000 }, (_, index) => `no hot water in the shower since ${index} o'clock`);
    const layer = { ...layerOf(), numbers: { hotInsideF: 90 } };
    let isDone = false;
    const running = judged({ ...typed(...texts), against: { kind: 'draft', layer } }).finally(() => {
      isDone = true;
    });
    expect(await night.core.api.triageBench(typed('one more'))).toMatchObject({ ok: false, code: 'benchBusy' });
    let turns = 0;
    while (!isDone) {
      turns += 1;
      night.core.api.status();
      // The thread gets the processor: asking without a pause would only make it later.
      await pause(20);
    }
    const result = await running;
    expect([result.judged, result.rows.length, result.changed.up]).toEqual([5_000, 0, 0]);
    expect(turns).toBeGreaterThan(10);
  });
});

describe('looking triage over', () => {
  it('is signed, and due again ninety days later', () => {
    expect(night.core.api.triageAbout()).toMatchObject({ review: null, reviewDueAt: null, changedAt: [] });
    save({ ...layerOf(), cards: { plumbing: CARD } });
    expect(night.core.api.reviewTriage()).toEqual({ ok: true, value: null });
    const { review, reviewDueAt, changedAt } = night.core.api.triageAbout();
    expect(review).toMatchObject({ at: night.clock.now(), by: 'Rosa Alvarez', companyVersion: 1 });
    expect(reviewDueAt).toBe(night.clock.now() + 90 * duration('24 h'));
    expect(changedAt).toMatchObject([{ place: 'company', version: 1, cards: ['plumbing'], signedBy: 'Rosa Alvarez' }]);
    expect(changes().at(-1)?.by).toMatchObject({ name: 'Rosa Alvarez' });
  });
});
