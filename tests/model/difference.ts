import { type Fact, MIN } from './plain-words.ts';

/** Where what section 7 says and what the log says differ, with what came before; null where they agree. */
export function differenceOf(told: readonly Fact[], logged: readonly Fact[]): string | null {
  const [said, real] = [vendorsApart(told), vendorsApart(logged)];
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

/** Vendors are sent beside the ladder: which of the two comes first in one moment is nothing to either. */
function vendorsApart(facts: readonly Fact[]): readonly Fact[] {
  const isOfVendor = ({ what }: Fact): boolean => what.startsWith('vendor: ');
  return [...facts.filter((each) => !isOfVendor(each)), ...facts.filter(isOfVendor)];
}

/** Ticks and the look at a moved clock may come a second later. */
const isSame = (fact: Fact, other: Fact | undefined): boolean =>
  other !== undefined && fact.what === other.what && Math.abs(fact.at - other.at) <= 1_500;
const line = ({ at: ms, what }: Fact): string => `${(ms / MIN).toFixed(2).padStart(8)} ${what}`;
