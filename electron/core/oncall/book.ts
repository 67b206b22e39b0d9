import { allRows, feedShifts, getRow, openCodesOf, openDeskSession, type ReadDb, wakeUpsSince } from '#core/store';
import type {
  OnCallNow,
  OnCallPerson,
  Policy,
  Responder,
  ScheduleSources,
  ShiftRole,
  TargetSpec,
  Trade,
} from '#shared/contract';
import { assertNever, SHIFT_ROLES } from '#shared/contract';
import { type Candidate, DEFAULT_POLICY, type ResolvedTargets, targetKey } from '#shared/escalation';
import { gaps, tradesInUse, whoIsOn } from '#shared/oncall';

const DAY_MS = 24 * 60 * 60_000;

/** What a target is resolved for. */
export type TargetQuery = {
  readonly trade: Trade;
  readonly propertyId: string;
  readonly incidentId: string | null;
  readonly at: number;
};

/** Who can be reached and who is on call, as stored; read once and kept until a change is told. */
export type OnCallBook = {
  /** Forget what was read: a row of it has changed. */
  forget(): void;
  sources(): ScheduleSources;
  responders(): readonly Responder[];
  responder(id: string): Responder | null;
  /** Everybody with this number: in a small house one person may stand on the list twice, as manager and as owner. */
  respondersByPhone(phone: string): readonly Responder[];
  policyOf(propertyId: string): Policy;
  /** Everyone the given targets name at one moment. */
  resolve(targets: readonly TargetSpec[], query: TargetQuery): ResolvedTargets;
  now(at: number): readonly OnNow[];
};

/** Who is on, by the schedule alone. */
type OnNow = Omit<OnCallNow, 'finding'>;

/** Everything the final schedule is made of, as stored: the core's book and the command line read the same. */
export function storedSources(db: ReadDb): ScheduleSources {
  return {
    shifts: allRows(db, 'shift'),
    rotations: allRows(db, 'rotation'),
    covers: allRows(db, 'cover'),
    timeOff: allRows(db, 'time_off'),
    feedShifts: feedShifts(db),
    decisions: allRows(db, 'gap_decision'),
    groups: Object.fromEntries(allRows(db, 'property').flatMap(({ id, group }) => (group ? [[id, group]] : []))),
  };
}

/** The book over one database. */
export function onCallBook(db: ReadDb): OnCallBook {
  let kept: {
    sources: ScheduleSources;
    responders: readonly Responder[];
    byId: ReadonlyMap<string, Responder>;
  } | null = null;
  const read = () => {
    if (kept) return kept;
    const responders = allRows(db, 'responder');
    kept = {
      sources: storedSources(db),
      responders,
      byId: new Map(responders.map((each) => [each.id, each])),
    };
    return kept;
  };

  const atDesk = (): string | null => {
    const session = openDeskSession(db);
    return session ? (getRow(db, 'staff', session.staffId)?.responderId ?? null) : null;
  };

  const named = (spec: TargetSpec, query: TargetQuery): readonly Responder[] => {
    const active = read().responders.filter((each) => each.active);
    switch (spec.kind) {
      case 'onCall': {
        const duty = whoIsOn(read().sources, {
          trade: query.trade,
          role: spec.role,
          propertyId: query.propertyId,
          at: query.at,
        });
        return active.filter((each) => each.id === duty?.responderId);
      }
      case 'role':
        return active.filter((each) => each.role === spec.role);
      case 'emergencyVendor': {
        const vendors = active.filter((each) => each.isEmergencyVendor);
        const ofTrade = vendors.filter((each) => each.trades.includes(query.trade));
        return ofTrade.length > 0 ? ofTrade : vendors;
      }
      case 'responder':
        return active.filter((each) => each.id === spec.responderId);
      default:
        return assertNever(spec, 'target');
    }
  };

  return {
    forget: () => {
      kept = null;
    },
    sources: () => read().sources,
    responders: () => read().responders,
    responder: (id) => read().byId.get(id) ?? null,
    respondersByPhone: (phone) => read().responders.filter((each) => each.phone === phone && each.active),
    policyOf: (propertyId) =>
      getRow(db, 'policy', getRow(db, 'property', propertyId)?.policyId ?? 'company') ?? DEFAULT_POLICY,
    resolve(targets, query) {
      const deskResponder = atDesk();
      const candidate = (each: Responder): Candidate => ({
        responderId: each.id,
        name: each.name,
        company: each.company,
        phone: each.phone,
        language: each.language,
        isAtDesk: each.id === deskResponder,
        // Looked up when asked for: of all whom a ladder may wake, a step that fires wakes one or two.
        get openCodes() {
          return openCodesOf(db, each.id, query.incidentId);
        },
        get wakeUpsThisWeek() {
          return wakeUpsSince(db, each.id, query.at - 7 * DAY_MS);
        },
      });
      return Object.fromEntries(targets.map((spec) => [targetKey(spec), named(spec, query).map(candidate)]));
    },
    now: (at) => onCallNow(read().sources, (id) => read().byId.get(id) ?? null, at),
  };
}

/** Who is on for each trade that anybody is ever on for, and the next hole within a day. */
function onCallNow(sources: ScheduleSources, find: (id: string) => Responder | null, at: number): readonly OnNow[] {
  const person = (trade: Trade, role: ShiftRole): OnCallPerson | null => {
    const duty = whoIsOn(sources, { trade, role, propertyId: null, at });
    const responder = duty && find(duty.responderId);
    if (!duty || !responder) return null;
    return {
      responderId: responder.id,
      name: responder.name,
      phone: responder.phone,
      untilAt: duty.endsAt,
      isCover: duty.source.kind === 'cover',
      isByGeneral: duty.trade !== trade,
    };
  };
  return tradesInUse(sources).map((trade) => {
    // Where general or a vendor stands in, somebody is woken: calling that a gap, "nobody after", would not be true.
    const hole = gaps(sources, [trade], SHIFT_ROLES, at, at + DAY_MS).find(
      (gap) => gap.coveredBy === null && gap.accepted === null,
    );
    return {
      trade,
      primary: person(trade, 'primary'),
      backup: person(trade, 'backup'),
      gap: hole ? { role: hole.role, startsAt: hole.startsAt, endsAt: hole.endsAt } : null,
      exceptions: exceptionsOf(sources, trade, at),
    };
  });
}

/** How many properties would have somebody else called for a trade now than the company has. */
function exceptionsOf(sources: ScheduleSources, trade: Trade, at: number): number {
  // Where the trade has nobody, general is called, and a property may have its own, or its group.
  const { shifts, rotations, covers, feedShifts, decisions, groups } = sources;
  const entries = [...shifts, ...rotations, ...covers, ...feedShifts, ...decisions].filter(
    (each) => each.trade === trade || each.trade === 'general',
  );
  const named = new Set(entries.map((each) => each.group));
  const properties = new Set([
    ...entries.flatMap(({ propertyId }) => (propertyId === null ? [] : [propertyId])),
    ...Object.entries(groups).flatMap(([id, group]) => (named.has(group) ? [id] : [])),
  ]);
  const called = (role: ShiftRole, propertyId: string | null): string | undefined =>
    whoIsOn(sources, { trade, role, propertyId, at })?.responderId;
  return [...properties].filter((id) => SHIFT_ROLES.some((role) => called(role, id) !== called(role, null))).length;
}
