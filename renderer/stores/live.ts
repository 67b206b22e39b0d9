import { batchPerFrame, openChanges, type Topic } from './changes.ts';
import { isUnreachable } from './client.ts';
import {
  linkFailed,
  linkWorks,
  refreshAlarms,
  refreshDrafts,
  refreshInbox,
  refreshIncident,
  refreshInfo,
  refreshOnCall,
  refreshSession,
  refreshStatus,
  refreshTimers,
  useIncident,
} from './desk.ts';
import { refreshQueue } from './queue.ts';

/** What is asked for again when something changed: one line per store, in the order in which a person needs it. */
const REFETCHES: readonly { readonly isFor: (topic: Topic) => boolean; readonly refetch: () => Promise<void> }[] = [
  { isFor: (topic) => topic === 'alarm', refetch: refreshAlarms },
  { isFor: (topic) => topic === 'queue' || topic.startsWith('incident:'), refetch: refreshQueue },
  { isFor: (topic) => topic === `incident:${useIncident.getState().id}`, refetch: refreshIncident },
  { isFor: (topic) => topic === 'timers', refetch: refreshTimers },
  { isFor: (topic) => topic === 'inbox', refetch: refreshInbox },
  { isFor: (topic) => topic === 'status' || topic === 'practice', refetch: refreshStatus },
  { isFor: (topic) => topic === 'oncall' || topic === 'portfolio', refetch: refreshOnCall },
  { isFor: (topic) => topic === 'session', refetch: refreshSession },
  { isFor: (topic) => topic === 'session' || topic === 'settings', refetch: refreshInfo },
  { isFor: (topic) => topic === 'session', refetch: refreshDrafts },
];

/** Other screens listen here; `*` is sent after each reconnection, when everything may have changed. */
const listeners = new Set<(topics: ReadonlySet<Topic>) => void>();

/** Calls `listener` with what changed, once per frame. Returns how to stop. */
export function onChanged(listener: (topics: ReadonlySet<Topic>) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    linkWorks();
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    linkFailed();
  }
}

/** Everything anew: at the start and after each reconnection. */
export function refreshAll(): void {
  for (const { refetch } of REFETCHES) void run(refetch);
  for (const listener of listeners) listener(new Set(['*']));
}

const HEARTBEAT_MS = 15_000;

/**
 * Starts listening to the core; to be called once by the window. A hung core keeps its connections open, so every
 * 15 s it is also asked for its status, which carries its clock.
 */
export function startLive(): () => void {
  const told = batchPerFrame((topics) => {
    for (const { isFor, refetch } of REFETCHES) if ([...topics].some(isFor)) void run(refetch);
    for (const listener of listeners) listener(topics);
  });
  const stop = openChanges({
    onTopics: told,
    onOpen: () => {
      linkWorks();
      refreshAll();
    },
    onDown: linkFailed,
  });
  const heartbeat = setInterval(() => void run(refreshStatus), HEARTBEAT_MS);
  return () => {
    stop();
    clearInterval(heartbeat);
  };
}
