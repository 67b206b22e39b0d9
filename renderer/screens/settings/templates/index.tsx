import { type Language, TemplateKind } from '#shared/contract';
import { builtInText } from '#shared/messages';
import { useText } from '../../../app/index.ts';
import { api, useCore, useRoute } from '../../../stores/index.ts';
import { useMaySign } from '../may-sign.ts';
import { TemplateEditor } from './editor.tsx';
import { TemplateList } from './template-list.tsx';
import { templateId, useTemplateWork } from './work.ts';
import './templates.css';

/** The texts to residents: as the company words them, or as they are built in. */
export function TemplateSettings() {
  const { t } = useText();
  const view = useCore('templates', ['settings', 'portfolio'], () => api.templates.list.query());
  const chosen = TemplateKind.safeParse(useRoute((route) => route.id)?.slice('templates-'.length));
  const language = useTemplateWork((work) => work.language);
  const maySign = useMaySign(view?.owner ?? null);
  if (!view) return null;
  const kind = chosen.success ? chosen.data : 'receipt';
  const signedOf = (of: TemplateKind, wanted: Language) =>
    view.signed.find((each) => each.id === templateId(of, wanted)) ?? null;
  const signed = signedOf(kind, language);
  return (
    <div className="templates">
      <TemplateList chosen={kind} isOwn={(of) => (['en', 'es'] as const).some((each) => signedOf(of, each)?.text)} />
      <div className="rows">
        <p className="dim">{t('templates.responders')}</p>
        {!maySign && (
          <p className="note">
            {view.owner === null ? t('templates.locked') : t('templates.owner', { name: view.owner.name })}
          </p>
        )}
        <TemplateEditor
          key={templateId(kind, language)}
          kind={kind}
          language={language}
          signed={signed}
          inForce={signed?.text ?? builtInText(kind, language)}
          propertyName={view.propertyName}
          maySign={maySign}
        />
      </div>
    </div>
  );
}
