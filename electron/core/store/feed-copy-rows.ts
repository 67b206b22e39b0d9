import type { BothLanguages, FeedShift, ShiftRole, Trade } from '#shared/contract';
import type { ReadDb, WriteDb } from './connection.ts';
import { appendLine } from './log.ts';
import { type Author, countWrite } from './tables.ts';

/** Live calendars at rest: the last good copy of each, and how the last try to have a newer one ended. */

/** One entry of a live calendar as it was read, before anybody knows whom it means. */
export type FeedEvent = {
  /** The same for the same occurrence in every copy. */
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  /** What beside the title may say who: numbers in E.164 of its own column, those in a description, e-mail addresses. */
  readonly phones: readonly string[];
  readonly notedPhones: readonly string[];
  readonly emails: readonly string[];
  /** What columns of a sheet say; null where there is none or it is empty. `place`: a property or group, as written. */
  readonly trade: Trade | null;
  readonly role: ShiftRole | null;
  readonly place: string | null;
  /** Line or row in the file; 0 where it has none. */
  readonly line: number;
};

export type FeedRemark = { readonly line: number; readonly reason: BothLanguages };

/** The copy in force. `shifts` holds what was on duty before, too: that is never changed any more. */
export type FeedCopy = {
  readonly feedId: string;
  /** When what it says last changed. */
  readonly copiedAt: number;
  readonly shifts: readonly FeedShift[];
  readonly events: readonly FeedEvent[];
  readonly broken: readonly FeedRemark[];
  /** SHA-256 of the calendar as it came. */
  readonly sha256: string;
  /** SHA-256 of events and remarks: the same while it says the same. */
  readonly print: string;
  /** Titles that nobody answers to, each with whom it could mean. */
  readonly unmapped: readonly (readonly [title: string, guesses: readonly string[]])[];
  /** Rows that name a place which is not on file. */
  readonly unplaced: readonly FeedRemark[];
  /** Up to when its rules were worked out. */
  readonly expandedTo: number;
  /** Fingerprint of whatever events were made shifts with: mappings, responders, places. */
  readonly resolvedWith: string;
};

/** How asking stands. `tags`: what a server or a file system gave to ask by next time; no address is among them. */
export type FeedCheck = {
  readonly feedId: string;
  /** When it was last asked and answered; null while it never has. */
  readonly checkedAt: number | null;
  /** Since when every try has failed; null when the last one did not. */
  readonly failingSince: number | null;
  readonly trouble: BothLanguages | null;
  readonly tags: Readonly<Record<string, string>>;
};

type CopyRow = { feedId: string; copiedAt: number; shifts: string; facts: string };
type CheckRow = {
  feedId: string;
  checkedAt: number | null;
  failingSince: number | null;
  trouble: string | null;
  tags: string;
};

type Kept = { readonly texts: readonly string[]; readonly shifts: readonly FeedShift[] };
const kept = new WeakMap<ReadDb, Kept>();

/**
 * The stretches of duty in force of every live calendar, as they were mapped when each was copied. Any change of the desk
 * asks for them again, and they may be thousands: the list is the same one for as long as nothing of it has changed.
 */
export function feedShifts(db: ReadDb): readonly FeedShift[] {
  const texts = db.all<{ shifts: string }>('SELECT shifts FROM feed_copy ORDER BY feed_id').map(({ shifts }) => shifts);
  const known = kept.get(db);
  if (known && known.texts.length === texts.length && texts.every((text, at) => text === known.texts[at]))
    return known.shifts;
  const shifts = texts.flatMap((text) => JSON.parse(text) as FeedShift[]); // written by putFeedCopy and nobody else
  kept.set(db, { texts, shifts });
  return shifts;
}

/** The copy of one live calendar; null while none has come. */
export function feedCopy(db: ReadDb, feedId: string): FeedCopy | null {
  const row = db.get<CopyRow>(
    'SELECT feed_id AS feedId, copied_at AS copiedAt, shifts, facts FROM feed_copy WHERE feed_id = ?',
    feedId,
  );
  if (!row) return null;
  // Both written by putFeedCopy and nobody else.
  const facts = JSON.parse(row.facts) as Omit<FeedCopy, 'feedId' | 'copiedAt' | 'shifts'>;
  return { feedId, copiedAt: row.copiedAt, shifts: JSON.parse(row.shifts) as FeedShift[], ...facts };
}

export function putFeedCopy(db: WriteDb, { feedId, copiedAt, shifts, ...facts }: FeedCopy): void {
  countWrite(db, 'feed_copy');
  db.run(
    `INSERT INTO feed_copy (feed_id, copied_at, shifts, facts) VALUES (?, ?, ?, ?)
     ON CONFLICT (feed_id) DO UPDATE SET copied_at = excluded.copied_at, shifts = excluded.shifts, facts = excluded.facts`,
    feedId,
    copiedAt,
    JSON.stringify(shifts),
    JSON.stringify(facts),
  );
}

/** A copy says something else than before: what it says stands beside the log, the line holds how much, and its print. */
export function logFeedCopy(
  db: WriteDb,
  { feedId, sha256, events, broken, shifts }: FeedCopy,
  { at, by }: Author,
): void {
  const counts = {
    events: events.length,
    broken: broken.length,
    shifts: shifts.filter((each) => each.endsAt > at).length,
  };
  appendLine(db, null, { type: 'feedCopied', v: 1, at, by, feedId, sha256, ...counts });
}

/** How asking a live calendar stands; nothing is known of one that was never asked. */
export function feedCheck(db: ReadDb, feedId: string): FeedCheck {
  const row = db.get<CheckRow>(
    `SELECT feed_id AS feedId, checked_at AS checkedAt, failing_since AS failingSince, trouble, tags
     FROM feed_check WHERE feed_id = ?`,
    feedId,
  );
  if (!row) return { feedId, checkedAt: null, failingSince: null, trouble: null, tags: {} };
  // Both written by putFeedCheck and nobody else.
  const trouble = row.trouble === null ? null : (JSON.parse(row.trouble) as BothLanguages);
  return { ...row, trouble, tags: JSON.parse(row.tags) as Record<string, string> };
}

/** One statement, outside the log: asking once a minute is no change. */
export function putFeedCheck(db: WriteDb, check: FeedCheck): void {
  db.run(
    `INSERT INTO feed_check (feed_id, checked_at, failing_since, trouble, tags) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (feed_id) DO UPDATE SET checked_at = excluded.checked_at, failing_since = excluded.failing_since,
       trouble = excluded.trouble, tags = excluded.tags`,
    check.feedId,
    check.checkedAt,
    check.failingSince,
    check.trouble === null ? null : JSON.stringify(check.trouble),
    JSON.stringify(check.tags),
  );
}

/** Asking begins to fail, or works again. `code` is one of our own words: what a server says may repeat its address. */
export function logFeedTrouble(
  db: WriteDb,
  what: { readonly type: 'feedFails'; readonly feedId: string; readonly code: string } | FeedWorks,
  { at, by }: Author,
): void {
  const { type, ...facts } = what;
  appendLine(db, null, { type, v: 1, at, by, ...facts });
}
type FeedWorks = { readonly type: 'feedWorks'; readonly feedId: string; readonly failedSince: number };

/** Nobody asks it any more. Its copy stays, for what was on duty. */
export function removeFeedCheck(db: WriteDb, feedId: string): void {
  db.run('DELETE FROM feed_check WHERE feed_id = ?', feedId);
}
