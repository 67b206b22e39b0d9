import { patience, until } from '../patience.ts';
import { describeGateway } from './conformance.ts';
import { openSmpp } from './smpp-rig.ts';
import { phoneWith } from './smsc-outcomes.ts';
import { openSmsc } from './smsc-rig.ts';

describeGateway({
  name: 'smpp',
  missing: '',
  async openRig(sink) {
    const smsc = await openSmsc();
    const driver = openSmpp(smsc.config);
    await driver.start(sink);
    return {
      driver,
      far: {
        arrived: smsc.arrived,
        reply: (phone, text) => void smsc.reply(phone, text),
        // What nobody takes stays at the SMSC.
        turnedAway: async () => undefined,
        fail: (phone) => phoneWith('undelivered', phone),
        refuse: (phone) => phoneWith('noSuchNumber', phone),
        throttle: (phone) => phoneWith('throttledOnce', phone),
        hang: (phone) => phoneWith('neverAnswers', phone),
        async cut() {
          await smsc.cut();
          // Before it has noticed, a message may count as written.
          await until(async () => (await driver.health(patience())).level === 'down', 'the driver to notice');
        },
        restore: smsc.restore,
      },
      stranger: () => openSmpp({ ...smsc.config, password: 'not-the-password' }),
      async close() {
        await driver.stop();
        await smsc.close();
      },
    };
  },
});
