export { type OnCallBook, onCallBook, type TargetQuery } from './book.ts';
