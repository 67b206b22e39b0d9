import { alarmChain, type Presence, presence } from '#core/alarm';
import { type Clock, type Clockwork, correctSteps, type Standstill, standstill, systemClock } from '#core/clockwork';
import { type Desk, type Hub, openDesk, openHub } from '#core/desk';
import { receiveSms } from '#core/intake';
import {
  type GatewayManager,
  gatewayManager,
  type Outbox,
  openWays,
  outageWatch,
  outbox,
  storedGateways,
  storedVoice,
  type VoiceDriver,
  type VoiceManager,
  voiceCalls,
  voiceManager,
  type Ways,
} from '#core/notify';
import {
  type Feeds,
  type OnCallBook,
  oldCopies,
  onCallBook,
  onCallWatch,
  openFeeds,
  reminders as reminderManager,
} from '#core/oncall';
import {
  type ConsoleApi,
  company,
  type Figures,
  noFigures,
  openConsole,
  openIntake,
  openOutsideWatch,
} from '#core/serve';
import { markInbound, openStore, type Store } from '#core/store';
import { openWeather, type Weather } from '#core/weather';
import { classify } from '#shared/triage';
import { type CoreLog, openCoreLog } from './core-log.ts';
import { openTime } from './core-time.ts';

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
  /** Makes the calls in place of what the settings name; for tests as well. */
  readonly voiceDriver?: VoiceDriver;
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
  readonly voice: VoiceManager;
  readonly feeds: Feeds;
  readonly presence: Presence;
  /** Resolves when nothing is due and nothing is on its way. For tests with a fake clock. */
  idle(): Promise<void>;
  /** Ends it: what is on its way is waited for, then everything is closed. A second call changes nothing. */
  close(): Promise<void>;
};

/** How long whoever wakes somebody waits for the live calendars. */
const CALENDAR_LIMIT_MS = 300;

/**
 * Opens the core: the one place that wires its parts together. When a part cannot be opened, those before it are closed
 * again and the folder is free.
 *
 * @throws StoreTrouble in plain words when the folder cannot be used; Node's error when the port may not be listened on.
 */
