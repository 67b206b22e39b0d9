import type { Language, TemplateKind } from '#shared/contract';
import { templateParts, variablesOf } from '#shared/messages';
import { useText } from '../../../app/index.ts';

type DemandsProps = {
  readonly kind: TemplateKind;
  readonly language: Language;
  readonly text: string;
  /** Puts a variable where the cursor is; null where nothing may be changed. */
  readonly onInsert: ((variable: string) => void) | null;
};

/** What may be filled in, and what has to be said whoever words it. */
export function Demands({ kind, language, text, onInsert }: DemandsProps) {
  const { t, pick } = useText();
  const variables = variablesOf(kind);
  const parts = templateParts(kind);
  return (
    <div className="template-demands">
      {variables.length > 0 && (
        <div>
          <h3 className="overline">{t('templates.variables')}</h3>
          <ul>
            {variables.map(({ name, isNeeded }) => (
              <li key={name}>
                <button
                  type="button"
                  className="chip template-variable"
                  aria-label={t('templates.insert', { name })}
                  disabled={onInsert === null}
                  onClick={() => onInsert?.(name)}
                >
                  {`{${name}}`}
                </button>
                <span>
                  {t(`templates.variable.${name}`)}
                  {!isNeeded && <span className="dim"> · {t('templates.optional')}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {parts.length > 0 && (
        <div>
          <h3 className="overline">{t('templates.mustSay')}</h3>
          <ul>
            {parts.map(({ words, isSaid }) => {
              const isThere = isSaid(text, language);
              return (
                <li key={words.en} className={isThere ? '' : 'red'}>
                  <span aria-hidden="true">{isThere ? '✓' : '✗'}</span>
                  <span>
                    {pick(words)}{' '}
                    <span className="sr-only">{isThere ? t('templates.said') : t('templates.unsaid')}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
