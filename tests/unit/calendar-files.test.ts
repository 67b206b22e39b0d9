import { describe, expect, it, test } from 'vitest';
import { calendarText, eventText, linesOf, read } from '../calendar-text.ts';

/** Files as they come: folded, cut, wrong, old, and made by programs that do not know the standard. */

const good = eventText('UID:good', 'DTSTART:20261101T180000Z', 'DTEND:20261102T070000Z', 'SUMMARY:Ana');
const GOOD = '2026-11-01T18:00 2026-11-02T07:00 Ana';
const withoutEnd = (text: string): string => text.replace('END:VCALENDAR\r\n', '');

describe('a file that is no calendar, or not all of one, is refused with line and reason', () => {
  test.each([
    ['empty', '', 1, /empty/],
    ['blank', '\r\n  \r\n', 1, /empty/],
    ['a page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 2, /web page/],
    ['something else', 'Name,Start\nAna,18:00\n', 1, /BEGIN:VCALENDAR/],
    ['a spreadsheet', 'PK\u0003\u0004rest', 1, /not a text/],
    ['a document', '%PDF-1.7\n', 1, /not a text/],
    ['bytes of a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 1, /not a text/],
    ['a block of zeros', calendarText(good, `X-REST:${'\0'.repeat(40)}`), 10, /not a text/],
    ['an address card', 'BEGIN:VCARD\nEND:VCARD\n', 1, /BEGIN:VCALENDAR/],
    ['the first line alone', 'BEGIN:VCALENDAR', 1, /no END:VCALENDAR/],
    ['no end', withoutEnd(calendarText(good)), 1, /no END:VCALENDAR/],
    ['a calendar in a calendar', withoutEnd(calendarText(good)) + calendarText(good), 1, /no END:VCALENDAR/],
    ['cut within an event', calendarText(good).slice(0, -30), 4, /no END:VEVENT/],
    ['an event that never ends', calendarText(good.replace('END:VEVENT', 'X-A:b')), 4, /no END:VEVENT/],
    ['too large', `BEGIN:VCALENDAR\n${' '.repeat(20_000_000)}`, 1, /20 MB/],
  ])('%s', (_what, calendar, line, reason) => {
    expect(read(calendar)).toMatchObject({ ok: false, line, reason: { en: expect.stringMatching(reason) } });
  });

  it('but a calendar without events is one', () => {
    expect(read(calendarText())).toEqual({ ok: true, events: [], broken: [], notes: [] });
  });
});

describe('one broken event beside good ones', () => {
  test.each([
    ['no start', ['SUMMARY:Ben'], 1, /no DTSTART/],
    ['no such day', ['DTSTART:20260231T180000Z', 'SUMMARY:Ben'], 2, /DTSTART "20260231T180000Z" cannot be read/],
    ['no date', ['SUMMARY:Ben', 'DTSTART:tomorrow'], 3, /DTSTART "tomorrow"/],
    ['no end', ['DTSTART:20261101T180000Z', 'DTEND:later'], 3, /DTEND "later"/],
    ['an end before the start', ['DTSTART:20261101T180000Z', 'DTEND:20261101T070000Z'], 3, /ends before it begins/],
    ['a day that ends before it begins', ['DTSTART:20261102', 'DTEND:20261101'], 3, /ends before it begins/],
    ['a length backwards', ['DTSTART:20261101T180000Z', 'DURATION:-PT1H'], 3, /DURATION/],
    ['a rule without a frequency', ['DTSTART:20261101T180000Z', 'RRULE:COUNT=2'], 3, /its rule "COUNT=2"/],
    ['a rule of its own making', ['DTSTART:20261101', 'RRULE:FREQ=FORTNIGHTLY'], 3, /because of FREQ=FORTNIGHTLY/],
    ['a month that is none', ['DTSTART:20261101', 'RRULE:FREQ=YEARLY;BYMONTH=13'], 3, /because of BYMONTH=13/],
    ['a forbidden part', ['DTSTART:20261101', 'RRULE:FREQ=WEEKLY;BYMONTHDAY=1'], 3, /because of BYMONTHDAY=1/],
    ['an interval of nothing', ['DTSTART:20261101', 'RRULE:FREQ=DAILY;INTERVAL=0'], 3, /because of INTERVAL=0/],
    ['an exception that is no date', ['DTSTART:20261101', 'RRULE:FREQ=DAILY', 'EXDATE:x'], 4, /EXDATE "x"/],
    ['a further date that is none', ['DTSTART:20261101T180000Z', 'RDATE:20261102T180000Z/x'], 3, /RDATE/],
    ['a slip in a rule', ['DTSTART:20261101', 'RRULE:FREQ=DAILY;UNTL=20261103'], 3, /because of UNTL=20261103/],
    ['no colon', ['DTSTART;TZID=America/Chicago'], 2, /DTSTART/],
  ])('%s', (_what, lines, line, reason) => {
    const reading = read(calendarText(eventText('UID:bad', ...lines).replace('UID:bad\r\n', ''), good));
    if (!reading.ok) throw new Error(reading.reason.en);
    expect(reading.events.map(({ uid }) => uid)).toEqual(['good']);
    // The event begins on the fourth line of the file.
    expect(reading.broken).toEqual([
      { line: 3 + line, reason: { en: expect.stringMatching(reason), es: expect.any(String) } },
    ]);
  });

  it('is called by its title', () => {
    const reading = read(calendarText(eventText('SUMMARY:Ben\\, night', 'DTSTART:soon'), good));
    const [broken] = reading.ok ? reading.broken : [];
    expect(broken?.reason).toEqual({
      en: 'The event "Ben, night" was left out: its DTSTART "soon" cannot be read.',
      es: 'El evento "Ben, night" se dejó fuera: su DTSTART "soon" no se entiende.',
    });
  });

  it('may be one in whose middle the next begins', () => {
    const open = 'BEGIN:VEVENT\r\nDTSTART:20261101T010000Z\r\nSUMMARY:Ben';
    const reading = read(calendarText(open, good));
    expect(reading).toMatchObject({
      ok: true,
      events: [{ uid: 'good' }],
      broken: [{ line: 4, reason: { en: expect.stringContaining('"Ben"') } }],
    });
  });

  it('a line that is no property, or an address that cannot be read, costs no event', () => {
    const reading = read(calendarText(good.replace('SUMMARY', 'this is nothing\r\nATTENDEE;CN=Ana\r\nSUMMARY')));
    expect(reading).toMatchObject({
      ok: true,
      events: [{ uid: 'good', attendees: [] }],
      broken: [],
      notes: [{ line: 8 }],
    });
  });

  it('a hundred are listed, and how many more there are', () => {
    const reading = read(calendarText(...Array.from({ length: 130 }, () => eventText('DTSTART:x')), good));
    expect(reading.ok && [reading.broken.length, reading.broken.at(-1)?.reason.en]).toEqual([
      101,
      'There are 30 more like these.',
    ]);
  });
});

describe('lines', () => {
  const title = 'SUMMARY:Guardia de José Ñandú\\, teléfono\\; casa\\\\oficina\\nsegunda línea';
  const TITLE = 'Guardia de José Ñandú, teléfono; casa\\oficina\nsegunda línea';
  const text = calendarText(eventText('DTSTART:20261101T180000Z', title));
  const titles = (calendar: string | Uint8Array) => {
    const reading = read(calendar);
    return reading.ok ? reading.events.map((event) => event.title) : reading;
  };

  /** Each line cut after `size` bytes, within letters too. */
  function folded(calendar: string, size: number, newLine = '\r\n', blank = ' '): Uint8Array {
    const lines = calendar.split('\r\n').map((line) => {
      const bytes = Buffer.from(line).toString('latin1');
      return bytes.replaceAll(new RegExp(`(.{${size}})(?=.)`, 'g'), `$1${newLine}${blank}`);
    });
    return Buffer.from(lines.join(newLine), 'latin1');
  }

  it.each([1, 2, 7, 13, 75])('are unfolded where they were folded after %i bytes, within a letter too', (size) => {
    expect(titles(folded(text, size))).toEqual([TITLE]);
    expect(titles(folded(text, size, '\n', '\t'))).toEqual([TITLE]);
  });

  it.each(['\n', '\r', '\r\r\n', '\n\n'])('may end in %j', (newLine) => {
    expect(titles(text.replaceAll('\r\n', newLine))).toEqual([TITLE]);
    expect(titles(folded(text, 20, newLine))).toEqual([TITLE]);
  });

  it('may end each in its own way', () => {
    let index = 0;
    expect(titles(text.replaceAll('\r\n', () => ['\r', '\n', '\r\n'][index++ % 3] ?? ''))).toEqual([TITLE]);
  });

  it('come with a byte order mark, in UTF-16, or in the letters of old programs', () => {
    expect(titles(`\uFEFF${text}`)).toEqual([TITLE]);
    expect(titles(Buffer.from(`\uFEFF${text}`))).toEqual([TITLE]);
    expect(titles(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual([TITLE]);
    expect(titles(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual([TITLE]);
    expect(titles(Buffer.from(text, 'latin1'))).toEqual([TITLE]);
  });

  it('begin and end in small letters, with blanks behind', () => {
    expect(
      linesOf(calendarText(good).replaceAll(/^(BEGIN|END):.*$/gm, (mark) => `${mark.trim().toLowerCase()}  `)),
    ).toEqual([GOOD]);
  });

  it('of an alarm inside an event are not the event’s', () => {
    const alarm = 'BEGIN:VALARM\r\nDTSTART:x\r\nSUMMARY:Wake\r\nDURATION:PT1H\r\nEND:VALARM\r\nSUMMARY';
    expect(linesOf(calendarText(good.replace('SUMMARY', alarm)))).toEqual([GOOD]);
  });

  it('of tasks, notes and free time are no events', () => {
    const others = ['VTODO', 'VJOURNAL', 'VFREEBUSY'].map((kind) => `BEGIN:${kind}\r\nDTSTART:20261101\r\nEND:${kind}`);
    expect(linesOf(calendarText(...others, good))).toEqual([GOOD]);
  });

  it('of several calendars in one file are read together', () => {
    expect(linesOf(calendarText(good) + calendarText(good.replace('good', 'two')))).toEqual([GOOD, GOOD]);
  });

  it('titles are cut at 400 letters, none halved', () => {
    const [long] = titles(calendarText(eventText('DTSTART:20261101', `SUMMARY:${'x'.repeat(399)}😀`))) as string[];
    expect(long).toBe('x'.repeat(399));
  });
});

describe('times', () => {
  const one = (...lines: readonly string[]) => linesOf(calendarText(eventText(...lines)));

  test.each([
    ['a day without VALUE=DATE', ['DTSTART:20261101'], '2026-11-01T05:00 2026-11-02T06:00'],
    ['a day with a time', ['DTSTART;VALUE=DATE:20261101T000000'], '2026-11-01T05:00 2026-11-02T06:00'],
    ['a day that ends on itself', ['DTSTART:20261101', 'DTEND:20261101'], '2026-11-01T05:00 2026-11-02T06:00'],
    ['two days', ['DTSTART;VALUE=DATE:20261101', 'DTEND;VALUE=DATE:20261103'], '2026-11-01T05:00 2026-11-03T06:00'],
    ['a day as DURATION', ['DTSTART;VALUE=DATE:20261101', 'DURATION:P1D'], '2026-11-01T05:00 2026-11-02T06:00'],
    ['a week', ['DTSTART;VALUE=DATE:20261101', 'DURATION:P1W'], '2026-11-01T05:00 2026-11-08T06:00'],
    ['a day from a time on', ['DTSTART:20261031T180000', 'DURATION:P1D'], '2026-10-31T23:00 2026-11-02T00:00'],
    ['24 hours', ['DTSTART:20261031T180000', 'DURATION:PT24H'], '2026-10-31T23:00 2026-11-01T23:00'],
    ['no end', ['DTSTART:20261031T180000'], '2026-10-31T23:00 2026-10-31T23:00'],
    [
      'both ends',
      ['DTSTART:20261101T180000Z', 'DTEND:20261101T190000Z', 'DURATION:PT9H'],
      '2026-11-01T18:00 2026-11-01T19:00',
    ],
    ['dashes and colons', ['DTSTART:2026-11-01T18:00:00Z', 'DURATION:PT1H'], '2026-11-01T18:00 2026-11-01T19:00'],
    ['no seconds', ['DTSTART:20261101T1800Z', 'DURATION:PT1H'], '2026-11-01T18:00 2026-11-01T19:00'],
    ['midnight as 24:00', ['DTSTART:20261101T180000Z', 'DTEND:20261101T240000Z'], '2026-11-01T18:00 2026-11-02T00:00'],
    [
      'two zones',
      ['DTSTART;TZID=America/New_York:20261031T180000', 'DTEND;TZID=America/Chicago:20261101T070000'],
      '2026-10-31T22:00 2026-11-01T13:00',
    ],
    [
      'the hour that is skipped',
      ['DTSTART:20270314T020000', 'DTEND:20270314T030000'],
      '2027-03-14T08:00 2027-03-14T09:00',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(one(...lines)).toEqual([expected]);
  });

  it('an end in UTC beside a local start means the wall clock in a series, and the moment in one event', () => {
    const shift = ['DTSTART;TZID=America/Chicago:20261030T180000', 'DTEND:20261031T120000Z'];
    expect(one(...shift, 'RRULE:FREQ=DAILY;COUNT=2')).toEqual([
      '2026-10-30T23:00 2026-10-31T12:00',
      '2026-10-31T23:00 2026-11-01T13:00',
    ]);
    expect(one('DTSTART;TZID=America/Chicago:20261031T180000', 'DTEND:20261101T073000Z')).toEqual([
      '2026-10-31T23:00 2026-11-01T07:30',
    ]);
  });

  it('the window takes what overlaps it, uncut, and an event without length at its beginning', () => {
    const asked = { from: '2026-11-01T18:00:00Z', to: '2026-11-02T07:00:00Z' };
    const at = (start: string, end: string) => eventText(`DTSTART:${start}Z`, `DTEND:${end}Z`);
    const inside = [
      at('20261101T120000', '20261101T180001'),
      at('20261102T065959', '20261103T000000'),
      at('20261101T180000', '20261101T180000'),
    ];
    const outside = [
      at('20261101T120000', '20261101T180000'),
      at('20261102T070000', '20261102T080000'),
      at('20261102T070000', '20261102T070000'),
    ];
    expect(linesOf(calendarText(...inside, ...outside), asked)).toHaveLength(3);
  });
});

describe('zones', () => {
  const zone = (name: string, ...more: readonly string[]) =>
    [
      'BEGIN:VTIMEZONE',
      `TZID:${name}`,
      ...more,
      'BEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nEND:STANDARD',
      'BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nEND:DAYLIGHT',
      'END:VTIMEZONE',
    ].join('\r\n');
  const nights = (name: string) =>
    eventText(`DTSTART;TZID=${name}:20261031T180000`, `DTEND;TZID=${name}:20261101T070000`, 'RRULE:FREQ=DAILY;COUNT=2');
  const CHICAGO = ['2026-10-31T23:00 2026-11-01T13:00', '2026-11-02T00:00 2026-11-02T13:00'];

  test.each(['tzone://Microsoft/Custom', 'Customized Time Zone', 'Depot', 'EST'])(
    '%s, as the file defines it',
    (name) => {
      expect(linesOf(calendarText(zone(name), nights(name)), { zone: 'Asia/Tokyo' })).toEqual(CHICAGO);
      expect(linesOf(calendarText(zone(`"${name}"`), nights(`"${name}"`)), { zone: 'Asia/Tokyo' })).toEqual(CHICAGO);
    },
  );

  test.each([
    '(UTC-06:00) Central Time (US & Canada)',
    'Central Time (US & Canada)',
    '/mozilla.org/20050126_1/America/Chicago',
    '/freeassociation.sourceforge.net/Tzfile/America/Chicago',
    'US/Central',
    'America/Indiana/Tell City',
  ])('%s, by its name', (name) => {
    expect(linesOf(calendarText(nights(name.includes(':') ? `"${name}"` : name)), { zone: 'Asia/Tokyo' })).toEqual(
      CHICAGO,
    );
    expect(linesOf(calendarText(nights(name)), { zone: 'Asia/Tokyo' })).toEqual(CHICAGO);
  });

  it('a clear name beats what the file says of it, and so does the place the file names', () => {
    const wrong = zone('America/New_York');
    expect(linesOf(calendarText(wrong, nights('America/New_York')))[0]).toBe('2026-10-31T22:00 2026-11-01T12:00');
    const placed = zone('Depot', 'X-LIC-LOCATION:America/New_York');
    expect(linesOf(calendarText(placed, nights('Depot')))[0]).toBe('2026-10-31T22:00 2026-11-01T12:00');
  });

  it('the same name means each time what its own calendar says', () => {
    const east = zone('Depot').replaceAll('0500', '0400').replaceAll('0600', '0500');
    const both = calendarText(zone('Depot'), nights('Depot')) + calendarText(east, nights('Depot'));
    expect(linesOf(both)[0]).toBe('2026-10-31T22:00 2026-11-01T12:00');
    expect(linesOf(both)[1]).toBe(CHICAGO[0]);
  });

  it('a definition without rules, with further dates, or before its first change', () => {
    const fixed = 'BEGIN:STANDARD\r\nDTSTART:20270101T000000\r\nTZOFFSETFROM:-0300\r\nTZOFFSETTO:-0400\r\nEND:STANDARD';
    const summer =
      'BEGIN:DAYLIGHT\r\nDTSTART:20270201T000000\r\nRDATE:20270401T000000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0200\r\nEND:DAYLIGHT';
    const own = `BEGIN:VTIMEZONE\r\nTZID:Own\r\n${fixed}\r\n${summer}\r\nEND:VTIMEZONE`;
    const at = (time: string) => linesOf(calendarText(own, eventText(`DTSTART;TZID=Own:${time}`)))[0]?.slice(0, 16);
    expect(at('20261201T120000')).toBe('2026-12-01T15:00');
    expect(at('20270110T120000')).toBe('2027-01-10T16:00');
    expect(at('20270210T120000')).toBe('2027-02-10T14:00');
  });

  it('the rule of an older time ends where the next of its kind begins', () => {
    const old = zone('Customized Time Zone')
      .replaceAll('BYMONTH=11;BYDAY=1SU', 'BYMONTH=10;BYDAY=-1SU')
      .replaceAll('BYMONTH=3;BYDAY=2SU', 'BYMONTH=4;BYDAY=1SU');
    const both = old.replace(
      'END:VTIMEZONE',
      zone('').replaceAll('16010101', '20070101').split('\r\n').slice(2).join('\r\n'),
    );
    // By the old rule the clocks would have been put back on 25 October.
    expect(linesOf(calendarText(both, nights('Customized Time Zone')))).toEqual(CHICAGO);
  });

  test.each([
    ['a quote without its end', 'DTSTART;TZID="America/Chicago:20261031T180000'],
    ['a quote behind the value', 'DTSTART;TZID="America/Chicago:20261031T180000"'],
  ])('%s', (_what, start) => {
    expect(linesOf(calendarText(eventText(start)), { zone: 'UTC' })[0]?.slice(0, 16)).toBe('2026-10-31T23:00');
  });

  test.each([
    ['GMT-5', '2026-10-31T23:00'],
    ['UTC+01:00', '2026-10-31T17:00'],
    ['CET', '2026-10-31T17:00'],
    ['Amsterdam, Belgrade, Berlin', '2026-10-31T17:00'],
    ['(UTC+01:00) Bern, Rome', '2026-10-31T17:00'],
    ['New York', '2026-10-31T22:00'],
    ['tzone://Microsoft/Utc', '2026-10-31T18:00'],
    ['Z', '2026-10-31T18:00'],
  ])('%s', (name, expected) => {
    expect(linesOf(calendarText(nights(`"${name}"`)))[0]?.slice(0, 16)).toBe(expected);
  });

  test.each([
    ['unknown', nights('Moon/Crater')],
    ['defined by nothing', `BEGIN:VTIMEZONE\r\nTZID:Moon/Crater\r\nEND:VTIMEZONE\r\n${nights('Moon/Crater')}`],
    ['defined by nonsense', `${zone('Moon/Crater').replaceAll('-0500', 'five')}\r\n${nights('Moon/Crater')}`],
    [
      'that changes each second',
      `${zone('Moon/Crater').replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY')}\r\n${nights('Moon/Crater')}`,
    ],
  ])('one that is %s is read as the own zone, and said once', (_what, part) => {
    const reading = read(calendarText(part));
    if (!reading.ok) throw new Error(reading.reason.en);
    expect(reading.events.map(({ start }) => new Date(start).toISOString().slice(0, 16))).toEqual([
      '2026-10-31T23:00',
      '2026-11-02T00:00',
    ]);
    expect(reading.notes.map(({ reason }) => reason.en)).toEqual([
      'The time zone "Moon/Crater" is unknown; its times are read in America/Chicago.',
    ]);
    expect(reading.broken).toEqual([]);
  });
});

describe('who is who', () => {
  const at = (uid: string, start: string, ...lines: readonly string[]) =>
    eventText(...(uid === '' ? [] : [`UID:${uid}`]), `DTSTART:${start}T180000Z`, 'DURATION:PT1H', ...lines);

  it('of two events with one UID the greater SEQUENCE holds, wherever it stands', () => {
    const old = at('a', '20261101', 'SUMMARY:Ana');
    const moved = at('a', '20261102', 'SUMMARY:Ana', 'SEQUENCE:1');
    for (const parts of [
      [old, moved],
      [moved, old],
    ])
      expect(linesOf(calendarText(...parts))).toEqual(['2026-11-02T18:00 2026-11-02T19:00 Ana']);
    expect(linesOf(calendarText(old, at('a', '20261101', 'STATUS:CANCELLED', 'SEQUENCE:2')))).toEqual([]);
  });

  it('else the one changed later, where both begin at the same time', () => {
    const old = at('a', '20261101', 'SUMMARY:Ana', 'DTSTAMP:20260901T000000Z');
    const newer = at('a', '20261101', 'SUMMARY:Ben', 'DTSTAMP:20260901T000000Z', 'LAST-MODIFIED:20260902T000000Z');
    expect(linesOf(calendarText(newer, old))).toEqual(['2026-11-01T18:00 2026-11-01T19:00 Ben']);
    expect(linesOf(calendarText(old, old))).toEqual(['2026-11-01T18:00 2026-11-01T19:00 Ana']);
  });

  it('events of a program that gives all the same UID are all there, told apart', () => {
    const reading = read(
      calendarText(...['20261101', '20261102'].map((day) => at('1', day)), at('1', '20261102', 'SUMMARY:Ben')),
    );
    if (!reading.ok) throw new Error(reading.reason.en);
    expect(new Set(reading.events.map(({ id }) => id)).size).toBe(3);
  });

  it('replacements too: the greater SEQUENCE of one occurrence', () => {
    const series = at('a', '20261101', 'RRULE:FREQ=DAILY;COUNT=2', 'SUMMARY:Ana');
    const swap = (title: string, sequence: number) =>
      at('a', '20261102', 'RECURRENCE-ID:20261102T180000Z', `SUMMARY:${title}`, `SEQUENCE:${sequence}`);
    for (const parts of [
      [swap('Ben', 1), swap('Cy', 2)],
      [swap('Cy', 2), swap('Ben', 1)],
    ])
      expect(linesOf(calendarText(series, ...parts)).at(-1)).toMatch(/Cy$/);
  });

  it('a cancelled series takes its older replacements with it', () => {
    const series = at('a', '20261101', 'RRULE:FREQ=DAILY;COUNT=2', 'STATUS:CANCELLED', 'SEQUENCE:3');
    const swap = at('a', '20261102', 'RECURRENCE-ID:20261102T180000Z', 'SEQUENCE:3');
    expect(linesOf(calendarText(series, swap))).toEqual([]);
  });

  it('an occurrence that the series lost since is gone, with whatever had replaced it', () => {
    const series = (sequence: number) =>
      at('a', '20261101', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20261102T180000Z', `SEQUENCE:${sequence}`);
    const swap = at('a', '20261102', 'RECURRENCE-ID:20261102T180000Z', 'SUMMARY:Ben', 'SEQUENCE:1');
    expect(linesOf(calendarText(series(2), swap))).toEqual(['2026-11-01T18:00 2026-11-01T19:00']);
    // Some programs leave out what they replace.
    expect(linesOf(calendarText(series(1), swap)).at(-1)).toMatch(/Ben$/);
  });

  it('what replaces one occurrence may repeat the rule of its series, which means nothing', () => {
    const rule = 'RRULE:FREQ=DAILY;COUNT=3';
    const swap = at('a', '20261102', 'RECURRENCE-ID:20261102T180000Z', 'SUMMARY:Ben', rule);
    expect(linesOf(calendarText(at('a', '20261101', 'SUMMARY:Ana', rule), swap)).map((line) => line.slice(-3))).toEqual(
      ['Ana', 'Ben', 'Ana'],
    );
  });

  it('ids stay the same in every copy: moved, in another order, without a UID', () => {
    const series = at('a', '20261101', 'RRULE:FREQ=DAILY;COUNT=3');
    const swap = at('a', '20261105', 'RECURRENCE-ID:20261102T180000Z');
    const other = at('', '20261109', 'SUMMARY:Ana').replace(/UID:.*\r\n/, '');
    const ids = (...parts: readonly string[]) => {
      const reading = read(calendarText(...parts));
      return reading.ok ? reading.events.map(({ id }) => id).toSorted() : [];
    };
    const before = ids(series, other);
    expect(before).toHaveLength(4);
    expect(new Set(before).size).toBe(4);
    expect(ids(other, swap, series)).toEqual(before);
    expect(ids(at('b', '20261101'))).toEqual(ids(at('b', '20261108')));
  });

  it('gives the addresses of organizer and attendees, and what is described', () => {
    const event = at(
      'a',
      '20261101',
      'ORGANIZER;CN=Rosa Alvarez:MAILTO:Rosa@Example.test',
      'ATTENDEE;CN="Silva, A.";PARTSTAT=ACCEPTED:mailto:a.silva@example.test',
      'ATTENDEE;EMAIL=ben@example.test:urn:uuid:1',
      'ATTENDEE:nobody',
      'DESCRIPTION:primary\\, +1 312 555 0142',
    );
    expect(read(calendarText(event))).toMatchObject({
      events: [
        {
          organizer: 'rosa@example.test',
          attendees: ['a.silva@example.test', 'ben@example.test'],
          description: 'primary, +1 312 555 0142',
          isAllDay: false,
        },
      ],
    });
  });
});
