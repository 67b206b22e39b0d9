import type { Instant, Tier } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { IncidentEvent } from '#shared/incident';
import type { IncidentReport, TurnAnswer } from './handoff-document.ts';
import { elapsedMs, type Night, type NightIncident } from './night.ts';
import { withCompany } from './wording.ts';

/**
 * A stretch in which somebody was asked to take an incident: from its first contact, and again from each re-opening. What
 * was answered in one stands for that one only.
 */
type Turn = {
  readonly since: { readonly at: Instant; readonly index: number };
  /** Index of the event after its last one. */
  readonly end: number;
  readonly isReopened: boolean;
};

/** Who took it in each turn, and how long after it began. */
export function answersOf({ state, events }: NightIncident): readonly TurnAnswer[] {
  return turnsOf({ state, events }).map((turn) => {
    const index = events.findIndex((event, at) => at >= turn.since.index && at < turn.end && isAnswer(event));
    const event = events[index];
    const reopenedAt = turn.isReopened ? turn.since.at : null;
    const name = event ? takerIn(event) : null;
    if (name === null) return { name, afterMs: null, reopenedAt };
    return { name, afterMs: elapsedMs(events, turn.since, index), reopenedAt };
  });
}

/** Who took it by this event, itself or with the incident that climbs for it; null where nobody did. */
function takerIn(event: IncidentEvent): string | null {
  switch (event.type) {
    case 'acknowledged':
      return withCompany(event);
    case 'arrived':
      return event.name === '' ? null : event.name;
    case 'headMoved':
      return event.holder && withCompany(event.holder);
    default:
      return null;
  }
}

/** Whether it was answered in time, each time it had to be: the worst of its turns. */
export function targetOf(incident: NightIncident, night: Night): IncidentReport['sla'] {
  const again = turnsOf(incident).filter((turn) => turn.isReopened);
  const states = [incident.state.sla.state, ...again.map((turn) => targetAgain(incident, turn, night))];
  const worst = (['missed', 'running', 'kept'] as const).find((each) => states.includes(each));
  return worst ?? 'none';
}

function turnsOf({ state, events }: Pick<NightIncident, 'state' | 'events'>): readonly Turn[] {
  const starts = events.flatMap((event, index) => (event.type === 'reopened' ? [{ at: event.at, index }] : []));
  const first = { at: state.firstContactAt, index: 0 };
  return [first, ...starts].map((since, nth) => ({
    since,
    end: starts[nth]?.index ?? events.length,
    isReopened: nth > 0,
  }));
}

/** The state keeps the target of the first contact only; a turn that began anew has as long for its answer. */
function targetAgain({ events }: NightIncident, turn: Turn, night: Night): IncidentReport['sla'] {
  const limitMs = TIMING.slaMs[tierAt(events, turn.since.index)];
  if (limitMs === null) return 'none';
  const over = events.findIndex((event, at) => at > turn.since.index && at < turn.end && isOver(event));
  const event = events[over];
  if (!event) {
    const last = events.length - 1;
    const afterMs = elapsedMs(events, turn.since, last) + Math.max(0, night.until - (events[last]?.at ?? night.until));
    return afterMs <= limitMs ? 'running' : 'missed';
  }
  if (elapsedMs(events, turn.since, over) > limitMs) return 'missed';
  return isAnswer(event) ? 'kept' : 'none';
}

function isAnswer(event: IncidentEvent): boolean {
  return takerIn(event) !== null;
}

/** Nobody has to answer any more: it was taken, closed, or put off to the morning. */
function isOver(event: IncidentEvent): boolean {
  return isAnswer(event) || event.type === 'resolved' || (event.type === 'tierChanged' && event.to === 'P3');
}

function tierAt(events: readonly IncidentEvent[], index: number): Tier {
  const last = events.slice(0, index).findLast((event) => event.type === 'reported' || event.type === 'tierChanged');
  return last?.type === 'tierChanged' ? last.to : last?.type === 'reported' ? last.tier : 'P3';
}
