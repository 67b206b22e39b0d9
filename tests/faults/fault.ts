import { verifyLog } from '#core/guard';
import type { FastNight } from '../integration/fast-night.ts';
import { judge } from '../integration/fast-night-judge.ts';

/** What a night with something broken came to. `wrong` and the three counts have to be empty; a text twice has to be said. */
export type Outcome = {
  readonly tried: string;
  readonly lost: number;
  readonly missed: number;
  readonly twice: number;
  readonly twiceSaid: number;
  /** The latest step and the latest text of one, in ms; null where the core's clock is not this machine's. */
  readonly latestStepMs: number;
  readonly latestTextMs: number | null;
  readonly wrong: readonly string[];
  readonly note?: string;
};

export type Skipped = { readonly skipped: string };

export type Fault = {
  readonly name: string;
  readonly about: string;
  run(): Promise<Outcome | Skipped>;
};

export function isGood(outcome: Outcome): boolean {
  const { lost, missed, twice, twiceSaid, wrong } = outcome;
  return lost === 0 && missed === 0 && twice === twiceSaid && wrong.length === 0;
}

/** Ends the core and judges its night. `wrong` names what the fault itself saw go wrong. */
export async function outcomeOf(
  night: FastNight,
  more: {
    readonly tried: string;
    readonly wrong: readonly string[];
    readonly isOwnClock?: boolean;
    readonly note?: string;
  },
): Promise<Outcome> {
  await night.child().kill();
  const found = judge(night);
  const verified = await verifyLog(night.folder);
  const wrong = [
    ...more.wrong,
    ...(found.tooMany === 0 ? [] : [`${found.tooMany} incidents too many`]),
    ...found.firedTwice.map((step) => `step ${step} fired twice`),
    ...found.takenTwice.map((name) => `taken twice, the second time by ${name}`),
    ...found.stuck.map((row) => `stuck: ${JSON.stringify(row)}`),
    ...(verified.ok ? [] : ['the log does not verify']),
  ];
  return {
    tried: `${more.tried}, ${found.steps} steps`,
    lost: found.lost.length + found.neverLeft.length,
    missed: found.missed.length,
    twice: found.twice.length,
    twiceSaid: found.twice.length - found.twiceUnsaid.length,
    latestStepMs: found.latestStepMs,
    latestTextMs: more.isOwnClock === false ? null : found.latestTextMs,
    wrong,
    ...(more.note === undefined ? {} : { note: more.note }),
  };
}
