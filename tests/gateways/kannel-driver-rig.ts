import { createDriver, type KannelDriver, kannelConfLines } from '#core/notify/gateways';
import type { GatewaySink } from '../../electron/core/notify/driver.ts';
import { freePort } from '../integration/free-ports.ts';
import {
  type KannelRig,
  RIG_PASSWORD,
  RIG_STATUS_PASSWORD,
  RIG_USER,
  type SmppLink,
  startKannel,
} from '../integration/kannel-rig.ts';
import { QUIET } from '../quiet-gateway-deps.ts';
import type { Logged } from './smpp-rig.ts';

/** The Kannel driver and a real Kannel that knows each other. */

export const DESK = '+12025550100';
const SECRET = 'callback-secret-of-the-test';

/** Settings that lead to a port nobody uses, until the address of a Kannel takes its place. */
export async function kannelSettings() {
  const port = await freePort();
  return {
    sendUrl: `http://127.0.0.1:${port}/cgi-bin/sendsms`,
    username: RIG_USER,
    password: RIG_PASSWORD,
    from: DESK,
    statusUrl: `http://127.0.0.1:${port}/status.txt`,
    statusPassword: RIG_STATUS_PASSWORD,
    callbackPort: await freePort(),
    callbackSecret: SECRET,
  };
}

export function openKannel(settings: object, logged: Logged[] = []): KannelDriver {
  const created = createDriver('kannel', settings, {
    ...QUIET,
    log: (level, message, fields) => void logged.push({ level, message, fields }),
  });
  if (!created.ok || created.kind !== 'kannel') throw new Error(JSON.stringify(created));
  return created.driver;
}

type RigOptions = { readonly isRecoded?: boolean; readonly smpp?: SmppLink };

/** Driver first, since its address goes into kannel.conf; then Kannel; then the driver again, which now knows Kannel. */
export async function openKannelRig(
  sink: GatewaySink,
  { isRecoded = true, smpp }: RigOptions = {},
): Promise<{ driver: KannelDriver; rig: KannelRig; logged: Logged[] }> {
  const settings = await kannelSettings();
  const first = openKannel(settings);
  await first.start(sink);
  if (first.address === null) throw new Error('the driver does not listen');
  const lines = kannelConfLines(first.address);
  await first.stop();
  const smsbox = isRecoded ? lines.smsbox : lines.smsbox.replace('mo-recode = true', 'mo-recode = false');
  const rig = await startKannel({ ...lines, smsbox }, smpp ?? null);
  const logged: Logged[] = [];
  const driver = openKannel({ ...settings, sendUrl: rig.sendUrl, statusUrl: rig.statusUrl }, logged);
  await driver.start(sink);
  return { driver, rig, logged };
}
