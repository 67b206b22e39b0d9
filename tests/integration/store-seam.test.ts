import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveSms } from '#core/intake';
import { onCallBook } from '#core/oncall';
import {
  allLines,
  appendLine,
  commit,
  countRows,
  getRow,
  load,
  loadEvents,
  logHead,
  personalRows,
  putRow,
  removeRow,
} from '#core/store';
import { evolve, type IncidentEvent, type IncidentState } from '#shared/incident';
import { type Night, openNight } from '../world.ts';

/** What the store promises whoever decides. */

const CORE = { kind: 'core' } as const;
let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const write = () => night.core.store.write;
const author = () => ({ at: night.clock.now(), by: CORE });
const unit = (id: string) => ({ id, propertyId: 'p', label: id });

describe('invariant 2: a transaction', () => {
  it('must not wait: one that returns a promise is undone', () => {
    const before = { head: logHead(write()), units: countRows(write(), 'unit') };
    const waits = async (): Promise<void> => {
      putRow(write(), 'unit', unit('never'), author());
    };
    expect(() => write().transact(waits)).toThrow(/promise/);
    expect({ head: logHead(write()), units: countRows(write(), 'unit') }).toEqual(before);
  });

  it('within another takes back its own part only', () => {
    write().transact(() => {
      putRow(write(), 'unit', unit('outer'), author());
      const fails = (): void => {
        putRow(write(), 'unit', unit('inner'), author());
        throw new Error('a bug');
      };
      expect(() => write().transact(fails)).toThrow('a bug');
    });
    const ids = write().all<{ id: string }>(`SELECT id FROM unit WHERE id IN ('outer', 'inner')`);
    expect(ids).toEqual([{ id: 'outer' }]);
  });
});

describe('invariant 11: commit', () => {
  it('on a state that has moved on is a conflict, and writes nothing', async () => {
    const id = await night.report({ text: 'water through the ceiling', place: 'maple 3a', tier: 'P1' });
    const stale = load(write(), id)?.state;
    if (!stale) throw new Error('no incident');
    expect(await night.act({ type: 'note', incidentId: id, words: 'meanwhile' })).toMatchObject({ ok: true });
    const head = logHead(write());
    const late: IncidentEvent = { type: 'noted', v: 1, at: night.clock.now(), by: CORE, words: 'too late' };
    const also = (): void => {
      appendLine(write(), null, { type: 'never' });
    };
    expect(write().transact(() => commit(write(), id, stale, [late], also))).toBe('conflict');
    expect(logHead(write())).toEqual(head);
    const fresh = load(write(), id)?.state ?? null;
    expect(write().transact(() => commit(write(), id, fresh, [late]))).toMatchObject({ state: { id } });
  });
});

describe('invariant 11: load', () => {
  const change = (id: string, tier: 'P2' | 'P3') =>
    night.core.desk.execute(id, { type: 'changeTier', tier, reason: 'looked again' }, CORE);
  const foldedAnew = (id: string): IncidentState | null =>
    loadEvents(write(), id).reduce<IncidentState | null>((state, { event }) => evolve(state, event), null);

  it('gives what the log says, also after a transaction that was taken back', async () => {
    const id = await night.report({ text: 'water through the ceiling', place: 'maple 3a', tier: 'P1' });
    const before = load(write(), id);
    const takenBack = (): void => {
      change(id, 'P3');
      expect(load(write(), id)?.state.tier).toBe('P3');
      throw new Error('a bug');
    };
    expect(() => write().transact(takenBack)).toThrow('a bug');
    expect(load(write(), id)).toEqual(before);
    // As many lines as those that were taken back: only their content tells them apart.
    expect(change(id, 'P2')).toMatchObject({ ok: true });
    expect(load(write(), id)?.state.tier).toBe('P2');
    for (const db of [write(), night.core.store.read]) expect(load(db, id)?.state).toEqual(foldedAnew(id));
  });

  it('folds only what came since: a night of alarms is asked for every second', async () => {
    const id = await night.report({ text: 'water through the ceiling', place: 'maple 3a', tier: 'P1' });
    await night.pass('2 h');
    const known = load(write(), id)?.state;
    expect(known?.alarms.length).toBeGreaterThan(0);
    expect(load(write(), id)?.state).toBe(known);
    expect(await night.act({ type: 'note', incidentId: id, words: 'called the manager' })).toMatchObject({ ok: true });
    expect(load(write(), id)?.state).toEqual(foldedAnew(id));
  });
});

describe('invariant 10: a refusal', () => {
  it('is a value in both languages, and writes nothing, not even what came with it', () => {
    const head = logHead(write());
    const also = (): void => {
      appendLine(write(), null, { type: 'never' });
    };
    const answer = night.core.desk.execute('nobody', { type: 'note', words: 'x' }, CORE, { also });
    expect(answer).toMatchObject({
      ok: false,
      code: 'notFound',
      reason: { en: expect.stringMatching(/\w/), es: expect.stringMatching(/\w/) },
    });
    expect(logHead(write())).toEqual(head);
  });
});

describe('invariant 1: an ordinary table', () => {
  /** The lines about a row: what it was and what it became, put back from beside the log. */
  const changes = (id: string): readonly unknown[] =>
    [...allLines(write())]
      .map((line) => JSON.parse(line.payload) as { type: string; id?: string; before: unknown; after: unknown })
      .filter((line) => line.type === 'changed' && line.id === id)
      .map(({ before, after }) => [before, after].map(shown));
  const shown = (ref: unknown): unknown => {
    if (ref === null) return null;
    const { $p } = ref as { $p: string }; // how the log points at a value
    return JSON.parse(personalRows(write(), [Number($p)]).get(Number($p))?.value ?? 'null');
  };

  it('writes one line for each change, with what was before and what is after', () => {
    const [first, second] = [unit('u-1'), { ...unit('u-1'), label: '2B' }];
    write().transact(() => putRow(write(), 'unit', first, author()));
    write().transact(() => putRow(write(), 'unit', second, author()));
    expect(write().transact(() => putRow(write(), 'unit', second, author()))).toBe('unchanged');
    write().transact(() => removeRow(write(), 'unit', 'u-1', author()));
    expect(write().transact(() => removeRow(write(), 'unit', 'u-1', author()))).toBe(false);
    expect(changes('u-1')).toEqual([
      [null, first],
      [first, second],
      [second, null],
    ]);
  });

  it('in the same transaction: undone, neither row nor line is there', () => {
    const head = logHead(write());
    const fails = (): void => {
      putRow(write(), 'unit', unit('u-2'), author());
      expect(changes('u-2')).toHaveLength(1);
      throw new Error('a bug');
    };
    expect(() => write().transact(fails)).toThrow('a bug');
    expect(getRow(write(), 'unit', 'u-2')).toBeNull();
    expect(logHead(write())).toEqual(head);
  });
});

describe('invariant 8: a contact', () => {
  it('is stored raw before anything looks at it: if understanding breaks, it waits for a person', () => {
    const { store, desk } = night.core;
    const known = onCallBook(store.write);
    const book = {
      ...known,
      respondersByPhone: () => {
        throw new Error('a bug in understanding');
      },
    };
    const message = { id: 'g-1', from: '+12025550199', to: null, text: 'no heat, 48 in here' };
    const deps = { store, desk, book, clock: night.clock };
    expect(() => receiveSms(deps, 'kannel', message)).toThrow('a bug');
    expect(night.core.api.inbox()).toMatchObject([{ from: '+12025550199', text: 'no heat, 48 in here' }]);
    receiveSms(deps, 'kannel', message);
    expect(night.core.api.inbox()).toHaveLength(1);
  });
});
