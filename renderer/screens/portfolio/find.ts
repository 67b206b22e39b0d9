/** Folded for comparing: no case, no accents. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/**
 * Whether every word of `wanted` is in one of the texts. Digits match telephone numbers however either was written, from
 * three digits on.
 */
export function matches(wanted: string, texts: readonly (string | null)[]): boolean {
  const whole = texts.map((text) => folded(text ?? '')).join('\n');
  const digits = whole.replace(/[^\d\n]/g, '');
  return folded(wanted)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => {
      if (whole.includes(word)) return true;
      const number = word.replace(/\D/g, '');
      return number.length >= 3 && /^[\d()+.-]+$/.test(word) && digits.includes(number);
    });
}
