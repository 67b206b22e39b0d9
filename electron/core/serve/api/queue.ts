import {
  alarmCalls,
  alarmedIds,
  asTrouble,
  blindTimesSince,
  countContactsSince,
  getRow,
  lateInOutage,
  nightBeganAt,
  nightFigures,
  outagesSince,
  outboxCounts,
  queueCounts,
  queueIds,
  queueIdsByProperty,
  queueRows,
  relatedTo,
  StoreTrouble,
  soonestClocks,
  unattendedSince,
} from '#core/store';
import type { AlarmView, BothLanguages, ClockKind } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { alarmSound, onePerBuilding, placeLabel, WATCHED_CLOCKS } from '#shared/incident';
import { mustStayAwake } from '../awake.ts';
import type { ConsoleApi } from '../console-api.ts';
import type { Parts } from '../parts.ts';
import { wayOut } from './gateway-views.ts';
import { incidentView, timerOf } from './incident-view.ts';
import { searchAll } from './search.ts';

const TIMERS_SHOWN = 40;
/** Incidents whose alarms are shown and sound; in a storm of more, nobody reads the rest. */
const MOST_ALARMED = 200;
const HOUR_MS = 60 * 60_000;
const NIGHT_MS = 14 * HOUR_MS;

/** What the desk screen reads. */
export function queueApi(
  parts: Parts,
): Pick<ConsoleApi, 'status' | 'queueList' | 'queueRows' | 'incident' | 'related' | 'timers' | 'alarms' | 'search'> {
  const { store, desk, clock, gateway, figures } = parts;
  const ofNight = nightFigures(store.read);
  return {
    status() {
      const now = clock.now();
      const counts = queueCounts(store.read);
      const { level, detail, since: downSince } = wayOut(parts);
      const since = nightBeganAt(store.read) ?? lastNight(now);
      return {
        now,
        gateway: {
          kind: gateway.kind(),
          isPractice: gateway.practice() !== null,
          level,
          detail,
          since: downSince,
          lastAcceptedMs: figures.lastAcceptedMs,
        },
        hasVoice: parts.hasVoice(),
        blindTimes: blindTimesSince(store.read, since),
        outages: outagesSince(store.read, since).map((outage) => ({
          from: outage.from,
          to: outage.to,
          ...lateInOutage(store.read, outage, TIMING.lateMessageMs),
        })),
        tonight: {
          contacts: countContactsSince(store.read, since),
          waiting: counts.inbox,
          ...ofNight(since),
        },
        weather: parts.weather.status(),
        outbox: outboxCounts(store.read),
        keepAwake: mustStayAwake(parts),
        clockworkLateSince: figures.clockworkLateSince,
        unattendedSince: unattendedSince(store.read),
        openCount: { P1: counts.P1, P2: counts.P2, P3: counts.all - counts.P1 - counts.P2 },
      };
    },
    queueList(tab, isByProperty = false) {
      const counts = queueCounts(store.read);
      if (!isByProperty) return { ids: queueIds(store.read, tab), counts, groups: null };
      const byProperty = queueIdsByProperty(store.read, tab);
      return {
        ids: byProperty.flatMap(({ ids }) => ids),
        counts,
        groups: byProperty.map(({ propertyId, ids }) => ({
          propertyId,
          name: getRow(store.read, 'property', propertyId)?.name ?? '',
          count: ids.length,
        })),
      };
    },
    queueRows: (ids) => queueRows(store.read, ids),
    incident(id) {
      const state = desk.state(id);
      return state && incidentView(parts, state);
    },
    related: (id) => {
      const state = desk.state(id);
      return state ? relatedTo(store.read, state) : { repeats: [], building: [], others: [] };
    },
    timers: () =>
      soonestClocks(store.read, WATCHED_CLOCKS, TIMERS_SHOWN).flatMap(({ incidentId, kind, token, dueAt }) => {
        const state = desk.state(incidentId);
        return state ? [timerOf(parts, state, { kind: kind as ClockKind, token, dueAt })] : []; // written by clocksOf
      }),
    alarms: () => alarmsOf(parts),
    search: (text) => searchAll(store.read, text),
  };
}

