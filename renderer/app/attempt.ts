import { notifications } from '@mantine/notifications';
import type { Answer, BothLanguages, Language, Refusal } from '#shared/contract';
import { failureSentence, isUnreachable } from '../stores/index.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';

/** What came of asking the core for something: its answer, or a refusal of our own when it could not be reached. */
export type Attempt<Value> = Answer<Value>;

const UNREACHABLE: BothLanguages = { en: en.frame.unreachable, es: es.frame.unreachable };

/**
 * Asks the core. Not reaching it, and a machine that fails, become a refusal like any other;
 * every other failure is a bug and stays one.
 */
export async function attempt<Value>(question: Promise<Answer<Value>>): Promise<Attempt<Value>> {
  try {
    return await question;
  } catch (error) {
    const sentence = failureSentence(error);
    if (sentence !== null) return { ok: false, code: 'machine', reason: sentence };
    if (!isUnreachable(error)) throw error;
    return { ok: false, code: 'unreachable', reason: UNREACHABLE };
  }
}

export function refusalWords(refusal: Refusal, language: Language): string {
  return refusal.reason[language];
}

/** Shows a line for some seconds in the corner; refusals stay until they are closed. */
export function tell(message: string, kind: 'done' | 'refused' = 'done'): void {
  // One at a time: a stack of them would hide who is on call.
  notifications.hide('done');
  notifications.show({
    ...(kind === 'done' ? { id: 'done' } : {}),
    message,
    withBorder: true,
    color: kind === 'done' ? 'teal' : 'red',
    autoClose: kind === 'done' ? 2500 : false,
    closeButtonProps: { 'aria-label': 'OK' },
  });
}
