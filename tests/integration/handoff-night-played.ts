import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  appendLine,
  commit,
  endDeskSession,
  load,
  noteBlindTime,
  openStore,
  putRow,
  type Store,
  startDeskSession,
  storeContact,
} from '#core/store';
import { type Candidate, DEFAULT_POLICY } from '#shared/escalation';
import {
  type Actor,
  clocksOf,
  type DecideContext,
  decide,
  type IncidentCommand,
  type ReportFacts,
} from '#shared/incident';

/** A night played on a real store by the pure `decide`, with a context made by hand and no manager in between. */

export const ZONE = 'America/Chicago';
/** 2026-11-20 18:00 CST. */
export const SIX_PM = Date.UTC(2026, 10, 21, 0);
export const at = (hours: number, minutes = 0): number => SIX_PM + (hours - 18) * 3_600_000 + minutes * 60_000;
const NEXT_MORNING = Date.UTC(2026, 10, 21, 16);
const STAFF: Actor = { kind: 'staff', id: 'alvarez', name: 'Rosa Alvarez' };
const CORE: Actor = { kind: 'core' };

const person = (id: string, name: string, phone: string, company = ''): Candidate => ({
  responderId: id,
  name,
  company,
  phone,
  language: 'en',
  isAtDesk: false,
  openCodes: [],
  wakeUpsThisWeek: 0,
});
const CHEN = person('chen', 'Mei Chen', '+13125550101');
const BELL = person('bell', 'Marcus Bell', '+13125550102', 'Harbor Plumbing');
const OKAFOR = person('okafor', 'Sam Okafor', '+13125550103');
const TARGETS = { 'onCall:primary': [CHEN], 'onCall:backup': [BELL], 'role:manager': [OKAFOR] };

type Told = Pick<ReportFacts, 'category' | 'tier' | 'text'> & {
  readonly id: string;
  readonly firstContactAt: number;
  readonly caller: string;
  readonly phone: string;
  readonly unit: string;
  readonly reasons?: readonly { readonly code: string; readonly start: number; readonly end: number }[];
};

export type PlayedNight = {
  readonly store: Store;
  /** One command at a moment; throws when it was refused. */
  act(id: string, when: number, command: IncidentCommand, by?: Actor): void;
  report(told: Told): void;
  /** Every clock of the incident that is due by then, in order, each fired at its time; `isDelivered`: with its messages. */
  pass(id: string, until: number, isDelivered?: boolean): void;
  /** Settles every message of the incident that still waits. */
  deliver(id: string, when: number, except?: readonly string[]): void;
  close(): void;
};

