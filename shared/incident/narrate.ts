import { assertNever, type Instant, type Ladder, type Language, type TargetSpec } from '#shared/contract';
import { ladderChanges } from '#shared/escalation';
import { reasonWords } from '#shared/messages';
import type { Actor, EventOf, IncidentEvent, Place, StepRecipient } from './events.ts';
import { isCallBack } from './evolve-messages.ts';
import { narrateMeanwhile } from './narrate-meanwhile.ts';
import { timeInLine } from './narrate-time.ts';
import { type NarrationWords, narrationWords } from './narrate-words.ts';
import { OWN_TROUBLE } from './own-trouble.ts';

/** What happened, told to a person. `hot`: somebody must look. `ok`: somebody was reached. `dim`: housekeeping. */
export type Narration = {
  readonly sentence: string;
  /** The words somebody used, verbatim, in whatever language; null where nobody said anything. */
  readonly words: string | null;
  readonly tone: 'plain' | 'hot' | 'ok' | 'dim';
};

/**
 * One event of an incident's log as a sentence, in the language of the reader. Times are wall-clock in `zone` (IANA).
 * Pure and complete: a new event type does not compile until it can be told.
 */
export function narrate(event: IncidentEvent, language: Language, zone: string): Narration {
  const say = narrationWords(language);
  const time = (at: Instant) => timeInLine(at, event.at, zone, language);
  const oldCopies = ({ oldCopies: copies = [] }: EventOf<'stepFired' | 'stepSkipped'>) =>
    say.byOldCopies(copies.map(({ name, checkedAt }) => [name, time(checkedAt)]));
  switch (event.type) {
    case 'reported':
      return reported(event, say, language);
    case 'dispatched':
      return dispatched(event, say, language, time);
    case 'ladderChanged':
      return {
        sentence:
          say.ladderChanged(actor(event.by, say)) +
          ladderDiff(event.insteadOf, event.ladder, language) +
          say.nextAt(time(event.dueAt)),
        words: event.words,
        tone: 'hot',
      };
    case 'jumped':
      return {
        sentence: say.jumped(event.from + 1, event.step + 1, actor(event.by, say)),
        words: event.reason,
        tone: 'plain',
      };
    case 'roundStarted':
      return {
        ...plain(event.isLastResort ? say.lastResort() : say.round(event.round) + late(event.lateMs, say)),
        tone: 'hot',
      };
    case 'stepFired':
      return plain(
        say.stepFired(event.step + 1, recipients(event.recipients, say), event.why) +
          late(event.lateMs, say) +
          oldCopies(event),
      );
    case 'stepHeld':
      return { ...plain(stepHeld(event, say, time(event.untilAt))), tone: 'hot' };
    case 'stepSkipped':
      if (event.why === 'declined')
        return plain(say.stepDeclined(event.step + 1, (event.declined ?? []).map((each) => each.name).join(', ')));
      return {
        ...plain(
          say.stepSkipped(event.step + 1, event.why, event.wanted.map((target) => roleOf(target, say)).join(', ')) +
            oldCopies(event),
        ),
        tone: 'hot',
      };
    case 'messageQueued':
      return {
        sentence: say.messageQueued(event.purpose, event.to.name) + (event.call?.turn === 2 ? say.onceMore() : ''),
        words: event.text,
        tone: 'dim',
      };
    case 'messageState':
      return messageState(event, say, language, time);
    case 'messageReworded':
      return { sentence: say.messageReworded(), words: event.text, tone: 'dim' };
    case 'messageRetried':
      return { ...plain(say.messageRetried(actor(event.by, say), event.isPossiblyTwice)), tone: 'dim' };
    case 'replied':
      return { sentence: say.replied(event.name), words: event.words, tone: 'plain' };
    case 'contactJoined':
      return joined(event, say);
    case 'wordsRead':
      return { ...plain(say.wordsRead(actor(event.by, say))), tone: 'dim' };
    case 'noted':
      return { sentence: say.noted(actor(event.by, say)), words: event.words, tone: 'plain' };
    case 'triageMarked':
      return { ...plain(say.triageMarked(event.mark, event.tier, actor(event.by, say))), tone: 'dim' };
    case 'emergencyCallAnswered':
      return {
        ...plain(say.emergencyCall(event.answer, actor(event.by, say))),
        tone: event.answer === 'yes' ? 'ok' : 'hot',
      };
    case 'promised':
      return { ...plain(event.byAt === null ? say.promiseKept() : say.promised(time(event.byAt))), tone: 'dim' };
    case 'residentTextHeld':
      return { ...plain(say.held(event.purpose, time(event.untilAt))), tone: 'dim' };
    case 'residentTextSuppressed':
      return { ...plain(say.suppressed(event.purpose, event.why)), tone: 'dim' };
    case 'wallClockMoved':
      return { ...plain(say.clockMoved(Math.round(event.deltaMs / 1000))), tone: 'dim' };
    case 'resolutionChecked':
      return { ...plain(say.resolutionChecked()), tone: 'dim' };
    case 'followUpAsked':
      return { ...plain(say.followUpAsked()), tone: 'dim' };
    case 'followUpAnswered':
      return followUp(event, say);
    case 'acknowledged':
    case 'declined':
    case 'saidNotEmergency':
    case 'etaSet':
    case 'etaAsked':
    case 'arrived':
    case 'callByHandPlanned':
    case 'callByHandDue':
    case 'callMade':
    case 'callEnded':
      return aboutResponder(event, say, language, time);
    case 'held':
    case 'holdEnded':
    case 'tierConfirmAsked':
    case 'tierConfirmed':
    case 'stillComingAsked':
    case 'handedOver':
    case 'connected':
    case 'vendorAsked':
    case 'vendorAnswered':
    case 'vendorsSpent':
    case 'stoodDown':
      return narrateMeanwhile(event, say, actor(event.by, say), time);
    case 'resolved':
    case 'reopened':
    case 'tierChanged':
    case 'unanswered':
    case 'alarmRaised':
    case 'alarmHeard':
    case 'slaMissed':
    case 'promiseSettled':
      return aboutState(event, say, time);
    case 'linked':
    case 'unlinked':
    case 'partAdded':
    case 'partRemoved':
    case 'headMoved':
      return aboutBuilding(event, say);
    default:
      return assertNever(event, 'event');
  }
}

