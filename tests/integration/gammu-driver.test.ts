import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDriver } from '#core/notify/gateways';
import { openConnection } from '#core/store';
import { reasonWords } from '#shared/messages';
import { patience } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';
import { type GammuTables, NO_TABLES, openTables, VERA } from './gammu-tables.ts';

/** The gammu driver over the tables of gammu-smsd, which a test fills in its place. */

let open: GammuTables | null = null;
async function tables(settings?: Readonly<Record<string, unknown>>): Promise<GammuTables> {
  open = await openTables(settings);
  return open;
}
afterEach(async () => {
  await open?.close();
  open = null;
});

/** Whether the database is fit, as Settings asks before it saves. */
async function healthOf(database: string): Promise<string> {
  const created = createDriver('gammu', { database }, QUIET);
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  const { level, detail } = await created.driver.health(patience());
  return `${level}: ${reasonWords(detail, 'en')}`;
}

describe.skipIf(NO_TABLES !== '')(`a database that is none${NO_TABLES}`, () => {
  it('says in a sentence what is wrong with it', async () => {
    const { database, run, modemSeen } = await tables();
    const other = `${database}.other`;
    expect(await healthOf(other)).toBe('down: there is no gammu-smsd database at that path');
    expect(await healthOf(dirname(database))).toBe('down: there is no gammu-smsd database at that path');
    writeFileSync(other, 'Dear diary, '.repeat(200));
    expect(await healthOf(other)).toBe('down: the file at that path is not a database of gammu-smsd');
    rmSync(other);
    const empty = openConnection(other, { isReadOnly: false, busyMs: 0 });
    empty.script('CREATE TABLE notes (text TEXT)');
    empty.close();
    expect(await healthOf(other)).toBe('down: the file at that path is not a database of gammu-smsd');
    expect(await healthOf(database)).toBe('ok: the modem answers: signal 64 %, 0 messages queued');
    run('UPDATE gammu SET Version = 13');
    expect(await healthOf(database)).toBe('down: the database of gammu-smsd has version 13, and 17 is needed');
    run('UPDATE gammu SET Version = 17');
    modemSeen(3_600);
    expect(await healthOf(database)).toBe('down: the modem, or the program that drives it (gammu-smsd), is gone');
    run('DELETE FROM phones');
    expect(await healthOf(database)).toBe('down: gammu-smsd has not found its modem yet');
  });

  it('sends nothing, throws nothing, and makes no file where there is none', async () => {
    const { database, driver, send, look, sink } = await tables();
    rmSync(database);
    expect(await send('gone')).toMatchObject({ kind: 'notSent', reason: 'databaseMissing' });
    expect(await driver.find?.('gone', patience())).toBe('cannotTell');
    await look();
    expect(await healthOf(database)).toContain('there is no gammu-smsd database');
    writeFileSync(database, 'Dear diary, '.repeat(200));
    expect(await send('gone')).toMatchObject({ kind: 'notSent', reason: 'databaseForeign' });
    await look();
    expect(sink.handedIn).toEqual([]);
  });

  it('is found again when it was deleted while it ran and made anew, and numbers count from 1 again', async () => {
    const { database, received, sink, look, send, run } = await tables();
    const empty = `${database}.empty`;
    copyFileSync(database, empty);
    received({ from: VERA, text: '1' });
    await look();
    expect((await send('before')).kind).toBe('accepted');
    rmSync(database);
    await look();
    copyFileSync(empty, database);
    run("UPDATE phones SET UpdatedInDB = datetime('now')");
    received({ from: VERA, text: '1' });
    run("UPDATE inbox SET ReceivingDateTime = datetime('now', '+5 seconds')");
    await look();
    expect(sink.replies.map(({ text }) => text)).toEqual(['1', '1']);
    expect((await send('before')).kind).toBe('accepted');
  });
});

