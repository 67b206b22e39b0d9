import type { Cover, Duty, FeedShift, Instant, ScheduleSources, Shift } from '#shared/contract';
import { absencesOf, withoutAbsent } from './absence.ts';
import { acceptedLine, type InForce, vendorLine } from './decisions.ts';
import { coversByLine, feedShiftsByLine, rotationsByLine, shiftsByLine } from './entries.ts';
import { clipped, isDuty, isSameSpell, joined, NOTHING, overlaid, type Spell, together, topmost } from './layers.ts';
import { turnsOf } from './rotation.ts';
import { type LineKey, lineName, scopeBeneath } from './scope.ts';

type Line = readonly Duty[];
export type CanBeCalled = (responderId: string) => boolean;

/** The lines of one window, each worked out when it is first asked for and then kept. */
export type Lines = {
  /** What one scope itself says. */
  own(key: LineKey): Line;
  /** What holds in a scope: its own duties, where it has none those of the scopes beneath it. */
  resolved(key: LineKey): Line;
  /** The same, of those alone who can be called. */
  callable(key: LineKey): Line;
  /** Who would be called: the trade's own, else *general*, else a vendor named for the one or the other. */
  effective(key: LineKey): Line;
  /** Where a gap is accepted by name, should there be one. */
  accepted(key: LineKey): readonly InForce[];
};

/** The lines in `[from, to)`; whoever `canBeCalled` refuses, because they have left, holds what they hold, but is not called. */
export function linesOf(
  sources: ScheduleSources,
  from: Instant,
  to: Instant,
  canBeCalled: CanBeCalled = canBeCalledIn(sources),
): Lines {
  const planned = new Map<string, Line>();
  const shown = new Map<string, Line>();
  const reachable = new Map<string, Line>();
  const called = new Map<string, Line>();
  const accepted = new Map<string, readonly InForce[]>();

  const beneath = (key: LineKey): Line => {
    const scope = scopeBeneath(sources.groups, key);
    return scope === null ? NOTHING : resolved({ ...key, ...scope });
  };
  const own = (key: LineKey): Line =>
    keptIn(planned, lineName(key), () => ownLine(sources, lineName(key), () => beneath(key), from, to));
  const resolved = (key: LineKey): Line => keptIn(shown, lineName(key), () => overlaid(own(key), beneath(key)));

  const present = (line: Line): Line =>
    line.every(({ responderId }) => canBeCalled(responderId))
      ? line
      : line.filter(({ responderId }) => canBeCalled(responderId));
  const callable = (key: LineKey): Line =>
    keptIn(reachable, lineName(key), () => {
      const scope = scopeBeneath(sources.groups, key);
      return overlaid(present(own(key)), scope === null ? NOTHING : callable({ ...key, ...scope }));
    });

  const effective = (key: LineKey): Line =>
    keptIn(called, lineName(key), () => {
      const vendor = present(vendorLine(sources, key, from, to));
      if (key.trade === 'general') return overlaid(callable(key), vendor);
      const general = { ...key, trade: 'general' } as const;
      const byVendor = overlaid(vendor, present(vendorLine(sources, general, from, to)));
      return overlaid(callable(key), overlaid(callable(general), byVendor));
    });

  return {
    own,
    resolved,
    callable,
    effective,
    accepted: (key) => keptIn(accepted, lineName(key), () => acceptedLine(sources, key, from, to)),
  };
}

function canBeCalledIn({ inactive = [] }: ScheduleSources): CanBeCalled {
  const gone = new Set(inactive);
  return (responderId) => !gone.has(responderId);
}

function keptIn<Value>(kept: Map<string, Value>, name: string, work: () => Value): Value {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const value = work();
  kept.set(name, value);
  return value;
}

/** What one scope says of one role, `beneath` being what shows through its holes. */
function ownLine(sources: ScheduleSources, name: string, beneath: () => Line, from: Instant, to: Instant): Line {
  const planned = plannedLine(sources, name, from, to);
  const covers = clipped(coversByLine(sources.covers).within(name, from, to), from, to);
  if (covers.length === 0) return planned;
  const absences = absencesOf(sources.timeOff);
  const covering = topmost(covers.flatMap((cover) => withoutAbsent([coverDuty(cover)], absences, cover.createdAt)));
  const covered = overlaid(planned, beneath());
  const named = together(
    covering,
    covered,
    (above, below) => (above === null ? null : standingInFor(above, below)),
    isSameSpell,
  );
  return overlaid<Spell>(named, planned).filter(isDuty);
}

/** Rotations, over them what a live calendar says, over that dated shifts; without those who are away. */
function plannedLine(sources: ScheduleSources, name: string, from: Instant, to: Instant): Line {
  const rotations = rotationsByLine(sources.rotations).of(name);
  const fed = clipped(feedShiftsByLine(sources.feedShifts).within(name, from, to), from, to);
  const shifts = clipped(shiftsByLine(sources.shifts).within(name, from, to), from, to);
  const turns = rotations.reduce<Line>((lower, rotation) => overlaid(turnsOf(rotation, from, to), lower), NOTHING);
  // One occurrence of a live calendar may have been cut in two where the calendar changed.
  const base = overlaid(topmost(shifts.map(shiftDuty)), overlaid(joined(topmost(fed.map(feedDuty))), turns));
  const present = withoutAbsent(base, absencesOf(sources.timeOff), -Infinity);
  return present === base ? base : joined(present.filter(isDuty));
}

function dutyOf(entry: Shift | FeedShift | Cover, source: Duty['source']): Duty {
  const { trade, role, propertyId, group, responderId, startsAt, endsAt } = entry;
  return { trade, role, propertyId, group, responderId, startsAt, endsAt, source };
}

const shiftDuty = (shift: Shift): Duty => dutyOf(shift, { kind: 'shift', id: shift.id });
const feedDuty = (shift: FeedShift): Duty =>
  dutyOf(shift, { kind: 'feed', id: shift.id, feedId: shift.feedId, title: shift.title });
const coverDuty = (cover: Cover): Duty =>
  dutyOf(cover, { kind: 'cover', id: cover.id, insteadOf: null, reason: cover.reason });

/** A substitute stands in for whoever is away; a cover for whoever would hold it without it. */
function standingInFor(above: Spell, below: Duty | null): Spell {
  if (!isDuty(above) || above.source.kind !== 'cover') return above;
  return { ...above, source: { ...above.source, insteadOf: below?.responderId ?? null } };
}