export async function openCore(config: CoreConfig): Promise<Core> {
  const opened = new AsyncDisposableStack();
  try {
    return await wire(config, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** The parts, in the order in which they need each other; `opened` closes them in the opposite one. */
async function wire(config: CoreConfig, opened: AsyncDisposableStack): Promise<Core> {
  // The first emergency must not wait until the model is unpacked.
  classify('', {});
  const clock = config.clock ?? systemClock();
  const store = openStore(config.folder);
  opened.defer(() => store.close());
  const log = openCoreLog(config.folder);
  opened.defer(() => log.close());
  let work: Clockwork | null = null;
  const poke = (): void => work?.poke();

  const hub = openHub();
  const book = onCallBook(store.write);
  const figures = noFigures();
  const halted = standstill();
  const listeners = presence(clock);
  const voice = voiceManager({
    clock,
    log: log.gateway,
    onTrouble: (error) => log.trouble('voice', error),
    onChange() {
      hub.publish(['status', 'settings']);
      poke();
    },
    ...(config.voiceDriver && { driver: config.voiceDriver }),
  });
  opened.defer(() => voice.stop());
  const hasVoice = voice.isAnswering;
  /** Opened after the desk, which it writes through. */
  const live: { calendars: Feeds | null; weather: Weather | null } = { calendars: null, weather: null };
  const desk = openDesk({
    store,
    book,
    clock,
    hub,
    oldCopies: (trade, now) =>
      live.calendars ? oldCopies(store.write, book.sources(), live.calendars, trade, now) : [],
    askCalendars: () => void live.calendars?.refresh(),
    weatherAt: (propertyId) => live.weather?.at(propertyId) ?? null,
    hasVoice,
    onBroken: (incidentId, error) => log.trouble(`incident ${incidentId}`, error),
    noticeMove: () => work?.noticeMove(),
    poke,
  });
  const freshCalendars = async (): Promise<void> => live.calendars?.fresh(CALENDAR_LIMIT_MS);
  const decided: Decided = { store, desk, book, clock, hub, figures, halted, log, poke, freshCalendars };

  const feeds = openFeeds({
    store,
    desk,
    clock,
    hub,
    onChanged() {
      correctSteps({ store, desk }, clock.now(), (id, error) => log.trouble(`incident ${id}`, error));
      poke();
    },
    onTrouble: (error) => log.trouble('feeds', error),
  });
  live.calendars = feeds;
  opened.defer(() => feeds.stop());
  const weather = openWeather({
    store,
    desk,
    hub,
    book,
    clock,
    version: config.version,
    onTrouble: (error) => log.trouble('weather', error),
  });
  live.weather = weather;
  opened.defer(() => weather.stop());
  const reminders = reminderManager({ store, desk, book, hub });
  const watch = onCallWatch({ store, book, hub });
  const intake = openIntake({ store, desk, book, clock, hub }, (error) => log.trouble('intake', error));
  opened.defer(() => intake.close());
  const outside = openOutsideWatch({
    store,
    desk,
    book,
    clock,
    hub,
    figures,
    onTrouble: (error) => log.trouble('watch', error),
  });
  opened.defer(() => outside.close());

  const { gateway, ways, messages } = openMessages(decided);
  opened.defer(() => gateway.stop());
  opened.defer(() => messages.idle());
  await gateway.startWith(storedGateways(store.read));

  const calls = voiceCalls({
    store,
    desk,
    clock,
    voice,
    testLanguage: () => company({ store })?.language ?? 'en',
    poke,
    onTrouble: (error) => log.trouble('calls', error),
  });
  opened.defer(() => calls.stop());
  await voice.startWith(config.voiceDriver ? { kind: 'sip', config: {} } : storedVoice(store.read));

  const server = await openConsole({
    parts: {
      version: config.version,
      store,
      desk,
      book,
      clock,
      hub,
      figures,
      presence: listeners,
      halted,
      gateway,
      ways,
      voice,
      hasVoice,
      feeds,
      weather,
      reminders,
      watch,
      intake,
      outside,
      freshCalendars,
    },
    rendererFolder: config.rendererFolder,
    onError: (error) => log.trouble('api', error),
  });
  opened.defer(() => server.close());

  const chain = alarmChain({ store, desk, book, clock, hub, presence: listeners, alarms: server.api.alarms });
  const others = [voice, calls, feeds, weather, reminders, watch, intake, outside, chain];
  const time = await openTime({ ...decided, presence: listeners }, gateway, messages, others);
  work = time;
  opened.defer(() => time.stop());
  const url = await server.listen(config.port);
  time.start();

  return {
    url,
    token: server.token,
    folder: config.folder,
    store,
    desk,
    api: server.api,
    gateway,
    voice,
    feeds,
    presence: listeners,
    async idle() {
      await time.idle();
      await messages.idle();
      await time.idle();
    },
    close: () => opened.disposeAsync(),
  };
}

/** What decides and records; everything else carries out. */
type Decided = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly figures: Figures;
  readonly halted: Standstill;
  readonly log: CoreLog;
  readonly poke: () => void;
  readonly freshCalendars: () => Promise<void>;
};

/** What leaves and what comes in: the outbox, and the gateways whose answers are commands again. */
function openMessages({ store, desk, book, clock, hub, figures, log, poke }: Decided): {
  readonly gateway: GatewayManager;
  readonly ways: Ways;
  readonly messages: Outbox;
} {
  const outages = outageWatch({ db: store.read, desk, clock, gateway: () => gateway });
  const ways = openWays(clock, () => gateway);
  const gateway: GatewayManager = gatewayManager({
    clock,
    folder: store.folder,
    log: log.gateway,
    onTrouble: (error) => log.trouble('gateway', error),
    onChange: (slot) => {
      ways.changed(slot);
      outages.changed(slot);
      hub.publish(['status', 'alarm']);
      poke();
    },
    sink: (slot) => ({
      delivery: async (report) => messages.delivered(report, slot),
      inbound: async (message) => {
        const { name, capabilities } = gateway.place(slot).driver() ?? gateway.driver();
        // Two gateways may count alike: what one says of itself is known by its place.
        const provider = slot === 'primary' ? name : `${slot}.${name}`;
        const isNew = receiveSms({ store, desk, book, clock }, provider, message, capabilities.handlesStop);
        if (isNew) store.write.transact(() => markInbound(store.write, slot, clock.now()));
      },
    }),
  });
  const messages = outbox({
    store,
    desk,
    clock,
    ways,
    poke,
    topicOf: (responderId) => book.responder(responderId)?.pushTopic ?? null,
    onAccepted: (tookMs) => {
      figures.lastAcceptedMs = tookMs;
      hub.publish(['practice']);
    },
    onAttempt: outages.attempted,
    onTrouble: (error) => log.trouble('outbox', error),
  });
  return { gateway, ways, messages };
}
