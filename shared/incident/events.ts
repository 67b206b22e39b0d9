import type {
  AnswerWay,
  BothLanguages,
  Category,
  EmergencyCallAnswer,
  GivenAnswer,
  IncidentStatus,
  Instant,
  Ladder,
  Language,
  MessageSlot,
  Outcome,
  Phone,
  Reason,
  StepTarget,
  TargetSpec,
  Tier,
  Trade,
  TriageMark,
  WeatherMode,
  WeatherWhy,
} from '#shared/contract';
import type { LifeSafetyKind } from '#shared/triage';
import type { AnswerEvent } from './events-answers.ts';
import type {
  AcceptOrDecline,
  CallPlan,
  CallResult,
  Lane,
  MessagePurpose,
  MessageState,
  MessageTo,
} from './message-kinds.ts';
import type { VendorSearch } from './state.ts';

export type { VendorMode } from './events-answers.ts';
export * from './message-kinds.ts';

/**
 * What can have happened to an incident. Each is `{type, v, at, by, …}`; fields are added, never renamed. Values that
 * are about a person (names of residents, numbers, words) are listed in `personal.ts` and stored apart from the log.
 */

/**
 * Who did it. `core` is the product itself: a clock that came due, a gateway that answered. `lockedDesk` is a person at
 * the desk while nobody was signed in.
 */
export type Actor =
  | { readonly kind: 'staff'; readonly id: string; readonly name: string }
  | { readonly kind: 'responder'; readonly id: string; readonly name: string }
  | { readonly kind: 'resident'; readonly name: string }
  | { readonly kind: 'lockedDesk' }
  | { readonly kind: 'core' };

export type Event<Type extends string, Fields> = Readonly<{ type: Type; v: 1; at: Instant; by: Actor } & Fields>;

/** Where the problem is, as it stood when it was reported. */
export type Place = {
  readonly propertyId: string;
  readonly unitId: string | null;
  readonly propertyName: string;
  /** `14B`; null for the property as a whole. */
  readonly unitLabel: string | null;
  readonly address: string;
  readonly zone: string;
  readonly shutOff: string;
};

export type Caller = {
  readonly name: string;
  readonly phone: Phone | null;
  readonly language: Language;
  readonly residentId: string | null;
  readonly hasVolunteeredNeed: boolean;
};

/** The verdict as stamped; reasons point into `text`. */
export type StampedVerdict = {
  readonly category: Category;
  readonly tier: Tier;
  readonly trade: Trade;
  readonly confidence: number;
  readonly reasons: readonly Pick<Reason, 'code' | 'start' | 'end'>[];
  /** Which fixed text is due before any other; null when nobody's life is in danger. */
  readonly lifeSafety: LifeSafetyKind | null;
  readonly packVersion: string;
  /** Version of the card that asked; absent in logs of before there were cards. */
  readonly cardVersion?: string;
};

/** A question of a card as it was asked, and what was picked, in the words of that night: cards change, the log does not. */
export type StampedAnswer = GivenAnswer & {
  readonly text: BothLanguages;
  readonly label: BothLanguages;
  /** The tier it led to, and what it was taken to mean (a reason code); null for none. */
  readonly tier: Tier | null;
  readonly finding: string | null;
};

/** Someone a step reached for, and through what. `deskAlarm`: the signed-in coordinator, alarmed instead of texted. `byHand`: a person is asked to call, for want of a gateway that does. */
export type StepRecipient = {
  readonly responderId: string;
  readonly name: string;
  readonly company: string;
  readonly phone: Phone | null;
  readonly language: Language;
  readonly as: TargetSpec;
  readonly channels: readonly ('sms' | 'voice' | 'byHand' | 'deskAlarm')[];
  readonly whateverElse: boolean;
  /** Told for information: nobody waits for their answer. */
  readonly isCopy?: true;
  /** Minutes from the step until a channel is used; absent: at once, a call by hand after two minutes. */
  readonly afterMin?: StepTarget['afterMin'];
  /** The letter this incident has on that phone: `A`, `B`, … */
  readonly code: string;
};

