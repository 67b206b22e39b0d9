import { useState } from 'react';
import { LANGUAGES, type Language, type Refusal } from '#shared/contract';
import { attempt, refusalWords, useKeys, useText } from '../../app/index.ts';
import { ActionButton, Choice, Field, Kbd, ZoneField } from '../../parts/index.ts';
import { api, refreshInfo, refreshSession } from '../../stores/index.ts';

/** The first run: look at the demo, or set up the company. */
export function FirstRun() {
  const [isSettingUp, setSettingUp] = useState(false);
  return isSettingUp ? <SetUp onBack={() => setSettingUp(false)} /> : <Beginning onSetUp={() => setSettingUp(true)} />;
}

function Beginning({ onSetUp }: { readonly onSetUp: () => void }) {
  const { t, language } = useText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const showDemo = async () => {
    if (isBusy) return;
    setBusy(true);
    const answer = await attempt(api.app.showDemo.mutate());
    setBusy(false);
    if (!answer.ok) return setRefusal(answer);
    await Promise.all([refreshInfo(), refreshSession()]);
  };
  useKeys({ 1: () => void showDemo(), 2: onSetUp });
  return (
    <div className="welcome-card welcome-wide">
      <h1>{t('welcome.first')}</h1>
      <p className="dim">{t('welcome.firstWords')}</p>
      <div className="beginnings">
        <button type="button" className="beginning is-main" onClick={() => void showDemo()}>
          <b>{isBusy ? t('welcome.working') : t('welcome.demo')}</b>
          <span className="dim">{t('welcome.demoWords')}</span>
          <Kbd>1</Kbd>
        </button>
        <button type="button" className="beginning" onClick={onSetUp}>
          <b>{t('welcome.setUp')}</b>
          <span className="dim">{t('welcome.setUpWords')}</span>
          <Kbd>2</Kbd>
        </button>
      </div>
      {refusal && (
        <p className="refusal" role="alert">
          {refusalWords(refusal, language)}
        </p>
      )}
    </div>
  );
}

const PIN = /^\d{4,12}$/;

function SetUp({ onBack }: { readonly onBack: () => void }) {
  const { t, language } = useText();
  const [name, setName] = useState('');
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [deskLanguage, setDeskLanguage] = useState<Language>(language);
  const [staffName, setStaffName] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useKeys({ escape: onBack });
  const begin = async () => {
    if (name.trim() === '' || staffName.trim() === '' || !PIN.test(pin)) return setProblem(t('welcome.missing'));
    const input = { name: name.trim(), zone, language: deskLanguage, staffName: staffName.trim(), pin };
    const answer = await attempt(api.app.setUpCompany.mutate(input));
    if (!answer.ok) return setProblem(refusalWords(answer, language));
    await Promise.all([refreshInfo(), refreshSession()]);
  };
  return (
    <form
      className="welcome-card"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h1>{t('welcome.setUpTitle')}</h1>
      <Field label={t('welcome.company')} value={name} onValue={setName} maxLength={120} hasFocus />
      <ZoneField label={t('welcome.zone')} value={zone} onChange={setZone} />
      <Choice
        label={t('welcome.language')}
        value={deskLanguage}
        onChange={setDeskLanguage}
        options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
      />
      <Field label={t('welcome.yourName')} value={staffName} onValue={setStaffName} maxLength={120} />
      <Field
        label={t('welcome.pinNew')}
        value={pin}
        onValue={setPin}
        inputMode="numeric"
        placeholder={t('welcome.pinHint')}
        maxLength={12}
      />
      {problem !== null && (
        <p className="refusal" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-buttons">
        <ActionButton label={t('welcome.back')} cap="Esc" kind="quiet" onPress={onBack} />
        <ActionButton label={t('welcome.begin')} cap="Enter" kind="main" isSubmit onPress={() => void begin()} />
      </div>
    </form>
  );
}
