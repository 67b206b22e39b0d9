export { standInAt } from './absence.ts';
export { type Coverage, coverageOf } from './coverage.ts';
export { doubledDuties } from './doubled.ts';
export { isWithinDutyHours } from './duty-hours.ts';
export { tradesInUse } from './entries.ts';
export { findings, placesOf } from './findings.ts';
export { dayInWords, formatInZone, type ZonedStyle } from './format-in-zone.ts';
export { costOfGap } from './gap-cost.ts';
export { coversWithoutEffect, gaps } from './gaps.ts';
export {
  changedCover,
  changedDecision,
  changedRotation,
  changedShift,
  changedTimeOff,
  type PlanChange,
} from './history.ts';
export { loadOf, type WakeUp } from './load.ts';
export { DEFAULT_NIGHT, nextBusinessMorning, nightOf } from './night.ts';
export { onNow } from './on-now.ts';
export { plannedForGroup } from './planned-for-group.ts';
export { finalSchedule, type ScheduleQuery } from './schedule.ts';
export type { DutyKey } from './scope.ts';
export { activeIn, type CoverFacts, callableLines, type NightsOf, type Shortfall, shortfallsOf } from './shortfalls.ts';
export { type DayNumber, dateOf, dayAt, dayOf, instantOfWallTime, offsetAt } from './wall-clock.ts';
export { type DutyChange, effectiveSchedule, nextChange, whoIsOn } from './who-is-on.ts';
