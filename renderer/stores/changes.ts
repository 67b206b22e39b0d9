/** The stream of what changed. The core pushes names and ids, never contents; each store asks for the rows it shows. */

/** A part of the world that can change, e.g. `queue` or `incident:7f3a`. */
export type Topic = string;

/** Reads one message of the stream; anything that is not a list of topics is nothing. */
export function topicsOf(data: string): readonly Topic[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return [];
  }
  if (typeof parsed !== 'object' || parsed === null || !('changed' in parsed) || !Array.isArray(parsed.changed))
    return [];
  return parsed.changed.filter((topic): topic is Topic => typeof topic === 'string');
}

/** Of what changes without a pause, so much is gathered before it is asked for again: nobody reads ten lists a second. */
const GATHER_MS = 100;

/**
 * Gathers topics and hands them over with the next animation frame, in a storm ten times a second at most. Hidden windows
 * get no frames, and the alarm must sound there too: they use a short timer.
 */
export function batchPerFrame(flush: (topics: ReadonlySet<Topic>) => void): (topics: readonly Topic[]) => void {
  let waiting = new Set<Topic>();
  let isScheduled = false;
  let flushedAt = Number.NEGATIVE_INFINITY;
  const run = () => {
    isScheduled = false;
    flushedAt = performance.now();
    const topics = waiting;
    waiting = new Set();
    flush(topics);
  };
  return (topics) => {
    for (const topic of topics) waiting.add(topic);
    if (isScheduled || waiting.size === 0) return;
    isScheduled = true;
    const gatherMs = flushedAt + GATHER_MS - performance.now();
    if (gatherMs > 0) setTimeout(run, gatherMs);
    else if (typeof requestAnimationFrame === 'function' && !document.hidden) requestAnimationFrame(run);
    else setTimeout(run, 16);
  };
}

/**
 * Runs `work` now, or once more after the run in progress: an answer never overtakes a newer question, and a change that
 * arrives while we fetch is not lost, whatever came of that fetch.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isAgain = false;
  const once = async (): Promise<void> => {
    isAgain = false;
    try {
      await work();
    } catch (error) {
      if (!isAgain) throw error;
    }
  };
  const loop = async (): Promise<void> => {
    try {
      do await once();
      while (isAgain);
    } finally {
      // In the same moment in which nobody can ask for one more turn of it.
      running = null;
    }
  };
  return () => {
    if (running) isAgain = true;
    else running = loop();
    return running;
  };
}

const RETRY_MS = 2000;

/**
 * Opens `/events` and keeps it open. `onOpen` runs at each (re)connection: everything is fetched again then, because
 * what changed in between was not told.
 */
export function openChanges(handlers: {
  readonly onTopics: (topics: readonly Topic[]) => void;
  readonly onOpen: () => void;
  readonly onDown: () => void;
}): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | null = null;
  const connect = () => {
    source = new EventSource('/events');
    source.onopen = handlers.onOpen;
    source.onmessage = (message: MessageEvent<string>) => handlers.onTopics(topicsOf(message.data));
    source.onerror = () => {
      handlers.onDown();
      // The browser retries broken connections by itself but gives up on a refused one.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, RETRY_MS);
    };
  };
  connect();
  return () => {
    source?.close();
    if (retry) clearTimeout(retry);
  };
}
