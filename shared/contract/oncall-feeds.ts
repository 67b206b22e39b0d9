import { ShiftRole } from './oncall.ts';
import { TimeZone, Trade } from './words.ts';
import { z } from './zod.ts';

export const FEED_KINDS = ['ics', 'caldav', 'sheetFile', 'csvLink'] as const;

/**
 * A live calendar: an iCalendar address, a CalDAV collection, a CSV or XLSX file on this computer or the network, a CSV
 * link. Its address may be a password (Google's is): it is kept apart, written once and shown never.
 */
export const Feed = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(80),
  kind: z.enum(FEED_KINDS),
  /** For CalDAV; empty elsewhere. */
  username: z.string().max(120),
  /** For times without a zone and for whole days. */
  zone: TimeZone,
  /** What its events are, where neither a column nor the mapping of a title says otherwise. */
  trade: Trade,
  role: ShiftRole,
  propertyId: z.string().nullable(),
  group: z.string().trim().min(1).max(80).nullable(),
});
export type Feed = Readonly<z.infer<typeof Feed>>;

/** `id` null: a new one. An address or password left empty keeps what is stored. */
export const FeedInput = Feed.omit({ id: true })
  .extend({ id: z.string().nullable(), address: z.string().trim().max(2000), password: z.string().max(400) })
  .refine((each) => each.propertyId === null || each.group === null, { message: 'a property or a group, not both' });
export type FeedInput = Readonly<z.infer<typeof FeedInput>>;

/** Who a title means. `responderId` null: nobody, such events are left out. Trade and role null: as the feed says. */
export const FeedTitle = z.object({
  /** Feed and title, so that a title has one meaning in a feed. */
  id: z.string(),
  feedId: z.string(),
  title: z.string().max(400),
  responderId: z.string().nullable(),
  trade: Trade.nullable(),
  role: ShiftRole.nullable(),
});
export type FeedTitle = Readonly<z.infer<typeof FeedTitle>>;

/** Texts before a shift. */
export const ReminderSettings = z.object({
  isOn: z.boolean(),
  /** How long before the shift begins. */
  hoursBefore: z.number().int().min(1).max(72),
});
export type ReminderSettings = Readonly<z.infer<typeof ReminderSettings>>;
export const DEFAULT_REMINDERS: ReminderSettings = { isOn: true, hoursBefore: 24 };

/** Where others may fetch the schedule; off until somebody turns it on. */
export const ExportInput = z.object({
  isOn: z.boolean(),
  host: z.string().trim().min(1).max(200),
  port: z.number().int().min(0).max(65_535),
});
export type ExportInput = Readonly<z.infer<typeof ExportInput>>;
