import type { Clock } from '#core/clockwork';

/** Whether anything is there that could sound an alarm: a desktop program that asks each second, or an open window. */
export type Presence = {
  /** A desktop program has just asked what to show and do. */
  shellAsked(): void;
  /** A window listens to what changes; to be called when it does not any more. */
  windowOpened(): () => void;
  /** Nobody could be heard for a while (the computer slept): whoever is there gets the time to say so. */
  forgetGap(): void;
  /** Windows that are open. */
  windows(): number;
  /** How long ago one was last there, in ms; 0 while one is. */
  absentMs(): number;
};

/** By elapsed time: the wall clock may be moved. Begins as if one had just been there. */
export function presence(clock: Clock): Presence {
  let windows = 0;
  let seenMs = clock.uptimeMs();
  const seen = (): void => {
    seenMs = clock.uptimeMs();
  };
  return {
    shellAsked: seen,
    windowOpened() {
      let isOpen = true;
      windows += 1;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        windows -= 1;
        seen();
      };
    },
    forgetGap: seen,
    windows: () => windows,
    absentMs: () => (windows > 0 ? 0 : Math.max(0, clock.uptimeMs() - seenMs)),
  };
}
