import type { Place } from './events.ts';
import type { IncidentState } from './state.ts';

/** What a place has room for where a text names its unit. */
const MOST_LETTERS = 16;

/** The place as a text names it: where it is several units of one house, all of them, or as many as there is room for. */
export function placeOfAll(state: IncidentState): Place {
  return state.parts.length === 0 ? state.place : { ...state.place, unitLabel: shortList(labelsOf(state)) };
}

/** The units of one trouble, each once. */
export function labelsOf({ place, parts }: IncidentState): readonly string[] {
  const labels = [place.unitLabel, ...parts.map((each) => each.unitLabel)].filter((each) => each !== null);
  return [...new Set(labels)];
}

function shortList(labels: readonly string[]): string | null {
  for (let shown = labels.length; shown > 0; shown -= 1) {
    const left = labels.length - shown;
    const list = `${labels.slice(0, shown).join(', ')}${left > 0 ? ` +${left}` : ''}`;
    if (list.length <= MOST_LETTERS || shown === 1) return list;
  }
  return null;
}
