/** What was typed as an incident's number: `1042`, `#1042` or ` 1042 `; null when it is none. */
export function numberOf(typed: string): number | null {
  const found = /^\s*#?\s*(\d{1,9})\s*$/.exec(typed);
  return found ? Number(found[1]) : null;
}

/** The hits of a search that are exactly this incident: its title begins with the number. */
export function ofNumber<Hit extends { readonly kind: string; readonly title: string }>(
  hits: readonly Hit[],
  number: number,
): readonly Hit[] {
  return hits.filter((hit) => hit.kind === 'incident' && new RegExp(`^#?${number}\\b`).test(hit.title));
}
