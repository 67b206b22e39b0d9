import { useId, useRef } from 'react';
import type { Language, TemplateKind, TextTemplate } from '#shared/contract';
import { builtInText, templateTrouble, toGsm7 } from '#shared/messages';
import { useText, useWhen } from '../../../app/index.ts';
import { PillTabs } from '../../../parts/index.ts';
import { CostLine } from './cost-line.tsx';
import { Demands } from './demands.tsx';
import { PhonePreview } from './phone-preview.tsx';
import { SignTemplate } from './sign-template.tsx';
import { TemplateVersions } from './versions.tsx';
import { draftTemplate, templateId, useTemplateWork } from './work.ts';

type TemplateEditorProps = {
  readonly kind: TemplateKind;
  readonly language: Language;
  /** The newest version that was signed; null where none ever was. */
  readonly signed: TextTemplate | null;
  readonly inForce: string;
  readonly propertyName: string | null;
  readonly maySign: boolean;
};

const LANGUAGE_TABS = ['en', 'es'] as const;

/** One text in one language: typed, counted, checked and shown as it is typed, then signed. */
export function TemplateEditor({ kind, language, signed, inForce, propertyName, maySign }: TemplateEditorProps) {
  const { t } = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const areaId = useId();
  const id = templateId(kind, language);
  const draft = useTemplateWork((work) => work.drafts[id]);
  const version = signed?.version ?? 0;
  const text = draft?.text ?? inForce;
  const type = (next: string) => draftTemplate(id, { text: inForce, version }, next);
  const insert = (variable: string) => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = area.current ?? {};
    type(`${text.slice(0, from)}{${variable}}${text.slice(to)}`);
    area.current?.focus();
  };
  const trouble = templateTrouble(kind, language, text);
  return (
    <section className="card rows template" aria-label={t('templates.text')}>
      <div className="section-head">
        <PillTabs
          label={t('templates.language')}
          tabs={LANGUAGE_TABS.map((each) => ({ id: each, label: t(`templates.languages.${each}`) }))}
          current={language}
          onPick={(next) => useTemplateWork.setState({ language: next })}
          controls="template-text"
        />
        <Standing signed={signed} />
      </div>
      <div className="template-split" id="template-text">
        <div className="rows">
          <div className="field">
            <label className="field-label" htmlFor={areaId}>
              {t('templates.text')}
            </label>
            <textarea
              id={areaId}
              ref={area}
              className="field-input template-area"
              lang={language}
              rows={6}
              maxLength={2000}
              readOnly={!maySign}
              value={text}
              aria-invalid={trouble.length > 0}
              aria-describedby={`${areaId}-cost ${areaId}-trouble`}
              onChange={(event) => type(event.currentTarget.value)}
            />
          </div>
          <CostLine
            costId={`${areaId}-cost`}
            text={text}
            language={language}
            onPlain={maySign ? () => type(toGsm7(text)) : null}
          />
          {signed !== null && draft !== undefined && draft.over !== version && (
            <p className="note note-warn" role="status">
              {t('templates.signedMeanwhile', { version, name: signed.signedBy })}
            </p>
          )}
          <Trouble troubleId={`${areaId}-trouble`} lines={trouble} />
          <Demands kind={kind} language={language} text={text} onInsert={maySign ? insert : null} />
        </div>
        <PhonePreview text={text} language={language} propertyName={propertyName} />
      </div>
      <SignTemplate
        kind={kind}
        language={language}
        signed={signed}
        inForce={inForce}
        text={text}
        isSound={trouble.length === 0}
        maySign={maySign}
        onBuiltIn={() => type(builtInText(kind, language))}
      />
      <TemplateVersions kind={kind} language={language} signed={signed} onTake={maySign ? type : null} />
    </section>
  );
}

/** Whose words these are. */
function Standing({ signed }: { readonly signed: TextTemplate | null }) {
  const { t } = useText();
  const when = useWhen();
  if (signed === null) return <span className="dim">{t('templates.builtIn')}</span>;
  const { version, signedBy: name, signedAt } = signed;
  const words = { version, name, time: when(signedAt) };
  return (
    <span className="dim">
      {signed.text === null ? t('templates.backSigned', words) : t('templates.signed', words)}
    </span>
  );
}

function Trouble(props: { readonly troubleId: string; readonly lines: ReturnType<typeof templateTrouble> }) {
  const { pick } = useText();
  return (
    <ul className="template-trouble" id={props.troubleId} aria-live="polite">
      {props.lines.map((line) => (
        <li key={line.en} className="note note-bad">
          {pick(line)}
        </li>
      ))}
    </ul>
  );
}
