import { assertNever, type Language } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { type EventOf, type IncidentEvent, type MessageState, narrate } from '#shared/incident';
import type { TimelineEntry, TimelineKind } from './handoff-document.ts';

/** What became of a message is told on its own line when it came later than this. */
const SAME_LINE_MS = 60_000;
/** Bookkeeping: what follows from it has its own line, and the evidence file has it all. */
const LEFT_OUT: readonly IncidentEvent['type'][] = ['promised', 'residentTextHeld', 'callByHandPlanned'];
const BAD_STATES: readonly MessageState[] = ['retrying', 'unknown', 'failed', 'expired'];

type StateEvent = EventOf<'messageState'>;
type Letter = { readonly queued: EventOf<'messageQueued'>; readonly states: readonly StateEvent[] };

/**
 * What happened to an incident, a sentence each, in the order of the log. A message and what became of it within a
 * minute are one line; trouble always has its own.
 */
export function timelineOf(
  events: readonly IncidentEvent[],
  zone: string,
  language: Language,
): readonly TimelineEntry[] {
  const letters = lettersOf(events);
  let saidBefore: string | null = null;
  return events.flatMap((event) => {
    if (LEFT_OUT.includes(event.type)) return [];
    const told = tell(event, letters, zone, language);
    if (told === null) return [];
    // A reply and what it did share their words; they are printed once.
    const words: string | null = told.words === saidBefore ? null : told.words;
    saidBefore = told.words;
    const { sentence } = told;
    const entry = { at: event.at, kind: kindOf(event), sentence, isLate: isLate(event) };
    return [words === null || words === '' ? entry : { ...entry, words }];
  });
}

function tell(
  event: IncidentEvent,
  letters: ReadonlyMap<string, Letter>,
  zone: string,
  language: Language,
): { readonly sentence: string; readonly words: string | null } | null {
  const told = narrate(event, language, zone);
  if (event.type !== 'messageQueued' && event.type !== 'messageState') return told;
  const letter = letters.get(event.key);
  if (letter === undefined) return told;
  const known = sameLine(letter);
  const title = narrate(letter.queued, language, zone).sentence;
  const withState = (state: StateEvent): string => `${title}: ${lowered(narrate(state, language, zone).sentence)}`;
  if (event.type === 'messageState')
    return isOwnLine(event, letter, known) ? { sentence: withState(event), words: null } : null;
  return { sentence: known ? withState(known) : title, words: hasWords(event) ? event.text : null };
}

/** What a responder is texted repeats the report; what a resident was told, and what was written by hand, does not. */
function hasWords(event: EventOf<'messageQueued'>): boolean {
  return event.to.kind === 'resident' || event.purpose === 'manual';
}

function lettersOf(events: readonly IncidentEvent[]): ReadonlyMap<string, Letter> {
  const letters = new Map<string, { queued: EventOf<'messageQueued'>; states: StateEvent[] }>();
  for (const event of events) {
    if (event.type === 'messageQueued') letters.set(event.key, { queued: event, states: [] });
    else if (event.type === 'messageState') letters.get(event.key)?.states.push(event);
  }
  return letters;
}

/** The last good word about a message that came soon enough to stand beside it. */
function sameLine({ queued, states }: Letter): StateEvent | undefined {
  return states.findLast((each) => !BAD_STATES.includes(each.state) && each.at - queued.at <= SAME_LINE_MS);
}

function isOwnLine(event: StateEvent, { states }: Letter, known: StateEvent | undefined): boolean {
  if (event.state === 'retrying') return states.find((each) => each.state === 'retrying') === event;
  if (BAD_STATES.includes(event.state)) return true;
  return known === undefined || states.indexOf(event) > states.indexOf(known);
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function isLate(event: IncidentEvent): boolean {
  return 'lateMs' in event && event.lateMs >= TIMING.onTimeMs;
}

function kindOf(event: IncidentEvent): TimelineKind {
  switch (event.type) {
    case 'reported':
    case 'contactJoined':
      return 'contact';
    case 'dispatched':
    case 'tierChanged':
      return 'triage';
    case 'stepFired':
    case 'callByHandPlanned':
      return 'notice';
    case 'messageQueued':
      return event.to.kind === 'resident' ? 'resident' : 'notice';
    case 'messageState':
      return BAD_STATES.includes(event.state) ? 'trouble' : 'notice';
    case 'replied':
    case 'acknowledged':
    case 'declined':
    case 'saidNotEmergency':
      return 'reply';
    case 'etaSet':
    case 'arrived':
      return event.how === 'desk' ? 'status' : 'reply';
    case 'promised':
    case 'residentTextHeld':
    case 'residentTextSuppressed':
    case 'followUpAsked':
    case 'followUpAnswered':
      return 'resident';
    case 'reopened':
      return event.why === 'coordinator' ? 'status' : 'trouble';
    case 'roundStarted':
    case 'stepSkipped':
    case 'stepHeld':
    case 'unanswered':
    case 'alarmRaised':
    case 'callByHandDue':
    case 'slaMissed':
      return 'trouble';
    case 'etaAsked':
    case 'resolved':
    case 'alarmHeard':
    case 'callMade':
    case 'resolutionChecked':
    case 'noted':
    case 'wallClockMoved':
      return 'status';
    default:
      return assertNever(event, 'incident event');
  }
}
