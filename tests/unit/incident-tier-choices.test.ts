import { describe, expect, it } from 'vitest';
import type { Tier } from '#shared/contract';
import { firstJudged, type IncidentEvent, tellTierChoice, tierChoices } from '#shared/incident';

const ROSA = { kind: 'staff', id: 'r', name: 'Rosa Alvarez' } as const;

function reported(judged: Tier, chosen: Tier, tierReason: string | null): IncidentEvent {
  return {
    type: 'reported',
    v: 1,
    at: 1,
    by: ROSA,
    incidentId: 'i',
    number: 1001,
    channel: 'phone',
    contactId: 'c',
    firstContactAt: 1,
    place: {
      propertyId: 'm',
      unitId: null,
      propertyName: 'Maple',
      unitLabel: null,
      address: '',
      zone: 'UTC',
      shutOff: '',
    },
    caller: { name: '', phone: null, language: 'en', residentId: null, hasVolunteeredNeed: false },
    text: 'locked out with my baby inside',
    verdict: {
      category: 'lockout',
      tier: judged,
      trade: 'locksmith',
      confidence: 1,
      reasons: [],
      lifeSafety: null,
      packVersion: '1',
    },
    category: 'lockout',
    tier: chosen,
    trade: 'locksmith',
    tierReason,
    permissionToEnter: 'unknown',
  };
}
const changed = (from: Tier, to: Tier, reason: string): IncidentEvent => ({
  type: 'tierChanged',
  v: 1,
  at: 2,
  by: ROSA,
  from,
  to,
  reason,
});

describe('who chose another tier than the one that was judged', () => {
  it('is nobody where the verdict was followed', () => {
    expect(tierChoices([reported('P1', 'P1', null)])).toEqual([]);
  });

  it('is whoever lowered it, and the first judgement is named as such', () => {
    const choices = tierChoices([reported('P1', 'P1', null), changed('P1', 'P3', 'the baby is out')]);
    expect(choices.map((each) => tellTierChoice(each, 'en'))).toEqual([
      'Lowered P1→P3 by Rosa Alvarez: the baby is out',
    ]);
    expect(choices.map((each) => tellTierChoice(each, 'es'))).toEqual([
      'Rosa Alvarez bajó de P1 a P3: the baby is out',
    ]);
    expect([firstJudged('P1', 'en'), firstJudged('P1', 'es')]).toEqual([
      'first judged P1 because',
      'al principio se juzgó P1 porque',
    ]);
  });

  it('tells a choice at the report, and each one after it, in order', () => {
    const events = [reported('P2', 'P1', 'I know that door'), changed('P1', 'P2', 'calm now'), changed('P2', 'P1', '')];
    expect(tierChoices(events).map((each) => tellTierChoice(each, 'en'))).toEqual([
      'Raised P2→P1 by Rosa Alvarez: I know that door',
      'Lowered P1→P2 by Rosa Alvarez: calm now',
      'Raised P2→P1 by Rosa Alvarez',
    ]);
  });
});
