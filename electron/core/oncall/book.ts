import {
  getRow,
  openCodesOf,
  openDeskSession,
  type ReadDb,
  unattendedSince,
  wakeUpsSince,
  writesTo,
} from '#core/store';
import type {
  Duty,
  OnCallNow,
  OnCallPerson,
  Policy,
  Responder,
  ScheduleSources,
  TargetSpec,
  Trade,
  VendorChoice,
} from '#shared/contract';
import { assertNever } from '#shared/contract';
import { type Candidate, type ResolvedTargets, targetKey } from '#shared/escalation';
import { onNow, standInAt, whoIsOn } from '#shared/oncall';
import { policyAt } from './policies.ts';
import { type Plan, readPlan } from './stored-plan.ts';
import { vendorsFor } from './vendors.ts';

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
  /** Something was written: forget what was read of the tables that it was. */
  forget(): void;
  sources(): ScheduleSources;
  responders(): readonly Responder[];
  responder(id: string): Responder | null;
  /** Everybody with this number: in a small house one person may stand on the list twice, as manager and as owner. */
  respondersByPhone(phone: string): readonly Responder[];
  policyOf(propertyId: string): Policy;
  /** Everyone the given targets name at one moment. */
  resolve(targets: readonly TargetSpec[], query: TargetQuery): ResolvedTargets;
  /** One person by name, whoever is on call; null for nobody on the list. */
  candidate(responderId: string, query: Pick<TargetQuery, 'incidentId' | 'at'>): Candidate | null;
  /** Vendors for a place, in the order in which they are asked, with why some are left out. */
  vendors(query: TargetQuery & { readonly zone: string }): readonly VendorOnList[];
  now(at: number): readonly NamedNow[];
};

export type VendorOnList = { readonly candidate: Candidate; readonly leftOut: VendorChoice['leftOut'] };

/** Who is on, by the schedule alone. */
type NamedNow = Omit<OnCallNow, 'finding'>;

/** The book over one database. */
export function onCallBook(db: ReadDb): OnCallBook {
  let kept: Plan | null = null;
  const read = (): Plan => {
    kept ??= readPlan(db, null);
    return kept;
  };

  /** Policies as worked out, until a ladder or a property is written. */
  let policies = { written: -1, byProperty: new Map<string, Policy>() };

  const atDesk = (): string | null => {
    const session = openDeskSession(db);
    // Whoever does not hear the alarm is not reached by it: then a step is a text to them.
    return session && unattendedSince(db) === null ? (getRow(db, 'staff', session.staffId)?.responderId ?? null) : null;
  };

  /** Those whom a target names: whoever is away is left out, or their substitute is called in their place. */
  const called = (spec: TargetSpec, query: TargetQuery): readonly Responder[] => {
    const { sources, byId } = read();
    const people = named(spec, query);
    // The schedule knows who is away, and that a later cover may name them all the same.
    if (spec.kind === 'onCall') return people;
    const ids = new Set(people.map((each) => standInAt(sources.timeOff, each.id, query.at)));
    return [...ids].flatMap((id) => (id && byId.get(id)) || []).filter((each) => each.active);
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

  const candidateAt = ({ incidentId, at }: Pick<TargetQuery, 'incidentId' | 'at'>) => {
    const deskResponder = atDesk();
    return (each: Responder): Candidate => ({
      responderId: each.id,
      name: each.name,
      company: each.company,
      phone: each.phone,
      language: each.language,
      isAtDesk: each.id === deskResponder,
      // Looked up when asked for: of all whom a ladder may wake, a step that fires wakes one or two.
      get openCodes() {
        return openCodesOf(db, each.id, incidentId);
      },
      get wakeUpsThisWeek() {
        return wakeUpsSince(db, each.id, at - 7 * DAY_MS);
      },
    });
  };

  return {
    forget: () => {
      // At once, not when it is asked for next: that may be within a change that is undone.
      if (kept !== null) kept = readPlan(db, kept);
    },
    sources: () => read().sources,
    responders: () => read().responders,
    responder: (id) => read().byId.get(id) ?? null,
    respondersByPhone: (phone) => read().responders.filter((each) => each.phone === phone && each.active),
    policyOf(propertyId) {
      const written = writesTo(db, 'policy') + writesTo(db, 'property');
      if (policies.written !== written) policies = { written, byProperty: new Map() };
      const known = policies.byProperty.get(propertyId) ?? policyAt(db, propertyId);
      policies.byProperty.set(propertyId, known);
      return known;
    },
    resolve(targets, query) {
      const candidate = candidateAt(query);
      return Object.fromEntries(targets.map((spec) => [targetKey(spec), called(spec, query).map(candidate)]));
    },
    candidate(responderId, query) {
      const responder = read().byId.get(responderId);
      return responder?.active ? candidateAt(query)(responder) : null;
    },
    vendors({ trade, propertyId, zone, ...query }) {
      const property = getRow(db, 'property', propertyId);
      const { responders, sources } = read();
      const candidate = candidateAt(query);
      return vendorsFor(responders, sources.timeOff, { trade, property, zone, at: query.at }).map(
        ({ responder, leftOut }) => ({ candidate: candidate(responder), leftOut }),
      );
    },
    now: (at) => onCallNow(read().sources, (id) => read().byId.get(id) ?? null, at),
  };
}

/** Who is on for each trade, by name. */
function onCallNow(sources: ScheduleSources, find: (id: string) => Responder | null, at: number): readonly NamedNow[] {
  const person = (trade: Trade, duty: Duty | null): OnCallPerson | null => {
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
  return onNow(sources, at).map(({ primary, backup, ...each }) => ({
    ...each,
    primary: person(each.trade, primary),
    backup: person(each.trade, backup),
  }));
}
