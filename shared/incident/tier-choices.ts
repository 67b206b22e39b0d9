import type { Language, Tier } from '#shared/contract';
import type { Actor, IncidentEvent } from './events.ts';

/** A person put an incident into another tier than it had. `by` is empty where it was nobody in particular. */
export type TierChoice = { readonly from: Tier; readonly to: Tier; readonly by: string; readonly reason: string };

/**
 * Every time somebody chose another tier, in order, the choice at the report included. Where there is one, the signs that
 * were read off the text speak for the tier that was judged first, not for the one it has.
 */
export function tierChoices(events: readonly IncidentEvent[]): readonly TierChoice[] {
  return events.flatMap((event) => {
    if (event.type === 'tierChanged')
      return [{ from: event.from, to: event.to, by: nameOf(event.by), reason: event.reason }];
    if (event.type !== 'reported' || event.tier === event.verdict.tier) return [];
    return [{ from: event.verdict.tier, to: event.tier, by: nameOf(event.by), reason: event.tierReason ?? '' }];
  });
}

function nameOf(by: Actor): string {
  return 'name' in by ? by.name : '';
}

/** `Lowered P1→P3 by Rosa Alvarez: the baby is out` */
export function tellTierChoice({ from, to, by, reason }: TierChoice, language: Language): string {
  const why = reason === '' ? '' : `: ${reason}`;
  // Tiers sort as they weigh: P1 before P2 before P3.
  const isLowered = to > from;
  if (language === 'es') {
    const who = by === '' ? 'Se' : by;
    return `${who} ${isLowered ? 'bajó' : 'subió'} de ${from} a ${to}${why}`;
  }
  return `${isLowered ? 'Lowered' : 'Raised'} ${from}→${to}${by === '' ? '' : ` by ${by}`}${why}`;
}

/** Stands before the signs of a tier that a person has changed since. */
export function firstJudged(tier: Tier, language: Language): string {
  return language === 'es' ? `al principio se juzgó ${tier} porque` : `first judged ${tier} because`;
}
