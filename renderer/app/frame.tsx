import { Suspense, useEffect } from 'react';
import { go, openCommandBar, openWeatherSwitch, SCREEN_IDS, useRoute, useWindow } from '../stores/index.ts';
import { Announcer } from './announcer.tsx';
import { CallBar } from './call-bar.tsx';
import { CommandBar } from './command-bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Footer, OnCallStrip } from './footer.tsx';
import { Header } from './header.tsx';
import { HoldKeys } from './held-keys.ts';
import { useText } from './i18n.ts';
import { ScreenIcon } from './icons.tsx';
import { type KeyMap, useKeys } from './keyboard.ts';
import { loadReport, SCREENS } from './screens.tsx';
import { WeatherSwitchDialog } from './weather-switch.tsx';

const IN_RAIL = SCREEN_IDS.filter((id) => SCREENS[id].isInRail);

/** The desk once somebody is signed in: header, rail, the screen, who is on call, footer. */
export function Frame() {
  const screen = useRoute((route) => route.screen);
  const isBarOpen = useWindow((state) => state.isCommandBarOpen);
  const isWeatherOpen = useWindow((state) => state.isWeatherSwitchOpen);
  const { Component, hasStrip } = SCREENS[screen];
  const toScreens: KeyMap = Object.fromEntries(IN_RAIL.map((id, index) => [`alt+${index + 1}`, () => go(id)]));
  useKeys({
    ...toScreens,
    n: () => go('report'),
    v: () => go('readiness'),
    'alt+0': () => go('outbox'),
    '/': () => openCommandBar(true),
    'ctrl+k': () => openCommandBar(true),
  });
  useTitle(screen);
  // Fetched now, so that N opens at once. Where it cannot be had, N tries again and says so.
  useEffect(() => void loadReport().catch(() => undefined), []);
  return (
    <>
      <Header />
      <CallBar />
      <div className="frame-body">
        <Rail current={screen} />
        <main className={`screen screen-${screen}`} id="screen">
          <ErrorBoundary key={screen}>
            <Suspense fallback={screen === 'report' ? <HoldKeys /> : null}>
              <Component />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {hasStrip && <OnCallStrip />}
      <Footer />
      <Announcer />
      {isBarOpen && <CommandBar />}
      {isWeatherOpen && <WeatherSwitchDialog onClose={() => openWeatherSwitch(false)} />}
    </>
  );
}

function useTitle(screen: (typeof SCREEN_IDS)[number]): void {
  const { t } = useText();
  const name = screen === 'report' ? t('frame.newReport') : t(`frame.screens.${screen}`);
  useEffect(() => {
    document.title = `${name} · Nightdesk`;
  }, [name]);
}

function Rail({ current }: { readonly current: string }) {
  const { t } = useText();
  return (
    <nav className="rail" aria-label={t('frame.screens.label')}>
      {IN_RAIL.map((id, index) =>
        id === 'report' ? null : (
          <button
            key={id}
            type="button"
            className={`rail-item${id === current || (current === 'report' && id === 'desk') ? ' is-on' : ''}`}
            aria-current={id === current ? 'page' : undefined}
            aria-keyshortcuts={`Alt+${index + 1}`}
            title={`Alt ${index + 1}`}
            onClick={() => go(id)}
          >
            <ScreenIcon screen={id} />
            <span>{t(`frame.screens.${id}`)}</span>
          </button>
        ),
      )}
    </nav>
  );
}
