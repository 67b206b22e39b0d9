export { type OnCallBook, onCallBook, storedSources, type TargetQuery } from './book.ts';
export type { Feeds } from './feeds/feeds.ts';
export { oldCopies } from './old-copies.ts';
export * from './plan/index.ts';
export * from './reminders/index.ts';
