import type { Clock, Manager } from '#core/clockwork';
import type { BothLanguages, Instant } from '#shared/contract';
import { type IntakeListener, type IntakeRoute, openIntakeListener } from './listener.ts';

/** What could not be opened is tried again after this. */
const AGAIN_MS = 60_000;

/** A listener that others may reach, kept as the settings want it: closed unless somebody turned it on. */
export type KeptListener = Manager & {
  /** Why it could not be opened; null while it is as it is wanted. */
  trouble(): BothLanguages | null;
  /** The settings have changed: resolves when the listener is as they say, or could not be opened. */
  apply(): Promise<void>;
  close(): Promise<void>;
};

export type Where = { readonly host: string; readonly port: number };

export type KeptListenerDeps = {
  readonly name: string;
  readonly clock: Clock;
  readonly routes: readonly IntakeRoute[];
  /** Null: closed. Port 0: any free one. */
  readonly wanted: () => Where | null;
  /** The system chose the port; addresses that are given out have to stay good. */
  readonly keepPort: (port: number) => void;
  readonly changed: () => void;
  readonly onTrouble: (error: unknown) => void;
};

export function keptListener(deps: KeptListenerDeps): KeptListener {
  const { clock } = deps;
  let open: { readonly at: Where; readonly listener: IntakeListener } | null = null;
  let trouble: BothLanguages | null = null;
  let triedAt: Instant | null = null;
  let isOver = false;
  let working: Promise<void> = Promise.resolve();

  const wanted = (): Where | null => (isOver ? null : deps.wanted());
  const isAsWanted = (where: Where | null): boolean =>
    open === null ? where === null : where !== null && where.host === open.at.host && where.port === open.at.port;

  const shut = async (): Promise<void> => {
    const before = open;
    open = null;
    await before?.listener.close();
  };
  const settle = async (): Promise<void> => {
    const where = wanted();
    if (isAsWanted(where) && trouble === null) return;
    if (!isAsWanted(where)) await shut();
    trouble = null;
    triedAt = clock.now();
    if (where === null || open !== null) return;
    try {
      const { routes, onTrouble } = deps;
      const listener = await openIntakeListener({ ...where, routes, onTrouble, elapsedMs: clock.uptimeMs });
      open = { at: { ...where, port: listener.port }, listener };
      if (where.port !== listener.port) deps.keepPort(listener.port);
    } catch (error) {
      trouble = troubleWords(error, where);
    }
    deps.changed();
  };
  /** One at a time, in the order asked. */
  const apply = (): Promise<void> => {
    working = working.then(settle).catch(deps.onTrouble);
    return working;
  };

  return {
    name: deps.name,
    nextDueAt(now) {
      if (isAsWanted(wanted())) return null;
      return triedAt === null || triedAt > now ? now : triedAt + AGAIN_MS;
    },
    run: apply,
    trouble: () => trouble,
    apply,
    async close() {
      isOver = true;
      await apply();
    },
  };
}

function troubleWords(error: unknown, { host, port }: Where): BothLanguages {
  const code = (error as { code?: unknown }).code; // Node's own errors carry one
  switch (code) {
    case 'EADDRINUSE':
      return {
        en: `Port ${port} is used by another program. It is tried again every minute; or choose another port.`,
        es: `Otro programa usa el puerto ${port}. Se intenta de nuevo cada minuto; o elija otro puerto.`,
      };
    case 'EACCES':
      return {
        en: `This computer does not let Nightdesk open port ${port}. Choose one above 1024.`,
        es: `Esta computadora no permite a Nightdesk abrir el puerto ${port}. Elija uno mayor que 1024.`,
      };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        en: `${host} is no address of this computer. Write 127.0.0.1, or its name or number in your network.`,
        es: `${host} no es una dirección de esta computadora. Escriba 127.0.0.1, o su nombre o número en la red.`,
      };
    default:
      return {
        en: `The address cannot be opened (${String(code ?? 'unknown reason')}). It is tried again every minute.`,
        es: `No se puede abrir la dirección (${String(code ?? 'causa desconocida')}). Se intenta de nuevo cada minuto.`,
      };
  }
}
