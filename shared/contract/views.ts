/** What the console is shown: rows made by the core for reading. Instants are UTC ms; the screen draws the countdowns. */

import type { ReportDraft } from './api.ts';
import type { Rotation } from './oncall.ts';
import type { OnCallFinding } from './oncall-views.ts';
import type { Property, Resident, Responder, Staff, Unit } from './portfolio.ts';
import type { WeatherStatus } from './weather.ts';
import type { BothLanguages, Category, Instant, Language, Phone, Tier, Trade } from './words.ts';

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
export type Refusal = {
  readonly ok: false;
  readonly code: string;
  readonly reason: BothLanguages;
  /** Names of the inputs it is about, where it is about any. */
  readonly fields?: readonly string[];
};
export type Accepted<Value> = { readonly ok: true; readonly value: Value };
export type Answer<Value> = Accepted<Value> | Refusal;
