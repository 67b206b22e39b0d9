export { type OnCallBook, onCallBook, type TargetQuery } from './book.ts';
export * from './export/index.ts';
export { type Feeds, openFeeds } from './feeds/index.ts';
export { oldCopies } from './old-copies.ts';
export * from './plan/index.ts';
export * from './policies.ts';
export * from './reminders/index.ts';
export { storedSources } from './stored-plan.ts';
