import {
  alarmedIds,
  blindTimesSince,
  countContactsSince,
  openDeskSession,
  outboxCounts,
  queueCounts,
  queueIds,
  queueRows,
  runningCount,
  soonestClocks,
} from '#core/store';
import type { AlarmView, ClockKind } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { placeLabel } from '#shared/incident';
import type { ConsoleApi } from '../console-api.ts';
import type { Parts } from '../parts.ts';
import { incidentView, timerOf } from './incident-view.ts';
import { searchAll } from './search.ts';

const TIMERS_SHOWN = 40;
const NIGHT_MS = 14 * 60 * 60_000;

/** What the desk screen reads. */
export function queueApi(
  parts: Parts,
): Pick<ConsoleApi, 'status' | 'queueList' | 'queueRows' | 'incident' | 'timers' | 'alarms' | 'search'> {
  const { store, desk, clock, gateway, figures } = parts;
  return {
    status() {
      const now = clock.now();
      const counts = queueCounts(store.read);
      const since = openDeskSession(store.read)?.startedAt ?? now - NIGHT_MS;
      return {
        now,
        gateway: { kind: gateway.kind(), ...gateway.health(), lastAcceptedMs: figures.lastAcceptedMs },
        rotaReadAt: now,
        blindTimes: blindTimesSince(store.read, since),
        tonight: {
          contacts: countContactsSince(store.read, since),
          waiting: counts.inbox,
          reportToGatewayMs: figures.reportToGatewayMs,
          latestStepLateMs: figures.latestStepLateMs,
        },
        outbox: outboxCounts(store.read),
        keepAwake: openDeskSession(store.read) !== null || runningCount(store.read) > 0,
        openCount: { P1: counts.P1, P2: counts.P2, P3: counts.all - counts.P1 - counts.P2 },
      };
    },
    queueList: (tab) => ({ ids: queueIds(store.read, tab), counts: queueCounts(store.read) }),
    queueRows: (ids) => queueRows(store.read, ids),
    incident(id) {
      const state = desk.state(id);
      return state && incidentView(parts, state);
    },
    timers: () =>
      soonestClocks(store.read, TIMERS_SHOWN).flatMap(({ incidentId, kind, token, dueAt }) => {
        const state = desk.state(incidentId);
        return state ? [timerOf(parts, state, { kind: kind as ClockKind, token, dueAt })] : []; // written by clocksOf
      }),
    alarms: () => alarmsOf(parts),
    search: (text) => searchAll(store.read, text),
  };
}

/** Every alarm there is: of incidents, of a gateway that is down, of the clock. "Heard" silences for three minutes. */
export function alarmsOf(parts: Parts): readonly AlarmView[] {
  const health = parts.gateway.health();
  const heardAt = parts.figures.gatewayAlarmHeardAt;
  const since = health.since ?? parts.clock.now();
  const gatewayDown: readonly AlarmView[] =
    health.level === 'down'
      ? [
          {
            kind: 'gatewayDown',
            incidentId: null,
            number: null,
            place: null,
            since,
            // "Heard" was about the trouble there was then; the next one is new.
            isSilencedUntil: heardAt === null || heardAt < since ? null : heardAt + TIMING.heardMs,
          },
        ]
      : [];
  const wentBackAt = parts.figures.clockWentBackAt;
  const clock = { kind: 'clockWentBack', incidentId: null, number: null, place: null, isSilencedUntil: null };
  const clockWentBack: readonly AlarmView[] = wentBackAt === null ? [] : [{ ...clock, since: wentBackAt }];
  const ofIncidents = alarmedIds(parts.store.read).flatMap((id) => {
    const state = parts.desk.state(id);
    return (state?.alarms ?? []).map(
      (alarm): AlarmView => ({
        kind: alarm.kind,
        incidentId: id,
        number: state?.number ?? null,
        place: state ? placeLabel(state) : null,
        since: alarm.since,
        isSilencedUntil: alarm.heardAt === null ? null : alarm.heardAt + TIMING.heardMs,
      }),
    );
  });
  return [...gatewayDown, ...clockWentBack, ...ofIncidents].sort((a, b) => a.since - b.since);
}
