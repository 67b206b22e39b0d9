import { headAt, type LogLine, linesOf, load, loadEvents, logHead, personalBehind, type ReadDb } from '#core/store';
import type { Instant } from '#shared/contract';
import { placeLabel, whyNot } from '#shared/incident';
import { buildEvidence, type EvidenceFile, type EvidenceLine, type EvidencePersonal } from './evidence.ts';

/**
 * The evidence file of one incident, from the log as it stands. Values that were redacted are named as such. Null when
 * there is no such incident.
 *
 * @param made `by` the person who asked for it, `version` of the product that made it
 * @throws when a line's predecessor is missing: a damaged log, which `verify` will name
 */
export function gatherEvidence(
  read: ReadDb,
  incidentId: string,
  made: { readonly company: string; readonly at: Instant; readonly by: string; readonly version: string },
): EvidenceFile | null {
  const state = load(read, incidentId)?.state;
  if (!state) return null;
  const lines = linesOf(read, incidentId);
  return buildEvidence({
    company: made.company,
    incident: {
      id: state.id,
      number: state.number,
      tier: state.tier,
      category: state.category,
      place: placeLabel(state),
      outcome: state.resolution?.outcome ?? state.status,
    },
    whyNot: whyNot(loadEvents(read, incidentId)),
    exportedAt: made.at,
    by: made.by,
    version: made.version,
    lines: lines.map((line) => asEvidenceLine(read, line)),
    personal: personalOf(read, lines),
    // Last: a head from before the lines would not cover them.
    head: logHead(read),
  });
}

function asEvidenceLine(read: ReadDb, line: LogLine): EvidenceLine {
  const before = headAt(read, line.seq - 1);
  if (before === null) throw new Error(`line ${line.seq - 1} of the log is missing`);
  const { at } = JSON.parse(line.payload) as { at: number }; // every line of the log has its instant
  return { seq: line.seq, at, prev: before.hash, payload: line.payload, hash: line.hash };
}

function personalOf(read: ReadDb, lines: readonly LogLine[]): EvidencePersonal[] {
  const kept = personalBehind(read, lines);
  const known = new Set(kept.map((each) => each.id));
  const mentioned = new Set(
    lines.flatMap(({ payload }) => [...payload.matchAll(/"\$p":"(\d+)"/g)].map(([, id]) => id)),
  );
  const redacted = [...mentioned].flatMap((id) =>
    id === undefined || known.has(id) ? [] : [{ id, isRedacted: true as const }],
  );
  return [...kept, ...redacted];
}
