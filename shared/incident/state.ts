import type {
  AnswerWay,
  Category,
  EmergencyCallAnswer,
  IncidentStatus,
  Instant,
  Ladder,
  Outcome,
  Phone,
  Tier,
  Trade,
} from '#shared/contract';
import type {
  AlarmKind,
  Caller,
  CallPlan,
  EventOf,
  HeadFacts,
  Lane,
  MessagePurpose,
  MessageState,
  MessageTo,
  PartFacts,
  Place,
  StampedVerdict,
  StepRecipient,
} from './events.ts';
import type { VendorMode } from './events-answers.ts';
import type { TriageReview } from './triage-review.ts';

/** A message as the incident knows it. Its state only rises. */
export type Message = {
  readonly key: string;
  readonly purpose: MessagePurpose;
  readonly lane: Lane;
  readonly to: MessageTo;
  readonly text: string;
  readonly round: number | null;
  readonly step: number | null;
  readonly state: MessageState;
  readonly attempt: number;
  readonly reason: string | null;
  readonly isPossiblyTwice: boolean;
  /** When it is tried next; null when it is not. */
  readonly nextAt: Instant | null;
  /** It need not arrive any more, so it is not tried again and its loss is nobody's trouble. */
  readonly isCalledBack: boolean;
  readonly queuedAt: Instant;
  readonly expiresAt: Instant;
  /** It is said over the telephone and not written. */
  readonly call?: CallPlan;
  readonly lateMin?: number;
  /** How often a gateway that had taken it gave it back. */
  readonly returns?: number;
  readonly acceptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
};

/** A running or stopped ladder. `seq` counts dispatches, so that a clock of an earlier ladder is never taken for today's. */
export type LadderRun = {
  readonly seq: number;
  readonly tier: Tier;
  readonly policyId: string;
  readonly policyName: string;
  readonly policyVersion: number;
  readonly ladder: Ladder;
  /** A person changed it: whatever begins again in this incident keeps it, too. */
  readonly isForThisOnly: boolean;
  readonly startedAt: Instant;
  readonly round: number;
  readonly isLastResort: boolean;
  readonly waitsFor: 'step' | 'lastWindow' | 'round' | 'nothing';
  /** Index of the step that fires next; equal to the number of steps when all have fired. */
  readonly nextStep: number;
  readonly dueAt: Instant;
  /** The step whose window runs, or null. */
  readonly current: {
    readonly step: number;
    readonly recipients: readonly StepRecipient[];
    readonly firedAt: Instant;
  } | null;
  readonly roundStartedAt: Instant;
  /** Steps in this round that reached anybody. */
  readonly reachedInRound: number;
  /** Ids of those who passed it on in this round: they are not asked again before the next. */
  readonly declinedInRound: readonly string[];
  /** The desk was alarmed in this round: somebody heard of it even if no message left. */
  readonly hasAlarmedDesk: boolean;
  /** How many messages the incident had when this ladder began; those after it may be this ladder's. */
  readonly firstMessage: number;
  /** Set while a very late step waits for a person. */
  readonly heldUntilAt: Instant | null;
  /** Until when a step aimed at the desk may stay untouched. */
  readonly deskUntilAt: Instant | null;
  /**
   * Steps that fire whatever else: after acknowledgement those still to come, before it those that were passed over.
   * `heldUntilAt` is set while a very late one waits.
   */
  readonly whateverElse: readonly {
    readonly step: number;
    readonly dueAt: Instant;
    readonly heldUntilAt: Instant | null;
  }[];
  readonly log: readonly FiredStep[];
};

export type FiredStep = Pick<EventOf<'stepFired'>, 'round' | 'step' | 'dueAt' | 'lateMs' | 'at' | 'isLastResort'> & {
  readonly recipients: readonly StepRecipient[];
  readonly wasSkipped: boolean;
  /** Skipped because these had declined, and nobody else was left. */
  readonly declined: NonNullable<EventOf<'stepSkipped'>['declined']>;
};

/** Someone who was notified of this incident, with what he made of it. */
export type Notified = {
  readonly recipient: StepRecipient;
  readonly lastAt: Instant;
  readonly hasDeclined: boolean;
  /** What they wrote last, word for word; null while they have written nothing. */
  readonly lastWords: string | null;
};

export type Holder = {
  readonly responderId: string;
  readonly name: string;
  readonly company: string;
  readonly how: 'reply' | 'onBehalf';
  readonly via: AnswerWay | null;
  readonly since: Instant;
  readonly etaAt: Instant | null;
  readonly arrivedAt: Instant | null;
  /** Deadlines of an acknowledgement without an estimate, or null. */
  readonly noEtaCallAt: Instant | null;
  readonly noEtaAt: Instant | null;
  /** By when they are to confirm a tier that was raised; null when they need not. */
  readonly confirmByAt: Instant | null;
  /** When they were last heard of. */
  readonly lastSignAt: Instant;
  /** By when they are to say that they are still coming; null while nobody asked. */
  readonly stillComingByAt: Instant | null;
  /** How long a hold has kept their estimate waiting. */
  readonly heldForMs: number;
  /** Set while what is hours late (an estimate, or that none came) waits for a person before it opens the ladder again. */
  readonly heldUntilAt: Instant | null;
};

export type Alarm = {
  readonly kind: AlarmKind;
  readonly since: Instant;
  readonly step: number | null;
  readonly heardAt: Instant | null;
};

