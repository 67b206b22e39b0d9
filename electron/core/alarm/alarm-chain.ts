import type { Clock, Manager } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import type { OnCallBook } from '#core/oncall';
import {
  type AlarmCallRow,
  type Author,
  actsAtDesk,
  alarmCalls,
  anyOpenUrgent,
  forgetAlarmCalls,
  getRow,
  openDeskSession,
  putAlarmCall,
  queueLooseMessage,
  type Store,
  type WriteDb,
} from '#core/store';
import { ALARM_SOUNDS, type AlarmView, type Instant, type Responder, type Tier } from '#shared/contract';
import { alarmWords, LANES } from '#shared/incident';
import { unheardAlarmText } from '#shared/messages';
import { overTheDesk, ownEntry } from './over-the-desk.ts';
import type { Presence } from './presence.ts';
import { CHAIN, type NextCall, nextCall } from './silence.ts';

/** An alarm that is told later than this tells nothing any more. */
const GOOD_FOR_MS = 10 * 60_000;
/** What changes in a storm changes all the time: it is looked at this often and no oftener. */
const LOOK_EVERY_MS = 1_000;
const CORE = { kind: 'core' } as const;

export type AlarmChainDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly presence: Presence;
  /** Every alarm there is, as the console shows them. */
  readonly alarms: () => readonly AlarmView[];
};

/**
 * Calls somebody away from the desk when nobody there hears an alarm that sounds on: the coordinator's mobile, then the
 * manager, again and again; from then on the desk counts as unattended, until a person hears it or acts.
 */
export function alarmChain(deps: AlarmChainDeps): Manager {
  const { store, desk, clock, hub } = deps;
  const acted = actsAtDesk(store.read);
  /** When to look; null while nothing sounds. */
  let lookAt: Instant | null = clock.now();
  let lookedAt = Number.NEGATIVE_INFINITY;
  hub.subscribe((changed) => {
    if (!changed.some((each) => each === 'alarm' || each === 'session' || each === 'status')) return;
    const at = Math.max(clock.now(), lookedAt + LOOK_EVERY_MS);
    lookAt = Math.min(lookAt ?? at, at);
    desk.poke();
  });

  return {
    name: 'alarm-chain',
    // It looked later than now: the wall clock was set back.
    nextDueAt: (now) => (lookAt !== null && lookedAt > now ? now : lookAt),
    run(now) {
      lookedAt = now;
      const sounding = soundingOf(deps, now);
      const calls = alarmCalls(store.read);
      const next = nextCall({
        now,
        soundingSince: sounding.since,
        actedAt: sounding.since === null && calls.length === 0 ? null : acted(now, CHAIN.againMs),
        listenedAt: now - deps.presence.absentMs(),
        hasCoordinator: coordinatorOf(deps)?.phone != null,
        calls,
      });
      if (next.what === 'call') makeCall(deps, next, sounding.alarms, now);
      if (next.what === 'over') endSilence(deps, calls);
      const again = next.what === 'wait' ? next.at : now + LOOK_EVERY_MS;
      const soonest = Math.min(again ?? Number.POSITIVE_INFINITY, sounding.nextAt);
      lookAt = soonest === Number.POSITIVE_INFINITY ? null : Math.max(soonest, now + LOOK_EVERY_MS);
    },
  };
}

type Sounding = {
  /** Those that sound on and were not heard, the gravest first. */
  readonly alarms: readonly AlarmView[];
  readonly since: Instant | null;
  /** When one that was heard sounds again. */
  readonly nextAt: Instant;
};

/** What sounds on at a desk that is on duty: signed in, or with something urgent open. */
function soundingOf({ store, alarms }: AlarmChainDeps, now: Instant): Sounding {
  const looping = alarms().filter((alarm) => alarm.isLooping);
  const isOnDuty = looping.length > 0 && (openDeskSession(store.read) !== null || anyOpenUrgent(store.read));
  const own = isOnDuty ? looping : looping.filter((alarm) => alarm.incidentId !== null);
  const loud = own.filter((alarm) => alarm.isSilencedUntil === null || alarm.isSilencedUntil <= now);
  const since = (alarm: AlarmView): Instant => Math.max(alarm.since, alarm.isSilencedUntil ?? alarm.since);
  const rank = (alarm: AlarmView): number => ALARM_SOUNDS.indexOf(alarm.sound);
  return {
    alarms: loud.toSorted((a, b) => rank(a) - rank(b) || since(a) - since(b)),
    since: loud.length === 0 ? null : Math.min(...loud.map(since)),
    nextAt: Math.min(...own.flatMap((each) => ((each.isSilencedUntil ?? 0) > now ? (each.isSilencedUntil ?? []) : []))),
  };
}

/** Whoever is signed in, with their mobile where they stand on the list of responders. */
function coordinatorOf({ store, book }: AlarmChainDeps): Pick<Responder, 'name' | 'phone'> | null {
  const session = openDeskSession(store.read);
  const staff = session && getRow(store.read, 'staff', session.staffId);
  return staff && { name: staff.name, phone: ownEntry(store.read, book)?.phone ?? null };
}

function makeCall(
  deps: AlarmChainDeps,
  { stage, since, isDeaf }: Extract<NextCall, { what: 'call' }>,
  alarms: readonly AlarmView[],
  now: Instant,
): void {
  const { desk, store, book } = deps;
  const atDesk = coordinatorOf(deps);
  const own = ownEntry(store.read, book);
  const called = stage === 'manager' ? overTheDesk(store.read, book, now) : own ? [own] : [];
  const [loudest] = alarms;
  const facts = {
    to: stage,
    minutes: isDeaf ? null : Math.floor((now - since) / 60_000),
    incident: loudest ? incidentOf(deps, loudest) : null,
    others: Math.max(0, alarms.length - 1),
    atDesk,
  } as const;
  desk.change(
    ['alarm', 'status', 'practice'],
    (db, author) => {
      const row = { since, stage, calledAt: now, who: called.map((each) => each.name) };
      putAlarmCall(db, row, { isDeaf, responderIds: called.map((each) => each.id) }, author);
      for (const { id, phone, language } of called) {
        if (phone === null) continue;
        const text = unheardAlarmText({ ...facts, language, alarm: alarmWords(loudest?.kind ?? '', language) });
        const key = `alarm-${since}-${stage}-${now}-${id}`;
        queueLooseMessage(db, author, {
          key,
          purpose: 'alarm',
          lane: LANES.responderP1,
          to: phone,
          text,
          goodForMs: GOOD_FOR_MS,
        });
      }
    },
    CORE,
  );
}

function incidentOf(
  { desk }: AlarmChainDeps,
  { incidentId, number, place }: AlarmView,
): { number: number; tier: Tier; place: string } | null {
  const state = incidentId === null ? null : desk.state(incidentId);
  return state && number !== null ? { number, tier: state.tier, place: place ?? '' } : null;
}

function endSilence({ desk }: AlarmChainDeps, calls: readonly AlarmCallRow[]): void {
  const wasUnattended = calls.some((call) => call.stage === 'manager');
  const end = (db: WriteDb, author: Author): void => forgetAlarmCalls(db, wasUnattended, author);
  desk.change(['alarm', 'status'], end, CORE);
}
