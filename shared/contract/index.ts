export * from './oncall.ts';
export * from './policy.ts';
export * from './portfolio.ts';
export * from './triage.ts';
export * from './words.ts';
