import { describe, expect, it } from 'vitest';
import type { Duty, ShiftRole, Trade } from '#shared/contract';
import {
  confirmedText,
  isBareAnswer,
  isShiftConfirmation,
  noLongerOnCallText,
  parseReply,
  reminderText,
  segmentsOf,
  shiftDeclinedText,
  whichIsMeantText,
} from '#shared/messages';
import { dayOf, instantOfWallTime } from '#shared/oncall';
import { leftOf, type Told, toTell } from '../../electron/core/oncall/reminders/decide.ts';
import { changeDueAt, reminderDueAt } from '../../electron/core/oncall/reminders/due.ts';
import { stretchesOf } from '../../electron/core/oncall/reminders/stretches.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE = 'America/New_York';
const at = (date: string, time: string): number => instantOfWallTime(ZONE, dayOf(date), time);
const MONDAY = at('2026-11-23', '08:00');

function duty(who: string, from: number, hours: number, over: { trade?: Trade; role?: ShiftRole } = {}): Duty {
  return {
    trade: 'plumbing',
    role: 'primary',
    propertyId: null,
    group: null,
    responderId: who,
    startsAt: from,
    endsAt: from + hours * HOUR_MS,
    source: { kind: 'shift', id: `${who} ${from}` },
    ...over,
  };
}
const FAR = MONDAY + 60 * DAY_MS;
const spans = (duties: readonly Duty[]) =>
  stretchesOf(duties, FAR).map(({ responderId, startsAt, endsAt, role }) => [
    responderId,
    (startsAt - MONDAY) / HOUR_MS,
    (endsAt - MONDAY) / HOUR_MS,
    role,
  ]);

describe('a stretch of duty', () => {
  it('is one where duties touch or overlap, whatever the trade', () => {
    const duties = [
      duty('a', MONDAY, 12),
      duty('a', MONDAY + 12 * HOUR_MS, 12, { trade: 'hvac' }),
      duty('a', MONDAY + 20 * HOUR_MS, 8, { trade: 'general', role: 'backup' }),
      duty('b', MONDAY, 4),
    ];
    expect(spans(duties)).toEqual([
      ['a', 0, 28, 'primary'],
      ['b', 0, 4, 'primary'],
    ]);
    expect(stretchesOf(duties, FAR)[0]?.parts).toEqual([
      { trade: 'plumbing', role: 'primary' },
      { trade: 'hvac', role: 'primary' },
    ]);
  });

  it('that ends standing behind says until when it is in front', () => {
    const duties = [duty('a', MONDAY, 12), duty('a', MONDAY + 6 * HOUR_MS, 30, { trade: 'hvac', role: 'backup' })];
    expect(stretchesOf(duties, FAR)).toMatchObject([
      {
        endsAt: MONDAY + 36 * HOUR_MS,
        frontUntil: MONDAY + 12 * HOUR_MS,
        parts: [{ trade: 'plumbing', role: 'primary' }],
      },
    ]);
  });

  it('begins anew where somebody who stood behind comes to stand in front', () => {
    const week = 7 * 24;
    const turns = [0, 1, 2, 3].map((n) =>
      duty('a', MONDAY + n * 7 * DAY_MS, week, { role: n % 2 === 0 ? 'backup' : 'primary' }),
    );
    expect(spans(turns)).toEqual([
      ['a', 0, week, 'backup'],
      ['a', week, 3 * week, 'primary'],
      ['a', 3 * week, 4 * week, 'primary'],
    ]);
    // The nights of one week are one turn, not seven.
    const behind = duty('b', MONDAY, week, { role: 'backup' });
    const nights = [0, 1, 2, 3].map((n) => duty('b', MONDAY + (n * 24 + 9) * HOUR_MS, 15, { trade: 'hvac' }));
    expect(spans([behind, ...nights])).toEqual([
      ['b', 0, 9, 'backup'],
      ['b', 9, week, 'primary'],
    ]);
  });
});

describe('when somebody is told', () => {
  it.each([
    ['2026-11-23', '08:00', 24, '2026-11-22', '08:00'],
    ['2026-11-23', '05:00', 24, '2026-11-21', '18:00'],
    ['2026-11-23', '23:00', 24, '2026-11-22', '18:00'],
    ['2026-11-23', '22:00', 24, '2026-11-22', '18:00'],
    ['2026-11-23', '07:00', 24, '2026-11-22', '07:00'],
    ['2026-11-23', '07:30', 1, '2026-11-22', '18:00'],
    // The clock goes back at two on the first of November: 24 hours are not a day.
    ['2026-11-01', '21:30', 24, '2026-10-31', '18:00'],
  ])('%s %s, %i h before: %s %s', (day, time, hours, dueDay, dueTime) => {
    expect(reminderDueAt(at(day, time), hours, ZONE)).toBe(at(dueDay, dueTime));
  });

  it('a change is told at once; at night only what concerns this night', () => {
    const noon = at('2026-11-22', '12:00');
    expect(changeDueAt(noon, MONDAY, ZONE)).toBe(noon + 20_000);
    expect(changeDueAt(noon, MONDAY, ZONE, 'hasNoMore')).toBe(noon + 180_000);
    const late = at('2026-11-22', '23:00');
    expect(changeDueAt(late, late + HOUR_MS, ZONE)).toBe(late + 20_000);
    expect(changeDueAt(late, at('2026-11-23', '20:00'), ZONE)).toBe(at('2026-11-23', '07:00'));
    const early = at('2026-11-23', '03:00');
    expect(changeDueAt(early, at('2026-11-23', '20:00'), ZONE)).toBe(at('2026-11-23', '07:00'));
    expect(changeDueAt(early, at('2026-11-23', '07:30'), ZONE)).toBe(early + 20_000);
  });
});

