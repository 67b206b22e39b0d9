import type { Line, LineEvent } from './baresip-line.ts';
import type { CallEnd, CallRequest } from './driver.ts';
import type { VoiceDeps } from './entry.ts';

/** How long it may take to say that it has hung up. */
const HANG_UP_LIMIT_MS = 5_000;

export type CallFiles = { readonly say: string; readonly words: string };

/**
 * One call on a line, from dialling to its end. Whatever the line does or does not do, it ends: a timer for the ringing, one for
 * the key, and a line that does not answer is ended with its call.
 */
export function callOver(
  line: Line,
  target: string,
  files: CallFiles,
  { ringMs, waitKeyMs }: Pick<CallRequest, 'ringMs' | 'waitKeyMs'>,
  { signal, timer }: { readonly signal: AbortSignal; readonly timer: VoiceDeps['timer'] },
): Promise<CallEnd> {
  const { promise, resolve } = Promise.withResolvers<CallEnd>();
  let isDialled = false;
  let isPickedUp = false;
  /** What it comes to once the line says that it is over; null while it runs. */
  let end: CallEnd | null = null;
  let cancel = (): void => undefined;
  const after = (ms: number, run: () => void): void => {
    cancel();
    cancel = timer(ms, run);
  };

  const over = (result: CallEnd): void => {
    cancel();
    signal.removeEventListener('abort', giveUp);
    resolve(result);
  };
  const lost = (reason: 'voiceHung' | 'voiceStopped'): void => {
    over(end?.kind === 'key' ? end : isDialled ? { kind: 'unknown', reason } : { kind: 'failed', reason });
  };
  /** It does not answer: nobody knows what it does, so it does nothing more. */
  const hung = (): void => {
    lost('voiceHung');
    void line.end();
  };
  const ask = (name: string, params?: string): void => {
    line.command(name, params).catch(hung);
  };
  const hangUp = (as: CallEnd): void => {
    if (end !== null) return;
    end = as;
    after(HANG_UP_LIMIT_MS, hung);
    ask('hangup');
  };
  const giveUp = (): void => hangUp(isPickedUp ? { kind: 'noKey' } : { kind: 'noAnswer' });
  const play = (file: string): void => ask('ausrc', `aufile,${file}`);

  const heard = ({ type, param }: LineEvent): void => {
    if (type === 'CALL_CLOSED') return over(end ?? (isPickedUp ? { kind: 'noKey' } : endBy(param)));
    if (end !== null) return;
    if (type === 'CALL_ESTABLISHED') {
      isPickedUp = true;
      after(waitKeyMs, giveUp);
      // What it may have said into the ringing is said again from the beginning.
      play(files.say);
    }
    // Before that it is the network that speaks, and it may speak in tones.
    if (type !== 'CALL_DTMF_START' || !isPickedUp) return;
    if (param === '1' || param === '2') hangUp({ kind: 'key', key: param });
    else play(param === '3' ? files.words : files.say);
  };

  line.hear(heard, () => lost('voiceStopped'));
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) over({ kind: 'noAnswer' });
  else begin();
  return promise;

  function begin(): void {
    after(ringMs, giveUp);
    line
      .command('ausrc', `aufile,${files.say}`)
      .then(async () => {
        // Called back before it was dialled.
        if (end !== null) return over(end);
        isDialled = true;
        const { isOk } = await line.command('dial', target);
        if (!isOk) over({ kind: 'failed', reason: 'callRefused' });
      })
      .catch(hung);
  }
}

/** What the other side said instead of picking up. */
export function endBy(said: string): CallEnd {
  const code = Number(/^(\d{3})\b/.exec(said)?.[1] ?? 0);
  switch (code) {
    case 486:
    case 600:
    // Whoever turns a call away has seen it and has not decided.
    case 603:
      return { kind: 'busy' };
    case 408:
    case 480:
    case 487:
      return { kind: 'noAnswer' };
    case 401:
    case 403:
    case 407:
      return { kind: 'failed', reason: 'accountRefused' };
    case 404:
    case 484:
    case 604:
      return { kind: 'failed', reason: 'numberRefused' };
    case 0:
      return { kind: 'failed', reason: 'unreachable' };
    default:
      return { kind: 'failed', reason: `callRefused:${code}` };
  }
}
