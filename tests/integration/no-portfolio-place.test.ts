import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportInput } from '#shared/contract';
import { type Night, openNight } from '../world.ts';

const P1 = 'water running from the ceiling, no light near it';
const P2 = 'I am locked out of my apartment';

/** A caller from a building nobody entered gets the company's ladder, not a refusal. */
describe('a report from outside the portfolio', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  const report = async (words: Pick<ReportInput, 'text' | 'placeText'> & { readonly propertyId?: string }) => {
    const answer = await night.core.api.report({
      requestId: randomUUID(),
      draftId: null,
      answers: [],
      firstContactAt: night.clock.now(),
      callerPhone: '+12025550188',
      callerName: 'Ines Roe',
      language: 'en',
      propertyId: null,
      unitId: null,
      residentId: null,
      category: null,
      tier: null,
      tierReason: '',
      permissionToEnter: 'unknown',
      ...words,
    });
    await night.settle();
    return answer;
  };
  const opened = async (words: Parameters<typeof report>[0]) => {
    const answer = await report(words);
    if (!answer.ok) throw new Error(answer.reason.en);
    return night.incident(answer.value.incidentId);
  };
  const stepText = (view: Awaited<ReturnType<typeof opened>>) =>
    view.messages.find((each) => each.purpose === 'step')?.text ?? '';

  it('wakes the person on call for the company, who reads the typed place once', async () => {
    const { api } = night.core;
    const ask = { propertyId: '', trade: 'plumbing', tier: 'P1', language: 'en', lifeSafety: null } as const;
    const preview = api.ladderPreview(ask);
    const onCall = api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name;
    expect(onCall).toBeTruthy();
    expect(preview.steps[0]?.recipients.map((each) => each.name)).toContain(onCall);
    const view = await opened({ text: P1, placeText: '9 Birch Alley' });
    expect(view.row.tier).toBe('P1');
    expect(stepText(view).split('9 Birch Alley')).toHaveLength(2);
    expect(
      night
        .phone(onCall ?? '')
        .all()
        .join('\n'),
    ).toContain('9 Birch Alley');
  });

  it('wakes somebody for a P1 whose place nobody has said', async () => {
    expect(stepText(await opened({ text: P1, placeText: '' }))).toContain('Place not known yet');
  });

  it('takes a P2 with a typed place, and stores nothing of one without', async () => {
    const before = night.core.api.queueList('all');
    expect(await report({ text: P2, placeText: '' })).toMatchObject({ ok: false, code: 'placeMissing' });
    expect(night.core.api.queueList('all')).toEqual(before);
    const view = await opened({ text: P2, placeText: '9 Birch Alley' });
    expect(view.row).toMatchObject({ tier: 'P2', propertyId: '' });
    expect(stepText(view)).toContain('9 Birch Alley');
  });

  it('still refuses a property that does not exist', async () => {
    expect(await report({ text: P1, placeText: '9 Birch Alley', propertyId: 'gone' })).toMatchObject({
      ok: false,
      code: 'unknownProperty',
    });
  });
});
