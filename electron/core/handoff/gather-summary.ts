import {
  blindTimesSince,
  clockMovesBetween,
  contactsSince,
  getRow,
  type ReadDb,
  triageTallies,
  unattendedBetween,
  unheardBetween,
} from '#core/store';
import type { Tier } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { type IncidentEvent, type IncidentState, type Message, narrate, placeLabel } from '#shared/incident';
import { blindWords, reasonWords } from '#shared/messages';
import { reviewFigures } from '#shared/review';
import { answersOf, targetOf } from './gather-answers.ts';
import { outagesOf } from './gather-outages.ts';
import type { NightSummary, ResponderPerformance, UndeliveredMessage, WaitingMessages } from './handoff-document.ts';
import { elapsedMs, medianMs, type Night, type NightIncident } from './night.ts';
import { withCompany } from './wording.ts';

/** The figures of the night. Tiers and times to acknowledge are of what was reported tonight; the rest is of all. */
export function summaryOf(read: ReadDb, night: Night): NightSummary {
  const { from, until, incidents } = night;
  const tonight = incidents.filter((each) => each.isOfTonight);
  const urgent = tonight.filter(({ state }) => state.tier !== 'P3');
  const targets = urgent.map((each) => targetOf(each, night));
  const steps = incidents.map(({ events }) => countDuring(events, night, 'stepFired'));
  const { outages, lateBesides } = outagesOf(read, night);
  return {
    contacts: contactsSince(read, from).filter((each) => each.receivedAt <= until).length,
    incidentsByTier: { P1: countTier(tonight, 'P1'), P2: countTier(tonight, 'P2'), P3: countTier(tonight, 'P3') },
    acknowledgedInTime: targets.filter((target) => target === 'kept').length,
    toAcknowledge: targets.filter((target) => target !== 'none').length,
    medianAcknowledgeMs: medianMs(urgent.flatMap((each) => answersOf(each).flatMap((turn) => turn.afterMs ?? []))),
    stepsFired: steps.reduce((sum, count) => sum + count, 0),
    mostStepsOfOne: Math.max(0, ...steps),
    undelivered: incidents.flatMap((each) => undeliveredOf(each, night)).toSorted((a, b) => a.at - b.at),
    waiting: waitingOf(night),
    outages,
    lateBesides,
    blindTimes: blindTimesSince(read, from)
      .filter((blind) => blind.from <= until)
      .map((blind) => ({ ...blind, why: blindWords(blind.why, night.language) })),
    unattended: unattendedBetween(read, from, until + 1).map(({ responderIds, ...each }) => ({
      ...each,
      called: namesOf(read, responderIds),
    })),
    unheard: unheardBetween(read, from, until + 1).map(({ responderIds, ...each }) => ({
      ...each,
      called: namesOf(read, responderIds),
    })),
    clockMoves: clockMovesBetween(read, from, until + 1).map(({ at, deltaMs }) => ({ at, byMs: deltaMs })),
    // A gateway that is down sounds an alarm of its own, which is no incident's.
    alarms: incidents.reduce(
      (sum, { events }) => sum + countDuring(events, night, 'alarmRaised'),
      outages.filter((outage) => outage.from >= from).length,
    ),
    triageMarks: reviewFigures(triageTallies(read, from, until + 1)).all.marked,
  };
}

function namesOf(read: ReadDb, responderIds: readonly string[]): readonly string[] {
  return responderIds.map((id) => getRow(read, 'responder', id)?.name ?? id);
}

function countTier(incidents: readonly NightIncident[], tier: Tier): number {
  return incidents.filter(({ state }) => state.tier === tier).length;
}

function countDuring(events: readonly IncidentEvent[], night: Night, type: IncidentEvent['type']): number {
  return events.filter((event) => event.type === type && event.at >= night.from && event.at <= night.until).length;
}

