import { type Duty, type Instant, type ShiftRole, TRADES, type Trade } from '#shared/contract';

/** What one person is on call for in one go, over all trades and roles. Pure. */

/** Two primary duties with less than this between them are one thing to be told of, where the person is on call throughout. */
const SAME_TURN_MS = 24 * 60 * 60_000;

export type DutyPart = { readonly trade: Trade; readonly role: ShiftRole };
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
  readonly duties: readonly Duty[];
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
    .flatMap((own) => spellsOf(own, 0).flatMap((spell) => turnsIn(spell, horizon)))
    .toSorted((a, b) => a.startsAt - b.startsAt || a.responderId.localeCompare(b.responderId));
}

type Spell = { readonly startsAt: Instant; readonly endsAt: Instant; readonly duties: readonly Duty[] };

/** Duties of one person put together where at most `mostGapMs` lies between. */
function spellsOf(duties: readonly Duty[], mostGapMs: number): readonly Spell[] {
  const spells: { startsAt: Instant; endsAt: Instant; duties: Duty[] }[] = [];
  for (const duty of duties.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const last = spells.at(-1);
    if (last && duty.startsAt <= last.endsAt + mostGapMs) {
      last.endsAt = Math.max(last.endsAt, duty.endsAt);
      last.duties.push(duty);
    } else spells.push({ startsAt: duty.startsAt, endsAt: duty.endsAt, duties: [duty] });
  }
  return spells;
}

function turnsIn({ startsAt, endsAt, duties }: Spell, horizon: Instant): readonly DutyStretch[] {
  const inFront = spellsOf(
    duties.filter((duty) => duty.role === 'primary'),
    SAME_TURN_MS - 1,
  );
  const starts = [...new Set([startsAt, ...inFront.map((spell) => spell.startsAt)])].sort((a, b) => a - b);
  return starts.map((from, index): DutyStretch => {
    const to = starts[index + 1] ?? endsAt;
    const held = duties.filter((duty) => duty.startsAt < to && duty.endsAt > from);
    const stretch = { responderId: held[0]?.responderId ?? '', startsAt: from, endsAt: to, duties: held };
    return { ...stretch, ...heldIn(stretch), isOpen: to >= horizon };
  });
}

type Held = Pick<DutyStretch, 'role' | 'parts' | 'frontUntil'>;

/** What of some duties is held in a stretch of time. */
export function heldIn({ startsAt, endsAt, duties }: Spell): Held {
  const held = duties.filter((duty) => duty.startsAt < endsAt && duty.endsAt > startsAt);
  const inFront = held.filter((duty) => duty.role === 'primary');
  const frontUntil = Math.max(0, ...inFront.map((duty) => duty.endsAt));
  const endsBehind = inFront.length > 0 && frontUntil < endsAt;
  return {
    role: inFront.length > 0 ? 'primary' : 'backup',
    parts: partsOf(endsBehind ? inFront : held, startsAt),
    frontUntil: endsBehind ? frontUntil : null,
  };
}

/** Each trade and role once: first what begins with the stretch, then primary before backup, then in order of time. */
function partsOf(duties: readonly Duty[], from: Instant): readonly DutyPart[] {
  const parts = new Map<string, DutyPart>();
  const rank = (duty: Duty): number => (duty.startsAt === from ? 0 : 2) + (duty.role === 'primary' ? 0 : 1);
  const inOrder = duties.toSorted(
    (a, b) => rank(a) - rank(b) || a.startsAt - b.startsAt || TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade),
  );
  for (const { trade, role } of inOrder) parts.set(`${trade} ${role}`, { trade, role });
  return [...parts.values()];
}
