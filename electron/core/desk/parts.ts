import {
  askedOf,
  headFacts,
  type IncidentCommand,
  type IncidentEvent,
  type IncidentState,
  moveOf,
  OWN_TROUBLE,
  type PartFacts,
  partOfState,
  partsOfTheirOwn,
  troublesIn,
  vendorsOf,
} from '#shared/incident';

/** What an incident of a building tells the others of it. */
export type Carried = {
  readonly incidentId: string;
  readonly command: IncidentCommand;
  /** Both or neither: where it cannot be done, nothing of what it follows from is done. */
  readonly isOneWithIt: boolean;
};

/** Commands to the other incidents of the building that follow from what has just happened to this one. */
export function carriedToBuilding(
  before: IncidentState | null,
  state: IncidentState,
  events: readonly IncidentEvent[],
): readonly Carried[] {
  return [...events.flatMap((event) => toHead(event, before ?? state, state)), ...followers(state, events)];
}

function toHead(event: IncidentEvent, before: IncidentState, state: IncidentState): readonly Carried[] {
  if (event.type === 'linked') {
    const vendor = vendorsOf(before).length > 0 ? before.vendor : null;
    const command = {
      type: 'addPart',
      part: partOfState(state),
      asked: askedOf(before),
      ...(vendor && { vendor }),
    } as const;
    return [{ incidentId: event.headId, command, isOneWithIt: true }];
  }
  if (event.type === 'unlinked')
    return [{ incidentId: event.headId, command: { type: 'removePart', partId: state.id }, isOneWithIt: true }];
  // Closed by itself it is no work of the house any more.
  if (event.type === 'resolved' && state.partOf !== null) {
    const command = { type: 'removePart', partId: state.id } as const;
    return [{ incidentId: state.partOf.headId, command, isOneWithIt: false }];
  }
  if (event.type === 'contactJoined' && event.isWorse && state.partOf !== null) {
    // Whoever is on the way goes by the head: a danger in one unit is told there.
    const own = partOfState(state);
    const troubles = [...new Set([...(own.troubles ?? []), ...troublesIn(event.words)])];
    const part = { ...own, text: event.words, troubles };
    return [{ incidentId: state.partOf.headId, command: { type: 'addPart', part, asked: [] }, isOneWithIt: false }];
  }
  return [];
}

/** Each part stands as its head does. One that cannot follow keeps nobody from having taken the head. */
export function followers(state: IncidentState, events: readonly IncidentEvent[]): readonly Carried[] {
  const move = state.parts.length > 0 ? moveOf(events, state) : null;
  if (move === null) return [];
  const command = { type: 'follow', head: headFacts(state), move } as const;
  const alone = move.closed === null ? [] : partsOfTheirOwn(state);
  return state.parts.flatMap((part): readonly Carried[] =>
    alone.includes(part) ? leavesHead(state, part) : [{ incidentId: part.partId, command, isOneWithIt: false }],
  );
}

/** The head is over and this one is not: it climbs by itself from now on. */
function leavesHead({ id }: IncidentState, { partId }: PartFacts): readonly Carried[] {
  return [
    { incidentId: partId, command: { type: 'unlink', reason: OWN_TROUBLE }, isOneWithIt: false },
    { incidentId: id, command: { type: 'removePart', partId }, isOneWithIt: false },
  ];
}
