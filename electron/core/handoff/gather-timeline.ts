import { assertNever, type Language, PRACTICE_GATEWAY } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { type EventOf, type IncidentEvent, type MessageState, narrate } from '#shared/incident';
import type { TimelineEntry, TimelineKind } from './handoff-document.ts';
import { nightWords } from './night-words.ts';

/** What became of a message is told on its own line when it came later than this. */
const SAME_LINE_MS = 60_000;
const BAD_STATES: readonly MessageState[] = ['retrying', 'unknown', 'failed', 'expired'];

type StateEvent = EventOf<'messageState'>;
type Letter = { readonly queued: EventOf<'messageQueued'>; readonly states: readonly StateEvent[] };

/**
 * What happened to an incident, a sentence each, in the order of the log. A message and what became of it within a
 * minute are one line; trouble always has its own. `isPartlyPractice`: messages that only reached a phone on screen say so.
 */
export function timelineOf(
  events: readonly IncidentEvent[],
  zone: string,
  language: Language,
  isPartlyPractice = false,
): readonly TimelineEntry[] {
  const letters = lettersOf(events);
  let saidBefore: string | null = null;
  return worthTelling(events).flatMap((event) => {
    const told = tell(event, letters, zone, language, isPartlyPractice);
    if (told === null) return [];
    // A reply and what it did share their words; they are printed once.
    const words: string | null = told.words === saidBefore ? null : told.words;
    saidBefore = told.words;
    const { sentence } = told;
    const entry = { at: event.at, kind: kindOf(event), sentence, isLate: isLate(event) };
    return [words === null || words === '' ? entry : { ...entry, words }];
  });
}

/** Bookkeeping: what follows from it has its own line, and the evidence file has it all. */
const LEFT_OUT: readonly IncidentEvent['type'][] = ['promised', 'residentTextHeld', 'callByHandPlanned', 'wordsRead'];

/**
 * Leaves out what would bury the rest: bookkeeping, a text not sent for a reason that was given before, and the frame
 * of last-resort rounds after the first one, which come every quarter of an hour all night. Their steps stay.
 */
function worthTelling(events: readonly IncidentEvent[]): readonly IncidentEvent[] {
  const suppressed = new Set<string>();
  let isLastResort = false;
  return events.filter((event) => {
    if (event.type === 'dispatched' || event.type === 'acknowledged') isLastResort = false;
    if (LEFT_OUT.includes(event.type)) return false;
    if (event.type === 'residentTextSuppressed') {
      const reason = `${event.purpose} ${event.why}`;
      return !suppressed.has(reason) && suppressed.add(reason).size > 0;
    }
    const isFrame =
      event.type === 'roundStarted' ||
      event.type === 'unanswered' ||
      (event.type === 'alarmRaised' && event.kind === 'unanswered');
    const isAgain = isLastResort && isFrame;
    if (event.type === 'roundStarted') isLastResort = event.isLastResort;
    return !isAgain;
  });
}

function tell(
  event: IncidentEvent,
  letters: ReadonlyMap<string, Letter>,
  zone: string,
  language: Language,
  isPartlyPractice: boolean,
): { readonly sentence: string; readonly words: string | null } | null {
  const letter = event.type === 'messageQueued' || event.type === 'messageState' ? letters.get(event.key) : undefined;
  if (letter === undefined) return narrate(event, language, zone);
  const { to } = letter.queued;
  const name = to.name === '' ? nightWords(language).caller : to.name;
  const title = narrate({ ...letter.queued, to: { ...to, name } }, language, zone).sentence;
  const where = isPartlyPractice && wasPractice(letter) ? nightWords(language).onPracticePhone : '';
  const withState = (state: StateEvent): string => `${title}: ${lowered(becameOf(state, zone, language))}${where}`;
  const known = sameLine(letter);
  if (event.type === 'messageState')
    return isOwnLine(event, letter, known) ? { sentence: withState(event), words: null } : null;
  return {
    sentence: known ? withState(known) : title,
    words: hasWords(letter.queued) ? letter.queued.text : null,
  };
}

