import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createDriver, type KannelDriver } from '#core/notify/gateways';
import type { GatewaySink } from '../../electron/core/notify/driver.ts';
import { eventually, patience } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';

/** Rule 8: after a sleep what Kannel has to say is heard before anything fires, though it cannot be asked. */

let driver: KannelDriver | undefined;
afterEach(() => driver?.stop());

async function openDriver(inbound: GatewaySink['inbound']): Promise<KannelDriver> {
  const settings = {
    sendUrl: 'http://127.0.0.1:9/cgi-bin/sendsms',
    username: 'desk',
    password: 'x',
    callbackPort: 0,
    callbackSecret: 'secret-of-this-test',
  };
  const created = createDriver('kannel', settings, QUIET);
  if (!created.ok || created.kind !== 'kannel') throw new Error(JSON.stringify(created));
  driver = created.driver;
  await driver.start({ inbound, delivery: async () => undefined });
  return driver;
}

const call = ({ address }: KannelDriver, id: string): Promise<Response> =>
  fetch(
    `${address?.base}/reply?${new URLSearchParams({ id, from: '+12025550142', to: '', charset: 'UTF-8', text: '1' })}`,
  );

it('waits until the replies that are coming in are committed', async () => {
  const committed: string[] = [];
  const kannel = await openDriver(async ({ id }) => {
    await pause(600);
    committed.push(id);
  });
  const answers = Promise.all(['first', 'second'].map((id) => call(kannel, id)));
  await kannel.catchUp?.(patience());
  expect(committed.toSorted()).toEqual(['first', 'second']);
  await answers;
});

it('ends when it is told to, though somebody still calls', async () => {
  let release: (() => void) | null = null;
  const kannel = await openDriver(
    () =>
      new Promise((resolve) => {
        release = resolve;
      }),
  );
  const answer = call(kannel, 'hanging');
  const called = await eventually(() => release, 'the call');
  const told = new AbortController();
  const ended = kannel.catchUp?.(told.signal);
  told.abort();
  await ended;
  called();
  expect((await answer).status).toBeLessThan(504);
});
