import { createHash } from 'node:crypto';
import { allRows, type ReadDb } from '#core/store';
import type { Property, Responder } from '#shared/contract';

/** Everybody and every place that a title may name. */
export type Names = {
  readonly responders: readonly Pick<Responder, 'id' | 'name' | 'phone' | 'active'>[];
  readonly places: readonly string[];
  /** The same as long as the same titles would mean the same. */
  readonly print: string;
};

export function namesNow(db: ReadDb): Names {
  return namesOf(allRows(db, 'responder'), allRows(db, 'property'));
}

export function namesOf(all: readonly Responder[], properties: readonly Property[]): Names {
  const responders = all.map(({ id, name, phone, active }) => ({ id, name, phone, active }));
  const places = [...new Set(properties.flatMap(({ name, group }) => [name, group ?? '']))];
  const print = createHash('sha256')
    .update(JSON.stringify([responders, places]))
    .digest('hex');
  return { responders, places, print };
}
