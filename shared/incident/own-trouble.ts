import type { Category } from '#shared/contract';
import { classify } from '#shared/triage';
import type { PartFacts } from './events.ts';
import type { IncidentState } from './state.ts';

/** Why the product takes a unit out of its building by itself: a code, told in words where it is shown. */
export const OWN_TROUBLE = 'ownTrouble';

/** What some words tell of. `general` is what nobody has put a name to: "the same here" is no trouble of its own. */
export function troublesIn(text: string): readonly Category[] {
  const problems = classify(text, {}).problems.map((each) => each.category);
  return [...new Set(problems)].filter((each) => each !== 'general');
}

/**
 * The parts that are not over with their head: a resident with a need, another kind of danger, or words that tell of more
 * than the head's do. Whoever fixed the one has not seen to the other, so it is never closed unseen.
 */
export function partsOfTheirOwn({ parts, category, text, verdict }: IncidentState): readonly PartFacts[] {
  if (parts.length === 0) return [];
  const known: readonly Category[] = [...troublesIn(text), category, 'general'];
  return parts.filter(
    (part) =>
      part.hasVolunteeredNeed ||
      (part.lifeSafety !== null && part.lifeSafety !== verdict.lifeSafety) ||
      (part.troubles ?? []).some((each) => !known.includes(each)),
  );
}
