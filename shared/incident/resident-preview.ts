import type { Instant, Language, LifeSafetyKind, Policy, Tier, Trade } from '#shared/contract';
import type { ResolvedTargets } from '#shared/escalation';
import type { CompanyText } from '#shared/messages';
import { clocksOf } from './clocks.ts';
import type { ReportFacts } from './commands.ts';
import { decide } from './decide.ts';
import { CORE } from './draft.ts';
import type { EventOf, IncidentEvent, MessagePurpose, Place } from './events.ts';
import { fold } from './evolve.ts';

/** Nothing is sent to it; but without a number there would be no text. */
const NOBODY = '+10000000000';

export type PreviewedReport = {
  readonly tier: Tier;
  readonly trade: Trade;
  readonly place: Pick<Place, 'propertyId' | 'propertyName' | 'zone'>;
  readonly language: Language;
  readonly lifeSafety: LifeSafetyKind | null;
};

/** What a dispatch would know at this moment. */
export type PreviewContext = {
  readonly now: Instant;
  readonly policy: Policy;
  readonly targets: ResolvedTargets;
  readonly nextMorningAt: Instant;
  readonly companyText: CompanyText;
};

/**
 * The texts the resident would get if this were dispatched now: the dispatch itself is decided and nothing of it is kept,
 * so that the preview cannot promise anything else than the texts will. One that is held back comes with its instant.
 */
export function residentWouldHear(
  report: PreviewedReport,
  context: PreviewContext,
): readonly { readonly text: string; readonly purpose: MessagePurpose; readonly notBeforeAt: Instant | null }[] {
  const at = (now: Instant) => ({ ...context, ...OF_NO_MATTER, now });
  const opened = decide(
    null,
    { type: 'open', incidentId: 'preview', number: 0, facts: factsOf(report, context.now) },
    at(context.now),
  );
  if (!opened.ok) return [];
  const now = textsIn(opened.events).map((each) => ({ ...each, notBeforeAt: null }));
  const state = fold(opened.events);
  const held = state && clocksOf(state).find((clock) => clock.kind === 'residentText');
  if (!state || !held) return now;
  const later = decide(state, { type: 'clockDue', kind: held.kind, token: held.token }, at(held.dueAt));
  return later.ok ? [...now, ...textsIn(later.events).map((each) => ({ ...each, notBeforeAt: held.dueAt }))] : now;
}

/** What the texts to a resident do not depend on. */
const OF_NO_MATTER = {
  by: CORE,
  hasVoice: true,
  silenceContact: null,
  isResidentOptedOut: false,
  openOfResponder: [],
  oldCopies: [],
  weather: null,
  vendors: [],
  uninsuredVendors: [],
  person: null,
} as const;

function textsIn(events: readonly IncidentEvent[]): readonly Pick<EventOf<'messageQueued'>, 'text' | 'purpose'>[] {
  return events
    .filter((event) => event.type === 'messageQueued')
    .filter((event) => event.to.kind === 'resident')
    .map(({ text, purpose }) => ({ text, purpose }));
}

/** A report with nothing in it that the first text does not depend on. */
function factsOf({ tier, trade, place, language, lifeSafety }: PreviewedReport, now: Instant): ReportFacts {
  const judged = { category: 'general', tier, trade } as const;
  return {
    channel: 'phone',
    contactId: 'preview',
    firstContactAt: now,
    place: { ...place, unitId: null, unitLabel: null, address: '', shutOff: '' },
    caller: { name: '', phone: NOBODY, language, residentId: null, hasVolunteeredNeed: false },
    text: '',
    verdict: { ...judged, confidence: 1, reasons: [], lifeSafety: tier === 'P1' ? lifeSafety : null, packVersion: '' },
    ...judged,
    tierReason: null,
    permissionToEnter: 'unknown',
  };
}
