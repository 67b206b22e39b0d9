import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEvents } from '#core/store';
import { emptyLayer, keepLayer } from '#core/triage';
import type { GivenAnswer, TriageLayer } from '#shared/contract';
import { narrate } from '#shared/incident';
import { PACK_VERSION, PRODUCT_CARDS } from '#shared/triage';
import { type Night, openNight } from '../world.ts';

const plumbing = (question: string, answer: string): GivenAnswer => ({ card: 'plumbing', question, answer });
const LEAK = 'sink is leaking';
const SAFE = plumbing('anyone-in-danger', 'nobody');

/** Answers to a card's questions are part of the verdict, in the core as on screen. */
describe('a report with answers', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  const keep = (layer: Partial<TriageLayer>, place = 'company') =>
    night.core.desk.change(['settings'], (db, author) => keepLayer(db, { ...emptyLayer(place), ...layer }, author), {
      kind: 'core',
    });
  const reported = (id: string) => {
    const event = loadEvents(night.core.store.read, id)[0]?.event;
    if (event?.type !== 'reported') throw new Error('an incident begins with its report');
    return event;
  };
  const leak = (...answers: readonly GivenAnswer[]) => night.report({ text: LEAK, place: 'maple 14b', answers });

  it('is P1 where an answer says so, and its ladder starts', async () => {
    const view = night.incident(await leak(SAFE, plumbing('is-water-running', 'running')));
    expect(view.row.tier).toBe('P1');
    expect(night.phone('Marcus Chen').last()).toMatch(/P1/);
    expect(view.ladder.length).toBe(5);
    expect(view.tierChoices).toEqual([]);
  });

  it('is P3 where an answer says so, without a reason and without waking anybody', async () => {
    const id = await leak(SAFE, plumbing('is-water-running', 'drops'), plumbing('near-electricity', 'no'));
    const { tier, verdict, tierReason } = reported(id);
    expect({ tier, judged: verdict.tier, tierReason }).toEqual({ tier: 'P3', judged: 'P3', tierReason: null });
    expect(night.incident(id).row.status).toBe('morning');
    expect(night.phone('Marcus Chen').all()).toEqual([]);
    // The same words without an answer are for tonight.
    expect(night.incident(await leak()).row.tier).toBe('P2');
  });

  it('stamps what was asked and picked in words, in the order asked, with the versions that judged', async () => {
    const event = reported(await leak(plumbing('is-water-running', 'running'), SAFE));
    expect(event.answers).toMatchObject([
      {
        ...plumbing('is-water-running', 'running'),
        text: { en: 'Is water running or spreading right now?' },
        label: { es: 'Sí, corre o se extiende' },
        tier: 'P1',
        finding: 'water-running',
      },
      { ...SAFE, label: { en: 'No', es: 'No' }, tier: null, finding: null },
    ]);
    expect(event.verdict).toMatchObject({
      packVersion: expect.stringContaining(PACK_VERSION),
      cardVersion: PRODUCT_CARDS.plumbing.version,
    });
    expect(narrate(event, 'en', 'UTC').sentence).toContain(
      '. Asked: “Is water running or spreading right now?” Yes, running or spreading; “Is anyone in immediate danger',
    );
    expect(narrate(event, 'es', 'UTC').sentence).toContain('. Se preguntó: “¿El agua está corriendo');
  });

  it('says numbers as they hold at the place and at that hour', async () => {
    const property = night.core.api.places('maple 14b')[0]?.property.id;
    keep({ numbers: { coldInsideNightF: 61, coldInsideDayF: 66 } }, `property:${property}`);
    const answers = [{ card: 'heat', question: 'inside-temperature', answer: 'cold' } as const];
    const id = await night.report({ text: 'no heat', place: 'maple 14b', answers });
    expect(reported(id).answers?.[0]?.label.en).toBe('Below 61 °F (16 °C)');
    expect(night.incident(id).row.tier).toBe('P1');
  });

  it('keeps answers apart from the log, since they can be about health', async () => {
    const id = await leak(plumbing('anyone-in-danger', 'equipment'));
    expect(night.incident(id).row.hasVolunteeredNeed).toBe(true);
    const line = night.core.store.read.get<{ payload: string }>(
      "SELECT payload FROM log WHERE incident_id = ? AND payload ->> '$.type' = 'reported'",
      id,
    );
    expect(line?.payload).toContain('anyone-in-danger');
    expect(line?.payload).not.toMatch(/medical equipment"|equipo médico"|"equipment"/);
  });

  it('leaves out an answer whose card has changed meanwhile, and judges without it', async () => {
    const { plumbing: card } = PRODUCT_CARDS;
    const questions = card.questions.filter((one) => one.id !== 'is-water-running');
    keep({ cards: { plumbing: { ...card, version: 'company 1', signedBy: 'Rosa Alvarez', questions } } });
    const event = reported(
      await leak(SAFE, plumbing('is-water-running', 'running'), plumbing('near-electricity', 'maybe')),
    );
    expect(event.tier).toBe('P2');
    expect(event.answers?.map((one) => one.question)).toEqual(['anyone-in-danger']);
    expect(event.verdict.cardVersion).toBe('company 1');
    const unasked = reported(await leak(plumbing('is-water-running', 'running')));
    expect(unasked).not.toHaveProperty('answers');
    expect(narrate(unasked, 'en', 'UTC').sentence).not.toContain('Asked');
  });

  it('sends the trade the card of the place names, and shows the card on the incident', async () => {
    const { plumbing: card } = PRODUCT_CARDS;
    const advice = [{ en: 'Close the red wheel.', es: 'Cierre la rueda roja.' }];
    keep({ cards: { plumbing: { ...card, version: 'company 1', trade: 'general', advice } } });
    const view = night.incident(await leak());
    expect(view.row.trade).toBe('general');
    expect(view.card).toEqual({ advice, photos: card.photos, identityRule: null });
  });

  it('opens a draft of before there were cards', () => {
    const draft = { id: 'old', startedAt: 1, text: 'leak' };
    night.core.store.write.run(
      'INSERT INTO draft (id, updated_at, body) VALUES (?, ?, ?)',
      draft.id,
      1,
      JSON.stringify(draft),
    );
    expect(night.core.api.drafts()[0]).toMatchObject({ id: 'old', answers: [], placeText: '' });
  });

  it('and a text is judged by what the company says too', async () => {
    const id = await night.report({ text: LEAK, place: 'maple 14b' });
    keep({ phrases: [{ id: 'p', words: 'boiler room', leastTier: 'P1', category: 'plumbing' }] });
    await night.phone('Dana Ruiz').replies('it comes from the boiler room');
    const joined = loadEvents(night.core.store.read, id).find(({ event }) => event.type === 'contactJoined')?.event;
    expect(joined).toMatchObject({ isWorse: true, verdict: { tier: 'P1' } });
  });
});
