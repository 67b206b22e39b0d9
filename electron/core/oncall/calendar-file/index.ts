export type { CalendarEvent, CalendarReading, CalendarWindow, LineRemark } from './calendar-reading.ts';
export { momentOf } from './moment.ts';
export { readCalendarInThread } from './read-in-thread.ts';
