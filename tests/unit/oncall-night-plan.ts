import type { Cover, Duty, Instant, Rotation, ScheduleSources, Shift, TimeOff } from '#shared/contract';
import type { DutyKey } from '#shared/oncall';

/** Small plans of one night, and how they are told. */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const utc = (text: string): Instant => Date.parse(`${text}Z`);

export const PLUMBER: DutyKey = { trade: 'plumbing', role: 'primary', propertyId: null };
export const AT_MAPLE: DutyKey = { ...PLUMBER, propertyId: 'maple' };
export const GENERAL: DutyKey = { ...PLUMBER, trade: 'general' };

/** A Tuesday, so that hours read as `NIGHT + 3 * HOUR_MS`. */
export const NIGHT = utc('2026-11-17T00:00');
export const hour = (n: number): Instant => NIGHT + n * HOUR_MS;

export const shift = (responderId: string, from: number, to: number, more: Partial<Shift> = {}): Shift => ({
  id: `shift-${responderId}-${from}`,
  ...PLUMBER,
  group: null,
  responderId,
  startsAt: hour(from),
  endsAt: hour(to),
  ...more,
});
export const cover = (responderId: string, from: number, to: number, more: Partial<Cover> = {}): Cover => ({
  id: `cover-${responderId}-${from}`,
  ...PLUMBER,
  group: null,
  responderId,
  startsAt: hour(from),
  endsAt: hour(to),
  reason: 'ill',
  swapId: null,
  by: 'staff-1',
  createdAt: hour(-1),
  ...more,
});
export const rotation = (members: readonly string[], more: Partial<Rotation> = {}): Rotation => ({
  id: `rotation-${members.join('-')}`,
  ...PLUMBER,
  zone: 'America/New_York',
  handOffWeekday: 1,
  handOffTime: '08:00',
  layer: 1,
  turn: { unit: 'week', count: 1 },
  hours: [],
  validFrom: null,
  validUntil: null,
  group: null,
  members: [...members],
  fromDate: '2026-11-02',
  untilDate: null,
  ...more,
});
export const timeOff = (responderId: string, from: number, to: number, more: Partial<TimeOff> = {}): TimeOff => ({
  id: `off-${responderId}-${from}`,
  responderId,
  substituteId: null,
  startsAt: hour(from),
  endsAt: hour(to),
  reason: 'holiday',
  by: 'staff-1',
  createdAt: hour(-1),
  ...more,
});
export const sourcesOf = (more: Partial<ScheduleSources>): ScheduleSources => ({
  shifts: [],
  rotations: [],
  covers: [],
  timeOff: [],
  feedShifts: [],
  decisions: [],
  groups: {},
  ...more,
});

/** `ana 0-4` per duty, hours of the night; who stands in adds for whom, a scope where. */
export function told(duties: readonly Duty[]): readonly string[] {
  return duties.map((duty) => {
    const insteadOf = 'insteadOf' in duty.source ? ` for ${duty.source.insteadOf ?? 'nobody'}` : '';
    const place = duty.propertyId !== null ? ` at ${duty.propertyId}` : duty.group !== null ? ` in ${duty.group}` : '';
    const trade = duty.trade === 'plumbing' ? '' : ` (${duty.trade})`;
    const [from, to] = [duty.startsAt, duty.endsAt].map((at) => (at - NIGHT) / HOUR_MS);
    return `${duty.responderId} ${from}-${to}${insteadOf}${place}${trade}`;
  });
}
