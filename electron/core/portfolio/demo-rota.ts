import { Temporal } from 'temporal-polyfill';
import type { Cover, Rotation, ScheduleSources, ShiftRole, Trade } from '#shared/contract';
import { type DemoResponderKey, demoResponderId, demoStaff } from './demo-people.ts';
import { demoId, EASTERN } from './demo-places.ts';

/** The demo's on-call plan: laid round the moment it is made, so that tonight always looks the same. */

const HAND_OFF = '08:00';
const MONDAY = 1;
/** Weeks of history; a multiple of every member count below, so that the first member has the current week. */
const PAST_WEEKS = 12;
const DAY_MS = 24 * 60 * 60 * 1000;

type Turn = readonly [primary: readonly DemoResponderKey[], backup: readonly DemoResponderKey[]];

const TURNS: Readonly<Record<Trade, Turn>> = {
  plumbing: [
    ['marcus', 'aline'],
    ['aline', 'marcus'],
  ],
  hvac: [
    ['javier', 'wanda'],
    ['wanda', 'javier'],
  ],
  electrical: [
    ['tom', 'lena'],
    ['lena', 'tom'],
  ],
  locksmith: [['sam'], ['luis']],
  security: [['patrol'], ['bea']],
  elevator: [['summit'], ['bea']],
  // Grace has no phone: from next week on, her turn shows what the desk does about that.
  appliance: [
    ['luis', 'javier', 'grace'],
    ['javier', 'grace', 'luis'],
  ],
  general: [
    ['luis', 'bea', 'omar'],
    ['bea', 'omar', 'luis'],
  ],
};

/**
 * Weekly rotations per trade with primary and backup, handing over Mondays at 08:00 Eastern; one deliberate gap: *general*
 * has no backup from the coming 08:00 on (another trade's gap would be covered by general, and so not show); one
 * cover: Omar stands in for Tom through the current or coming night.
 *
 * @param now UTC epoch milliseconds
 */
export function demoRota(now: number): ScheduleSources {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(EASTERN);
  // Before the hand-off hour the day still belongs to yesterday's duty.
  const dutyDay = (local.hour < 8 ? local.subtract({ days: 1 }) : local).toPlainDate();
  const monday = dutyDay.subtract({ days: dutyDay.dayOfWeek - MONDAY });
  const rotations = Object.entries(TURNS).flatMap(([name, [primary, backup]]) => {
    // Object.entries forgets the key type; TURNS has exactly the trades as keys.
    const trade = name as Trade;
    const gapFrom = trade === 'general' ? dutyDay.add({ days: 1 }) : null;
    return [rotation(trade, 'primary', primary, monday, null), rotation(trade, 'backup', backup, monday, gapFrom)];
  });
  return {
    shifts: [],
    rotations,
    covers: [demoCover(now, dutyDay)],
    timeOff: [],
    feedShifts: [],
    decisions: [],
    groups: {},
  };
}

function rotation(
  trade: Trade,
  role: ShiftRole,
  members: readonly DemoResponderKey[],
  monday: Temporal.PlainDate,
  until: Temporal.PlainDate | null,
): Rotation {
  return {
    id: demoId('rotation', trade, role),
    trade,
    role,
    propertyId: null,
    group: null,
    zone: EASTERN,
    handOffWeekday: MONDAY,
    handOffTime: HAND_OFF,
    layer: 1,
    turn: { unit: 'week', count: 1 },
    hours: [],
    validFrom: null,
    validUntil: null,
    members: members.map(demoResponderId),
    fromDate: monday.subtract({ weeks: PAST_WEEKS }).toString(),
    untilDate: until?.toString() ?? null,
  };
}

function demoCover(now: number, dutyDay: Temporal.PlainDate): Cover {
  const at = (day: Temporal.PlainDate, time: string): number =>
    day.toZonedDateTime({ timeZone: EASTERN, plainTime: time }).epochMilliseconds;
  return {
    id: demoId('cover', 'electrical'),
    trade: 'electrical',
    role: 'primary',
    propertyId: null,
    group: null,
    responderId: demoResponderId('omar'),
    startsAt: at(dutyDay, '17:00'),
    endsAt: at(dutyDay.add({ days: 1 }), HAND_OFF),
    reason: "Tom is at his daughter's graduation.",
    swapId: null,
    by: demoStaff().priya.staff.id,
    createdAt: Math.max(0, now - DAY_MS),
  };
}
