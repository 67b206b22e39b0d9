export { type ConsoleServer, openConsole } from './console.ts';
export type { ConsoleApi } from './console-api.ts';
export { openIntake } from './intake/index.ts';
export { keepAddress, readKeptAddress } from './kept-address.ts';
export { type Company, company, type Figures, noFigures, type Parts } from './parts.ts';
export type { Router } from './router.ts';
export { openOutsideWatch } from './watch/index.ts';
