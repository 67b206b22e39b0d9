import type { QueueRow } from './views.ts';
import type { Category, Instant, Language, Tier } from './words.ts';
import { z } from './zod.ts';

/** The morning manager's marks on what triage judged at night, and the figures that come from them. */

export const TRIAGE_MARKS = ['right', 'tooHigh', 'tooLow'] as const;
/** Whether the tier that triage gave was the right one. `tooHigh`: a false alarm. `tooLow`: a missed emergency. */
export const TriageMark = z.enum(TRIAGE_MARKS);
export type TriageMark = z.infer<typeof TriageMark>;

/** Periods the review can be asked for. */
export const REVIEW_DAYS = [1, 7, 30, 90] as const;
export const ReviewDays = z.literal(REVIEW_DAYS);
export type ReviewDays = z.infer<typeof ReviewDays>;

/** What a mark is about: what triage judged, not what a person made of it. */
export type Judged = { readonly tier: Tier; readonly category: Category };

/** How many incidents are alike in everything that is counted. `mark` null: not marked yet. */
export type ReviewTally = Judged & {
  /** The resident's. */
  readonly language: Language;
  /** A person has put it below the tier that was judged. */
  readonly isLowered: boolean;
  readonly mark: TriageMark | null;
  readonly count: number;
};

/** So many of so many: never a bare percent. */
export type Share = { readonly count: number; readonly of: number };

export type ReviewShares = {
  /** Of those that are to be marked. */
  readonly marked: Share;
  /** The four below are of the marked ones alone. */
  readonly right: Share;
  /** Too high, of those that were judged P1 or P2. */
  readonly falseAlarms: Share;
  /** Too low. */
  readonly missed: Share;
  /** Lowered by a person, of those that were judged P1. */
  readonly lowered: Share;
};

export type ReviewFigures = {
  readonly all: ReviewShares;
  readonly byLanguage: readonly (ReviewShares & { readonly language: Language })[];
  readonly byCategory: readonly (ReviewShares & { readonly category: Category })[];
};

/** One incident of the review. */
export type ReviewItem = {
  readonly row: QueueRow;
  readonly judged: Judged;
  readonly mark: { readonly mark: TriageMark; readonly at: Instant; readonly by: string } | null;
};

export type ReviewView = {
  readonly from: Instant;
  readonly figures: ReviewFigures;
  /** Not marked yet, newest first. */
  readonly waiting: readonly ReviewItem[];
  /** Marked, newest first. */
  readonly done: readonly ReviewItem[];
  /** Those that were marked too low, newest first. */
  readonly missed: readonly ReviewItem[];
};

/** A text with what triage made of it and what the manager made of that: for the test bench. */
export type MarkedText = {
  readonly incidentId: string;
  readonly number: number;
  readonly text: string;
  readonly language: Language;
  readonly hasVolunteeredNeed: boolean;
  readonly propertyId: string;
  readonly judged: Judged;
  readonly mark: TriageMark;
  readonly markedAt: Instant;
  readonly markedBy: string;
};
