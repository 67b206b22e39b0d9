import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { openConnection, type WriteDb } from '#core/store';
import type { MessageReason } from '#shared/messages';
import type { DeliveryReport } from '../driver.ts';
import type { ModemSigns, Said, SentPart } from './gammu-status.ts';
import type { GammuText, InboxRow } from './gammu-text.ts';

/**
 * The tables of gammu-smsd (its schema 17), as far as they are used. They belong to another program that writes to them
 * all the time: each visit opens the file anew, so that one that was replaced is noticed, is over within milliseconds, and
 * a lock is an answer and not a reason to wait.
 */

/** As long as the core's thread may be held for a lock. */
const BUSY_MS = 4;
const VERSION = 17;
/** Rows of ours begin so, and other programs' are left alone. */
const OURS = 'nightdesk:';
/** Rows of ours that are taken back begin so, until that has been told: gammu-smsd leaves them alone. */
const BACK = 'nightdesk-back:';
/** How many messages back a key is looked for: rows of the outbox expire long before as many have left after them. */
const LOOK_BACK = 2_000;
/** Texts that come in are taken in this many rows a time. */
const INBOX_BATCH = 200;
/** What has lain unread for longer than any desk is away was there before the desk was, and answers nothing it asked. */
const INBOX_DAYS = 3;

const creatorOf = (key: string): string => `${OURS}${key}`;

export type Visited<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: MessageReason; readonly isBusy: boolean };

const cannot = (reason: MessageReason): Visited<never> => ({ ok: false, reason, isBusy: reason === 'databaseBusy' });

/** What SQLite's refusal means. What is no refusal of SQLite is a bug, and thrown. */
function troubleOf(error: unknown): Visited<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE_')) throw error;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return cannot('databaseBusy');
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) return cannot('databaseReadOnly');
  // A table or column that is not there, or no database at all.
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR') return cannot('databaseForeign');
  return cannot(`databaseFailed:${code}`);
}

/** Identifies the file, so that what is remembered about one is not believed of the next; null where there is none. */
export function fileMark(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? `${found.dev}:${found.ino}` : null;
}