/** Messages of the night that were lost, or of which nobody knows. */
function undeliveredOf({ state, events }: NightIncident, night: Night): readonly UndeliveredMessage[] {
  return state.messages.flatMap((message) => {
    if (message.state !== 'failed' && message.state !== 'expired' && message.state !== 'unknown') return [];
    const last = events.findLast((event) => event.type === 'messageState' && event.key === message.key);
    if (last === undefined || last.at < night.from) return [];
    return [
      {
        at: last.at,
        zone: state.place.zone,
        to: nameOf(message.to, state),
        why: whyOf(message, last, night, state.place.zone),
        isNotKnown: message.state === 'unknown',
      },
    ];
  });
}
/** Messages that should have left by the end of the night and had not, by whom they are for; the longest waiting first. */
function waitingOf(night: Night): readonly WaitingMessages[] {
  const byPerson = new Map<string, WaitingMessages>();
  for (const { state } of night.incidents) {
    for (const message of state.messages) {
      const isWaiting = message.state === 'retrying' || message.state === 'queued';
      if (!isWaiting || night.until - message.queuedAt <= TIMING.lateMessageMs) continue;
      const to = nameOf(message.to, state);
      const known = byPerson.get(to);
      const first = {
        to,
        zone: state.place.zone,
        count: 0,
        since: message.queuedAt,
        why: sentenceOf(message.reason, night),
      };
      const oldest = known && known.since <= message.queuedAt ? known : first;
      byPerson.set(to, { ...oldest, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...byPerson.values()].toSorted((a, b) => a.since - b.since);
}

/** The gateway's own words where it gave any; that a message ran out of time is ours to say. */
function whyOf(message: Message, last: IncidentEvent, night: Night, zone: string): string {
  if (message.state === 'expired') return `${narrate(last, night.language, zone).sentence}.`;
  return sentenceOf(message.reason, night);
}

function sentenceOf(reason: string | null, night: Night): string {
  if (reason === null) return '';
  const words = reasonWords(reason, night.language);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function nameOf(to: Message['to'], state: IncidentState): string {
  if (to.kind === 'resident') return to.name === '' ? placeLabel(state) : to.name;
  const company = state.notified.find((each) => each.recipient.responderId === to.responderId)?.recipient.company;
  return withCompany({ name: to.name, company: company ?? '' });
}

type Tally = { name: string; notified: number; answered: number; declined: number; answersMs: number[] };

/** How each person did who was notified tonight; most notified first. */
export function respondersOf(night: Night): readonly ResponderPerformance[] {
  const tallies = new Map<string, Tally>();
  for (const { events } of night.incidents) {
    const seen = new Set<string>();
    events.forEach((event, index) => {
      if (event.type !== 'stepFired' || event.at < night.from || event.at > night.until) return;
      for (const recipient of event.recipients) {
        if (seen.has(recipient.responderId)) continue;
        seen.add(recipient.responderId);
        const tally = tallies.get(recipient.responderId) ?? {
          name: withCompany(recipient),
          notified: 0,
          answered: 0,
          declined: 0,
          answersMs: [],
        };
        tallies.set(recipient.responderId, tally);
        addAnswers(tally, events, { at: event.at, index }, recipient.responderId);
      }
    });
  }
  return [...tallies.values()]
    .toSorted((a, b) => b.notified - a.notified || a.name.localeCompare(b.name))
    .map(({ answersMs, ...tally }) => ({ ...tally, medianAnswerMs: medianMs(answersMs) }));
}

/** One notified incident of one person: did they take it or pass it on, and how long after their first notice. */
function addAnswers(
  tally: Tally,
  events: readonly IncidentEvent[],
  notice: { readonly at: number; readonly index: number },
  responderId: string,
): void {
  const answers = events.slice(notice.index).flatMap((event, after) => {
    const answer = answerIn(event, responderId);
    return answer === null ? [] : [{ answer, index: notice.index + after }];
  });
  tally.notified += 1;
  if (answers.some((each) => each.answer === 'took')) tally.answered += 1;
  if (answers.some((each) => each.answer === 'declined')) tally.declined += 1;
  const first = answers[0];
  if (first) tally.answersMs.push(elapsedMs(events, notice, first.index));
}

/** A late acceptance counts too: the person did answer. */
function answerIn(event: IncidentEvent, responderId: string): 'took' | 'declined' | null {
  if (!('responderId' in event) || event.responderId !== responderId) return null;
  if (event.type === 'declined') return 'declined';
  if (event.type === 'acknowledged') return 'took';
  return event.type === 'replied' && event.understoodAs === 'accept' ? 'took' : null;
}
