import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '#core/store';
import type { Feed, FeedTitle, Property, Responder } from '#shared/contract';
import { readEntries } from '../../electron/core/oncall/feeds/entries/entries.ts';
import { matcher } from '../../electron/core/oncall/feeds/matching/match.ts';
import { matchesOf } from '../../electron/core/oncall/feeds/matching/matches.ts';
import { namesOf } from '../../electron/core/oncall/feeds/matching/names.ts';
import { phonesIn } from '../../electron/core/oncall/feeds/phones.ts';
import { type Meaning, resolve as resolveWith } from '../../electron/core/oncall/feeds/resolve.ts';
import { calendarText, eventText } from '../calendar-text.ts';

/** Whom a title in somebody else's calendar means. What could mean two people means nobody. */

const person = (name: string, phone: string | null = null, active = true): Responder => ({
  id: name,
  name,
  company: '',
  role: 'technician',
  trades: [],
  phone,
  language: 'en',
  isEmergencyVendor: false,
  active,
});

const PEOPLE = [
  person('Marcus Chen', '+14235550142'),
  person('Mei Chen', '+14235550143'),
  person('Aline Silva', '+14235550144'),
  person('José Peña', '+14235550145'),
  person('Wanda Kowalski'),
  person("Shawn O'Brien Jr."),
  person('Ana María Ruiz Ortega'),
  person('T. Okonjo'),
  person('May Lin'),
  person('DryRight on-call'),
  person('Bob Gone', '+14235550199', false),
];

const FEED: Feed = {
  id: 'feed',
  name: 'Rota',
  kind: 'ics',
  username: '',
  zone: 'America/New_York',
  trade: 'general',
  role: 'primary',
  propertyId: null,
  group: null,
};

const property = (name: string, group: string | null = null): Property => ({
  id: name,
  name,
  address: '',
  zone: 'America/New_York',
  nightStart: '17:00',
  nightEnd: '08:00',
  greetingEn: '',
  greetingEs: '',
  calledNumber: null,
  shutOff: '',
  accessNotes: '',
  emergencyCentre: null,
  group,
});
const PROPERTIES = [property('Maple Court', 'North'), property('Lakeview')];

const resolve = (events: readonly FeedEvent[], meaning: Meaning) =>
  resolveWith(events, meaning, { print: '', of: matcher(namesOf(meaning.responders, meaning.properties)) });

const event = (title: string, more: Partial<FeedEvent> = {}): FeedEvent => ({
  id: title,
  startsAt: 1_000,
  endsAt: 2_000,
  title,
  phones: [],
  notedPhones: [],
  emails: [],
  trade: null,
  role: null,
  place: null,
  line: 0,
  ...more,
});

const read = (
  title: string,
  more: Partial<FeedEvent> = {},
  { titles = [], feed = FEED }: { titles?: readonly FeedTitle[]; feed?: Feed } = {},
) => {
  const resolved = resolve([event(title, more)], { feed, titles, responders: PEOPLE, properties: PROPERTIES });
  return { shift: resolved.shifts[0], guesses: resolved.unmapped.get(title), broken: resolved.broken };
};
const who = (title: string, more: Partial<FeedEvent> = {}): string | null =>
  read(title, more).shift?.responderId ?? null;

