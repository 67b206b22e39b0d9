import { handOverWords, incidentIdsDuring, loadEvents, type ReadDb, sessionsOfNight } from '#core/store';
import type { Instant, Language, Tier } from '#shared/contract';
import { fold, type IncidentEvent, type IncidentState } from '#shared/incident';

/** One desk session with the incidents it had to do with, each as it stood when the session ended. */
export type Night = {
  /** Who had the desk, oldest first: one session, or several that were handed on. */
  readonly turns: readonly Turn[];
  readonly from: Instant;
  /** The end of the session; for one that still runs, now. Inclusive. */
  readonly until: Instant;
  readonly language: Language;
  /** For what belongs to no property. */
  readonly zone: string;
  readonly incidents: readonly NightIncident[];
};

export type Turn = {
  readonly staffId: string;
  readonly from: Instant;
  readonly until: Instant;
  /** What was said when they took it over. */
  readonly words: string;
};

export type NightIncident = {
  readonly state: IncidentState;
  /** From the first one on, this night's or not. */
  readonly events: readonly IncidentEvent[];
  /** Reported in this session, not before it. */
  readonly isOfTonight: boolean;
  /** The gravest tier it ever had: lowered incidents woke people too. */
  readonly gravest: Tier;
};

/** Events that change nothing for a reader: an incident of last week is not of this night because of one. */
const SILENT: readonly IncidentEvent['type'][] = ['messageState', 'wallClockMoved', 'triageMarked'];

/** Reads the night; null when there is no such session. */
export function readNight(
  read: ReadDb,
  options: {
    readonly sessionId: string;
    readonly now: Instant;
    readonly language: Language;
    readonly zone: string;
  },
): Night | null {
  const sessions = sessionsOfNight(read, options.sessionId);
  const first = sessions[0];
  const last = sessions.at(-1);
  if (!first || !last) return null;
  const from = first.startedAt;
  const { endedAt } = last;
  const until = endedAt ?? options.now;
  const said = handOverWords(read, from, until);
  const turns = sessions.map((each) => ({
    staffId: each.staffId,
    from: each.startedAt,
    until: each.endedAt ?? options.now,
    words: said.get(each.id) ?? '',
  }));
  const incidents = incidentIdsDuring(read, from, until + 1).flatMap((id) => {
    const all = loadEvents(read, id).map((each) => each.event);
    // An ended night is told as it ended, however much later it is printed.
    const events = endedAt === null ? all : all.filter((event) => event.at <= endedAt);
    const state = fold(events);
    return state === null || !belongs(state, events, from) ? [] : [asNightIncident(state, events, from)];
  });
  return { turns, from, until, language: options.language, zone: options.zone, incidents };
}

function belongs(state: IncidentState, events: readonly IncidentEvent[], from: Instant): boolean {
  return state.status !== 'resolved' || events.some((event) => event.at >= from && !SILENT.includes(event.type));
}

function asNightIncident(state: IncidentState, events: readonly IncidentEvent[], from: Instant): NightIncident {
  const tiers = events.flatMap((event) =>
    event.type === 'reported' ? [event.tier] : event.type === 'tierChanged' ? [event.to] : [],
  );
  return { state, events, isOfTonight: state.reportedAt >= from, gravest: tiers.toSorted()[0] ?? state.tier };
}

/**
 * Time that really passed between an instant and an event: what the wall clock was moved by between them is taken off.
 * @param sinceIndex place in `events` of the event the instant belongs to.
 * @returns ms, never negative.
 */
export function elapsedMs(
  events: readonly IncidentEvent[],
  since: { readonly at: Instant; readonly index: number },
  untilIndex: number,
): number {
  const until = events[untilIndex]?.at ?? since.at;
  const movedMs = events
    .slice(since.index, untilIndex)
    .reduce((sum, event) => sum + (event.type === 'wallClockMoved' ? event.deltaMs : 0), 0);
  return Math.max(0, until - since.at - movedMs);
}

/** The middle of some lengths, in whole ms; null of none. */
export function medianMs(lengths: readonly number[]): number | null {
  const sorted = lengths.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) / 2);
}
