export type { CalendarEvent, CalendarReading, CalendarWindow, LineRemark } from './calendar-reading.ts';
export { readCalendarInThread } from './read-in-thread.ts';
