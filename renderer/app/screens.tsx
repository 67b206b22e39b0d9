/**
 * The screens of the console, in the order of the rail.
 *
 * How a screen is added:
 * 1. A folder `renderer/screens/<id>/` whose `index.tsx` exports one component without props. It fills `<main>`; what is
 *    selected in it is `useRoute((route) => route.id)`, changed by `go('<id>', selected)`.
 * 2. Its texts beside it, `text.en.ts` (`export const <id> = {…} as const`) and `text.es.ts` (typed
 *    `Translation<typeof english>`, so a missing key does not compile), listed in `app/locales/en.ts` and `es.ts`. Used as
 *    `const { t } = useText(); t('<id>.title')`. A key nobody uses fails `tests/unit/renderer-texts.test.ts`.
 * 3. Its id in `SCREEN_IDS` (stores/route.ts), one line below, its icon in `app/icons.tsx`, its name in `frame.screens`.
 * 4. Data: `api` and `useCore` from `../../stores/index.ts`; `useCore` asks, and asks again when one of its
 *    topics changed. Commands: `await attempt(api.….mutate(…))`, then `refusalWords` beside the form or `tell(…)`.
 * 5. Keys: `useKeys({ n: …, 'ctrl+enter': … })`; show each in its button (`<ActionButton cap="N" />`). Letters never act in
 *    text fields. Colours, sizes: the variables of theme.css and classes of parts.css only; styles in `<id>.css`.
 */
import { type ComponentType, lazy, useState } from 'react';
import type { ScreenId } from '../stores/index.ts';

type Screen = {
  readonly Component: ComponentType;
  /** Whether it has a place in the rail, reached by Alt and its number. */
  readonly isInRail: boolean;
  /** Whether the on-call strip stays in view under it. */
  readonly hasStrip: boolean;
};

let Loaded: ComponentType | null = null;

/** Fetches the new report ahead of the first N: the call is on the line by then. */
export async function loadReport(): Promise<ComponentType> {
  Loaded ??= (await import('../screens/report/index.tsx')).NewReport;
  return Loaded;
}

const LateReport = lazy(async () => ({ default: await loadReport() }));

/** The new report in the same frame once it has been fetched; a lazy component waits for at least one more. */
function Report() {
  const [Shown] = useState(() => Loaded ?? LateReport);
  return <Shown />;
}

export const SCREENS = {
  desk: {
    Component: lazy(async () => ({ default: (await import('../screens/desk/index.tsx')).Desk })),
    isInRail: true,
    hasStrip: true,
  },
  oncall: {
    Component: lazy(async () => ({ default: (await import('../screens/oncall/index.tsx')).OnCall })),
    isInRail: true,
    hasStrip: false,
  },
  reports: {
    Component: lazy(async () => ({ default: (await import('../screens/reports/index.tsx')).Reports })),
    isInRail: true,
    hasStrip: false,
  },
  portfolio: {
    Component: lazy(async () => ({ default: (await import('../screens/portfolio/index.tsx')).Portfolio })),
    isInRail: true,
    hasStrip: false,
  },
  settings: {
    Component: lazy(async () => ({ default: (await import('../screens/settings/index.tsx')).Settings })),
    isInRail: true,
    hasStrip: false,
  },
  practice: {
    Component: lazy(async () => ({ default: (await import('../screens/practice/index.tsx')).Practice })),
    isInRail: true,
    hasStrip: false,
  },
  readiness: {
    Component: lazy(async () => ({ default: (await import('../screens/readiness/index.tsx')).ReadinessScreen })),
    isInRail: false,
    hasStrip: false,
  },
  outbox: {
    Component: lazy(async () => ({ default: (await import('../screens/outbox/index.tsx')).Outbox })),
    isInRail: false,
    hasStrip: false,
  },
  report: {
    Component: Report,
    isInRail: false,
    hasStrip: true,
  },
} as const satisfies Record<ScreenId, Screen>;
