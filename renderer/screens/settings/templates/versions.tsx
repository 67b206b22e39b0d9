import type { Language, TemplateKind, TextTemplate } from '#shared/contract';
import { builtInText } from '#shared/messages';
import { useText, useWhen } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import { templateId } from './work.ts';

type TemplateVersionsProps = {
  readonly kind: TemplateKind;
  readonly language: Language;
  readonly signed: TextTemplate | null;
  /** Puts what a version said into the form; null where nothing may be changed. */
  readonly onTake: ((text: string) => void) | null;
};

/** Every wording that was signed: by whom, when, and what it said. */
export function TemplateVersions({ kind, language, signed, onTake }: TemplateVersionsProps) {
  const { t } = useText();
  const when = useWhen();
  const versions = useCore(`${templateId(kind, language)} ${signed?.version ?? 0}`, ['settings'], () =>
    api.templates.versions.query({ kind, language }),
  );
  if (!versions || versions.length === 0) return null;
  return (
    <details className="template-versions">
      <summary>
        <b>{t('templates.versions', { count: versions.length })}</b>
      </summary>
      <ol>
        {versions.map(({ version, text, signedBy, signedAt }, index) => (
          <li key={version}>
            <p>
              <b>v{version}</b> {signedBy} <span className="dim">{when(signedAt)}</span>
            </p>
            <p lang={language}>{text ?? <span className="dim">{t('templates.isBuiltIn')}</span>}</p>
            {onTake && index > 0 && (
              <ActionButton
                label={t('policy.takeVersion', { version })}
                onPress={() => onTake(text ?? builtInText(kind, language))}
              />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
