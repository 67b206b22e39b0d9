import { type JobLimits, keptThread } from '#core/thread';
import type { Asked, Match } from '../match-title.ts';
import { matchAll, matcher } from './match.ts';
import type { Names } from './names.ts';

/** Whom titles mean, worked out before anything is written: strangers write titles, and no ladder waits for them. */
export type Matches = {
  /** With which names. */
  readonly print: string;
  of(asked: Asked): Match;
};
export type MatchJob = { readonly asked: readonly Asked[]; readonly names: Names };

/** A rota has a few dozen; beyond these nobody is looked for, and a person is asked. */
const MOST_TITLES = 2_000;
/** So little is done in less time than a thread takes to start: titles, and letters of titles times people. */
const FEW_TITLES = 100;
const LITTLE_WORK = 60_000;
const LIMITS: JobLimits = {
  workMs: 10_000,
  limitMs: 60_000,
  memory: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
};
const inThread = keptThread<MatchJob, readonly Match[]>(new URL('./match-worker.ts', import.meta.url), LIMITS);
const NOBODY: Match = { responderId: null, role: null, trade: null, guesses: [] };

/** Each title with what stands beside it is asked about once. */
export async function matchesOf(events: readonly Asked[], names: Names): Promise<Matches> {
  const titles = new Map<string, Asked>();
  for (const { title, phones, notedPhones, emails } of events) {
    if (titles.size > MOST_TITLES) break;
    const asked = { title, phones, notedPhones, emails };
    const name = nameOf(asked);
    if (!titles.has(name)) titles.set(name, asked);
  }
  const isFull = titles.size > MOST_TITLES;
  const asked = [...titles.values()].slice(0, MOST_TITLES);
  const answers = await (isLittle(asked, names) ? matchAll(asked, names) : inThread({ asked, names }));
  const known = new Map([...titles.keys()].map((name, at) => [name, answers[at] ?? NOBODY]));
  let late: ReturnType<typeof matcher> | null = null;
  return {
    print: names.print,
    of(each) {
      const name = nameOf(each);
      const match = known.get(name);
      if (match || isFull) return match ?? NOBODY;
      // Only where another copy came while these were looked for.
      late ??= matcher(names);
      const found = late(each);
      known.set(name, found);
      return found;
    },
  };
}

function isLittle(asked: readonly Asked[], { responders }: Names): boolean {
  const chars = asked.reduce((sum, { title }) => sum + title.length, 0);
  return asked.length <= FEW_TITLES && chars * responders.length <= LITTLE_WORK;
}

function nameOf({ title, phones, notedPhones, emails }: Asked): string {
  return `${title}\0${phones.join()}\0${notedPhones.join()}\0${emails.join()}`;
}
