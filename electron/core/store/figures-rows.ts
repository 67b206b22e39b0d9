import type { ReadDb } from './connection.ts';
import { firstSeqAt } from './night-rows.ts';

/** The live figures of a night, read from its log: a restart loses none of them. */
export type NightFigures = {
  /** From a report to the gateway having the first message that it woke somebody with: the latest, and the middle one. */
  readonly reportToGatewayMs: number | null;
  readonly medianReportToGatewayMs: number | null;
  /** How late the latest step fired; of those of one moment, the latest of all. */
  readonly latestStepLateMs: number | null;
};

type Line = {
  readonly seq: number;
  readonly incidentId: string | null;
  readonly at: number;
  readonly type: string;
  readonly key: string | null;
  readonly purpose: string | null;
  readonly state: string | null;
  readonly lateMs: number | null;
  readonly isFirst: number;
};

const TYPES = ['reported', 'messageQueued', 'messageState', 'stepFired', 'stepSkipped', 'wallClockMoved'];

/** Reads the figures of the night that began at `since`; what was read before is kept, and only newer lines are read. */
export function nightFigures(db: ReadDb): (since: number) => NightFigures {
  let night = emptyNight(Number.NaN, 0);
  return (since) => {
    if (night.since !== since) night = emptyNight(since, firstSeqAt(db, since) - 1);
    for (const line of linesAfter(db, night.seq)) {
      night.seq = line.seq;
      if (line.at >= since) take(night, line);
    }
    return {
      reportToGatewayMs: night.tookMs.at(-1) ?? null,
      medianReportToGatewayMs: middleOf(night.tookMs),
      latestStepLateMs: night.late?.ms ?? null,
    };
  };
}

type Night = {
  readonly since: number;
  seq: number;
  readonly reportedAt: Map<string, number>;
  /** Messages that a report itself woke somebody with and that have not left yet, by key. */
  readonly waiting: Map<string, number>;
  readonly tookMs: number[];
  late: { readonly at: number; readonly ms: number } | null;
};

function emptyNight(since: number, seq: number): Night {
  return { since, seq, reportedAt: new Map(), waiting: new Map(), tookMs: [], late: null };
}

function take(night: Night, { incidentId, at, type, key, purpose, state, lateMs, isFirst }: Line): void {
  const { reportedAt, waiting, tookMs } = night;
  switch (type) {
    case 'reported':
      if (incidentId !== null) reportedAt.set(incidentId, at);
      return;
    case 'messageQueued':
      // A later step, or one sent again, says nothing of how fast a report is.
      if (key !== null && purpose === 'step' && reportedAt.get(incidentId ?? '') === at) waiting.set(key, at);
      return;
    case 'messageState': {
      const queuedAt = key === null ? undefined : waiting.get(key);
      if (key === null || queuedAt === undefined || state !== 'accepted') return;
      waiting.delete(key);
      tookMs.push(Math.max(0, at - queuedAt));
      return;
    }
    case 'wallClockMoved':
      // What is measured across it would be the move.
      waiting.clear();
      return;
    default: {
      const ms = lateMs ?? 0;
      // The first step leaves with the report: it was never due at a time of its own.
      if (isFirst !== 0 && ms === 0) return;
      night.late = night.late?.at === at ? { at, ms: Math.max(ms, night.late.ms) } : { at, ms };
    }
  }
}

function linesAfter(db: ReadDb, seq: number): readonly Line[] {
  return db.all<Line>(
    `SELECT seq, incident_id AS incidentId, payload ->> '$.at' AS at, payload ->> '$.type' AS type,
       payload ->> '$.key' AS key, payload ->> '$.purpose' AS purpose, payload ->> '$.state' AS state,
       payload ->> '$.lateMs' AS lateMs,
       coalesce(payload ->> '$.step' = 0 AND payload ->> '$.round' = 1, 0) AS isFirst
     FROM log WHERE seq > ? AND payload ->> '$.type' IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    seq,
    JSON.stringify(TYPES),
  );
}

/** The middle of some lengths, rounded to whole ms. */
function middleOf(lengths: readonly number[]): number | null {
  const sorted = lengths.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