describe('a name in a title', () => {
  it.each([
    ['Marcus Chen', 'Marcus Chen'],
    ['MARCUS CHEN', 'Marcus Chen'],
    ['Chen, Marcus', 'Marcus Chen'],
    ['marcus   chen ', 'Marcus Chen'],
    ['Marcus T. Chen', 'Marcus Chen'],
    ['On call: Marcus Chen (backup)', 'Marcus Chen'],
    ['Marcus Chen 6pm-7am', 'Marcus Chen'],
    ['Marcus Chen covering Maple Court', 'Marcus Chen'],
    ['Jose Pena', 'José Peña'],
    ['PEÑA', 'José Peña'],
    ['Guardia: José', 'José Peña'],
    ['Plomería - Silva', 'Aline Silva'],
    ['A. Silva', 'Aline Silva'],
    ['Silva, A.', 'Aline Silva'],
    ['Silva A', 'Aline Silva'],
    ['Wanda', 'Wanda Kowalski'],
    ['Heating & Cooling: Kowalski', 'Wanda Kowalski'],
    ['HVAC on call — Wanda (week 48)', 'Wanda Kowalski'],
    ['Maple Court: Wanda', 'Wanda Kowalski'],
    ['North / Wanda', 'Wanda Kowalski'],
    ['OBrien', "Shawn O'Brien Jr."],
    ['Shawn O’Brien', "Shawn O'Brien Jr."],
    ['Ana Ruiz', 'Ana María Ruiz Ortega'],
    ['Ana María Ruiz Ortega', 'Ana María Ruiz Ortega'],
    ['Tunde Okonjo', 'T. Okonjo'],
    ['May Lin', 'May Lin'],
    ['DryRight on-call', 'DryRight on-call'],
    ['M. Chen', null],
    ['Chen', null],
    ['May', null],
    ['On call', null],
    ['', null],
    ['Bob Gone', null],
  ])('%j means %j', (title, expected) => {
    expect(who(title)).toBe(expected);
  });

  it('an initial tells two of one family apart', () => {
    const few = [person('Marcus Chen'), person('Ada Chen')];
    const of = (title: string) =>
      resolve([event(title)], { feed: FEED, titles: [], responders: few, properties: [] }).shifts[0]?.responderId;
    expect([of('M. Chen'), of('Chen A.'), of('Chen'), of('Marcus')]).toEqual([
      'Marcus Chen',
      'Ada Chen',
      undefined,
      'Marcus Chen',
    ]);
  });

  it.each([
    'Marcus Chen & Aline Silva',
    'Marcus Chen and Silva',
    'Silva y Kowalski',
    'Silva / Wanda',
    'Wanda, Silva',
    'Wanda & Steve',
    'Steve + Wanda',
    'Marcus Chen for Aline Silva',
  ])('%j names two people: nobody', (title) => {
    expect(who(title)).toBeNull();
    expect(read(title).guesses?.length).toBeGreaterThan(0);
  });

  it.each([
    'Marcus Chen OFF',
    'Marcus Chen vacation',
    'Marcus - vacation',
    'Marcus (PTO)',
    'OFF: Marcus',
    'Not Marcus Chen',
    'CANCELLED: Marcus Chen',
    'Marcus Chen unavailable',
    'Marcus Chen sick',
    'Marcus Chen (out)',
    'Marcus Chen is not on call',
    "Marcus Chen can't",
    'Swap: Marcus Chen',
    'Holiday - Marcus Chen',
    'Vacaciones: Marcus',
    'Marcus Chen no disponible',
    'Marcus fuera',
    'Baja: Marcus Chen',
    'Marcus Chen - día libre',
    'Sin Marcus Chen',
    'Dentist - Marcus',
    'Marcus Chen birthday',
    'Marcus Chen: review with auditors',
    'Lunch / Marcus Chen',
    'Marcus Chen?',
    '🌴 Marcus Chen',
    'Marcus Chen covid19',
  ])('%j says that somebody is not on, or something that nobody here understands: asked about', (title) => {
    expect(who(title)).toBeNull();
    expect(read(title).guesses?.[0]).toBe('Marcus Chen');
    expect(who(title, { notedPhones: ['+14235550142'], emails: ['marcus.chen@example.com'] })).toBeNull();
  });

  it('nobody is on by a number or address beside a word of absence', () => {
    expect(who('Out of office', { emails: ['marcus.chen@example.com'] })).toBeNull();
    expect(who('Vacation (423) 555-0142')).toBeNull();
    expect(who('PTO', { phones: ['+14235550142'] })).toBeNull();
  });

  it.each([
    'Off-hours on call: Wanda',
    'Out of hours - Wanda',
    'Guardia fuera de horario: Wanda',
    '📞 Wanda',
    'Wanda from 6pm to 8am',
    'Wanda (W48)',
    'Wanda 24x7',
    'Maple Court bldg 4: Wanda',
    'Wanda, manager on duty',
  ])('%j says when, where or what', (title) => {
    expect(who(title)).toBe('Wanda Kowalski');
  });

  it('a name that is also a word of absence is a name where all of it stands', () => {
    const few = [person('Billie Holiday'), person('Ana Libre')];
    const of = (title: string) =>
      resolve([event(title)], { feed: FEED, titles: [], responders: few, properties: [] }).shifts[0]?.responderId;
    expect(['On call: Billie Holiday', 'Ana Libre', 'Billie', 'Holiday', 'Ana libre hoy'].map(of)).toEqual([
      'Billie Holiday',
      'Ana Libre',
      'Billie Holiday',
      undefined,
      undefined,
    ]);
  });

  it.each(['Wanda Johnson', 'Marcus Silva', 'Dr Wanda', 'Silva street'])(
    '%j may be a stranger with a name like it: nobody',
    (title) => {
      expect(who(title)).toBeNull();
    },
  );

  it('whoever it could mean is offered, at most three', () => {
    expect(read('Chen').guesses).toEqual(['Marcus Chen', 'Mei Chen']);
    expect(read('Wanda Johnson').guesses).toEqual(['Wanda Kowalski']);
    expect(read('Marcos').guesses).toEqual(['Marcus Chen']);
    expect(read('Holiday').guesses).toEqual([]);
  });
});