/** Where nobody is signed in, the last night is shown: from a full hour on, so that it is not another night each second. */
function lastNight(now: number): number {
  return Math.floor((now - NIGHT_MS) / HOUR_MS) * HOUR_MS;
}

/** Every alarm there is, longest first; before all of them that nothing can be saved, for then no ladder moves. */
export function alarmsOf(parts: Parts): readonly AlarmView[] {
  const chain = alarmCalls(parts.store.read).map(({ calledAt, who }) => ({ calledAt, who }));
  const ofIncidents = alarmedIds(parts.store.read, MOST_ALARMED).flatMap((id) => {
    const state = parts.desk.state(id);
    if (!state) return [];
    const building = state.partOf?.headId ?? id;
    return state.alarms.map(({ kind, since, heardAt }) => {
      const isSilencedUntil = heardAt === null ? null : heardAt + TIMING.heardMs;
      const of = { incidentId: id, number: state.number, place: placeLabel(state) };
      const alarm: AlarmView = {
        kind,
        ...alarmSound(kind, state.tier),
        chain,
        ...of,
        detail: null,
        since,
        isSilencedUntil,
      };
      return { building, alarm };
    });
  });
  const isFirst = (alarm: AlarmView): number => Number(alarm.kind === 'standstill');
  return [...machineAlarms(parts, chain), ...onePerBuilding(ofIncidents)].sort(
    (a, b) => isFirst(b) - isFirst(a) || a.since - b.since,
  );
}

/** Alarms that belong to no incident and are never stored. */
function machineAlarms(
  { gateway, ways, halted, figures, store, clock, weather }: Parts,
  chain: AlarmView['chain'],
): readonly AlarmView[] {
  const alarm = (kind: string, since: number, detail: AlarmView['detail']): AlarmView => ({
    kind,
    ...alarmSound(kind, null),
    chain,
    incidentId: null,
    number: null,
    place: null,
    detail,
    since,
    // "Heard" was about the trouble there was then; the next one is new.
    isSilencedUntil: figures.heardAt === null || figures.heardAt < since ? null : figures.heardAt + TIMING.heardMs,
  });
  const health = wayOut({ gateway, ways });
  const trouble = halted.trouble();
  const weatherUnknownAt = weather.unknownSince();
  const known = trouble && asTrouble(trouble.error, store.folder);
  const alone = unattendedSince(store.read);
  return [
    ...(trouble ? [alarm('standstill', trouble.since, known instanceof StoreTrouble ? known.sentence : null)] : []),
    ...(figures.clockworkLateSince === null ? [] : [alarm('clockworkLate', figures.clockworkLateSince, null)]),
    ...(figures.clockWentBackAt === null ? [] : [alarm('clockWentBack', figures.clockWentBackAt, null)]),
    ...(alone === null ? [] : [alarm('deskUnheard', alone, calledWords(chain, health.level === 'down'))]),
    ...(weatherUnknownAt === null ? [] : [alarm('weatherUnknown', weatherUnknownAt, null)]),
    ...(health.level === 'down' ? [alarm('gatewayDown', health.since ?? clock.now(), null)] : []),
  ];
}

/** Whom the unheard alarm went to; where texts cannot leave, that this note is all there is. */
function calledWords(chain: AlarmView['chain'], isGatewayDown: boolean): BothLanguages {
  const names = [...new Set(chain.flatMap(({ who }) => who))].join(', ');
  if (names === '') return { en: 'Nobody could be called: no number.', es: 'No se pudo llamar a nadie: sin número.' };
  return isGatewayDown
    ? { en: `Texts cannot leave: call ${names} by hand.`, es: `Los mensajes no salen: llame a mano a ${names}.` }
    : { en: `Texted: ${names}.`, es: `Se escribió a ${names}.` };
}
