import type { inferRouterOutputs } from '@trpc/server';
import type { Router } from '#core/serve';

/** What an import would do, as the core plans it: each list has its first rows, `counts` says how many there are. */
export type ImportPlan = inferRouterOutputs<Router>['portfolio']['previewImport'];
export type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** The fields in which two rows differ, in the order of the row; ids are nobody's business here. */
export function changesOf(before: object, after: object): readonly Change[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([field]) => field !== 'id' && !field.endsWith('Id'))
    .filter(([field, value]) => JSON.stringify(old.get(field)) !== JSON.stringify(value))
    .map(([field, value]) => ({ field, before: old.get(field), after: value }));
}

/** What a row is called in a list: its name or label, and what tells it from others of that name. */
export function titleOf(row: ImportPlan['creates'][number]['row']): { readonly name: string; readonly detail: string } {
  if ('label' in row) return { name: row.label, detail: '' };
  if ('address' in row) return { name: row.name, detail: row.address };
  return { name: row.name, detail: row.phone ?? '' };
}

/**
 * `nothingUsable`: no row can be imported. `nothingNew`: what can be is on file, other rows cannot. `nothing`: all of it is
 * on file. `nothingListed`: the file names nothing that could be.
 */
export type PlanState = 'fileError' | 'nothingUsable' | 'nothingNew' | 'nothing' | 'nothingListed' | 'ready';

/** What can be done with a plan. */
export function stateOf(plan: ImportPlan): PlanState {
  if (plan.fileError !== null) return 'fileError';
  if (plan.counts.creates + plan.counts.updates > 0) return 'ready';
  if (plan.rowsLeftOut > 0) return plan.unchanged === 0 ? 'nothingUsable' : 'nothingNew';
  return plan.unchanged === 0 ? 'nothingListed' : 'nothing';
}
