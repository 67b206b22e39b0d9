import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlarmView, QueueRow, TimerView } from '#shared/contract';
import { alarmSound } from '#shared/incident';
import { loudestOf } from '../../renderer/app/alarms.ts';
import { rowNews, timerNews } from '../../renderer/app/announcements.ts';
import {
  dayHeads,
  dayOf,
  leftUntil,
  phoneOf,
  shortName,
  shortWhenOf,
  spanOf,
  timeOf,
  whenOf,
} from '../../renderer/app/format.ts';
import { actsOnce, chordOf, mayAct } from '../../renderer/app/keyboard.ts';
import { LINE_KEYS, linesOf } from '../../renderer/app/lines.ts';
import { matching } from '../../renderer/app/match-entries.ts';
import { calledNameOf, commandOf, typedCoverOf } from '../../renderer/app/typed-command.ts';

const NIGHT = Date.UTC(2026, 10, 21, 4, 42, 1); // Friday 20 November, 23:42:01 in New York
const ZONE = 'America/New_York';

describe('how times are written', () => {
  it.each([
    [0, '0:00'],
    [441_000, '7:21'],
    [12 * 60_000 + 40_000, '12:40'],
    [90 * 60_000 - 1000, '89:59'],
    [90 * 60_000, '1 h 30'],
    [2 * 3_600_000 + 5 * 60_000, '2 h 05'],
    [50 * 3_600_000, '2 d'],
  ])('%i ms is %s', (ms, span) => expect(spanOf(ms)).toBe(span));

  it.each([
    [121_000, '2:01', 'calm'],
    [119_000, '1:59', 'soon'],
    [500, '0:01', 'soon'],
    [0, '0:00', 'soon'],
    [-1000, '+0:01', 'late'],
    [-70_000, '+1:10', 'late'],
  ] as const)('%i ms before the deadline shows %s, %s', (left, digits, urgency) => {
    expect(leftUntil(NIGHT + left, NIGHT)).toEqual({ digits, urgency });
  });

  it('never says a deadline has passed before it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (left) => leftUntil(NIGHT + left, NIGHT).urgency !== 'late'),
    );
  });

  it('writes the zone of the desk, and the day where it is another one', () => {
    expect(timeOf(NIGHT, ZONE, true)).toBe('23:42:01');
    expect(dayOf(NIGHT, ZONE, 'en')).toBe('Fri 20 Nov');
    expect(dayOf(NIGHT, ZONE, 'es')).toBe('vie 20 nov');
    expect(whenOf(NIGHT, NIGHT + 60_000, ZONE, 'en')).toBe('23:42');
    expect(whenOf(NIGHT, NIGHT + 3_600_000, ZONE, 'en')).toBe('Fri 20 Nov 23:42');
  });
});

describe('a time that is not of today', () => {
  const at = (text: string) => Date.parse(text);
  it('has its weekday, and its date where the weekday would not do', () => {
    expect(shortWhenOf(NIGHT - 3_600_000, NIGHT, ZONE, 'en')).toBe('22:42');
    expect(shortWhenOf(at('2026-11-23T10:00:00-05:00'), NIGHT, ZONE, 'en')).toBe('Mon 10:00');
    expect(shortWhenOf(at('2026-11-23T10:00:00-05:00'), NIGHT, ZONE, 'es')).toBe('lun 10:00');
    expect(shortWhenOf(at('2026-11-18T03:12:09-05:00'), NIGHT, ZONE, 'en', true)).toBe('Wed 03:12:09');
    expect(shortWhenOf(at('2026-11-13T23:50:00-05:00'), NIGHT, ZONE, 'en')).toBe('Fri 13 Nov 23:50');
    expect(shortWhenOf(at('2026-11-27T20:00:00-05:00'), NIGHT, ZONE, 'en')).toBe('Fri 27 Nov 20:00');
  });

  it('never stands without a day unless it is today', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20 * 86_400, max: 20 * 86_400 }), (seconds) => {
        const written = shortWhenOf(NIGHT + seconds * 1000, NIGHT, ZONE, 'en');
        return /^\d/.test(written) === (dayOf(NIGHT + seconds * 1000, ZONE, 'en') === dayOf(NIGHT, ZONE, 'en'));
      }),
    );
  });

  it('a list says each day once, and today not at all', () => {
    const hours = (count: number) => NIGHT - count * 3_600_000;
    expect(dayHeads([hours(0), hours(1), hours(24), hours(25), hours(48)], NIGHT, ZONE, 'en')).toEqual([
      null,
      null,
      'Thu 19 Nov',
      null,
      'Wed 18 Nov',
    ]);
    expect(dayHeads([hours(24), hours(0)], NIGHT, ZONE, 'en')).toEqual(['Thu 19 Nov', 'Fri 20 Nov']);
    expect(dayHeads([], NIGHT, ZONE, 'en')).toEqual([]);
  });
});