describe('what is to be told', () => {
  const now = MONDAY - DAY_MS;
  const look = (duties: readonly Duty[], told: readonly Told[], horizon = FAR) =>
    toTell(stretchesOf(duties, horizon), told, { now, horizon, usefulFrom: now - HOUR_MS });
  type Over = Partial<Told> & { readonly trade?: Trade; readonly role?: ShiftRole };
  const told = (
    startsAt: number,
    hours: number,
    { trade = 'plumbing', role = 'primary', ...over }: Over = {},
  ): Told => {
    const times = { startsAt, endsAt: startsAt + hours * HOUR_MS };
    const parts = [{ trade, role, ...times }];
    return { id: 't', responderId: 'a', ...times, parts, isOpen: false, isKnown: true, ...over };
  };

  it('once: not again for what was told', () => {
    const duties = [duty('a', MONDAY, 12)];
    expect(look(duties, []).remind).toHaveLength(1);
    expect(look(duties, [told(MONDAY, 12)])).toEqual({ remind: [], extend: [], lost: [] });
  });

  it('what goes on past the end that was told is news; past none that was told it is not', () => {
    const both = [duty('a', MONDAY, 12), duty('a', MONDAY + 12 * HOUR_MS, 12)];
    const long = [duty('a', MONDAY, 24)];
    for (const duties of [both, long])
      expect(look(duties, [told(MONDAY, 12)])).toMatchObject({
        remind: [{ startsAt: MONDAY + 12 * HOUR_MS, endsAt: MONDAY + 24 * HOUR_MS }],
        extend: [],
      });
    expect(look(long, [told(MONDAY, 12, { isOpen: true })])).toMatchObject({
      remind: [],
      extend: [{ id: 't', trade: 'plumbing', role: 'primary', endsAt: MONDAY + 24 * HOUR_MS }],
    });
  });

  it('another trade is news however much of the time was told, and is told alone', () => {
    const plumbing = duty('a', MONDAY + 2 * HOUR_MS, 18);
    const duties = [duty('a', MONDAY, 8, { trade: 'electrical' }), plumbing];
    const parts = [{ trade: 'plumbing', role: 'primary' }];
    const { startsAt, endsAt } = plumbing;
    for (const isOpen of [false, true])
      expect(look(duties, [told(MONDAY, 8, { trade: 'electrical', isOpen })])).toMatchObject({
        remind: [{ startsAt, endsAt, parts, isOpen: false }],
        extend: [],
        lost: [],
      });
  });

  it('what begins now is told although another duty began long ago, untold', () => {
    const plumbing = duty('a', now, 60);
    const duties = [duty('a', now - 3 * HOUR_MS, 8, { trade: 'electrical' }), plumbing];
    expect(look(duties, []).remind).toMatchObject([
      { startsAt: now, endsAt: plumbing.endsAt, parts: [{ trade: 'plumbing', role: 'primary' }] },
    ]);
  });

  it('a trade that is taken away is lost, although the person stays on call for another', () => {
    const both = told(MONDAY, 12);
    const parts = [...both.parts, { ...both, trade: 'hvac', role: 'primary' } as const];
    expect(look([duty('a', MONDAY, 12)], [{ ...both, parts }]).lost).toMatchObject([
      { startsAt: MONDAY, endsAt: MONDAY + 12 * HOUR_MS, parts: [{ trade: 'hvac', role: 'primary' }] },
    ]);
  });

  it('what is theirs no more is lost, from now on and piece by piece', () => {
    const duties = [duty('a', MONDAY + 4 * HOUR_MS, 4)];
    expect(look(duties, [told(MONDAY, 12)]).lost).toMatchObject([
      { startsAt: MONDAY, endsAt: MONDAY + 4 * HOUR_MS },
      { startsAt: MONDAY + 8 * HOUR_MS, endsAt: MONDAY + 12 * HOUR_MS },
    ]);
    expect(look([], [told(MONDAY - 2 * DAY_MS, 72)]).lost).toMatchObject([{ startsAt: now }]);
    expect(look([], [told(MONDAY, 12, { isKnown: false })]).lost).toEqual([]);
    expect(leftOf(told(MONDAY, 12).parts, told(MONDAY + HOUR_MS, 1).parts)).toHaveLength(2);
    expect(leftOf(told(MONDAY, 12).parts, told(MONDAY, 12, { trade: 'hvac' }).parts)).toHaveLength(1);
  });

  it('who was told that they stand behind is told that they stand in front, not the other way round', () => {
    const inFront = [duty('a', MONDAY, 12)];
    const behind = [duty('a', MONDAY, 12, { role: 'backup' })];
    expect(look(inFront, [told(MONDAY, 12, { role: 'backup' })]).remind).toHaveLength(1);
    expect(look(behind, [told(MONDAY, 12)]).remind).toEqual([]);
  });
});

