import type { Instant, Language, Policy, Tier, Trade } from '#shared/contract';
import type { ResolvedTargets } from '#shared/escalation';
import type { ReportFacts } from './commands.ts';
import { decide } from './decide.ts';
import { CORE } from './draft.ts';
import type { EventOf, IncidentEvent, Place } from './events.ts';

/** Nothing is sent to it; but without a number there would be no text. */
const NOBODY = '+10000000000';

export type PreviewedReport = {
  readonly tier: Tier;
  readonly trade: Trade;
  readonly place: Pick<Place, 'propertyId' | 'propertyName' | 'zone'>;
  readonly language: Language;
};

/** What a dispatch would know at this moment. */
export type PreviewContext = {
  readonly now: Instant;
  readonly policy: Policy;
  readonly targets: ResolvedTargets;
  readonly nextMorningAt: Instant;
};

/**
 * The first text the resident would get if this were dispatched now: the dispatch itself is decided and nothing of it is
 * kept, so that the preview cannot promise anything else than the text will.
 */
export function residentWouldHear(report: PreviewedReport, context: PreviewContext): string {
  const decision = decide(
    null,
    { type: 'open', incidentId: 'preview', number: 0, facts: factsOf(report, context.now) },
    { ...context, by: CORE, hasVoice: true, silenceContact: null, isResidentOptedOut: false, openOfResponder: [] },
  );
  return decision.ok ? (decision.events.find(isToResident)?.text ?? '') : '';
}

function isToResident(event: IncidentEvent): event is EventOf<'messageQueued'> {
  return event.type === 'messageQueued' && event.to.kind === 'resident';
}

/** A report with nothing in it that the first text does not depend on. */
function factsOf({ tier, trade, place, language }: PreviewedReport, now: Instant): ReportFacts {
  const judged = { category: 'general', tier, trade } as const;
  return {
    channel: 'phone',
    contactId: 'preview',
    firstContactAt: now,
    place: { ...place, unitId: null, unitLabel: null, address: '', shutOff: '' },
    caller: { name: '', phone: NOBODY, language, residentId: null, hasVolunteeredNeed: false },
    text: '',
    verdict: { ...judged, confidence: 1, reasons: [], lifeSafety: null, packVersion: '' },
    ...judged,
    tierReason: null,
    permissionToEnter: 'unknown',
  };
}