export type CallByHand = {
  readonly responderId: string;
  readonly name: string;
  readonly phone: Phone | null;
  readonly dueAt: Instant;
  /** Its time has come and the desk is alarmed. */
  readonly isDue: boolean;
  /** 2: the first was not answered. */
  readonly attempt: 1 | 2;
};

/** The ladder waits for a person, and goes on by itself. */
export type Hold = {
  readonly since: Instant;
  readonly untilAt: Instant;
  readonly reason: string;
  /** Who held it: a name, or empty where nobody was signed in. */
  readonly by: string;
};

/** Vendors sent beside the ladder, one after the other. */
export type VendorSearch = {
  readonly mode: VendorMode;
  readonly reason: string;
  /** Who is asked, and until when; null while nobody is. */
  readonly current: StepRecipient | null;
  readonly answerByAt: Instant | null;
  /** Set while what is hours late waits for a person before the next one is asked. */
  readonly heldUntilAt: Instant | null;
  readonly accepted: {
    readonly responderId: string;
    readonly name: string;
    readonly company: string;
    readonly etaAt: Instant | null;
  } | null;
  readonly triedIds: readonly string[];
  /** Whoever was told to come, whatever they were told first: by an order, by a step of the ladder, or because they had it. */
  readonly sentIds: readonly string[];
  readonly isSpent: boolean;
};

/** Texts of the resident that joined, by their contacts. */
export type ResidentWords = {
  /** Nobody has read them yet. */
  readonly unread: readonly string[];
  /** They say that it is worse, and nobody has decided about them yet. */
  readonly worse: readonly string[];
  /** The latest that said so, with what decided: whoever is texted from then on reads it. */
  readonly worst: { readonly words: string; readonly codes: readonly string[] } | null;
};

export type IncidentState = {
  readonly id: string;
  readonly number: number;
  /** How many events have been folded. */
  readonly version: number;
  readonly status: IncidentStatus;
  readonly category: Category;
  readonly tier: Tier;
  readonly trade: Trade;
  readonly verdict: StampedVerdict;
  readonly tierReason: string | null;
  readonly place: Place;
  readonly caller: Caller;
  readonly text: string;
  /** Whether somebody has called 911, as the desk heard it; null while it was not asked. */
  readonly emergencyCall: { readonly answer: EmergencyCallAnswer; readonly at: Instant; readonly by: string } | null;
  readonly firstContactAt: Instant;
  readonly reportedAt: Instant;
  readonly ladder: LadderRun | null;
  readonly notified: readonly Notified[];
  readonly messages: readonly Message[];
  readonly holder: Holder | null;
  /** Null while the ladder does not wait for a person. */
  readonly hold: Hold | null;
  readonly vendor: VendorSearch | null;
  /** It dispatched itself, and nobody at the desk has done anything about it yet. */
  readonly isUnchecked: boolean;
  /** Who wrote that it is no emergency. */
  readonly notEmergency: { readonly responderId: string; readonly name: string; readonly at: Instant } | null;
  readonly alarms: readonly Alarm[];
  /** Calls a person has to make because no voice gateway answers, soonest first. */
  readonly callsByHand: readonly CallByHand[];
  readonly residentWords: ResidentWords;
  readonly promiseByAt: Instant | null;
  readonly lastResidentTextAt: Instant | null;
  readonly heldResidentText: { readonly purpose: MessagePurpose; readonly untilAt: Instant } | null;
  readonly sla: { readonly dueAt: Instant | null; readonly state: 'none' | 'running' | 'kept' | 'missed' };
  /** Of a P3: whether the resident heard by the hour they were promised. */
  readonly promise: 'none' | 'running' | 'kept' | 'missed';
  readonly resolutionDueAt: Instant | null;
  readonly resolution: { readonly outcome: Outcome; readonly at: Instant } | null;
  readonly review: TriageReview;
  /** The other units of the building whose trouble this one's ladder climbs for. */
  readonly parts: readonly PartFacts[];
  /** The incident that climbs for this one; null where it climbs by itself. */
  readonly partOf: {
    readonly headId: string;
    readonly headNumber: number;
    /** Texts of it with these letters lie on phones: they are given to nothing else while it is open. */
    readonly letters: readonly { readonly responderId: string; readonly code: string; readonly lastAt: Instant }[];
  } | null;
  /** How that incident stands; null where there is none, or it has not moved since. */
  readonly head: HeadFacts | null;
  readonly followUp: { readonly dueAt: Instant; readonly isAsked: boolean; readonly isAnswered: boolean } | null;
};

/** What goes on alarming whoever answers: a person at the desk has to decide about it. */
export function lastingAlarms({ alarms }: IncidentState): readonly Alarm[] {
  return alarms.filter((each) => each.kind === 'residentWorse');
}

/** Comes as a vendor beside whoever has it; standing by is not coming. */
export function isComingVendor({ vendor }: IncidentState, responderId: string): boolean {
  return vendor?.accepted?.responderId === responderId && vendor.sentIds.includes(responderId);
}

/** Open: still somebody's job tonight. */
export function isOpen(state: IncidentState): boolean {
  return state.status !== 'resolved';
}

/** Steps that reached anybody, over all ladders of the incident. */
export function stepsReached(state: IncidentState): number {
  return state.ladder?.log.filter((each) => !each.wasSkipped).length ?? 0;
}

/** Written to this responder. */
export function isToResponder({ to }: Pick<Message, 'to'>, responderId: string): boolean {
  return to.kind === 'responder' && to.responderId === responderId;
}

/** A message that has not left and can still be called back. */
export function isUnsent(message: Message): boolean {
  return message.state === 'queued' || message.state === 'retrying' || message.state === 'held';
}
