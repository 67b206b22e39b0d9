import { GammuConfig } from '../../electron/core/notify/gateways/gammu-config.ts';
import { gammuDriver } from '../../electron/core/notify/gateways/gammu.ts';
import type { GatewaySink, SmsDriver } from '../../electron/core/notify/driver.ts';
import { patience, until } from '../patience.ts';
import { describeGateway } from './conformance.ts';
import { type GammuRig, missingForGammu, RIG_STATUS_EVERY_S, startGammu } from './gammu-rig.ts';

/** The gammu driver against the real gammu-smsd as Debian ships it, over a modem that is played. */

function openDriver(database: string): SmsDriver {
  const config = GammuConfig.parse({ database, statusEveryS: RIG_STATUS_EVERY_S });
  return gammuDriver(config, {
    timer: (delayMs, run) => void setTimeout(run, delayMs),
    now: () => Date.now(),
    log: () => undefined,
    folder: null,
  });
}

async function openRig(sink: GatewaySink): Promise<{ driver: SmsDriver; rig: GammuRig }> {
  const rig = await startGammu();
  const driver = openDriver(rig.database);
  await driver.start(sink);
  return { driver, rig };
}

describeGateway({
  name: 'gammu',
  missing: missingForGammu() ?? '',
  async openRig(sink) {
    const { driver, rig } = await openRig(sink);
    return {
      driver,
      far: {
        arrived: async (phone, nth) => (await rig.modem.arrived(phone, nth)).text,
        reply: (phone, text) => rig.modem.reply(phone, text),
        turnedAway: (phone) => rig.hasReceived(phone),
        fail(phone) {
          rig.modem.decide(phone, 'failed');
          return phone;
        },
        async cut() {
          await rig.modem.unplug();
          await until(async () => (await driver.health(patience())).level === 'down', 'the modem to be missed');
        },
        async restore() {
          await rig.modem.plugIn();
          await rig.restart();
        },
      },
      async close() {
        await driver.stop();
        await rig.stop();
      },
    };
  },
});
