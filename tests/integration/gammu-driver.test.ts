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

/** The message has left gammu-smsd's outbox for its list of what was sent. */
function leave({ run }: GammuTables, key: string, status: string, more: { error?: number; code?: number } = {}): void {
  run(
    `INSERT INTO sentitems (ID, CreatorID, Text, UDH, SenderID, DestinationNumber, Status, StatusError, StatusCode)
     SELECT ID, CreatorID, Text, '', 'stick1', DestinationNumber, ?, ?, ? FROM outbox WHERE CreatorID = ?`,
    status,
    more.error ?? -1,
    more.code ?? -1,
    `nightdesk:${key}`,
  );
  run('DELETE FROM outbox WHERE CreatorID = ?', `nightdesk:${key}`);
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
    expect(ask('SELECT CreatorID, DestinationNumber, Coding, MultiPart, SenderID, DeliveryReport FROM outbox')).toEqual([
      {
        CreatorID: "nightdesk:it's 1",
        DestinationNumber: VERA,
        Coding: 'Unicode_No_Compression',
        MultiPart: 'true',
        SenderID: 'stick1',
        DeliveryReport: 'yes',
      },
    ]);
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
    leave(opened, 'first', 'SendingOK');
    expect((await driver.health(patience())).level).toBe('ok');
  });
});

