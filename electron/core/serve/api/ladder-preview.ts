import { getRow } from '#core/store';
import type { Instant, Ladder, LadderPreview, LadderStepView, PreviewInput } from '#shared/contract';
import { minutes, previewLadder, TIMING, targetsOf } from '#shared/escalation';
import { residentText } from '#shared/messages';
import { formatInZone, nextBusinessMorning } from '#shared/oncall';
import { LIFE_SAFETY_TEXT } from '#shared/triage';
import { company, type Parts } from '../parts.ts';

/** Whom a report would wake if it left now, and what its resident would get (PRODUCT 7 rule 11). */
export function ladderPreview(parts: Parts, input: PreviewInput): LadderPreview {
  const { propertyId, trade, tier } = input;
  const at = parts.clock.now();
  const ladder = parts.book.policyOf(propertyId).ladders[tier];
  const query = { trade, propertyId, incidentId: null, at };
  const steps = previewLadder(ladder, parts.book.resolve(targetsOf(ladder), query), at);
  return { steps, residentHears: textsOf(parts, input, ladder, steps, at) };
}

/** The words the texts will have, as `tellResident` reckons them: what is quoted here must be what arrives. */
function textsOf(
  parts: Parts,
  { propertyId, tier, language, lifeSafety }: PreviewInput,
  ladder: Ladder,
  steps: readonly LadderStepView[],
  at: Instant,
): LadderPreview['residentHears'] {
  const property = getRow(parts.store.read, 'property', propertyId);
  const zone = property?.zone ?? company(parts)?.zone ?? 'UTC';
  const time = (instant: number): string => formatInZone(instant, zone, language, 'resident');
  if (tier === 'P3') {
    const morningAt = nextBusinessMorning(zone, at);
    const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: zone }).format(morningAt);
    const text = residentText('morning', { day, nextBy: time(morningAt) }, language);
    return [{ kind: 'morning', notBeforeAt: null, text }];
  }
  // As in `open`: only a P1 sends the fixed text, and the five quiet minutes begin with it.
  const kind = tier === 'P1' ? lifeSafety : null;
  const receiptAt = kind === null ? at : at + TIMING.residentQuietMs;
  // A P1 hears of each step, a P2 at night only of what changes.
  const newsBy = tier === 'P1' ? newsAfter(ladder, steps, receiptAt) : at + TIMING.quietPromiseMs;
  const receipt = residentText('receipt', { propertyName: property?.name ?? '', nextBy: time(newsBy) }, language);
  return [
    ...(kind === null
      ? []
      : [{ kind: 'lifeSafety' as const, notBeforeAt: null, text: LIFE_SAFETY_TEXT[kind][language] }]),
    { kind: 'receipt', notBeforeAt: kind === null ? null : receiptAt, text: receipt },
  ];
}

/** By when somebody told at `at` hears of the next thing the ladder does. */
function newsAfter(ladder: Ladder, steps: readonly LadderStepView[], at: Instant): Instant {
  const last = steps.at(-1);
  const ends = last ? [last.at + minutes(ladder.lastWindowMin)] : [];
  const nextAt = [...steps.map((step) => step.at), ...ends].find((due) => due > at) ?? at;
  return Math.max(nextAt, at + TIMING.residentQuietMs) + TIMING.promiseMarginMs;
}
