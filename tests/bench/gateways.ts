import type { SmsDriver } from '../../electron/core/notify/driver.ts';
import { committingSink } from '../gateways/committing-sink.ts';
import { openKannelRig } from '../gateways/kannel-driver-rig.ts';
import { openSmpp } from '../gateways/smpp-rig.ts';
import { openSmsc, SMSC_PASSWORD, SMSC_USER, type Smsc } from '../gateways/smsc-rig.ts';
import { kannelAvailable } from '../integration/kannel-rig.ts';
import { eventually, patience } from '../patience.ts';
import { type Bench, type Figure, percentile } from './figure.ts';
import { HTTP_GATEWAYS } from './http-gateways.ts';

/** A driver, started, and the moment by `performance.now()` at which a text was whole at a phone of its far side. */
type Benched = {
  readonly driver: SmsDriver;
  /** What it sends to, where that is no telephone. */
  readonly to?: string;
  arrivedAt(phone: string): Promise<number>;
  close(): Promise<void>;
};

type BenchedGateway = {
  readonly name: string;
  /** Why it cannot be measured here; empty where it can. */
  readonly missing: string;
  /** Messages that are measured: fewer where one takes seconds. */
  readonly samples: number;
  open(): Promise<Benched>;
};

const WARM_UP = 10;
const TEXT = 'P1 Maple Court 14B: water through the ceiling light. Reply 1 to accept';

const arrivedAt = (smsc: Smsc, phone: string): Promise<number> =>
  eventually(() => smsc.parts.find(({ to }) => `+${to}` === phone)?.at ?? null, `a text at ${phone}`);

/** One line for each driver that leads out of this computer. */
const BENCHED: readonly BenchedGateway[] = [
  {
    name: 'SMPP to our SMSC',
    missing: '',
    samples: 200,
    async open() {
      const smsc = await openSmsc();
      const driver = openSmpp(smsc.config);
      await driver.start(committingSink());
      return {
        driver,
        arrivedAt: (phone) => arrivedAt(smsc, phone),
        close: () => driver.stop().then(() => smsc.close()),
      };
    },
  },
  {
    name: 'Kannel, real, over SMPP to our SMSC',
    missing: kannelAvailable() ? '' : 'Kannel is not installed here (bearerbox and smsbox of Debian)',
    samples: 200,
    async open() {
      const smsc = await openSmsc();
      const link = { port: smsc.port, user: SMSC_USER, password: SMSC_PASSWORD };
      const { driver, rig } = await openKannelRig(committingSink(), { smpp: link });
      return {
        driver,
        arrivedAt: (phone) => arrivedAt(smsc, phone),
        async close() {
          await driver.stop();
          await rig.stop();
          await smsc.close();
        },
      };
    },
  },
  ...HTTP_GATEWAYS.map(({ name, open }) => ({
    name: `${name}, a stand-in`,
    missing: '',
    samples: 200,
    async open(): Promise<Benched> {
      const { server, driver } = await open();
      await driver.start(committingSink());
      return {
        driver,
        ...(driver.capabilities.medium === 'push' && { to: 'night' }),
        // They leave one after the other, so the last that came is the one that is asked about.
        arrivedAt: async () => server.asked.findLast(({ method }) => method === 'POST')?.at ?? Number.NaN,
        close: () => driver.stop().then(() => server.close()),
      };
    },
  })),
];

/** One after the other, each to a phone of its own; ms from giving it to the driver until the far side has it. */
async function measure({ driver, to, arrivedAt }: Benched, samples: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let index = 0; index < WARM_UP + samples; index += 1) {
    const phone = `+1202555${String(1_000 + index)}`;
    const startedAt = performance.now();
    const message = { key: `bench-${index}`, to: to ?? phone, text: TEXT, expiresAt: null };
    const result = await driver.send(message, patience());
    if (result.kind !== 'accepted') throw new Error(`${driver.name}: a message was ${result.kind}`);
    const at = await arrivedAt(phone);
    if (index >= WARM_UP) taken.push(at - startedAt);
  }
  return taken;
}

async function figuresOf({ name, missing, samples, open }: BenchedGateway): Promise<readonly Figure[]> {
  const title = `text from driver to far side, ${name}`;
  const figure = (share: string, value: number | null, note?: string): Figure => ({
    name: `${title}, ${share}`,
    value,
    unit: 'ms',
    target: null,
    ...(note === undefined ? {} : { note }),
  });
  if (missing !== '') return [figure('p50', null, missing), figure('p99', null, missing)];
  const benched = await open();
  try {
    const taken = await measure(benched, samples);
    return [figure('p50', percentile(taken, 0.5), `${samples} messages`), figure('p99', percentile(taken, 0.99))];
  } finally {
    await benched.close();
  }
}

export const gatewayDrivers: Bench = {
  name: 'gateways',
  about: 'a message given to each driver, until the far side of its gateway has it',
  async run() {
    const figures: Figure[] = [];
    for (const gateway of BENCHED) figures.push(...(await figuresOf(gateway)));
    return figures;
  },
};
