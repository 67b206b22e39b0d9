import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConsoleApi } from '#core/serve';
import { logHead } from '#core/store';
import { router } from '../../electron/core/serve/router.ts';
import { openNight } from '../world.ts';
import { CALLS, callerOf } from './console-calls.ts';

/** Whatever a window, a page or a program sends: what the schema has not read does not come as far as the core's rules. */

const PATHS = [...new Set(CALLS.map((each) => each.path))];
const RUBBISH = [undefined, null, true, 5, 'x', [], {}, { id: 5 }, { text: { $gt: '' } }, { type: 'explode' }];

/** The console's procedures over an API that only notes what comes through to it. */
function watched() {
  const reached: unknown[] = [];
  const api = new Proxy({} as ConsoleApi, { get: () => (input: unknown) => void reached.push(input) });
  const call = callerOf(api);
  const send = (path: string, input: unknown): Promise<string> =>
    call(path, input).then(
      () => 'taken',
      (error: { readonly code?: string }) => error.code ?? 'a bug',
    );
  return { reached, send };
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

type Way = readonly string[];

/** The ways to every value inside, objects and lists included. */
function waysInto(value: unknown): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...waysInto(inner).map((way) => [key, ...way])]);
}

/** What no schema takes in the place of such a value. */
function wrong(value: unknown): readonly unknown[] {
  if (value === null) return [true, {}];
  if (typeof value === 'string') return [5, true, {}, [value]];
  if (typeof value === 'number') return [String(value), Number.NaN, Number.POSITIVE_INFINITY, {}];
  if (typeof value === 'boolean') return ['true', 0, {}];
  return ['x', 5, null];
}

const valueAt = (input: unknown, way: Way): unknown =>
  way.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], input);

function spoilt(input: unknown, [key, ...rest]: Way, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(input) as Record<string, unknown>; // a list has its keys too
  copy[key] = spoilt(copy[key], rest, by);
  return copy;
}

type Procedure = { readonly _def: { readonly type: string; readonly inputs: readonly unknown[] } };
const PROCEDURES = router._def.procedures as unknown as Readonly<Record<string, Procedure>>; // by path, whatever it takes

describe('invariant 9: what crosses a boundary is parsed by a schema', () => {
  it('every procedure that takes something is attacked here', () => {
    const taking = Object.keys(PROCEDURES).filter((path) => (PROCEDURES[path]?._def.inputs.length ?? 0) > 0);
    expect(PATHS.toSorted()).toEqual(taking.toSorted());
  });

  it('what is well-formed comes through as it was sent', async () => {
    const { reached, send } = watched();
    for (const { path, input } of CALLS) {
      expect(await send(path, input), path).toBe('taken');
      const came = reached.at(-1);
      const [only] = Object.values(input as object);
      // Some take one value out of what they are given; a default may join the others.
      if (isRecord(came)) expect(came).toMatchObject(input as object);
      else expect(came).toEqual(only);
    }
    expect(reached).toHaveLength(CALLS.length);
  });

  it.each(PATHS)('%s takes no rubbish', async (path) => {
    const { reached, send } = watched();
    for (const input of RUBBISH) expect(await send(path, input), JSON.stringify(input)).toBe('BAD_REQUEST');
    expect(reached).toEqual([]);
  });

  it.each(CALLS)('$name: one value of another kind spoils the whole', async ({ path, input }) => {
    const { reached, send } = watched();
    for (const way of waysInto(input)) {
      for (const by of wrong(valueAt(input, way)))
        expect(await send(path, spoilt(input, way, by)), `${way.join('.')} = ${JSON.stringify(by)}`).toBe(
          'BAD_REQUEST',
        );
    }
    expect(reached).toEqual([]);
  });

  it('over the wire that is 400, without a word of the inside, and nothing is written', async () => {
    const night = await openNight();
    onTestFinished(() => night.end());
    const head = logHead(night.core.store.read);
    const headers = { authorization: `Bearer ${night.core.token}`, 'content-type': 'application/json' };
    const rubbish = '{"id":{"$gt":""},"type":"explode"}';
    for (const path of PATHS) {
      const url = `${night.core.url}/trpc/${path}`;
      const answer =
        PROCEDURES[path]?._def.type === 'query'
          ? await fetch(`${url}?input=${encodeURIComponent(rubbish)}`, { headers })
          : await fetch(url, { method: 'POST', headers, body: rubbish });
      expect(answer.status, path).toBe(400);
      expect(await answer.text()).not.toMatch(/\bat .*\.ts|node_modules|sqlite/i);
    }
    expect(logHead(night.core.store.read)).toEqual(head);
  });
});
