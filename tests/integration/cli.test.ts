import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAnchor, verifyLog, verifyReadModels } from '#core/guard';
import { keepAddress } from '#core/serve';
import { appendLine, logHead, openForReading, openStore } from '#core/store';
import {
  databaseOf,
  fileWith,
  harm,
  nightdesk,
  oneLine,
  type PastNight,
  pastNight,
  type Running,
  start,
} from './past-night.ts';

let night: PastNight;
const started: Running[] = [];
beforeAll(async () => {
  night = await pastNight();
});
afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  night.remove();
});

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const headOf = (folder: string) => {
  const { read, close } = openForReading(folder);
  try {
    return logHead(read);
  } finally {
    close();
  }
};
/** The log's own guard, taken away as somebody with the file in hand could. */
const UNGUARDED = 'DROP TRIGGER log_no_update; DROP TRIGGER log_no_delete;';

describe('arguments', () => {
  test.each([
    [['nope'], /^There is no command nope\.\nUsage: nightdesk COMMAND\n/],
    [[], /^Usage: nightdesk COMMAND\n/],
    [['verify', '--anhcor', '1'], /^There is no option --anhcor\.\nUsage: nightdesk verify .+\n$/],
    [['verify', '--data'], /^The value of --data is missing or too much\.\nUsage: /],
    [['verify', '--anchor', '12:abc'], /^The anchor is not SEQ:HASH .+\nUsage: /],
    [['serve', 'now'], /^now is not expected here\.\nUsage: nightdesk serve /],
    [['serve', '--port', '70000'], /^Usage: nightdesk serve /],
    [['rebuild'], /^Usage: nightdesk rebuild --check /],
  ])('%j is refused with the usage', async (args, expected) => {
    const { code, out, err } = await nightdesk(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
  });

  test('in Spanish where the system speaks it', async () => {
    const { code, err } = await start(['verify', '--x'], { env: { LANG: 'es_US.UTF-8' } }).ended;
    expect(code).toBe(2);
    expect(err).toMatch(/^No existe la opción --x\.\nUso: nightdesk verify /);
  });
});

describe('verify', () => {
  test('a night that nobody touched holds, with its head as anchor', async () => {
    const folder = night.copy();
    const head = headOf(folder);
    const { code, out, err } = await nightdesk('verify', '--data', folder, '--anchor', `${head.seq}:${head.hash}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`ok: ${head.seq.toLocaleString('en-US')} lines, head ${head.seq}:${head.hash}, 0 redacted\n`);
  });

  test('the first line that does not hold is named, in one sentence', async () => {
    const folder = night.copy();
    harm(folder, `${UNGUARDED} UPDATE log SET payload = replace(payload, '"v":1', '"v":2') WHERE seq = 7`);
    const { code, out, err } = await nightdesk('verify', '--data', folder);
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: 'Line 7 was changed: it does not match its hash.\n',
    });
  });

  test.each([
    ['a deleted line', 'DELETE FROM log WHERE seq = 9', 9],
    ['a changed hash', `UPDATE log SET hash = '${'0'.repeat(64)}' WHERE seq = 5`, 5],
    ['a cut tail', 'DELETE FROM log WHERE seq > 20', 21],
    ['an emptied log', 'DELETE FROM log', 1],
  ])('%s', async (_what, sql, seq) => {
    const folder = night.copy();
    const head = headOf(folder);
    harm(folder, UNGUARDED + sql);
    expect(await verifyLog(folder, head)).toMatchObject({ ok: false, seq });
  });

  test('a log made anew from a line on holds by itself, and not against the anchor', async () => {
    const folder = night.copy();
    const head = headOf(folder);
    harm(folder, `${UNGUARDED} DELETE FROM log WHERE seq = ${head.seq}`);
    expect(await verifyLog(folder)).toMatchObject({ ok: true, lines: head.seq - 1 });
    const wrong = parseAnchor(`${head.seq - 1}:${head.hash}`);
    expect(await verifyLog(folder, wrong)).toMatchObject({ ok: false, seq: head.seq - 1 });
    expect(await verifyLog(folder, head)).toMatchObject({ ok: false, seq: head.seq });
  });

  test('a personal value that was changed or taken away is found; one that was redacted is counted', async () => {
    const folder = night.copy();
    harm(folder, 'DELETE FROM personal WHERE id IN (2, 3)');
    expect(await verifyLog(folder)).toMatchObject({ ok: false, reason: { en: expect.stringMatching(/is gone/) } });
    const store = openStore(folder);
    store.write.transact(() => appendLine(store.write, null, { type: 'redacted', v: 1, ids: ['2', '3'] }));
    store.close();
    expect(await verifyLog(folder)).toMatchObject({ ok: true, redacted: 2 });
    harm(folder, `UPDATE personal SET value = 'nobody called' WHERE id = 4`);
    expect(await verifyLog(folder)).toMatchObject({
      ok: false,
      reason: { en: expect.stringMatching(/^A personal value of line \d+ was changed/) },
    });
  });

  test('works beside a core that writes, and leaves the file as it is', async () => {
    const folder = night.copy();
    const store = openStore(folder);
    const before = sha256(databaseOf(folder));
    expect(await verifyLog(folder, headOf(folder))).toMatchObject({ ok: true });
    expect(sha256(databaseOf(folder))).toBe(before);
    store.close();
  });

  test('an evidence file, whole and altered', async () => {
    const folder = night.copy();
    const whole = fileWith(folder, 'evidence.json', night.evidence);
    const altered = fileWith(folder, 'altered.json', night.evidence.replace('"Dana Ruiz"', '"Nobody"'));
    const [good, bad, none] = await Promise.all(
      [whole, altered, join(folder, 'not-there.json')].map((file) => nightdesk('verify', file)),
    );
    expect(good).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^ok: \d+ lines, head \d+:[0-9a-f]{64}, 0 redacted\n$/),
    });
    expect(bad).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^A personal value of line \d+ was changed/),
    });
    expect(none).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Check its name') });
  });
});

describe('rebuild --check', () => {
  test('what is stored follows from the log; nothing is written', async () => {
    const folder = night.copy();
    const before = sha256(databaseOf(folder));
    expect(await nightdesk('rebuild', '--check', '--data', folder)).toEqual({
      code: 0,
      out: 'ok: 2 incidents, 0 differences\n',
      err: '',
    });
    expect(sha256(databaseOf(folder))).toBe(before);
  });

  test('differences are counted, and named without what they say about people', async () => {
    const folder = night.copy();
    harm(folder, `UPDATE incident SET tier = 'P3' WHERE number = 1001; DELETE FROM notified`);
    harm(folder, `INSERT INTO clock (incident_id, kind, token, due_at) VALUES ('i-nobody', 'step', 't', 1)`);
    const result = await verifyReadModels(folder);
    if (!result.ok) throw new Error(result.reason.en);
    const { code, out, err } = await nightdesk('rebuild', '--check', '--data', folder);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${result.differences.length} stored rows of 2 incidents do not follow from the log.\n`,
    });
    expect(out).toMatch(/^incident \S+: different\n/);
    expect(out).toMatch(/^notified .+: missing$/m);
    expect(out).toMatch(/^clock i-nobody step t: surplus$/m);
    expect(out).not.toMatch(/Dana|Silva/);
  });
});

