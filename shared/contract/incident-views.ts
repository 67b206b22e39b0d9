/** What the console is shown of one incident: rows made by the core for reading. Instants are UTC ms. */

import type { IncidentActionType } from './api.ts';
import type { ProtocolCard } from './cards.ts';
import type { Ladder, PolicyOrigin, StepTarget, TargetSpec } from './policy.ts';
import type { LifeSafetyKind } from './triage.ts';
import type { ClockKind, QueueRow } from './views.ts';
import type { WeatherMode } from './weather.ts';
import type { BothLanguages, Category, EmergencyCallAnswer, Instant, Language, Phone, Tier } from './words.ts';

export type MessageView = {
  readonly key: string;
  readonly purpose: string;
  readonly toKind: 'responder' | 'resident';
  readonly toName: string;
  readonly toPhone: Phone;
  readonly text: string;
  readonly state: string;
  readonly queuedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly attempt: number;
  readonly reason: string | null;
  readonly isPossiblyTwice: boolean;
  /** When it is tried next; null when it is not. */
  readonly nextAt: Instant | null;
};

export const WHY_NOT_KINDS = [
  'held',
  'retrying',
  'suppressed',
  'cancelled',
  'skipped',
  'expired',
  'failed',
  'unknown',
  'unconfirmed',
  'declined',
  'bundled',
  'deskAlarm',
  'notReached',
  'nobodyAsked',
] as const;

/** One answer to "why was nobody told?": what did not simply go, by which rule of the book, when. */
export type WhyNotLine = {
  readonly at: Instant;
  /** Empty where it was to be nobody by name. */
  readonly whom: string;
  readonly what: (typeof WHY_NOT_KINDS)[number];
  /** A number is a rule of dispatch; a section is one of the product's book. */
  readonly rule: 1 | 2 | 4 | 5 | 6 | 8 | 9 | 10 | 'gateway' | 'section 3' | 'section 4' | 'section 8';
  readonly words: BothLanguages;
};

/** What an incident may be one with. */
export type RelatedView = {
  /** Reported of the same unit and category within two hours. */
  readonly repeats: readonly QueueRow[];
  /** Three units or more of the property have one category within two hours: the others of them; else empty. */
  readonly building: readonly QueueRow[];
  /** Whatever else is open at the property. */
  readonly others: readonly QueueRow[];
};

/** One step of a ladder, as preview (nothing fired) or as it went. Times are when it fires or fired. */
export type LadderStepView = {
  readonly step: number;
  readonly at: Instant;
  readonly state: 'planned' | 'fired' | 'skipped' | 'ended';
  readonly recipients: readonly {
    readonly responderId: string | null;
    readonly name: string;
    readonly phone: Phone | null;
    readonly as: TargetSpec;
    readonly channels: readonly string[];
    readonly whateverElse: boolean;
    /** Times this person was woken in the last seven days. */
    readonly wakeUpsThisWeek: number;
    /** Why this person will not be reached here: no one on call, no working number, or passed it on in this round. */
    readonly problem: 'nobodyOnCall' | 'noWorkingNumber' | 'declined' | null;
    /** Told for information; nobody waits for them. */
    readonly isCopy?: boolean;
    /** Minutes from the step until a channel is used. */
    readonly afterMin?: StepTarget['afterMin'];
  }[];
};

/** What dispatching now would do: the ladder, and the texts the resident would get if nothing else happened. */
export type LadderPreview = {
  readonly steps: readonly LadderStepView[];
  /** What the policy says, and where; the steps above may be of another that was asked about. */
  readonly ladder: Ladder;
  readonly origin: PolicyOrigin;
  /** The weather that tightened it; null where none did. */
  readonly weather:
    | (NonNullable<IncidentView['weather']> & {
        /** Who is told of it with the first step, and what is asked of them; null where there is none to tell. */
        readonly vendor: { readonly name: string; readonly mode: 'standBy' | 'go' } | null;
      })
    | null;
  readonly residentHears: readonly {
    readonly kind: 'lifeSafety' | 'receipt' | 'morning';
    /** When it leaves at the earliest; null at once. */
    readonly notBeforeAt: Instant | null;
    readonly text: string;
  }[];
};

/** What a card has ready to be said, its numbers filled in. */
export type CardWords = Readonly<Pick<ProtocolCard, 'advice' | 'photos' | 'identityRule'>>;

