export * from './default-policy.ts';
export * from './ladder.ts';
export * from './ladder-changes.ts';
export * from './policy-layers.ts';
export * from './policy-warnings.ts';
export * from './repeated.ts';
export * from './timing.ts';
export * from './weather-ladder.ts';
