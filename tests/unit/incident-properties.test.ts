import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LANGUAGES,
  type Ladder,
  type LadderStep,
  OUTCOMES,
  type Policy,
  type TargetSpec,
  TIERS,
  type Tier,
} from '#shared/contract';
import { type Candidate, DEFAULT_POLICY, previewLadder, type ResolvedTargets } from '#shared/escalation';
import {
  CALL_RESULTS,
  CALL_STATES,
  type CallResult,
  clocksOf,
  decide,
  type EventOf,
  fold,
  type IncidentCommand,
  type IncidentEvent,
  isLookedAfter,
  isOpen,
  type Message,
  narrate,
  queueRowOf,
  type UnderstoodReply,
} from '#shared/incident';
import { OF_BUILDING } from './incident-building-acts.ts';
import {
  CORE,
  contextOf,
  LEAK,
  MINUTE_MS,
  type Night,
  of,
  openNight,
  PEOPLE,
  type PersonId,
  ROSA,
  START_AT,
  settlement,
} from './incident-model.ts';

/** Repeat a failure with its seed and path: `INCIDENT_SEED=… INCIDENT_RUNS=… vitest run incident-properties`. */
const SEED = Number(process.env.INCIDENT_SEED ?? 20_261_121);
const RUNS = Number(process.env.INCIDENT_RUNS ?? 600);

const IDS = Object.keys(PEOPLE) as readonly PersonId[]; // the keys of a literal

const TARGET: fc.Arbitrary<TargetSpec> = fc.constantFrom<TargetSpec[]>(
  { kind: 'onCall', role: 'primary' },
  { kind: 'onCall', role: 'backup' },
  { kind: 'role', role: 'manager' },
  { kind: 'role', role: 'owner' },
  { kind: 'emergencyVendor' },
);

