export { coverTonight } from './cover.ts';
export { type ReadinessFacts, readinessOf } from './readiness.ts';
export { onTonight, type Reached } from './tests.ts';