/** Opens the database, looks or writes, and closes it. */
export function visit<Value>(path: string, work: (db: WriteDb) => Value): Visited<Value> {
  if (fileMark(path) === null) return cannot('databaseMissing');
  try {
    const db = openConnection(path, { isReadOnly: false, busyMs: BUSY_MS, mustExist: true });
    try {
      return { ok: true, value: work(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    return troubleOf(error);
  }
}

/** Why messages could not be sent over this database, as far as it shows; null where nothing speaks against it. */
export function unfitFor(path: string, db: WriteDb): MessageReason | null {
  const version = db.get<{ version: number }>('SELECT MAX(Version) AS version FROM gammu')?.version ?? 0;
  if (version < VERSION) return `databaseVersion:${version}:${VERSION}`;
  try {
    // Its journal is a file beside it.
    accessSync(dirname(path), constants.W_OK);
  } catch {
    return 'databaseReadOnly';
  }
  db.transact(() => undefined);
  return null;
}

export function modemSigns(db: WriteDb, phoneId: string | null): ModemSigns {
  const phone = db.get<{ ageS: number; signal: number }>(
    `SELECT strftime('%s', 'now') - strftime('%s', UpdatedInDB) AS ageS, Signal AS signal
       FROM phones WHERE ? IS NULL OR ID = ? ORDER BY UpdatedInDB DESC LIMIT 1`,
    phoneId,
    phoneId,
  );
  const queue = db.get<{ queued: number; waitedS: number | null }>(
    `SELECT COUNT(*) AS queued,
            MAX(CASE WHEN SendingDateTime <= datetime('now') AND CreatorID GLOB '${OURS}*'
                THEN strftime('%s', 'now') - strftime('%s', SendingDateTime) END) AS waitedS
       FROM outbox WHERE CreatorID NOT GLOB '${BACK}*'`,
  );
  const last = db.get<{ ageS: number }>(
    `SELECT strftime('%s', 'now') - strftime('%s', SendingDateTime) AS ageS FROM sentitems
      WHERE Status NOT IN ('SendingError', 'Error') AND (? IS NULL OR SenderID = ?) ORDER BY ID DESC LIMIT 1`,
    phoneId,
    phoneId,
  );
  const movedS = last?.ageS ?? Number.POSITIVE_INFINITY;
  return {
    // While it sends a long text it does not say that its modem is there.
    ageS: phone === undefined ? null : Math.min(phone.ageS, movedS),
    signal: phone?.signal ?? -1,
    queued: queue?.queued ?? 0,
    // A long queue that moves is not stuck.
    waitedS: Math.min(queue?.waitedS ?? 0, movedS),
  };
}

export type KnownMessage = { readonly id: number; readonly isQueued: boolean; readonly parts: readonly SentPart[] };

type SentRow = SentPart & { readonly id: number; readonly creator: string; readonly isQueued: 0 | 1 };

const SENT_COLUMNS = `s.ID AS id, s.CreatorID AS creator, s.Status AS status, s.StatusError AS statusError,
  s.StatusCode AS statusCode, EXISTS (SELECT 1 FROM outbox o WHERE o.ID = s.ID) AS isQueued`;

/** The newest message under this key, waiting or sent. */
export function messageOf(db: WriteDb, key: string): KnownMessage | null {
  const waiting = db.get<{ id: number }>('SELECT ID AS id FROM outbox WHERE CreatorID = ?', creatorOf(key));
  const sent = db.all<SentRow>(
    `SELECT ${SENT_COLUMNS} FROM sentitems s
      WHERE s.ID > (SELECT MAX(ID) FROM sentitems) - ${LOOK_BACK} AND s.CreatorID = ?`,
    creatorOf(key),
  );
  const id = waiting?.id ?? sent.reduce((newest, row) => Math.max(newest, row.id), 0);
  if (id === 0) return null;
  return { id, isQueued: waiting !== undefined, parts: sent.filter((row) => row.id === id) };
}

export type Queued = {
  readonly key: string;
  readonly to: string;
  readonly text: GammuText;
  readonly phoneId: string | null;
  /** In steps of five minutes, less one; below 0 for as long as the network likes. */
  readonly validity: number;
};

/** Queues a message. Returns its number. Meant for the inside of a transaction: gammu-smsd must not see half of it. */
export function queueMessage(db: WriteDb, { key, to, text, phoneId, validity }: Queued): number {
  const [first, ...others] = text.parts;
  // What was told of an earlier try under this key is not to be told again.
  const told = `${BACK}${JSON.stringify([key]).slice(0, -1)},`;
  for (const row of db.all<{ id: number }>(
    'SELECT ID AS id FROM outbox WHERE substr(CreatorID, 1, length(?)) = ?',
    told,
    told,
  ))
    removeWaiting(db, row.id);
  if (!first) throw new Error('a message without a part');
  db.run(
    `INSERT INTO outbox (CreatorID, DestinationNumber, Text, TextDecoded, Coding, UDH, MultiPart, SenderID,
       RelativeValidity, DeliveryReport) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'yes')`,
    creatorOf(key),
    to,
    first.hex,
    first.text,
    text.coding,
    first.header,
    others.length > 0 ? 'true' : 'false',
    phoneId,
    validity,
  );
  const id = db.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id;
  if (id === undefined) throw new Error('a row that was inserted has no number');
  for (const [index, part] of others.entries())
    db.run(
      `INSERT INTO outbox_multipart (ID, SequencePosition, Text, TextDecoded, Coding, UDH) VALUES (?, ?, ?, ?, ?, ?)`,
      id,
      index + 2,
      part.hex,
      part.text,
      text.coding,
      part.header,
    );
  return id;
}

export type SentMessage = KnownMessage & { readonly key: string };

/** Our messages from number `from` on of which at least a part was tried, oldest first. */
export function sentSince(db: WriteDb, from: number): readonly SentMessage[] {
  const rows = db.all<SentRow>(
    `SELECT ${SENT_COLUMNS} FROM sentitems s WHERE s.ID >= ? AND s.CreatorID GLOB '${OURS}*'
      ORDER BY s.ID, s.SequencePosition`,
    from,
  );
  const byId = Map.groupBy(rows, (row) => row.id);
  return [...byId].map(([id, parts]) => ({
    id,
    key: parts[0]?.creator.slice(OURS.length) ?? '',
    isQueued: parts.some((part) => part.isQueued === 1),
    parts,
  }));
}

/** The number of the last message that was queued or tried. */
export function lastNumber(db: WriteDb): number {
  return (
    db.get<{ last: number | null }>("SELECT MAX(seq) AS last FROM sqlite_sequence WHERE name = 'outbox'")?.last ?? 0
  );
}

export type Waiting = {
  readonly id: number;
  readonly key: string;
  readonly statusCode: number;
  /** Since it was queued. */
  readonly ageS: number;
  /** Until it is tried, or tried again; below 1 where it could leave now. */
  readonly dueInS: number;
  readonly retries: number;
  /** gammu-smsd has had it in hand, or has sent a part of it: how far that came is not known. */
  readonly wasInHand: boolean;
};

/** gammu-smsd keeps what it has in hand from others for so long; a longer time is a pause between two tries. */
export const IN_HAND_S = 60;

/** Our messages that wait. */
export function waiting(db: WriteDb): readonly Waiting[] {
  const rows = db.all<Omit<Waiting, 'key' | 'wasInHand'> & { creator: string; wasInHand: 0 | 1 }>(
    `SELECT ID AS id, CreatorID AS creator, StatusCode AS statusCode, Retries AS retries,
            strftime('%s', SendingTimeOut) > strftime('%s', InsertIntoDB)
              OR EXISTS (SELECT 1 FROM sentitems s WHERE s.ID = outbox.ID) AS wasInHand,
            strftime('%s', 'now') - strftime('%s', InsertIntoDB) AS ageS,
            strftime('%s', SendingTimeOut) - strftime('%s', 'now') AS dueInS
       FROM outbox WHERE CreatorID GLOB '${OURS}*' ORDER BY ID`,
  );
  return rows.map(({ creator, wasInHand, ...row }) => ({
    ...row,
    wasInHand: wasInHand === 1,
    key: creator.slice(OURS.length),
  }));
}

const Back = z.tuple([z.string(), z.record(z.string(), z.unknown())]);

/**
 * Takes back what waits, unless gammu-smsd has it in hand by now: from then on it cannot leave, and what is to be told of it
 * stands beside it until `removeWaiting`. The core may die in between without anything being lost or leaving twice.
 */
export function setAside(db: WriteDb, { id, key }: Waiting, said: Said): void {
  db.run(
    `UPDATE outbox SET CreatorID = ?, SendingDateTime = '9999-12-31 00:00:00'
      WHERE ID = ? AND strftime('%s', SendingTimeOut) - strftime('%s', 'now') NOT BETWEEN 1 AND ${IN_HAND_S}`,
    `${BACK}${JSON.stringify([key, said])}`,
    id,
  );
}

export type Aside = { readonly id: number; readonly report: DeliveryReport };

/** What was taken back and has not been told yet. */
export function setAsides(db: WriteDb): readonly Aside[] {
  const rows = db.all<{ id: number; creator: string }>(
    `SELECT ID AS id, CreatorID AS creator FROM outbox WHERE CreatorID GLOB '${BACK}*' ORDER BY ID`,
  );
  return rows.map(({ id, creator }) => {
    const [key, said] = Back.parse(JSON.parse(creator.slice(BACK.length)));
    return { id, report: { ...(said as Said), key } }; // as it was written above
  });
}

/** It waits no more. */
export function removeWaiting(db: WriteDb, id: number): void {
  db.run('DELETE FROM outbox WHERE ID = ?', id);
  db.run('DELETE FROM outbox_multipart WHERE ID = ?', id);
}

/** Rows of the inbox that nobody has taken yet, from number `from` on. */
export function unread(db: WriteDb, from: number, phoneId: string | null): readonly InboxRow[] {
  return db.all<InboxRow>(
    `SELECT ID AS id, SenderNumber AS sender, Text AS hex, TextDecoded AS decoded, UDH AS header,
            ReceivingDateTime AS receivedAt, strftime('%s', 'now') - strftime('%s', UpdatedInDB) AS ageS
       FROM inbox WHERE ID >= ? AND Processed = 'false' AND (? IS NULL OR RecipientID = ?)
        AND UpdatedInDB > datetime('now', '-${INBOX_DAYS} days')
      ORDER BY ID LIMIT ${INBOX_BATCH}`,
    from,
    phoneId,
    phoneId,
  );
}

export function lastReceived(db: WriteDb): number {
  return db.get<{ last: number | null }>('SELECT MAX(ID) AS last FROM inbox')?.last ?? 0;
}

/** They are ours now: gammu-smsd's mark for it. */
export function markRead(db: WriteDb, rows: readonly InboxRow[]): void {
  db.transact(() => {
    for (const { id } of rows) db.run("UPDATE inbox SET Processed = 'true' WHERE ID = ?", id);
  });
}
