import { describe, expect, it } from 'vitest';
import type { OnCallFinding, Responder, TimeOff } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';
import { agoOf, isStale } from '../../renderer/app/calendar-age.ts';
import { typedTakeOverOf } from '../../renderer/app/typed-command.ts';
import { byWeight, countsOf, merged, weightOf } from '../../renderer/screens/oncall/ahead/weigh.ts';
import { candidates } from '../../renderer/screens/oncall/forms/candidates.ts';
import { HOURS_PRESETS, hoursOf, presetOf, runsOf } from '../../renderer/screens/oncall/forms/duty-hours.ts';
import { leftOpen } from '../../renderer/screens/oncall/forms/left-open.ts';
import { cutTo, swapChoices } from '../../renderer/screens/oncall/forms/swap-choices.ts';
import { nextTurns } from '../../renderer/screens/oncall/forms/turns.ts';
import { peopleOf } from '../../renderer/screens/oncall/load/rows.ts';
import { removalOf } from '../../renderer/screens/oncall/removals.ts';
import { at, cover, from, HOUR_MS, rotation, sources, to } from './screen-oncall-plan.ts';

describe('the hours of a rotation', () => {
  it('are known again by the name they were picked by', () => {
    for (const preset of HOURS_PRESETS.filter((each) => each !== 'custom'))
      expect(presetOf(hoursOf(preset)), preset).toBe(preset);
    expect(presetOf([{ weekdays: [3], from: '12:00', to: '13:00' }])).toBe('custom');
  });

  it('of nights and weekends leave only office hours', () => {
    const made = { ...rotation, hours: hoursOf('nightsAndWeekends') };
    const duties = nextTurns(made, at('2026-11-23T12:00:00-05:00'), 3);
    // Monday to Thanksgiving Wednesday: each night on its own.
    expect(duties.map(({ startsAt, endsAt }) => (endsAt - startsAt) / HOUR_MS)).toEqual([15, 15, 15]);
    const friday = nextTurns(made, at('2026-11-27T12:00:00-05:00'), 1)[0];
    expect(friday && (friday.endsAt - friday.startsAt) / HOUR_MS).toBe(63);
  });

  it('name days in a row by the first and the last', () => {
    expect(runsOf([6, 1, 2, 3])).toEqual([
      [1, 3],
      [6, 6],
    ]);
  });
});

describe('the next turns', () => {
  it('are those of the schedule itself, a week each', () => {
    const turns = nextTurns(rotation, at('2026-11-20T23:00:00-05:00'), 3);
    expect(turns.map((duty) => duty.responderId)).toEqual(['marcus', 'aline', 'marcus']);
    expect(turns[1]?.startsAt).toBe(at('2026-11-23T08:00:00-05:00'));
  });
});

describe('a swap', () => {
  const duties = finalSchedule(sources, from, to);
  const own = duties.find((duty) => duty.responderId === 'omar') ?? null;

  it('is with somebody else', () => {
    expect(swapChoices(duties, own).map((duty) => duty.responderId)).toEqual(['marcus', 'marcus', 'aline']);
    expect(swapChoices(duties, null)).toEqual([]);
  });

  it('takes of a stretch only what was marked', () => {
    expect(cutTo({ startsAt: 10, endsAt: 20 }, { startsAt: 5, endsAt: 15 })).toEqual({ startsAt: 10, endsAt: 15 });
  });

  it('is taken away as a whole', () => {
    const [one, other] = [
      { ...cover, id: 'a', swapId: 's' },
      { ...cover, id: 'b', swapId: 's' },
    ];
    expect(removalOf(one, [cover, one, other])).toEqual({ kind: 'swap', covers: [one, other] });
    expect(removalOf(cover, [cover, one, other])).toEqual({ kind: 'cover', cover });
  });
});

describe('time off', () => {
  it('leaves open what the person is on for', () => {
    const open = leftOpen(sources, 'marcus', { startsAt: from, endsAt: at('2026-11-21T08:00:00-05:00') });
    expect(open.map(({ startsAt, endsAt }) => (endsAt - startsAt) / HOUR_MS)).toEqual([22, 2]);
    expect(leftOpen(sources, 'grace', { startsAt: from, endsAt: to })).toEqual([]);
  });

  it('takes nothing from whoever is covered already', () => {
    const away: TimeOff = {
      id: 't',
      responderId: 'marcus',
      substituteId: null,
      startsAt: from,
      endsAt: to,
      reason: '',
      by: 'rosa',
      createdAt: 2,
    };
    expect(leftOpen({ ...sources, timeOff: [away] }, 'marcus', { startsAt: from, endsAt: to })).toEqual([]);
  });
});

