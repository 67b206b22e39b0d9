export type { CalendarEvent, CalendarReading, CalendarWindow, LineRemark } from './calendar-reading.ts';
export { momentOf } from './moment.ts';
export { readCalendar } from './read-calendar.ts';
export { type CalendarJob, calendarThread, readCalendarInThread } from './read-in-thread.ts';
