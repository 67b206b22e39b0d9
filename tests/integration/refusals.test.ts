import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleApi } from '#core/serve';
import { logHead } from '#core/store';
import { type Night, openNight } from '../world.ts';
import { callerOf, IMPOSSIBLE } from './console-calls.ts';
import { expectAnswer } from './expect-answer.ts';

/** What cannot be done is answered, not thrown; what is broken is thrown, not answered. */

let night: Night;
beforeAll(async () => {
  night = await openNight();
});
afterAll(() => night.end());

/** Every row of every table, and the log's head. */
function stored(): unknown {
  const { read } = night.core.store;
  const tables = read.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`,
  );
  expect(tables.length).toBeGreaterThan(15);
  return [logHead(read), ...tables.map(({ name }) => [name, read.all(`SELECT * FROM ${name}`)])];
}

describe('invariant 10: an expected refusal is a value', () => {
  it.each(IMPOSSIBLE)('$name about what is not there: two sentences, and nothing written', async ({ path, input }) => {
    const before = stored();
    const answer = await callerOf(night.core.api)(path, input);
    expect(answer).toMatchObject({ ok: false });
    expectAnswer(answer);
    expect(stored()).toEqual(before);
  });

  it('a bug is none: it is thrown', async () => {
    const broken = () => {
      throw new TypeError('a bug');
    };
    const call = callerOf(new Proxy({} as ConsoleApi, { get: () => broken }));
    for (const { path, input } of IMPOSSIBLE)
      await expect(call(path, input), path).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });
});
