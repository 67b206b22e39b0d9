import { useSyncExternalStore } from 'react';
import { useAppInfo } from '../stores/index.ts';

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
