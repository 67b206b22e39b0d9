import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '#core';
import { kannelConfLines } from '#core/notify/gateways';
import { freePort } from '../integration/free-ports.ts';
import {
  kannelAvailable,
  RIG_PASSWORD,
  RIG_STATUS_PASSWORD,
  RIG_USER,
  startKannel,
} from '../integration/kannel-rig.ts';
import { type Bench, type Figure, percentile } from './figure.ts';
import { consoleClient, homes, openDemo, reportOf, withFolder } from './practice-desk.ts';

const WARM_UP = 20;
const SAMPLES = 220;
/** Between two dispatches: long enough for the messages of one to leave, much shorter than on any real night. */
const PAUSE_MS = 25;
const LIMIT_MS = 10_000;
const REQUESTS = 'http.client.request.start';
const TARGET = { p50Ms: 50, p99Ms: 250 } as const;

const TEXTS = [
  'water is pouring through the kitchen ceiling',
  'agua cayendo del techo de la cocina',
  'sparks from the outlet and a burning smell',
  'no heat and it is 48 degrees in here',
  'sewage is coming up in the bathtub',
] as const;

/** When the message of a step got as far as it is measured to, by incident. */
type Arrivals = ReadonlyMap<string, number>;

/**
 * Notes when the first text to a responder reaches the driver (`handed`), or when the gateway has answered (`answered`).
 * The driver itself is left as it is; only the door to it is watched.
 */
function watchDriver(core: Core, moment: 'handed' | 'answered'): Arrivals {
  const arrivals = new Map<string, number>();
  const phones = new Set(core.api.portfolio().responders.map((each) => each.phone));
  const driver = core.gateway.driver();
  const send = driver.send.bind(driver);
  driver.send = async (message, signal) => {
    // A key is the incident's id and the place of the event in it.
    const incidentId = message.key.slice(0, message.key.lastIndexOf('-'));
    const note = (): void => {
      if (phones.has(message.to) && !arrivals.has(incidentId)) arrivals.set(incidentId, performance.now());
    };
    if (moment === 'handed') note();
    const result = await send(message, signal);
    if (moment === 'answered' && result.kind === 'accepted') note();
    return result;
  };
  return arrivals;
}

/** One dispatch: from just before the request's first byte to the arrival, on this process's clock (ms). */
type Dispatched = { readonly startedAt: number; readonly arrivedAt: number };

const spanOf = ({ startedAt, arrivedAt }: Dispatched): number => arrivedAt - startedAt;

/** From each dispatch to the first of these moments after it (ms). */
const toFirstOf = (moments: readonly number[], dispatched: readonly Dispatched[]): readonly number[] =>
  dispatched.map(({ startedAt }) => (moments.find((at) => at > startedAt) ?? Number.POSITIVE_INFINITY) - startedAt);

/** When requests to text one of these phones had been written to the last byte. */
function watchRequests(phones: ReadonlySet<string>): { readonly at: readonly number[]; readonly stop: () => void } {
  const at: number[] = [];
  const note = (message: unknown): void => {
    const { request } = message as { request: ClientRequest }; // as Node documents this channel
    const to = new URL(request.path, 'http://gateway').searchParams.get('to') ?? '';
    if (phones.has(to)) request.once('finish', () => void at.push(performance.now()));
  };
  subscribe(REQUESTS, note);
  return { at, stop: () => void unsubscribe(REQUESTS, note) };
}

/** Dispatches over HTTP, one after the other. */
async function measureDispatches(core: Core, arrivals: Arrivals): Promise<readonly Dispatched[]> {
  const client = consoleClient(core);
  const places = homes(core);
  const samples: Dispatched[] = [];
  try {
    for (let index = 0; index < WARM_UP + SAMPLES; index += 1) {
      const place = places[(index * 7) % places.length];
      if (!place) throw new Error('the demo has no homes');
      const body = JSON.stringify(reportOf(place, TEXTS[index % TEXTS.length] ?? '', Date.now()));
      const startedAt = performance.now();
      const answer = (await client.tell('report.dispatch', body)) as Awaited<ReturnType<Core['api']['report']>>; // that procedure's answer
      if (!answer.ok) throw new Error(answer.reason.en);
      const arrivedAt = await arrival(arrivals, answer.value.incidentId);
      if (index >= WARM_UP) samples.push({ startedAt, arrivedAt });
      await pause(PAUSE_MS);
    }
    return samples;
  } finally {
    client.close();
  }
}

