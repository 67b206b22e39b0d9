import { kannelAvailable } from '../integration/kannel-rig.ts';
import { describeGateway } from './conformance.ts';
import { openKannelRig } from './kannel-driver-rig.ts';
import { phoneWith } from './smsc-outcomes.ts';
import { openSmsc, SMSC_PASSWORD, SMSC_USER } from './smsc-rig.ts';

/** The Kannel driver against the real Kannel with an SMPP account behind it: what a small company has. */

describeGateway({
  name: 'kannel over smpp',
  missing: kannelAvailable() ? '' : 'Kannel is not installed on this machine',
  async openRig(sink) {
    const smsc = await openSmsc();
    const link = { port: smsc.port, user: SMSC_USER, password: SMSC_PASSWORD };
    const { driver, rig } = await openKannelRig(sink, { smpp: link });
    return {
      driver,
      far: {
        arrived: smsc.arrived,
        reply: (phone, text) => void smsc.reply(phone, text),
        turnedAway: (phone) => rig.couldNotHandIn(phone),
        fail: (phone) => phoneWith('undelivered', phone),
        cut: smsc.cut,
        restore: smsc.restore,
      },
      async close() {
        await driver.stop();
        await rig.stop();
        await smsc.close();
      },
    };
  },
});