export type IncidentView = {
  readonly row: QueueRow;
  readonly version: number;
  readonly place: {
    readonly label: string;
    readonly address: string;
    readonly zone: string;
    readonly shutOff: string;
    readonly accessNotes: string;
    /** The ten-digit number of the property's own 911 centre. */
    readonly emergencyCentre: Phone | null;
  };
  readonly caller: {
    readonly name: string;
    readonly phone: Phone | null;
    readonly language: Language;
    readonly residentId: string | null;
  };
  readonly text: string;
  /** Which danger to life; null for none. */
  readonly lifeSafety: LifeSafetyKind | null;
  /** Whether somebody has called 911, as the desk heard it; null while nobody asked. */
  readonly emergencyCall: { readonly answer: EmergencyCallAnswer; readonly at: Instant; readonly by: string } | null;
  /** Gas, fire or carbon monoxide may be inside: the responder's text says so too. */
  readonly mustWaitOutside: boolean;
  /** Spans into `text`. */
  readonly reasons: readonly { readonly code: string; readonly start: number; readonly end: number }[];
  /** What was asked and answered at the report, in that order, in the words of then; empty where nothing was. */
  readonly answers: readonly {
    readonly card: Category;
    readonly question: string;
    readonly text: BothLanguages;
    readonly label: BothLanguages;
    /** The tier it led to and what it was taken to mean; null for none. */
    readonly tier: Tier | null;
    readonly finding: string | null;
  }[];
  /** What the card of its category says today, for whoever speaks with the resident. */
  readonly card: CardWords;
  /** What the signs of the text speak for; another tier than the incident's where a person chose one. */
  readonly judgedTier: Tier;
  /** Each time a person chose another tier, in order. */
  readonly tierChoices: readonly {
    readonly from: Tier;
    readonly to: Tier;
    readonly by: string;
    readonly reason: string;
  }[];
  readonly waitingFor: readonly {
    readonly responderId: string;
    readonly name: string;
    readonly as: string;
    readonly phone: Phone | null;
    readonly messageState: string | null;
    readonly messageAt: Instant | null;
    /** Until when their text waits, because the phone has had enough; null when it does not. */
    readonly heldUntilAt: Instant | null;
    readonly hasDeclined: boolean;
  }[];
  readonly holder: {
    readonly responderId: string;
    readonly name: string;
    readonly company: string;
    readonly since: Instant;
    readonly etaAt: Instant | null;
    readonly arrivedAt: Instant | null;
    readonly how: string;
    /** By when they are to say that they have heard of the higher tier, or that they are still coming; null: not asked. */
    readonly confirmByAt: Instant | null;
    readonly stillComingByAt: Instant | null;
  } | null;
  /** The ladder waits for a person; null where it does not. */
  readonly hold: { readonly untilAt: Instant; readonly reason: string; readonly by: string } | null;
  readonly vendor: VendorView | null;
  /** Vendors for this place and trade, in the order in which they are asked; those that are left out last, with why. */
  readonly vendors: readonly VendorChoice[];
  /** Who wrote that it is no emergency; null while nobody does. */
  readonly notEmergency: { readonly name: string; readonly at: Instant } | null;
  /** It dispatched itself, and nobody at the desk has done anything about it yet. */
  readonly isUnchecked: boolean;
  readonly next: { readonly kind: ClockKind; readonly dueAt: Instant; readonly names: readonly string[] } | null;
  readonly clocks: readonly TimerView[];
  readonly ladder: readonly LadderStepView[];
  /** By which ladder it runs; null where none does. `nextStep` counts from 0, those before it have fired. */
  readonly ladderRun: {
    readonly ladder: Ladder;
    /** The place whose ladder it is. */
    readonly policyId: string;
    readonly policyName: string;
    readonly policyVersion: number;
    readonly isForThisOnly: boolean;
    readonly nextStep: number;
  } | null;
  /** The weather that its latest ladder was tightened for; null where it was not. */
  readonly weather: { readonly mode: Exclude<WeatherMode, 'none'>; readonly firstWindowMin: number } | null;
  readonly messages: readonly MessageView[];
  /** Why somebody was not told, or not at once, in order. */
  readonly whyNot: readonly WhyNotLine[];
  /** The other units of the building that it climbs for. */
  readonly parts: readonly {
    readonly id: string;
    readonly number: number;
    readonly unitLabel: string | null;
    readonly residentName: string;
    readonly text: string;
    readonly hasVolunteeredNeed: boolean;
    /** It has a trouble or a need of its own: it is not over when this one is. */
    readonly isOnItsOwn: boolean;
  }[];
  /** The incident that climbs for it, or null. */
  readonly partOf: { readonly id: string; readonly number: number } | null;
  readonly alarms: readonly string[];
  readonly outcome: string | null;
  /** What cannot be done to it as it stands, and why. */
  readonly refused: Readonly<Partial<Record<IncidentActionType, BothLanguages>>>;
  /** The log of the incident in order; `narrate` turns each into a sentence. */
  readonly events: readonly { readonly seq: number; readonly event: unknown }[];
};

/** A vendor beside the ladder: who is asked, or who comes. `mode` is that of whoever has said yes, where one has. */
export type VendorView = {
  readonly mode: 'send' | 'standBy' | 'go';
  readonly asked: { readonly responderId: string; readonly name: string; readonly byAt: Instant } | null;
  readonly accepted: { readonly responderId: string; readonly name: string; readonly etaAt: Instant | null } | null;
  /** Nobody is left to be asked. */
  readonly isSpent: boolean;
};

export type VendorChoice = {
  readonly responderId: string;
  readonly name: string;
  readonly phone: Phone | null;
  /** Why they are not asked by themselves; null where they are. */
  readonly leftOut:
    | 'asked'
    | 'otherTrade'
    | 'otherProperty'
    | 'closed'
    | 'notInsured'
    | 'away'
    | 'noWorkingNumber'
    | null;
};

export type TimerView = {
  readonly incidentId: string;
  readonly number: number;
  readonly tier: Tier;
  readonly place: string;
  readonly kind: ClockKind;
  /** Tells it from another clock of its kind, of the same incident. */
  readonly token: string;
  readonly dueAt: Instant;
  /** Whom it wakes or tells when it fires, or who is awaited. */
  readonly names: readonly string[];
};
