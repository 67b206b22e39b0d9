import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConnection, putFeedCheck, putFeedCopy } from '#core/store';
import { calendarText, eventText } from '../calendar-text.ts';
import { NIGHT, type Night, openNight } from '../world.ts';
import { databaseOf, nightdesk, oneLine, start } from './past-night.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-oncall-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `calendar ${files}.ics`);
  writeFileSync(path, content);
  return path;
}

const ROTA = calendarText(
  eventText(
    'DTSTART;TZID=Central Standard Time:20261030T180000',
    'DTEND;TZID=Central Standard Time:20261031T070000',
    'RRULE:FREQ=DAILY;COUNT=3',
    'SUMMARY:Ana\\, night',
  ),
  eventText('DTSTART:20261031T180000', 'DURATION:PT13H', 'SUMMARY:Ben'),
  eventText('DTSTART;VALUE=DATE:20261101', 'SUMMARY:Holiday'),
);
const ASKED = ['--from', '2026-10-31T12:00:00Z', '--to', '2026-11-01T12:00:00Z', '--zone', 'America/Chicago'] as const;
const EXPECTED = [
  { start: '2026-10-31T23:00:00Z', end: '2026-11-01T12:00:00Z', title: 'Ben' },
  { start: '2026-10-31T23:00:00Z', end: '2026-11-01T13:00:00Z', title: 'Ana, night' },
  { start: '2026-11-01T05:00:00Z', end: '2026-11-02T06:00:00Z', title: 'Holiday' },
];

