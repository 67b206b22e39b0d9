import type { Clock, Manager } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import type { OnCallBook } from '#core/oncall';
import { type Author, getRow, type Store } from '#core/store';
import type {
  Answer,
  Instant,
  Staff,
  WeatherSettings,
  WeatherStatus,
  WeatherSwitch,
  WeatherSwitchInput,
  WeatherView,
} from '#shared/contract';
import type { WeatherNow } from '#shared/incident';
import { measuredMode, saidMode, switchAt } from '#shared/weather';
import { fetchDocument } from './fetch-document.ts';
import { openMemory } from './memory.ts';
import { refusalToSave, refusalToSwitch } from './refusals.ts';
import { askRound } from './round.ts';
import { keepSwitch, keepWeather, storedSwitches, storedWeather } from './settings.ts';
import { siteKeyOf } from './sites.ts';
import { grouped } from './statuses.ts';
import { weatherPlaces, weatherView } from './view.ts';

export type WeatherDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly hub: Hub;
  readonly book: OnCallBook;
  readonly clock: Clock;
  readonly version: string;
  readonly onTrouble: (error: unknown) => void;
};

/** The weather at every property: asked for in the background, known from memory. Nobody waits for it. */
export type Weather = Manager & {
  /** The mode at a property now, as a dispatch stamps it; null where none is on. */
  at(propertyId: string): WeatherNow | null;
  /** Modes that are on, and places nobody knows the weather of. */
  status(): readonly WeatherStatus[];
  /** Since when nobody knows the weather somewhere; null while it is known, or a person has switched by hand. */
  unknownSince(): Instant | null;
  view(): WeatherView;
  save(settings: WeatherSettings, staff: Staff): Answer<null>;
  switchByHand(input: WeatherSwitchInput, staff: Staff): Answer<null>;
  /** Asks now; resolves when every place has been asked or given up. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
};

/** PRODUCT 7 rule 7. */
const FIRST_WINDOW_MIN = 5;
const LIMIT_MS = 5_000;
/** How often it is looked whether time alone has changed a mode: an alert ended, an hour came near. */
const LOOK_MS = 60_000;
const CHANGED = ['weather', 'status', 'alarm', 'settings'] as const;
const DONE = { ok: true, value: null } as const;

export function openWeather(deps: WeatherDeps): Weather {
  const { store, desk, clock, onTrouble } = deps;
  const memory = openMemory(deps);
  const failures = new Map<string, number>();
  const closing = new AbortController();
  let asking: Promise<void> | null = null;
  let lookedAt: Instant | null = null;

  const look = (came: Parameters<typeof memory.look>[0]): void => {
    lookedAt = clock.now();
    memory.look(came, lookedAt);
  };

  const begin = (isForced: boolean): Promise<void> => {
    const { settings } = storedWeather(store.write);
    const userAgent = `Nightdesk/${deps.version} (${settings.contact})`;
    const round = askRound({
      sites: memory.sites(),
      book: memory.docs(),
      baseUrl: settings.baseUrl,
      now: clock.now,
      ask: (doc) => fetchDocument({ ...doc, userAgent, limitMs: LIMIT_MS, signal: closing.signal }),
      failures,
      isForced,
    });
    asking = round
      .then((came) => {
        // Saved meanwhile, or being closed: what came may be the answer to a question nobody asks any more.
        if (!closing.signal.aborted && storedWeather(store.write).settings.baseUrl === settings.baseUrl) look(came);
      })
      .catch(onTrouble)
      .finally(() => {
        asking = null;
        if (!closing.signal.aborted) desk.poke();
      });
    return asking;
  };

  return {
    name: 'weather',
    nextDueAt(now) {
      if (closing.signal.aborted || asking) return null;
      const docAt = memory.nextDocAt(now);
      const ends = storedSwitches(store.write).flatMap(({ untilAt }) => (untilAt > (lookedAt ?? 0) ? untilAt : []));
      const isAsked = memory.sites().length > 0;
      // A look further away than the pause between two: the wall clock was set back.
      const lookAt = isAsked ? Math.min((lookedAt ?? now - LOOK_MS) + LOOK_MS, now + LOOK_MS) : null;
      const dues = [docAt, lookAt, ...ends].filter((each) => each !== null);
      return dues.length === 0 ? null : Math.min(...dues);
    },
    run(now) {
      const docAt = memory.nextDocAt(now);
      if (docAt !== null && docAt <= now) void begin(false);
      else look(new Map());
    },
    at: (propertyId) => inForceAt(deps, memory, propertyId),
    status: () => grouped(memory.everywhere(clock.now())).filter((each) => each.mode !== 'none' || each.isUnknown),
    unknownSince() {
      const since = memory.everywhere(clock.now()).flatMap((each) => each.unknownSince ?? []);
      return since.length === 0 ? null : Math.min(...since);
    },
    view: () => weatherView(store, memory, clock.now()),
    save(settings, staff) {
      const before = storedWeather(store.write).settings;
      const located = memory.properties().filter((each) => siteKeyOf(each) !== null).length;
      const refused = refusalToSave(settings, { before, role: staff.role, located });
      if (refused) return refused;
      const by = signed(staff);
      desk.change(CHANGED, (db, author) => keepWeather(db, settings, staff.name, author), by);
      if (settings.freezeF !== before.freezeF || settings.heatF !== before.heatF) memory.forgetForecasts();
      failures.clear();
      if (asking === null) look(new Map());
      return DONE;
    },
    switchByHand({ place, mode, untilAt, words }, staff) {
      const now = clock.now();
      const places = weatherPlaces(memory.properties()).map((each) => each.place);
      const refused = refusalToSwitch({ place, mode, untilAt, words }, places, now);
      if (refused) return refused;
      const made: WeatherSwitch | null =
        mode === 'asForecast' ? null : { place, mode, untilAt, words, by: staff.name, at: now };
      desk.change(CHANGED, (db, author: Author) => keepSwitch(db, place, made, author), signed(staff));
      return DONE;
    },
    async refresh() {
      await asking;
      if (!closing.signal.aborted) await begin(true);
    },
    async stop() {
      closing.abort();
      await asking;
    },
  };
}

function signed({ id, name }: Staff): { readonly kind: 'staff'; readonly id: string; readonly name: string } {
  return { kind: 'staff', id, name };
}

function inForceAt(
  { store, book, clock }: WeatherDeps,
  memory: ReturnType<typeof openMemory>,
  propertyId: string,
): WeatherNow | null {
  const now = clock.now();
  const property = getRow(store.write, 'property', propertyId);
  const hand = switchAt(storedSwitches(store.write), { id: propertyId, group: property?.group ?? null }, now);
  const said = saidMode(hand);
  const measured = property && memory.measuredAt(property, now);
  const on = measured && measuredMode(measured);
  const mode = said ?? on?.mode ?? 'none';
  if (mode === 'none') return null;
  const firm = { mode, firstWindowMin: FIRST_WINDOW_MIN, mayGo: signedVendors(store, book) };
  if (hand) {
    return { ...firm, why: 'byHand', document: hand.by, url: null, readAt: hand.at, temperatureF: null, alert: null };
  }
  if (!on) return null;
  const { why, document, url, readAt, temperatureF, alert } = on;
  return { ...firm, why, document, url, readAt, temperatureF, alert };
}

/** Vendors whose call-out is within the limit that was signed, and within their own where they have one. */
function signedVendors(store: Store, book: OnCallBook): readonly string[] {
  const { settings, limitSigned } = storedWeather(store.write);
  const limit = limitSigned === null ? null : settings.spendingLimitUsd;
  if (limit === null) return [];
  return book.responders().flatMap(({ id, vendor }) => {
    const own = vendor?.spendingLimitUsd ?? limit;
    return vendor && vendor.callOutUsd <= Math.min(limit, own) ? id : [];
  });
}
