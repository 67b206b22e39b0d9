import type { BothLanguages, Instant, Language, TargetSpec, WhyNotLine } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import type { CallBackReason, EventOf, IncidentEvent, LoggedEvent, StepRecipient } from './events.ts';
import { timeInLine } from './narrate-time.ts';
import { narrationWords } from './narrate-words.ts';
import { WHY_NOT_WORDS, type WhyNotSay } from './why-not-words.ts';

type Rule = WhyNotLine['rule'];
type Queued = EventOf<'messageQueued'>;
/** What is known so far: the place's zone, and what each message is. */
type Known = { zone: string; readonly queued: Map<string, Queued>; hasLadder: boolean };

/**
 * "Why was nobody told?": everything that did not simply go, in order, each with the rule that made it so. From the log
 * alone, so that it can be asked of any incident at any time, and stands in its evidence. Of a message that was tried or
 * held again and again only the last time is told.
 */
export function whyNot(events: readonly LoggedEvent[]): readonly WhyNotLine[] {
  const known: Known = { zone: 'UTC', queued: new Map(), hasLadder: false };
  const lines = new Map<string, WhyNotLine>();
  for (const { seq, event } of events) {
    note(known, event);
    for (const [index, line] of linesOf(event, known).entries()) {
      const isAgain = event.type === 'messageState' && (line.what === 'held' || line.what === 'retrying');
      const name = isAgain ? `${event.key}.${line.what}` : `${seq}.${index}`;
      lines.delete(name);
      lines.set(name, line);
    }
  }
  const first = events[0]?.event;
  const nobody = first?.type === 'reported' && !known.hasLadder ? [nobodyAsked(first)] : [];
  return [...nobody, ...lines.values()];
}

function note(known: Known, event: IncidentEvent): void {
  if (event.type === 'reported') known.zone = event.place.zone;
  if (event.type === 'messageQueued') known.queued.set(event.key, event);
  if (event.type === 'dispatched' || event.type === 'linked') known.hasLadder = true;
}

/** A P3 without a ladder: that nobody is woken is what the policy says. */
function nobodyAsked({ at, tier }: EventOf<'reported'>): WhyNotLine {
  return { at, whom: '', what: 'nobodyAsked', rule: 'section 4', words: both((say) => say.nobodyAsked(tier)) };
}

function linesOf(event: IncidentEvent, known: Known): readonly WhyNotLine[] {
  switch (event.type) {
    case 'messageQueued':
      return ofDelayed(event, known);
    case 'messageState':
      return ofMessage(event, known);
    case 'stepSkipped':
      return ofSkipped(event);
    case 'stepFired':
      return event.recipients
        .filter((each) => each.channels.includes('deskAlarm'))
        .map((each) => atDesk(event.at, each));
    case 'held':
      return [untilLine(event, known, 6, (say, time) => say.byDesk(time))];
    case 'stepHeld':
      return [untilLine(event, known, 8, (say, time) => say.veryLate(time))];
    case 'residentTextHeld':
      return [untilLine(event, known, 10, (say, time) => say.quiet(time))];
    case 'residentTextSuppressed': {
      const rule: Rule = event.why === 'quietTier' ? 10 : event.why === 'noPhone' ? 'section 3' : 'section 8';
      return [{ at: event.at, whom: '', what: 'suppressed', rule, words: both((say) => say.suppressed[event.why]) }];
    }
    case 'declined':
      return [{ at: event.at, whom: event.name, what: 'declined', rule: 1, words: both((say) => say.declined) }];
    case 'callMade': {
      const { at, name, result } = event;
      if (result === 'reached') return [];
      return [{ at, whom: name, what: 'notReached', rule: 'section 8', words: both((say) => say.call[result]) }];
    }
    case 'callEnded': {
      const { at, name, result, reason } = event;
      if (result === 'key') return [];
      const isTrouble = result === 'failed' || result === 'unknown' || result === 'expired';
      const because = (language: Language): string =>
        isTrouble && reason !== null ? `: ${reasonWords(reason, language)}` : '';
      const words = both((say, language) => say.phoned[result] + because(language));
      return [{ at, whom: name, what: 'notReached', rule: isTrouble ? 'gateway' : 'section 8', words }];
    }
    case 'vendorAnswered': {
      const { at, name, answer } = event;
      if (answer === 'accepted') return [];
      const what = answer === 'declined' ? 'declined' : 'notReached';
      return [{ at, whom: name, what, rule: 6, words: both((say) => say.vendor[answer]) }];
    }
    case 'vendorsSpent':
      return [{ at: event.at, whom: '', what: 'skipped', rule: 6, words: both((say) => say.vendorsSpent) }];
    case 'linked':
      return [
        {
          at: event.at,
          whom: '',
          what: 'cancelled',
          rule: 'section 4',
          words: both((say) => say.linked(event.headNumber)),
        },
      ];
    default:
      return [];
  }
}

