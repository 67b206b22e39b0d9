import type { Reading } from '../findings.ts';

/** What the rules made of a text, as the model is told: which codes, whether they stand, and figures of speech. */
export function recognisedNames({
  findings,
  isFigurative,
}: Pick<Reading, 'findings' | 'isFigurative'>): readonly string[] {
  const names = findings.flatMap(({ code, standing }) => [code, `${code} ${standing}`, standing]);
  return isFigurative ? [...names, 'figurative'] : names;
}
