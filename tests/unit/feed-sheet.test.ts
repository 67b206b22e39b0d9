import { describe, expect, it } from 'vitest';
import { readSheetInThread } from '../../electron/core/oncall/feeds/sheet/read-in-thread.ts';
import type { SheetReading } from '../../electron/core/oncall/feeds/sheet/table.ts';
import { type XlsxCell, xlsxFile } from '../xlsx-file.ts';

/** A rota out of a sheet, as people keep them. What could be read in two ways is refused with its row. */

const WINDOW = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1), zone: 'America/New_York' };

const read = (text: string | Uint8Array): Promise<SheetReading> => readSheetInThread(Buffer.from(text), WINDOW);
async function good(text: string | Uint8Array) {
  const reading = await read(text);
  if (!reading.ok) throw new Error(`line ${reading.line}: ${reading.reason.en}`);
  return reading;
}
/** Each event as `who from to`, in UTC. */
async function rota(text: string | Uint8Array): Promise<readonly string[]> {
  const { events } = await good(text);
  return events.map(({ title, startsAt, endsAt }) => `${title} ${utc(startsAt)} ${utc(endsAt)}`);
}
const utc = (at: number): string => new Date(at).toISOString().slice(0, 16);
const utcDate = (text: string): Date => new Date(`${text}Z`);

/** Thursday 26 November 2026, 18:00 to 07:00 in New York. */
const NIGHT = 'Chen 2026-11-26T23:00 2026-11-27T12:00';

describe('columns', () => {
  it.each([
    ['Start,End,Who', '2026-11-26 18:00,2026-11-27 07:00,Chen'],
    ['start_time;end_time;On-Call', '2026-11-26T18:00;2026-11-27T07:00;Chen'],
    ['Inicio\tFin\tQuién', '2026-11-26 18:00\t2026-11-27 07:00\tChen'],
    ['Date,From,To,Technician', '2026-11-26,18:00,07:00,Chen'],
    ['Fecha,Desde,Hasta,Técnico', '2026-11-26,6:00 p. m.,7:00 a. m.,Chen'],
    ['Name,Start Date,Start Time,End Date,End Time', 'Chen,2026-11-26,6 PM,2026-11-27,7 AM'],
    ['Subject,Start Date,Start Time,End Date,End Time,Description', 'Chen,11/26/2026,6:00 PM,11/27/2026,7:00 AM,x'],
    [
      'Persona de guardia,Fecha de inicio,Hora de inicio,Fecha de fin,Hora de fin,Guardia',
      ',2026-11-26,18:00,2026-11-27,7:00,Chen',
    ],
  ])('%j', async (header, row) => {
    expect(await rota(`${header}\n${row}\n`)).toEqual([NIGHT]);
  });

  it('one of names for each role makes a duty of each', async () => {
    const { events } = await good(
      'Date,From,To,Primary,Backup\n2026-11-26,18:00,07:00,Chen,Silva\n2026-11-27,18:00,07:00,Chen,TBD\n',
    );
    expect(events.map(({ title, role }) => [title, role])).toEqual([
      ['Chen', 'primary'],
      ['Silva', 'backup'],
      ['Chen', 'primary'],
    ]);
  });

  it('trade, role, place, phone and e-mail', async () => {
    const { events, broken } = await good(
      [
        'Start,End,Who,Trade,Role,Property,Group,Phone,Email',
        '2026-11-26 18:00,2026-11-27 07:00,Chen,Plomería,Suplente,Maple Court,,(423) 555-0142,M.Chen@Example.com',
        '2026-11-26 18:00,2026-11-27 07:00,Silva,"hvac, electrical",1st,,North,none,',
        '2026-11-26 18:00,2026-11-27 07:00,Ortiz,roofing,,,,,',
        '2026-11-26 18:00,2026-11-27 07:00,Ortiz,,boss,,,,',
      ].join('\n'),
    );
    expect(events).toMatchObject([
      {
        trade: 'plumbing',
        role: 'backup',
        place: 'Maple Court',
        phones: ['+14235550142'],
        emails: ['m.chen@example.com'],
      },
      { title: 'Silva', trade: 'hvac', role: 'primary', place: 'North', phones: [], emails: [], line: 3 },
      { title: 'Silva', trade: 'electrical', role: 'primary', place: 'North' },
    ]);
    expect(broken.map(({ line, reason }) => [line, reason.en.slice(0, 9)])).toEqual([
      [4, '"roofing"'],
      [5, '"boss" is'],
    ]);
  });

  it('a title above the header, and the header again on each page', async () => {
    expect(
      await rota('On-call rota\n\nStart,End,Who\n2026-11-26 18:00,2026-11-27 07:00,Chen\nStart,End,Who\n'),
    ).toEqual([NIGHT]);
  });

  it.each([
    ['Name,Phone\nChen,5550142\n', /says when/],
    ['Start,End\n2026-11-26 18:00,2026-11-27 07:00\n', /says who/],
    ['Start,End,Who\n', /no rows below/],
    ['', /empty/],
    ['hello', /.*/],
  ])('%j is refused', async (text, reason) => {
    expect(await read(text)).toMatchObject({ ok: false, line: 1, reason: { en: expect.stringMatching(reason) } });
  });
});