type AboutResponder = EventOf<
  | 'acknowledged'
  | 'declined'
  | 'saidNotEmergency'
  | 'etaSet'
  | 'etaAsked'
  | 'arrived'
  | 'callByHandPlanned'
  | 'callByHandDue'
  | 'callMade'
  | 'callEnded'
>;

function aboutResponder(
  event: AboutResponder,
  say: NarrationWords,
  language: Language,
  time: (at: Instant) => string,
): Narration {
  switch (event.type) {
    case 'acknowledged': {
      const eta = event.etaAt === null ? say.withoutEta() : say.withEta(time(event.etaAt));
      const who = event.company ? `${event.name} (${event.company})` : event.name;
      const sentence =
        event.how === 'reply'
          ? say.acknowledged(who, eta) + (event.via === 'voice' ? say.byKey() : '')
          : say.acknowledgedFor(who, eta, actor(event.by, say), event.via);
      return { sentence, words: event.words || null, tone: 'ok' };
    }
    case 'declined':
      return {
        sentence: say.declined(event.name, onBehalf(event, say) + (event.via === 'voice' ? say.byKey() : '')),
        words: event.words || null,
        tone: 'hot',
      };
    case 'saidNotEmergency':
      return { sentence: say.notEmergency(event.name), words: event.words || null, tone: 'hot' };
    case 'etaSet':
      return plain(say.etaSet(time(event.etaAt), actor(event.by, say)));
    case 'etaAsked':
      return { ...plain(say.etaAsked()), tone: 'dim' };
    case 'arrived':
      return { ...plain(say.arrived(event.name, onBehalf(event, say))), tone: 'ok' };
    case 'callByHandPlanned':
      return {
        ...plain(
          event.attempt === 2
            ? say.callAgain(event.name, time(event.dueAt))
            : say.callByHandPlanned(event.name, time(event.dueAt)),
        ),
        tone: 'dim',
      };
    case 'callByHandDue':
      return { ...plain(say.callByHandDue(event.name)), tone: 'hot' };
    case 'callMade':
      return {
        ...plain(say.callMade(event.name, event.result, actor(event.by, say))),
        tone: event.result === 'reached' ? 'ok' : 'plain',
      };
    case 'callEnded':
      return callEnded(event, say, language);
    default:
      return assertNever(event, 'event');
  }
}

