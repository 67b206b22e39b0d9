import type { BothLanguages, Instant } from '#shared/contract';

/** What of a calendar is wanted: whatever overlaps `[from, to)`. `zone`: for times without a zone, and for whole days. */
export type CalendarWindow = { readonly from: Instant; readonly to: Instant; readonly zone: string };

/** One occurrence, uncut. */
export type CalendarEvent = {
  /** The same for the same occurrence in every copy of the calendar, also where it was moved. */
  readonly id: string;
  /** As it stands in the calendar; empty where it has none. */
  readonly uid: string;
  readonly start: Instant;
  /** Not before `start`; the same where the calendar gives no end. */
  readonly end: Instant;
  readonly title: string;
  readonly description: string;
  readonly isAllDay: boolean;
  /** E-mail addresses in small letters. */
  readonly organizer: string | null;
  readonly attendees: readonly string[];
};

/** Something about a line of the file, the first being 1. */
export type LineRemark = { readonly line: number; readonly reason: BothLanguages };

/** What a calendar file says, or why it says nothing. */
export type CalendarReading =
  | {
      readonly ok: true;
      /** In order of start, end and title. */
      readonly events: readonly CalendarEvent[];
      /** Events that could not be read and are missing above. */
      readonly broken: readonly LineRemark[];
      /** What was read, but not quite as it stands there. */
      readonly notes: readonly LineRemark[];
    }
  | ({ readonly ok: false } & LineRemark);
