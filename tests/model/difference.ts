import { type Fact, MIN } from './plain-words.ts';

/** Where what section 7 says and what the log says differ, with what came before; null where they agree. */
export function differenceOf(told: readonly Fact[], logged: readonly Fact[]): string | null {
  const [said, real] = [apart(told), apart(logged)];
  const at = said.findIndex((fact, index) => !isSame(fact, real[index]));
  const first = at >= 0 ? at : real.length > said.length ? said.length : -1;
  if (first < 0) return null;
  const lines = (facts: readonly Fact[]): string =>
    facts
      .slice(Math.max(0, first - 6), first + 6)
      .map(line)
      .join('\n  ');
  return `they differ at fact ${first}\nsection 7 says\n  ${lines(said)}\nthe log says\n  ${lines(real)}`;
}

/** What has a clock of its own beside the ladder: which of them comes first in one moment is nothing to any. */
const BESIDE = ['vendor: ', 'whatever else '] as const;

function apart(facts: readonly Fact[]): readonly Fact[] {
  const besideOf = ({ what }: Fact) => BESIDE.find((each) => what.startsWith(each));
  return [undefined, ...BESIDE].flatMap((each) => facts.filter((fact) => besideOf(fact) === each));
}

/** Ticks and the look at a moved clock may come a second later. */
const isSame = (fact: Fact, other: Fact | undefined): boolean =>
  other !== undefined && fact.what === other.what && Math.abs(fact.at - other.at) <= 1_500;
const line = ({ at: ms, what }: Fact): string => `${(ms / MIN).toFixed(2).padStart(8)} ${what}`;