describe.skipIf(NO_TABLES !== '')(`what became of it${NO_TABLES}`, () => {
  it.each([
    ['SendingOK', {}, [['sent', null]]],
    ['SendingOKNoReport', {}, [['sent', null]]],
    ['DeliveryPending', { error: 0x30 }, [['sent', null]]],
    ['DeliveryOK', { error: 0 }, [['delivered', null]]],
    ['DeliveryFailed', { error: 65 }, [['failed', 'notDelivered:65']]],
    ['DeliveryFailed', { error: 70 }, [['failed', 'expiredOnTheWay:70']]],
    ['SendingError', { code: 38 }, [['failed', 'networkTrouble:CMS 38']]],
    ['SendingError', { code: 28 }, [['failed', 'numberRefused:CMS 28']]],
    ['SendingError', { code: 10 }, [['failed', 'simBarred:CMS 10']]],
    ['SendingError', { code: 310 }, [['failed', 'simMissing:CMS 310']]],
    ['SendingError', { code: 311 }, [['failed', 'simLocked:CMS 311']]],
    ['SendingError', { code: 330 }, [['failed', 'smsCentreUnknown:CMS 330']]],
    ['SendingError', { code: 331 }, [['failed', 'noNetwork:CMS 331']]],
    ['SendingError', { code: 500 }, [['failed', 'modemFailed:CMS 500']]],
    ['SendingError', {}, [['failed', 'modemFailed']]],
    ['Error', {}, [['failed', 'modemFailed']]],
  ] as const)('%s %j', async (status, more, expected) => {
    const opened = await tables();
    await opened.send('k');
    leave(opened, 'k', status, more);
    await opened.look();
    await opened.look();
    expect(opened.sink.reports.map(({ key, state, reason }) => [key, state, reason])).toEqual(
      expected.map((each) => ['k', ...each]),
    );
  });

  it('is told in words, in both languages', () => {
    expect(reasonWords('simBarred:CMS 10', 'en')).toBe(
      'the SIM may not send texts: no credit, or barred by its operator: CMS 10',
    );
    expect(reasonWords('modemGone', 'es')).toBe('desapareció el módem, o el programa que lo maneja (gammu-smsd)');
  });

  it('is delivered when every part is, and failed when one is', async () => {
    const opened = await tables();
    const { send, look, sink, run, ask } = opened;
    await send('parts', 'x'.repeat(400));
    const part = (nth: number, status: string) =>
      run(
        `INSERT INTO sentitems (ID, SequencePosition, CreatorID, Text, UDH, SenderID, Status)
         VALUES (1, ?, 'nightdesk:parts', '', '', 'stick1', ?)`,
        nth,
        status,
      );
    const states = () => sink.reports.map(({ state }) => state);
    part(1, 'DeliveryOK');
    await look();
    expect(states()).toEqual([]);
    part(2, 'SendingOK');
    part(3, 'SendingOK');
    run('DELETE FROM outbox');
    await look();
    expect(states()).toEqual(['sent']);
    run("UPDATE sentitems SET Status = 'DeliveryOK' WHERE SequencePosition = 2");
    await look();
    run("UPDATE sentitems SET Status = 'DeliveryOK'");
    await look();
    expect(states()).toEqual(['sent', 'delivered']);
    run("UPDATE sentitems SET Status = 'DeliveryFailed', StatusError = 65 WHERE SequencePosition = 3");
    await look();
    expect(states()).toEqual(['sent', 'delivered', 'failed']);
    expect(ask('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('may leave again under its key when nothing of it ever left, and not otherwise', async () => {
    const opened = await tables();
    await opened.send('k');
    leave(opened, 'k', 'SendingError', { code: 38 });
    await opened.look();
    expect(await opened.driver.find?.('k', patience())).toBe('absent');
    expect(await opened.send('k')).toEqual({ kind: 'accepted', ref: '2' });
    leave(opened, 'k', 'DeliveryOK', { error: 0 });
    await opened.look();
    expect(opened.sink.reports.map(({ state }) => state)).toEqual(['failed', 'delivered']);
    expect(await opened.send('k')).toEqual({ kind: 'duplicate', ref: '2' });
  });

  it('is taken back while the modem is gone, unless gammu-smsd has it in hand', async () => {
    const { send, look, modemSeen, run, ask, sink } = await tables();
    await send('old', 'x'.repeat(400));
    await send('inHand');
    run("UPDATE outbox SET InsertIntoDB = datetime('now', '-60 seconds')");
    run("UPDATE outbox SET SendingTimeOut = datetime('now', '+55 seconds') WHERE ID = 2");
    await look();
    expect(sink.reports).toEqual([]);
    modemSeen(3_600);
    sink.refuseNext(1);
    await look();
    expect(ask('SELECT ID FROM outbox')).toHaveLength(2);
    await look();
    expect(sink.reports).toEqual([{ key: 'old', state: 'failed', reason: 'modemPulled' }]);
    expect(ask('SELECT ID FROM outbox')).toEqual([{ ID: 2 }]);
    expect(ask('SELECT 1 FROM outbox_multipart')).toEqual([]);
  });

  it('is taken back when gammu-smsd rests for minutes after a refusal', async () => {
    const { send, look, run, ask, sink } = await tables();
    await send('k');
    run("UPDATE outbox SET Retries = 1, StatusCode = 38, SendingTimeOut = datetime('now', '+20 seconds')");
    await look();
    expect(sink.reports).toEqual([]);
    run("UPDATE outbox SET SendingTimeOut = datetime('now', '+600 seconds')");
    await look();
    expect(sink.reports).toEqual([{ key: 'k', state: 'failed', reason: 'networkTrouble:CMS 38' }]);
    expect(ask('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('of another program’s messages is none of ours', async () => {
    const { run, look, sink, modemSeen, ask } = await tables();
    run(`INSERT INTO outbox (CreatorID, DestinationNumber, InsertIntoDB) VALUES ('shop', ?, '2020-01-01')`, VERA);
    run(`INSERT INTO sentitems (ID, CreatorID, Text, UDH, SenderID) VALUES (7, 'shop', '', '', 'stick1')`);
    modemSeen(3_600);
    await look();
    expect(sink.reports).toEqual([]);
    expect(ask('SELECT 1 FROM outbox')).toHaveLength(1);
  });
});

describe.skipIf(NO_TABLES !== '')(`what comes in${NO_TABLES}`, () => {
  const texts = ({ sink }: GammuTables) => sink.replies.map(({ text }) => text);

  it('is joined from its parts, however they lie and wherever they were cut', async () => {
    const opened = await tables({ sender: '+12025550100' });
    const { received, look, sink } = opened;
    received({ from: VERA, hex: 'DD2700200062', header: '050003AA0202' });
    received({ from: '+12025550144', text: 'other', header: '050003AA0201' });
    received({ from: '12025550143', text: 'alone' });
    await look();
    expect(texts(opened)).toEqual(['alone']);
    received({ from: VERA, hex: '0061D83D', header: '050003AA0201' });
    await look();
    expect(texts(opened)).toEqual(['alone', 'a🔧 b']);
    expect(sink.replies[1]).toMatchObject({ from: VERA, to: '+12025550100' });
    // A header counts to 255 and begins again.
    received({ from: VERA, text: 'c', header: '050003AA0201' });
    received({ from: VERA, text: 'e', header: '050003AA0201' });
    received({ from: VERA, text: 'd', header: '050003AA0202' });
    received({ from: VERA, text: 'שלום 👍', header: '06080401020202' });
    await look();
    expect(texts(opened)).toEqual(['alone', 'a🔧 b', 'ed']);
  });

  it('is handed in with a gap when a part never comes', async () => {
    const opened = await tables();
    opened.received({ from: VERA, hex: '0061D83D', header: '050003AA0301' });
    opened.received({ from: VERA, text: 'z', header: '050003AA0303' });
    await opened.look();
    expect(texts(opened)).toEqual([]);
    opened.run('DROP TRIGGER update_inbox_time');
    opened.run("UPDATE inbox SET UpdatedInDB = datetime('now', '-700 seconds')");
    await opened.look();
    expect(texts(opened)).toEqual(['a� […] z']);
    await opened.look();
    expect(opened.sink.handedIn).toHaveLength(1);
  });

  it('is taken as it is when nobody could have written it so', async () => {
    const opened = await tables();
    const { received, look } = opened;
    received({ from: 'NETWORK', text: 'Your credit ends' });
    received({ from: '', text: 'from nobody' });
    received({ from: VERA, hex: 'not hex', header: 'zz' });
    received({ from: VERA, text: 'nowhere', header: '050003AA0205' });
    received({ from: VERA, text: 'zero', header: '050003AA0000' });
    received({ from: VERA, hex: 'D83D' });
    await look();
    expect(texts(opened)).toEqual(['Your credit ends', 'from nobody', '', 'nowhere', 'zero', '�']);
    expect(opened.sink.replies.map(({ from }) => from).slice(0, 2)).toEqual(['NETWORK', '']);
  });

  it('and lay there before the desk was is left alone', async () => {
    const opened = await tables();
    opened.received({ from: VERA, text: '1' });
    opened.run('DROP TRIGGER update_inbox_time');
    opened.run("UPDATE inbox SET UpdatedInDB = datetime('now', '-4 days')");
    opened.received({ from: VERA, text: '2' });
    await opened.look();
    expect(texts(opened)).toEqual(['2']);
  });

  it('for another modem, or read by another program, is left alone', async () => {
    const opened = await tables({ phoneId: 'stick1' });
    const { received, run, look } = opened;
    received({ from: VERA, text: 'mine' });
    received({ from: VERA, text: 'theirs' });
    received({ from: VERA, text: 'read' });
    run("UPDATE inbox SET RecipientID = 'stick2' WHERE ID = 2");
    run("UPDATE inbox SET Processed = 'true' WHERE ID = 3");
    await look();
    expect(texts(opened)).toEqual(['mine']);
    received({ from: VERA, text: 'next' });
    await look();
    expect(texts(opened)).toEqual(['mine', 'next']);
  });
});
