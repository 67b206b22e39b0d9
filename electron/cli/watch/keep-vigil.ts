import type { Clock } from '#core/clockwork';
import type { OutMessage, SendResult } from '#core/notify';
import type { WatchAnswer } from '#shared/contract';
import { watchText } from '#shared/messages';
import { look, type News, type Pace, type Vigil } from './vigil.ts';
import type { VigilFile } from './vigil-file.ts';

/** A text that has waited this long says nothing that is still true. */
const STALE_MS = 30 * 60_000;
const SEND_LIMIT_MS = 10_000;

export type VigilDeps = {
  readonly clock: Clock;
  readonly pace: Pace;
  readonly file: VigilFile;
  readonly ask: () => Promise<WatchAnswer | null>;
  readonly send: (message: OutMessage, signal: AbortSignal) => Promise<SendResult>;
  /** Something has changed that whoever looks at the terminal wants to read. */
  readonly say: (event: VigilEvent) => void;
};

export type VigilEvent =
  | { readonly kind: 'heard' | 'unheard' | 'neverHeard'; readonly answer: WatchAnswer | null }
  | { readonly kind: 'called'; readonly news: News; readonly who: readonly string[] }
  | { readonly kind: 'notSent'; readonly reason: string }
  /** Nobody knows whether it left. */
  | { readonly kind: 'notKnown'; readonly reason: string; readonly isSentAgain: boolean };

/**
 * Asks, judges, texts, naps, until it is told to stop. What is known is written down before a text leaves: a watch that is
 * killed between the two sends it again, with the same key.
 */
export async function keepVigil(deps: VigilDeps, stopped: AbortSignal): Promise<void> {
  const { clock, pace, file } = deps;
  let vigil = file.read();
  let wasHeard: boolean | null = null;
  let lookedAtMs = clock.uptimeMs();
  while (!stopped.aborted) {
    const answer = await deps.ask();
    if (stopped.aborted) return;
    const nowMs = clock.uptimeMs();
    const seen = look(vigil, answer, nowMs - lookedAtMs, pace);
    lookedAtMs = nowMs;
    vigil = seen.news ? withTexts(seen.vigil, seen.news, clock.now()) : seen.vigil;
    file.write(vigil);
    const isHeard = answer !== null;
    if (isHeard !== wasHeard)
      deps.say({ kind: isHeard ? 'heard' : vigil.answer === null ? 'neverHeard' : 'unheard', answer });
    wasHeard = isHeard;
    if (seen.news) deps.say({ kind: 'called', news: seen.news, who: seen.news.answer.call.map((each) => each.name) });
    const left = await sendAll(deps, vigil);
    if (left.length !== vigil.unsent.length || left.some((each, index) => each !== vigil.unsent[index])) {
      vigil = { ...vigil, unsent: left };
      file.write(vigil);
    }
    await nap(clock, pace.askEveryMs, stopped);
  }
}

/** News in the language of each who is to hear it. */
function withTexts(vigil: Vigil, news: News, now: number): Vigil {
  const texts = news.answer.call.map(({ phone, language }) => ({
    key: `watch-${news.kind}-${news.times}-${now}-${phone.slice(-6)}`,
    to: phone,
    text: watchText({ ...news, language }),
    writtenAt: now,
  }));
  return { ...vigil, unsent: [...vigil.unsent, ...texts] };
}

/** Those that have to be tried again. One whose answer was lost may have left: it leaves once more, as a P1's step does. */
async function sendAll({ clock, send, say }: VigilDeps, { unsent }: Vigil): Promise<Vigil['unsent']> {
  const left: Vigil['unsent'][number][] = [];
  for (const text of unsent) {
    if (clock.now() - text.writtenAt > STALE_MS) continue;
    const result = await send({ ...text, expiresAt: text.writtenAt + STALE_MS }, AbortSignal.timeout(SEND_LIMIT_MS));
    if (result.kind === 'notSent' || result.kind === 'rejected') say({ kind: 'notSent', reason: result.reason });
    if (result.kind === 'notSent') left.push(text);
    if (result.kind !== 'unknown') continue;
    const isSentAgain = text.isPossiblyTwice !== true;
    say({ kind: 'notKnown', reason: result.reason, isSentAgain });
    if (isSentAgain) left.push({ ...text, isPossiblyTwice: true });
  }
  return left;
}

function nap(clock: Clock, delayMs: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(delayMs, done);
    function done(): void {
      cancel();
      stopped.removeEventListener('abort', done);
      resolve();
    }
    stopped.addEventListener('abort', done);
  });
}