describe('dates', () => {
  const one = async (start: string, end: string, ...others: readonly string[]): Promise<readonly string[]> => {
    const rows = [[start, end], ...others.map((each) => [each, each.replace(/$/, ' ')])];
    const reading = await read(`Who;Start;End\n${rows.map(([from, to]) => `Chen;${from};${to}`).join('\n')}\n`);
    if (!reading.ok) return [`${reading.line} ${reading.reason.en}`];
    return reading.events.slice(0, 1).map(({ title, startsAt, endsAt }) => `${title} ${utc(startsAt)} ${utc(endsAt)}`);
  };

  it.each([
    ['2026-11-26 18:00', '2026-11-27 07:00'],
    ['2026-11-26T18:00:00', '2026-11-27T07:00:00'],
    ['2026-11-26T23:00Z', '2026-11-27T12:00:00Z'],
    ['2026-11-26T18:00-05:00', '2026-11-27 13:00 +01:00'],
    ['2026/11/26 6:00 PM', '2026/11/27 7:00 AM'],
    ['11/26/2026 6:00 PM', '11/27/2026 7:00 AM'],
    ['11/26/26 6PM', '11/27/26 7AM'],
    ['26/11/2026 18:00', '27/11/2026 07:00'],
    ['26.11.2026, 18:00', '27.11.2026, 07:00'],
    ['Thu 11/26/2026 6:00 PM', 'Fri 11/27/2026 7:00 AM'],
    ['Nov 26, 2026 6 PM', 'November 27, 2026 at 7 AM'],
    ['26 Nov 2026 18:00', '27-Nov-2026 07:00'],
    ['Thursday, November 26th, 2026 6:00 PM', 'Friday, November 27th, 2026 7:00 AM'],
    ['26 de noviembre de 2026 a las 18:00', 'viernes 27 de noviembre del 2026, 7:00 a. m.'],
    ['11/26/2026 6:00 PM', '7:00 AM'],
    ['2026-11-26 18:00', '07:00'],
  ])('%j to %j', async (start, end) => {
    expect(await one(start, end)).toEqual([NIGHT]);
  });

  it('of which nobody can tell day and month are refused with their row', async () => {
    const text = 'Who,Start,End\nChen,2026-11-26 18:00,2026-11-27 07:00\nSilva,05/06/2026 18:00,06/06/2026 07:00\n';
    const { events, broken } = await good(text);
    expect(events).toHaveLength(1);
    expect(broken).toMatchObject([
      { line: 3, reason: { en: expect.stringContaining('"05/06/2026 18:00" can be read in two ways') } },
    ]);
    expect(await one('05/06/2026 18:00', '05/07/2026 07:00')).toEqual([expect.stringMatching(/^2 "05\/06/)]);
    // The same either way.
    expect(await one('12/12/2026 18:00', '19:00')).toEqual(['Chen 2026-12-12T23:00 2026-12-13T00:00']);
  });

  it('the sheet as a whole shows which comes first', async () => {
    const night = (from: string, to: string): string => `Chen,${from} 18:00,${to} 07:00`;
    const us = ['Who,Start,End', night('12/05/2026', '12/06/2026'), night('12/18/2026', '12/19/2026')].join('\n');
    expect((await rota(us))[0]).toBe('Chen 2026-12-05T23:00 2026-12-06T12:00');
    const es = ['Quién,Inicio,Fin', night('05/12/2026', '06/12/2026'), night('18/12/2026', '19/12/2026')].join('\n');
    expect((await rota(es))[0]).toBe('Chen 2026-12-05T23:00 2026-12-06T12:00');
    // One that shows the one, and one that shows the other: what is clear by itself is read, the rest is not.
    const both = [
      'Who,Start,End',
      night('05/12/2026', '06/12/2026'),
      night('12/18/2026', '12/19/2026'),
      night('18/12/2026', '19/12/2026'),
    ];
    const { events, broken } = await good(both.join('\n'));
    expect([events.length, broken.map(({ line }) => line)]).toEqual([2, [2]]);
  });

  it.each([
    ['11/26', '11/27', /no year/],
    ['Nov 26', 'Nov 27', /no year/],
    ['2026-11-31 18:00', '2026-12-01 07:00', /no date and no time/],
    ['tonight', 'tomorrow', /no date and no time/],
    ['2026-11-26 6', '2026-11-27 7', /morning or in the evening/],
    ['2026-11-26', '2026-11-27 07:00', /start has no time/],
    ['2026-11-26 18:00', '2026-11-27', /whether that day still counts/],
    ['2026-11-26 18:00', '', /no end/],
    ['', '2026-11-27 07:00', /no start/],
    ['2026-11-27 18:00', '2026-11-26 07:00', /not after the start/],
    ['46352', '46353', /no date and no time/],
  ])('%j to %j is refused', async (start, end, reason) => {
    expect(await one(start, end)).toEqual([expect.stringMatching(reason)]);
  });

  it('a date and nothing else is that whole day, 25 hours of it in autumn', async () => {
    expect(await rota('Date,Who\n2026-11-01,Chen\n')).toEqual(['Chen 2026-11-01T04:00 2026-11-02T05:00']);
  });

  it('times are wall clock on both nights on which the clocks change', async () => {
    expect(await rota('Date,From,To,Who\n2026-10-31,18:00,07:00,Chen\n2027-03-13,18:00,07:00,Chen\n')).toEqual([
      'Chen 2026-10-31T22:00 2026-11-01T12:00',
      'Chen 2027-03-13T23:00 2027-03-14T11:00',
    ]);
  });

  it('an end at the start is the next day; midnight is an end', async () => {
    expect(
      await rota(
        'Date,From,To,Who\n2026-11-26,07:00,07:00,Chen\n2026-11-26,18:00,24:00,Chen\n2026-11-26,18:00,0:00,Chen\n',
      ),
    ).toEqual([
      'Chen 2026-11-26T12:00 2026-11-27T12:00',
      'Chen 2026-11-26T23:00 2026-11-27T05:00',
      'Chen 2026-11-26T23:00 2026-11-27T05:00',
    ]);
  });
});

describe('workbooks', () => {
  const book = (rows: readonly (readonly XlsxCell[])[]): Buffer => xlsxFile([{ name: 'Rota', rows }]);

  it('date cells, with the time in them or beside them', async () => {
    const inOne = book([
      ['Who', 'Start', 'End'],
      ['Chen', { dateTime: utcDate('2026-11-26T18:00') }, { dateTime: utcDate('2026-11-27T07:00') }],
      ['Silva', { dateTime: utcDate('2026-11-28T00:00') }, { dateTime: utcDate('2026-11-28T07:00') }],
    ]);
    expect(await rota(inOne)).toEqual([NIGHT, 'Silva 2026-11-28T05:00 2026-11-28T12:00']);
    const beside = book([
      ['Date', 'From', 'To', 'Who'],
      [{ date: utcDate('2026-11-26') }, { dateTime: new Date(Date.UTC(1899, 11, 30, 18)) }, 7 / 24, 'Chen'],
      [{ date: utcDate('2026-11-26') }, '6 PM', '7:00', 'Chen'],
      [{ date: utcDate('2026-11-26') }, 18, '07:00', 'Chen'],
    ]);
    expect(await rota(beside)).toEqual([NIGHT, NIGHT, NIGHT]);
    expect(
      await rota(
        book([
          ['Date', 'Who'],
          [{ date: utcDate('2026-11-26') }, 'Chen'],
        ]),
      ),
    ).toEqual(['Chen 2026-11-26T05:00 2026-11-27T05:00']);
    expect(
      await rota(
        book([
          ['Start', 'End', 'Who'],
          [46352.75, 46353.291666667, 'Chen'],
        ]),
      ),
    ).toEqual([NIGHT]);
  });

  it('two columns of dates alone do not say whether the last day counts', async () => {
    const dates = book([
      ['Who', 'Start', 'End'],
      ['Chen', { date: utcDate('2026-11-23') }, { date: utcDate('2026-11-29') }],
    ]);
    expect(await read(dates)).toMatchObject({
      ok: false,
      line: 2,
      reason: { en: expect.stringContaining('no time of day') },
    });
  });

  it('rows are numbered as Excel does, blank ones included', async () => {
    const { broken, events } = await good(
      book([
        ['The rota'],
        [],
        ['Who', 'Start', 'End'],
        [],
        ['Chen', '2026-11-26 18:00', '2026-11-27 07:00'],
        ['Silva', 'x', 'y'],
      ]),
    );
    expect([events[0]?.line, broken[0]?.line]).toEqual([5, 6]);
  });

  it('of several sheets those that are a rota', async () => {
    const rows = (who: string, date: string) => [
      ['Date', 'From', 'To', 'Who'],
      [date, '18:00', '07:00', who],
    ];
    const file = xlsxFile([
      { name: 'Notes', rows: [['Call the office'], ['0142']] },
      { name: 'November', rows: rows('Chen', '2026-11-26') },
      { name: 'December', rows: [...rows('Silva', '2026-12-01'), ['?', '18:00', '07:00', 'Silva']] },
    ]);
    expect(await rota(file)).toEqual([NIGHT, 'Silva 2026-12-01T23:00 2026-12-02T12:00']);
    expect((await good(file)).broken).toMatchObject([
      { line: 3, reason: { en: expect.stringMatching(/^Sheet "December": "\?"/) } },
    ]);
  });

  it('half of one, an old one and something else are refused', async () => {
    const whole = book([
      ['Date', 'From', 'To', 'Who'],
      ['2026-11-26', '18:00', '07:00', 'Chen'],
    ]);
    expect(await read(whole.subarray(0, whole.length - 300))).toMatchObject({
      ok: false,
      line: 1,
      reason: { en: expect.stringMatching(/half saved/) },
    });
    expect(await read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatchObject({
      ok: false,
      reason: { en: expect.stringMatching(/old or a protected/) },
    });
    expect(await read(Buffer.from('%PDF-1.7'))).toMatchObject({ ok: false, line: 1 });
  });
});

describe('rows', () => {
  it('that cannot be read stand beside those that can', async () => {
    const { events, broken } = await good(
      [
        'Start,End,Who',
        '2026-11-26 18:00,2026-11-27 07:00,Chen',
        '2026-11-27 18:00,2026-11-28 07:00,',
        '2026-11-28 18:00,2026-11-29 07:00,Chen,Silva',
        '"2026-11-29 18:00",2026-11-30 07:00,"Chen, Marcus"',
      ].join('\r\n'),
    );
    expect(events.map(({ title, line }) => [title, line])).toEqual([
      ['Chen', 2],
      ['Chen, Marcus', 5],
    ]);
    expect(broken.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('a sheet in which none can be read is refused with the first', async () => {
    expect(await read('Start,End,Who\nsoon,later,Chen\nx,y,Silva\n')).toMatchObject({ ok: false, line: 2 });
  });

  it('a quotation mark that is never closed hides the rest: refused', async () => {
    const text = 'Start,End,Who\n2026-11-26 18:00,2026-11-27 07:00,Chen\n2026-11-27 18:00,2026-11-28 07:00,"Silva\n';
    expect(await read(text)).toMatchObject({ ok: false, line: 3 });
  });

  it('the same occurrence has the same id in every copy, wherever its row is', async () => {
    const [first, second] = ['2026-11-26 18:00,2026-11-27 07:00,Chen', '2026-11-27 18:00,2026-11-28 07:00,Silva'];
    const ids = async (...rows: readonly (string | undefined)[]) =>
      (await good(`Start,End,Who\n${rows.join('\n')}\n`)).events.map(({ id }) => id);
    const one = await ids(first, second);
    expect(new Set(one).size).toBe(2);
    expect((await ids(second, first)).toReversed()).toEqual(one);
  });

  it('ten thousand of them are read on a thread', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 0, 1 + (at % 300))).toISOString().slice(0, 10);
      return `${day},18:00,07:00,Person ${at}`;
    });
    expect((await good(`Date,From,To,Who\n${rows.join('\n')}\n`)).events).toHaveLength(10_000);
  });
});
