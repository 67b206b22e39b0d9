import { join } from 'node:path';
import { destination, pino } from 'pino';

type Fields = Readonly<Record<string, string | number>>;

/** The core's own log file, for whoever has to find out what went wrong. No personal data, no texts, no secrets. */
export type CoreLog = {
  /** What a gateway has to say. */
  gateway(level: 'info' | 'warn', message: string, fields?: Fields): void;
  /** A bug, or a broken machine; `what` says in which part. */
  trouble(what: string, error: unknown): void;
  close(): void;
};

/** Opens `nightdesk.log` in the data folder. Writing to it never throws: the desk goes on where its log cannot. */
export function openCoreLog(folder: string): CoreLog {
  // At once: the few lines there are tell of trouble, and must not be lost with the process.
  const file = destination({ dest: join(folder, 'nightdesk.log'), sync: true, mkdir: true, mode: 0o600 });
  // A full disk is heard here. Unheard it would be thrown where the trouble is reported, and end the core.
  file.on('error', () => {});
  const log = pino({ level: 'info' }, file);
  let isOpen = true;
  return {
    gateway(level, message, fields = {}) {
      if (isOpen) log[level]({ gateway: fields }, message);
    },
    trouble(what, error) {
      if (isOpen) log.error({ what, err: plain(error) });
    },
    close() {
      isOpen = false;
      file.end();
    },
  };
}

function plain(error: unknown): object | string {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error);
}
