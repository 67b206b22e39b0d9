import { useState } from 'react';
import type { Language, TemplateKind, TextTemplate } from '#shared/contract';
import { builtInText } from '#shared/messages';
import { tell, useKeys, useText } from '../../../app/index.ts';
import { ActionButton, Field, RefusalNote, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { dropTemplateDraft, templateId } from './work.ts';

type SignTemplateProps = {
  readonly kind: TemplateKind;
  readonly language: Language;
  readonly signed: TextTemplate | null;
  readonly inForce: string;
  readonly text: string;
  readonly isSound: boolean;
  readonly maySign: boolean;
  readonly onBuiltIn: () => void;
};

/** The name that signs a wording. The built-in words, typed or taken back, are signed as that: they follow the product. */
export function SignTemplate(props: SignTemplateProps) {
  const { kind, language, signed, inForce, text, isSound, maySign, onBuiltIn } = props;
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [signedAs, setSignedAs] = useState('');
  const id = templateId(kind, language);
  const builtIn = builtInText(kind, language);
  const version = (signed?.version ?? 0) + 1;
  const isChanged = text !== inForce;
  const canSign = isChanged && isSound && maySign && !isBusy && signedAs.trim() !== '';
  const save = () => {
    if (!canSign) return;
    const own = text.trim() === builtIn ? null : text;
    send(
      () => api.templates.save.mutate({ kind, language, text: own, version: version - 1, signedAs }),
      () => {
        dropTemplateDraft(id);
        setSignedAs('');
        tell(t('templates.saved', { version }));
      },
    );
  };
  useKeys({ 'ctrl+enter': save });
  if (!maySign) return null;
  return (
    <div className="rows">
      {!isChanged && inForce !== builtIn && (
        <div>
          <ActionButton label={t('templates.toBuiltIn')} onPress={onBuiltIn} />
        </div>
      )}
      {isChanged && (
        <section className="sign-foot" aria-label={t('policy.signing')}>
          <RefusalNote refusal={refusal} />
          <div className="sign-row">
            <Field
              label={t('policy.signAs')}
              value={signedAs}
              onValue={setSignedAs}
              placeholder={t('policy.signHint')}
              maxLength={120}
            />
            <ActionButton label={t('settings.discard')} kind="quiet" onPress={() => dropTemplateDraft(id)} />
            <ActionButton
              label={t('settings.savePolicy', { version })}
              cap="Ctrl Enter"
              kind="main"
              isDisabled={!canSign}
              onPress={save}
            />
          </div>
        </section>
      )}
    </div>
  );
}
