import type { Instant, ShiftRole, Stretch, Trade } from '#shared/contract';
import { type DutyStretch, heldIn, inOneGo, SAME_TURN_MS } from './stretches.ts';

/** What of the plan somebody has yet to be told, and what they were told that is not true any more. Pure. */

/** A trade and role in a stretch of time. */
export type HeldPart = Stretch & { readonly trade: Trade; readonly role: ShiftRole };

/** What somebody was told. */
export type Told = Stretch & {
  readonly id: string;
  readonly responderId: string;
  readonly parts: readonly HeldPart[];
  /** Told without an end: what goes on past `endsAt` is what was said. */
  readonly isOpen: boolean;
  /** It reached them, as far as anybody knows; else there is nothing to take back. */
  readonly isKnown: boolean;
};

export type Extended = {
  readonly id: string;
  readonly before: Instant;
  readonly trade: Trade;
  readonly role: ShiftRole;
  readonly endsAt: Instant;
};
export type LostPart = Stretch & { readonly told: Told; readonly parts: readonly HeldPart[] };
export type ToTell = {
  readonly remind: readonly DutyStretch[];
  /** Goes on past what was known when they were told that it goes on; that is no news. */
  readonly extend: readonly Extended[];
  readonly lost: readonly LostPart[];
};

type At = {
  readonly now: Instant;
  readonly horizon: Instant;
  /** What began before this is of no use to be told of any more. */
  readonly usefulFrom: Instant;
};

/** Less than this is a seam between two entries, not a stretch of duty. */
const LEAST_MS = 60_000;

export function toTell(stretches: readonly DutyStretch[], told: readonly Told[], at: At): ToTell {
  const toldBy = Map.groupBy(told, (each) => each.responderId);
  const partsBy = new Map<string, HeldPart[]>();
  const remind: DutyStretch[] = [];
  const extend: Extended[] = [];
  for (const stretch of stretches) {
    const { responderId } = stretch;
    const held = heldParts(stretch);
    partsBy.set(responderId, [...(partsBy.get(responderId) ?? []), ...held]);
    const known = toldBy.get(responderId) ?? [];
    const news: HeldPart[] = [];
    for (const piece of held.flatMap((part) => untold(part, known))) {
      const before = goesOnFrom(piece, known);
      if (before) extend.push({ ...piece, id: before.id, before: before.endsAt });
      else if (piece.startsAt >= at.usefulFrom) news.push(piece);
    }
    remind.push(...asStretches(stretch, news));
  }
  const lost = told
    .filter((each) => each.isKnown)
    .flatMap((each) => lostOf(each, partsBy.get(each.responderId) ?? [], at));
  return { remind, extend, lost };
}

/** What is left of some parts when others are taken out of them. */
export function leftOf(parts: readonly HeldPart[], lost: readonly HeldPart[]): readonly HeldPart[] {
  return parts.flatMap((part) =>
    without(
      part,
      lost.filter((each) => each.trade === part.trade && each.role === part.role),
    ).map((piece) => ({ ...part, ...piece })),
  );
}

/** Each trade and role of a stretch, where entries touch as one. */
function heldParts({ startsAt, endsAt, duties }: DutyStretch): readonly HeldPart[] {
  const byKey = Map.groupBy(duties, ({ trade, role }) => `${trade} ${role}`);
  return [...byKey.values()].flatMap((own) =>
    inOneGo(own, 0).flatMap((spell): HeldPart[] => {
      const [first] = spell.items;
      const times = { startsAt: Math.max(spell.startsAt, startsAt), endsAt: Math.min(spell.endsAt, endsAt) };
      return first && times.startsAt < times.endsAt ? [{ trade: first.trade, role: first.role, ...times }] : [];
    }),
  );
}

/** Whoever knows that they stand in front need not be told that they stand behind; of another trade they know nothing. */
function untold(part: HeldPart, told: readonly Told[]): readonly HeldPart[] {
  const known = told
    .flatMap((each) => each.parts)
    .filter((each) => each.trade === part.trade && (each.role === 'primary' || part.role === 'backup'));
  return without(part, known).map((piece) => ({ ...part, ...piece }));
}

/** What was told without an end, of this trade and role, and goes on in this piece. */
function goesOnFrom({ trade, role, startsAt }: HeldPart, told: readonly Told[]): Told | undefined {
  return told.find(
    (each) =>
      each.isOpen &&
      each.endsAt === startsAt &&
      each.parts.some((part) => part.trade === trade && part.role === role && part.endsAt === startsAt),
  );
}

/** What is news in one stretch, told in as few texts as say it: the nights of one week are one. */
function asStretches(stretch: DutyStretch, news: readonly HeldPart[]): readonly DutyStretch[] {
  return inOneGo(news, SAME_TURN_MS - 1).map(({ startsAt, endsAt, items }) => ({
    responderId: stretch.responderId,
    startsAt,
    endsAt,
    duties: items,
    ...heldIn({ startsAt, endsAt, items }),
    isOpen: stretch.isOpen && endsAt === stretch.endsAt,
  }));
}

/** What is told and not held any more from now on, in whatever role; what is lost in the same time is one loss. */
function lostOf(told: Told, held: readonly HeldPart[], { now, horizon }: At): readonly LostPart[] {
  const pieces = told.parts.flatMap((part) => {
    const rest = { startsAt: Math.max(part.startsAt, now), endsAt: Math.min(part.endsAt, horizon) };
    return without(
      rest,
      held.filter((each) => each.trade === part.trade),
    ).map((piece) => ({ ...part, ...piece }));
  });
  const bySpan = Map.groupBy(pieces, ({ startsAt, endsAt }) => `${startsAt} ${endsAt}`);
  return [...bySpan.values()].flatMap((parts): LostPart[] => {
    const [first] = parts;
    return first ? [{ told, startsAt: first.startsAt, endsAt: first.endsAt, parts }] : [];
  });
}

function without({ startsAt, endsAt }: Stretch, taken: readonly Stretch[]): readonly Stretch[] {
  const pieces: { startsAt: Instant; endsAt: Instant }[] = [];
  let reached = startsAt;
  for (const each of taken.toSorted((a, b) => a.startsAt - b.startsAt)) {
    if (each.endsAt <= reached || each.startsAt >= endsAt) continue;
    if (each.startsAt > reached) pieces.push({ startsAt: reached, endsAt: each.startsAt });
    reached = Math.max(reached, each.endsAt);
  }
  if (reached < endsAt) pieces.push({ startsAt: reached, endsAt });
  return pieces.filter((piece) => piece.endsAt - piece.startsAt >= LEAST_MS);
}
