export { type Coverage, coverageOf } from './coverage.ts';
export { doubledDuties } from './doubled.ts';
export { formatInZone, type ZonedStyle } from './format-in-zone.ts';
export { costOfGap } from './gap-cost.ts';
export { coversWithoutEffect, gaps } from './gaps.ts';
export { DEFAULT_NIGHT, nextBusinessMorning, nightOf } from './night.ts';
export { type DutyKey, finalSchedule, type ScheduleQuery } from './schedule.ts';
export { type DayNumber, dayAt, dayOf, instantOfWallTime, offsetAt } from './wall-clock.ts';
export { type DutyChange, effectiveSchedule, nextChange, whoIsOn } from './who-is-on.ts';