describe.skipIf(NO_TABLES !== '')(`a lock${NO_TABLES}`, () => {
  it('is not waited for: not sent, tried again soon, and nothing is half written', async () => {
    const { database, send, look, driver, sink, received, ask } = await tables();
    received({ from: VERA, text: '2' });
    const gammu = openConnection(database, { isReadOnly: false, busyMs: 0 });
    gammu.script('BEGIN EXCLUSIVE');
    expect(await send('locked')).toEqual({ kind: 'notSent', reason: 'databaseBusy', retryAfterMs: 2_000 });
    expect(await driver.find?.('locked', patience())).toBe('cannotTell');
    expect(await driver.health(patience())).toEqual({ level: 'warn', detail: 'databaseBusy' });
    await look();
    expect(sink.replies).toEqual([]);
    gammu.script('COMMIT');
    gammu.close();
    await look();
    expect(sink.replies).toHaveLength(1);
    expect(ask('SELECT 1 FROM outbox')).toEqual([]);
    expect((await send('locked')).kind).toBe('accepted');
  });

  it('that ends meanwhile is not noticed', async () => {
    const { database, send } = await tables();
    const gammu = openConnection(database, { isReadOnly: false, busyMs: 0 });
    gammu.script('BEGIN EXCLUSIVE');
    const sending = send('soon');
    // The driver has met the lock by now, and the thread is ours while it waits.
    gammu.script('COMMIT');
    gammu.close();
    expect((await sending).kind).toBe('accepted');
  });

  it('while a reply is marked as read: it comes again under the same id, and then no more', async () => {
    const { database, look, sink, received, ask } = await tables();
    received({ from: VERA, text: '1' });
    const reader = openConnection(database, { isReadOnly: false, busyMs: 0 });
    // Somebody who reads keeps others from writing, not from reading.
    const rows = reader.iterate('SELECT * FROM gammu, phones');
    rows.next();
    await look();
    rows.return?.();
    reader.close();
    await look();
    await look();
    expect(sink.replies).toHaveLength(1);
    expect(new Set(sink.handedIn).size).toBe(1);
    expect(ask("SELECT 1 FROM inbox WHERE Processed = 'false'")).toEqual([]);
  });
});

describe.skipIf(NO_TABLES !== '')(`what is queued${NO_TABLES}`, () => {
  it('stands there once, whole, with our key', async () => {
    const { send, ask } = await tables({ phoneId: 'stick1' });
    const long = `${'á'.repeat(66)}${'🔧'.repeat(40)}`;
    expect(await send("it's 1", long)).toEqual({ kind: 'accepted', ref: '1' });
    expect(await send("it's 1", long)).toEqual({ kind: 'duplicate', ref: '1' });
    expect(ask('SELECT CreatorID, DestinationNumber, Coding, MultiPart, SenderID, DeliveryReport FROM outbox')).toEqual(
      [
        {
          CreatorID: "nightdesk:it's 1",
          DestinationNumber: VERA,
          Coding: 'Unicode_No_Compression',
          MultiPart: 'true',
          SenderID: 'stick1',
          DeliveryReport: 'yes',
        },
      ],
    );
    const parts = ask<{ TextDecoded: string; UDH: string }>(
      `SELECT TextDecoded, UDH, 1 AS nth FROM outbox
       UNION ALL SELECT TextDecoded, UDH, SequencePosition FROM outbox_multipart ORDER BY nth`,
    );
    expect(parts.map(({ TextDecoded }) => TextDecoded).join('')).toBe(long);
    expect(parts.map(({ UDH }) => UDH.replace(/^(050003)..(..)(..)$/, '$1 $2 $3'))).toEqual([
      '050003 03 01',
      '050003 03 02',
      '050003 03 03',
    ]);
  });

  it('is valid for as long as it is worth something', async () => {
    const { driver, ask } = await tables();
    const until = async (key: string, minutes: number | null) => {
      const expiresAt = minutes === null ? null : minutes * 60_000;
      await driver.send({ key, to: VERA, text: 'hello', expiresAt }, patience());
    };
    await until('none', null);
    await until('late', -5);
    await until('hour', 60);
    await until('day', 24 * 60);
    expect(ask('SELECT RelativeValidity AS steps FROM outbox ORDER BY ID')).toEqual(
      [-1, 0, 11, -1].map((steps) => ({ steps })),
    );
  });

  it('waits for no modem that is gone, and is refused where no modem could carry it', async () => {
    const { send, driver, modemSeen, ask } = await tables();
    modemSeen(600);
    expect(await send('gone')).toEqual({ kind: 'notSent', reason: 'modemGone', retryAfterMs: null });
    // It says so each time and means nothing by it: pulled out, a modem has a signal of nothing.
    modemSeen(0, 0);
    expect(await send('gone')).toMatchObject({ kind: 'notSent', reason: 'modemGone' });
    modemSeen(0);
    expect(await send('long', 'x'.repeat(153 * 255 + 1))).toMatchObject({ kind: 'rejected', reason: 'tooLong' });
    expect(await send('empty', '')).toMatchObject({ kind: 'rejected', scope: 'content' });
    const nobody = { key: 'nobody', to: "+1' OR 1=1", text: 'hello', expiresAt: null };
    expect(await driver.send(nobody, patience())).toMatchObject({ kind: 'rejected', scope: 'recipient' });
    expect(ask('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('is a gateway’s trouble when it does not move', async () => {
    const opened = await tables();
    const { send, driver, run } = opened;
    await send('first');
    run("UPDATE outbox SET SendingDateTime = datetime('now', '-300 seconds')");
    expect(await driver.health(patience())).toEqual({ level: 'down', detail: 'modemStuck:1' });
    await send('second');
    opened.leave('first', 'SendingOK');
    expect((await driver.health(patience())).level).toBe('ok');
  });
});
