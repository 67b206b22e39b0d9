import type { WeatherTime } from '#core/weather';
import type { Category, Instant, Language, Share, Tier } from '#shared/contract';

/**
 * Everything the morning handoff says, as plain data: the document is a function of this and of nothing else, so it can
 * be made in a worker and made again a year later. Sentences are already in the document's language; only labels are not.
 */
export type HandoffDocument = {
  readonly companyName: string;
  /** A practice night says so on every page. */
  readonly practice: PracticeShare;
  /** The company, its people and their numbers are made up; what left, left all the same. */
  readonly isDemo: boolean;
  readonly language: Language;
  readonly paper: 'letter' | 'a4';
  readonly session: DeskSession;
  /** IANA zone of the header, the session and what belongs to no property. */
  readonly zone: string;
  /** `seq:hash`, what `nightdesk verify --anchor` takes. */
  readonly logHead: string;
  readonly generatedAt: Instant;
  readonly productVersion: string;
  readonly summary: NightSummary;
  /** Weather modes that were on, oldest first. */
  readonly weather: readonly WeatherTime[];
  readonly openItems: readonly OpenItem[];
  readonly callsToReturn: readonly CallToReturn[];
  readonly morningQueue: readonly MorningItem[];
  /** Every P1 and P2 of the night, in the order they should be read. */
  readonly incidents: readonly IncidentReport[];
  readonly responders: readonly ResponderPerformance[];
  /** Door and lock-box codes that were given out and should be changed; the codes themselves never stand here. */
  readonly codesToChange: readonly CodeToChange[];
};

/** How much of the night was practice, and how many messages only reached phones drawn on screen or really left. */
export type PracticeShare = {
  readonly share: 'all' | 'partly' | 'none';
  readonly onScreenCount: number;
  readonly leftCount: number;
};

export type DeskSession = {
  /** Who had the desk, one after the other; more than one where it was handed over in the night. */
  readonly turns: readonly DeskTurn[];
  readonly startedAt: Instant;
  readonly endedAt: Instant;
};

export type DeskTurn = {
  readonly name: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** What was said when they took the desk over; empty where nothing was. */
  readonly words: string;
};

export type NightSummary = {
  readonly contacts: number;
  readonly incidentsByTier: Readonly<Record<Tier, number>>;
  /** P1 and P2 acknowledged within their limit, of those that wanted acknowledging. */
  readonly acknowledgedInTime: number;
  readonly toAcknowledge: number;
  /** `null` when nothing was acknowledged. */
  readonly medianAcknowledgeMs: number | null;
  /** Ladder steps fired in all, and the most any one incident needed. */
  readonly stepsFired: number;
  readonly mostStepsOfOne: number;
  readonly undelivered: readonly UndeliveredMessage[];
  readonly waiting: readonly WaitingMessages[];
  readonly outages: readonly GatewayOutage[];
  /** Late though the gateway was not known to be down. */
  readonly lateBesides: LateMessages;
  readonly blindTimes: readonly BlindTime[];
  readonly unattended: readonly UnattendedTime[];
  /** Alarms for which somebody was texted, and heard before the desk counted as unattended. */
  readonly unheard: readonly UnheardAlarm[];
  readonly clockMoves: readonly ClockMove[];
  readonly alarms: number;
  /** The manager's marks on what triage judged: given after the night, so as they stand when it is printed. */
  readonly triageMarks: Share;
};

/** Nobody at the desk heard it for minutes. */
export type UnheardAlarm = {
  readonly since: Instant;
  /** When somebody was texted first. */
  readonly at: Instant;
  readonly called: readonly string[];
};

/** Nobody at the desk heard the alarm. */
export type UnattendedTime = {
  readonly from: Instant;
  /** Null: it still is. */
  readonly to: Instant | null;
  /** Who was texted instead. */
  readonly called: readonly string[];
};

export type UndeliveredMessage = {
  readonly at: Instant;
  readonly zone: string;
  readonly to: string;
  readonly why: string;
  /** True: nobody knows whether it arrived. Otherwise it is known that it did not. */
  readonly isNotKnown?: boolean;
};
/** Messages to somebody that have not left yet. */
export type WaitingMessages = {
  readonly to: string;
  readonly zone: string;
  readonly count: number;
  readonly since: Instant;
  /** Of the oldest; empty when nothing was tried yet. */
  readonly why: string;
};
export type LateMessages = { readonly lateCount: number; readonly mostLateMs: number };
/** `to` null: the gateway was still down when the night ended. */
export type GatewayOutage = LateMessages & {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly why: string;
};
export type BlindTime = { readonly from: Instant; readonly to: Instant; readonly why: string };
/** `byMs` is signed: forward is positive. */
export type ClockMove = { readonly at: Instant; readonly byMs: number };

export type OpenItem = {
  readonly number: number;
  readonly tier: Tier;
  readonly place: string;
  readonly category: Category;
  readonly problem: string;
  readonly firstContactAt: Instant;
  readonly ageDays: number;
  /** Who has it; empty when nobody does. */
  readonly owner: string;
  readonly next: string;
  readonly zone: string;
};

export type CallToReturn = {
  readonly name: string;
  readonly callBack: string;
  readonly wish: string;
  readonly receivedAt: Instant;
  readonly promisedAt: Instant | null;
  readonly zone: string;
};

export type MorningItem = {
  readonly number: number;
  readonly place: string;
  readonly category: Category;
  /** The resident's own words. */
  readonly problem: string;
  readonly resident: string;
  readonly callBack: string;
  readonly permissionToEnter: 'yes' | 'no' | 'unknown';
  readonly promisedAt: Instant | null;
  readonly zone: string;
};

export type IncidentReport = {
  readonly number: number;
  readonly tier: 'P1' | 'P2';
  readonly place: string;
  readonly category: Category;
  readonly zone: string;
  /** The words and answers that decided the tier. */
  readonly reasons: readonly string[];
  /** Who took it: after the first contact, and once more after each re-opening. */
  readonly answers: readonly TurnAnswer[];
  /** The worst of its turns. `none`: closed or lowered before there was anything to keep. */
  readonly sla: 'kept' | 'missed' | 'running' | 'none';
  readonly outcome: string;
  readonly timeline: readonly TimelineEntry[];
};

/** Null where nobody did. `reopenedAt`: when this turn began; null for the one from first contact. */
export type TurnAnswer = { readonly reopenedAt: Instant | null } & (
  | { readonly name: string; readonly afterMs: number }
  | { readonly name: null; readonly afterMs: null }
);

/** `trouble` stands out in print; the others differ in their mark only. */
export type TimelineKind = 'contact' | 'triage' | 'notice' | 'reply' | 'resident' | 'status' | 'trouble';

export type TimelineEntry = {
  readonly at: Instant;
  readonly kind: TimelineKind;
  readonly sentence: string;
  /** What somebody said or wrote, verbatim. */
  readonly words?: string;
  readonly isLate: boolean;
};

export type ResponderPerformance = {
  readonly name: string;
  readonly notified: number;
  readonly answered: number;
  readonly declined: number;
  readonly medianAnswerMs: number | null;
};

export type CodeToChange = { readonly place: string; readonly what: string; readonly why: string };
