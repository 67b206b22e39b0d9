import {
  alarmCalls,
  alarmedIds,
  asTrouble,
  blindTimesSince,
  countContactsSince,
  getRow,
  lateInOutage,
  openDeskSession,
  outagesSince,
  outboxCounts,
  queueCounts,
  queueIds,
  queueIdsByProperty,
  queueRows,
  relatedTo,
  runningCount,
  StoreTrouble,
  soonestClocks,
  unattendedSince,
} from '#core/store';
import type { AlarmView, ClockKind } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { alarmSound, placeLabel, WATCHED_CLOCKS } from '#shared/incident';
import type { ConsoleApi } from '../console-api.ts';
import type { Parts } from '../parts.ts';
import { incidentView, timerOf } from './incident-view.ts';
import { searchAll } from './search.ts';

const TIMERS_SHOWN = 40;
const NIGHT_MS = 14 * 60 * 60_000;

/** What the desk screen reads. */
export function queueApi(
  parts: Parts,
): Pick<ConsoleApi, 'status' | 'queueList' | 'queueRows' | 'incident' | 'related' | 'timers' | 'alarms' | 'search'> {
  const { store, desk, clock, gateway, figures } = parts;
  return {
    status() {
      const now = clock.now();
      const counts = queueCounts(store.read);
      const { level, detail, since: downSince } = gateway.health();
      const since = openDeskSession(store.read)?.startedAt ?? now - NIGHT_MS;
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
          reportToGatewayMs: figures.reportToGatewayMs,
          latestStepLateMs: figures.latestStepLateMs,
        },
        weather: parts.weather.status(),
        outbox: outboxCounts(store.read),
        keepAwake: openDeskSession(store.read) !== null || runningCount(store.read) > 0,
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
/** Every alarm there is, longest first; before all of them that nothing can be saved, for then no ladder moves. */
export function alarmsOf(parts: Parts): readonly AlarmView[] {
  const chain = alarmCalls(parts.store.read).map(({ calledAt, who }) => ({ calledAt, who }));
  const ofIncidents = alarmedIds(parts.store.read).flatMap((id) => {
    const state = parts.desk.state(id);
    return (state?.alarms ?? []).map(
      (alarm): AlarmView => ({
        kind: alarm.kind,
        ...alarmSound(alarm.kind, state?.tier ?? null),
        chain,
        incidentId: id,
        number: state?.number ?? null,
        place: state ? placeLabel(state) : null,
        detail: null,
        since: alarm.since,
        isSilencedUntil: alarm.heardAt === null ? null : alarm.heardAt + TIMING.heardMs,
      }),
    );
  });
  const isFirst = (alarm: AlarmView): number => Number(alarm.kind === 'standstill');
  return [...machineAlarms(parts, chain), ...ofIncidents].sort((a, b) => isFirst(b) - isFirst(a) || a.since - b.since);
}

/** Alarms that belong to no incident and are never stored. */
function machineAlarms(
  { gateway, halted, figures, store, clock, weather }: Parts,
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
  const health = gateway.health();
  const trouble = halted.trouble();
  const weatherUnknownAt = weather.unknownSince();
  const known = trouble && asTrouble(trouble.error, store.folder);
  return [
    ...(trouble ? [alarm('standstill', trouble.since, known instanceof StoreTrouble ? known.sentence : null)] : []),
    ...(figures.clockWentBackAt === null ? [] : [alarm('clockWentBack', figures.clockWentBackAt, null)]),
    ...(weatherUnknownAt === null ? [] : [alarm('weatherUnknown', weatherUnknownAt, null)]),
    ...(health.level === 'down' ? [alarm('gatewayDown', health.since ?? clock.now(), null)] : []),
  ];
}
