import type { Duty, Instant } from '#shared/contract';

/** Laying stretches of duty over each other. A *line* here is a list in order of time in which no two duties overlap. */

type Stretch = { readonly startsAt: Instant; readonly endsAt: Instant };

function boundsOf(...lists: readonly (readonly Stretch[])[]): readonly Instant[] {
  const bounds = new Set<Instant>();
  for (const list of lists) {
    for (const stretch of list) bounds.add(stretch.startsAt).add(stretch.endsAt);
  }
  return [...bounds].sort((a, b) => a - b);
}

/** Cuts to `[from, to)`; what lies outside is dropped. */
export function clipped(duties: readonly Duty[], from: Instant, to: Instant): readonly Duty[] {
  return duties
    .filter((duty) => duty.startsAt < to && duty.endsAt > from)
    .map((duty) => ({ ...duty, startsAt: Math.max(duty.startsAt, from), endsAt: Math.min(duty.endsAt, to) }));
}

/** The line in which at any moment the last of `duties` that holds then wins: give them in rising precedence. */
export function topmost(duties: readonly Duty[]): readonly Duty[] {
  const bounds = boundsOf(duties);
  const waiting = duties.map((duty, rank) => ({ duty, rank })).sort((a, b) => b.duty.startsAt - a.duty.startsAt);
  let holding: typeof waiting = [];
  const line: Duty[] = [];
  for (const [index, startsAt] of bounds.entries()) {
    const endsAt = bounds[index + 1];
    if (endsAt === undefined) break;
    holding = holding.filter(({ duty }) => duty.endsAt > startsAt);
    for (let next = waiting.at(-1); next !== undefined && next.duty.startsAt <= startsAt; next = waiting.at(-1)) {
      holding.push(next);
      waiting.pop();
    }
    const [first, ...others] = holding;
    if (first === undefined) continue;
    const top = others.reduce((best, other) => (other.rank > best.rank ? other : best), first);
    line.push({ ...top.duty, startsAt, endsAt });
  }
  return joined(line);
}

/**
 * Lays the line `upper` over the line `lower`. Where both hold, `combine` makes the duty (the upper one as it is when
 * left out) and sees what it hides; where only the upper holds it sees null.
 */
export function overlaid(
  upper: readonly Duty[],
  lower: readonly Duty[],
  combine: (above: Duty, below: Duty | null) => Duty = (above) => above,
): readonly Duty[] {
  if (upper.length === 0) return lower;
  const bounds = boundsOf(upper, lower);
  const line: Duty[] = [];
  let upperIndex = 0;
  let lowerIndex = 0;
  for (const [index, startsAt] of bounds.entries()) {
    const endsAt = bounds[index + 1];
    if (endsAt === undefined) break;
    while ((upper[upperIndex]?.endsAt ?? Infinity) <= startsAt) upperIndex += 1;
    while ((lower[lowerIndex]?.endsAt ?? Infinity) <= startsAt) lowerIndex += 1;
    const above = holdingAt(upper[upperIndex], startsAt);
    const below = holdingAt(lower[lowerIndex], startsAt);
    const duty = above === null ? below : combine(above, below);
    if (duty !== null) line.push({ ...duty, startsAt, endsAt });
  }
  return joined(line);
}

function holdingAt(duty: Duty | undefined, at: Instant): Duty | null {
  return duty !== undefined && duty.startsAt <= at ? duty : null;
}

/** What `[from, to)` leaves free between the duties of a line. */
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

/** Makes one duty of neighbours that touch, with the same person from the same source. */
function joined(line: readonly Duty[]): readonly Duty[] {
  const result: Duty[] = [];
  for (const duty of line) {
    const last = result.at(-1);
    if (last !== undefined && last.endsAt === duty.startsAt && isSameDuty(last, duty)) {
      result[result.length - 1] = { ...last, endsAt: duty.endsAt };
    } else {
      result.push(duty);
    }
  }
  return result;
}

function isSameDuty(a: Duty, b: Duty): boolean {
  const coveredByA = a.source.kind === 'cover' ? a.source.insteadOf : null;
  const coveredByB = b.source.kind === 'cover' ? b.source.insteadOf : null;
  return (
    a.responderId === b.responderId &&
    a.source.kind === b.source.kind &&
    a.source.id === b.source.id &&
    coveredByA === coveredByB &&
    a.trade === b.trade &&
    a.role === b.role &&
    a.propertyId === b.propertyId
  );
}
