import { useSyncExternalStore } from 'react';
import type { Instant } from '#shared/contract';
import { useAppInfo, useQuarter } from '../stores/index.ts';
import { shortWhenOf } from './format.ts';
import { useText } from './i18n.ts';

// In em, so that twice the text size counts as half the room.
const NARROW = '(max-width: 69em)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether there is room for one panel only; the others become tabs. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}

/** The zone of the desk, in which its times are shown. */
export function useZone(): string {
  return useAppInfo((state) => state.info?.zone) ?? 'UTC';
}

/** Writes instants by the desk's clock, with their day wherever that is not today; drawn anew when the day changes. */
export function useWhen(): (at: Instant, withSeconds?: boolean) => string {
  const { language } = useText();
  const zone = useZone();
  const quarter = useQuarter();
  return (at, withSeconds) => shortWhenOf(at, quarter, zone, language, withSeconds);
}
