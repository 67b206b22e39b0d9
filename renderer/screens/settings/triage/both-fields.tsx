import { Textarea } from '@mantine/core';
import type { BothLanguages } from '#shared/contract';
import { useText } from '../../../app/index.ts';

type BothFieldsProps = {
  readonly label: string;
  readonly words: BothLanguages;
  readonly most: number;
  readonly onChange: (words: BothLanguages) => void;
};

/** The same words in both languages, side by side. */
export function BothFields({ label, words, most, onChange }: BothFieldsProps) {
  const { t } = useText();
  return (
    <div className="both-fields">
      <Textarea
        label={t('triage.inEnglish', { what: label })}
        lang="en"
        value={words.en}
        maxLength={most}
        rows={most > 120 ? 2 : 1}
        onChange={(event) => onChange({ ...words, en: event.currentTarget.value })}
      />
      <Textarea
        label={t('triage.inSpanish', { what: label })}
        lang="es"
        value={words.es}
        maxLength={most}
        rows={most > 120 ? 2 : 1}
        onChange={(event) => onChange({ ...words, es: event.currentTarget.value })}
      />
    </div>
  );
}
