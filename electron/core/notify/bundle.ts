import type { Desk } from '#core/desk';
import { lostTogether, type OutboxRow, type ReadDb, sentTo, waitingWith } from '#core/store';
import { ANSWERS, bucketsFor, heldUntil, THROTTLE_SPAN_MS } from '#shared/escalation';
import { hasPerhapsLeft, hazardOf, LANES } from '#shared/incident';
import { type BundledIncident, bundleText, MOST_BUNDLED } from '#shared/messages';

/** What waits no longer than this before its time is over: room or not, it leaves. */
const BEFORE_EXPIRY_MS = 60_000;

/** What does not count as a text that a phone got: what it asked for, and calls. */
const NO_TEXTS: readonly string[] = [...ANSWERS, 'call'];

type Turn = { readonly now: number; readonly lastLane: number };

/** Where a message is looked up: its row, and the incident it belongs to. */
export type Lookup = { readonly db: ReadDb; readonly desk: Pick<Desk, 'state'> };

/** An incident that cannot be read (a bug in one) is as one of which nothing is known: its texts leave as they stand. */
export function readable(desk: Pick<Desk, 'state'>, onTrouble: (error: unknown) => void): Lookup['desk'] {
  return {
    state(incidentId) {
      try {
        return desk.state(incidentId);
      } catch (error) {
        onTrouble(error);
        return null;
      }
    },
  };
}

/** The first text of this P1's ladder on its phone: nothing holds it. One that was opened again begins anew. */
export function isFirstP1({ desk }: Lookup, row: OutboxRow): boolean {
  if (row.purpose !== 'step' || row.lane !== LANES.responderP1 || row.incidentId === null) return false;
  const state = desk.state(row.incidentId);
  const ofLadder = state?.messages.slice(state.ladder?.firstMessage ?? 0) ?? [];
  return !ofLadder.some(
    (each) => each.key !== row.key && each.purpose === 'step' && each.to.phone === row.to && hasPerhapsLeft(each),
  );
}

/** Its answer was lost: it leaves as it may have left, under the same key. */
export function mayHaveLeft({ state, mayBeAt }: Pick<OutboxRow, 'state' | 'mayBeAt'>): boolean {
  return state === 'unknown' || mayBeAt !== null;
}

/** Until when a message that is due waits because its phone has had enough; null when it leaves. */
export function heldFor(lookup: Lookup, row: OutboxRow, now: number): number | null {
  // What may have left already is settled first, by leaving again under the same key.
  if (row.toHash === null || row.incidentId === null || mayHaveLeft(row)) return null;
  const buckets = bucketsFor({
    purpose: row.purpose,
    to: row.lane === LANES.resident || row.lane === LANES.lifeSafety ? 'resident' : 'responder',
    isP1: row.lane === LANES.responderP1,
    isFirst: isFirstP1(lookup, row),
  });
  if (buckets.length === 0) return null;
  const sentAt = sentTo(lookup.db, row.toHash, { since: now - THROTTLE_SPAN_MS, now, besides: NO_TEXTS });
  return heldUntil(sentAt, buckets, { now, latestAt: row.expiresAt - BEFORE_EXPIRY_MS });
}

/**
 * What leaves in one text with a message that leaves now; itself at least, and first. A first P1 has its text for itself
 * unless others are due in the very same moment: nothing less urgent makes it shorter.
 */
export function leavingWith(lookup: Lookup, row: OutboxRow, { now, lastLane }: Turn): readonly OutboxRow[] {
  const { db, desk } = lookup;
  if (mayHaveLeft(row)) {
    const lost = row.bundleKey === null ? [] : lostTogether(db, row.bundleKey, now);
    return lost.length > 0 ? lost : [row];
  }
  if (row.purpose !== 'step' || row.toHash === null || knownOf(desk, row) === null) return [row];
  const lane = isFirstP1(lookup, row) ? LANES.responderP1 : lastLane;
  const others = waitingWith(db, row, { now, lastLane: Math.min(lane, lastLane), limit: MOST_BUNDLED - 1 });
  // Of what nothing is known nothing could be said: it leaves with its own text.
  return [row, ...others.filter((each) => knownOf(desk, each) !== null)];
}

/** One text about all of them; null where they are about one incident. */
export function textOf(desk: Pick<Desk, 'state'>, rows: readonly OutboxRow[]): string | null {
  const known = rows.flatMap((row) => knownOf(desk, row) ?? []);
  const incidents = new Map(known.map(({ incident }) => [incident.number, incident]));
  const language = known[0]?.language;
  return incidents.size < 2 || language === undefined ? null : bundleText(language, [...incidents.values()]);
}

function knownOf(desk: Pick<Desk, 'state'>, { incidentId, key }: OutboxRow) {
  const state = incidentId === null ? null : desk.state(incidentId);
  const to = state?.messages.find((each) => each.key === key)?.to;
  const recipient = state?.notified.find(
    (each) => to?.kind === 'responder' && each.recipient.responderId === to.responderId,
  )?.recipient;
  if (!state || !recipient) return null;
  const incident: BundledIncident = {
    code: recipient.code,
    number: state.number,
    tier: state.tier,
    place: state.place,
    words: state.residentWords.worst?.words ?? state.text,
    hazard: hazardOf(state),
    callBack: state.caller.phone,
  };
  return { language: recipient.language, incident };
}
