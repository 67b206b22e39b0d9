export type { ConsoleApi } from './console-api.ts';
export type { Router } from './router.ts';
