export { calendarRoute } from './calendar-route.ts';
export { type Intake, intake } from './intake.ts';
