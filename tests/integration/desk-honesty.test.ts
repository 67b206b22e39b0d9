import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportDraft } from '#shared/contract';
import { type IncidentEvent, narrate } from '#shared/incident';
import { type Night, openNight, signIn } from '../world.ts';

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
      answers: [],
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
    const shift = {
      id: randomUUID(),
      propertyId: null,
      group: null,
      startsAt: now - 1000,
      endsAt: now + 3 * 86_400_000,
    };
    api.saveShift({ ...shift, trade: 'general', role: 'primary', responderId: first.id });
    api.saveShift({ ...shift, id: randomUUID(), trade: 'general', role: 'backup', responderId: second.id });
    const tomorrow = { startsAt: now + 86_400_000 / 2, endsAt: now + 2 * 86_400_000 };
    const own = { ...shift, ...tomorrow, id: randomUUID(), trade: 'plumbing', role: 'primary' } as const;
    api.saveShift({ ...own, responderId: later.id });
    const plumbing = api.onCallNow().find((each) => each.trade === 'plumbing');
    expect(plumbing).toMatchObject({ primary: { name: first.name, isByGeneral: true }, gap: null });
  });

  it('says who heard an alarm: whoever is signed in, and else that nobody was', async () => {
    const id = await night.report({ place: 'maple 14b', text: 'water running from the ceiling' });
    await night.pass('3 min');
    expect(night.incident(id).alarms).not.toEqual([]);
    await night.core.api.hearAlarms();
    await night.core.api.signOut();
    await night.core.api.hearAlarms();
    const heard = (language: 'en' | 'es'): readonly string[] =>
      night
        .incident(id)
        .events.map(({ event }) => event as IncidentEvent) // the log of an incident holds these
        .filter((event) => event.type === 'alarmHeard')
        .map((event) => narrate(event, language, 'UTC').sentence);
    expect(heard('en')).toEqual([
      'Alarm heard by Rosa Alvarez',
      'Alarm heard by somebody at the desk, nobody signed in',
    ]);
    expect(heard('es')).toEqual([
      'Alarma oída por Rosa Alvarez',
      'Alarma oída por alguien en la mesa, sin sesión iniciada',
    ]);
  });

  it.each([
    ['P1', 'The garbage disposal hums but does not turn'],
    ['P3', 'water running from the ceiling'],
  ] as const)('wants a reason for another tier than the verdict, %s as well, as the form does', async (tier, text) => {
    const input = {
      requestId: randomUUID(),
      draftId: null,
      firstContactAt: night.clock.now(),
      callerPhone: '',
      callerName: '',
      language: 'en',
      propertyId: night.core.api.places('maple 14b')[0]?.property.id ?? null,
      placeText: '',
      unitId: null,
      residentId: null,
      text,
      answers: [],
      category: null,
      tier,
      tierReason: '',
      permissionToEnter: 'unknown',
    } as const;
    expect(await night.core.api.report(input)).toMatchObject({ ok: false, code: 'reasonMissing' });
    const given = await night.core.api.report({ ...input, tierReason: 'the caller is sure' });
    if (!given.ok) throw new Error(given.reason.en);
    expect(night.incident(given.value.incidentId)).toMatchObject({
      row: { tier },
      tierChoices: [{ to: tier, reason: 'the caller is sure' }],
    });
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
    const preview = night.core.api.ladderPreview({
      propertyId: place.property.id,
      trade: trade[tier],
      tier,
      language,
      lifeSafety: null,
    });
    const view = night.incident(await night.report({ place: 'maple 2b', text }));
    expect(view.row.tier).toBe(tier);
    expect(view.messages.filter((each) => each.toKind === 'resident').map((each) => each.text)).toEqual(
      preview.residentHears.map((each) => each.text),
    );
    expect(preview.residentHears[0]?.notBeforeAt).toBeNull();
  });

  it('previews the safety text first where life is in danger, and the receipt five minutes after it', async () => {
    const place = night.core.api.places('maple 2b')[0];
    const language = place?.residents[0]?.language;
    if (!place || !language) throw new Error('nobody lives at Maple 2B');
    const { residentHears } = night.core.api.ladderPreview({
      propertyId: place.property.id,
      trade: 'general',
      tier: 'P1',
      language,
      lifeSafety: 'gas',
    });
    expect(residentHears.map((each) => each.kind)).toEqual(['lifeSafety', 'receipt']);
    const id = await night.report({ place: 'maple 2b', text: 'strong smell of gas in the kitchen' });
    const toResident = () => night.incident(id).messages.filter((each) => each.toKind === 'resident');
    expect(toResident().map((each) => each.text)).toEqual([residentHears[0]?.text]);
    await night.pass('5 min');
    expect(toResident().map((each) => each.text)).toEqual(residentHears.map((each) => each.text));
    expect(toResident()[1]?.queuedAt).toBe(residentHears[1]?.notBeforeAt);
  });

  it('promises no safety text where another tier than P1 is dispatched: none leaves then', () => {
    const preview = { propertyId: '', trade: 'general', tier: 'P2', language: 'en', lifeSafety: 'gas' } as const;
    expect(night.core.api.ladderPreview(preview).residentHears.map((each) => each.kind)).toEqual(['receipt']);
  });

  it('previews the very text too where the ladder has one step and long windows', async () => {
    await signIn(night.core, 'manager');
    const layer = night.core.api.policyLayer('company')?.layer;
    const first = layer?.ladders.P1?.steps[0];
    if (!layer || !first) throw new Error('the policy has no steps');
    const changed = { ...layer, ladders: { ...layer.ladders, P1: { steps: [first], lastWindowMin: 35 } } };
    expect(night.core.api.savePolicyLayer({ layer: changed, signedAs: 'Priya Shah' })).toMatchObject({ ok: true });
    const place = night.core.api.places('maple 2b')[0];
    const language = place?.residents[0]?.language ?? 'en';
    const asked = { propertyId: place?.property.id ?? '', trade: 'plumbing', tier: 'P1', language } as const;
    const { residentHears } = night.core.api.ladderPreview({ ...asked, lifeSafety: null });
    const view = night.incident(await night.report({ place: 'maple 2b', text: 'water running from the ceiling' }));
    expect(view.messages.find((each) => each.toKind === 'resident')?.text).toBe(residentHears[0]?.text);
  });
});
