import process from 'node:process';
import { openForChecking, rebuildCheck } from '#core/store';
import { openFastNight } from '../integration/fast-night.ts';
import { killAtRandom } from '../integration/random-kills.ts';
import { type Fault, outcomeOf } from './fault.ts';

const KILLS = Number(process.env.NIGHTDESK_KILLS ?? 200);
const SEED = Number(process.env.NIGHTDESK_SEED ?? Date.now() % 1_000_000);
const BUDGET_MS = 900_000;

export const killed: Fault = {
  name: 'killed at random moments',
  about: `SIGKILL ${KILLS} times, while reports come in and ladders climb (seed ${SEED})`,
  async run() {
    const night = await openFastNight();
    try {
      const kills = await killAtRandom(night, {
        seed: SEED,
        kills: KILLS,
        leastReports: Math.min(KILLS, 50),
        mostReports: 2 * KILLS,
        budgetMs: BUDGET_MS,
      });
      await night.child().kill();
      const { connection, close } = openForChecking(night.folder);
      const differences = rebuildCheck(connection).differences.length;
      close();
      const wrong = [
        ...(kills < KILLS ? [`only ${kills} kills in ${BUDGET_MS / 60_000} minutes`] : []),
        ...(differences > 0 ? [`${differences} read models differ from the log`] : []),
      ];
      return await outcomeOf(night, {
        tried: `${kills} kills, ${night.presses()} ladders`,
        wrong,
        note: `seed ${SEED}`,
      });
    } finally {
      await night.end();
    }
  },
};
