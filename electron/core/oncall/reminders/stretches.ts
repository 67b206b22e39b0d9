import { type Duty, type Instant, type ShiftRole, TRADES, type Trade } from '#shared/contract';

/** What one person is on call for in one go, over all trades and roles. Pure. */

/** Two primary duties with less than this between them are one thing to be told of, where the person is on call throughout. */
export const SAME_TURN_MS = 24 * 60 * 60_000;

export type DutyPart = { readonly trade: Trade; readonly role: ShiftRole };
/** As much of a duty as a stretch is made of. */
type HeldDuty = Pick<Duty, 'trade' | 'role' | 'startsAt' | 'endsAt'>;
export type DutyStretch = {
  readonly responderId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Primary where any part of it is. */
  readonly role: ShiftRole;
  /** What is held; of a stretch that ends standing behind, only what is held in front. */
  readonly parts: readonly DutyPart[];
  /** Until when the person stands in front, where they go on standing behind; else null. */
  readonly frontUntil: Instant | null;
  /** What they go on standing behind in after that. */
  readonly behind: readonly DutyPart[];
  readonly duties: readonly HeldDuty[];
  /** Nobody knows its end yet: it goes on to where the plan was looked at. */
  readonly isOpen: boolean;
};

/**
 * The stretches in the final schedule up to `horizon`, in order of time. Duties of one person that touch or overlap are one
 * stretch, whatever the trade; but whoever has stood behind and comes to stand in front begins a new one, because two
 * people who take turns at primary and backup would never be told otherwise.
 */
export function stretchesOf(duties: readonly Duty[], horizon: Instant): readonly DutyStretch[] {
  const byPerson = Map.groupBy(
    duties.filter((duty) => duty.source.kind !== 'vendor'),
    (duty) => duty.responderId,
  );
  return [...byPerson.values()]
    .flatMap((own) => inOneGo(own, 0).flatMap((spell) => turnsIn(spell, horizon)))
    .toSorted((a, b) => a.startsAt - b.startsAt || a.responderId.localeCompare(b.responderId));
}

type Timed = { readonly startsAt: Instant; readonly endsAt: Instant };
type Spell<T extends Timed> = Timed & { readonly items: readonly T[] };

/** What touches or overlaps put together, or has at most `mostGapMs` between; in order of time. */
export function inOneGo<T extends Timed>(items: readonly T[], mostGapMs: number): readonly Spell<T>[] {
  const spells: { startsAt: Instant; endsAt: Instant; items: T[] }[] = [];
  for (const item of items.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const last = spells.at(-1);
    if (last && item.startsAt <= last.endsAt + mostGapMs) {
      last.endsAt = Math.max(last.endsAt, item.endsAt);
      last.items.push(item);
    } else spells.push({ startsAt: item.startsAt, endsAt: item.endsAt, items: [item] });
  }
  return spells;
}

function turnsIn({ startsAt, endsAt, items: duties }: Spell<Duty>, horizon: Instant): readonly DutyStretch[] {
  const inFront = inOneGo(
    duties.filter((duty) => duty.role === 'primary'),
    SAME_TURN_MS - 1,
  );
  const starts = [...new Set([startsAt, ...inFront.map((spell) => spell.startsAt)])].sort((a, b) => a - b);
  return starts.map((from, index): DutyStretch => {
    const to = starts[index + 1] ?? endsAt;
    const held = duties.filter((duty) => duty.startsAt < to && duty.endsAt > from);
    const stretch = { responderId: held[0]?.responderId ?? '', startsAt: from, endsAt: to, duties: held };
    return { ...stretch, ...heldIn({ ...stretch, items: held }), isOpen: to >= horizon };
  });
}

type Held = Pick<DutyStretch, 'role' | 'parts' | 'frontUntil' | 'behind'>;

/** What of some duties is held in a stretch of time. */
export function heldIn({ startsAt, endsAt, items }: Spell<HeldDuty>): Held {
  const held = items.filter((duty) => duty.startsAt < endsAt && duty.endsAt > startsAt);
  const inFront = held.filter((duty) => duty.role === 'primary');
  const frontUntil = Math.max(0, ...inFront.map((duty) => duty.endsAt));
  const endsBehind = inFront.length > 0 && frontUntil < endsAt;
  return {
    role: inFront.length > 0 ? 'primary' : 'backup',
    parts: partsOf(endsBehind ? inFront : held, startsAt),
    frontUntil: endsBehind ? frontUntil : null,
    behind: endsBehind
      ? partsOf(
          held.filter((duty) => duty.role === 'backup'),
          frontUntil,
        )
      : [],
  };
}

/** Each trade and role once: first what begins with the stretch, then primary before backup, then in order of time. */
function partsOf(duties: readonly HeldDuty[], from: Instant): readonly DutyPart[] {
  const parts = new Map<string, DutyPart>();
  const rank = (duty: HeldDuty): number => (duty.startsAt === from ? 0 : 2) + (duty.role === 'primary' ? 0 : 1);
  const inOrder = duties.toSorted(
    (a, b) => rank(a) - rank(b) || a.startsAt - b.startsAt || TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade),
  );
  for (const { trade, role } of inOrder) parts.set(`${trade} ${role}`, { trade, role });
  return [...parts.values()];
}
