import { expect } from 'vitest';
import type { Instant, Ladder, Policy, Tier } from '#shared/contract';
import { type Candidate, DEFAULT_POLICY, type ResolvedTargets } from '#shared/escalation';
import {
  type Actor,
  BRINGS_NO_HELP,
  type Clock,
  clocksOf,
  type DecideContext,
  decide,
  type EventOf,
  evolve,
  type IncidentCommand,
  type IncidentEvent,
  type IncidentEventType,
  type IncidentState,
  isToResponder,
  type ReportFacts,
  type UnderstoodReply,
} from '#shared/incident';

/** The story's incident without a database: a clock in hand, a company to wake, and one `decide` at a time. */

export const MINUTE_MS = 60_000;
/** 23:42 in New York. */
export const START_AT = Date.UTC(2026, 10, 21, 4, 42);
/** 10:00 of the next business day, a Monday. */
export const MORNING_AT = Date.UTC(2026, 10, 23, 15, 0);
export const CORE: Actor = { kind: 'core' };
export const ROSA: Actor = { kind: 'staff', id: 's-rosa', name: 'Rosa Alvarez' };

const person = (responderId: string, name: string, company: string, last: number): Candidate => ({
  responderId,
  name,
  company,
  phone: `+120255501${last}`,
  language: 'en',
  isAtDesk: false,
  openCodes: [],
  wakeUpsThisWeek: 0,
});

export const PEOPLE = {
  chen: person('chen', 'Wei Chen', '', 21),
  marcus: person('marcus', 'Marcus Bell', 'Harbor Plumbing', 22),
  ines: person('ines', 'Ines Ortega', '', 23),
  paul: person('paul', 'Paul Novak', '', 24),
  olga: person('olga', 'Olga Reyes', '', 25),
  vera: person('vera', 'Vera Lind', 'Rapid Drain', 26),
} as const;
export type PersonId = keyof typeof PEOPLE;

/** Whom the targets of the default policy name on the story's night. */
export const TARGETS: ResolvedTargets = {
  'onCall:primary': [PEOPLE.chen],
  'onCall:backup': [PEOPLE.marcus],
  'role:coordinator': [PEOPLE.ines],
  'role:manager': [PEOPLE.paul],
  'role:owner': [PEOPLE.olga],
  emergencyVendor: [PEOPLE.vera],
};

export const LEAK: ReportFacts = {
  channel: 'phone',
  contactId: 'contact-1',
  firstContactAt: START_AT,
  place: {
    propertyId: 'maple',
    unitId: 'maple-14b',
    propertyName: 'Maple Court',
    unitLabel: '14B',
    address: '120 Maple Street',
    zone: 'America/New_York',
    shutOff: 'Behind the panel by the stairs',
  },
  caller: {
    name: 'Dana Ruiz',
    phone: '+12025550142',
    language: 'en',
    residentId: 'dana',
    hasVolunteeredNeed: false,
  },
  text: 'water through the ceiling',
  verdict: {
    category: 'plumbing',
    tier: 'P1',
    trade: 'plumbing',
    confidence: 0.9,
    reasons: [{ code: 'water-through-ceiling', start: 0, end: 25 }],
    lifeSafety: null,
    packVersion: 'test',
  },
  category: 'plumbing',
  tier: 'P1',
  trade: 'plumbing',
  tierReason: null,
  permissionToEnter: 'yes',
};

export type NightOptions = {
  readonly tier?: Tier;
  /** The incident's number; 1042 where none is given. */
  readonly number?: number;
  readonly facts?: Partial<ReportFacts>;
  /** Who opened it; the coordinator where nobody is given. */
  readonly openedBy?: Actor;
  readonly policy?: Policy;
  /** A ladder for this incident only. */
  readonly ladder?: Ladder;
  readonly targets?: ResolvedTargets;
  readonly hasVoice?: boolean;
  readonly isResidentOptedOut?: boolean;
  /** Messages are accepted as soon as they are queued. Off: they stay unsent. */
  readonly hasGateway?: boolean;
};

type Result = Extract<IncidentCommand, { type: 'settleCall' }>['result'];

