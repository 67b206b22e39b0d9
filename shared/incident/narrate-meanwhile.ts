import { assertNever, type Instant } from '#shared/contract';
import type { EventOf } from './events.ts';
import type { AnswerEvent } from './events-answers.ts';
import type { Narration } from './narrate.ts';
import type { NarrationWords } from './narrate-words.ts';

/** What happens between a yes and the end, as sentences. `by`: who did it, in words. */
export function narrateMeanwhile(
  event: AnswerEvent,
  say: NarrationWords,
  by: string,
  time: (at: Instant) => string,
): Narration {
  switch (event.type) {
    case 'held':
      return { ...plain(say.ladderHeld(by, time(event.untilAt))), words: heldBecause(event, say), tone: 'hot' };
    case 'holdEnded':
      return plain(say.holdEnded(event.why, by));
    case 'tierConfirmAsked':
      return { ...plain(say.tierConfirmAsked(time(event.byAt))), tone: 'dim' };
    case 'tierConfirmed':
      return { ...plain(say.tierConfirmed(by)), tone: 'ok' };
    case 'stillComingAsked':
      return { ...plain(say.stillComingAsked(time(event.byAt))), tone: 'hot' };
    case 'handedOver':
      return { ...plain(say.handedOver(event.fromName, event.toName, by)), words: event.words || null };
    case 'connected':
      return plain(say.connected(event.name, event.result, by));
    case 'vendorAsked':
      return {
        ...plain(say.vendorAsked(event.recipient.name, event.mode, by, time(event.answerBy)) + notInsured(event, say)),
        words: event.reason || null,
      };
    case 'vendorAnswered':
      return vendorAnswered(event, say, time);
    case 'vendorsSpent':
      return { ...plain(say.vendorsSpent() + notInsured(event, say)), tone: 'hot' };
    case 'stoodDown':
      return { ...plain(say.stoodDown(event.name, by)), words: event.reason || null };
    default:
      return assertNever(event, 'event');
  }
}

/** The one reason that the product gives by itself is a code. */
export const NOT_EMERGENCY = 'notEmergency';

function heldBecause({ reason }: EventOf<'held'>, say: NarrationWords): string {
  return reason === NOT_EMERGENCY ? say.heldForDecision() : reason;
}

function vendorAnswered(
  event: EventOf<'vendorAnswered'>,
  say: NarrationWords,
  time: (at: Instant) => string,
): Narration {
  const { name, answer, etaAt } = event;
  const eta = answer === 'accepted' ? (etaAt === null ? say.withoutEta() : say.withEta(time(etaAt))) : '';
  return { ...plain(say.vendorAnswered(name, answer) + eta), tone: answer === 'accepted' ? 'ok' : 'hot' };
}

function notInsured({ notInsured: names = [] }: EventOf<'vendorAsked' | 'vendorsSpent'>, say: NarrationWords): string {
  return names.length === 0 ? '' : say.notInsured(names.join(', '));
}

function plain(sentence: string): Narration {
  return { sentence, words: null, tone: 'plain' };
}
