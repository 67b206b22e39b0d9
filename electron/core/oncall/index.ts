export { type OnCallBook, onCallBook, type TargetQuery } from './book.ts';
export * from './plan/index.ts';
export * from './reminders/index.ts';