describe('serve', () => {
  test('prints its address as one line, outlives its stdin, refuses a second core, stops cleanly', async () => {
    const folder = night.copy();
    const head = headOf(folder);
    const desk = start(['serve', '--data', folder, '--port', '0']);
    started.push(desk);
    const line = await desk.firstLine;
    if (typeof line !== 'string') throw new Error(line.err);
    const address: { url: string; token: string; pid: number } = JSON.parse(line);
    expect(address).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), pid: desk.child.pid });
    expect(JSON.parse(readFileSync(join(folder, 'core.json'), 'utf8'))).toEqual(address);
    desk.child.stdin?.end();

    const [second, doctor, verified] = await Promise.all([
      nightdesk('serve', '--data', folder),
      nightdesk('doctor', '--data', folder),
      nightdesk('verify', '--data', folder, '--anchor', `${head.seq}:${head.hash}`),
    ]);
    expect(second).toEqual({
      code: 3,
      out: '',
      err: expect.stringMatching(/^Another Nightdesk is already running on .+/),
    });
    expect(oneLine(second.err)).toBe(true);
    expect(doctor.out).toMatch(/^ok {4}The desk is running, on port \d+\.$/m);
    expect(verified).toMatchObject({ code: 0, err: '' });

    const headers = { authorization: `Bearer ${address.token}` };
    expect((await fetch(`${address.url}/shell/state`, { headers })).status).toBe(200);
    desk.child.kill('SIGTERM');
    expect(await desk.ended).toEqual({ code: 0, out: `${line}\n`, err: '' });
    expect(existsSync(join(folder, 'core.json'))).toBe(false);
    expect(await verifyLog(folder, head)).toMatchObject({ ok: true });
  });

  test('what nobody expected ends with one sentence; the trace is in the log file', async () => {
    const folder = night.copy();
    rmSync(join(folder, 'console.json'), { force: true });
    mkdirSync(join(folder, 'console.json'));
    const { code, out, err } = await nightdesk('serve', '--data', folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(oneLine(err)).toBe(true);
    const logFile = join(folder, 'nightdesk.log');
    expect(err).toContain(`Details are in ${logFile}.`);
    expect(readFileSync(logFile, 'utf8')).toMatch(/EISDIR.+\bat /);
  });
});

describe('doctor', () => {
  test('a sound folder passes, each finding on its line', async () => {
    const folder = night.copy();
    const { code, out, err } = await nightdesk('doctor', '--data', folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^(ok {4}|warn {2})[A-Za-z].*\.$/);
    for (const word of [
      'Node 24',
      'Time zone',
      'data folder',
      'disk',
      'better-sqlite3',
      'sound',
      'end of the log',
      'ort',
      'browser',
      'notify-send',
      'Kannel',
    ])
      expect(lines.filter((line) => line.includes(word))).not.toEqual([]);
  });

  test('says in Spanish what is broken, and that another program has the port', async () => {
    const folder = night.copy();
    const head = headOf(folder);
    harm(folder, `${UNGUARDED} UPDATE log SET payload = '{}' WHERE seq = ${head.seq - 3}`);
    const other = createServer((_request, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo; // a TCP server has one
    keepAddress(folder, { port, token: 'x'.repeat(43) });
    const { code, out, err } = await start(['doctor', '--data', folder], { env: { LANG: 'es_MX.UTF-8' } }).ended;
    other.close();
    expect({ code, err }).toEqual({ code: 1, err: 'Falló una comprobación; vea arriba.\n' });
    expect(out).toContain(`FAIL  La línea ${head.seq - 3} fue alterada: no coincide con su huella.\n`);
    expect(out).toContain(`warn  Otro programa usa el puerto ${port}.`);
  });

  test('a folder that is not there yet is no fault', async () => {
    const folder = join(night.copy(), 'a', 'b');
    const { code, out } = await nightdesk('doctor', '--data', folder);
    expect(code).toBe(0);
    expect(out).toContain(`ok    There is no database in ${folder} yet; the first start makes it.\n`);
    expect(existsSync(folder)).toBe(false);
  });
});
