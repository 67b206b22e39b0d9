import { createHash } from 'node:crypto';

/**
 * Natural keys: what makes two rows the same thing, whoever typed them. Case, accents and spacing never do.
 * Accents are dropped because spreadsheets lose them on their way through older programs.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A unit label without the word before it: `Apt. 14B`, `#14b` and `Unit 14B` are one door. */
export function foldLabel(label: string): string {
  const folded = foldText(label);
  const bare = folded.replace(/^(?:unit|apt|apartment|suite|ste|no|num|unidad|apto|departamento|depto|#)[.:\s#]*/, '');
  // A label may be nothing but such a word ("Suite"); then the word is the label.
  return bare === '' ? folded : bare;
}

/**
 * Id of a new row, derived from its natural key, so that planning twice names it alike.
 *
 * `isTaken` guards the row that was renamed since: its old key still leads to its id, and a new row must not land there.
 */
export function deriveId(prefix: string, key: readonly string[], isTaken: (id: string) => boolean): string {
  for (let attempt = 0; ; attempt++) {
    const id = `${prefix}_${createHash('sha256')
      .update(JSON.stringify([prefix, ...key, attempt]))
      .digest('hex')
      .slice(0, 16)}`;
    if (!isTaken(id)) return id;
  }
}

/** The name most like `value`, or null when none is near enough to be meant. */
export function nearestName(value: string, names: readonly string[]): string | null {
  const wanted = foldText(value);
  if (wanted === '') return null;
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of names) {
    const folded = foldText(name);
    const isPart = wanted.length >= 3 && (folded.includes(wanted) || (folded.length >= 3 && wanted.includes(folded)));
    const distance = isPart ? 1 : editDistance(wanted, folded);
    if (distance <= Math.ceil(Math.max(wanted.length, folded.length) / 3) && (!best || distance < best.distance)) {
      best = { name, distance };
    }
  }
  return best?.name ?? null;
}

/** Insertions, deletions and substitutions between two short texts (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