/** An incident and the hands on it. Mutable on purpose: it is the world, not the product. */
export type Night = {
  now: Instant;
  targets: ResolvedTargets;
  policy: Policy;
  hasVoice: boolean;
  hasGateway: boolean;
  isResidentOptedOut: boolean;
  /** The weather mode where the incident is; absent where none is on. */
  weather?: DecideContext['weather'];
  /** Vendors approved for the place, in order. */
  vendors?: readonly Candidate[];
  uninsuredVendors?: readonly string[];
  /** What the company says in place of built-in texts; absent where it says nothing of its own. */
  companyText?: DecideContext['companyText'];
  /** Live calendars that do not answer. */
  oldCopies?: DecideContext['oldCopies'];
  state: IncidentState;
  readonly events: IncidentEvent[];
  /** Does a command now; throws where it is refused. Returns what it made happen. */
  run(command: IncidentCommand, by?: Actor): readonly IncidentEvent[];
  /** Does a command now; the code of the refusal, or null. */
  refusal(command: IncidentCommand): string | null;
  /** Lets minutes pass: every clock fires at its own time. */
  pass(count: number): void;
  /** Jumps ahead without anything firing (lid closed), then fires what is due, in the order clockwork does. */
  sleep(count: number): void;
  reply(who: PersonId, understood: UnderstoodReply, words?: string): readonly IncidentEvent[];
  /** The call that waits for them ends so. */
  callEnds(who: PersonId, end: Result, pressed?: '1' | '2'): readonly IncidentEvent[];
  settle(key: string, state: 'accepted' | 'delivered' | 'failed' | 'expired' | 'retrying'): readonly IncidentEvent[];
};

export function openNight(options: NightOptions = {}): Night {
  const tier = options.tier ?? 'P1';
  const facts: ReportFacts = { ...LEAK, tier, ...options.facts };
  const events: IncidentEvent[] = [];
  const night: Night = {
    now: START_AT,
    targets: options.targets ?? TARGETS,
    policy: options.policy ?? DEFAULT_POLICY,
    hasVoice: options.hasVoice ?? true,
    hasGateway: options.hasGateway ?? true,
    isResidentOptedOut: options.isResidentOptedOut ?? false,
    state: undefined as unknown as IncidentState, // set by the report below, before anybody sees it
    events,
    run(command, by = ROSA) {
      const decision = decide(night.state ?? null, command, contextOf(night, by, command));
      if (!decision.ok) throw new Error(`refused: ${decision.code}`);
      record(night, decision.events);
      const made = [...decision.events];
      if (night.hasGateway) made.push(...acceptAll(night));
      return made;
    },
    refusal(command) {
      const decision = decide(night.state, command, contextOf(night, ROSA, command));
      return decision.ok ? null : decision.code;
    },
    pass(count) {
      const untilAt = night.now + count * MINUTE_MS;
      fireAll(night, (clock) => clock.dueAt <= untilAt);
      night.now = untilAt;
    },
    sleep(count) {
      night.now += count * MINUTE_MS;
      fireAll(night, (clock) => clock.dueAt <= night.now);
    },
    reply(who, understood, words = understood.verb) {
      const { responderId, name, company } = PEOPLE[who];
      const command = { type: 'reply', responderId, name, company, contactId: 'c-reply', words, understood } as const;
      return night.run(command, { kind: 'responder', id: responderId, name });
    },
    callEnds(who, result, pressed) {
      const { responderId, name } = PEOPLE[who];
      const call = night.state.messages.findLast((each) => each.purpose === 'call' && isToResponder(each, responderId));
      if (!call) throw new Error(`no call to ${who}`);
      const by: Actor = pressed ? { kind: 'responder', id: responderId, name } : CORE;
      const ended = {
        key: call.key,
        responderId,
        result,
        pressed: pressed ?? null,
        attempt: 1,
        gateway: 'sip',
        reason: null,
      };
      return night.run({ type: 'settleCall', ...ended }, by);
    },
    settle(key, state) {
      return night.run(settlement(key, state), CORE);
    },
  };
  const number = options.number ?? 1042;
  const { ladder } = options;
  night.run({ type: 'open', incidentId: `i-${number}`, number, facts, ...(ladder && { ladder }) }, options.openedBy);
  return night;
}

const personOf = (id: string): Candidate | undefined => Object.values(PEOPLE).find((each) => each.responderId === id);

/** What `decide` may know at this moment of the night. */
export function contextOf(night: Omit<Night, 'run'>, by: Actor, command?: IncidentCommand): DecideContext {
  const named = command && 'responderId' in command ? command.responderId : null;
  return {
    now: night.now,
    by,
    policy: night.policy,
    targets: night.targets,
    nextMorningAt: night.now < MORNING_AT ? MORNING_AT : MORNING_AT + 24 * 60 * MINUTE_MS,
    companyText: night.companyText ?? (() => null),
    hasVoice: night.hasVoice,
    weather: night.weather ?? null,
    silenceContact: { name: 'Paul Novak', phone: PEOPLE.paul.phone ?? '' },
    isResidentOptedOut: night.isResidentOptedOut,
    openOfResponder: [],
    oldCopies: night.oldCopies ?? [],
    vendors: night.vendors ?? [],
    uninsuredVendors: night.uninsuredVendors ?? [],
    person: named === null ? null : (personOf(named) ?? null),
  };
}