describe('names and numbers', () => {
  it.each([
    ['Marcus Chen', 'M. Chen'],
    ['AquaRescue', 'AquaRescue'],
    ['Nightwatch dispatch', 'Nightwatch dispatch'],
    ['Ana de la Torre', 'Ana de la Torre'],
    ['Óscar Núñez', 'Ó. Núñez'],
  ])('%s is short as %s', (name, short) => expect(shortName(name)).toBe(short));

  it('writes a number as it is dialled', () => {
    expect(phoneOf('+12025550142')).toBe('+1 202 555 0142');
    expect(phoneOf('+442079460958').replaceAll(' ', '')).toBe('+442079460958');
  });
});

describe('a key that is held down', () => {
  it.each([
    ['1', true],
    ['backspace', true],
    ['j', false],
    ['arrowdown', false],
    ['f2', false],
  ])('%s acts but once: %s', (chord, isOnce) => expect(actsOnce(chord)).toBe(isOnce));
});

describe('keys', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
    chordOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

  it.each([
    [press('A'), 'a'],
    [press('k', { metaKey: true }), 'ctrl+k'],
    [press('Enter', { ctrlKey: true }), 'ctrl+enter'],
    [press('1', { altKey: true }), 'alt+1'],
    [press(' '), 'space'],
  ])('%s', (chord, expected) => expect(chord).toBe(expected));

  it.each([
    ['a', 'page', true, true],
    ['a', 'text', true, false],
    ['a', 'control', true, true],
    ['a', 'page', false, false],
    ['1', 'text', true, false],
    ['/', 'page', false, true],
    ['enter', 'page', true, true],
    ['enter', 'control', true, false],
    ['arrowdown', 'text', true, false],
    ['escape', 'text', false, true],
    ['f2', 'text', false, true],
    ['ctrl+enter', 'text', false, true],
  ] as const)('%s on %s with letters %s: %s', (chord, landing, hasLetters, acts) => {
    expect(mayAct(chord, landing, hasLetters)).toBe(acts);
  });

  it('gives each thing that can be done its own key, none taken by the browser', () => {
    const keys = Object.values(LINE_KEYS);
    expect(new Set(keys).size).toBe(keys.length);
    // Moving, heard, new report, inbox.
    for (const taken of ['J', 'K', 'M', 'N', 'G']) expect(keys).not.toContain(taken);
  });

  it('offers what the core would not refuse, the likeliest first', () => {
    const no = { en: 'no', es: 'no' };
    const standing = (status: QueueRow['status'], refused: Parameters<typeof linesOf>[0]['refused']) =>
      linesOf({ row: { status }, refused });
    expect(
      standing('running', { markArrived: no, setEta: no, reopen: no, answerEmergencyCall: no, handOver: no }),
    ).toEqual([
      'acknowledge',
      'call',
      'escalate',
      'hold',
      'write',
      'tier',
      'decline',
      'vendor',
      'resolve',
      'add',
      'connect',
      'jump',
      'standDown',
      'link',
      'note',
    ]);
    expect(standing('onSite', { acknowledgeFor: no, escalateNow: no, markArrived: no })[0]).toBe('resolve');
    expect(standing('resolved', { reopen: no })).not.toContain('reopen');
    // Asked where the danger is named, not in the row of buttons.
    expect(standing('running', {})).not.toContain('emergency');
  });
});

