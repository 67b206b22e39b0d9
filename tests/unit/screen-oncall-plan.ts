import { type Cover, type Rotation, type ScheduleSources, SHIFT_ROLES } from '#shared/contract';
import { finalSchedule, gaps } from '#shared/oncall';
import type { Line } from '../../renderer/screens/oncall/timeline.ts';

/** A week of one trade: a rotation of two, covered through the first night, and no backup at all. */

export const NY = 'America/New_York';
export const at = (text: string) => Date.parse(text);
export const HOUR_MS = 3_600_000;

export const rotation: Rotation = {
  id: 'r1',
  trade: 'plumbing',
  role: 'primary',
  propertyId: null,
  zone: NY,
  handOffWeekday: 1,
  handOffTime: '08:00',
  layer: 1,
  turn: { unit: 'week', count: 1 },
  hours: [],
  validFrom: null,
  validUntil: null,
  group: null,
  members: ['marcus', 'aline'],
  fromDate: '2026-11-16',
  untilDate: null,
};
export const cover: Cover = {
  id: 'c1',
  trade: 'plumbing',
  role: 'primary',
  propertyId: null,
  responderId: 'omar',
  startsAt: at('2026-11-20T22:00:00-05:00'),
  endsAt: at('2026-11-21T06:00:00-05:00'),
  group: null,
  swapId: null,
  reason: 'sick child',
  by: 'rosa',
  createdAt: 1,
};
export const NOTHING: ScheduleSources = {
  shifts: [],
  rotations: [],
  covers: [],
  timeOff: [],
  feedShifts: [],
  decisions: [],
  groups: {},
};
export const sources: ScheduleSources = { ...NOTHING, rotations: [rotation], covers: [cover] };
export const from = at('2026-11-20T00:00:00-05:00');
export const to = at('2026-11-27T00:00:00-05:00');
export const view = (given: ScheduleSources) => ({
  duties: finalSchedule(given, from, to),
  gaps: gaps(given, ['plumbing'], SHIFT_ROLES, from, to).map((gap) => ({ ...gap, cost: { en: 'cost', es: 'costo' } })),
});
export const lineAt = (lines: readonly Line[], index: number): Line => {
  const line = lines[index];
  if (!line) throw new Error(`no line ${index}`);
  return line;
};
