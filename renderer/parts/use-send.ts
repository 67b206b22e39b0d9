import { useState } from 'react';
import type { Answer, Refusal } from '#shared/contract';
import { attempt } from '../app/index.ts';

export type Sending = {
  readonly isBusy: boolean;
  /** Why the last one was not done; null after it was, and while nothing was sent. */
  readonly refusal: Refusal | null;
  /** Sends, unless one is under way; `onDone` only when the core accepted. */
  readonly send: <Value>(command: () => Promise<Answer<Value>>, onDone?: (value: Value) => void) => void;
  readonly refuse: (refusal: Refusal | null) => void;
};

/** One command at a time, with its refusal beside the form; what was typed stays as it was. */
export function useSend(): Sending {
  const [isBusy, setBusy] = useState(false);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const send: Sending['send'] = (command, onDone) => {
    if (isBusy) return;
    setBusy(true);
    refuse(null);
    void attempt(command())
      .then((answer) => (answer.ok ? onDone?.(answer.value) : refuse(answer)))
      .finally(() => setBusy(false));
  };
  return { isBusy, refusal, send, refuse };
}
