import type { ShellEvent } from './shell.ts';
import type { ShellClock } from './shell-clock.ts';

/** How long a second Ctrl-C counts as "yes". */
const ASK_MS = 10_000;
const BELL_MS = 2_000;

export type Terminal = {
  say(sentence: string): void;
  /** Says the sentence and waits for a second Ctrl-C. */
  confirm(sentence: string): Promise<boolean>;
  /** Rings the terminal's bell every two seconds until switched off; only where somebody looks at a terminal. */
  setBell(isOn: boolean): void;
  close(): void;
};

type Streams = {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly signals: Pick<NodeJS.Process, 'on' | 'off'>;
};

/**
 * The terminal `npm start` was typed in: sentences, Ctrl-C as a wish to stop that is confirmed by a second one,
 * SIGTERM and SIGHUP as an order.
 */
export const openTerminal = (
  { out, signals }: Streams,
  clock: ShellClock,
  againToStop: string,
  emit: (event: ShellEvent) => void,
): Terminal => {
  const say = (sentence: string): void => void out.write(`${sentence}\n`);
  let answerYes: (() => void) | null = null;
  let bell: AbortController | null = null;
  const onInterrupt = (): void => {
    if (answerYes === null) emit({ kind: 'quit', isForced: false });
    else answerYes();
  };
  const onOrder = (): void => emit({ kind: 'quit', isForced: true });
  signals.on('SIGINT', onInterrupt);
  signals.on('SIGTERM', onOrder);
  signals.on('SIGHUP', onOrder);
  const ring = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      out.write('\u0007');
      await clock.sleep(BELL_MS, signal);
    }
  };
  return {
    say,
    confirm: async (sentence) => {
      say(sentence);
      say(againToStop);
      const asked = new AbortController();
      let isYes = false;
      answerYes = () => {
        isYes = true;
        asked.abort();
      };
      await clock.sleep(ASK_MS, asked.signal);
      answerYes = null;
      return isYes;
    },
    setBell: (isOn) => {
      bell?.abort();
      bell = isOn && out.isTTY === true ? new AbortController() : null;
      if (bell !== null) void ring(bell.signal);
    },
    close: () => {
      bell?.abort();
      signals.off('SIGINT', onInterrupt);
      signals.off('SIGTERM', onOrder);
      signals.off('SIGHUP', onOrder);
    },
  };
};
