import type { IncidentView } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import type { useText, useWhen } from '../../app/index.ts';

/** What the telephone does, or did, beside the text to somebody; null where it was not rung, or a key has decided. */
export function callWords(
  { messages }: Pick<IncidentView, 'messages'>,
  phone: string | null,
  { t, language }: Pick<ReturnType<typeof useText>, 't' | 'language'>,
  when: ReturnType<typeof useWhen>,
): string | null {
  const call = messages.findLast(({ purpose, toPhone }) => purpose === 'call' && toPhone === phone);
  switch (call?.state) {
    case 'queued':
    case 'retrying':
      // The second call waits a minute after the first: nothing rings until then.
      return call.nextAt !== null && call.nextAt > call.queuedAt
        ? t('desk.now.callAt', { time: when(call.nextAt, true) })
        : t('desk.now.calling');
    case 'unconfirmed':
    case 'unknown':
    case 'failed':
    case 'expired':
      return t('desk.now.called', {
        end: call.reason === null ? t('desk.now.noCall') : reasonWords(call.reason, language),
      });
    default:
      return null;
  }
}