/** Taken by the gateway that sends nothing anywhere. */
function wasPractice({ states }: Letter): boolean {
  return states.findLast((each) => each.state === 'accepted')?.gateway === PRACTICE_GATEWAY;
}

/** What became of a message. A gateway's reason is for trouble; elsewhere it is a code that repeats the state. */
function becameOf(event: StateEvent, zone: string, language: Language): string {
  const hasReason = event.state === 'failed' || event.state === 'unknown' || event.state === 'retrying';
  return narrate(hasReason ? event : { ...event, reason: null }, language, zone).sentence;
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

/** The last good word about a message that came soon enough to stand beside it, and before any trouble. */
function sameLine({ queued, states }: Letter): StateEvent | undefined {
  const firstTrouble = states.findIndex((each) => BAD_STATES.includes(each.state));
  const before = firstTrouble === -1 ? states : states.slice(0, firstTrouble);
  return before.findLast((each) => each.at - queued.at <= SAME_LINE_MS);
}

/** Trouble always, trying again once; good news only where it is the last there was and came too late for its line. */
function isOwnLine(event: StateEvent, { states }: Letter, known: StateEvent | undefined): boolean {
  if (event.state === 'retrying') return states.find((each) => each.state === 'retrying') === event;
  if (BAD_STATES.includes(event.state)) return true;
  return event !== known && states.findLast((each) => !BAD_STATES.includes(each.state)) === event;
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
    case 'linked':
    case 'unlinked':
    case 'partAdded':
    case 'partRemoved':
    case 'headMoved':
      return 'status';
    case 'stepFired':
    case 'callByHandPlanned':
    case 'vendorAsked':
    case 'tierConfirmAsked':
    case 'stillComingAsked':
    case 'stoodDown':
      return 'notice';
    case 'messageQueued':
      return event.to.kind === 'resident' ? 'resident' : 'notice';
    case 'messageState':
      return BAD_STATES.includes(event.state) ? 'trouble' : 'notice';
    case 'replied':
    case 'acknowledged':
    case 'declined':
    case 'saidNotEmergency':
    case 'tierConfirmed':
      return 'reply';
    case 'callEnded':
      return event.pressed !== null ? 'reply' : event.reason === null ? 'notice' : 'trouble';
    case 'vendorAnswered':
      return event.answer === 'silent' ? 'trouble' : 'reply';
    case 'etaSet':
    case 'arrived':
      return event.how === 'desk' ? 'status' : 'reply';
    case 'promised':
    case 'residentTextHeld':
    case 'residentTextSuppressed':
    case 'followUpAsked':
    case 'followUpAnswered':
      return 'resident';
    case 'ladderChanged':
    case 'jumped':
      return 'status';
    case 'reopened':
      return event.why === 'coordinator' ? 'status' : 'trouble';
    case 'stepSkipped':
      return event.why === 'declined' || event.why === 'copiesOnly' ? 'notice' : 'trouble';
    case 'roundStarted':
    case 'stepHeld':
    case 'unanswered':
    case 'alarmRaised':
    case 'callByHandDue':
    case 'slaMissed':
    case 'vendorsSpent':
      return 'trouble';
    case 'promiseSettled':
      return event.isKept ? 'resident' : 'trouble';
    case 'held':
    case 'holdEnded':
    case 'handedOver':
    case 'connected':
    case 'etaAsked':
    case 'resolved':
    case 'alarmHeard':
    case 'callMade':
    case 'resolutionChecked':
    case 'noted':
    case 'emergencyCallAnswered':
    case 'wordsRead':
    case 'triageMarked':
    case 'messageReworded':
    case 'messageRetried':
    case 'wallClockMoved':
      return 'status';
    default:
      return assertNever(event, 'incident event');
  }
}
