import { afterEach, describe, expect, it } from 'vitest';
import { reasonWords } from '#shared/messages';
import { patience } from '../patience.ts';
import { type GammuTables, NO_TABLES, openTables, VERA } from './gammu-tables.ts';

/** What the gammu driver makes of the rows in which gammu-smsd tells what became of messages and what came in. */

let open: GammuTables | null = null;
async function tables(settings?: Readonly<Record<string, unknown>>): Promise<GammuTables> {
  open = await openTables(settings);
  return open;
}
afterEach(async () => {
  await open?.close();
  open = null;
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
    ['SendingError', { code: 10 }, [['returned', 'simBarred:CMS 10']]],
    ['SendingError', { code: 310 }, [['returned', 'simMissing:CMS 310']]],
    ['SendingError', { code: 311 }, [['returned', 'simLocked:CMS 311']]],
    ['SendingError', { code: 330 }, [['returned', 'smsCentreUnknown:CMS 330']]],
    ['SendingError', { code: 331 }, [['returned', 'noNetwork:CMS 331']]],
    ['SendingError', { code: 500 }, [['failed', 'modemFailed:CMS 500']]],
    ['SendingError', {}, [['failed', 'modemFailed']]],
    ['Error', {}, [['failed', 'modemFailed']]],
  ] as const)('%s %j', async (status, more, expected) => {
    const opened = await tables();
    await opened.send('k');
    opened.leave('k', status, more);
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

  it('is heard of a message that those after it have overtaken', async () => {
    const opened = await tables();
    for (const key of ['first', 'second', 'third']) await opened.send(key);
    opened.leave('second', 'DeliveryOK', { error: 0 });
    opened.leave('third', 'DeliveryOK', { error: 0 });
    await opened.look();
    await opened.look();
    opened.leave('first', 'SendingError', { code: 38 });
    await opened.look();
    expect(opened.sink.reports.map(({ key, state }) => [key, state])).toEqual([
      ['second', 'delivered'],
      ['third', 'delivered'],
      ['first', 'failed'],
    ]);
  });

  it('may leave again under its key when nothing of it ever left, and not otherwise', async () => {
    const opened = await tables();
    await opened.send('k');
    opened.leave('k', 'SendingError', { code: 38 });
    await opened.look();
    expect(await opened.driver.find?.('k', patience())).toBe('absent');
    expect(await opened.send('k')).toEqual({ kind: 'accepted', ref: '2' });
    opened.leave('k', 'DeliveryOK', { error: 0 });
    await opened.look();
    expect(opened.sink.reports.map(({ state }) => state)).toEqual(['failed', 'delivered']);
    expect(await opened.send('k')).toEqual({ kind: 'duplicate', ref: '2' });
  });

  it('is taken back while the modem is gone, unless gammu-smsd has it in hand', async () => {
    const { send, look, modemSeen, run, ask, sink } = await tables();
    await send('old', 'x'.repeat(400));
    await send('inHand');
    run(
      "UPDATE outbox SET InsertIntoDB = datetime('now', '-60 seconds'), SendingTimeOut = datetime('now', '-60 seconds')",
    );
    run("UPDATE outbox SET SendingTimeOut = datetime('now', '+55 seconds') WHERE ID = 2");
    await look();
    expect(sink.reports).toEqual([]);
    modemSeen(3_600);
    sink.refuseNext(1);
    await look();
    // From now on gammu-smsd leaves it alone, told or not.
    expect(ask("SELECT ID FROM outbox WHERE SendingDateTime < datetime('now', '1 day')")).toEqual([{ ID: 2 }]);
    await look();
    expect(sink.reports).toEqual([{ key: 'old', state: 'returned', reason: 'modemPulled', mayHaveLeft: false }]);
    expect(ask('SELECT ID FROM outbox')).toEqual([{ ID: 2 }]);
    expect(ask('SELECT 1 FROM outbox_multipart')).toEqual([]);
  });

  it('is taken back with a doubt where gammu-smsd has had it in hand, or has sent a part of it', async () => {
    const { send, look, modemSeen, run, sink } = await tables();
    await send('tried');
    await send('half', 'x'.repeat(400));
    run(
      "UPDATE outbox SET InsertIntoDB = datetime('now', '-60 seconds'), SendingTimeOut = datetime('now', '-60 seconds')",
    );
    run("UPDATE outbox SET SendingTimeOut = datetime('now', '-1 seconds') WHERE ID = 1");
    run(`INSERT INTO sentitems (ID, CreatorID, Text, UDH, SenderID, Status, SendingDateTime)
         VALUES (2, 'nightdesk:half', '', '', 'stick1', 'SendingOK', datetime('now', '-3600 seconds'))`);
    modemSeen(3_600);
    await look();
    expect(sink.reports).toEqual(
      ['tried', 'half'].map((key) => ({ key, state: 'returned', reason: 'modemPulled', mayHaveLeft: true })),
    );
  });

  it('that was taken back and told is not told again once it was queued anew', async () => {
    const opened = await tables();
    await opened.send('k');
    opened.leave('k', 'SendingError', { code: 310 });
    await opened.look();
    expect((await opened.send('k')).kind).toBe('accepted');
    // A core that starts again looks at everything.
    await opened.driver.stop();
    await opened.driver.start(opened.sink);
    await opened.look();
    expect(opened.sink.reports.map(({ state }) => state)).toEqual(['returned']);
    opened.run(
      'UPDATE outbox SET CreatorID = \'nightdesk-back:["k",{"state":"returned","reason":"modemPulled","mayHaveLeft":false}]\'',
    );
    expect(await opened.send('k')).toMatchObject({ kind: 'accepted' });
    expect(opened.ask('SELECT CreatorID FROM outbox')).toEqual([{ CreatorID: 'nightdesk:k' }]);
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
