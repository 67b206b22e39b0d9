/** What the console is shown: rows made by the core for reading. Instants are UTC ms; the screen draws the countdowns. */

import type { IncidentActionType, ReportDraft } from './api.ts';
import type { ProtocolCard } from './cards.ts';
import type { Rotation } from './oncall.ts';
import type { OnCallFinding } from './oncall-views.ts';
import type { Ladder, PolicyOrigin, StepTarget, TargetSpec } from './policy.ts';
import type { Property, Resident, Responder, Staff, Unit } from './portfolio.ts';
import type { LifeSafetyKind } from './triage.ts';
import type { WeatherMode, WeatherStatus } from './weather.ts';
import type { BothLanguages, Category, EmergencyCallAnswer, Instant, Language, Phone, Tier, Trade } from './words.ts';

export const INCIDENT_STATUSES = ['running', 'unanswered', 'acknowledged', 'onSite', 'morning', 'resolved'] as const;
/** Where an incident stands. `running`: its ladder climbs. `morning`: P3, waits for the business day. */
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const CLOCK_KINDS = [
  'step',
  'lastWindow',
  'round',
  'whateverElse',
  'vendor',
  'deskStep',
  'hold',
  'callByHand',
  'noEtaCall',
  'noEta',
  'eta',
  'confirmTier',
  'stale',
  'resolution',
  'promise',
  'residentText',
  'sla',
  'followUp',
  'late',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export type QueueTab = 'all' | 'P1' | 'P2' | 'morning' | 'closed';

export type QueueRow = {
  readonly id: string;
  readonly number: number;
  readonly tier: Tier;
  readonly status: IncidentStatus;
  readonly category: Category;
  readonly trade: Trade;
  readonly place: string;
  readonly propertyId: string;
  readonly text: string;
  readonly callerName: string;
  readonly callerLanguage: Language;
  readonly hasVolunteeredNeed: boolean;
  readonly firstContactAt: Instant;
  /** Who it waits for or who has it; empty when nobody. */
  readonly who: readonly string[];
  /** The clock that matters most to a person, or null when none runs. */
  readonly next: { readonly kind: ClockKind; readonly dueAt: Instant } | null;
  /** Steps fired of steps in the ladder; null when no ladder. */
  readonly step: { readonly fired: number; readonly of: number; readonly round: number } | null;
  readonly isAlarmed: boolean;
  /** Until when a text of the step that runs waits, because its phone has had enough; absent when none does. */
  readonly heldUntilAt?: Instant;
  /** The number of the incident that climbs for this one; absent where it climbs by itself. */
  readonly partOf?: number;
  /** How many other units it climbs for; absent for none. */
  readonly parts?: number;
  /** Dispatched by itself, and no person has looked at it yet; absent otherwise. */
  readonly isUnchecked?: boolean;
  /** Texts of the resident that nobody has read yet; absent when there are none. */
  readonly unreadWords?: number;
};

export type QueueList = {
  /** Ids in the order in which they need a person. */
  readonly ids: readonly string[];
  readonly counts: Readonly<Record<QueueTab | 'inbox', number>>;
  /** Where it is asked for by property: how many of `ids` in turn belong to which; null otherwise. */
  readonly groups: readonly QueueGroup[] | null;
};
/** `name` is empty for places that are not in the portfolio. */
export type QueueGroup = { readonly propertyId: string; readonly name: string; readonly count: number };

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
  readonly rule: number | 'gateway' | 'section 3' | 'section 4' | 'section 8';
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
  /** Who spoke to the resident and says that it is no emergency; null while nobody does. */
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

/** A vendor beside the ladder: who is asked, or who comes. */
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
  readonly leftOut: 'otherTrade' | 'otherProperty' | 'closed' | 'notInsured' | 'away' | 'noWorkingNumber' | null;
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

export type OnCallNow = {
  readonly trade: Trade;
  readonly primary: OnCallPerson | null;
  readonly backup: OnCallPerson | null;
  /** The next stretch within 24 h in which the primary or backup role is empty. */
  readonly gap: { readonly role: 'primary' | 'backup'; readonly startsAt: Instant; readonly endsAt: Instant } | null;
  /** Properties where somebody else would be called now than those two. */
  readonly exceptions: number;
  /** Where the company plans nobody for it: properties for which somebody does. 0 where the company plans, or nobody. */
  readonly elsewhere: number;
  /** The worst of what will go wrong within 24 h and nobody has accepted. */
  readonly finding: OnCallFinding | null;
};
export type OnCallPerson = {
  readonly responderId: string;
  readonly name: string;
  readonly phone: Phone | null;
  readonly untilAt: Instant;
  readonly isCover: boolean;
  readonly isByGeneral: boolean;
};

export type CallerMatch = {
  readonly resident: Resident;
  readonly unit: Unit;
  readonly property: Property;
  readonly open: readonly QueueRow[];
  readonly last: readonly QueueRow[];
};

export type PlaceMatch = {
  readonly property: Property;
  readonly unit: Unit | null;
  readonly residents: readonly Resident[];
};

export type InboxItem = {
  readonly contactId: string;
  readonly at: Instant;
  readonly channel: 'sms';
  readonly from: Phone;
  readonly fromName: string | null;
  readonly fromKind: 'responder' | 'resident' | 'unknown';
  readonly text: string;
  /** Open incidents this could be about. */
  readonly candidates: readonly QueueRow[];
  /** The reminder of a shift that it most likely answers, in a few words; null when there is none. */
  readonly answers: BothLanguages | null;
};

/** Something found by name. */
export type SearchHit = {
  readonly kind: 'incident' | 'resident' | 'unit' | 'property' | 'responder';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** What a report about it begins with: of a resident or a unit; null for everything else. */
  readonly report: Pick<
    ReportDraft,
    'propertyId' | 'unitId' | 'residentId' | 'callerName' | 'callerPhone' | 'language'
  > | null;
  /** Of a responder: the number to call them at; null for everything else, and where they have none. */
  readonly phone: Phone | null;
};

export const ALARM_SOUNDS = ['siren', 'pulse', 'chime'] as const;
export type AlarmSound = (typeof ALARM_SOUNDS)[number];

export type AlarmView = {
  readonly kind: string;
  readonly sound: AlarmSound;
  /** Sounds again and again until a person hears it; otherwise once. */
  readonly isLooping: boolean;
  /** Who was told of it elsewhere because nobody at the desk heard it, in that order. */
  readonly chain: readonly AlarmCall[];
  readonly incidentId: string | null;
  readonly number: number | null;
  readonly place: string | null;
  /** What exactly is wrong, where the kind does not say it all. */
  readonly detail: BothLanguages | null;
  readonly since: Instant;
  readonly isSilencedUntil: Instant | null;
};

/** A call outside the desk for an alarm that nobody heard there. `who` is empty where nobody could be called. */
export type AlarmCall = { readonly calledAt: Instant; readonly who: readonly string[] };

export type StatusView = {
  readonly now: Instant;
  readonly gateway: {
    readonly kind: string;
    /** Nothing leaves this computer. */
    readonly isPractice: boolean;
    readonly level: 'ok' | 'warn' | 'down';
    readonly detail: string;
    readonly lastAcceptedMs: number | null;
    readonly since: Instant | null;
  };
  /** Whether calls are made by a gateway. Without one a person makes them. */
  readonly hasVoice: boolean;
  readonly blindTimes: readonly { readonly from: Instant; readonly to: Instant; readonly why: string }[];
  /** When the gateway was down, with the messages that left late because of it. `to` null: it still is. */
  readonly outages: readonly {
    readonly from: Instant;
    readonly to: Instant | null;
    readonly lateCount: number;
    readonly mostLateMs: number;
  }[];
  readonly tonight: {
    readonly contacts: number;
    readonly waiting: number;
    readonly reportToGatewayMs: number | null;
    /** The middle one of the night. */
    readonly medianReportToGatewayMs: number | null;
    readonly latestStepLateMs: number | null;
  };
  /** Modes that are on, and places nobody knows the weather of; empty where neither is so. */
  readonly weather: readonly WeatherStatus[];
  readonly outbox: { readonly waiting: number; readonly oldestAt: Instant | null; readonly unknown: number };
  readonly keepAwake: boolean;
  /** Since when the clockwork has not come round as it should; null while it does. */
  readonly clockworkLateSince: Instant | null;
  /** Since when the desk counts as unattended, because an alarm was heard by nobody; null while it does not. */
  readonly unattendedSince: Instant | null;
  readonly openCount: Readonly<Record<Tier, number>>;
};

export type SessionView = {
  readonly deskSession: {
    readonly id: string;
    readonly staff: Staff;
    readonly startedAt: Instant;
    /** Whoever had the desk before and handed it over in the same night; null where the night began with this one. */
    readonly handedOverFrom: { readonly name: string; readonly startedAt: Instant } | null;
  } | null;
};

/** The watch on a second computer, as the settings show it. */
export type WatchView = {
  readonly isOn: boolean;
  readonly host: string;
  readonly port: number;
  /** What the other computer asks; null while it is off or its port is not known yet. */
  readonly address: string | null;
  /** What proves the two to each other; null before there was one. */
  readonly key: string | null;
  readonly lastAskedAt: Instant | null;
  readonly trouble: BothLanguages | null;
};

export type AppInfo = {
  readonly version: string;
  readonly company: string | null;
  readonly language: Language;
  readonly zone: string;
  /** The practice gateway is in use, so nothing leaves; the whole desk says so. */
  readonly isPractice: boolean;
  readonly isFirstRun: boolean;
  /** The company, its people and their numbers are made up. */
  readonly isDemo: boolean;
  readonly staff: readonly Staff[];
  /** In the demo the PINs are shown on the sign-in screen. */
  readonly demoPins: readonly { readonly staffId: string; readonly pin: string }[];
};

export type PracticePhone = {
  readonly phone: Phone;
  readonly name: string;
  readonly kind: 'responder' | 'resident';
  /** The one its texts are written in; null for a number on no list. */
  readonly language: Language | null;
  /** Where a resident lives; empty for everybody else. */
  readonly place: string;
  /** A text that wakes somebody has just come. */
  readonly hasNewText: boolean;
  /** By when the desk has to ring it by hand, because a step wants a call too; null when no call is planned. */
  readonly callDueAt: Instant | null;
  readonly messages: readonly {
    readonly id: string;
    readonly at: Instant;
    readonly fromDesk: boolean;
    readonly text: string;
  }[];
};

export type HandoffRow = {
  readonly id: string;
  readonly staffName: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly hasDocument: boolean;
};

export type PortfolioView = {
  readonly properties: readonly (Property & { readonly units: number; readonly residents: number })[];
  readonly responders: readonly Responder[];
  readonly staff: readonly Staff[];
  readonly rotations: readonly Rotation[];
};

/** A refusal that was expected: what happened, what was kept, what to do, in both languages. */
export type Refusal = { readonly ok: false; readonly code: string; readonly reason: BothLanguages };
export type Accepted<Value> = { readonly ok: true; readonly value: Value };
export type Answer<Value> = Accepted<Value> | Refusal;
