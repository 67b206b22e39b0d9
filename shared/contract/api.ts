import { GivenAnswer } from './cards.ts';
import { Rotation, Shift, ShiftRole } from './oncall.ts';
import { FeedTitle } from './oncall-feeds.ts';
import { Ladder, Policy } from './policy.ts';
import { VendorTerms } from './portfolio.ts';
import { TriageMark } from './review.ts';
import { LIFE_SAFETY_KINDS } from './triage.ts';
import { Category, EmergencyCallAnswer, Instant, Language, OnBehalfWay, Outcome, Phone, Tier, Trade } from './words.ts';
import { z } from './zod.ts';

/** What the console may ask for: every input is parsed here before it reaches the desk. */

const LONGEST_CALENDAR_MS = 366 * 24 * 60 * 60_000;
const DUTY_KEY = { trade: Trade, role: ShiftRole, propertyId: z.string().nullable(), group: z.string().nullable() };
const shortText = z.string().trim().max(4000);
/** A place in the caller's words; empty in whatever was written before there was such a field. */
const placeText = z.string().trim().max(200).default('');
/** More than all cards together ask. */
const MOST_GIVEN = 150;
/** Answers to questions of cards in the order in which they were asked; none in whatever was written before there were any. */
const answers = z.array(GivenAnswer).max(MOST_GIVEN).readonly().default([]);

/** A half-written report: kept in the database so that closing the window loses nothing. */
export const ReportDraft = z.object({
  id: z.string().min(1).max(64),
  startedAt: Instant,
  callerPhone: z.string().max(40),
  callerName: z.string().max(200),
  language: Language.nullable(),
  calledNumber: z.string().max(40),
  propertyId: z.string().nullable(),
  placeText,
  unitId: z.string().nullable(),
  residentId: z.string().nullable(),
  text: shortText,
  answers,
  category: Category.nullable(),
  tier: Tier.nullable(),
  tierReason: z.string().max(500),
  permissionToEnter: z.enum(['yes', 'no', 'unknown']),
  /** A ladder for this incident only, made for what it was about then; another tier or place has its own. */
  ladderForThis: z.object({ tier: Tier, propertyId: z.string().nullable(), ladder: Ladder }).nullable().exactOptional(),
});
export type ReportDraft = Readonly<z.infer<typeof ReportDraft>>;

/** Opens an incident and starts its ladder. `requestId` makes a repeat of the same press harmless. */
export const ReportInput = z.object({
  requestId: z.string().min(8).max(64),
  draftId: z.string().nullable(),
  firstContactAt: Instant,
  callerPhone: z.string().max(40),
  callerName: z.string().trim().max(200),
  language: Language,
  /** Null for a building that is not in the portfolio: `placeText` names it, and the company's ladder runs. */
  propertyId: z.string().nullable(),
  placeText,
  unitId: z.string().nullable(),
  residentId: z.string().nullable(),
  text: shortText.min(1),
  answers,
  /** What the coordinator chose; null follows the verdict. */
  category: Category.nullable(),
  tier: Tier.nullable(),
  tierReason: z.string().trim().max(500),
  permissionToEnter: z.enum(['yes', 'no', 'unknown']),
  /** A ladder for this incident only; absent: as the policy says. */
  ladder: Ladder.exactOptional(),
});
export type ReportInput = Readonly<z.infer<typeof ReportInput>>;

const incident = { incidentId: z.string() };
const words = z.string().trim().max(1000);

