import {
  CALL_STATES,
  clocksOf,
  evolve,
  type IncidentEvent,
  type IncidentState,
  isLookedAfter,
  isOpen,
  PERSONAL_FIELDS,
  queueDueAt,
  queueRank,
  queueRowOf,
} from '#shared/incident';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { appendLine, hidePersonal } from './log.ts';
import { cancelRow, giveBack, putBack, putInOutbox, rewordRow, settleRow } from './outbox-rows.ts';
import { writeTriageCase } from './triage-rows.ts';

/**
 * Appends events and brings everything computed from them up to date, in the transaction that is open.
 *
 * @param first what has to stand in the log before them: the raw contact, the press that asked
 * @returns the state after them, or `conflict` when the incident has moved on since it was loaded; then nothing was
 * written.
 */
export function commit(
  db: WriteDb,
  incidentId: string,
  before: IncidentState | null,
  events: readonly IncidentEvent[],
  first?: () => void,
): { readonly state: IncidentState | null } | 'conflict' {
  const stored = db.get<{ version: number }>('SELECT version FROM incident WHERE id = ?', incidentId)?.version ?? 0;
  if (stored !== (before?.version ?? 0)) return 'conflict';
  first?.();
  let state = before;
  for (const event of events) {
    state = evolve(state, event);
    const { stored: payload, ids } = hidePersonal(db, event, personalFields(event));
    appendLine(db, incidentId, payload);
    carryToOutbox(db, incidentId, event, ids, state);
    if (event.type === 'stepFired') noteWakeUps(db, incidentId, event);
  }
  if (state && events.length > 0) writeReadModels(db, state);
  return { state };
}

/** What of an event is about a person: the fields of its type, and the resident's name where a resident did it. */
function personalFields(event: IncidentEvent): readonly string[] {
  return [...(PERSONAL_FIELDS[event.type] ?? []), ...(event.by.kind === 'resident' ? ['by.name'] : [])];
}

function carryToOutbox(
  db: WriteDb,
  incidentId: string,
  event: IncidentEvent,
  ids: ReadonlyMap<string, number>,
  state: IncidentState,
): void {
  if (event.type === 'messageQueued') {
    const toRef = ids.get('to.phone');
    const textRef = ids.get('text');
    if (toRef === undefined || textRef === undefined) throw new Error('a queued message has no recipient or text');
    putInOutbox(db, {
      key: event.key,
      incidentId,
      lane: event.lane,
      purpose: event.purpose,
      toRef,
      textRef,
      queuedAt: event.sendAt,
      nextAt: event.sendAt,
      expiresAt: event.expiresAt,
    });
  }
  if (event.type === 'messageReworded') {
    const textRef = ids.get('text');
    if (textRef === undefined) throw new Error('a message that was reworded has no text');
    rewordRow(db, event.key, textRef);
  }
  if (event.type === 'messageRetried') putBack(db, event.key, event);
  if (event.type === 'callEnded') {
    const settled = { state: CALL_STATES[event.result], isPossiblyTwice: false, nextAt: null, tier: state.tier };
    settleRow(db, event.key, { ...event, ...settled });
  }
  if (event.type !== 'messageState') return;
  if (event.isReturned) giveBack(db, event.key, { ...event, nextAt: event.nextAt ?? event.at });
  if (event.state === 'cancelled') cancelRow(db, event.key, event.reason);
  else if (!event.isReturned) settleRow(db, event.key, { ...event, at: event.at, tier: state.tier });
}

function noteWakeUps(db: WriteDb, incidentId: string, event: Extract<IncidentEvent, { type: 'stepFired' }>): void {
  for (const { responderId, channels, isCopy } of event.recipients) {
    if (channels.includes('deskAlarm') || isCopy) continue;
    db.run('INSERT INTO wake_up (responder_id, at, incident_id) VALUES (?, ?, ?)', responderId, event.at, incidentId);
  }
}

/** Writes what is computed from the state: the queue's row, the clocks, who was notified. `again`: into the
 * temporary copies of a rebuild. */
export function writeReadModels(db: WriteDb, state: IncidentState, where: 'stored' | 'again' = 'stored'): void {
  const [incident, clock, notified] =
    where === 'stored' ? ['incident', 'clock', 'notified'] : ['incident_again', 'clock_again', 'notified_again'];
  db.run(`DELETE FROM ${clock} WHERE incident_id = ?`, state.id);
  for (const { kind, token, dueAt } of clocksOf(state)) {
    db.run(`INSERT INTO ${clock} (incident_id, kind, token, due_at) VALUES (?, ?, ?, ?)`, state.id, kind, token, dueAt);
  }
  // Whoever a part has asked belongs to its head; the letters they were texted with are kept from others meanwhile.
  db.run(`DELETE FROM ${notified} WHERE incident_id = ?`, state.id);
  for (const { responderId, code, lastAt } of lettersOf(state)) {
    db.run(
      `INSERT INTO ${notified} (incident_id, responder_id, code, last_at, is_open) VALUES (?, ?, ?, ?, ?)`,
      state.id,
      responderId,
      code,
      lastAt,
      isOpen(state) ? 1 : 0,
    );
  }
  const row = incidentRow(state);
  const columns = Object.keys(row);
  changedOne(
    db.run(
      `INSERT INTO ${incident} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      ...Object.values(row),
    ),
    'write the incident',
  );
  writeTriageCase(db, state, where === 'stored' ? 'triage_case' : 'triage_case_again');
}

type Letter = NonNullable<IncidentState['partOf']>['letters'][number];

function lettersOf({ partOf, notified }: IncidentState): readonly Letter[] {
  if (partOf !== null) return partOf.letters;
  return notified.map(({ recipient: { responderId, code }, lastAt }) => ({ responderId, code, lastAt }));
}

function incidentRow(state: IncidentState): Record<string, string | number | null> {
  return {
    id: state.id,
    number: state.number,
    version: state.version,
    status: state.status,
    tier: state.tier,
    is_open: isOpen(state) ? 1 : 0,
    is_alarmed: state.alarms.length > 0 ? 1 : 0,
    is_looked_after: isLookedAfter(state) ? 1 : 0,
    queue_rank: queueRank(state),
    due_at: queueDueAt(state),
    property_id: state.place.propertyId,
    part_of: state.partOf?.headId ?? null,
    unit_id: state.place.unitId,
    resident_id: state.caller.residentId,
    first_contact_at: state.firstContactAt,
    queue_row: JSON.stringify(queueRowOf(state)),
  };
}

/** The number the next incident gets; people say it aloud, so it begins at 1001. */
export function nextNumber(db: ReadDb): number {
  return (db.get<{ number: number | null }>('SELECT max(number) AS number FROM incident')?.number ?? 1000) + 1;
}
