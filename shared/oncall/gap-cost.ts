import type { BothLanguages, Gap } from '#shared/contract';

/** What a hole would cost tonight, in one sentence. */
export function costOfGap(gap: Gap): BothLanguages {
  if (gap.coveredBy === 'general')
    return { en: 'The general on-call person is asked instead.', es: 'Se avisa a la persona de guardia general.' };
  return gap.role === 'primary'
    ? {
        en: 'A P1 here skips the primary and goes on to the next step at once.',
        es: 'Un P1 aquí se salta al titular y pasa de inmediato al siguiente paso.',
      }
    : {
        en: 'If the primary does not answer, nobody stands behind: the next step fires at once.',
        es: 'Si el titular no contesta, no hay suplente: el siguiente paso sale de inmediato.',
      };
}