describe('the texts', () => {
  const base = {
    company: 'Harbor & Vine Property Management',
    zone: ZONE,
    startsAt: MONDAY,
    endsAt: MONDAY + 7 * DAY_MS,
    parts: [{ trade: 'plumbing', role: 'primary' }],
    partsUntil: null,
    thenParts: [],
  } as const;

  it.each(['en', 'es'] as const)('%s: one plain segment, with what is needed in it', (language) => {
    const text = reminderText({ ...base, language, hasBegun: false });
    expect(segmentsOf(text)).toMatchObject({ segments: 1, encoding: 'GSM-7' });
    expect(text).toMatch(/08:00/);
    expect(text).toMatch(language === 'en' ? /reply CONFIRM\./ : /Responda CONFIRMO\./);
    for (const other of [
      noLongerOnCallText({ ...base, language }),
      shiftDeclinedText({ ...base, language }),
      confirmedText({ language, zone: ZONE, stretches: [{ ...base, name: null }], isIncidentWaiting: false }),
      whichIsMeantText({ language, incidents: ['A', 'B', 'C', 'D'].map((code, n) => ({ code, number: 1001 + n })) }),
      reminderText({ ...base, language, hasBegun: true }),
      reminderText({ ...base, language, hasBegun: false, partsUntil: MONDAY + DAY_MS, thenParts: base.parts }),
    ])
      expect(segmentsOf(other)).toMatchObject({ segments: 1, encoding: 'GSM-7' });
  });

  it('says day, time and zone as people write them', () => {
    expect(reminderText({ ...base, language: 'en', hasBegun: false })).toBe(
      'Harbor & Vine Property Management: you are on call Mon Nov 23 08:00 to Mon Nov 30 08:00 EST, plumbing primary. Please reply CONFIRM.',
    );
    expect(reminderText({ ...base, language: 'es', hasBegun: true, endsAt: null })).toBe(
      'Harbor & Vine Property Management: tiene guardia desde ahora, plomeria titular. Responda CONFIRMO.',
    );
  });

  it('counts what does not fit', () => {
    const trades = ['plumbing', 'hvac', 'electrical', 'locksmith'] as const;
    const parts = trades.map((trade) => ({ trade, role: 'primary' as const }));
    const text = reminderText({ ...base, parts, language: 'en', hasBegun: false });
    expect(text).toMatch(/plumbing primary, HVAC primary, \+2\. Please/);
    expect(segmentsOf(text).segments).toBe(1);
  });
});

it.each(['CONFIRM', 'confirmo', 'Confirmed!', 'sí, confirmo', 'ok confirm'])(
  '%s confirms and takes no incident',
  (words) => {
    expect(isShiftConfirmation(words)).toBe(true);
    expect(parseReply(words).verb).toBe('none');
  },
);
it.each(['ok', '1', 'I confirm that the pipe burst', 'not confirmed', ''])(
  '"%s" is no confirmation by its own word',
  (words) => {
    expect(isShiftConfirmation(words)).toBe(false);
  },
);
it.each(['ok', '1', 'yes', 'Sí', '1 yes', '👍', 'no', '2', "can't"])(
  '"%s" could mean an incident or a shift',
  (words) => {
    expect(isBareAnswer(words)).toBe(true);
  },
);
it.each(['1A', '1 30', '3', 'done', '?', 'on my way', 'ya voy', 'CONFIRM', 'Liked “A #1001 P1 Maple Court”', 'no gas'])(
  '"%s" could not',
  (words) => {
    expect(isBareAnswer(words)).toBe(false);
  },
);

it.each(['en', 'es'] as const)('%s: what the question suggests works', (language) => {
  const text = whichIsMeantText({ language, incidents: [{ code: 'B', number: 1007 }] });
  expect(text).toMatch(/1B \w+ #1007, 2B .*CONFIRM/);
  expect(parseReply('1B')).toMatchObject({ verb: 'accept', code: 'B', isBareWord: false });
  expect(parseReply('2B')).toMatchObject({ verb: 'decline', code: 'B' });
  expect(isShiftConfirmation(/CONFIRMO?/.exec(text)?.[0] ?? '')).toBe(true);
});