function callEnded(
  { name, result, pressed, reason }: EventOf<'callEnded'>,
  say: NarrationWords,
  language: Language,
): Narration {
  // What it says of a call that nobody decided in, its result has said already.
  const isTrouble = result === 'failed' || result === 'unknown' || result === 'expired';
  const because = isTrouble && reason !== null ? ` (${reasonWords(reason, language)})` : '';
  const sentence = say.callEnded(name, result, pressed) + because;
  return { sentence, words: null, tone: isTrouble ? 'hot' : pressed === null ? 'plain' : 'ok' };
}

type AboutState = EventOf<
  'resolved' | 'reopened' | 'tierChanged' | 'unanswered' | 'alarmRaised' | 'alarmHeard' | 'slaMissed' | 'promiseSettled'
>;

function aboutState(event: AboutState, say: NarrationWords, time: (at: Instant) => string): Narration {
  switch (event.type) {
    case 'resolved':
      return { sentence: say.resolved(event.outcome, actor(event.by, say)), words: event.words || null, tone: 'ok' };
    case 'reopened':
      return {
        sentence: say.reopened(event.why, actor(event.by, say)) + late(event.lateMs ?? 0, say),
        words: event.words || null,
        tone: 'hot',
      };
    case 'tierChanged':
      return {
        sentence: say.tierChanged(event.from, event.to, actor(event.by, say)),
        words: event.reason,
        tone: 'plain',
      };
    case 'unanswered':
      return { ...plain(say.unanswered(event.round)), tone: 'hot' };
    case 'alarmRaised':
      return { ...plain(say.alarm(event.kind)), tone: 'hot' };
    case 'alarmHeard':
      return { ...plain(say.heard(actor(event.by, say))), tone: 'dim' };
    case 'slaMissed':
      return { ...plain(say.slaMissed(time(event.dueAt))), tone: 'hot' };
    case 'promiseSettled':
      return { ...plain(say.promiseSettled(event.isKept)), tone: event.isKept ? 'ok' : 'hot' };
    default:
      return assertNever(event, 'event');
  }
}

type AboutBuilding = EventOf<'linked' | 'unlinked' | 'partAdded' | 'partRemoved' | 'headMoved'>;

function aboutBuilding(event: AboutBuilding, say: NarrationWords): Narration {
  switch (event.type) {
    case 'linked':
      return plain(say.linked(event.headNumber, actor(event.by, say)));
    case 'unlinked':
      return {
        sentence:
          event.reason === OWN_TROUBLE
            ? say.unlinkedAsItsOwn(event.headNumber)
            : say.unlinked(event.headNumber, actor(event.by, say)),
        words: event.reason === OWN_TROUBLE ? null : event.reason || null,
        tone: 'plain',
      };
    case 'partAdded':
      return { sentence: say.partAdded(event.unitLabel ?? '', event.number), words: event.text, tone: 'plain' };
    case 'partRemoved':
      return plain(say.partRemoved(event.unitLabel ?? '', event.number));
    case 'headMoved':
      return { ...plain(say.headMoved(event.status, event.holder?.name ?? '')), tone: event.holder ? 'ok' : 'dim' };
    default:
      return assertNever(event, 'event');
  }
}

function plain(sentence: string): Narration {
  return { sentence, words: null, tone: 'plain' };
}

function actor(by: Actor, say: NarrationWords): string {
  if (by.kind === 'core') return say.core();
  return by.kind === 'lockedDesk' ? say.lockedDesk() : by.name;
}

function onBehalf(
  event: { readonly how: 'reply' | 'onBehalf' | 'desk'; readonly by: Actor },
  say: NarrationWords,
): string {
  return event.how === 'reply' ? '' : say.enteredBy(actor(event.by, say));
}

/** Below this a step counts as punctual: the clockwork naps up to a second. */
const LATE_MS = 2000;

function late(lateMs: number, say: NarrationWords): string {
  if (lateMs < LATE_MS) return '';
  const seconds = Math.round(lateMs / 1000);
  return say.late(seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);
}

