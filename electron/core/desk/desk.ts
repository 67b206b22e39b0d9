import type { Clock } from '#core/clockwork';
import type { OnCallBook } from '#core/oncall';
import {
  type Author,
  commit,
  companyTexts,
  getRow,
  isOptedOut,
  load,
  openOfResponder,
  type Store,
  type WriteDb,
} from '#core/store';
import type { BothLanguages, Trade } from '#shared/contract';
import { LAST_RESORT, type ResolvedTargets, targetsOf } from '#shared/escalation';
import {
  type Actor,
  type DecideContext,
  decide,
  type IncidentCommand,
  type IncidentEvent,
  type IncidentState,
  type OldCopy,
  type OpenOfResponder,
} from '#shared/incident';
import { nextBusinessMorning } from '#shared/oncall';
import type { Hub } from './hub.ts';
import { openOn } from './open-of.ts';
import { type Carried, carriedToBuilding, followers } from './parts.ts';

export type Executed =
  | { readonly ok: true; readonly state: IncidentState; readonly events: readonly IncidentEvent[] }
  | { readonly ok: false; readonly code: string; readonly reason: BothLanguages };

export type DeskDeps = {
  readonly store: Store;
  readonly book: OnCallBook;
  readonly clock: Clock;
  readonly hub: Hub;
  /** Live calendars with a say in a trade that have not answered in the last seconds. */
  readonly oldCopies: (trade: Trade, now: number) => readonly OldCopy[];
  /** Steps have gone by old copies: asks the calendars now, and whoever a fresh copy names is notified too. */
  readonly askCalendars: () => void;
  /** The weather mode at a property now, from memory; null where none is on. */
  readonly weatherAt: (propertyId: string) => DecideContext['weather'];
  /** A voice gateway is configured and answers. */
  readonly hasVoice: () => boolean;
  /** A part of a building incident could not follow its head: a bug, and nobody else waits for it. */
  readonly onBroken: (incidentId: string, error: unknown) => void;
  /** Called before anything is written: what waits follows a wall clock that was moved, before anything begins by it. */
  readonly noticeMove: () => void;
  /** Called after each commit, outside the transaction: messages or clocks may be due now. */
  readonly poke: () => void;
};

/**
 * The use cases: whatever happens to an incident or to an ordinary table goes through here. Beside it only the managers
 * write, each the rows of its own: the outbox its claims, clockwork its heartbeat.
 */
export type Desk = {
  /**
   * Gathers what the decision needs, decides and records in one synchronous transaction, then lets the managers carry
   * it out. `also` runs inside the same transaction, before the events are written: a contact stored, a press remembered.
   * A refusal writes nothing at all.
   */
  execute(incidentId: string, command: IncidentCommand, by: Actor, about?: About): Executed;
  /** A change outside incidents: ordinary tables, sessions, contacts. One transaction. */
  change<Result>(changed: readonly string[], work: (db: WriteDb, author: Author) => Result, by: Actor): Result;
  /** Every open incident that anybody with this responder's phone was notified of, with its letter there. */
  openOf(responderId: string): readonly OpenOfResponder[];
  state(incidentId: string): IncidentState | null;
  /** Something outside may have changed (the computer woke): look at the clocks now. */
  poke(): void;
};

/** What the state cannot say about a command: where a new incident is, and what belongs in its transaction. */
export type About = {
  readonly propertyId?: string;
  readonly trade?: OpenTrade;
  readonly also?: (db: WriteDb, author: Author) => void;
};
type OpenTrade = IncidentState['trade'];

const CONFLICT_TRIES = 3;

