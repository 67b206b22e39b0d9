import { foldText } from '#core/portfolio';

/** At most so many names that somebody may have meant. */
const MOST = 3;
/** Below it two names have hardly a letter in common. */
const LEAST_LIKENESS = 0.25;

/** The names most like what was typed, likeliest first. */
export function closestNames(typed: string, names: readonly string[]): readonly string[] {
  return names
    .map((name) => ({ name, likeness: likeness(foldText(typed), foldText(name)) }))
    .filter((each) => each.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** The share of neighbouring letters that two names have in common; what is the beginning of a name is like it. */
function likeness(a: string, b: string): number {
  if (a !== '' && b.startsWith(a)) return 1;
  const [mine, theirs] = [pairs(a), pairs(b)];
  const shared = mine.filter((pair) => theirs.includes(pair)).length;
  return (2 * shared) / Math.max(1, mine.length + theirs.length);
}

function pairs(name: string): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2));
}
