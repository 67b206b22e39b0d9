import type { GatewayLog } from './gateway-log.ts';

export type LastingListener<Listener> = {
  /** Opens it where it is not open. One attempt at a time, however many ask; never rejects. */
  ensure(): Promise<void>;
  /** Null while it could not be opened. */
  current(): Listener | null;
  /** Why it could not be opened, as the system names it; null when it is open or was never tried. */
  trouble(): string | null;
  stop(): Promise<void>;
};

/** A listener that is tried again while its port is taken: messages leave without it all the same. */
export function lastingListener<Listener extends { close(): Promise<void> }>(
  open: () => Promise<Listener>,
  { name, port, log }: { readonly name: string; readonly port: number; readonly log: GatewayLog },
): LastingListener<Listener> {
  let listener: Listener | null = null;
  let opening: Promise<void> | null = null;
  let trouble: string | null = null;

  const tryOpen = async (): Promise<void> => {
    try {
      listener = await open();
      trouble = null;
    } catch (error) {
      trouble = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log('warn', `${name}: cannot listen for replies and reports`, { port, code: trouble });
    }
  };

  return {
    async ensure() {
      if (listener !== null) return;
      opening ??= tryOpen().finally(() => {
        opening = null;
      });
      await opening;
    },
    current: () => listener,
    trouble: () => trouble,
    async stop() {
      await opening;
      const closing = listener;
      listener = null;
      await closing?.close();
    },
  };
}
