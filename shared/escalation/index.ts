export * from './default-policy.ts';
export * from './ladder.ts';
export * from './policy-warnings.ts';
export * from './repeated.ts';
export * from './throttle.ts';
export * from './timing.ts';