describe('taking over', () => {
  const person = (id: string, more: Partial<Responder> = {}): Responder => ({
    id,
    name: id,
    company: '',
    role: 'technician',
    trades: ['plumbing'],
    phone: null,
    language: 'en',
    isEmergencyVendor: false,
    active: true,
    ...more,
  });

  it('offers those of the trade first, and not the one who is on', () => {
    const all = [person('hal', { trades: ['hvac'] }), person('ann'), person('bob'), person('gone', { active: false })];
    expect(candidates(all, 'plumbing', 'bob').map((each) => each.id)).toEqual(['ann', 'hal']);
  });

  it.each([
    ['take over plumbing silva', { trade: 'plumbing', name: 'silva', reason: '' }],
    ['/takeover hvac Wanda Kowalski "sick child"', { trade: 'hvac', name: 'Wanda Kowalski', reason: 'sick child' }],
    ['relevar plomería silva', { trade: 'plumbing', name: 'silva', reason: '' }],
    ['take over the desk', null],
    ['take over plumbing', null],
  ])('is typed: %s', (typed, expected) => expect(typedTakeOverOf(typed)).toEqual(expected));
});

const finding = (more: Partial<OnCallFinding>): OnCallFinding => ({
  kind: 'noBackup',
  trade: 'plumbing',
  role: 'backup',
  propertyId: null,
  group: null,
  startsAt: from,
  endsAt: to,
  responderIds: [],
  places: null,
  accepted: null,
  cost: { en: 'cost', es: 'costo' },
  ...more,
});

describe('what is ahead', () => {
  const accepted = { id: 'd', by: 'rosa', reason: 'known', until: to };

  it('stands worst first, what is accepted last', () => {
    const all = [
      finding({ accepted, kind: 'nobody', startsAt: 0 }),
      finding({}),
      finding({ kind: 'nobody', startsAt: from + 1 }),
      finding({ kind: 'noNumber' }),
    ];
    expect(byWeight(all).map((each) => `${weightOf(each)} ${each.kind}`)).toEqual([
      'bad noNumber',
      'bad nobody',
      'warn noBackup',
      'accepted nobody',
    ]);
  });

  it('is told once where properties only begin their nights at other hours', () => {
    const hour = (hours: number) => from + hours * HOUR_MS;
    const all = [
      finding({ startsAt: hour(0), endsAt: hour(9), places: ['Elm', 'Oak'] }),
      finding({ startsAt: hour(1), endsAt: hour(10), places: ['Ash'] }),
      finding({ startsAt: hour(1), endsAt: hour(10), places: ['Ash'], role: 'primary', kind: 'noPrimary' }),
      finding({ startsAt: hour(24), endsAt: hour(33), places: ['Ash'] }),
    ];
    const told = merged(all, 4);
    expect(told.map(({ kind, startsAt, endsAt, places }) => [kind, startsAt, endsAt, places])).toEqual([
      ['noBackup', hour(0), hour(10), ['Ash', 'Elm', 'Oak']],
      ['noPrimary', hour(1), hour(10), ['Ash']],
      ['noBackup', hour(24), hour(33), ['Ash']],
    ]);
    expect(merged(all, 3)[0]?.places).toBeNull();
  });

  it('counts what wants a person', () => {
    const reminder = {
      id: 'r',
      responderId: 'aline',
      startsAt: from,
      endsAt: to,
      trades: ['plumbing'] as const,
      dueAt: from,
      confirmedAt: null,
      confirmedBy: null,
    };
    const outlook = {
      at: from,
      findings: [finding({}), finding({ kind: 'nobody' }), finding({ accepted })],
      reminders: [
        { ...reminder, state: 'sent' as const },
        { ...reminder, state: 'confirmed' as const },
        { ...reminder, state: 'due' as const },
      ],
      reminderSettings: { isOn: true, hoursBefore: 24 },
    };
    expect(countsOf(outlook, null, 1, 9, from)).toEqual({ bad: 1, warn: 3 });
  });
});

describe('the age of a live calendar', () => {
  it.each([
    [20_000, { unit: 'seconds', count: 20 }],
    [20 * 60_000, { unit: 'minutes', count: 20 }],
    [3 * HOUR_MS, { unit: 'hours', count: 3 }],
    [72 * HOUR_MS, { unit: 'days', count: 3 }],
    [-5, { unit: 'seconds', count: 0 }],
  ])('%s ms ago', (ago, expected) => expect(agoOf(from - ago, from)).toEqual(expected));

  it('is old when it could not be read, or was not asked for long', () => {
    const fresh = { trouble: null, checkedAt: from - 60_000 };
    expect(isStale(fresh, from)).toBe(false);
    expect(isStale({ ...fresh, checkedAt: null }, from)).toBe(true);
    expect(isStale({ ...fresh, checkedAt: from - HOUR_MS }, from)).toBe(true);
    expect(isStale({ ...fresh, trouble: { en: 'away', es: 'no está' } }, from)).toBe(true);
  });
});

describe('load', () => {
  it('puts both spans of a person side by side, most nights first', () => {
    const row = (responderId: string, nights: number) => ({
      responderId,
      nights,
      hours: 1,
      weekendNights: 0,
      wakeUps: 0,
    });
    const span = { from, to, spreadNights: 0 };
    const people = peopleOf({ ...span, rows: [row('a', 3)] }, { ...span, rows: [row('b', 5), row('a', 1)] });
    expect(people.map(({ responderId, past, next }) => [responderId, past.nights, next.nights])).toEqual([
      ['b', 0, 5],
      ['a', 3, 1],
    ]);
  });
});
