import { randomUUID } from 'node:crypto';
import type { Desk } from '#core/desk';
import { hashPin } from '#core/guard';
import { groupNotes, leavingNotes } from '#core/oncall';
import { type PlannedRow, planInThread } from '#core/portfolio';
import { type Author, allRows, doorCounts, putRow, type WriteDb } from '#core/store';
import type { Responder } from '#shared/contract';
import type { Actor } from '#shared/incident';
import { normalisePhone } from '#shared/messages';
import type { ConsoleApi } from '../console-api.ts';
import { company, DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { addStaffRow } from './desk-session.ts';

const CHANGED = ['portfolio', 'oncall', 'settings', 'timers', 'practice'] as const;

/** Properties, residents, responders; from CSV with a preview, or by hand. */
export function portfolioApi(
  parts: Parts,
): Pick<ConsoleApi, 'portfolio' | 'previewImport' | 'applyImport' | 'saveResponder' | 'saveProperty' | 'addStaff'> {
  const { store, desk } = parts;
  const plan = (input: { kind: 'properties' | 'units' | 'residents' | 'responders' | 'auto'; csv: string }) =>
    planInThread({
      ...input,
      folder: store.folder,
      defaults: { zone: company(parts)?.zone ?? 'UTC', country: 'US' },
      canCreateUnits: true,
    });
  return {
    portfolio() {
      const counts = doorCounts(store.read);
      return {
        properties: allRows(store.read, 'property').map((each) => ({
          ...each,
          units: counts.get(each.id)?.units ?? 0,
          residents: counts.get(each.id)?.residents ?? 0,
        })),
        responders: allRows(store.read, 'responder'),
        staff: allRows(store.read, 'staff'),
        rotations: allRows(store.read, 'rotation'),
      };
    },
    async previewImport(input) {
      const { preview, drop } = await plan(input);
      await drop();
      return preview;
    },
    async applyImport(input) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const { preview, rows, drop } = await plan(input);
      try {
        if (preview.fileError) return refusal('badFile', preview.fileError);
        const before = allRows(store.read, 'property');
        for await (const piece of rows()) await writeInTurns(desk, piece, by);
        parts.hub.publish(CHANGED);
        return {
          ok: true,
          value: {
            created: preview.counts.creates,
            updated: preview.counts.updates,
            unchanged: preview.unchanged,
            rowsLeftOut: preview.rowsLeftOut,
            notes: groupNotes(planFacts(parts), before, allRows(store.read, 'property')),
          },
        };
      } finally {
        await drop();
      }
    },
    saveResponder(input) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const phone = input.phone.trim() === '' ? null : normalisePhone(input.phone);
      if (phone !== null && !phone.ok) return refusal('badPhone', phone.reason);
      const row: Responder = { ...input, id: input.id ?? randomUUID(), phone: phone?.phone ?? null };
      const before = input.id === null ? null : parts.book.responder(input.id);
      desk.change(CHANGED, (db, author) => putRow(db, 'responder', row, author), by);
      return { ok: true, value: { notes: leavingNotes(planFacts(parts), before, row) } };
    },
    saveProperty(property) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const before = allRows(store.read, 'property');
      desk.change(CHANGED, (db, author) => putRow(db, 'property', property, author), by);
      return { ok: true, value: { notes: groupNotes(planFacts(parts), before, allRows(store.read, 'property')) } };
    },
    async addStaff({ pin, ...person }) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const hashed = await hashPin(pin);
      desk.change(
        ['session', 'settings'],
        (db, author) => addStaffRow(db, author, { ...person, id: randomUUID() }, hashed),
        by,
      );
      return DONE;
    },
  };
}

/** What the plan is looked at by, once a change of the portfolio is in. */
function planFacts(parts: Parts) {
  return { now: parts.clock.now(), zone: company(parts)?.zone ?? 'UTC', sources: parts.book.sources() };
}

/** Rows are written for so long before the loop lets a ladder have its turn; the durable commit comes on top of it. */
const TURN_MS = 8;

/** One transaction after the other, each as large as its time allows, whatever a row takes on this machine. */
async function writeInTurns(desk: Desk, rows: readonly PlannedRow[], by: Actor): Promise<void> {
  let done = 0;
  const turn = (db: WriteDb, author: Author): void => {
    const startedAt = performance.now();
    do {
      const next = rows[done];
      if (!next) return;
      putRow(db, next.entity, next.row as never, author); // the plan pairs each row with its table
      done += 1;
    } while (performance.now() - startedAt < TURN_MS);
  };
  while (done < rows.length) {
    desk.change([], turn, by);
    await new Promise(setImmediate);
  }
}
