import { useState } from 'react';
import { type OpenLine, useIncident, useWindow } from '../../stores/index.ts';

/** What was typed into a line, for as long as that line is open: it is drawn anew when its incident is chosen again. */
const typed = new WeakMap<OpenLine, Map<string, unknown>>();

/** The incident under which a line is drawn, whichever is looked at later. */
export function useShownIncident(): string {
  return useState(() => useIncident.getState().view?.row.id ?? '')[0];
}

/** As `useState`, of one field of the open line, kept while another incident is looked at. */
export function useTyped<Value>(field: string, first: Value): [Value, (value: Value) => void] {
  const incidentId = useShownIncident();
  const [line] = useState(() => useWindow.getState().lines.get(incidentId));
  const kept = line && typed.get(line);
  // Set below under the same name and for the same line, so it is of this kind.
  const [value, setValue] = useState(kept?.has(field) ? (kept.get(field) as Value) : first);
  const set = (next: Value) => {
    setValue(next);
    if (line) typed.set(line, new Map(typed.get(line)).set(field, next));
  };
  return [value, set];
}
