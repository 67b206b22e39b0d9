export { type Clock, systemClock } from './clock.ts';
export { type Clockwork, type ClockworkEvents, clockwork, type Manager } from './clockwork.ts';
export { correctSteps } from './correct-steps.ts';
export { type Absence, absence, heartbeatManager } from './heartbeat.ts';
export { ladderManager, selfCheckManager } from './ladders.ts';
export { type LostTime, lostTime } from './lost-time.ts';
export { type Standstill, standstill, type Trouble } from './standstill.ts';
export { type Watchdog, watchdog } from './watchdog.ts';
