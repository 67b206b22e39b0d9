import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import {
  absence,
  type Clock,
  type Clockwork,
  clockwork,
  heartbeatManager,
  ladderManager,
  moveClocks,
  selfCheckManager,
  systemClock,
} from '#core/clockwork';
import { type Desk, openDesk, openHub } from '#core/desk';
import { receiveSms } from '#core/intake';
import { type GatewayManager, gatewayManager, type Outbox, outbox } from '#core/notify';
import { onCallBook } from '#core/oncall';
import {
  buildServer,
  type ConsoleApi,
  consoleApi,
  type Figures,
  keepAddress,
  openAccess,
  readKeptAddress,
  storedGateway,
} from '#core/serve';
import { nextClockAt, noteBlindTime, openStore, type Store } from '#core/store';

export type CoreConfig = {
  /** The data folder; made when it is not there. */
  readonly folder: string;
  /** 0: the one kept in the folder, or a free one the first time. */
  readonly port: number;
  /** Where the built console is. */
  readonly rendererFolder: string;
  readonly version: string;
  /** For tests; the shipped `serve` has no way to set one. */
  readonly clock?: Clock;
};

/** A running core. */
export type Core = {
  readonly url: string;
  readonly token: string;
  readonly folder: string;
  readonly store: Store;
  readonly desk: Desk;
  readonly api: ConsoleApi;
  readonly gateway: GatewayManager;
  /** Resolves when nothing is due and nothing is on its way. For tests with a fake clock. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

const CORE = { kind: 'core' } as const;
/** The longest nap while a ladder runs, and otherwise. */
const SHORT_NAP_MS = 1_000;
const LONG_NAP_MS = 30_000;

/**
 * Opens the core: the one place that wires its parts together.
 * @throws StoreTrouble in plain words when the folder cannot be used.
 */
export async function openCore(config: CoreConfig): Promise<Core> {
  const clock = config.clock ?? systemClock();
  const store = openStore(config.folder);
  const log = pino(
    { level: 'info' },
    // At once: the few lines there are tell of trouble, and must not be lost with the process.
    pino.destination({ dest: join(config.folder, 'nightdesk.log'), sync: true, mkdir: true }),
  );
  const hub = openHub();
  const book = onCallBook(store.write);
  const figures: Figures = {
    lastAcceptedMs: null,
    reportToGatewayMs: null,
    latestStepLateMs: null,
    gatewayAlarmHeardAt: null,
    lastCall: null,
  };
  let work: Clockwork | null = null;
  const poke = (): void => work?.poke();
  const trouble = (what: string) => (error: unknown) =>
    log.error({
      what,
      err: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error),
    });

  const desk = openDesk({ store, book, clock, hub, hasVoice: () => false, poke });
  const parts = { version: config.version, store, desk, book, clock, hub, figures };
  const gateway = gatewayManager({
    clock,
    log: (level, message, fields) => log[level]({ gateway: fields ?? {} }, message),
    onChange: () => {
      hub.publish(['status', 'alarm']);
      poke();
    },
    sink: {
      delivery: async (report) => messages.delivered(report),
      inbound: async (message) => receiveSms({ store, desk, book, clock }, gateway.driver().name, message),
    },
  });
  const messages: Outbox = outbox({
    store,
    desk,
    clock,
    driver: gateway.driver,
    poke,
    onAccepted: (row, tookMs) => {
      figures.lastAcceptedMs = tookMs;
      if (row.purpose === 'step') figures.reportToGatewayMs = clock.now() - row.queuedAt;
      hub.publish(['practice']);
    },
    onTrouble: trouble('outbox'),
  });

  const kept = readKeptAddress(config.folder);
  const access = openAccess(clock, kept.token);
  const api = consoleApi({ ...parts, gateway });
  const server = await buildServer({
    parts: { ...parts, gateway },
    api,
    access,
    rendererFolder: config.rendererFolder,
    onError: trouble('api'),
  });
  const used = await gateway.use(storedGateway(parts));
  if (!used.ok) {
    // Settings that no longer parse must not keep the desk shut, nor may anything look sent: a gateway that is down
    // stands in, so the alarm says it and every message waits.
    trouble('gateway')(new Error(`stored gateway settings refused: ${used.issues.join('; ')}`));
    await gateway.use({ kind: 'practice', config: {} });
    gateway.practice()?.setTrouble('down');
  }

  const moved = (deltaMs: number): void =>
    moveClocks(store, desk, clock, deltaMs, (incidentId, error) => trouble(`incident ${incidentId}`)(error));
  const wasBlind = async (blind: {
    readonly from: number;
    readonly to: number;
    readonly why: string;
  }): Promise<void> => {
    desk.change(['status'], (db) => noteBlindTime(db, blind), CORE);
    await gateway.catchUp();
  };
  const away = absence(store, clock);
  if (away.movedMs !== 0) moved(away.movedMs);
  messages.recover();
  if (away.blind) await wasBlind(away.blind);

  work = clockwork(
    clock,
    [
      ladderManager(
        store,
        desk,
        (lateMs) => {
          figures.latestStepLateMs = lateMs;
        },
        (incidentId, error) => trouble(`incident ${incidentId}`)(error),
      ),
      messages,
      gateway,
      selfCheckManager(store, desk, clock.now()),
      heartbeatManager(store, clock),
    ],
    {
      wasBlind: (from, to) => wasBlind({ from, to, why: 'asleep' }),
      clockMoved: moved,
      failed: (manager, error) => trouble(manager)(error),
      longestNapMs: () => (nextClockAt(store.write) === null ? LONG_NAP_MS : SHORT_NAP_MS),
    },
  );
  const port = await listen(server, config.port === 0 ? kept.port : config.port);
  keepAddress(config.folder, { port, token: access.token });
  work.start();
  const running = work;

  return {
    url: `http://127.0.0.1:${port}`,
    token: access.token,
    folder: config.folder,
    store,
    desk,
    api,
    gateway,
    async idle() {
      await running.idle();
      await messages.idle();
      await running.idle();
    },
    async close() {
      await running.stop();
      await messages.idle();
      await gateway.stop();
      await server.close();
      store.close();
      log.flush();
    },
  };
}

/** Listens on loopback. The kept port may have been taken by another program meanwhile: then any free one will do. */
async function listen(server: FastifyInstance, port: number): Promise<number> {
  const host = '127.0.0.1';
  try {
    await server.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error; // Node's own error type
    await server.listen({ host, port: 0 });
  }
  return (server.server.address() as AddressInfo).port; // a TCP server has one
}