export function playOn(): PlayedNight {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-handoff-'));
  const store = openStore(folder);
  let number = 1040;
  const act: PlayedNight['act'] = (id, when, command, by = CORE) => {
    store.write.transact(() => {
      const before = load(store.write, id)?.state ?? null;
      const decision = decide(before, command, contextAt(when, by));
      if (!decision.ok) throw new Error(`${command.type}: ${decision.reason.en}`);
      if (commit(store.write, id, before, decision.events) === 'conflict') throw new Error('conflict');
    });
  };
  const deliver: PlayedNight['deliver'] = (id, when, except = []) => {
    for (const message of load(store.read, id)?.state.messages ?? []) {
      if (message.state !== 'queued' || except.includes(message.key)) continue;
      for (const state of ['accepted', 'delivered'] as const) settle(act, id, when, message.key, state, null);
    }
  };
  return {
    store,
    act,
    deliver,
    report(told) {
      number += 1;
      const when = told.firstContactAt + 60_000;
      store.write.transact(() =>
        storeContact(store.write, {
          id: `contact-${told.id}`,
          channel: 'phone',
          provider: 'desk',
          providerId: told.id,
          receivedAt: told.firstContactAt,
          from: told.phone,
          text: told.text,
          outcome: 'incident',
        }),
      );
      act(told.id, when, { type: 'open', incidentId: told.id, number, facts: factsOf(told) }, STAFF);
    },
    pass(id, until, isDelivered = false) {
      for (let fired = 0; fired < 200; fired += 1) {
        const state = load(store.read, id)?.state;
        const clock = state && clocksOf(state)[0];
        if (!clock || clock.dueAt > until) return;
        act(id, clock.dueAt, { type: 'clockDue', kind: clock.kind, token: clock.token });
        if (isDelivered) deliver(id, clock.dueAt);
      }
      throw new Error('clocks kept coming due');
    },
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function settle(
  act: PlayedNight['act'],
  id: string,
  when: number,
  key: string,
  state: 'accepted' | 'delivered' | 'failed' | 'unknown',
  reason: string | null,
): void {
  act(id, when, {
    type: 'settleMessage',
    key,
    state,
    attempt: 1,
    gateway: 'kannel',
    reason,
    isPossiblyTwice: false,
    nextAt: null,
  });
}

function contextAt(now: number, by: Actor): DecideContext {
  return {
    now,
    by,
    policy: DEFAULT_POLICY,
    targets: TARGETS,
    nextMorningAt: NEXT_MORNING,
    companyText: () => null,
    hasVoice: true,
    weather: null,
    silenceContact: null,
    isResidentOptedOut: false,
    openOfResponder: [],
    oldCopies: [],
    vendors: [],
    uninsuredVendors: [],
    person: null,
  };
}

function factsOf(told: Told): ReportFacts {
  const { category, tier, text } = told;
  const trade = category === 'lockout' ? 'locksmith' : 'plumbing';
  return {
    channel: 'phone',
    contactId: `contact-${told.id}`,
    firstContactAt: told.firstContactAt,
    place: {
      propertyId: 'maple',
      unitId: `maple-${told.unit}`,
      propertyName: 'Maple Court',
      unitLabel: told.unit,
      address: '1200 Maple Ave',
      zone: ZONE,
      shutOff: 'Riser room',
    },
    caller: { name: told.caller, phone: told.phone, language: 'es', residentId: null, hasVolunteeredNeed: false },
    text,
    verdict: {
      category,
      tier,
      trade,
      confidence: 0.9,
      reasons: told.reasons ?? [],
      lifeSafety: null,
      packVersion: 'test',
    },
    category,
    tier,
    trade,
    tierReason: null,
    permissionToEnter: tier === 'P3' ? 'yes' : 'unknown',
  };
}

export const LEAK = 'incident-leak';
export const LOCKOUT = 'incident-lockout';
export const DISPOSAL = 'incident-disposal';
export const OLD_DRIP = 'incident-old-drip';

/**
 * The night: an old P3 of last week; a P1 whose primary sleeps, taken by the backup after ten minutes; a P2 nobody
 * answers, its first notice lost; a P3; six blind minutes; a clock set forward; a text nobody placed.
 */
export function playNight(night: PlayedNight): void {
  const { store, act } = night;
  seed(store);
  const disposal = { category: 'appliance', tier: 'P3', unit: '12' } as const;
  night.report({
    ...disposal,
    id: OLD_DRIP,
    firstContactAt: at(18) - 6 * 86_400_000,
    caller: 'José Núñez',
    phone: '+13125550119',
    text: 'gotea el lavabo',
  });
  store.write.transact(() =>
    startDeskSession(store.write, { id: 'session', staffId: 'alvarez', at: at(17, 55), previousId: null }, STAFF),
  );
  playLeak(night);
  playLockout(night);
  night.report({
    ...disposal,
    id: DISPOSAL,
    firstContactAt: at(26),
    caller: 'Łukasz Nowák',
    phone: '+13125550177',
    text: 'garbage disposal hums but does not turn',
  });
  store.write.transact(() => {
    noteBlindTime(store.write, { from: at(24, 10), to: at(24, 16), why: 'asleep' });
    appendLine(store.write, null, { type: 'wallClockMoved', v: 1, at: at(27), by: CORE, deltaMs: 180_000 });
    storeContact(store.write, {
      id: 'contact-lost',
      channel: 'sms',
      provider: 'practice',
      providerId: 'm1',
      receivedAt: at(28),
      from: '+13125550142',
      text: 'Is the two-bedroom still free?',
      outcome: 'waiting',
    });
  });
  night.deliver(DISPOSAL, at(28));
  act(LEAK, at(28, 30), { type: 'note', words: 'Ceiling opened, electrician in the morning.' }, STAFF);
}

function playLeak({ report, pass, deliver, act }: PlayedNight): void {
  report({
    id: LEAK,
    category: 'plumbing',
    tier: 'P1',
    firstContactAt: at(23, 41),
    caller: 'Dana Ruiz',
    phone: '+13125550190',
    unit: '14B',
    text: 'agua cayendo del techo sobre la luz',
    reasons: [
      { code: 'water-running', start: 0, end: 12 },
      { code: 'water-running', start: 5, end: 12 },
    ],
  });
  deliver(LEAK, at(23, 42));
  pass(LEAK, at(23, 50));
  deliver(LEAK, at(23, 50));
  const reply = { type: 'reply', responderId: 'bell', name: 'Marcus Bell', company: 'Harbor Plumbing' } as const;
  const bell: Actor = { kind: 'responder', id: 'bell', name: 'Marcus Bell' };
  act(
    LEAK,
    at(23, 51),
    { ...reply, contactId: 'r1', words: '1 30', understood: { verb: 'accept', minutes: 30 } },
    bell,
  );
  // The resident was texted a minute ago, so who is coming is held back until 23:55.
  pass(LEAK, at(23, 56));
  deliver(LEAK, at(23, 58));
  act(LEAK, at(24, 18), { ...reply, contactId: 'r2', words: 'HERE', understood: { verb: 'here' } }, bell);
  act(LEAK, at(25, 5), { type: 'resolve', outcome: 'madeSafe', words: 'Supply line under 15B capped.' }, STAFF);
  deliver(LEAK, at(25, 6));
}

function playLockout({ report, pass, act, store }: PlayedNight): void {
  report({
    id: LOCKOUT,
    category: 'lockout',
    tier: 'P2',
    firstContactAt: at(25, 10),
    caller: '',
    phone: '+13125550155',
    unit: '7',
    text: 'locked out, key broke',
  });
  const first = load(store.read, LOCKOUT)?.state.messages.find((each) => each.purpose === 'step');
  if (!first) throw new Error('the lockout woke nobody');
  const receipt = load(store.read, LOCKOUT)?.state.messages.find((each) => each.purpose === 'receipt');
  if (!receipt) throw new Error('the resident of the lockout heard nothing');
  settle(act, LOCKOUT, at(25, 11), receipt.key, 'failed', 'number not in service');
  settle(act, LOCKOUT, at(25, 12), first.key, 'unknown', 'gateway timed out');
  pass(LOCKOUT, at(29), true);
}

function seed(store: Store): void {
  const author = { at: at(17), by: STAFF };
  store.write.transact(() => {
    putRow(
      store.write,
      'staff',
      { id: 'alvarez', name: 'Rosa Alvarez', role: 'coordinator', language: 'en', responderId: null },
      author,
    );
    putRow(
      store.write,
      'property',
      {
        id: 'oak',
        name: 'Oak Terrace',
        address: '7 Oak St',
        zone: 'America/New_York',
        nightStart: '17:00',
        nightEnd: '08:00',
        greetingEn: '',
        greetingEs: '',
        calledNumber: null,
        shutOff: '',
        accessNotes: '',
        emergencyCentre: null,
      },
      author,
    );
    putRow(store.write, 'unit', { id: 'oak-3', propertyId: 'oak', label: '3' }, author);
    putRow(
      store.write,
      'resident',
      {
        id: 'priya',
        unitId: 'oak-3',
        name: 'Priya Natarajan',
        phone: '+13125550142',
        language: 'en',
        needs: null,
      },
      author,
    );
  });
}

export function endNight(store: Store, when: number): void {
  store.write.transact(() => endDeskSession(store.write, 'session', when, STAFF));
}