describe('beside the name', () => {
  it('a number says who it is, in the title, in a column, in the description', () => {
    expect(who('On call (423) 555-0142')).toBe('Marcus Chen');
    expect(who('Big Mac +1 423 555 0142')).toBe('Marcus Chen');
    expect(who('Chen', { phones: ['+14235550143'] })).toBe('Mei Chen');
    expect(who('On call plumbing', { notedPhones: ['+14235550144'] })).toBe('Aline Silva');
    expect(who('Bob Jones', { notedPhones: ['+14235550144'] })).toBeNull();
    expect(who('Chen', { notedPhones: ['+14235550143'] })).toBe('Mei Chen');
  });

  it('the name of one with the number of another is nobody', () => {
    expect(who('Aline Silva (423) 555-0142')).toBeNull();
    expect(who('Aline Silva (423) 555-9999')).toBe('Aline Silva');
  });

  it('two numbers are nobody', () => {
    expect(who('On call', { phones: ['+14235550142', '+14235550143'] })).toBeNull();
  });

  it.each([
    ['On call', 'wanda.kowalski@example.com', 'Wanda Kowalski'],
    ['On call', 'wkowalski@example.com', 'Wanda Kowalski'],
    ['On call', 'silva_aline2@example.com', 'Aline Silva'],
    ['Chen', 'mei@example.com', 'Mei Chen'],
    ['On call', 'mchen@example.com', null],
    ['Bob Jones', 'wanda.kowalski@example.com', null],
    ['On call', 'office@example.com', null],
    ['wanda.kowalski@example.com', '', 'Wanda Kowalski'],
  ])('%j with %j is %j', (title, email, expected) => {
    expect(who(title, { emails: email === '' ? [] : [email] })).toBe(expected);
  });
});

describe('role, trade and place', () => {
  it.each([
    ['Marcus Chen (backup)', 'backup'],
    ['Back-up: Marcus Chen', 'backup'],
    ['SECONDARY Marcus Chen', 'backup'],
    ['Suplente: Marcus Chen', 'backup'],
    ['Marcus Chen, respaldo', 'backup'],
    ['Titular: Marcus Chen', 'primary'],
    ['Primary - Marcus Chen', 'primary'],
  ] as const)('%j says %s', (title, role) => {
    const other = role === 'primary' ? 'backup' : 'primary';
    expect(read(title, {}, { feed: { ...FEED, role: other } }).shift?.role).toBe(role);
  });

  it('what says both says neither', () => {
    expect(read('Primary/backup: Marcus Chen', {}, { feed: { ...FEED, role: 'backup' } }).shift?.role).toBe('backup');
  });

  it('the mapping comes before the column, the column before the title, the title before the calendar', () => {
    const titles: FeedTitle[] = [
      { id: 't', feedId: 'feed', title: 'Wanda, backup', responderId: 'Mei Chen', trade: 'hvac', role: 'primary' },
    ];
    expect(read('Wanda, backup', { role: 'backup' }, { titles }).shift).toMatchObject({
      responderId: 'Mei Chen',
      trade: 'hvac',
      role: 'primary',
    });
    expect(read('Wanda, backup', { role: 'primary' }).shift).toMatchObject({ role: 'primary', trade: 'general' });
    const asSaid = titles.map((each) => ({ ...each, role: null, trade: null }));
    expect(read('Wanda, backup', {}, { titles: asSaid }).shift).toMatchObject({ role: 'backup', trade: 'general' });
  });

  it('a trade in a title that says nothing else is that trade', () => {
    expect(read('Plomería - Silva').shift?.trade).toBe('plumbing');
    expect(read('HVAC on call: Wanda').shift?.trade).toBe('hvac');
    expect(read('Aire acondicionado: Wanda').shift?.trade).toBe('hvac');
    expect(read('Elevator keys are with Aline Silva').shift).toBeUndefined();
    expect(read('Maintenance: Wanda', {}, { feed: { ...FEED, trade: 'hvac' } }).shift?.trade).toBe('hvac');
  });

  it('a title that means nobody is left out and asked about no more', () => {
    const titles: FeedTitle[] = [
      { id: 't', feedId: 'feed', title: 'Office closed', responderId: null, trade: null, role: null },
    ];
    expect(read('Office closed', {}, { titles })).toMatchObject({ shift: undefined, guesses: undefined });
  });

  it('a place in a sheet is a property or a group; one that is not on file is pointed out with its row', () => {
    expect(read('Wanda', { place: 'maple court' }).shift).toMatchObject({ propertyId: 'Maple Court', group: null });
    expect(read('Wanda', { place: 'NORTH' }).shift).toMatchObject({ propertyId: null, group: 'North' });
    const unknown = read('Wanda', { place: 'Elm House', line: 7 });
    expect(unknown.shift).toBeUndefined();
    expect(unknown.broken[0]).toMatchObject({ line: 7, reason: { en: expect.stringContaining('Elm House') } });
  });
});

