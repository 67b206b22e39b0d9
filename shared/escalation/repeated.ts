import type { Instant, LadderStepView } from '#shared/contract';
import { targetKey } from './ladder.ts';

/** Somebody two steps of a ladder reach under two different targets, as primary and as backup. */
export type RepeatedPerson = {
  readonly responderId: string;
  readonly name: string;
  /** When the steps that name them fire. */
  readonly at: readonly Instant[];
};

/**
 * Who stands in more than one step: where the ladder was meant to reach somebody else, it asks the same person again. A
 * step that repeats its target on purpose (the primary, now by a call) is none of these.
 */
export function repeatedPeople(steps: readonly LadderStepView[]): readonly RepeatedPerson[] {
  const people = new Map<string, RepeatedPerson & { readonly targets: ReadonlySet<string> }>();
  for (const { at, recipients } of steps) {
    for (const { responderId, name, as, isCopy } of recipients) {
      if (responderId === null || isCopy) continue;
      const known = people.get(responderId);
      people.set(responderId, {
        responderId,
        name,
        at: [...(known?.at ?? []), at],
        targets: new Set([...(known?.targets ?? []), targetKey(as)]),
      });
    }
  }
  return [...people.values()]
    .filter((person) => person.targets.size > 1)
    .map(({ responderId, name, at }) => ({ responderId, name, at: [...new Set(at)] }));
}