const STEP: fc.Arbitrary<LadderStep> = fc.record({
  afterPreviousMin: fc.constantFrom(0, 0, 1, 5, 8, 30),
  targets: fc.array(
    fc.record({
      target: TARGET,
      channels: fc.constantFrom<('sms' | 'voice')[][]>(['sms'], ['sms', 'voice']),
      whateverElse: fc.boolean(),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const LADDER: fc.Arbitrary<Ladder> = fc.record({
  steps: fc.array(STEP, { maxLength: 4 }),
  lastWindowMin: fc.constantFrom(1, 8, 15),
});

const POLICY: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant(DEFAULT_POLICY),
  fc.record({ P1: LADDER, P2: LADDER, P3: LADDER }).map((ladders) => ({ ...DEFAULT_POLICY, ladders })),
);

const CANDIDATE: fc.Arbitrary<Candidate> = fc
  .record({ id: fc.constantFrom(...IDS), how: fc.constantFrom('phone', 'phone', 'phone', 'desk', 'none') })
  .map(({ id, how }) => ({ ...PEOPLE[id], isAtDesk: how === 'desk', ...(how === 'none' && { phone: null }) }));

const TARGETS: fc.Arbitrary<ResolvedTargets> = fc.record(
  Object.fromEntries(
    ['onCall:primary', 'onCall:backup', 'role:manager', 'role:owner', 'emergencyVendor'].map((key) => [
      key,
      fc.array(CANDIDATE, { maxLength: 2 }),
    ]),
  ),
);

/** What somebody does next. `command` is made from the state at that moment; null where there is nothing to do it to. */
type Action =
  | { readonly kind: 'pass' | 'sleep' | 'move'; readonly minutes: number }
  | { readonly kind: 'targets'; readonly targets: ResolvedTargets }
  | { readonly kind: 'toggle'; readonly what: 'hasVoice' | 'isResidentOptedOut' | 'hasGateway' }
  | { readonly kind: 'settle'; readonly pick: number; readonly state: Settled; readonly isRetried: boolean }
  | { readonly kind: 'callEnds'; readonly pick: number; readonly result: CallResult; readonly pressed: '1' | '2' }
  | { readonly kind: 'command'; readonly command: IncidentCommand };
type Settled = Extract<IncidentCommand, { type: 'settleMessage' }>['state'];

const UNDERSTOOD: fc.Arbitrary<UnderstoodReply> = fc.oneof(
  fc.record({
    verb: fc.constant('accept' as const),
    minutes: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
  }),
  fc.record({ verb: fc.constant('eta' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
  fc.record({
    verb: fc.constantFrom(
      ...(['decline', 'decline', 'notEmergency', 'here', 'done', 'status', 'which', 'none', 'unclear'] as const),
    ),
  }),
);

const who = fc.constantFrom(...IDS).map((id) => PEOPLE[id]);
const words = fc.constantFrom('', 'on my way', 'sí');
const command = (arbitrary: fc.Arbitrary<IncidentCommand>): fc.Arbitrary<Action> =>
  arbitrary.map((made) => ({ kind: 'command', command: made }));

const REPLY = fc.record({ person: who, understood: UNDERSTOOD, words }).map(({ person, ...said }) => {
  const { responderId, name, company } = person;
  return { type: 'reply', responderId, name, company, contactId: 'c', ...said } as const;
});

const heardAs = (tier: Tier, lifeSafety: 'fire' | null) => {
  const { name, language } = LEAK.caller;
  return { verdict: { ...LEAK.verdict, tier, lifeSafety }, name, phone: '+12025550142', language };
};

const BY_DESK: fc.Arbitrary<IncidentCommand> = fc.oneof(
  fc.record({ person: who, etaMinutes: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }) }).map((drawn) => {
    const { responderId, name, company } = drawn.person;
    const { etaMinutes } = drawn;
    return { type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: '', etaMinutes } as const;
  }),
  who.map(({ responderId, name }) => ({ type: 'declineFor', responderId, name, words: '' }) as const),
  who.map(({ responderId, name }) => ({ type: 'logCall', responderId, name, result: 'noAnswer' }) as const),
  who.map(({ responderId }) => ({ type: 'addPerson', responderId, words: 'so' }) as const),
  who.map(({ responderId, name }) => ({ type: 'standDown', responderId, name, reason: 'so' }) as const),
  who.map(({ responderId, name }) => ({ type: 'connect', responderId, name, result: 'notReached' }) as const),
  who.map(({ responderId }) => ({ type: 'sendVendor', responderId, reason: 'so' }) as const),
  fc.record({ person: who, etaMinutes: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }) }).map((drawn) => {
    const { responderId, name, company } = drawn.person;
    const { etaMinutes } = drawn;
    return { type: 'handOver', responderId, name, company, via: 'phone', words: '', etaMinutes } as const;
  }),
  fc.integer({ min: 1, max: 120 }).map((etaMinutes) => ({ type: 'setEta', etaMinutes }) as const),
  fc.constantFrom(...OUTCOMES).map((outcome) => ({ type: 'resolve', outcome, words: 'done' }) as const),
  fc.constantFrom(...TIERS).map((tier) => ({ type: 'changeTier', tier, reason: 'so' }) as const),
  fc
    .constantFrom('resident' as const, 'responders' as const)
    .map((to) => ({ type: 'writeTo', to, text: 'x' }) as const),
  fc.constantFrom<IncidentCommand[]>(
    { type: 'escalateNow' },
    { type: 'escalateNow' },
    { type: 'hold', minutes: 10, reason: 'so' },
    { type: 'endHold' },
    { type: 'sendVendor', responderId: null, reason: 'so' },
    { type: 'correctSchedule' },
    { type: 'markArrived' },
    { type: 'reopen', words: '' },
    { type: 'hearAlarms' },
    { type: 'note', words: 'x' },
    { type: 'answerEmergencyCall', answer: 'no' },
    { type: 'joinContact', contactId: 'c', words: 'x', heard: null },
    { type: 'joinContact', contactId: 'c1', words: 'x', heard: heardAs('P3', null) },
    { type: 'joinContact', contactId: 'c2', words: 'x', heard: heardAs('P1', null) },
    { type: 'joinContact', contactId: 'c3', words: 'x', heard: heardAs('P1', 'fire') },
    { type: 'readWords', contactId: null },
    { type: 'readWords', contactId: 'c2' },
    { type: 'answerFollowUp', isFixed: true, rating: 5, words: '1 5', contactId: 'c' },
    { type: 'answerFollowUp', isFixed: false, rating: null, words: '2', contactId: 'c' },
  ),
);

const ACTION: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: command(REPLY) },
  { weight: 6, arbitrary: command(BY_DESK) },
  { weight: 2, arbitrary: command(OF_BUILDING) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('sleep' as const), minutes: fc.integer({ min: 1, max: 400 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), minutes: fc.integer({ min: -90, max: 90 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('targets' as const), targets: TARGETS }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('toggle' as const),
      what: fc.constantFrom('hasVoice' as const, 'isResidentOptedOut' as const, 'hasGateway' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('callEnds' as const),
      pick: fc.nat(30),
      result: fc.constantFrom(...CALL_RESULTS),
      pressed: fc.constantFrom('1' as const, '2' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      pick: fc.nat(30),
      state: fc.constantFrom<Settled[]>(
        'retrying',
        'unknown',
        'accepted',
        'unconfirmed',
        'delivered',
        'failed',
        'failed',
      ),
      isRetried: fc.boolean(),
    }),
  },
);

const BEGIN = fc.record({
  tier: fc.constantFrom<Tier[]>('P1', 'P1', 'P2', 'P3'),
  policy: POLICY,
  targets: TARGETS,
  hasVoice: fc.boolean(),
  hasGateway: fc.boolean(),
  isLifeSafety: fc.boolean(),
  isUnattended: fc.boolean(),
  hasPhone: fc.constantFrom(true, true, true, false),
});

type Begin = typeof BEGIN extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function begin({ isLifeSafety, hasPhone, isUnattended, ...drawn }: Begin): Night {
  const verdict = { ...LEAK.verdict, lifeSafety: isLifeSafety ? ('gas' as const) : null };
  const caller = hasPhone ? LEAK.caller : { ...LEAK.caller, phone: null };
  const unattended = isUnattended ? ({ isUnattended: true } as const) : {};
  const openedBy = isUnattended ? CORE : ROSA;
  const night = openNight({ ...drawn, openedBy, facts: { verdict, caller, ...unattended } });
  night.vendors = [PEOPLE.vera, PEOPLE.olga];
  return night;
}

/** Does it, where it can be done; returns what that made happen. */
function act(night: Night, action: Action): readonly IncidentEvent[] {
  switch (action.kind) {
    case 'pass':
    case 'sleep': {
      const before = night.events.length;
      night[action.kind](action.minutes);
      return night.events.slice(before);
    }
    case 'move':
      night.now += action.minutes * MINUTE_MS;
      return night.run({ type: 'moveClock', deltaMs: action.minutes * MINUTE_MS }, CORE);
    case 'targets':
      night.targets = action.targets;
      return [];
    case 'toggle':
      night[action.what] = !night[action.what];
      return [];
    case 'callEnds': {
      const calls = night.state.messages.filter((each) => each.purpose === 'call');
      const call = calls[action.pick % Math.max(1, calls.length)];
      const pressed = action.result === 'key' ? action.pressed : null;
      const ended = { result: action.result, pressed, attempt: 1, gateway: 'sip', reason: null };
      if (call?.to.kind !== 'responder') return [];
      const { responderId } = call.to;
      return night.run({ type: 'settleCall', key: call.key, responderId, ...ended }, CORE);
    }
    case 'settle': {
      const { messages } = night.state;
      const message = messages[action.pick % Math.max(1, messages.length)];
      const nextAt = action.isRetried ? night.now + 1000 : null;
      return message ? night.run(settlement(message.key, action.state, nextAt), CORE) : [];
    }
    case 'command':
      expectDeterministic(night, action.command);
      return night.refusal(action.command) === null ? night.run(action.command, ROSA) : [];
  }
}

function expectDeterministic(night: Night, made: IncidentCommand): void {
  const state = deepFreeze(structuredClone(night.state));
  const [first, second] = [
    decide(state, made, contextOf(night, ROSA, made)),
    decide(night.state, made, contextOf(night, ROSA, made)),
  ];
  expect(second).toEqual(first);
}

function deepFreeze<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}

/** What holds after every single thing that happens. */
function expectSound(night: Night, made: readonly IncidentEvent[]): void {
  const { state } = night;
  if (isOpen(state) && state.tier !== 'P3') {
    expect(isLookedAfter(state), `rule 13: nobody looks after this ${state.tier} (${state.status})`).toBe(true);
  }
  const clocks = clocksOf(state).map((each) => `${each.kind} ${each.token}`);
  expect(new Set(clocks).size, 'each clock is one row').toBe(clocks.length);
  expect(clocksOf(state).every((each) => Number.isInteger(each.dueAt))).toBe(true);
  const hasEnded = made.some((each) => each.type === 'acknowledged' || each.type === 'arrived');
  const hasBegunAgain = made.some((each) => each.type === 'dispatched' || each.type === 'stepFired');
  if (state.status === 'resolved' || (hasEnded && !hasBegunAgain)) {
    const unsent = state.messages.filter(
      (each) => (each.purpose === 'step' || each.purpose === 'call') && willLeave(each),
    );
    expect(unsent, 'rule 2: what has not left is called back').toEqual([]);
  }
  for (const each of of(made, 'promised')) if (each.byAt !== null) expect(each.byAt).toBeGreaterThan(each.at);
  queueRowOf(state);
  for (const event of made) for (const language of LANGUAGES) narrate(event, language, state.place.zone);
}
const willLeave = ({ state, nextAt }: Message): boolean =>
  state === 'queued' || state === 'retrying' || (state === 'unknown' && nextAt !== null);

/** What holds of the whole history. */
function expectHistory(night: Night): void {
  const { events, state } = night;
  expect(state.version, 'version is the number of events').toBe(events.length);
  expect(fold(JSON.parse(JSON.stringify(events)) as IncidentEvent[]), 'the log folds to the state').toEqual(state); // as the log does
  const keys = of(events, 'messageQueued').map((each) => each.key);
  expect(new Set(keys).size, 'each message has its own key').toBe(keys.length);
  expectQuiet(events);
  const last = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'messageState') last.set(event.key, event.state);
    if (event.type === 'callEnded') last.set(event.key, CALL_STATES[event.result]);
  }
  for (const message of state.messages) expect(message.state).toBe(last.get(message.key) ?? 'queued');
  for (const list of RISING) expectRising(events, list);
}

