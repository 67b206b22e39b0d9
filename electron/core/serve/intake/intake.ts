import { hostname } from 'node:os';
import type { Clock } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import { exportKey, exportSettings, keepExportSettings } from '#core/oncall';
import type { Store } from '#core/store';
import type { BothLanguages, ExportInput, ExportView } from '#shared/contract';
import { type KeptListener, keptListener } from './kept-listener.ts';
import type { IntakeRoute } from './listener.ts';

const CORE = { kind: 'core' } as const;

/** The listener that others may reach, as the settings want it: closed unless somebody turned it on. */
export type Intake = KeptListener & { view(): ExportView };

export type IntakeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly routes: readonly IntakeRoute[];
  readonly onTrouble: (error: unknown) => void;
};

/** The listener of the settings' feed for other people's calendars. */
export function intake(deps: IntakeDeps): Intake {
  const { store, desk, clock, hub } = deps;
  const listener = keptListener({
    name: 'intake',
    clock,
    routes: deps.routes,
    onTrouble: deps.onTrouble,
    wanted() {
      const { isOn, host, port } = exportSettings(store.read);
      return isOn ? { host, port } : null;
    },
    keepPort: (port) =>
      desk.change(['settings'], (db, author) => keepExportSettings(db, { ...exportSettings(db), port }, author), CORE),
    changed: () => hub.publish(['oncall']),
  });
  return { ...listener, view: () => viewOf(exportSettings(store.read), exportKey(store.read), listener.trouble()) };
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
export function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return hostname();
  return host.includes(':') ? `[${host}]` : host;
}
