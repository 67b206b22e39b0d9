import { describe, expect, it } from 'vitest';
import type { OnCallFinding, Responder, TimeOff } from '#shared/contract';
import { doubledDuties, finalSchedule } from '#shared/oncall';
import { agoOf, isStale } from '../../renderer/app/calendar-age.ts';
import { typedTakeOverOf } from '../../renderer/app/typed-command.ts';
import { byWeight, countsOf, merged, weightOf } from '../../renderer/screens/oncall/ahead/weigh.ts';
import { speaksOfAbsence } from '../../renderer/screens/oncall/feeds/absence-words.ts';
import { candidates, hindranceOf } from '../../renderer/screens/oncall/forms/candidates.ts';
import { HOURS_PRESETS, hoursOf, presetOf, runsOf } from '../../renderer/screens/oncall/forms/duty-hours.ts';
import { calledInstead, leftOpen } from '../../renderer/screens/oncall/forms/left-open.ts';
import { narrowerDuties } from '../../renderer/screens/oncall/forms/narrower.ts';
import { openUntil } from '../../renderer/screens/oncall/forms/open-until.ts';
import { afterSwap, cutTo, sameHours, swapChoices } from '../../renderer/screens/oncall/forms/swap-choices.ts';
import { nextTurns } from '../../renderer/screens/oncall/forms/turns.ts';
import { peopleOf } from '../../renderer/screens/oncall/load/rows.ts';
import { decisionBefore, removalOf } from '../../renderer/screens/oncall/removals.ts';
import { at, cover, from, HOUR_MS, NOTHING, NY, rotation, sources, to } from './screen-oncall-plan.ts';

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

  it('gives a night for a night', () => {
    const week = { startsAt: at('2026-11-23T08:00:00-05:00'), endsAt: at('2026-11-30T08:00:00-05:00') };
    const night = { startsAt: at('2026-11-27T17:00:00-05:00'), endsAt: at('2026-11-28T08:00:00-05:00') };
    const now = at('2026-11-25T23:27:00-05:00');
    const first = { startsAt: at('2026-11-23T17:00:00-05:00'), endsAt: at('2026-11-24T08:00:00-05:00') };
    expect(sameHours(week, night, NY, from)).toEqual(first);
    // What is behind is not given; what is left of a night is given for a whole one.
    const next = { startsAt: at('2026-11-26T17:00:00-05:00'), endsAt: at('2026-11-27T08:00:00-05:00') };
    expect(sameHours(week, night, NY, now)).toEqual(next);
    expect(sameHours(week, { startsAt: now, endsAt: next.startsAt - 9 * HOUR_MS }, NY, now)).toEqual(next);
    const late = { startsAt: at('2026-11-26T03:00:00-05:00'), endsAt: at('2026-11-26T08:00:00-05:00') };
    expect(sameHours(week, late, NY, late.startsAt)).toEqual(next);
    // A whole week for a whole week, and all there is where the hours do not fit.
    expect(sameHours(week, { startsAt: week.startsAt - 7 * 24 * HOUR_MS, endsAt: week.startsAt }, NY, from)).toEqual(
      week,
    );
    expect(sameHours({ ...week, endsAt: week.startsAt + 5 * HOUR_MS }, night, NY, from).startsAt).toBe(week.startsAt);
  });

  it('is weighed as if it were made: both people on their new nights', () => {
    const backup = { ...rotation, id: 'r2', role: 'backup' as const, members: ['aline', 'marcus'] };
    const both = { ...NOTHING, rotations: [rotation, backup] };
    const all = finalSchedule(both, from, to).filter((duty) => duty.role === 'primary');
    const [marcus, aline] = [all[0], all[1]];
    if (!marcus || !aline) throw new Error('no duties');
    const night = { startsAt: at('2026-11-21T17:00:00-05:00'), endsAt: at('2026-11-22T08:00:00-05:00') };
    const then = afterSwap(both, [
      { ...marcus, ...night },
      { ...aline, startsAt: at('2026-11-24T17:00:00-05:00'), endsAt: at('2026-11-25T08:00:00-05:00') },
    ]);
    expect(doubledDuties(then, marcus, 'aline', night.startsAt, night.endsAt)).toHaveLength(1);
    // A swap of the role for the other in the same hours leaves one each.
    const crossed = afterSwap(both, [
      { ...marcus, ...night },
      { ...marcus, role: 'backup', responderId: 'aline', ...night },
    ]);
    expect(doubledDuties(crossed, marcus, 'aline', night.startsAt, night.endsAt)).toEqual([]);
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

  it('names whoever is called instead: the substitute, general, or nobody', () => {
    const week = { startsAt: from, endsAt: at('2026-11-20T22:00:00-05:00') };
    const [duty] = leftOpen(sources, 'marcus', week);
    if (!duty) throw new Error('no duty');
    const who = (given: typeof sources, substituteId: string | null) =>
      calledInstead(given, { responderId: 'marcus', substituteId, ...week }, duty).map((part) => [
        part.duty?.responderId ?? null,
        part.duty?.trade ?? null,
        (part.endsAt - part.startsAt) / HOUR_MS,
      ]);
    expect(who(sources, null)).toEqual([[null, null, 22]]);
    expect(who(sources, 'omar')).toEqual([['omar', 'plumbing', 22]]);
    const bea = { ...cover, trade: 'general' as const, responderId: 'bea', startsAt: from + 2 * HOUR_MS };
    expect(who({ ...sources, shifts: [bea] }, null)).toEqual([
      [null, null, 2],
      ['bea', 'general', 20],
    ]);
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
    expect(candidates(all, 'plumbing', 'bob', () => null).map(({ person }) => person.id)).toEqual(['ann', 'hal']);
  });

  it('offers nobody first whom something hinders, and says what', () => {
    const backup = { ...rotation, id: 'r2', role: 'backup' as const, members: ['ann'] };
    const away = { id: 't', substituteId: null, startsAt: from, endsAt: to, reason: '', by: 'rosa', createdAt: 1 };
    const given = { ...NOTHING, rotations: [backup], timeOff: [{ ...away, responderId: 'bob' }] };
    const phone = '+14235550101';
    const all = [
      person('ann', { phone }),
      person('bob', { phone }),
      person('cay'),
      person('hal', { phone, trades: ['hvac'] }),
      person('dot', { phone }),
    ];
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    const offered = candidates(all, 'plumbing', null, (each) => hindranceOf(given, key, each, from));
    expect(offered.map((each) => [each.person.id, each.hindrance])).toEqual([
      ['dot', null],
      ['ann', 'otherRole'],
      ['bob', 'away'],
      ['cay', 'noNumber'],
      ['hal', null],
    ]);
    const busy = candidates(all, 'plumbing', 'dot', (each) => hindranceOf(given, key, each, from));
    expect(busy.map((each) => each.person.id)).toEqual(['hal', 'ann', 'bob', 'cay']);
  });

  it('names the places where somebody else stays on', () => {
    const shift = (id: string, propertyId: string | null, group: string | null) => ({
      ...cover,
      id,
      propertyId,
      group,
    });
    const given = {
      ...sources,
      shifts: [shift('a', 'elm', null), shift('b', null, 'North'), shift('c', 'oak', null)],
      groups: { elm: 'North' },
    };
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    const stretch = { startsAt: from, endsAt: to };
    const places = (more: object) =>
      narrowerDuties(given, { ...key, ...more }, stretch).map(({ propertyId, group }) => propertyId ?? group);
    expect(places({}).toSorted()).toEqual(['North', 'elm', 'oak']);
    expect(places({ group: 'North' })).toEqual(['elm']);
    expect(places({ propertyId: 'elm' })).toEqual([]);
    expect(places({ role: 'backup' })).toEqual([]);
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
    expect(byWeight(all, from).map((each) => `${weightOf(each)} ${each.kind}`)).toEqual([
      'bad noNumber',
      'bad nobody',
      'warn noBackup',
      'accepted nobody',
    ]);
  });

  it('stands first where it is tonight', () => {
    const week = from + 7 * 24 * HOUR_MS;
    const all = [finding({ kind: 'noNumber', startsAt: week }), finding({ kind: 'onePerson' })];
    expect(byWeight(all, from).map((each) => each.kind)).toEqual(['onePerson', 'noNumber']);
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

describe('a decision about a gap', () => {
  const key = { trade: 'plumbing', role: 'backup', propertyId: null, group: null } as const;

  it('lasts at first until somebody is called again, at most a week and to a morning', () => {
    expect(openUntil(sources, key, from + HOUR_MS, NY)).toBe(at('2026-11-27T08:00:00-05:00'));
    const shift = { ...cover, role: 'backup' as const };
    expect(openUntil({ ...sources, shifts: [shift] }, key, from + HOUR_MS, NY)).toBe(shift.startsAt);
  });

  it('gives way to what it took the place of when it is taken back', () => {
    const made = { ...key, kind: 'accepted', id: 'd', until: to, reason: 'known', by: 'rosa', createdAt: 1 } as const;
    expect(decisionBefore([made], 'accepted', key, from)).toBe(made);
    expect(decisionBefore([made], 'accepted', key, to)).toBeNull();
    expect(decisionBefore([made], 'vendor', key, from)).toBeNull();
    expect(decisionBefore([made], 'accepted', { ...key, group: 'North' }, from)).toBeNull();
  });
});

describe('a title of a live calendar', () => {
  it.each([
    ['Marcus OFF', true],
    ['PTO: Silva', true],
    ['vacaciones Marcos', true],
    ['Vacation', true],
    ['Office line', false],
    ['Chief', false],
    ['J. Awayson', false],
  ])('speaks of absence, or of a person: %s', (title, expected) => expect(speaksOfAbsence(title)).toBe(expected));
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