/** A receipt is never followed by less. */
const RISING: readonly (readonly string[])[] = [
  ['accepted', 'unconfirmed', 'delivered'],
  ['cancelled', 'accepted', 'delivered'],
  ['failed', 'delivered'],
];

function expectRising(events: readonly IncidentEvent[], list: readonly string[]): void {
  const reached = new Map<string, number>();
  for (const { key, state } of of(events, 'messageState')) {
    const rank = list.indexOf(state);
    if (rank < 0) continue;
    expect(rank, `message ${key} fell back to ${state}`).toBeGreaterThan(reached.get(key) ?? -1);
    reached.set(key, rank);
  }
}

/** Rule 10: never two texts within five minutes of real time, however the wall clock jumps. Those by hand are a person's. */
function expectQuiet(events: readonly IncidentEvent[]): void {
  let movedMs = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.type === 'wallClockMoved') movedMs += event.deltaMs;
    if (!isTextToResident(event)) continue;
    // What to do in a danger to life waits for nothing, and what follows it does.
    if (event.purpose !== 'lifeSafety')
      expect(event.at - movedMs - lastAt, `${event.purpose} too soon`).toBeGreaterThanOrEqual(5 * MINUTE_MS);
    lastAt = event.at - movedMs;
  }
}

function isTextToResident(event: IncidentEvent): event is EventOf<'messageQueued'> {
  return event.type === 'messageQueued' && event.to.kind === 'resident' && event.purpose !== 'manual';
}