/** Everything a coordinator can do to an incident. */
export const IncidentAction = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('acknowledgeFor'),
    ...incident,
    responderId: z.string(),
    via: OnBehalfWay,
    words: words.min(1),
    etaMinutes: z.number().int().min(1).max(600).nullable(),
  }),
  z.object({
    type: z.literal('declineFor'),
    ...incident,
    responderId: z.string(),
    via: OnBehalfWay,
    words: words.min(1),
  }),
  z.object({ type: z.literal('escalateNow'), ...incident }),
  /** Fires a later step now; `step` counts from 0. */
  z.object({ type: z.literal('jumpTo'), ...incident, step: z.number().int().min(0).max(11), reason: words.min(1) }),
  /** What is left of the running ladder is another one, for this incident only. */
  z.object({ type: z.literal('changeLadder'), ...incident, ladder: Ladder, words: words.min(1) }),
  /** The ladder waits; it goes on by itself. How long at most is the tier's. */
  z.object({
    type: z.literal('hold'),
    ...incident,
    minutes: z.number().int().min(1).max(1440),
    reason: words.min(1),
  }),
  z.object({ type: z.literal('endHold'), ...incident }),
  z.object({ type: z.literal('addPerson'), ...incident, responderId: z.string(), words: words.min(1) }),
  /** Somebody else has it from now on. */
  z.object({
    type: z.literal('handOver'),
    ...incident,
    responderId: z.string(),
    via: OnBehalfWay,
    words: words.min(1),
    etaMinutes: z.number().int().min(1).max(600).nullable(),
  }),
  /** Responder and caller on one line, by the desk's own telephone. */
  z.object({
    type: z.literal('connect'),
    ...incident,
    responderId: z.string(),
    result: z.enum(['connected', 'notReached']),
  }),
  /** Without a name: the next vendor approved for the place, the trade and the hour. */
  z.object({ type: z.literal('sendVendor'), ...incident, responderId: z.string().nullable(), reason: words.min(1) }),
  z.object({ type: z.literal('standDown'), ...incident, responderId: z.string(), reason: words.min(1) }),
  z.object({ type: z.literal('setEta'), ...incident, etaMinutes: z.number().int().min(1).max(600) }),
  z.object({ type: z.literal('markArrived'), ...incident }),
  z.object({
    type: z.literal('resolve'),
    ...incident,
    outcome: Outcome,
    /** What was done; only a P3 is closed without. */
    words,
  }),
  z.object({ type: z.literal('reopen'), ...incident, words: words.min(1) }),
  z.object({ type: z.literal('changeTier'), ...incident, tier: Tier, reason: words.min(1) }),
  /** It is of one trouble of the building with another, whose ladder climbs for both from now on. */
  z.object({
    type: z.literal('link'),
    ...incident,
    headId: z.string(),
    /** Others of the building that go with it, too. */
    withIt: z.array(z.string()).max(200).readonly().default([]),
  }),
  z.object({ type: z.literal('unlink'), ...incident, reason: words.min(1) }),
  z.object({
    type: z.literal('writeTo'),
    ...incident,
    to: z.enum(['resident', 'responders']),
    text: z.string().trim().min(1).max(600),
  }),
  z.object({ type: z.literal('note'), ...incident, words: words.min(1) }),
  z.object({ type: z.literal('answerEmergencyCall'), ...incident, answer: EmergencyCallAnswer }),
  /** What the resident wrote has been opened. */
  z.object({ type: z.literal('readWords'), ...incident }),
  /** What the morning manager thinks of the tier that triage gave; null takes the mark back. */
  z.object({ type: z.literal('markTriage'), ...incident, mark: TriageMark.nullable() }),
  z.object({
    type: z.literal('logCall'),
    ...incident,
    responderId: z.string(),
    result: z.enum(['reached', 'noAnswer', 'voicemail']),
  }),
]);
export type IncidentAction = Readonly<z.infer<typeof IncidentAction>>;
export type IncidentActionType = IncidentAction['type'];

/** What a person makes of a text nobody could place. */
export const InboxDecision = z.discriminatedUnion('as', [
  z.object({
    contactId: z.string(),
    as: z.literal('acknowledge'),
    incidentId: z.string(),
    etaMinutes: z.number().int().min(1).max(600).nullable(),
  }),
  z.object({ contactId: z.string(), as: z.literal('decline'), incidentId: z.string() }),
  z.object({ contactId: z.string(), as: z.literal('join'), incidentId: z.string() }),
  /** Writes back to whoever sent it; the words are the desk's own. */
  z.object({ contactId: z.string(), as: z.literal('answer'), text: z.string().trim().min(1).max(600) }),
  z.object({ contactId: z.string(), as: z.literal('ignore') }),
]);
export type InboxDecision = Readonly<z.infer<typeof InboxDecision>>;

