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
  readonly parts: readonly DutyPart[];
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
    const isInFront = held.some((duty) => duty.role === 'primary');
    return {
      responderId: held[0]?.responderId ?? '',
      startsAt: from,
      endsAt: to,
      role: isInFront ? 'primary' : 'backup',
      parts: partsOf(held),
      duties: held,
      isOpen: to >= horizon,
    };
  });
}

/** Each trade and role once, in order of time; of those that begin together, the primary ones first. */
export function partsOf(duties: readonly Duty[]): readonly DutyPart[] {
  const parts = new Map<string, DutyPart>();
  const inOrder = duties.toSorted(
    (a, b) =>
      a.startsAt - b.startsAt ||
      (a.role === b.role ? TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade) : a.role === 'primary' ? -1 : 1),
  );
  for (const { trade, role } of inOrder) parts.set(`${trade} ${role}`, { trade, role });
  return [...parts.values()];
}
