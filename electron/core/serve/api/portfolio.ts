import { randomUUID } from 'node:crypto';
import { hashPin } from '#core/guard';
import { groupNotes, leavingNotes } from '#core/oncall';
import { type ImportPlan, type PortfolioSnapshot, runImportPlan } from '#core/portfolio';
import { type Author, allRows, doorCounts, putRow, type WriteDb } from '#core/store';
import type { Responder } from '#shared/contract';
import { normalisePhone } from '#shared/messages';
import type { ConsoleApi } from '../console-api.ts';
import { company, DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { addStaffRow } from './desk-session.ts';

const CHANGED = ['portfolio', 'oncall', 'settings', 'timers', 'practice'] as const;
/** Rows written before the loop lets a ladder have its turn: the core's thread is never held for long. */
const CHUNK = 100;

/** Properties, residents, responders; from CSV with a preview, or by hand. */
export function portfolioApi(
  parts: Parts,
): Pick<ConsoleApi, 'portfolio' | 'previewImport' | 'applyImport' | 'saveResponder' | 'saveProperty' | 'addStaff'> {
  const { store, desk } = parts;
  const plan = (input: {
    kind: 'properties' | 'units' | 'residents' | 'responders' | 'auto';
    csv: string;
  }): Promise<ImportPlan> =>
    runImportPlan({
      ...input,
      existing: snapshot(parts),
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
    previewImport: plan,
    async applyImport(input) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const made = await plan(input);
      if (made.fileError) return refusal('badFile', made.fileError);
      const rows = [
        ...made.creates,
        ...made.updates.map((each) => ({ entity: each.entity, row: each.after })),
      ] as readonly Planned[]; // each pairs a row with its table
      const before = allRows(store.read, 'property');
      for (let from = 0; from < rows.length; from += CHUNK) {
        desk.change([], (db, author) => putAll(db, author, rows.slice(from, from + CHUNK)), by);
        await new Promise(setImmediate);
      }
      parts.hub.publish(CHANGED);
      return {
        ok: true,
        value: {
          created: made.creates.length,
          updated: made.updates.length,
          unchanged: made.unchanged,
          rowsLeftOut: made.rowsLeftOut,
          notes: groupNotes(planFacts(parts), before, allRows(store.read, 'property')),
        },
      };
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

function snapshot({ store }: Pick<Parts, 'store'>): PortfolioSnapshot {
  return {
    properties: allRows(store.read, 'property'),
    units: allRows(store.read, 'unit'),
    residents: allRows(store.read, 'resident'),
    responders: allRows(store.read, 'responder'),
  };
}

/** A row of a plan, with the table it goes to. */
type Planned =
  Extract<ImportPlan['creates'][number], { entity: string }> extends infer Each
    ? Each extends { entity: infer E; row: infer R }
      ? { readonly entity: E; readonly row: R }
      : never
    : never;

function putAll(db: WriteDb, author: Author, rows: readonly Planned[]): void {
  for (const { entity, row } of rows) putRow(db, entity, row as never, author); // the plan pairs each row with its table
}
