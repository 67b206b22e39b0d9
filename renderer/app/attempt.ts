import { notifications } from '@mantine/notifications';
import type { Answer, BothLanguages, Language, Refusal } from '#shared/contract';
import { askedInVain, failureSentence, isNotTaken, isUnreachable } from '../stores/index.ts';
import { spoken } from './i18n.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';

/** What came of asking the core for something: its answer, or a refusal of our own when it could not be reached. */
export type Attempt<Value> = Answer<Value>;

const UNREACHABLE: BothLanguages = { en: en.frame.unreachable, es: es.frame.unreachable };

const UNEXPECTED: BothLanguages = { en: en.frame.unexpected, es: es.frame.unexpected };
const NOT_TAKEN: BothLanguages = { en: en.frame.notTaken, es: es.frame.notTaken };

/**
 * Asks the core. Not reaching it, a machine that fails, and entries that the core does not take become a refusal like any
 * other; every other failure is a bug and stays one.
 */
export async function attempt<Value>(question: Promise<Answer<Value>>): Promise<Attempt<Value>> {
  try {
    return await question;
  } catch (error) {
    const sentence = failureSentence(error);
    if (sentence !== null) return { ok: false, code: 'machine', reason: sentence };
    if (isUnreachable(error)) {
      askedInVain();
      return { ok: false, code: 'unreachable', reason: UNREACHABLE };
    }
    if (isNotTaken(error)) return { ok: false, code: 'notTaken', reason: NOT_TAKEN };
    throw error;
  }
}

export function refusalWords(refusal: Refusal, language: Language): string {
  return refusal.reason[language];
}

type Telling = 'done' | 'hint' | 'stays' | 'refused';
const CLOSES_MS = { done: 2500, hint: 5000, stays: false, refused: false } as const satisfies Record<
  Telling,
  number | false
>;
const COLOUR = { done: 'teal', hint: 'yellow', stays: 'blue', refused: 'red' } as const satisfies Record<
  Telling,
  string
>;

/** The one line that will go by itself. */
let brief: string | null = null;

/** Shows a line in the corner: for some seconds what was done or cannot be, until it is closed what was refused. */
export function tell(message: string, kind: Telling = 'done'): void {
  // The bar on top says it, until the core answers again; here it would outlive that and lie over buttons.
  if (message === UNREACHABLE.en || message === UNREACHABLE.es) return;
  // One at a time: a stack of them would hide who is on call. Under an id of its own: shown under the last one's it would
  // also go when that one's time is up.
  if (brief !== null) notifications.hide(brief);
  const shown = notifications.show({
    message,
    withBorder: true,
    color: COLOUR[kind],
    autoClose: CLOSES_MS[kind],
    closeButtonProps: { 'aria-label': 'OK' },
  });
  brief = CLOSES_MS[kind] === false ? null : shown;
}

/** What failed and nobody waited for: said once, in the core's own words where it has any. */
export function failed(error: unknown): void {
  console.error('failed unheard', error);
  const sentence = failureSentence(error);
  if (sentence === null && isUnreachable(error)) return askedInVain();
  const both = sentence ?? UNEXPECTED;
  notifications.hide('failed');
  notifications.show({
    id: 'failed',
    message: both[spoken()],
    withBorder: true,
    color: 'red',
    autoClose: false,
    closeButtonProps: { 'aria-label': 'OK' },
  });
}

/** Listens for failures that no part of the window has caught. Returns how to stop. */
export function startFailures(): () => void {
  const hear = (event: PromiseRejectionEvent) => failed(event.reason);
  window.addEventListener('unhandledrejection', hear);
  return () => window.removeEventListener('unhandledrejection', hear);
}
