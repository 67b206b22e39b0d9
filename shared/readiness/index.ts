export { type ReadinessFacts, readinessOf } from './readiness.ts';
export type { Reached } from './tests.ts';
