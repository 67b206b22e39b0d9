export { type OnCallBook, onCallBook, storedSources, type TargetQuery } from './book.ts';
