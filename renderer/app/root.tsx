import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect } from 'react';
import { followAddress, startLive, useAppInfo, usePreferences, useSession } from '../stores/index.ts';
import { AlarmBar } from './alarm-bar.tsx';
import { startFailures } from './attempt.ts';
import { LinkBar, PracticeBanner, StaleBar } from './bars.tsx';
import { Frame } from './frame.tsx';
import { speak, TextProvider, useText } from './i18n.ts';
import { startKeyboard } from './keyboard.ts';
import { theme, themeVariables } from './theme.ts';

const Welcome = lazy(async () => ({ default: (await import('../screens/welcome/index.tsx')).Welcome }));

/** The whole window: who is here decides between the welcome and the desk. */
export function Root() {
  const scheme = usePreferences((state) => state.theme);
  useEffect(() => {
    const stops = [startFailures(), startLive(), startKeyboard(), followAddress()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} forceColorScheme={scheme}>
      <Notifications position="bottom-right" limit={3} containerWidth={320} />
      <TextProvider>
        <Window />
      </TextProvider>
    </MantineProvider>
  );
}

function Window() {
  const { t } = useText();
  const info = useAppInfo((state) => state.info);
  const session = useSession((state) => state.session);
  const chosen = usePreferences((state) => state.language);
  const language = chosen ?? session?.deskSession?.staff.language ?? info?.language ?? 'en';
  useEffect(() => speak(language), [language]);

  const isKnown = info !== null && session !== null;
  const isSignedIn = isKnown && !info.isFirstRun && session.deskSession !== null;
  return (
    <div className="window">
      <PracticeBanner />
      <LinkBar />
      <StaleBar />
      {!isSignedIn && <AlarmBar />}
      {!isKnown && <output className="starting">{t('frame.loading')}</output>}
      {isKnown && !isSignedIn && (
        <Suspense fallback={null}>
          <Welcome />
        </Suspense>
      )}
      {isSignedIn && <Frame />}
    </div>
  );
}
