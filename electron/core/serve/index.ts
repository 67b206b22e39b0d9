export { type Access, newToken, openAccess } from './access.ts';
export { consoleApi, storedGateway } from './api/index.ts';
export type { ConsoleApi } from './console-api.ts';
export { type KeptAddress, keepAddress, readKeptAddress } from './kept-address.ts';
export type { Company, Figures, Parts } from './parts.ts';
export type { Router } from './router.ts';
export { buildServer } from './server.ts';