describe('nightdesk oncall --ics', () => {
  test.each(['UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Apia'])(
    'prints what overlaps, in UTC and in order, on a computer in %s',
    async (TZ) => {
      const ended = await start(['oncall', '--ics', file(ROTA), ...ASKED, '--json'], { env: { TZ } }).ended;
      expect(ended).toMatchObject({ code: 0, err: '' });
      expect(ended.out).toMatch(/^\[[^\n]*\]\n$/);
      expect(JSON.parse(ended.out)).toEqual(EXPECTED);
    },
  );

  test('reads dates and local times in the zone', async () => {
    const from = (time: string) =>
      nightdesk(
        'oncall',
        '--ics',
        file(ROTA),
        '--from',
        time,
        '--to',
        '2026-11-02',
        '--zone',
        'America/Chicago',
        '--json',
      );
    const answers = await Promise.all(
      ['2026-11-01', '2026-11-01T00:00', '2026-11-01 00:00:00', '2026-11-01T00:00-05:00', '20261101T050000Z'].map(from),
    );
    for (const { code, out } of answers) {
      expect(code).toBe(0);
      expect(JSON.parse(out)).toHaveLength(4);
    }
  });

  test('without --json lists for people, in the zone', async () => {
    const { code, out, err } = await nightdesk('oncall', '--ics', file(ROTA), ...ASKED);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')[1]).toBe('2026-10-31 18:00 CDT - 2026-11-01 07:00 CST  Ana, night');
    const none = await nightdesk('oncall', '--ics', file(calendarText()), ...ASKED);
    expect(none.out).toBe('Nothing in this time.\n');
  });

  test('what is broken goes to stderr, line by line; the rest is there', async () => {
    const broken = [eventText('DTSTART:soon', 'SUMMARY:Cy'), eventText('DTSTART;TZID=Moon/Crater:20261201T000000')];
    const path = file(ROTA.replace('BEGIN:VEVENT', `${broken.join('\r\n')}\r\nBEGIN:VEVENT`));
    const { code, out, err } = await nightdesk('oncall', '--ics', path, ...ASKED, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(EXPECTED);
    expect(err.trimEnd().split('\n')).toEqual([
      `${path}, line 6: The event "Cy" was left out: its DTSTART "soon" cannot be read.`,
      `${path}, line 11: The time zone "Moon/Crater" is unknown; its times are read in America/Chicago.`,
    ]);
  });

  test.each([
    ['not there', () => join(folder, 'nowhere.ics'), /cannot be read\. Check its name/],
    ['a folder', () => folder, /cannot be read/],
    ['empty', () => file(''), /line 1: The file is empty/],
    ['a page', () => file('<html><body>Sign in</body></html>'), /line 1: This is a web page/],
    ['no text', () => file(new Uint8Array([0x89, 0x50, 0, 0, 0, 0xff])), /line 1: This is not a text/],
    ['cut', () => file(ROTA.slice(0, -10)), /line 1: .*no END:VCALENDAR/],
    ['cut within an event', () => file(ROTA.slice(0, 200)), /line 4: .*no END:VEVENT/],
  ])('a file that is %s ends with 1 and one line', async (_what, path, expected) => {
    const { code, out, err } = await nightdesk('oncall', '--ics', path(), ...ASKED, '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(oneLine(err)).toBe(true);
    expect(err).toMatch(expected);
  });

  test.each([
    [['--from', '2026-10-31', '--to', '2026-11-01', '--zone', 'Moon/Crater'], /no time zone Moon\/Crater/],
    [['--from', 'soon', '--to', '2026-11-01', '--zone', 'UTC'], /--from soon is no time/],
    [['--from', '2026-10-31', '--to', '2026-02-30', '--zone', 'UTC'], /--to 2026-02-30 is no time/],
    [['--from', '2026-11-02', '--to', '2026-11-01', '--zone', 'UTC'], /--from is after --to/],
  ])('%j ends with 1 and one line', async (args, expected) => {
    const { code, out, err } = await nightdesk('oncall', '--ics', file(ROTA), ...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(oneLine(err)).toBe(true);
    expect(err).toMatch(expected);
  });

  test.each([
    [['--ics', 'x.ics']],
    [['--ics', 'x.ics', '--from', '2026-11-01', '--to', '2026-11-02']],
    [['--from', '2026-11-01', '--to', '2026-11-02', '--zone', 'UTC']],
    [['--ics', 'x.ics', ...ASKED, '--trade', 'plumbing']],
    [['tonight']],
  ])('%j is refused with the usage', async (args) => {
    const { code, err } = await nightdesk('oncall', ...args);
    expect(code).toBe(2);
    expect(err).toContain('Usage: nightdesk oncall');
  });

  test('speaks Spanish where the system does', async () => {
    const path = file(calendarText(eventText('DTSTART:pronto', 'SUMMARY:Ana')));
    const { code, err } = await start(['oncall', '--ics', path, ...ASKED], { env: { LANG: 'es_MX.UTF-8' } }).ended;
    expect(code).toBe(0);
    expect(err).toBe(`${path}, línea 6: El evento "Ana" se dejó fuera: su DTSTART "pronto" no se entiende.\n`);
  });
});

describe('nightdesk oncall', () => {
  const AT = new Date(NIGHT).toISOString();
  let night: Night;
  const ask = (...args: readonly string[]) => nightdesk('oncall', '--data', night.folder, '--at', AT, ...args);
  beforeAll(async () => {
    night = await openNight();
  });
  afterAll(() => night.end());

  const property = (index: number) => {
    const found = night.core.api.portfolio().properties[index];
    if (!found) throw new Error('the demo has properties');
    return found;
  };

  test('says who is on while a core runs: primary and backup, number, until when, why', async () => {
    const { code, out, err } = await ask('--trade', 'plumbing');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [head, trade, primary, backup] = out.split('\n');
    expect(head).toBe('The whole company, 2026-11-20 23:41 EST');
    expect(trade).toBe('plumbing');
    expect(primary).toMatch(
      /^ {2}primary {2}Marcus Chen .*, \+1\d{10}, until 2026-11-23 08:00 EST, then Aline Silva, rotation$/,
    );
    expect(backup).toMatch(/^ {2}backup {3}Aline Silva/);
  });

  test('all trades, and as an object that agrees with the desk', async () => {
    const [text, json] = await Promise.all([ask(), ask('--json')]);
    const answer = JSON.parse(json.out);
    const desk = night.core.api.onCallNow();
    expect(answer.trades.map((line: { trade: string }) => line.trade)).toEqual(desk.map(({ trade }) => trade));
    for (const [index, { primary, backup }] of desk.entries()) {
      expect(answer.trades[index].primary?.name).toBe(primary?.name);
      expect(answer.trades[index].backup?.name).toBe(backup?.name);
    }
    // Tonight Omar stands in for Tom, and from the morning on general has no backup.
    expect(text.out).toMatch(/covers for Tom Okonjo/);
    expect(text.out).toMatch(/gap: no backup from 2026-11-21 08:00 EST/);
  });

  test('a property by its name or id, a trade in either language', async () => {
    const { name, id } = property(0);
    const answers = await Promise.all([
      ask('--property', name.toUpperCase(), '--trade', 'Plomería', '--json'),
      ask('--property', id, '--trade', 'plumbing', '--json'),
    ]);
    for (const { code, out } of answers)
      expect([code, JSON.parse(out)]).toMatchObject([0, { property: { id, name }, trades: [{ trade: 'plumbing' }] }]);
  });

  test('what nobody knows by that name ends with 1 and the names close to it', async () => {
    const { name } = property(0);
    const unknown = await ask('--property', name.slice(0, 5));
    expect(unknown).toMatchObject({ code: 1, out: '', err: expect.stringContaining(name) });
    const trade = await ask('--trade', 'plumming');
    expect(trade).toMatchObject({ code: 1, out: '', err: 'There is no trade plumming. Close to it: plumbing.\n' });
    const time = await nightdesk('oncall', '--data', night.folder, '--at', 'tonight');
    expect(time).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^--at tonight is no time\.[^\n]+\n$/) });
    for (const { err } of [unknown, trade]) expect(oneLine(err)).toBe(true);
  });

  test('out of a live calendar, with the age of the copy and whether it answers', async () => {
    const { responders } = night.core.api.calendar({ from: NIGHT, to: NIGHT + 1 });
    const [luis] = responders.filter(({ name }) => name.startsWith('Luis'));
    const key = { trade: 'elevator', role: 'primary', propertyId: null, group: null } as const;
    const feed = { id: 'f', name: 'Night rota', kind: 'ics', username: '', zone: 'America/New_York', ...key };
    const shift = {
      ...key,
      id: 's',
      feedId: 'f',
      responderId: luis?.id ?? '',
      title: 'Luis  ',
      startsAt: NIGHT - 1,
      endsAt: NIGHT + 3_600_000,
    };
    const connection = openConnection(databaseOf(night.folder), { isReadOnly: false, busyMs: 5_000 });
    connection.transact(() => {
      connection.run('INSERT INTO feed (id, body) VALUES (?, ?)', 'f', JSON.stringify(feed));
      putFeedCopy(connection, {
        ...{ feedId: 'f', copiedAt: NIGHT, shifts: [shift], events: [], broken: [], sha256: '' },
        ...{ print: '', unmapped: [], unplaced: [], expandedTo: NIGHT, resolvedWith: '' },
      });
      putFeedCheck(connection, { feedId: 'f', checkedAt: NIGHT, failingSince: NIGHT, trouble: null, tags: {} });
    });
    connection.close();
    // The demo has a rotation for elevators; what a calendar says comes before it.
    const { out } = await ask('--trade', 'elevator');
    expect(out).toMatch(/Luis [^\n]*calendar Night rota: "Luis", copy \d+ min old, DOES NOT ANSWER/);
  });

  test('no database yet, and one of an older Nightdesk, in one sentence', async () => {
    const none = await nightdesk('oncall', '--data', join(folder, 'nothing'));
    expect(none).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^There is no Nightdesk database in .+/),
    });
    const old = mkdtempSync(join(folder, 'old-'));
    const connection = openConnection(databaseOf(old), { isReadOnly: false, busyMs: 1_000 });
    connection.script('PRAGMA user_version = 10');
    connection.close();
    const older = await nightdesk('oncall', '--data', old);
    expect(older).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Start Nightdesk once') });
    for (const { err } of [none, older]) expect(oneLine(err)).toBe(true);
  });
});