describe('the command bar', () => {
  const nothing = { words: '', via: null, minutes: null, responderId: null };
  it.each([
    ['/ack 1042', { line: 'acknowledge', number: 1042, given: nothing }],
    ['escalate #7', { line: 'escalate', number: 7, given: nothing }],
    ['resolver 12 listo', { line: 'resolve', number: 12, given: { ...nothing, words: 'listo' } }],
    [
      '/ack 1042 phone "on my way"',
      { line: 'acknowledge', number: 1042, given: { ...nothing, via: 'phone', words: 'on my way' } },
    ],
    [
      'aceptar 7 teléfono 20 “voy para allá”',
      { line: 'acknowledge', number: 7, given: { ...nothing, via: 'phone', minutes: 20, words: 'voy para allá' } },
    ],
    [
      '/hold 7 5 "calling her back"',
      { line: 'hold', number: 7, given: { ...nothing, minutes: 5, words: 'calling her back' } },
    ],
    ['proveedor 7 falta una bomba', { line: 'vendor', number: 7, given: { ...nothing, words: 'falta una bomba' } }],
    ['eta 7 45', { line: 'eta', number: 7, given: { ...nothing, minutes: 45 } }],
    ['note 7 the phone is off', { line: 'note', number: 7, given: { ...nothing, words: 'the phone is off' } }],
    ['ack', null],
    ['chen 1042', null],
  ])('%s', (typed, command) => expect(commandOf(typed)).toEqual(command));

  it.each([
    ['call chen', 'chen'],
    ['/llamar Aline Silva', 'Aline Silva'],
    ['call 1042', null],
    ['chen', null],
  ])('%s calls %s', (typed, name) => expect(calledNameOf(typed)).toBe(name));

  it.each([
    ['cover plumbing silva until 6', { trade: 'plumbing', name: 'silva', until: '06:00', reason: '' }],
    [
      '/suplir plomería aline silva hasta 18:30 "hijo enfermo"',
      { trade: 'plumbing', name: 'aline silva', until: '18:30', reason: 'hijo enfermo' },
    ],
    ['cover roofing silva until 6', null],
    ['cover plumbing silva until 24', null],
    ['cover plumbing until 6', null],
  ])('%s', (typed, cover) => expect(typedCoverOf(typed)).toEqual(cover));

  it('finds by the beginnings of words, without accents', () => {
    const titles = (typed: string) =>
      matching([{ title: 'Español' }, { title: 'Letter keys: switch off' }, { title: 'Call script' }], typed).map(
        (e) => e.title,
      );
    expect(titles('espan')).toEqual(['Español']);
    expect(titles('/call')).toEqual(['Call script']);
    expect(titles('ch')).toEqual([]);
  });
});

const row = (change: Partial<QueueRow>): QueueRow => ({
  id: 'i1',
  number: 1042,
  tier: 'P1',
  status: 'running',
  category: 'plumbing',
  trade: 'plumbing',
  place: 'Maple Court 14B',
  propertyId: 'p1',
  text: 'water',
  callerName: 'Dana Ruiz',
  callerLanguage: 'es',
  hasVolunteeredNeed: false,
  firstContactAt: NIGHT,
  who: ['Marcus Chen'],
  next: null,
  step: { fired: 1, of: 5, round: 1 },
  isAlarmed: false,
  ...change,
});
const rows = (...list: readonly QueueRow[]) => new Map(list.map((one) => [one.id, one]));

