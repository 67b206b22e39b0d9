import type { ConsoleApi } from '../console-api.ts';
import type { Parts } from '../parts.ts';

/** The watch on a second computer. */
export function watchApi({ outside }: Parts): Pick<ConsoleApi, 'watch' | 'saveWatch' | 'makeWatchKey'> {
  return {
    watch: () => outside.view(),
    saveWatch: async () => ({ ok: true, value: outside.view() }),
    makeWatchKey: () => ({ ok: true, value: outside.view() }),
  };
}
