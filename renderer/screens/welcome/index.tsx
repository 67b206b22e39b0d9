import './welcome.css';
import { dayOf, timeOf, useText, useZone } from '../../app/index.ts';
import { prefer, useAppInfo, useNow, usePreferences } from '../../stores/index.ts';
import { FirstRun } from './first-run.tsx';
import { SignIn } from './sign-in.tsx';

/** Before the desk: the first run, then who signs in tonight. */
export function Welcome() {
  const { t, language } = useText();
  const info = useAppInfo((state) => state.info);
  const theme = usePreferences((state) => state.theme);
  if (!info) return null;
  return (
    <main className="welcome">
      <div className="welcome-inner">
        <WelcomeClock company={info.isFirstRun ? null : info.company} />
        {info.isFirstRun ? <FirstRun /> : <SignIn info={info} />}
      </div>
      <footer className="welcome-foot">
        <span>{t('welcome.version', { version: info.version })}</span>
        <button type="button" onClick={() => prefer({ language: language === 'en' ? 'es' : 'en' })}>
          {language === 'en' ? t('frame.spanish') : t('frame.english')}
        </button>
        <button type="button" onClick={() => prefer({ theme: theme === 'dark' ? 'light' : 'dark' })}>
          {theme === 'dark' ? t('frame.light') : t('frame.dark')}
        </button>
      </footer>
    </main>
  );
}

function WelcomeClock({ company }: { readonly company: string | null }) {
  const { language } = useText();
  const zone = useZone();
  const now = useNow();
  return (
    <div className="welcome-head">
      <b className="brand">Nightdesk</b>
      <span className="welcome-clock">{timeOf(now, zone)}</span>
      <span className="dim">
        {dayOf(now, zone, language)}
        {company && ` · ${company}`}
      </span>
    </div>
  );
}
