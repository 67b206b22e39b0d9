export * from './api.ts';
export * from './oncall.ts';
export * from './policy.ts';
export * from './portfolio.ts';
export * from './readiness.ts';
export * from './triage.ts';
export * from './views.ts';
export * from './words.ts';