describe('what strangers write costs little', () => {
  const family = Array.from({ length: 60 }, (_, at) => person(`Anna Berta${at} Silva${at}`));
  const names = namesOf(family, []);
  /** Time of this thread's own work, whatever else the machine does. */
  const workedMs = async (work: () => Promise<unknown>): Promise<number> => {
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };

  it('thousands of endless titles that name everybody are understood beside the core, beyond 2,000 not at all', async () => {
    const events = Array.from({ length: 10_000 }, (_, at) => event(`Anna Silva ${at} `.repeat(40).slice(0, 400)));
    const known = event('Anna Berta7 Silva7');
    const spent = await workedMs(async () => {
      const matches = await matchesOf([known, ...events], names);
      expect(matches.of(known).responderId).toBe('Anna Berta7 Silva7');
      expect(matches.of(event(events[0]?.title ?? '')).responderId).toBeNull();
      expect(matches.of(event('Anna Berta8 Silva8'))).toMatchObject({ responderId: null, guesses: [] });
    });
    // Here it would take many times as long.
    expect(spent).toBeLessThan(1_000);
  });

  it('a calendar with more than 10,000 entries is refused where it is read', () => {
    const entries = Array.from({ length: 10_001 }, (_, at) =>
      eventText(`UID:${at}`, 'DTSTART:20261101T180000Z', 'DURATION:PT1H', 'SUMMARY:Wanda'),
    );
    const window = { from: Date.UTC(2026, 9, 20), to: Date.UTC(2027, 0, 20), zone: 'UTC' };
    expect(readEntries(calendarText(...entries), window)).toMatchObject({
      ok: false,
      reason: { en: expect.stringContaining('10,000') },
    });
    expect(readEntries(calendarText(...entries.slice(1)), window)).toMatchObject({ ok: true });
  });

  it('what a title says counts only as far as a rota goes', () => {
    expect(who(`Wanda Kowalski ${'on call '.repeat(25)}`)).toBeNull();
    expect(read(`Wanda Kowalski ${'on call '.repeat(25)}`).guesses).toContain('Wanda Kowalski');
  });

  it.each(['1 ', '(1) ', '+1-2', '1/2/3 4:5 ', '(202) 555-01', '+1'])(
    'numbers are found in endless %j',
    async (text) => {
      const endless = text.repeat(4_000);
      expect(await workedMs(async () => phonesIn(endless))).toBeLessThan(500);
    },
  );

  it.each([
    ['Call (423) 555-0142, or +44 20 7946 0958.', ['+14235550142', '+442079460958']],
    ['Tel.: 423.555.0142 x12', ['+14235550142']],
    ['1-423-555-0142', ['+14235550142']],
    ['2026-11-20 423-555-0142', ['+14235550142']],
    ['+1 423 555 0142', ['+14235550142']],
    ['4235550142', ['+14235550142']],
    ['20261120 180000, order 123456', []],
  ])('numbers in %j', (text, expected) => {
    expect(phonesIn(text)).toEqual(expected);
  });
});
