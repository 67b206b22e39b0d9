import type { BothLanguages } from '#shared/contract';

/** What is wrong with a calendar file, in the words of somebody who can do something about it. */
export const reasons = {
  tooLong: {
    en: 'Working out this calendar takes too long. One of its repeating events asks for too much.',
    es: 'Calcular este calendario tarda demasiado. Alguno de sus eventos repetidos pide demasiado.',
  },
  tooMuchMemory: {
    en: 'Working out this calendar takes too much memory. One of its repeating events asks for too much.',
    es: 'Calcular este calendario ocupa demasiada memoria. Alguno de sus eventos repetidos pide demasiado.',
  },
} as const satisfies Record<string, BothLanguages>;