/** Something waits until then. */
function untilLine(
  { at, untilAt }: { readonly at: Instant; readonly untilAt: Instant },
  { zone }: Known,
  rule: Rule,
  words: (say: WhyNotSay, time: string) => string,
): WhyNotLine {
  const inLanguage = (say: WhyNotSay, language: Language) => words(say, timeInLine(untilAt, at, zone, language));
  return { at, whom: '', what: 'held', rule, words: both(inLanguage) };
}

/** The policy has it leave some minutes after its step. */
function ofDelayed({ at, sendAt, purpose, to }: Queued, known: Known): readonly WhyNotLine[] {
  if (sendAt <= at) return [];
  const words = (say: WhyNotSay, language: Language): string =>
    `${narrationWords(language).messageQueued(purpose, to.name)}: ${say.delayed(timeInLine(sendAt, at, known.zone, language))}`;
  return [{ at, whom: to.name, what: 'held', rule: 1, words: both(words) }];
}

function atDesk(at: Instant, { name }: StepRecipient): WhyNotLine {
  return { at, whom: name, what: 'deskAlarm', rule: 4, words: both((say) => say.deskAlarm) };
}

function ofSkipped({ at, step, why, wanted, declined = [] }: EventOf<'stepSkipped'>): readonly WhyNotLine[] {
  if (why === 'declined')
    return [
      {
        at,
        whom: declined.map((each) => each.name).join(', '),
        what: 'skipped',
        rule: 1,
        words: both((say) => say.stepDeclined(step + 1)),
      },
    ];
  const rule: Rule = why === 'noWorkingNumber' ? 'section 3' : 1;
  const roles = (language: Language) => wanted.map((target) => roleOf(target, language)).join(', ');
  return [{ at, whom: '', what: 'skipped', rule, words: both((say, language) => say[why](step + 1, roles(language))) }];
}

function roleOf(target: TargetSpec, language: Language): string {
  const say = narrationWords(language);
  return target.kind === 'onCall' || target.kind === 'role' ? say.role(target.role) : say.role(target.kind);
}

/** By which rule a message that need not arrive any more was called back. */
const CALLED_BACK: Readonly<Record<CallBackReason, Rule>> = {
  acknowledged: 2,
  declined: 1,
  arrived: 2,
  resolved: 6,
  tierChanged: 6,
  reopened: 5,
  stoodDown: 6,
  linked: 'section 4',
  etaGiven: 2,
  cancelledByHand: 'section 8',
};

function ofMessage(event: EventOf<'messageState'>, known: Known): readonly WhyNotLine[] {
  const { at, state, key, nextAt } = event;
  const { purpose, to } = known.queued.get(key) ?? {};
  const whom = to?.name ?? '';
  const about = (language: Language): string =>
    purpose ? narrationWords(language).messageQueued(purpose, whom) : whom;
  const line = (
    what: WhyNotLine['what'],
    rule: Rule,
    words: (say: WhyNotSay, language: Language) => string,
  ): WhyNotLine => ({
    at,
    whom,
    what,
    rule,
    words: both((say, language) => `${about(language)}: ${words(say, language)}`),
  });
  const because = (language: Language): string => (event.reason === null ? '' : reasonWords(event.reason, language));
  const time = (language: Language): string => (nextAt === null ? '' : timeInLine(nextAt, at, known.zone, language));
  switch (state) {
    case 'held':
      return [line('held', 9, (say, language) => say.throttled(time(language)))];
    case 'retrying':
      return [line('retrying', 'gateway', (say, language) => say.retrying(because(language), time(language)))];
    case 'cancelled': {
      const rule = CALLED_BACK[event.reason as CallBackReason]; // others, such as STOP, are of section 8
      return [line('cancelled', rule ?? 'section 8', (say, language) => say.cancelled(because(language)))];
    }
    case 'expired':
      return [line('expired', 'section 8', (say, language) => say.expired(because(language)))];
    case 'failed':
      return [line('failed', 'gateway', (say, language) => say.failed(because(language)))];
    case 'unknown':
      return [line('unknown', 'section 8', (say, language) => say.unknown(because(language), nextAt !== null))];
    case 'unconfirmed':
      return [line('unconfirmed', 'section 8', (say) => say.unconfirmed)];
    case 'accepted':
      return event.reason?.startsWith('bundled:') ? [line('bundled', 9, (say) => say.bundled)] : [];
    case 'delivered':
      return [];
  }
}

function both(words: (say: WhyNotSay, language: Language) => string): BothLanguages {
  return { en: words(WHY_NOT_WORDS.en, 'en'), es: words(WHY_NOT_WORDS.es, 'es') };
}
