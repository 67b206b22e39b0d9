import type { Duty, Instant, Stretch } from '#shared/contract';

/** Laying stretches of time over each other. A *line* here is a list in order of time in which no two overlap. */

/** A stretch in which a line says that nobody holds it, though something lies beneath. */
export type Hole = Stretch & { readonly responderId: null };
export type Spell = Duty | Hole;

/** A line without anything in it: one for all, so that it can be told by looking. */
export const NOTHING: readonly never[] = [];

export const isDuty = (spell: Spell): spell is Duty => spell.responderId !== null;

/** Cuts to `[from, to)`; what lies outside, or has no length, is dropped. */
export function clipped<S extends Stretch>(stretches: readonly S[], from: Instant, to: Instant): readonly S[] {
  return stretches
    .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from && startsAt < endsAt)
    .map((each) => cutTo(each, Math.max(each.startsAt, from), Math.min(each.endsAt, to)));
}

function cutTo<S extends Stretch>(stretch: S, startsAt: Instant, endsAt: Instant): S {
  return stretch.startsAt === startsAt && stretch.endsAt === endsAt ? stretch : { ...stretch, startsAt, endsAt };
}

/** The line in which at any moment the last of `stretches` that holds then wins: give them in rising precedence. */
export function topmost<S extends Stretch>(stretches: readonly S[]): readonly S[] {
  if (isLine(stretches)) return stretches;
  const bounds = [...new Set(stretches.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]))].sort((a, b) => a - b);
  const waiting = stretches
    .map((stretch, rank) => ({ stretch, rank }))
    .sort((a, b) => b.stretch.startsAt - a.stretch.startsAt);
  let holding: typeof waiting = [];
  let last: { stretch: S; rank: number } | null = null;
  const line: S[] = [];
  for (const [index, startsAt] of bounds.entries()) {
    const endsAt = bounds[index + 1];
    if (endsAt === undefined) break;
    for (let next = waiting.at(-1); next !== undefined && next.stretch.startsAt <= startsAt; next = waiting.at(-1)) {
      holding.push(next);
      waiting.pop();
    }
    holding = holding.filter(({ stretch }) => stretch.endsAt > startsAt);
    const [first, ...others] = holding;
    if (first === undefined) continue;
    const top = others.reduce((best, other) => (other.rank > best.rank ? other : best), first);
    const goesOn: boolean = last !== null && last.rank === top.rank && last.stretch.endsAt === startsAt;
    const piece: S = cutTo(top.stretch, goesOn && last ? last.stretch.startsAt : startsAt, endsAt);
    if (goesOn) line.pop();
    line.push(piece);
    last = { stretch: piece, rank: top.rank };
  }
  return line;
}

function isLine(stretches: readonly Stretch[]): boolean {
  return stretches.every(({ startsAt }, index) => startsAt >= (stretches[index - 1]?.endsAt ?? -Infinity));
}

/**
 * Goes along two lines at once and makes a line of what `choose` makes of each pair; null leaves the place empty.
 * Neighbours that touch and are the same are made one.
 */
export function together<A extends Stretch, B extends Stretch, S extends Stretch>(
  upper: readonly A[],
  lower: readonly B[],
  choose: (above: A | null, below: B | null) => S | null,
  isSame: (a: S, b: S) => boolean,
): readonly S[] {
  const line: S[] = [];
  let upperIndex = 0;
  let lowerIndex = 0;
  let at = -Infinity;
  for (;;) {
    while ((upper[upperIndex]?.endsAt ?? Infinity) <= at) upperIndex += 1;
    while ((lower[lowerIndex]?.endsAt ?? Infinity) <= at) lowerIndex += 1;
    const [nextAbove, nextBelow] = [upper[upperIndex], lower[lowerIndex]];
    if (nextAbove === undefined && nextBelow === undefined) return line;
    const above = holdingAt(nextAbove, at);
    const below = holdingAt(nextBelow, at);
    const endsAt = Math.min(
      (above === null ? nextAbove?.startsAt : above.endsAt) ?? Infinity,
      (below === null ? nextBelow?.startsAt : below.endsAt) ?? Infinity,
    );
    const chosen = above === null && below === null ? null : choose(above, below);
    if (chosen !== null) append(line, cutTo(chosen, at, endsAt), isSame);
    at = endsAt;
  }
}

function holdingAt<S extends Stretch>(stretch: S | undefined, at: Instant): S | null {
  return stretch !== undefined && stretch.startsAt <= at ? stretch : null;
}

function append<S extends Stretch>(line: S[], next: S, isSame: (a: S, b: S) => boolean): void {
  const last = line.at(-1);
  if (last !== undefined && last.endsAt === next.startsAt && isSame(last, next)) {
    line[line.length - 1] = { ...last, endsAt: next.endsAt };
  } else {
    line.push(next);
  }
}

/** Lays the line `upper` over the line `lower`. */
export function overlaid<S extends Spell>(upper: readonly S[], lower: readonly S[]): readonly S[] {
  if (upper.length === 0) return lower;
  if (lower.length === 0) return upper;
  return together(upper, lower, (above, below) => above ?? below, isSameSpell);
}

/** Makes one of neighbours that touch, with the same person from the same source. */
export function joined<S extends Spell>(line: readonly S[]): readonly S[] {
  const result: S[] = [];
  for (const spell of line) append<S>(result, spell, isSameSpell);
  return result;
}

/** What `[from, to)` leaves free between the stretches of a line. */
export function freeBetween(line: readonly Stretch[], from: Instant, to: Instant): readonly Stretch[] {
  const free: Stretch[] = [];
  let freeFrom = from;
  for (const { startsAt, endsAt } of line) {
    if (startsAt > freeFrom) free.push({ startsAt: freeFrom, endsAt: Math.min(startsAt, to) });
    freeFrom = Math.max(freeFrom, endsAt);
  }
  if (freeFrom < to) free.push({ startsAt: freeFrom, endsAt: to });
  return free;
}

/** What overlaps or touches made one, in order of time. */
export function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const line: Stretch[] = [];
  for (const each of stretches.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const last = line.at(-1);
    if (last === undefined || each.startsAt > last.endsAt) line.push(each);
    else line[line.length - 1] = { startsAt: last.startsAt, endsAt: Math.max(last.endsAt, each.endsAt) };
  }
  return line;
}

/** The same person from the same source, standing in for the same one; or two holes. */
export function isSameSpell(a: Spell, b: Spell): boolean {
  if (!isDuty(a) || !isDuty(b)) return isDuty(a) === isDuty(b);
  return (
    a.responderId === b.responderId &&
    a.source.kind === b.source.kind &&
    a.source.id === b.source.id &&
    insteadOf(a) === insteadOf(b) &&
    a.trade === b.trade &&
    a.role === b.role &&
    a.propertyId === b.propertyId &&
    a.group === b.group
  );
}

function insteadOf({ source }: Duty): string | null {
  return source.kind === 'cover' || source.kind === 'timeOff' ? source.insteadOf : null;
}