async function arrival(arrivals: Arrivals, incidentId: string): Promise<number> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  for (;;) {
    const at = arrivals.get(incidentId);
    if (at !== undefined) return at;
    if (limit.aborted) throw new Error(`no responder was texted about ${incidentId} within ${LIMIT_MS} ms`);
    await pause(1);
  }
}

type Target = { readonly p50Ms: number | null; readonly p99Ms: number | null };
const NO_TARGET: Target = { p50Ms: null, p99Ms: null };

function figuresOf(
  title: string,
  samples: readonly number[],
  note: string,
  target: Target = TARGET,
): readonly Figure[] {
  return [
    { name: `${title}, p50`, value: percentile(samples, 0.5), unit: 'ms', target: target.p50Ms, note },
    { name: `${title}, p99`, value: percentile(samples, 0.99), unit: 'ms', target: target.p99Ms },
  ];
}

export const dispatchPractice: Bench = {
  name: 'dispatch-practice',
  about: 'a confirmed report over HTTP to the text handed to the practice gateway',
  run: () =>
    withFolder(async (folder) => {
      const core = await openDemo(folder);
      try {
        const samples = (await measureDispatches(core, watchDriver(core, 'handed'))).map(spanOf);
        return figuresOf('dispatch to SMS, practice gateway', samples, `${samples.length} dispatches`);
      } finally {
        await core.close();
      }
    }),
};

const KANNEL = 'dispatch to SMS, real Kannel';

export const dispatchKannel: Bench = {
  name: 'dispatch-kannel',
  about: 'a confirmed report over HTTP to a real Kannel that has the text',
  async run() {
    if (!kannelAvailable()) {
      const why = 'Kannel is not installed here (bearerbox and smsbox of Debian)';
      return [
        { name: `${KANNEL}, p50`, value: null, unit: 'ms', target: TARGET.p50Ms, note: why },
        { name: `${KANNEL}, p99`, value: null, unit: 'ms', target: TARGET.p99Ms, note: why },
      ];
    }
    return withFolder((folder) => throughKannel(folder));
  },
};

async function throughKannel(folder: string): Promise<readonly Figure[]> {
  const callbackPort = await freePort();
  const callbackSecret = 'the-secret-of-this-bench';
  const base = `http://127.0.0.1:${callbackPort}/kannel/${callbackSecret}`;
  const rig = await startKannel(kannelConfLines({ host: '127.0.0.1', port: callbackPort, base }));
  try {
    const core = await openDemo(folder);
    try {
      const config = {
        sendUrl: rig.sendUrl,
        username: RIG_USER,
        password: RIG_PASSWORD,
        from: '+12025550100',
        statusUrl: rig.statusUrl,
        statusPassword: RIG_STATUS_PASSWORD,
        callbackPort,
        callbackSecret,
      };
      const saved = await core.api.saveGateway({ kind: 'kannel', config });
      if (!saved.ok) throw new Error(saved.reason.en);
      const phones = new Set(core.api.portfolio().responders.flatMap((each) => each.phone ?? []));
      const written = watchRequests(phones);
      const dispatched = await measureDispatches(core, watchDriver(core, 'answered'));
      written.stop();
      const onAir = rig.parts().flatMap(({ to, at }) => (phones.has(to) ? [at] : []));
      return [
        ...figuresOf(KANNEL, toFirstOf(written.at, dispatched), 'until smsbox has the whole request'),
        ...figuresOf(`${KANNEL}, until it has answered`, dispatched.map(spanOf), '', NO_TARGET),
        ...figuresOf(
          `${KANNEL}, until the network behind it has the text`,
          toFirstOf(onAir, dispatched),
          '',
          NO_TARGET,
        ),
      ];
    } finally {
      await core.close();
    }
  } finally {
    await rig.stop();
  }
}
