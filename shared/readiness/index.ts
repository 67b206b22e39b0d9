export { type ReadinessFacts, readinessOf } from './readiness.ts';
