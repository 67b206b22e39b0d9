import type { Instant } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { Reply } from '#shared/messages';
import type { OpenOfResponder, UnderstoodReply } from './commands.ts';

/** Where a responder's reply belongs. */
export type ReplyRoute =
  | { readonly kind: 'incident'; readonly incidentId: string; readonly understood: UnderstoodReply }
  /** Several open and no letter: nothing changes, the list is sent back. */
  | { readonly kind: 'list' }
  /** Nothing open: whatever it answers came too late, and is told so. */
  | { readonly kind: 'nothingOpen' }
  /** A person decides. Where there is an answer, the writer hears at once that nothing has changed. */
  | {
      readonly kind: 'inbox';
      readonly why: 'notUnderstood' | 'autoReply' | 'bareTooLate' | 'noSuchCode' | 'notTaken' | 'ofOneUnit';
      readonly answer: { readonly incidentId: string; readonly understood: UnderstoodReply } | null;
    };
type Inbox = Extract<ReplyRoute, { kind: 'inbox' }>;

/**
 * Finds the incident a reply is about. Pure. Ambiguity never acknowledges: it is asked back or handed to a person.
 * @param open every open incident this phone was notified of.
 */
export function routeReply(reply: Reply, open: readonly OpenOfResponder[], now: Instant): ReplyRoute {
  const latest = open.toSorted((a, b) => b.lastMessageAt - a.lastMessageAt)[0];
  if (reply.isAutoReply) return inbox('autoReply');
  const understood = understand(reply);
  if (understood === null) return inbox('notUnderstood', latest, 'none');
  if (open.length === 0) return { kind: 'nothingOpen' };
  const meant = reply.code === null ? read(open) : byLetter(open, reply.code);
  if (meant.length === 0) return inbox('noSuchCode', latest, open.length > 1 ? 'which' : 'unclear');
  const one = pick(meant, understood) ?? (reply.code === null ? askedNow(meant, understood, now) : null);
  if (one === null) return { kind: 'list' };
  if (one.code !== reply.code && isOfPart(one, reply.code) && OF_ONE_UNIT.includes(understood.verb))
    return inbox('ofOneUnit', one, 'unclear');
  if (reply.isBareWord && now - one.lastMessageAt > TIMING.bareWordMs) return inbox('bareTooLate', one, 'unclear');
  if (understood.verb === 'done' && one.holderName === null) return inbox('notTaken', one, 'unclear');
  return { kind: 'incident', incidentId: one.incidentId, understood };
}

/** Who has read of some only cannot have meant the others. */
function read(open: readonly OpenOfResponder[]): readonly OpenOfResponder[] {
  const isRead = open.filter((each) => each.isUnread !== true);
  return isRead.length > 0 ? isRead : open;
}

/** Its own letter, or one that a unit of it was texted with before it became one trouble. */
function byLetter(open: readonly OpenOfResponder[], code: string): readonly OpenOfResponder[] {
  const own = open.filter((each) => each.code === code);
  return own.length > 0 ? own : open.filter((each) => isOfPart(each, code));
}

function isOfPart({ partCodes }: OpenOfResponder, code: string | null): boolean {
  return code !== null && (partCodes?.includes(code) ?? false);
}

/** Said of one unit these do not hold for the house. */
const OF_ONE_UNIT: readonly UnderstoodReply['verb'][] = ['decline', 'done', 'notEmergency'];

function inbox(why: Inbox['why'], about?: OpenOfResponder, verb: 'none' | 'which' | 'unclear' = 'none'): Inbox {
  return { kind: 'inbox', why, answer: about ? { incidentId: about.incidentId, understood: { verb } } : null };
}

/** What a reply says, by its words alone; null when nobody can tell. */
export function understand(reply: Reply): UnderstoodReply | null {
  switch (reply.verb) {
    case 'none':
      return null;
    case 'accept':
      return { verb: 'accept', minutes: reply.minutes };
    case 'eta':
      return reply.minutes === null ? null : { verb: 'eta', minutes: reply.minutes };
    default:
      return { verb: reply.verb };
  }
}

/** A reply may have been on its way when we wrote that they need not come. */
const UNDER_WAY_MS = 2 * 60_000;
const ANSWERS_A_QUESTION: readonly UnderstoodReply['verb'][] = ['accept', 'decline', 'notEmergency'];

/**
 * The one incident that this phone is asked about now, where it was sent home from all the others: before it was asked, or
 * long enough ago for the reply to be none to them. Null where two could be meant.
 */
function askedNow(
  meant: readonly OpenOfResponder[],
  understood: UnderstoodReply,
  now: Instant,
): OpenOfResponder | null {
  if (!ANSWERS_A_QUESTION.includes(understood.verb)) return null;
  const [one, ...others] = meant.filter((each) => each.sentHomeAt === null);
  if (!one || others.length > 0) return null;
  const isOver = ({ sentHomeAt }: OpenOfResponder): boolean =>
    sentHomeAt === null || sentHomeAt < one.lastMessageAt || now - sentHomeAt >= UNDER_WAY_MS;
  return meant.every(isOver) ? one : null;
}

/** The one incident meant, or null when two could be. HERE, DONE and ETA are about what is theirs. */
function pick(meant: readonly OpenOfResponder[], understood: UnderstoodReply): OpenOfResponder | null {
  const only = meant.length === 1 ? meant[0] : undefined;
  if (only) return only;
  if (understood.verb === 'status') return meant[0] ?? null;
  if (understood.verb === 'here' || understood.verb === 'done' || understood.verb === 'eta') {
    const own = meant.filter((each) => each.standing === 'yours');
    return own.length === 1 ? (own[0] ?? null) : null;
  }
  return null;
}
