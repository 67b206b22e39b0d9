import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLog } from '#core/guard';
import { openForChecking, rebuildCheck } from '#core/store';
import { type FastNight, openFastNight } from './fast-night.ts';
import { judge } from './fast-night-judge.ts';
import { killAtRandom } from './random-kills.ts';

/** `NIGHTDESK_SEED` repeats a run's choices; the moments themselves depend on the machine. `npm run test:faults` kills ten times as often. */
const SEED = Number(process.env.NIGHTDESK_SEED ?? Date.now() % 1_000_000);
const KILLS = 20;
const LEAST_REPORTS = 15;
/** Far beyond what twenty starts take, even at thirty seconds each. */
const BUDGET_MS = 900_000;

describe('invariant 6: killed at random moments', () => {
  let night: FastNight;
  beforeAll(async () => {
    night = await openFastNight();
  });
  afterAll(() => night.end());

  it(
    `loses no report, misses no step, sends nothing twice unsaid (${KILLS} kills, seed ${SEED})`,
    async () => {
      const options = { seed: SEED, kills: KILLS, leastReports: LEAST_REPORTS, mostReports: 25, budgetMs: BUDGET_MS };
      const kills = await killAtRandom(night, options);
      await night.child().kill();

      const found = judge(night);
      console.log(
        `crash: seed ${SEED}, tried ${kills} kills and ${night.presses()} reports, ${found.steps} steps; ` +
          `lost ${found.lost.length}, missed ${found.missed.length}, twice ${found.twice.length} ` +
          `(said ${found.twice.length - found.twiceUnsaid.length}), handed to a person ${found.forPerson} (${found.givenUp} never left), late ${found.late}`,
      );
      expect(kills).toBeGreaterThanOrEqual(KILLS);
      expect(night.accepted().length).toBeGreaterThanOrEqual(LEAST_REPORTS);
      expect(found).toMatchObject({ lost: [], tooMany: 0, missed: [], firedTwice: [], neverLeft: [] });
      expect(found).toMatchObject({ twiceUnsaid: [], takenTwice: [], stuck: [] });
      expect(await verifyLog(night.folder)).toMatchObject({ ok: true });
      const { connection, close } = openForChecking(night.folder);
      expect(rebuildCheck(connection).differences).toEqual([]);
      close();
    },
    BUDGET_MS + 240_000,
  );
});
