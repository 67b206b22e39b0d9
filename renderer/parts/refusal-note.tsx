import type { Refusal } from '#shared/contract';
import { refusalWords, useText } from '../app/index.ts';

/** Why something was not done, beside where it was asked. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null }) {
  const { t, language } = useText();
  if (refusal === null) return null;
  return (
    <p className="refusal" role="alert">
      <b>{t('frame.refused')}.</b> {refusalWords(refusal, language)}
    </p>
  );
}
