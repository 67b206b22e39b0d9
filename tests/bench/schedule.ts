import type {
  Cover,
  FeedShift,
  GapDecision,
  Property,
  Responder,
  Rotation,
  ScheduleSources,
  Shift,
  TimeOff,
} from '#shared/contract';
import { finalSchedule, findings, whoIsOn } from '#shared/oncall';
import { type Bench, median, percentile } from './figure.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const FROM = Date.UTC(2026, 9, 1, 5);
const DAYS = 90;
const GROUPS = 50;
const PROPERTIES = 200;
const RUNS = 30;
const QUESTIONS = 2_000;
const ENTERED = { reason: 'dentist', by: 'rosa', createdAt: FROM };
const ROLES = ['primary', 'backup'] as const;

const groupName = (group: number): string => `group-${group}`;
const PEOPLE = ['ana', 'bo', 'cy', 'di', 'night'];

function hoursFrom(day: number, hour: number, hours: number): { readonly startsAt: number; readonly endsAt: number } {
  const startsAt = FROM + day * DAY_MS + hour * HOUR_MS;
  return { startsAt, endsAt: startsAt + hours * HOUR_MS };
}

function daysOf<T>(first: number, step: number, make: (day: number) => T): readonly T[] {
  return Array.from({ length: Math.ceil((DAYS - first) / step) }, (_, index) => make(first + index * step));
}

/** A group hands over weekly, and by night daily on a second layer. */
function rotationsOf(group: number): readonly Rotation[] {
  return ROLES.flatMap((role) => {
    const week: Rotation = {
      id: `rotation-${group}-${role}`,
      trade: 'plumbing',
      role,
      propertyId: null,
      group: groupName(group),
      zone: group % 2 === 0 ? 'America/New_York' : 'America/Chicago',
      handOffWeekday: 1 + (group % 7),
      handOffTime: '08:00',
      layer: 1,
      turn: { unit: 'week', count: 1 },
      hours: [],
      validFrom: null,
      validUntil: null,
      members: ['ana', 'bo', 'cy', 'di'].map((name) => `${name}-${group}`),
      fromDate: '2026-01-05',
      untilDate: null,
    };
    const hours = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' }];
    const members = [`night-${group}`, `ana-${group}`];
    return [
      week,
      { ...week, id: `nights-${group}-${role}`, layer: 2, turn: { unit: 'day', count: 1 }, hours, members },
    ];
  });
}

/**
 * Fifty groups of four properties: two layers of rotations, primary and backup, a live calendar, a cover each week, a dated
 * shift each month, time off, and at one property in ten a line of its own.
 */
function sources(): ScheduleSources {
  const groups = Array.from({ length: GROUPS }, (_, group) => group);
  const lines = groups.flatMap((group) =>
    ROLES.map((role) => ({
      group,
      key: { trade: 'plumbing', role, propertyId: null, group: groupName(group) } as const,
    })),
  );
  const id = (what: string, { key }: (typeof lines)[number], day: number) => `${what}-${key.group}-${key.role}-${day}`;
  const covers: Cover[] = lines.flatMap((line) =>
    daysOf(3, 7, (day) => {
      const who = { responderId: 'eve', swapId: null, ...ENTERED };
      return { ...line.key, ...who, id: id('cover', line, day), ...hoursFrom(day, line.group % 24, 9) };
    }),
  );
  const shifts: Shift[] = lines.flatMap((line) =>
    daysOf(10, 30, (day) => ({
      ...line.key,
      responderId: 'finn',
      id: id('shift', line, day),
      ...hoursFrom(day, 0, 24),
    })),
  );
  const feedShifts: FeedShift[] = lines.flatMap((line) =>
    daysOf(5, 5, (day) => {
      const fed = { feedId: 'feed', title: 'On call', responderId: `di-${line.group}` };
      return { ...line.key, ...fed, id: id('fed', line, day), ...hoursFrom(day, 17, 15) };
    }),
  );
  const own: Shift[] = Array.from({ length: PROPERTIES / 10 }, (_, index) => index * 10).flatMap((property) =>
    daysOf(1, 3, (day) => ({
      trade: 'plumbing' as const,
      role: 'primary' as const,
      propertyId: `property-${property}`,
      group: null,
      responderId: 'finn',
      id: `own-${property}-${day}`,
      ...hoursFrom(day, 0, 12),
    })),
  );
  const timeOff: TimeOff[] = groups.flatMap((group) =>
    daysOf(7, 20, (day) => ({
      id: `off-${group}-${day}`,
      responderId: `ana-${group}`,
      substituteId: day % 2 === 0 ? null : `bo-${group}`,
      ...ENTERED,
      ...hoursFrom(day, 0, 3 * 24),
    })),
  );
  const decisions: GapDecision[] = groups.map((group) => ({
    kind: 'vendor',
    id: `vendor-${group}`,
    trade: 'plumbing',
    role: 'primary',
    propertyId: null,
    group: groupName(group),
    responderId: 'ace',
    until: null,
    ...ENTERED,
  }));
  return {
    rotations: groups.flatMap(rotationsOf),
    shifts: [...shifts, ...own],
    covers,
    timeOff,
    feedShifts,
    decisions,
    groups: Object.fromEntries(
      Array.from({ length: PROPERTIES }, (_, index) => [`property-${index}`, groupName(index % GROUPS)]),
    ),
  };
}

