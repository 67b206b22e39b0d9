import type { Duty, FeedShift, Gap, ScheduleSources, Scope, ShiftRole } from './oncall.ts';
import type { Feed, FeedTitle, ReminderSettings } from './oncall-feeds.ts';
import type { Responder } from './portfolio.ts';
import type { BothLanguages, Instant, Trade } from './words.ts';

/** What is shown of who is on call. */

export const FINDING_KINDS = [
  'nobody',
  'noPrimary',
  'noBackup',
  'onePerson',
  'noNumber',
  'twoPlaces',
  'emptyGroup',
] as const;

/** Something that will go wrong if nobody does anything, within the next 14 days. */
export type OnCallFinding = Scope & {
  /**
   * `nobody`: neither role, not even by general or a vendor. `onePerson`: primary and backup are one person. `noNumber`: who
   * is on cannot be texted. `twoPlaces`: the same person at two places that do not contain each other.
   * `emptyGroup`: somebody is planned for a group that no property belongs to.
   */
  readonly kind: (typeof FINDING_KINDS)[number];
  readonly trade: Trade;
  /** Null where both roles are concerned. */
  readonly role: ShiftRole | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Whom it is about; empty for gaps. */
  readonly responderIds: readonly string[];
  /** Names of the properties concerned; null for every one, empty for none. */
  readonly places: readonly string[] | null;
  readonly accepted: Gap['accepted'];
  /** What it would cost if it were tonight, in one sentence. */
  readonly cost: BothLanguages;
};

/** How a live calendar stands. */
export type FeedView = {
  readonly feed: Feed;
  /** Where it comes from, without what is secret in it: a host, a file name. */
  readonly where: string;
  readonly hasPassword: boolean;
  /** When it was last asked and answered; null while it never has. */
  readonly checkedAt: Instant | null;
  /** When the copy in force was made, that is, when it last changed. */
  readonly copiedAt: Instant | null;
  /** Why the last try failed; null when it did not. The copy stays in force. */
  readonly trouble: BothLanguages | null;
  /** Stretches of duty in the copy, from now on. */
  readonly shifts: number;
  /** Events that could not be read, each with its line in the file. */
  readonly broken: readonly { readonly line: number; readonly reason: BothLanguages }[];
};

/** A title in a live calendar that nobody answers to yet. */
export type UnmappedTitle = {
  readonly feedId: string;
  readonly title: string;
  /** How many stretches of duty bear it from now on, and the next of them. */
  readonly count: number;
  readonly nextAt: Instant;
  /** Responders it could mean, likeliest first; at most three. */
  readonly guesses: readonly string[];
};

/** What reads a calendar gives back before it is saved. */
export type FeedPreview = {
  readonly shifts: readonly FeedShift[];
  readonly unmapped: readonly UnmappedTitle[];
  readonly broken: FeedView['broken'];
};

/** One reminder of a coming duty. */
export type ReminderView = {
  readonly id: string;
  readonly responderId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly trades: readonly Trade[];
  readonly dueAt: Instant;
  /** `failed`: the gateway gave it back, or there is no number. `due`: not sent yet. */
  readonly state: 'due' | 'sent' | 'delivered' | 'failed' | 'confirmed';
  readonly confirmedAt: Instant | null;
  /** Whoever noted a confirmation by phone; null where the responder's own text did it. */
  readonly confirmedBy: string | null;
};

export type CalendarView = {
  readonly duties: readonly Duty[];
  readonly gaps: readonly (Gap & { readonly cost: BothLanguages })[];
  readonly sources: ScheduleSources;
  /** Covers that change nothing: whoever entered one thinks that somebody else is on. */
  readonly idleCoverIds: readonly string[];
  readonly responders: readonly Responder[];
  readonly zone: string;
};

/** Live calendars and what of them wants a person. */
export type FeedsView = {
  readonly feeds: readonly FeedView[];
  readonly unmapped: readonly UnmappedTitle[];
  readonly titles: readonly FeedTitle[];
};

/** What is wrong in the next 14 days, and which reminders are out. */
export type OnCallOutlook = {
  readonly at: Instant;
  readonly findings: readonly OnCallFinding[];
  readonly reminders: readonly ReminderView[];
  readonly reminderSettings: ReminderSettings;
};

/** How much one person has been, or will be, on call. */
export type LoadRow = {
  readonly responderId: string;
  readonly hours: number;
  /** Nights (22:00 to 06:00, company zone) of which any part was on duty; of those, how many on Friday to Sunday. */
  readonly nights: number;
  readonly weekendNights: number;
  /** How often they were woken; of what is still to come, 0. */
  readonly wakeUps: number;
};
export type LoadView = {
  readonly from: Instant;
  readonly to: Instant;
  /** Most nights first. */
  readonly rows: readonly LoadRow[];
  /** Most nights of one person less fewest, among those who are on at all. */
  readonly spreadNights: number;
};

/** The schedule as a calendar for others; the address holds the key. */
export type ExportView = {
  readonly isOn: boolean;
  readonly host: string;
  readonly port: number;
  /** Null while it is off, and while nobody is signed in: it holds the key. */
  readonly address: string | null;
  /** What whoever offers it to a network should know; null where it is for this computer only. */
  readonly warning: BothLanguages | null;
  /** Why it could not be opened; null when it is. */
  readonly trouble: BothLanguages | null;
};

/** A change went in; what its author should know about it. */
export type Noted = { readonly notes: readonly BothLanguages[] };
/** The same of a change of the plan. */
export type OnCallChange = Noted & { readonly id: string };
