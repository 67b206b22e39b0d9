import type { Cover, Rotation, ScheduleSources, Shift } from '#shared/contract';
import { finalSchedule, whoIsOn } from '#shared/oncall';
import { type Bench, median, percentile } from './figure.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const FROM = Date.UTC(2026, 9, 1, 5);
const DAYS = 90;
const GROUPS = 50;
const RUNS = 30;
const QUESTIONS = 2_000;

/** Fifty groups that hand over weekly, primary and backup, with a cover each week and a dated shift each month. */
function sources(): ScheduleSources {
  const rotations: Rotation[] = [];
  const shifts: Shift[] = [];
  const covers: Cover[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const propertyId = `group-${group}`;
    for (const role of ['primary', 'backup'] as const) {
      const key = { trade: 'plumbing', role, propertyId, group: null } as const;
      rotations.push({
        ...key,
        id: `rotation-${group}-${role}`,
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
      });
      for (let day = 3; day < DAYS; day += 7) {
        const startsAt = FROM + day * DAY_MS + group * HOUR_MS;
        const id = `cover-${group}-${role}-${day}`;
        const stretch = { startsAt, endsAt: startsAt + 9 * HOUR_MS };
        covers.push({
          ...key,
          ...stretch,
          id,
          responderId: 'eve',
          reason: 'dentist',
          swapId: null,
          by: 'rosa',
          createdAt: FROM,
        });
      }
      for (let day = 10; day < DAYS; day += 30) {
        const startsAt = FROM + day * DAY_MS;
        shifts.push({
          ...key,
          id: `shift-${group}-${role}-${day}`,
          responderId: 'finn',
          startsAt,
          endsAt: startsAt + DAY_MS,
        });
      }
    }
  }
  return { rotations, shifts, covers, timeOff: [], feedShifts: [], decisions: [], groups: {} };
}

export const schedule: Bench = {
  name: 'schedule',
  about: '50 property groups over 90 days, and who is on now at one of them',
  async run() {
    const all = sources();
    const whole = timed(RUNS, () => finalSchedule(all, FROM, FROM + DAYS * DAY_MS));
    const now = timed(QUESTIONS, (index) =>
      whoIsOn(all, {
        trade: 'plumbing',
        role: 'primary',
        propertyId: `group-${index % GROUPS}`,
        at: FROM + ((index * HOUR_MS) % (DAYS * DAY_MS)),
      }),
    );
    return [
      { name: 'final schedule, 50 groups x 90 days, p50', value: median(whole), unit: 'ms', target: 100 },
      { name: 'who is on now, 50 groups, p99', value: percentile(now, 0.99), unit: 'ms', target: 1 },
    ];
  },
};

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
