import { type Duty, type OnCallNow, type ScheduleSources, type Scope, SHIFT_ROLES, type Trade } from '#shared/contract';
import { withAccepted } from './coverage.ts';
import { plannedKeys, tradesInUse } from './entries.ts';
import { freeBetween } from './layers.ts';
import { type Lines, linesOf } from './lines.ts';
import { COMPANY, type LineKey, scopeName } from './scope.ts';
import { DAY_MS } from './wall-clock.ts';
import { whoIsOn } from './who-is-on.ts';

/** Who would be called for a trade at one moment, for the company as a whole. */
export type OnNow = Pick<OnCallNow, 'trade' | 'gap' | 'exceptions' | 'elsewhere'> & {
  readonly primary: Duty | null;
  readonly backup: Duty | null;
};

/** Who is on for each trade that anybody is ever on for, and the next hole within a day. */
export function onNow(sources: ScheduleSources, at: number): readonly OnNow[] {
  // Thousands of questions about one moment, most of which fall back on the same lines: each is worked out once.
  const [now, today] = [linesOf(sources, at, at + 1), linesOf(sources, at, at + DAY_MS)];
  const decided = sources.decisions.map(({ trade, role, propertyId, group }) => ({ trade, role, propertyId, group }));
  const keys = [...plannedKeys(sources), ...decided];
  return tradesInUse(sources).map((trade) => {
    const speaking = speakingFor(keys, sources.groups, trade);
    const elsewhere = speaking.isCompany ? 0 : speaking.own.length + speaking.members.length;
    const scopes = elsewhere === 0 ? [COMPANY] : speaking.scopes;
    const on = (role: 'primary' | 'backup') => whoIsOn(sources, { trade, role, propertyId: null, at });
    return {
      trade,
      primary: on('primary'),
      backup: on('backup'),
      gap: firstGap(today, trade, scopes, at),
      exceptions: elsewhere === 0 ? exceptionsTo(now, trade, speaking) : 0,
      elsewhere,
    };
  });
}

/** Who plans anything for a trade, or for *general*, which is called where the trade has nobody. */
type Speaking = {
  readonly isCompany: boolean;
  readonly scopes: readonly Scope[];
  /** Properties with something of their own, and those others of whose group something is planned. */
  readonly own: readonly string[];
  readonly members: readonly { readonly group: string }[];
};

function speakingFor(keys: readonly LineKey[], groups: ScheduleSources['groups'], trade: Trade): Speaking {
  const counting = keys.filter((key) => key.trade === trade || key.trade === 'general');
  const named = new Set(counting.map(({ group }) => group));
  const own = new Set(counting.flatMap(({ propertyId }) => propertyId ?? []));
  const filled = new Set(Object.values(groups));
  const scopes = new Map(
    counting
      .filter(({ group }) => group === null || filled.has(group))
      .map(({ propertyId, group }) => [scopeName({ propertyId, group }), { propertyId, group }]),
  );
  return {
    isCompany: scopes.has(scopeName(COMPANY)),
    scopes: [...scopes.values()],
    own: [...own],
    members: Object.entries(groups).flatMap(([id, group]) => (named.has(group) && !own.has(id) ? [{ group }] : [])),
  };
}

/** The stretch in which nobody is called that begins first. Where general or a vendor stands in, somebody is woken: no gap. */
function firstGap(lines: Lines, trade: Trade, scopes: readonly Scope[], at: number): OnNow['gap'] {
  const holes = scopes.flatMap((scope) =>
    SHIFT_ROLES.flatMap((role) => {
      const key = { trade, role, ...scope };
      return withAccepted(freeBetween(lines.effective(key), at, at + DAY_MS), lines.accepted(key))
        .filter(({ accepted }) => accepted === null)
        .map(({ startsAt, endsAt }) => ({ role, startsAt, endsAt }));
    }),
  );
  return holes.toSorted((a, b) => a.startsAt - b.startsAt)[0] ?? null;
}

/** How many properties would have somebody else called now than the company has; a group is asked once. */
function exceptionsTo(lines: Lines, trade: Trade, { own, members }: Speaking): number {
  const called = (scope: Scope) =>
    SHIFT_ROLES.map((role) => lines.effective({ trade, role, ...scope })[0]?.responderId);
  const companys = called(COMPANY);
  const differs = (scope: Scope): boolean => called(scope).some((id, index) => id !== companys[index]);
  const differing = new Set(
    [...new Set(members.map(({ group }) => group))].filter((group) => differs({ propertyId: null, group })),
  );
  return (
    own.filter((propertyId) => differs({ propertyId, group: null })).length +
    members.filter(({ group }) => differing.has(group)).length
  );
}
