import { batchPerFrame, openChanges, type Topic } from './changes.ts';
import {
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
import { linkFailed, linkWorks, read, retryFailedReads } from './link.ts';
import { followGrouping, refreshQueue } from './queue.ts';

type Refetch = {
  readonly name: string;
  readonly isFor: (topic: Topic) => boolean;
  readonly refetch: () => Promise<void>;
};

/** What is asked for again when something changed: one line per store, in the order in which a person needs it. */
const REFETCHES: readonly Refetch[] = [
  { name: 'alarms', isFor: (topic) => topic === 'alarm', refetch: refreshAlarms },
  // Its counts tell how many texts wait in the inbox.
  {
    name: 'queue',
    isFor: (topic) => topic === 'queue' || topic === 'inbox' || topic.startsWith('incident:'),
    refetch: refreshQueue,
  },
  {
    name: 'incident',
    isFor: (topic) => topic === `incident:${useIncident.getState().id}`,
    refetch: refreshIncident,
  },
  { name: 'timers', isFor: (topic) => topic === 'timers', refetch: refreshTimers },
  { name: 'inbox', isFor: (topic) => topic === 'inbox', refetch: refreshInbox },
  { name: 'status', isFor: (topic) => topic === 'status' || topic === 'practice', refetch: refreshStatus },
  { name: 'oncall', isFor: (topic) => topic === 'oncall' || topic === 'portfolio', refetch: refreshOnCall },
  { name: 'session', isFor: (topic) => topic === 'session', refetch: refreshSession },
  { name: 'info', isFor: (topic) => topic === 'session' || topic === 'settings', refetch: refreshInfo },
  { name: 'drafts', isFor: (topic) => topic === 'session', refetch: refreshDrafts },
];

/** The stores that show any of these topics. */
export function storesOf(topics: Iterable<Topic>): readonly string[] {
  return refetchesOf(topics).map(({ name }) => name);
}

function refetchesOf(topics: Iterable<Topic>): readonly Refetch[] {
  const all = [...topics];
  return REFETCHES.filter(({ isFor }) => all.some(isFor));
}

/** Other screens listen here; `*` is sent after each reconnection, when everything may have changed. */
const listeners = new Set<(topics: ReadonlySet<Topic>) => void>();

/** Calls `listener` with what changed, once per frame. Returns how to stop. */
export function onChanged(listener: (topics: ReadonlySet<Topic>) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything anew: at the start and after each reconnection. */
export function refreshAll(): void {
  for (const { name, refetch } of REFETCHES) void read(name, refetch);
  for (const listener of listeners) listener(new Set(['*']));
}

const HEARTBEAT_MS = 15_000;
/** What the core could not read is asked again this often; a disk that was full for a moment needs nobody. */
const RETRY_MS = 5_000;

/**
 * Starts listening to the core; to be called once by the window. A hung core keeps its connections open, so every
 * 15 s it is also asked for its status, which carries its clock.
 */
export function startLive(): () => void {
  const told = batchPerFrame((topics) => {
    for (const { name, refetch } of refetchesOf(topics)) void read(name, refetch);
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
  const heartbeat = setInterval(() => void read('status', refreshStatus), HEARTBEAT_MS);
  const retry = setInterval(retryFailedReads, RETRY_MS);
  const stopGrouping = followGrouping();
  return () => {
    stop();
    clearInterval(heartbeat);
    clearInterval(retry);
    stopGrouping();
  };
}