function record(night: Night, events: readonly IncidentEvent[]): void {
  for (const event of events) night.state = evolve(night.state ?? null, event);
  night.events.push(...events);
}

/** Fires a clock and holds that it is gone afterwards: else clockwork would fire it without end. */
function fire(night: Night, { kind, token }: Clock): void {
  const command = { type: 'clockDue', kind, token } as const;
  night.run(command, CORE);
  const isPending = clocksOf(night.state).some((each) => each.kind === kind && each.token === token);
  expect(isPending, `the clock ${kind} ${token} is still pending after it fired`).toBe(false);
  expect(night.run(command, CORE), `the clock ${kind} ${token} fired a second time`).toEqual([]);
}

/** More clocks than any night has: a rule that plans itself again at once would fire without end. */
const MOST_CLOCKS = 5000;

function fireAll(night: Night, isDue: (clock: Clock) => boolean): void {
  for (let count = 0; count < MOST_CLOCKS; count += 1) {
    const clock = nextOf(night);
    if (!clock || !isDue(clock)) return;
    night.now = Math.max(night.now, clock.dueAt);
    fire(night, clock);
  }
  throw new Error('clocks kept coming');
}

/** The clock that clockwork takes next: of those that are due, what brings help goes first. */
function nextOf(night: Night): Clock | undefined {
  const clocks = clocksOf(night.state);
  const due = clocks.filter((each) => each.dueAt <= night.now);
  return due.find((each) => !BRINGS_NO_HELP.includes(each.kind)) ?? clocks[0];
}

export function settlement(
  key: string,
  state: Extract<IncidentCommand, { type: 'settleMessage' }>['state'],
  nextAt: Instant | null = null,
): IncidentCommand {
  const [gateway, reason] = ['practice', null];
  return { type: 'settleMessage', key, state, attempt: 1, gateway, reason, isPossiblyTwice: false, nextAt };
}

function acceptAll(night: Night): readonly IncidentEvent[] {
  return night.state.messages
    .filter((each) => each.state === 'queued' && each.purpose !== 'call')
    .flatMap((each) => {
      const decision = decide(night.state, settlement(each.key, 'accepted'), contextOf(night, CORE));
      if (!decision.ok) throw new Error(`refused: ${decision.code}`);
      record(night, decision.events);
      return decision.events;
    });
}

/** The events of a type, in order. */
export function of<Type extends IncidentEventType>(
  events: readonly IncidentEvent[],
  type: Type,
): readonly EventOf<Type>[] {
  return events.filter((each): each is EventOf<Type> => each.type === type);
}

/** Minutes since the report. */
export const minutesIn = (at: Instant): number => (at - START_AT) / MINUTE_MS;

/** `[minute, "chen"]` or `[minute, "olga vera"]` for every step that fired, `[minute, "-"]` for every empty one. */
export function stepsOf(night: Night): readonly (readonly [number, string])[] {
  return night.events.flatMap((each) => {
    if (each.type === 'stepSkipped') return [[minutesIn(each.at), '-'] as const];
    if (each.type !== 'stepFired') return [];
    return [[minutesIn(each.at), each.recipients.map((one) => one.responderId).join(' ')] as const];
  });
}

/** `[minute, purpose]` for every text that went out to the resident. */
export function residentTexts(night: Night): readonly (readonly [number, string])[] {
  return of(night.events, 'messageQueued')
    .filter((each) => each.to.kind === 'resident')
    .map((each) => [minutesIn(each.at), each.purpose] as const);
}

/** Purposes of the texts that went out to one responder. */
export function textsTo(night: Night, who: PersonId): readonly string[] {
  return of(night.events, 'messageQueued')
    .filter((each) => each.purpose !== 'call' && each.to.kind === 'responder' && each.to.responderId === who)
    .map((each) => each.purpose);
}

export const alarmsOf = (night: Night): readonly string[] => night.state.alarms.map((each) => each.kind);

/** A policy with the given ladder for one tier, the default for the others. */
export function policyWith(tier: Tier, ladder: Policy['ladders'][Tier]): Policy {
  return { ...DEFAULT_POLICY, ladders: { ...DEFAULT_POLICY.ladders, [tier]: ladder } };
}

/** The targets of the night with some of them changed; an empty list means nobody. */
export function targetsWith(changed: ResolvedTargets): ResolvedTargets {
  return { ...TARGETS, ...changed };
}