function reported(event: EventOf<'reported'>, say: NarrationWords, language: Language): Narration {
  const sentence = say.reported(event.caller.name, placeName(event.place), event.tier, event.category, event.channel);
  const why = event.tierReason === null ? '' : say.tierChosen(event.verdict.tier, event.tier, event.tierReason);
  const { answers = [] } = event;
  const pairs = answers.map(({ text, label }) => ({ question: text[language], answer: label[language] }));
  const asked = pairs.length === 0 ? '' : say.asked(pairs);
  const unchecked = event.isUnattended ? say.unchecked() : '';
  return {
    sentence: sentence + why + unchecked + asked,
    words: event.text,
    tone: event.tier === 'P1' ? 'hot' : 'plain',
  };
}

function dispatched(
  event: EventOf<'dispatched'>,
  say: NarrationWords,
  language: Language,
  time: (at: Instant) => string,
): Narration {
  const { tier, by, why, firstStep, insteadOf } = event;
  // The company's own has no name that anybody gave it, only one that the product wrote down in English.
  const name = event.policyId === 'company' ? null : event.policyName;
  const sentence = say.dispatched(tier, actor(by, say), why, say.policy(name, event.policyVersion));
  const goesOn = firstStep === undefined ? '' : say.goesOn(firstStep + 1);
  const own = insteadOf ? say.forThisOnly() + ladderDiff(insteadOf, event.ladder, language) : '';
  const inWeather = event.weather ? say.inWeather(event.weather, time(event.weather.readAt)) : '';
  return plain(sentence + goesOn + own + inWeather);
}

/** What is other than before, as the log says it; empty where nothing is. */
function ladderDiff(before: Ladder, after: Ladder, language: Language): string {
  const changes = ladderChanges(before, after);
  return changes.length === 0 ? '' : `: ${changes.map((each) => each[language]).join('; ')}`;
}

function stepHeld(event: EventOf<'stepHeld'>, say: NarrationWords, until: string): string {
  if (event.isVendor) return say.vendorHeld(until);
  return event.step === null ? say.openingHeld(until) : say.stepHeld(event.step + 1, until);
}

function joined({ words, verdict, isWorse }: EventOf<'contactJoined'>, say: NarrationWords): Narration {
  const readAs = verdict && isWorse ? say.readAs(verdict.tier, verdict.category) : '';
  return { sentence: say.joined() + readAs, words, tone: isWorse ? 'hot' : 'plain' };
}

function followUp(event: EventOf<'followUpAnswered'>, say: NarrationWords): Narration {
  const sentence = say.followUpAnswered(event.isFixed, event.rating);
  return { sentence, words: event.words || null, tone: event.isFixed ? 'ok' : 'hot' };
}

function messageState(
  event: EventOf<'messageState'>,
  say: NarrationWords,
  language: Language,
  time: (at: Instant) => string,
): Narration {
  const twice = event.isPossiblyTwice ? say.possiblyTwice() : '';
  const until = event.state === 'held' && event.nextAt !== null ? say.heldUntil(time(event.nextAt)) : '';
  const again = event.state === 'unknown' && isCallBack(event) ? say.notSentAgain() : '';
  const reason = event.reason === null ? '' : ` (${reasonWords(event.reason, language)})`;
  const where = event.state === 'accepted' && event.slot === 'fallback' ? say.byFallback() : '';
  const who = event.reason === 'cancelledByHand' ? say.byHand(actor(event.by, say)) : '';
  const state = event.isCall ? say.callState(event.state) : say.messageState(event.state, event.attempt);
  const returned = event.isReturned ? say.givenBack() : '';
  const sentence = state + returned + where + until + again + reason + who + twice;
  const isBad = event.state === 'failed' || event.state === 'unknown' || event.state === 'expired';
  return { sentence, words: null, tone: isBad ? 'hot' : event.state === 'delivered' ? 'ok' : 'dim' };
}

function recipients(list: readonly StepRecipient[], say: NarrationWords): string {
  return list
    .map(
      (one) =>
        `${one.name}, ${roleOf(one.as, say)} (${one.isCopy ? say.copy() : one.channels.map((channel) => say.channel(channel)).join(' + ')})`,
    )
    .join('; ');
}

function placeName(place: Place): string {
  return place.unitLabel === null ? place.propertyName : `${place.propertyName} ${place.unitLabel}`;
}

function roleOf(as: TargetSpec, say: NarrationWords): string {
  return as.kind === 'onCall' || as.kind === 'role' ? say.role(as.role) : say.role(as.kind);
}
