import { hostname } from 'node:os';
import type { Clock, Manager } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import { exportKey, exportSettings, keepExportSettings } from '#core/oncall';
import type { Store } from '#core/store';
import type { BothLanguages, ExportInput, ExportView, Instant } from '#shared/contract';
import { type IntakeListener, type IntakeRoute, openIntakeListener } from './listener.ts';

/** What could not be opened is tried again after this. */
const AGAIN_MS = 60_000;
const CORE = { kind: 'core' } as const;

/** The listener that others may reach, as the settings want it: closed unless somebody turned it on. */
export type Intake = Manager & {
  view(): ExportView;
  /** The settings have changed: resolves when the listener is as they say, or could not be opened. */
  apply(): Promise<void>;
  close(): Promise<void>;
};

export type IntakeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly routes: readonly IntakeRoute[];
  readonly onTrouble: (error: unknown) => void;
};

type Where = { readonly host: string; readonly port: number };

export function intake(deps: IntakeDeps): Intake {
  const { store, desk, clock, hub } = deps;
  let open: { readonly at: Where; readonly listener: IntakeListener } | null = null;
  let trouble: BothLanguages | null = null;
  let triedAt: Instant | null = null;
  let isOver = false;
  let working: Promise<void> = Promise.resolve();

  const wanted = (): Where | null => {
    const { isOn, host, port } = exportSettings(store.read);
    return isOn && !isOver ? { host, port } : null;
  };
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
      if (where.port !== listener.port) keepPort(listener.port);
    } catch (error) {
      trouble = troubleWords(error, where);
    }
    hub.publish(['oncall']);
  };
  /** The system chose it; addresses that are given out have to stay good. */
  const keepPort = (port: number): void =>
    desk.change(['settings'], (db, author) => keepExportSettings(db, { ...exportSettings(db), port }, author), CORE);
  /** One at a time, in the order asked. */
  const apply = (): Promise<void> => {
    working = working.then(settle).catch(deps.onTrouble);
    return working;
  };

  return {
    name: 'intake',
    nextDueAt(now) {
      if (isAsWanted(wanted())) return null;
      return triedAt === null || triedAt > now ? now : triedAt + AGAIN_MS;
    },
    run: apply,
    view: () => viewOf(exportSettings(store.read), exportKey(store.read), trouble),
    apply,
    async close() {
      isOver = true;
      await apply();
    },
  };
}

function viewOf(settings: ExportInput, key: string | null, trouble: BothLanguages | null): ExportView {
  const { isOn, host, port } = settings;
  const address = isOn && key !== null && port !== 0 ? `http://${hostInUrl(host)}:${port}/oncall/${key}.ics` : null;
  const warning = isOn && !isLoopback(host) ? IN_CLEAR : null;
  return { isOn, host, port, address, warning, trouble: isOn ? trouble : null };
}

const IN_CLEAR: BothLanguages = {
  en: 'The address and the schedule travel unencrypted: whoever can listen in on this network can read both. Give it out in a network that you trust, and make a new key when somebody leaves.',
  es: 'La dirección y las guardias viajan sin cifrar: quien pueda escuchar en esta red puede leer ambas. Compártala solo en una red de confianza y cree una clave nueva cuando alguien se vaya.',
};

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** As others have to write it: a listener on every address of this computer is reached by its name. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return hostname();
  return host.includes(':') ? `[${host}]` : host;
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
