import type { Language } from '#shared/contract';
import { templateShown } from '#shared/messages';
import { useText } from '../../../app/index.ts';

type PhonePreviewProps = {
  readonly text: string;
  readonly language: Language;
  readonly propertyName: string | null;
};

/** The text as it stands on a phone, with a person and times as they might be. */
export function PhonePreview({ text, language, propertyName }: PhonePreviewProps) {
  const { t } = useText();
  return (
    <figure className="template-phone" aria-label={t('templates.preview')}>
      <figcaption>{t('templates.preview')}</figcaption>
      <div className="template-screen">
        <p className="template-bubble" lang={language} dir="auto">
          {templateShown(text, language, 'sample', propertyName)}
        </p>
      </div>
    </figure>
  );
}