export function openDesk(deps: DeskDeps): Desk {
  const { store, book, clock, hub } = deps;

  const openOf = (responderId: string): readonly OpenOfResponder[] =>
    openOn(openOfResponder(store.write, responderId), (id) => load(store.write, id)?.state ?? null);

  const gather = (state: IncidentState | null, command: IncidentCommand, by: Actor, about: About): DecideContext => {
    const now = clock.now();
    const propertyId = state?.place.propertyId ?? about.propertyId ?? '';
    const trade = state?.trade ?? about.trade ?? 'general';
    const policy = book.policyOf(propertyId);
    const tier =
      command.type === 'open'
        ? command.facts.tier
        : command.type === 'changeTier'
          ? command.tier
          : (state?.tier ?? 'P1');
    const ladder = state?.ladder?.ladder;
    const targets = [
      ...targetsOf(policy.ladders[tier]),
      ...(ladder ? targetsOf(ladder) : []),
      ...('ladder' in command && command.ladder ? targetsOf(command.ladder) : []),
      ...LAST_RESORT.targets.map((each) => each.target),
    ];
    const phone = phoneOf(command) ?? state?.caller.phone ?? null;
    const place = command.type === 'open' ? command.facts.place : state?.place;
    const zone = getRow(store.write, 'property', propertyId)?.zone ?? place?.zone ?? 'UTC';
    const manager = book.responders().find((each) => each.role === 'manager' && each.active && each.phone !== null);
    let resolved: ResolvedTargets | null = null;
    // Whoever the command is about, else whoever has it: theirs is the phone that may have several open.
    const answered = ('responderId' in command ? command.responderId : null) ?? state?.holder?.responderId;
    const named = 'responderId' in command ? command.responderId : null;
    const query = { trade, propertyId, incidentId: state?.id ?? null, at: now };
    let listed: ReturnType<typeof book.vendors> | null = null;
    const vendors = () => {
      listed ??= book.vendors({ ...query, zone });
      return listed;
    };
    let open: readonly OpenOfResponder[] | null = null;
    let copies: readonly OldCopy[] | null = null;
    return {
      now,
      by,
      policy,
      // Most commands (receipts, clocks of the resident) wake nobody; asking who would be is the dearest part of gathering.
      get targets() {
        resolved ??= book.resolve(targets, query);
        return resolved;
      },
      get oldCopies() {
        copies ??= deps.oldCopies(trade, now);
        return copies;
      },
      nextMorningAt: nextBusinessMorning(zone, now),
      get weather() {
        return deps.weatherAt(propertyId);
      },
      get vendors() {
        return vendors().flatMap(({ candidate, leftOut }) => (leftOut === null ? [candidate] : []));
      },
      get uninsuredVendors() {
        return vendors().flatMap(({ candidate, leftOut }) => (leftOut === 'notInsured' ? [candidate.name] : []));
      },
      get person() {
        return named === null ? null : book.candidate(named, query);
      },
      companyText: companyTexts(store.write),
      hasVoice: deps.hasVoice(),
      silenceContact: manager?.phone ? { name: manager.name, phone: manager.phone } : null,
      isResidentOptedOut: phone !== null && isOptedOut(store.write, phone),
      get openOfResponder() {
        open ??= answered === undefined ? [] : openOf(answered);
        return open;
      },
    };
  };

  // Read where it is written: of several commands in one transaction, each sees those before it. Nothing waits between
  // reading and writing, so a conflict means that another writer stands behind the same store.
  const attempt = (incidentId: string, command: IncidentCommand, by: Actor, about: About): Executed | 'conflict' => {
    const before = load(store.write, incidentId)?.state ?? null;
    const context = gather(before, command, by, about);
    return store.write.transact(() => {
      const decision = decide(before, command, context);
      if (!decision.ok) return decision;
      const also = (): void => about.also?.(store.write, { at: context.now, by });
      const committed = commit(store.write, incidentId, before, decision.events, also);
      if (committed === 'conflict') return 'conflict';
      if (!committed.state) throw new Error(`a decision about ${incidentId} left no incident`);
      return { ok: true, state: committed.state, events: decision.events };
    });
  };

  const decided = (incidentId: string, command: IncidentCommand, by: Actor, about: About): Executed => {
    for (let tries = 0; tries < CONFLICT_TRIES; tries += 1) {
      const result = attempt(incidentId, command, by, about);
      if (result !== 'conflict') return result;
    }
    throw new Error(`incident ${incidentId} kept changing while it was decided`);
  };

  /** The others of its building, in the same transaction. Returns those that moved. */
  const carry = (carried: readonly Carried[], by: Actor): readonly string[] =>
    carried.flatMap(({ incidentId, command, isOneWithIt }) => {
      try {
        const result = decided(incidentId, command, by, {});
        if (!result.ok && isOneWithIt) throw new Error(`${command.type} of ${incidentId} was refused: ${result.code}`);
        if (!result.ok || result.events.length === 0) return [];
        // A unit that raises its house moves the others of it.
        return [incidentId, ...carry(followers(result.state, result.events), by)];
      } catch (error) {
        if (isOneWithIt) throw error;
        deps.onBroken(incidentId, error);
        return [];
      }
    });

  return {
    execute(incidentId, command, by, about = {}) {
      deps.noticeMove();
      const { result, moved } = store.write.transact(() => {
        const before = load(store.write, incidentId)?.state ?? null;
        const own = decided(incidentId, command, by, about);
        if (!own.ok) return { result: own, moved: [] };
        return { result: own, moved: carry(carriedToBuilding(before, own.state, own.events), by) };
      });
      if (result.ok && result.events.length > 0) {
        hub.publish([
          'queue',
          'timers',
          'alarm',
          'status',
          ...[incidentId, ...moved].map((id) => `incident:${id}`),
          ...(by.kind === 'responder' ? ['inbox'] : []),
        ]);
        if (result.events.some((event) => 'oldCopies' in event)) deps.askCalendars();
        deps.poke();
      }
      return result;
    },
    change(changed, work, by) {
      deps.noticeMove();
      const result = store.write.transact(() => work(store.write, { at: clock.now(), by }));
      book.forget();
      hub.publish(changed);
      deps.poke();
      return result;
    },
    openOf,
    poke: deps.poke,
    state: (incidentId) => load(store.read, incidentId)?.state ?? null,
  };
}

/** The phone a command itself is about; null where that is the incident's. */
function phoneOf(command: IncidentCommand): string | null {
  if (command.type === 'open') return command.facts.caller.phone;
  return command.type === 'joinContact' ? (command.heard?.phone ?? null) : null;
}
