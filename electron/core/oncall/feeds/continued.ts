import type { FeedShift } from '#shared/contract';

/**
 * What a copy keeps of the one before it, and what it says itself: before `now` the old one holds, whatever the new one
 * says of that time; from `now` on the new one does. A duty that runs through `now` and is the same in both stays whole.
 */
export function continued(old: readonly FeedShift[], fresh: readonly FeedShift[], now: number): readonly FeedShift[] {
  const coming = new Map(
    fresh.filter(({ endsAt }) => endsAt > now).map((each) => [each.id, from(each, Math.max(each.startsAt, now))]),
  );
  const past: FeedShift[] = [];
  for (const shift of old) {
    if (shift.startsAt >= now) continue;
    const next = coming.get(shift.id);
    if (shift.endsAt <= now) past.push(next ? over(shift, shift.endsAt) : shift);
    else if (next?.startsAt === now && isSameDuty(shift, next)) coming.set(shift.id, from(next, shift.startsAt));
    else past.push(over(shift, now));
  }
  return [...past, ...coming.values()].toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}

/** Holds from `startsAt` on; that does not change when it was planned to begin, by which it comes before others or after. */
function from(shift: FeedShift, startsAt: number): FeedShift {
  const { plannedFrom = shift.startsAt, ...rest } = shift;
  return plannedFrom === startsAt ? { ...rest, startsAt } : { ...rest, startsAt, plannedFrom };
}

function plannedStart({ startsAt, plannedFrom }: Pick<FeedShift, 'startsAt' | 'plannedFrom'>): number {
  return plannedFrom ?? startsAt;
}

/** The name of an occurrence belongs to what is still to come of it; a part that is over gets one of its own. */
function over(shift: FeedShift, endsAt: number): FeedShift {
  return { ...shift, id: `${shift.id}-${endsAt.toString(36)}`, endsAt };
}

function isSameDuty(one: FeedShift, other: FeedShift): boolean {
  return factsOf(one) === factsOf(other);
}

function factsOf(shift: FeedShift): string {
  const { responderId, trade, role, propertyId, group, title } = shift;
  return JSON.stringify([responderId, trade, role, propertyId, group, title, plannedStart(shift)]);
}

type Stretch = Pick<FeedShift, 'id' | 'startsAt' | 'endsAt' | 'plannedFrom'>;

/** Whether two copies say the same of the time from `now` to `until`, the end of what both reach. */
export function isSameFrom<Each extends Stretch>(
  now: number,
  until: number,
  one: readonly Each[],
  other: readonly Each[],
): boolean {
  const coming = (list: readonly Each[]): readonly Each[] =>
    list.filter(({ startsAt, endsAt }) => endsAt > now && startsAt < until);
  const before = new Map(coming(one).map((each) => [each.id, each]));
  const after = coming(other);
  if (before.size !== after.length) return false;
  return after.every((each) => {
    const same = before.get(each.id);
    return same !== undefined && isSameEntry(same, each, now);
  });
}

/** Where it stands in the file, and that it has begun meanwhile, changes nothing. */
const LOOSE = new Set(['line', 'startsAt', 'plannedFrom']);

function isSameEntry(one: Stretch, other: Stretch, now: number): boolean {
  if (plannedStart(one) !== plannedStart(other)) return false;
  if (Math.max(one.startsAt, now) !== Math.max(other.startsAt, now)) return false;
  return Object.keys(other).every((name) => LOOSE.has(name) || isSameFact(factOf(one, name), factOf(other, name)));
}

function factOf(entry: Readonly<Record<string, unknown>>, name: string): unknown {
  return entry[name];
}

function isSameFact(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && one.join() === other.join());
}
