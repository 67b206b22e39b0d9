import { describe, expect, test } from 'vitest';
import type { Property, Responder, VendorTerms } from '#shared/contract';
import { dayOf, instantOfWallTime, isWithinDutyHours } from '#shared/oncall';
import { vendorsFor } from '../../electron/core/oncall/vendors.ts';

const NEW_YORK = 'America/New_York';
const on = (date: string, time: string, occurrence?: 'first' | 'last') =>
  instantOfWallTime(NEW_YORK, dayOf(date), time, occurrence);
const MINUTE = 60_000;

describe('hours of a vendor, by the wall clock of the property', () => {
  const weekdays = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }];
  const nights = [{ weekdays: [5, 6], from: '22:00', to: '06:00' }];

  test.each([
    ['no hours are all hours', [], on('2026-11-21', '03:00'), true],
    ['begins with its minute', weekdays, on('2026-11-20', '08:00'), true],
    ['not a minute before', weekdays, on('2026-11-20', '08:00') - MINUTE, false],
    ['ends with its minute', weekdays, on('2026-11-20', '17:00'), false],
    ['not on a Saturday', weekdays, on('2026-11-21', '09:00'), false],
    ['past midnight it is still Friday’s', nights, on('2026-11-21', '05:59'), true],
    ['and over at six', nights, on('2026-11-21', '06:00'), false],
    ['Sunday at one is Saturday’s', nights, on('2026-11-22', '01:00'), true],
    ['Monday at one is nobody’s', nights, on('2026-11-23', '01:00'), false],
    ['equal times are a whole day', [{ weekdays: [6], from: '00:00', to: '00:00' }], on('2026-11-21', '23:59'), true],
  ] as const)('%s', (_, hours, at, expected) => {
    expect(isWithinDutyHours(hours, NEW_YORK, at)).toBe(expected);
  });

  test('the night that has an hour twice: begins at the first and ends at the last', () => {
    const early = [{ weekdays: [7], from: '01:30', to: '01:45' }];
    const first = on('2026-11-01', '01:30', 'first');
    expect(isWithinDutyHours(early, NEW_YORK, first)).toBe(true);
    // Half past one has come, the clock goes back, and they still work.
    expect(isWithinDutyHours(early, NEW_YORK, first + 45 * MINUTE)).toBe(true);
    expect(isWithinDutyHours(early, NEW_YORK, on('2026-11-01', '01:45', 'last'))).toBe(false);
  });

  test('the night that lacks an hour: what begins in it begins after it', () => {
    const early = [{ weekdays: [7], from: '02:30', to: '05:00' }];
    expect(isWithinDutyHours(early, NEW_YORK, on('2027-03-14', '03:00'))).toBe(true);
    expect(isWithinDutyHours(early, NEW_YORK, on('2027-03-14', '03:00') - MINUTE)).toBe(false);
  });
});

const TERMS: VendorTerms = {
  order: 0,
  propertyIds: [],
  groups: [],
  hours: [],
  callOutUsd: 150,
  spendingLimitUsd: null,
  insuredUntil: null,
};

const vendor = (id: string, terms: Partial<VendorTerms> | null, more: Partial<Responder> = {}): Responder => ({
  id,
  name: id,
  company: '',
  role: 'vendor',
  trades: ['plumbing'],
  phone: '+12025550199',
  language: 'en',
  isEmergencyVendor: true,
  active: true,
  ...(terms && { vendor: { ...TERMS, ...terms } }),
  ...more,
});

const MAPLE: Property = {
  id: 'maple',
  name: 'Maple Court',
  address: '',
  zone: NEW_YORK,
  nightStart: '17:00',
  nightEnd: '08:00',
  greetingEn: '',
  greetingEs: '',
  calledNumber: null,
  shutOff: '',
  accessNotes: '',
  emergencyCentre: null,
  group: 'north',
};

describe('rule 6: which vendors are approved, and in which order', () => {
  const at = on('2026-11-21', '23:00');
  const ask = (responders: readonly Responder[], property: Property | null = MAPLE) =>
    vendorsFor(responders, [], { trade: 'plumbing', property, zone: NEW_YORK, at }).map(
      ({ responder, leftOut }) => [responder.id, leftOut] as const,
    );

  test('by their order; those without terms last; of the trade before those who do everything', () => {
    const list = [
      vendor('no terms', null),
      vendor('general', { order: 0 }, { trades: ['general'] }),
      vendor('second', { order: 2 }),
      vendor('first', { order: 1 }),
    ];
    expect(ask(list).map(([id]) => id)).toEqual(['first', 'second', 'no terms', 'general']);
  });

  test.each([
    ['another trade', vendor('a', {}, { trades: ['electrical'] }), 'otherTrade'],
    ['for another property', vendor('a', { propertyIds: ['elm'] }), 'otherProperty'],
    ['for this one', vendor('a', { propertyIds: ['maple'] }), null],
    ['for its group', vendor('a', { groups: ['north'] }), null],
    ['for another group', vendor('a', { groups: ['south'] }), 'otherProperty'],
    ['at this hour closed', vendor('a', { hours: [{ weekdays: [6], from: '08:00', to: '17:00' }] }), 'closed'],
    ['insured until today', vendor('a', { insuredUntil: '2026-11-21' }), null],
    ['insured until yesterday', vendor('a', { insuredUntil: '2026-11-20' }), 'notInsured'],
    ['without a number', vendor('a', {}, { phone: null }), 'noWorkingNumber'],
  ] as const)('%s', (_, listed, leftOut) => expect(ask([listed])).toEqual([['a', leftOut]]));

  test('a place outside the portfolio is nobody’s by name', () => {
    expect(ask([vendor('a', { propertyIds: ['maple'] }), vendor('b', {})], null)).toEqual(
      [
        ['b', null],
        ['a', 'otherProperty'],
      ].toSorted((x, y) => String(x[0]).localeCompare(String(y[0]))),
    );
  });

  test('whoever is away is left out; people who are no vendors are not on the list', () => {
    const off = [{ id: 'o', responderId: 'a', substituteId: null, startsAt: at - 1, endsAt: at + 1, reason: 'x' }];
    const query = { trade: 'plumbing', property: MAPLE, zone: NEW_YORK, at } as const;
    const list = [vendor('a', {}), vendor('t', null, { role: 'technician', isEmergencyVendor: false })];
    expect(vendorsFor(list, off as never, query)).toMatchObject([{ responder: { id: 'a' }, leftOut: 'away' }]);
  });
});
