import type { Manager } from '#core/clockwork';
import type { WatchView } from '#shared/contract';
import type { Parts } from '../parts.ts';

/** The listener that the watch on a second computer asks. */
export type OutsideWatch = Manager & {
  view(): WatchView;
  apply(): Promise<void>;
  close(): Promise<void>;
};

export function openOutsideWatch(_parts: Pick<Parts, 'store' | 'desk' | 'clock' | 'hub'>): OutsideWatch {
  return {
    name: 'outside-watch',
    nextDueAt: () => null,
    run: () => undefined,
    view: () => ({
      isOn: false,
      host: '127.0.0.1',
      port: 0,
      address: null,
      key: null,
      lastAskedAt: null,
      trouble: null,
    }),
    apply: async () => undefined,
    close: async () => undefined,
  };
}
