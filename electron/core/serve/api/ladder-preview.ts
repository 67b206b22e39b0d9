import { companyTexts, getRow } from '#core/store';
import type { LadderPreview, PreviewInput } from '#shared/contract';
import { originOf, previewLadder, targetsOf } from '#shared/escalation';
import { ladderInWeather, residentWouldHear, signedFor } from '#shared/incident';
import { nextBusinessMorning } from '#shared/oncall';
import { company, type Parts } from '../parts.ts';

/** Whom a report would wake if it left now, and what its resident would get (PRODUCT 7 rule 11). */
export function ladderPreview(parts: Parts, input: PreviewInput): LadderPreview {
  const { trade, tier, category, language, lifeSafety } = input;
  // No property has the empty id: what runs is the company's.
  const propertyId = input.propertyId ?? '';
  const now = parts.clock.now();
  const policy = parts.book.policyOf(propertyId);
  const outside = category ? parts.weather.at(propertyId) : null;
  const about = { tier, category: category ?? 'general' } as const;
  const { ladder: own, weather } = ladderInWeather(policy.ladders[tier], about, outside);
  const ladder = input.ladder ?? own;
  const targets = parts.book.resolve(targetsOf(ladder), { trade, propertyId, incidentId: null, at: now });
  const property = getRow(parts.store.read, 'property', propertyId);
  const zone = property?.zone ?? company(parts)?.zone ?? 'UTC';
  const place = { propertyId, propertyName: property?.name ?? '', zone };
  const texts = residentWouldHear(
    { tier, trade, place, language, lifeSafety },
    {
      now,
      policy: { ...policy, ladders: { ...policy.ladders, [tier]: ladder } },
      targets,
      nextMorningAt: nextBusinessMorning(zone, now),
      companyText: companyTexts(parts.store.read),
    },
  );
  const [told] = parts.book
    .vendors({ trade, propertyId, incidentId: null, at: now, zone })
    .filter(({ leftOut }) => leftOut === null);
  const mode = told && signedFor('go', told.candidate.responderId, outside) === 'go' ? 'go' : 'standBy';
  const vendor = told ? ({ name: told.candidate.name, mode } as const) : null;
  return {
    steps: previewLadder(ladder, targets, now),
    ladder: own,
    origin: originOf(policy, tier),
    weather: weather ? { mode: weather.mode, firstWindowMin: weather.firstWindowMin, vendor } : null,
    residentHears: texts.map(({ text, purpose, notBeforeAt }) => ({
      kind: purpose === 'lifeSafety' ? purpose : tier === 'P3' ? 'morning' : 'receipt',
      notBeforeAt,
      text,
    })),
  };
}
