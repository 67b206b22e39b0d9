import type { Responder } from '#shared/contract';

export const HUES = 8;

export type Person = {
  readonly name: string;
  readonly hue: number;
  readonly hasPhone: boolean;
  readonly isActive: boolean;
};

/** Names, colours and reachability of everybody who can be on call; one colour per person, reused past eight. */
export function peopleOf(responders: readonly Responder[]): ReadonlyMap<string, Person> {
  const sorted = [...responders].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(
    sorted.map((responder, index) => [
      responder.id,
      { name: responder.name, hue: index % HUES, hasPhone: responder.phone !== null, isActive: responder.active },
    ]),
  );
}
