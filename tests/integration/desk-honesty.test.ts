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
});
