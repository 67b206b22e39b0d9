import { create } from 'zustand';
import type {
  AlarmView,
  AppInfo,
  InboxItem,
  IncidentView,
  OnCallNow,
  ReportDraft,
  SessionView,
  StatusView,
  TimerView,
} from '#shared/contract';
import { oneAtATime } from './changes.ts';
import { api } from './client.ts';
import { setCoreTime } from './clock.ts';
import { read } from './link.ts';

/** One small store per concern; each has one way to be refreshed. Null: not heard from the core yet. */
export const useAppInfo = create<{ readonly info: AppInfo | null }>(() => ({ info: null }));
export const useSession = create<{ readonly session: SessionView | null }>(() => ({ session: null }));
export const useStatus = create<{ readonly status: StatusView | null }>(() => ({ status: null }));
export const useTimers = create<{ readonly timers: readonly TimerView[] }>(() => ({ timers: [] }));
export const useAlarms = create<{ readonly alarms: readonly AlarmView[] }>(() => ({ alarms: [] }));
export const useInbox = create<{ readonly items: readonly InboxItem[] }>(() => ({ items: [] }));
/** Null: not heard from the core yet. Empty: nobody is on call for anything, which has to be said. */
export const useOnCall = create<{ readonly trades: readonly OnCallNow[] | null }>(() => ({ trades: null }));
export const useDrafts = create<{ readonly drafts: readonly ReportDraft[] }>(() => ({ drafts: [] }));

/** The incident on screen. `id` is what was asked for; `view` may still be that of the one before it. */
export const useIncident = create<{ readonly id: string | null; readonly view: IncidentView | null }>(() => ({
  id: null,
  view: null,
}));

export const refreshInfo = oneAtATime(async () => useAppInfo.setState({ info: await api.app.info.query() }));
export const refreshSession = oneAtATime(async () => useSession.setState({ session: await api.session.get.query() }));
export const refreshTimers = oneAtATime(async () => useTimers.setState({ timers: await api.queue.timers.query() }));
export const refreshAlarms = oneAtATime(async () => useAlarms.setState({ alarms: await api.alarm.list.query() }));
export const refreshInbox = oneAtATime(async () => useInbox.setState({ items: await api.inbox.list.query() }));
export const refreshOnCall = oneAtATime(async () => useOnCall.setState({ trades: await api.oncall.now.query() }));
export const refreshDrafts = oneAtATime(async () => useDrafts.setState({ drafts: await api.report.drafts.query() }));

export const refreshStatus = oneAtATime(async () => {
  const askedAt = Date.now();
  const status = await api.app.status.query(undefined, { signal: AbortSignal.timeout(8000) });
  setCoreTime(status.now, askedAt, Date.now());
  useStatus.setState({ status });
});

export const refreshIncident = oneAtATime(async () => {
  const { id } = useIncident.getState();
  const answer = id === null ? null : await api.incident.get.query({ id });
  const view = answer && { ...answer, events: answer.events.map(({ seq, event }) => ({ seq, event })) };
  // Another one may have been picked while this answer travelled; its own run follows.
  if (useIncident.getState().id === id) useIncident.setState({ view });
});

/** Shows an incident (null: none). What was shown stays until the new one is here, so nothing jumps. */
export function showIncident(id: string | null): void {
  if (useIncident.getState().id === id) return;
  useIncident.setState(id === null ? { id, view: null } : { id });
  void read('incident', refreshIncident);
}
