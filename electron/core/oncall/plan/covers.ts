import type { BothLanguages, Cover, CoverInput, Refusal, SwapInput, TakeOverInput } from '#shared/contract';
import { changedCover, doubledDuties, nextChange } from '#shared/oncall';
import { enteredAt, type PlanFacts, type Planned, refuseWhen, refuseWhom } from './change.ts';
import { heldBy, idleCovers } from './lines.ts';
import {
  BEGINS_NOW,
  CUT_NOW,
  NO_EFFECT,
  onePersonNote,
  peopleNotes,
  SHORTENED_TO_WEEK,
  SWAP_HALF_OVER,
  stretchWords,
} from './notes.ts';
import { NOT_THERE, notHeldBy, OVER, SAME_PERSON, SWAP_OVERLAPS, TOO_LONG, UNTIL_PAST } from './refusals.ts';

const DAY_MS = 24 * 60 * 60_000;
const LONGEST_COVER_MS = 366 * DAY_MS;
/** Taking over without an end lasts until somebody else is due, but no longer than this. */
const LONGEST_TAKE_OVER_MS = 7 * DAY_MS;

type CoverWish = Omit<Cover, 'id' | 'swapId' | 'by' | 'createdAt'>;

/** Somebody stands in from when to when; what lies before now stays as it was. */
export function planCover(facts: PlanFacts, input: CoverInput): Planned {
  const refused = refuseCover(facts, input, [input.responderId]);
  if (refused) return refused;
  const cover = { ...coverOf(facts, input, null), ...enteredBefore(facts, input) };
  return coversChange(facts, [cover], input.startsAt < facts.now ? [BEGINS_NOW] : []);
}

/** A cover that is put back as it was before it has begun hides what it hid, and no more. */
function enteredBefore({ now, removedCover }: PlanFacts, input: CoverInput): Pick<Cover, 'createdAt'> | null {
  const removed = input.restores === undefined ? null : removedCover(input.restores);
  if (removed === null || removed.startsAt <= now) return null;
  const isSame = (['trade', 'role', 'propertyId', 'group', 'responderId', 'startsAt', 'endsAt'] as const).every(
    (part) => removed[part] === input[part],
  );
  return isSame ? { createdAt: removed.createdAt } : null;
}

/** Two people change places, each stretch held by its own until then. */
export function planSwap(facts: PlanFacts, { first, second, reason }: SwapInput): Planned {
  const refused = refuseCover(facts, first, [first.responderId]) ?? refuseCover(facts, second, [second.responderId]);
  if (refused) return refused;
  if (first.responderId === second.responderId) return SAME_PERSON;
  const [one, other] = [beginNow(facts, first), beginNow(facts, second)];
  const isSameKey = (['trade', 'role', 'propertyId', 'group'] as const).every((part) => one[part] === other[part]);
  if (isSameKey && one.startsAt < other.endsAt && other.startsAt < one.endsAt) return SWAP_OVERLAPS;
  for (const each of [one, other]) {
    if (!heldBy(facts.sources, each, each.responderId, each))
      return notHeldBy(facts.responder(each.responderId)?.name ?? '', stretchWords(facts, each));
  }
  const swapId = facts.newId();
  const covers = [
    coverOf(facts, { ...one, responderId: other.responderId, reason }, swapId),
    coverOf(facts, { ...other, responderId: one.responderId, reason }, swapId),
  ];
  const isLate = first.startsAt < facts.now || second.startsAt < facts.now;
  return coversChange(facts, covers, isLate ? [BEGINS_NOW] : []);
}

/** From this very millisecond on, whoever is on, or nobody. */
export function planTakeOver(facts: PlanFacts, { until, ...input }: TakeOverInput): Planned {
  const { now, sources } = facts;
  if (until !== null && until <= now) return UNTIL_PAST;
  const change = until === null ? nextChange(sources, input, now) : null;
  const isCut = until === null && (change === null || change.at > now + LONGEST_TAKE_OVER_MS);
  const endsAt = until ?? (isCut || change === null ? now + LONGEST_TAKE_OVER_MS : change.at);
  const wish = { ...input, startsAt: now, endsAt };
  const refused = refuseCover(facts, wish, [input.responderId]);
  if (refused) return refused;
  return coversChange(facts, [coverOf(facts, wish, null)], isCut ? [SHORTENED_TO_WEEK] : []);
}

/** Takes a cover out from now on, and with it the other one of its swap. */
export function planCoverRemoval(facts: PlanFacts, id: string): Planned {
  const { now, sources, newId } = facts;
  const cover = sources.covers.find((each) => each.id === id);
  if (!cover) return NOT_THERE;
  if (cover.endsAt <= now) return OVER;
  const both = cover.swapId === null ? [cover] : sources.covers.filter((each) => each.swapId === cover.swapId);
  const cuts = both.flatMap((each) => {
    const cut = changedCover(each, null, now, newId());
    return cut.ok ? [cut] : [];
  });
  const puts = cuts.flatMap((each) => each.put);
  return {
    ok: true,
    id,
    puts: puts.map((row) => ({ table: 'cover', row })),
    removes: cuts.flatMap((each) => each.remove).map((each) => ({ table: 'cover', id: each })),
    notes: [...(puts.length > 0 ? [CUT_NOW] : []), ...(cuts.length < both.length ? [SWAP_HALF_OVER] : [])],
  };
}

function refuseCover(
  facts: PlanFacts,
  input: Omit<CoverInput, 'reason' | 'restores'>,
  people: readonly string[],
): Refusal | null {
  const refused = refuseWhen(facts, input);
  if (refused) return refused;
  const startsAt = Math.max(input.startsAt, facts.now);
  if (input.endsAt - startsAt > LONGEST_COVER_MS) return TOO_LONG;
  return refuseWhom(facts, input, people);
}

function beginNow<Wish extends { readonly startsAt: number }>({ now }: PlanFacts, wish: Wish): Wish {
  return { ...wish, startsAt: Math.max(wish.startsAt, now) };
}

function coverOf(facts: PlanFacts, wish: CoverWish, swapId: string | null): Cover {
  const { trade, role, propertyId, group, responderId, endsAt, reason } = wish;
  const startsAt = Math.max(wish.startsAt, facts.now);
  const key = { trade, role, propertyId, group };
  return {
    id: facts.newId(),
    ...key,
    responderId,
    startsAt,
    endsAt,
    reason,
    swapId,
    by: facts.by,
    createdAt: enteredAt(facts),
  };
}

function coversChange(facts: PlanFacts, covers: readonly Cover[], notes: readonly BothLanguages[]): Planned {
  const sources = { ...facts.sources, covers: [...facts.sources.covers, ...covers] };
  const isIdle = ({ id, startsAt, endsAt }: Cover): boolean =>
    idleCovers(sources, startsAt, endsAt).some((each) => each.id === id);
  const found = covers.flatMap((cover) => {
    const [doubled] = doubledDuties(sources, cover, cover.responderId, cover.startsAt, cover.endsAt);
    return [
      ...(isIdle(cover) ? [NO_EFFECT] : []),
      ...(doubled ? [onePersonNote(facts, cover.responderId, doubled.startsAt)] : []),
      ...peopleNotes(facts, [cover.responderId], cover),
    ];
  });
  return {
    ok: true,
    id: covers[0]?.id ?? '',
    puts: covers.map((row) => ({ table: 'cover', row })),
    removes: [],
    notes: [...notes, ...found],
  };
}
