import type { Duty, Instant, ShiftRole } from '#shared/contract';
import { type DutyStretch, heldIn } from './stretches.ts';

/** What of the plan somebody has yet to be told, and what they were told that is not true any more. Pure. */

/** What somebody was told: from when to when, at the least in which role. */
export type Told = {
  readonly id: string;
  readonly responderId: string;
  readonly role: ShiftRole;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** It reached them, as far as anybody knows; else there is nothing to take back. */
  readonly isKnown: boolean;
};

export type ToTell = {
  readonly remind: readonly DutyStretch[];
  /** Goes on past what was known when they were told; that is no news. */
  readonly extend: readonly { readonly id: string; readonly before: Instant; readonly endsAt: Instant }[];
  readonly lost: readonly { readonly told: Told; readonly startsAt: Instant; readonly endsAt: Instant }[];
};

/** Less than this is a seam between two entries, not a stretch of duty. */
const LEAST_MS = 60_000;

type Stretch = { readonly startsAt: Instant; readonly endsAt: Instant };

export function toTell(
  stretches: readonly DutyStretch[],
  told: readonly Told[],
  at: { readonly now: Instant; readonly horizon: Instant },
): ToTell {
  const toldBy = Map.groupBy(told, (each) => each.responderId);
  const heldBy = Map.groupBy(stretches, (each) => each.responderId);
  const remind: DutyStretch[] = [];
  const extend: { id: string; before: Instant; endsAt: Instant }[] = [];
  for (const stretch of stretches) {
    const known = (toldBy.get(stretch.responderId) ?? []).filter((each) => covers(each.role, stretch.role));
    for (const piece of without(stretch, known)) {
      const before = known.find((each) => each.endsAt === piece.startsAt);
      const isNews = piece.startsAt === stretch.startsAt || stretch.duties.some(beginsAt(piece.startsAt));
      if (isNews) remind.push({ ...stretch, ...piece, ...heldIn({ ...piece, duties: stretch.duties }) });
      else if (before) extend.push({ id: before.id, before: before.endsAt, endsAt: piece.endsAt });
    }
  }
  const lost = told
    .filter((each) => each.isKnown)
    .flatMap((each) => {
      const rest = { startsAt: Math.max(each.startsAt, at.now), endsAt: Math.min(each.endsAt, at.horizon) };
      return without(rest, heldBy.get(each.responderId) ?? []).map((piece) => ({ told: each, ...piece }));
    });
  return { remind, extend, lost };
}

/** What is left of what somebody was told when a piece of it is taken out. */
export function leftOf(told: Stretch, lost: Stretch): readonly Stretch[] {
  return without(told, [lost]);
}

/** Whoever knows that they stand in front need not be told that they stand behind. */
function covers(known: ShiftRole, held: ShiftRole): boolean {
  return known === 'primary' || held === 'backup';
}

const beginsAt =
  (at: Instant) =>
  (duty: Duty): boolean =>
    duty.startsAt === at;

function without({ startsAt, endsAt }: Stretch, taken: readonly Stretch[]): readonly Stretch[] {
  const pieces: Stretch[] = [];
  let reached = startsAt;
  for (const each of taken.toSorted((a, b) => a.startsAt - b.startsAt)) {
    if (each.endsAt <= reached || each.startsAt >= endsAt) continue;
    if (each.startsAt > reached) pieces.push({ startsAt: reached, endsAt: each.startsAt });
    reached = Math.max(reached, each.endsAt);
  }
  if (reached < endsAt) pieces.push({ startsAt: reached, endsAt });
  return pieces.filter((piece) => piece.endsAt - piece.startsAt >= LEAST_MS);
}
