import type { ClockKind, Instant, QueueRow } from '#shared/contract';
import { type Clock, clocksOf } from './clocks.ts';
import { type IncidentState, isOpen } from './state.ts';

/** Clocks of the work itself: what a person waits for. The promise to the resident is shown only where none of them runs. */
const SHOWN: readonly ClockKind[] = [
  'late',
  'hold',
  'step',
  'deskStep',
  'lastWindow',
  'round',
  'eta',
  'noEta',
  'confirmTier',
  'resolution',
];

/** What the queue shows of an incident, and by what it is sorted. Computed from the state alone. */
export function queueRowOf(state: IncidentState): QueueRow {
  const run = state.ladder;
  const next = nextShown(clocksOf(state));
  return {
    id: state.id,
    number: state.number,
    tier: state.tier,
    status: state.status,
    category: state.category,
    trade: state.trade,
    place: placeLabel(state),
    propertyId: state.place.propertyId,
    text: state.text,
    callerName: state.caller.name,
    callerLanguage: state.caller.language,
    hasVolunteeredNeed: state.caller.hasVolunteeredNeed,
    firstContactAt: state.firstContactAt,
    who: whoOf(state),
    next: next && { kind: next.kind, dueAt: shownDueAt(state, next) },
    step: run && {
      fired: Math.min(run.nextStep, run.ladder.steps.length),
      of: run.ladder.steps.length,
      round: run.round,
    },
    isAlarmed: state.alarms.length > 0,
    // Left out where there are none, so that a row is what it was before there were any.
    ...heldOf(state),
    ...(state.isUnchecked && { isUnchecked: true }),
    ...(state.partOf && { partOf: state.partOf.headNumber }),
    ...(state.parts.length > 0 && { parts: state.parts.length }),
    ...(state.residentWords.unread.length > 0 && { unreadWords: state.residentWords.unread.length }),
  };
}

function whoOf({ partOf, head, holder, ladder }: IncidentState): readonly string[] {
  if (partOf !== null) return head?.holder ? [head.holder.name] : [];
  return holder ? [holder.name] : (ladder?.current?.recipients.map((each) => each.name) ?? []);
}

/** Until when a text of the ladder waits for its phone: the first of several. */
function heldOf({ messages }: IncidentState): Pick<QueueRow, 'heldUntilAt'> {
  const until = messages.flatMap(({ purpose, state, nextAt }) =>
    purpose === 'step' && state === 'held' && nextAt !== null ? [nextAt] : [],
  );
  return until.length > 0 ? { heldUntilAt: Math.min(...until) } : {};
}

/** `Maple Court 14B`. */
export function placeLabel(state: IncidentState): string {
  const { propertyName, unitLabel } = state.place;
  return unitLabel === null ? propertyName : `${propertyName} ${unitLabel}`;
}

/** What a clock counts down to on screen. The one of an estimate fires after its grace; people wait for the estimate. */
export function shownDueAt(state: IncidentState, clock: Clock): Instant {
  return clock.kind === 'eta' ? (state.holder?.etaAt ?? clock.dueAt) : clock.dueAt;
}

/** The clock a person waits for, or null. */
export function nextShown(clocks: readonly Clock[]): Clock | null {
  return clocks.find((clock) => SHOWN.includes(clock.kind)) ?? clocks.find((clock) => clock.kind === 'promise') ?? null;
}

/** How much an incident needs a person: smaller comes first. Within one rank the sooner deadline comes first. */
export function queueRank(state: IncidentState): number {
  const tier = { P1: 0, P2: 1, P3: 2 }[state.tier];
  // Nobody at the desk has looked at what may be an emergency: it is as much in need of a person as an unanswered P1.
  if (isOpen(state) && state.residentWords.worse.length > 0) return 0;
  // Whatever is to be done about a part is done about its head.
  if (state.partOf !== null && isOpen(state)) return 35;
  switch (state.status) {
    case 'unanswered':
      return tier;
    case 'running':
      return 10 + tier;
    case 'acknowledged':
      return (state.alarms.length > 0 ? 10 : 20) + tier;
    case 'onSite':
      return 30 + tier;
    case 'morning':
      return 40;
    case 'resolved':
      return 90;
  }
}

/** By what rows of equal rank are sorted: the next deadline, or first contact where none runs. */
export function queueDueAt(state: IncidentState): Instant {
  if (state.status === 'resolved') return -(state.resolution?.at ?? 0);
  return nextShown(clocksOf(state))?.dueAt ?? state.firstContactAt;
}
