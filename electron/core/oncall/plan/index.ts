export { planDecision, planDecisionRemoval, planTimeOff, planTimeOffRemoval } from './away.ts';
export { type PlanChange, type PlanFacts, type Planned, writeChange } from './change.ts';
export { planCover, planCoverRemoval, planSwap, planTakeOver } from './covers.ts';
export { planRotation, planRotationRemoval, planShift, planShiftRemoval } from './entries.ts';
export { idleCovers } from './lines.ts';
export { groupNotes, leavingNotes } from './portfolio-notes.ts';
export { type OnCallWatch, onCallWatch } from './watch.ts';
