import { getRow, logHead, type ReadDb } from '#core/store';
import { weatherDuring } from '#core/weather';
import type { Instant, Language } from '#shared/contract';
import { firstJudged, type IncidentState, isOpen, placeLabel, tellTierChoice, tierChoices } from '#shared/incident';
import { reasonLabel } from '#shared/triage';
import { answersOf, targetOf } from './gather-answers.ts';
import { callsToReturnOf, closeOutOf, holderOf, morningQueueOf, nextOf, openItemsOf } from './gather-lists.ts';
import { practiceOf } from './gather-practice.ts';
import { respondersOf, summaryOf } from './gather-summary.ts';
import { timelineOf } from './gather-timeline.ts';
import type { HandoffDocument, IncidentReport } from './handoff-document.ts';
import { type Night, type NightIncident, readNight } from './night.ts';
import { nightWords } from './night-words.ts';
import { withCompany, wordDayClock } from './wording.ts';

export type HandoffOptions = {
  readonly sessionId: string;
  readonly now: Instant;
  readonly language: Language;
  readonly paper: HandoffDocument['paper'];
  readonly version: string;
  /** Whether the gateway in use is the practice one; decides about a night without messages only. */
  readonly isPracticeNow: boolean;
  readonly isDemo: boolean;
  readonly companyName: string;
  /** IANA zone of what belongs to no property. */
  readonly zone: string;
};

/**
 * Fills the morning handoff of one desk session from the store. A session that still runs is told up to `now`; an ended
 * one as it ended, except the calls to return: those are what waits today. Null when there is no such session.
 */
export function gatherHandoff(read: ReadDb, options: HandoffOptions): HandoffDocument | null {
  // The head first: everything up to it is in the document, whatever is written meanwhile.
  const head = logHead(read);
  const night = readNight(read, options);
  if (!night) return null;
  const { companyName, isDemo, isPracticeNow, language, paper, zone } = options;
  const practice = practiceOf(read, night, isPracticeNow);
  return {
    companyName,
    practice,
    isDemo,
    language,
    paper,
    zone,
    session: {
      turns: night.turns.map(({ staffId, from, until, words }) => ({
        name: getRow(read, 'staff', staffId)?.name ?? staffId,
        startedAt: from,
        endedAt: until,
        words,
      })),
      startedAt: night.from,
      endedAt: night.until,
    },
    logHead: `${head.seq}:${head.hash}`,
    generatedAt: options.now,
    productVersion: options.version,
    summary: summaryOf(read, night),
    weather: weatherDuring(read, { from: night.from, until: night.until, now: options.now }),
    openItems: openItemsOf(night),
    callsToReturn: callsToReturnOf(read, night),
    morningQueue: morningQueueOf(night),
    incidents: reportsOf(night, practice.share === 'partly'),
    responders: respondersOf(night),
    // No event gives a code out yet, so there is none to change.
    codesToChange: [],
  };
}

/** Every P1 and P2, those that were lowered too; the graver tier first, then by number. */
function reportsOf(night: Night, isPartlyPractice: boolean): readonly IncidentReport[] {
  return night.incidents
    .flatMap((incident) => {
      const tier = incident.state.tier === 'P3' ? incident.gravest : incident.state.tier;
      return tier === 'P3' ? [] : [reportOf(incident, tier, night, isPartlyPractice)];
    })
    .toSorted((a, b) => a.tier.localeCompare(b.tier) || a.number - b.number);
}

function reportOf(incident: NightIncident, tier: 'P1' | 'P2', night: Night, isPartlyPractice: boolean): IncidentReport {
  const { state, events } = incident;
  return {
    number: state.number,
    tier,
    place: placeLabel(state),
    category: state.category,
    zone: state.place.zone,
    reasons: reasonsOf(incident, night),
    answers: answersOf(incident),
    sla: targetOf(incident, night),
    outcome: isOpen(state) ? `${standingOf(incident, night)}. ${nextOf(incident, night)}` : closeOutOf(incident, night),
    timeline: timelineOf(events, state.place.zone, night.language, isPartlyPractice),
  };
}

/** What decided the tier, each once; where a person chose another one, that first, and what the first judgement rested on. */
function reasonsOf({ state, events }: NightIncident, night: Night): readonly string[] {
  const { language } = night;
  const labels = [...new Set(state.verdict.reasons.map(({ code }) => reasonLabel(code, language)))];
  const choices = tierChoices(events).map((choice) => tellTierChoice(choice, language));
  if (choices.length === 0) return labels;
  const because = labels.length === 0 ? nightWords(language).noSigns : labels.join(', ');
  return [...choices, `${firstJudged(state.verdict.tier, language)}: ${because}`];
}

function standingOf({ state }: NightIncident, night: Night): string {
  const words = nightWords(night.language);
  const standing = standingIn(state, night);
  if (standing === null) return '';
  return words.stillOpen(state.partOf ? words.withHead(state.partOf.headNumber, standing) : standing);
}

/** Null where it is closed; empty where only the incident that climbs for it could say. */
function standingIn(state: IncidentState, night: Night): string | null {
  const words = nightWords(night.language);
  const holder = holderOf(state);
  const who = holder ? withCompany(holder) : '';
  switch (state.status) {
    case 'running': {
      if (state.partOf !== null) return '';
      const names = state.ladder?.current?.recipients.map((each) => each.name) ?? [];
      return names.length === 0 ? words.nobodyNotified : words.waitingFor(names.join(', '));
    }
    case 'unanswered':
      return words.unanswered;
    case 'acknowledged':
      return holder?.etaAt == null
        ? words.taken(who)
        : words.takenWithEta(who, wordDayClock(holder.etaAt, state.place.zone, night.language));
    case 'onSite':
      return words.onSite(who);
    case 'morning':
      return words.inMorningQueue;
    case 'resolved':
      return null;
  }
}
