import type { IncidentView } from '#shared/contract';

/** Words of the text, and the codes of everything they were taken to mean. */
export type Grounds = { readonly start: number; readonly end: number; readonly codes: readonly string[] };

/** Reasons whose words overlap become one: "water through the ceiling onto the light" is quoted once, not three times. */
export function groundsOf(reasons: IncidentView['reasons']): readonly Grounds[] {
  const grounds: Grounds[] = [];
  for (const { code, start, end } of reasons.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = grounds.at(-1);
    if (!last || start >= last.end) grounds.push({ start, end, codes: [code] });
    else
      grounds[grounds.length - 1] = { start: last.start, end: Math.max(last.end, end), codes: [...last.codes, code] };
  }
  return grounds;
}