describe('what a screen reader is told at once', () => {
  const old = row({ id: 'i0' });
  const kinds = (before: QueueRow, after: QueueRow) => rowNews(rows(before), rows(after)).map((news) => news.kind);

  it('tells a new P1, but nothing of the first list', () => {
    expect(rowNews(new Map(), rows(row({})))).toEqual([]);
    expect(rowNews(rows(old), rows(old, row({}))).map((news) => news.kind)).toEqual(['newP1']);
    expect(rowNews(rows(old), rows(old, row({ tier: 'P3', status: 'morning' })))).toEqual([]);
  });

  it('tells a step, an acknowledgement and silence once each', () => {
    expect(kinds(row({}), row({ step: { fired: 2, of: 5, round: 1 } }))).toEqual(['stepFired']);
    expect(kinds(row({}), row({ status: 'acknowledged' }))).toEqual(['acknowledged']);
    expect(kinds(row({}), row({ status: 'unanswered' }))).toEqual(['unanswered']);
    expect(kinds(row({ status: 'unanswered' }), row({ status: 'unanswered', isAlarmed: true }))).toEqual([]);
  });

  it('tells two minutes left exactly once, whatever seconds were skipped', () => {
    const timer = {
      incidentId: 'i1',
      number: 1,
      tier: 'P1',
      place: 'x',
      kind: 'step',
      token: '1.1.2',
      dueAt: NIGHT + 600_000,
      names: [],
    } satisfies TimerView;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 20, maxLength: 60 }), (steps) => {
        let now = NIGHT;
        let told = 0;
        for (const seconds of steps) {
          told += timerNews([timer], now, now + seconds * 1000).length;
          now += seconds * 1000;
        }
        return told === (now >= NIGHT + 480_000 ? 1 : 0);
      }),
    );
  });
});

describe('the alarm', () => {
  const alarm = (kind: string, change: Partial<AlarmView> = {}): AlarmView => ({
    kind,
    ...alarmSound(kind, 'P1'),
    chain: [],
    incidentId: 'i1',
    number: 1,
    place: 'x',
    detail: null,
    since: NIGHT,
    isSilencedUntil: null,
    ...change,
  });

  it('sounds the most urgent, and nothing that was heard', () => {
    const heard = { isSilencedUntil: NIGHT + 180_000 };
    expect(loudestOf([alarm('messageFailed'), alarm('noEta'), alarm('unanswered')], NIGHT)?.kind).toBe('unanswered');
    expect(loudestOf([alarm('unanswered', heard), alarm('messageFailed')], NIGHT)?.kind).toBe('messageFailed');
    expect(loudestOf([alarm('unanswered', heard)], NIGHT)).toBeNull();
    expect(loudestOf([alarm('unanswered', heard)], NIGHT + 180_000)?.kind).toBe('unanswered');
    expect(loudestOf([], NIGHT)).toBeNull();
  });

  it('of one sound says the graver matter first, whichever began before', () => {
    const desk = alarm('deskStep', { since: NIGHT });
    const nobody = alarm('unanswered', { since: NIGHT + 60_000 });
    expect(loudestOf([desk, nobody], NIGHT + 90_000)?.kind).toBe('unanswered');
    // What sounds once is the latest, or the new one would never be heard.
    const once = { sound: 'chime', isLooping: false } as const;
    const older = alarm('unanswered', { since: NIGHT, ...once });
    expect(loudestOf([older, alarm('holdEnded', { since: NIGHT + 5, ...once })], NIGHT + 9)?.kind).toBe('holdEnded');
  });

  it('what sounds once is begun by the latest one, and never goes before what sounds on', () => {
    const chime = (since: number) => alarm('messageFailed', { since });
    expect(loudestOf([chime(NIGHT), chime(NIGHT + 5)], NIGHT + 9)?.since).toBe(NIGHT + 5);
    expect(loudestOf([chime(NIGHT), alarm('noEta', { since: NIGHT + 5 })], NIGHT + 9)?.kind).toBe('noEta');
  });
});
