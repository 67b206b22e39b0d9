import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportDraft } from '#shared/contract';
import { type Night, openNight } from '../world.ts';

/** What the console says of an incident and of a report has to be what the core does. */
describe('what the desk is told', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  it('does not keep a draft of a report that has been dispatched, however late it is saved', async () => {
    const place = night.core.api.places('maple 14b')[0];
    if (!place) throw new Error('the demo has no Maple 14B');
    const draft: ReportDraft = {
      id: randomUUID(),
      startedAt: night.clock.now(),
      callerPhone: '',
      callerName: '',
      language: 'en',
      calledNumber: '',
      propertyId: place.property.id,
      placeText: '',
      unitId: place.unit?.id ?? null,
      residentId: null,
      text: 'smell of gas in the kitchen',
      category: null,
      tier: null,
      tierReason: '',
      permissionToEnter: 'unknown',
    };
    night.core.api.saveDraft(draft);
    expect(night.core.api.drafts()).toHaveLength(1);
    const { id, startedAt, calledNumber, ...rest } = draft;
    expect(calledNumber).toBe('');
    const answer = await night.core.api.report({
      ...rest,
      requestId: id,
      draftId: id,
      firstContactAt: startedAt,
      language: 'en',
      propertyId: place.property.id,
    });
    expect(answer.ok).toBe(true);
    // The last key was pressed half a second before Ctrl+Enter, and the slower request arrives second.
    night.core.api.saveDraft(draft);
    expect(night.core.api.drafts()).toEqual([]);
  });

  it.each([
    ['smell of gas in the kitchen', true],
    ['agua cayendo del techo sobre la luz', false],
    ['sparks coming out of the outlet', false],
    ['water running from the ceiling', false],
  ])('says that nobody enters exactly where the responder is told so: %s', async (text, isOutside) => {
    const view = night.incident(await night.report({ place: 'maple 14b', text }));
    expect(view.mustWaitOutside).toBe(isOutside);
    const sent = view.messages.find((each) => each.purpose === 'step')?.text ?? '';
    expect(/DO NOT ENTER|NO ENTRE/.test(sent)).toBe(isOutside);
  });

  it('names who is woken by the step that fires whatever else', async () => {
    const id = await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    await night.phone('Marcus Chen').replies('1 20');
    const timer = night.incident(id).clocks.find((clock) => clock.kind === 'whateverElse');
    expect(timer?.names).toEqual(['DryRight on-call']);
  });

  it('does not speak of a gap, or of nobody, where general fills it', () => {
    const { api } = night.core;
    const { sources, responders } = api.calendar({ from: night.clock.now(), to: night.clock.now() + 400 * 86_400_000 });
    for (const { id } of sources.shifts) api.removeShift(id);
    for (const { id } of sources.rotations) api.removeRotation(id);
    for (const { id } of sources.covers) api.removeCover(id);
    const [first, second, later] = responders;
    if (!first || !second || !later) throw new Error('the demo has three responders');
    const now = night.clock.now();
    const shift = { id: randomUUID(), propertyId: null, startsAt: now - 1000, endsAt: now + 3 * 86_400_000 };
    api.saveShift({ ...shift, trade: 'general', role: 'primary', responderId: first.id });
    api.saveShift({ ...shift, id: randomUUID(), trade: 'general', role: 'backup', responderId: second.id });
    const tomorrow = { startsAt: now + 86_400_000 / 2, endsAt: now + 2 * 86_400_000 };
    const own = { ...shift, ...tomorrow, id: randomUUID(), trade: 'plumbing', role: 'primary' } as const;
    api.saveShift({ ...own, responderId: later.id });
    const plumbing = api.onCallNow().find((each) => each.trade === 'plumbing');
    expect(plumbing).toMatchObject({ primary: { name: first.name, isByGeneral: true }, gap: null });
  });

  it('measures the way from a report to the gateway by what the report woke, not by a later step', async () => {
    const figure = () => night.core.api.status().tonight.reportToGatewayMs;
    await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    expect(figure()).toBe(0);
    await night.pass('7 min');
    night.core.api.practiceTrouble('down');
    // The second step is due and has to wait.
    await night.pass('75 s');
    night.core.api.practiceTrouble('none');
    await night.pass('1 min');
    expect(night.phone('Aline Silva').all()).not.toEqual([]);
    expect(figure()).toBe(0);
    night.core.api.practiceTrouble('down');
    await night.report({ place: 'elm 7', text: 'water running from the ceiling' });
    await night.pass('20 s');
    night.core.api.practiceTrouble('none');
    await night.pass('1 min');
    expect(figure()).toBeGreaterThan(20_000);
  });

  it.each([
    ['P1', 'water running from the ceiling, no light near it'],
    ['P2', 'I am locked out of my apartment'],
    ['P3', 'The garbage disposal hums but does not turn'],
  ] as const)('previews the very text the resident then gets: %s', async (tier, text) => {
    const place = night.core.api.places('maple 2b')[0];
    const resident = place?.residents[0];
    if (!place || !resident) throw new Error('nobody lives at Maple 2B');
    const { language } = resident;
    const trade = { P1: 'plumbing', P2: 'locksmith', P3: 'appliance' } as const;
    const preview = await night.core.api.ladderPreview({
      propertyId: place.property.id,
      trade: trade[tier],
      tier,
      language,
    });
    const view = night.incident(await night.report({ place: 'maple 2b', text }));
    expect(view.row.tier).toBe(tier);
    expect(view.messages.find((each) => each.toKind === 'resident')?.text).toBe(preview.residentHears);
  });
});
