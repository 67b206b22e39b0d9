import { useId, useState } from 'react';
import { LANGUAGES, type Language, type Refusal } from '#shared/contract';
import { attempt, useKeys, useText } from '../../app/index.ts';
import { ActionButton, Choice, Field, RefusalNote, ZoneField } from '../../parts/index.ts';
import { api, refreshInfo, refreshSession } from '../../stores/index.ts';
import { type SetUpField, type SetUpText, setUpProblems } from './set-up-problems.ts';

/** Name, zone, language, and the first person at the desk with a PIN. */
export function SetUp({ onBack }: { readonly onBack: () => void }) {
  const { t, language } = useText();
  const [text, setText] = useState<SetUpText>({ name: '', staffName: '', pin: '', pinAgain: '' });
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [deskLanguage, setDeskLanguage] = useState<Language>(language);
  const [wasSent, setSent] = useState(false);
  const [isSeen, setSeen] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const id = useId();
  useKeys({ escape: onBack });
  const problems = setUpProblems(text);
  const begin = async () => {
    setSent(true);
    const first = problems[0];
    if (first) return document.getElementById(`${id}${first[0]}`)?.focus();
    const input = { name: text.name.trim(), zone, language: deskLanguage, staffName: text.staffName.trim() };
    const answer = await attempt(api.app.setUpCompany.mutate({ ...input, pin: text.pin }));
    if (!answer.ok) return setRefusal(answer);
    await Promise.all([refreshInfo(), refreshSession()]);
  };
  // What is wrong is said once the form was sent, and goes as soon as it is put right.
  const common = (field: SetUpField) => {
    const problem = wasSent ? problems.find(([name]) => name === field)?.[1] : undefined;
    return {
      fieldId: `${id}${field}`,
      value: text[field],
      onValue: (value: string) => setText({ ...text, [field]: value }),
      error: problem ? t(`welcome.problem.${problem}`) : null,
    };
  };
  const pin = { type: isSeen ? 'text' : 'password', inputMode: 'numeric', maxLength: 12 } as const;
  return (
    <form
      className="welcome-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h1>{t('welcome.setUpTitle')}</h1>
      <Field label={t('welcome.company')} {...common('name')} maxLength={120} hasFocus />
      <ZoneField label={t('welcome.zone')} value={zone} onChange={setZone} />
      <Choice
        label={t('welcome.language')}
        value={deskLanguage}
        onChange={setDeskLanguage}
        options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
      />
      <Field label={t('welcome.yourName')} {...common('staffName')} maxLength={120} />
      <Field
        label={t('welcome.pinNew')}
        placeholder={t('welcome.pinHint')}
        {...common('pin')}
        {...pin}
        end={
          <ActionButton label={isSeen ? t('welcome.pinHide') : t('welcome.pinShow')} onPress={() => setSeen(!isSeen)} />
        }
      />
      <Field label={t('welcome.pinAgain')} {...common('pinAgain')} {...pin} />
      <RefusalNote refusal={refusal} />
      <div className="dialog-buttons">
        <ActionButton label={t('welcome.back')} cap="Esc" kind="quiet" onPress={onBack} />
        <ActionButton label={t('welcome.begin')} cap="Enter" kind="main" isSubmit onPress={() => void begin()} />
      </div>
    </form>
  );
}