function properties(): readonly Property[] {
  return Array.from({ length: PROPERTIES }, (_, index) => ({
    id: `property-${index}`,
    name: `Property ${index}`,
    address: '',
    zone: index % 2 === 0 ? 'America/New_York' : 'America/Chicago',
    nightStart: '17:00',
    nightEnd: index % 3 === 0 ? '07:30' : '08:00',
    greetingEn: '',
    greetingEs: '',
    calledNumber: null,
    shutOff: '',
    accessNotes: '',
    emergencyCentre: null,
  }));
}

function responders(): readonly Responder[] {
  const groups = Array.from({ length: GROUPS }, (_, group) => PEOPLE.map((name) => `${name}-${group}`)).flat();
  return [...groups, 'eve', 'finn', 'ace'].map((id) => ({
    id,
    name: id,
    company: '',
    role: 'technician',
    trades: [],
    phone: '+12025550100',
    language: 'en',
    isEmergencyVendor: false,
    active: true,
  }));
}

export const schedule: Bench = {
  name: 'schedule',
  about: '50 property groups over 90 days, who is on now at a property, what will go wrong in 14 days',
  async run() {
    const all = sources();
    const facts = { sources: all, properties: properties(), responders: responders() };
    // A plan that has just been read is sorted first.
    const whole = timed(RUNS, () => finalSchedule(readAgain(all), FROM, FROM + DAYS * DAY_MS));
    const now = timed(QUESTIONS, (index) =>
      whoIsOn(all, {
        trade: 'plumbing',
        role: 'primary',
        propertyId: `property-${index % PROPERTIES}`,
        at: FROM + ((index * HOUR_MS) % (DAYS * DAY_MS)),
      }),
    );
    const ahead = timed(RUNS, (day) => findings(facts, FROM + day * DAY_MS, FROM + (day + 14) * DAY_MS));
    return [
      { name: 'final schedule, 50 groups x 90 days, p50', value: median(whole), unit: 'ms', target: 100 },
      { name: 'who is on now, 50 groups, p99', value: percentile(now, 0.99), unit: 'ms', target: 1 },
      { name: 'what will go wrong in 14 days, 200 properties, p50', value: median(ahead), unit: 'ms', target: 200 },
    ];
  },
};

/** The same lists, but new ones. */
function readAgain(all: ScheduleSources): ScheduleSources {
  return {
    ...all,
    rotations: [...all.rotations],
    shifts: [...all.shifts],
    covers: [...all.covers],
    timeOff: [...all.timeOff],
    feedShifts: [...all.feedShifts],
    decisions: [...all.decisions],
  };
}

/** Times each run; the first tenth warms up and is left out. */
function timed(runs: number, work: (index: number) => unknown): readonly number[] {
  const samples: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const startedAt = performance.now();
    work(index);
    samples.push(performance.now() - startedAt);
  }
  return samples.slice(Math.ceil(runs / 10));
}