describe('whatever happens, in whatever order', () => {
  test('an incident stays sound: looked after, quiet, called back, foldable', () => {
    let events = 0;
    fc.assert(
      fc.property(BEGIN, fc.array(ACTION, { maxLength: 30 }), (drawn, actions) => {
        const night = begin(drawn);
        expectSound(night, night.events.slice());
        for (const action of actions) expectSound(night, act(night, action));
        expectHistory(night);
        events += night.events.length;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(events).toBeGreaterThan(RUNS * 10);
  });

  test('rule 1: a P1 with anybody to reach reaches somebody no later than the preview says', () => {
    fc.assert(
      fc.property(POLICY, TARGETS, (policy, targets) => {
        const planned = previewLadder(policy.ladders.P1, targets, START_AT).find((step) =>
          step.recipients.some((each) => each.problem === null),
        );
        fc.pre(planned !== undefined);
        const night = openNight({ policy, targets });
        night.pass(200);
        expect(of(night.events, 'stepFired')[0]?.at).toBe(planned?.at);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('rule 4: a P1 that nobody takes never stops: somebody is asked again within the longest window', () => {
    fc.assert(
      fc.property(POLICY, (policy) => {
        const night = openNight({ policy });
        night.pass(400);
        const { steps, lastWindowMin } = policy.ladders.P1;
        const longest = Math.max(20, lastWindowMin + 5, ...steps.map((each) => each.afterPreviousMin + lastWindowMin));
        const times = [START_AT, ...of(night.events, 'stepFired').map((each) => each.at), night.now];
        for (let index = 1; index < times.length; index += 1) {
          const gap = ((times[index] ?? 0) - (times[index - 1] ?? 0)) / MINUTE_MS;
          expect(gap).toBeLessThanOrEqual(longest);
        }
        expect(night.state.alarms.map((each) => each.kind)).toContain('unanswered');
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