/** A live calendar that did not answer when a step wanted to know who is on, and since when its copy is known to hold. */
export type OldCopy = { readonly name: string; readonly checkedAt: Instant };

/** A unit that is of one trouble of the building with others. */
export type PartFacts = {
  readonly partId: string;
  readonly number: number;
  readonly unitLabel: string | null;
  readonly residentName: string;
  readonly text: string;
  readonly tier: Tier;
  readonly hasVolunteeredNeed: boolean;
  readonly lifeSafety: LifeSafetyKind | null;
  /** The kinds of trouble its words tell of, its own category among them; absent in logs of before it was asked. */
  readonly troubles?: readonly Category[];
};

/** How the incident stands that climbs for a part. */
export type HeadFacts = {
  readonly status: IncidentStatus;
  readonly holder: { readonly name: string; readonly company: string } | null;
  readonly etaAt: Instant | null;
  /** When it moves on by itself; null when it does not. */
  readonly nextAt: Instant | null;
  /** A vendor who comes besides; absent where none does. */
  readonly beside?: { readonly name: string; readonly company: string; readonly etaAt: Instant | null };
};

/** A weather mode as it stood when something was dispatched in it: a document that anybody can look up, or a person. */
export type WeatherInForce = {
  readonly mode: Exclude<WeatherMode, 'none'>;
  readonly why: WeatherWhy;
  /** SHA-256 of the document that put it on; the name of whoever switched it by hand. */
  readonly document: string;
  /** Where the document was had; null where a person switched. */
  readonly url: string | null;
  /** When the document was last had, or the switch was made. */
  readonly readAt: Instant;
  /** The hour that put it on, or the alert's own name; null where neither did. */
  readonly temperatureF: number | null;
  readonly alert: string | null;
  readonly firstWindowMin: number;
};

/** Why the desk is alarmed. */
export const ALARM_KINDS = [
  'unanswered',
  'stepEmpty',
  'deskStep',
  'etaMissed',
  'noEta',
  'etaFar',
  'tierNotConfirmed',
  'stale',
  'notEmergency',
  'holdEnded',
  'vendorsSpent',
  'callByHand',
  'notResolved',
  'messageUnknown',
  'messageFailed',
  'residentNotFixed',
  'residentWorse',
  'lateByHours',
  'promiseDue',
  'withoutClock',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** Through what an incident came in. */
export const REPORT_CHANNELS = ['phone', 'sms', 'email', 'pms', 'form', 'sip'] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number];

