import { useState } from 'react';
import type { Refusal } from '#shared/contract';
import { attempt, refusalWords, useKeys, useText } from '../../app/index.ts';
import { Kbd } from '../../parts/index.ts';
import { api, refreshInfo, refreshSession } from '../../stores/index.ts';
import { SetUp } from './set-up.tsx';

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