export const PreviewInput = z.object({
  /** Null for a place that is not in the portfolio: the company's ladder runs. */
  propertyId: z.string().nullable(),
  trade: Trade,
  /** What the weather may tighten; absent where nobody has said yet. */
  category: Category.exactOptional(),
  tier: Tier,
  /** The resident's, for the text that they would get. */
  language: Language.default('en'),
  /** The danger to life that the words tell of: its fixed text goes before the receipt. */
  lifeSafety: z.enum(LIFE_SAFETY_KINDS).nullable().default(null),
  /** A ladder for this incident only; absent: as the policy says. */
  ladder: Ladder.exactOptional(),
});
export type PreviewInput = Readonly<z.infer<typeof PreviewInput>>;
export const SignInInput = z.object({ staffId: z.string(), pin: z.string().min(1).max(64) });
/** The next coordinator takes the desk in the middle of the night. */
export const HandOverDeskInput = z.object({
  staffId: z.string(),
  pin: z.string().min(1).max(64),
  /** What was said about it; may be empty. */
  words: z.string().trim().max(1000),
  /** The open P1 and P2 that were gone through together; all of them are wanted. */
  seen: z.array(z.string()).max(5_000),
});
export type HandOverDeskInput = Readonly<z.infer<typeof HandOverDeskInput>>;
/** Whether a second computer may ask how the desk is, and where it does. */
export const WatchSettings = z.object({
  isOn: z.boolean(),
  host: z.string().trim().min(1).max(200),
  port: z.number().int().min(0).max(65_535),
});
export type WatchSettings = Readonly<z.infer<typeof WatchSettings>>;
export const CompanyInput = z.object({
  name: z.string().trim().min(1).max(120),
  zone: z.string(),
  language: Language,
  staffName: z.string().trim().min(1).max(120),
  pin: z.string().regex(/^\d{4,12}$/),
});
export const ShiftInput = Shift;
/** One that begins before now begins now: who was on is not rewritten. */
export const CoverInput = z.object({
  ...DUTY_KEY,
  responderId: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  reason: z.string().trim().min(1).max(300),
  /** The removed cover that is put back: where it has not begun it counts from when it was first entered. */
  restores: z.string().optional(),
});
export type CoverInput = Readonly<z.infer<typeof CoverInput>>;
/** Two stretches whose holders change places, each the one `responderId` holds now. */
export const SwapInput = z.object({
  first: CoverInput.omit({ reason: true, restores: true }),
  second: CoverInput.omit({ reason: true, restores: true }),
  reason: z.string().trim().min(1).max(300),
});
export type SwapInput = Readonly<z.infer<typeof SwapInput>>;
/** From this second on; `until` null: as long as whoever is on now would have been. */
export const TakeOverInput = z.object({
  ...DUTY_KEY,
  responderId: z.string(),
  until: Instant.nullable(),
  reason: z.string().trim().min(1).max(300),
});
export type TakeOverInput = Readonly<z.infer<typeof TakeOverInput>>;
export const TimeOffInput = z.object({
  responderId: z.string(),
  substituteId: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  reason: z.string().trim().min(1).max(300),
});
export type TimeOffInput = Readonly<z.infer<typeof TimeOffInput>>;
export const GapDecisionInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('vendor'),
    ...DUTY_KEY,
    responderId: z.string(),
    until: Instant.nullable(),
    reason: z.string().trim().min(1).max(300),
  }),
  z.object({
    kind: z.literal('accepted'),
    ...DUTY_KEY,
    until: Instant,
    reason: z.string().trim().min(1).max(300),
  }),
]);
export type GapDecisionInput = Readonly<z.infer<typeof GapDecisionInput>>;
export const FeedTitleInput = FeedTitle.omit({ id: true });
export type FeedTitleInput = Readonly<z.infer<typeof FeedTitleInput>>;
export const ResponderInput = z.object({
  id: z.string().nullable(),
  name: z.string().trim().min(1).max(120),
  company: z.string().trim().max(120),
  role: z.enum(['technician', 'coordinator', 'manager', 'owner', 'vendor']),
  trades: z.array(Trade),
  phone: z.string().max(40),
  language: Language,
  isEmergencyVendor: z.boolean(),
  vendor: VendorTerms.exactOptional(),
  pushTopic: z.string().trim().min(1).max(200).exactOptional(),
  active: z.boolean(),
});
/** A stretch of the calendar; longer ones would hold up the core's thread. */
export const CalendarInput = z
  .object({ from: Instant, to: Instant })
  .refine(({ from, to }) => to > from && to - from <= LONGEST_CALENDAR_MS, { message: 'at most a year and a day' });
export const ImportInput = z.object({
  kind: z.enum(['properties', 'units', 'residents', 'responders', 'auto']),
  csv: z.string().max(20_000_000),
});
export const PracticeReply = z.object({ phone: Phone, text: z.string().trim().min(1).max(1600) });
export { Policy, Rotation, Shift };
