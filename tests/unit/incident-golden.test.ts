import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  clocksOf,
  fold,
  type IncidentEvent,
  type IncidentEventType,
  type IncidentState,
  upcast,
} from '#shared/incident';
import { MINUTE_MS, START_AT } from './incident-model.ts';
import { tellNight } from './incident-story.ts';

/**
 * A log written by an old release folds to what it was. A file here is never written again;
 * a new release adds its own with `GOLDEN_LOG=tests/fixtures/golden-log-X.Y.json vitest run incident-golden`.
 */
const GOLDEN = new URL('../fixtures/golden-log-0.1.json', import.meta.url);

type Stored = { readonly release: string; readonly incidents: readonly (readonly { type: string; v: number }[])[] };
/** Every type there is, and whether the log of 0.1 has it: a new one does not compile until the story has it. */
const IS_IN_0_1: Readonly<Record<IncidentEventType, boolean>> = {
  reported: true,
  dispatched: true,
  ladderChanged: false,
  jumped: false,
  roundStarted: true,
  stepFired: true,
  stepSkipped: true,
  messageQueued: true,
  messageState: true,
  messageReworded: false,
  messageRetried: false,
  replied: true,
  acknowledged: true,
  declined: true,
  saidNotEmergency: true,
  held: false,
  holdEnded: false,
  tierConfirmAsked: false,
  tierConfirmed: false,
  stillComingAsked: false,
  handedOver: false,
  connected: false,
  vendorAsked: false,
  vendorAnswered: false,
  vendorsSpent: false,
  stoodDown: false,
  etaSet: true,
  etaAsked: true,
  arrived: true,
  resolved: true,
  reopened: true,
  tierChanged: true,
  linked: false,
  unlinked: false,
  partAdded: false,
  partRemoved: false,
  headMoved: false,
  unanswered: true,
  alarmRaised: true,
  stepHeld: true,
  alarmHeard: true,
  callByHandPlanned: true,
  callByHandDue: true,
  callMade: true,
  callEnded: false,
  promised: true,
  residentTextHeld: true,
  residentTextSuppressed: true,
  slaMissed: true,
  promiseSettled: false,
  resolutionChecked: true,
  followUpAsked: true,
  followUpAnswered: true,
  contactJoined: true,
  wordsRead: false,
  noted: true,
  emergencyCallAnswered: false,
  triageMarked: false,
  wallClockMoved: true,
};

test.runIf(process.env.GOLDEN_LOG)(
  'writes the log of this release (skipped: only done for a release, with GOLDEN_LOG set)',
  () => {
    const path = process.env.GOLDEN_LOG ?? '';
    mkdirSync(dirname(path), { recursive: true });
    const release = /golden-log-(.+)\.json$/.exec(path)?.[1] ?? '';
    writeFileSync(path, `${JSON.stringify({ release, incidents: tellNight() })}\n`, { flag: 'wx' });
  },
);

describe('invariant 3: the log of 0.1', () => {
  // Read when a test asks for it, so that a release without a log yet can write one.
  const incidents = () => {
    const stored = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Stored; // written by the test above, once
    return stored.incidents.map((events) => events.map(upcast));
  };

  test('has every kind of event of its release', () => {
    const types = new Set(
      incidents()
        .flat()
        .map((each) => each.type),
    );
    const known = Object.entries(IS_IN_0_1).filter(([, isIn]) => isIn);
    expect(known.map(([type]) => type).toSorted()).toEqual([...types].toSorted());
  });

  test('the story has those that came later too, for the log of the next release', () => {
    const told = new Set(
      tellNight()
        .flat()
        .map((each) => each.type),
    );
    expect([...told].toSorted()).toEqual(Object.keys(IS_IN_0_1).toSorted());
  });

  test('folds to what it was', () => {
    expect(incidents().map((events) => summaryOf(fold(events)))).toEqual(EXPECTED);
  });

  test('the version of each state is the number of its events', () => {
    for (const events of incidents()) expect(fold(events)?.version).toBe(events.length);
  });

  test('an event of a newer release is refused', () => {
    expect(() => upcast({ ...(incidents()[0]?.[0] as IncidentEvent), v: 99 } as never)).toThrow(/newer Nightdesk/);
  });
});

function summaryOf(state: IncidentState | null) {
  if (!state) return null;
  const counted = new Map<string, number>();
  for (const { purpose } of state.messages) counted.set(purpose, (counted.get(purpose) ?? 0) + 1);
  return {
    number: state.number,
    status: state.status,
    tier: state.tier,
    holder: state.holder?.name ?? null,
    sla: state.sla.state,
    outcome: state.resolution?.outcome ?? null,
    steps: state.ladder?.log.filter((each) => !each.wasSkipped).length ?? 0,
    alarms: state.alarms.map((each) => each.kind),
    clocks: clocksOf(state).map((each) => `${each.kind} ${Math.round((each.dueAt - START_AT) / MINUTE_MS)}`),
    messages: Object.fromEntries([...counted].toSorted()),
  };
}

const EXPECTED = [
  {
    alarms: [],
    clocks: [],
    holder: 'Marcus Bell',
    messages: {
      acknowledged: 1,
      arrived: 1,
      confirm: 1,
      followUp: 1,
      receipt: 1,
      resolved: 1,
      standDown: 3,
      step: 3,
      stepping: 1,
      taken: 1,
    },
    number: 1042,
    outcome: 'fixed',
    sla: 'missed',
    status: 'resolved',
    steps: 3,
    tier: 'P1',
  },
  {
    alarms: ['stepEmpty', 'callByHand', 'lateByHours'],
    clocks: ['late 456', 'promise 461'],
    holder: null,
    messages: {
      acknowledged: 2,
      arrived: 2,
      askEta: 2,
      confirm: 2,
      lifeSafety: 1,
      manual: 1,
      receipt: 1,
      reopened: 2,
      resolved: 1,
      standDown: 6,
      step: 21,
      stepping: 9,
      taken: 10,
    },
    number: 1043,
    outcome: null,
    sla: 'missed',
    status: 'running',
    steps: 14,
    tier: 'P1',
  },
  {
    alarms: [],
    clocks: ['promise 3498'],
    holder: null,
    messages: {
      morning: 2,
      receipt: 1,
      standDown: 3,
      step: 4,
    },
    number: 1044,
    outcome: null,
    sla: 'missed',
    status: 'morning',
    steps: 4,
    tier: 'P3',
  },
  {
    alarms: [],
    clocks: ['residentText 42', 'eta 93', 'promise 127'],
    holder: 'Olga Reyes',
    messages: {
      acknowledged: 2,
      askEta: 1,
      confirm: 1,
      receipt: 1,
      reopened: 1,
      step: 2,
      taken: 1,
    },
    number: 1045,
    outcome: null,
    sla: 'kept',
    status: 'acknowledged',
    steps: 2,
    tier: 'P2',
  },
];
