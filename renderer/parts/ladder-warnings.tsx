import { useText } from '../app/index.ts';

/** What a ladder may do that nobody meant; nothing where there is nothing to say. */
export function LadderWarnings({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useText();
  if (lines.length === 0) return null;
  return (
    <ul className="note note-warn" aria-label={t('settings.warnings')}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