export type IncidentEvent =
  | AnswerEvent
  | Event<
      'reported',
      {
        incidentId: string;
        number: number;
        channel: ReportChannel;
        /** It dispatched itself: no person has looked at it yet. */
        isUnattended?: true;
        contactId: string;
        firstContactAt: Instant;
        place: Place;
        caller: Caller;
        text: string;
        /** What was asked, in that order; absent in logs of before there were cards. */
        answers?: readonly StampedAnswer[];
        verdict: StampedVerdict;
        category: Category;
        tier: Tier;
        trade: Trade;
        /** Why the coordinator chose another tier than the verdict; null when they did not. */
        tierReason: string | null;
        permissionToEnter: 'yes' | 'no' | 'unknown';
      }
    >
  | Event<
      'dispatched',
      {
        tier: Tier;
        policyId: string;
        policyName: string;
        policyVersion: number;
        ladder: Ladder;
        why: 'report' | 'tierChange' | 'reopened';
        /** It goes on where it was stopped: those before have fired. */
        firstStep?: number;
        /** A person changed it; what the policy said stands in `insteadOf`. */
        isForThisOnly?: true;
        insteadOf?: Ladder;
        /** The weather that tightened `ladder`; absent where none did. */
        weather?: WeatherInForce;
      }
    >
  /** From the next step on another ladder runs, for this incident only. */
  | Event<'ladderChanged', { ladder: Ladder; insteadOf: Ladder; dueAt: Instant; words: string }>
  /** A later step fires now; what a step that was passed over wakes whatever else keeps its time. */
  | Event<'jumped', { from: number; step: number; reason: string }>
  | Event<
      'roundStarted',
      { round: number; dueAt: Instant; lateMs: number; isLastResort: boolean; firstStepAt: Instant }
    >
  | Event<
      'stepFired',
      {
        round: number;
        step: number;
        dueAt: Instant;
        lateMs: number;
        isLastResort: boolean;
        recipients: readonly StepRecipient[];
        /** When the next step is due, or the last window ends. */
        nextAt: Instant;
        why:
          | 'due'
          | 'previousEmpty'
          | 'previousFailed'
          | 'previousDeclined'
          | 'byHand'
          | 'whateverElse'
          | 'deskUntouched'
          /** A fresh copy of a live calendar names somebody else than the copy that this step went by. */
          | 'scheduleCorrected'
          /** By name, beside those whom the ladder asks. */
          | 'added';
        oldCopies?: readonly OldCopy[];
      }
    >
  | Event<
      'stepSkipped',
      {
        round: number;
        step: number;
        dueAt: Instant;
        lateMs: number;
        nextAt: Instant;
        /** `declined`: all whom it could reach have passed it on in this round already. `copiesOnly`: it only informs. */
        why: 'nobodyOnCall' | 'noWorkingNumber' | 'declined' | 'copiesOnly';
        /** Who was told for information all the same. */
        copies?: readonly StepRecipient[];
        /** The policy's targets that named nobody who could be reached. */
        wanted: readonly TargetSpec[];
        /** Who has passed it on; only where that is why. */
        declined?: readonly Pick<StepRecipient, 'responderId' | 'name' | 'as' | 'channels'>[];
        oldCopies?: readonly OldCopy[];
      }
    >
  | Event<
      'messageQueued',
      {
        key: string;
        purpose: MessagePurpose;
        lane: Lane;
        to: MessageTo;
        text: string;
        round: number | null;
        step: number | null;
        sendAt: Instant;
        expiresAt: Instant;
        /** It is said over the telephone and not written. */
        call?: CallPlan;
        /** Minutes that its step was late, as it says; absent: none. */
        lateMin?: number;
      }
    >
  | Event<
      'messageState',
      {
        key: string;
        state: Exclude<MessageState, 'queued'>;
        attempt: number;
        gateway: string | null;
        reason: string | null;
        isPossiblyTwice: boolean;
        /** When it is tried again; null when it is not. */
        nextAt: Instant | null;
        /** Where the gateway stands, where that is not the primary's place. */
        slot?: MessageSlot;
        isCall?: true;
        /** A gateway had taken it and gave it back: whatever was known of it, it has not left, or is not known to have. */
        isReturned?: true;
      }
    >
  /** It has waited, and what it says has changed: it leaves with these words. */
  | Event<'messageReworded', { key: string; text: string }>
  /** Somebody wants it tried once more. `isPossiblyTwice`: it may have arrived before. */
  | Event<'messageRetried', { key: string; isPossiblyTwice: boolean; nextAt: Instant; expiresAt: Instant }>
  | Event<'replied', { responderId: string; name: string; contactId: string; words: string; understoodAs: string }>
  | Event<
      'acknowledged',
      {
        responderId: string;
        name: string;
        company: string;
        how: 'reply' | 'onBehalf';
        via: AnswerWay | null;
        words: string;
        etaAt: Instant | null;
        isSlaKept: boolean;
      }
    >
  | Event<'declined', { responderId: string; name: string; how: 'reply' | 'onBehalf'; words: string; via?: 'voice' }>
  | Event<'saidNotEmergency', { responderId: string; name: string; words: string }>
  | Event<'etaSet', { etaAt: Instant; how: 'reply' | 'onBehalf' | 'desk' }>
  | Event<'etaAsked', { responderId: string }>
  | Event<'arrived', { responderId: string | null; name: string; how: 'reply' | 'onBehalf' | 'desk' }>
  | Event<
      'resolved',
      { outcome: Outcome; words: string; how: 'reply' | 'onBehalf' | 'desk'; followUpAt: Instant | null }
    >
  | Event<
      'reopened',
      {
        why:
          | 'coordinator'
          | 'etaMissed'
          | 'noEta'
          | 'stale'
          | 'tierNotConfirmed'
          | 'residentNotFixed'
          | 'responderGaveUp';
        words: string;
        startsLadder: boolean;
        /** How long after its time, where a stop made it late. */
        lateMs?: number;
      }
    >
  | Event<'tierChanged', { from: Tier; to: Tier; reason: string }>
  /** It is of one trouble of the building with another, whose ladder climbs for both. On the part. */
  | Event<'linked', { headId: string; headNumber: number }>
  | Event<'unlinked', { headId: string; headNumber: number; reason: string }>
  /** What the head knows of a part. */
  | Event<
      'partAdded',
      PartFacts & {
        asked: readonly { recipient: StepRecipient; lastAt: Instant }[];
        /** The vendor who was sent for it is the head's now. */
        vendor?: VendorSearch;
      }
    >
  | Event<'partRemoved', { partId: string; number: number; unitLabel: string | null }>
  /** On the part: how its head stands now, and what that is to the resident. */
  | Event<'headMoved', { news: MessagePurpose | null } & HeadFacts>
  | Event<'unanswered', { round: number }>
  | Event<'alarmRaised', { kind: AlarmKind; step: number | null }>
  // Without a step: what somebody has would open again, or the next vendor would be asked.
  | Event<'stepHeld', { step: number | null; dueAt: Instant; untilAt: Instant; isVendor?: true }>
  | Event<'alarmHeard', { kinds: readonly AlarmKind[] }>
  /** `attempt` 2: the first call was not answered. */
  | Event<'callByHandPlanned', { responderId: string; name: string; phone: Phone | null; dueAt: Instant; attempt?: 2 }>
  | Event<'callByHandDue', { responderId: string; name: string; phone: Phone | null }>
  | Event<'callMade', { responderId: string; name: string; result: 'reached' | 'noAnswer' | 'voicemail' }>
  /** What became of a call that the product made. */
  | Event<
      'callEnded',
      {
        key: string;
        responderId: string;
        name: string;
        turn: CallPlan['turn'];
        result: CallResult;
        /** The key that decided; null where none did. */
        pressed: AcceptOrDecline | null;
        attempt: number;
        gateway: string | null;
        reason: string | null;
      }
    >
  | Event<'promised', { byAt: Instant | null }>
  | Event<'residentTextHeld', { purpose: MessagePurpose; untilAt: Instant }>
  | Event<'residentTextSuppressed', { purpose: MessagePurpose; why: 'noPhone' | 'optedOut' | 'quietTier' }>
  | Event<'slaMissed', { what: 'acknowledge'; dueAt: Instant }>
  /** Whether the resident heard by the hour they were promised: of a P3. */
  | Event<'promiseSettled', { what: 'morning'; isKept: boolean }>
  | Event<'resolutionChecked', Record<never, never>>
  | Event<'followUpAsked', Record<never, never>>
  | Event<'followUpAnswered', { isFixed: boolean; rating: number | null; words: string }>
  | Event<
      'contactJoined',
      {
        contactId: string;
        words: string;
        /** What the words say by themselves; absent where a person joined them, and in logs of before. */
        verdict?: StampedVerdict;
        /** They are of danger to life, or of a tier above the incident's. */
        isWorse?: boolean;
      }
    >
  /** Somebody has read what the resident wrote; with a contact: has decided what to make of that text. */
  | Event<'wordsRead', { contactId: string | null }>
  | Event<'noted', { words: string }>
  | Event<'emergencyCallAnswered', { answer: EmergencyCallAnswer }>
  /** Whether the tier that triage gave was right; a later one stands for an earlier one, null takes it back. */
  | Event<'triageMarked', { mark: TriageMark | null; tier: Tier; category: Category }>
  | Event<'wallClockMoved', { deltaMs: number }>;

export type IncidentEventType = IncidentEvent['type'];
/** The one event of a type, for tests and narration: `EventOf<'acknowledged'>`. */
export type EventOf<Type extends IncidentEventType> = Extract<IncidentEvent, { type: Type }>;

/** An event with its place in the log. */
export type LoggedEvent = { readonly seq: number; readonly event: IncidentEvent };
