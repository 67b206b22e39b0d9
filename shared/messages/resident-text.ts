import type { BothLanguages, Language } from '#shared/contract';
import { plainLine, shorten } from './gsm7.ts';

/**
 * What each text to a resident needs. Times are wall-clock times as people read them ("12:55", "1:05 AM"), `by` is the
 * person as residents may know them ("Marcus (Harbor Plumbing)"). `nextBy` is the promise of the next text.
 */
export type ResidentFacts = {
  readonly receipt: { readonly propertyName: string; readonly nextBy: string };
  readonly stepping: { readonly nextBy: string };
  readonly acknowledged: { readonly by: string; readonly estimate: string | null; readonly nextBy: string };
  readonly delayed: { readonly by: string; readonly estimate: string; readonly nextBy: string };
  /** A vendor comes as well as whoever has it. */
  readonly alsoComing: { readonly by: string; readonly estimate: string | null; readonly nextBy: string };
  readonly arrived: { readonly by: string; readonly nextBy: string };
  readonly resolved: Readonly<Record<never, never>>;
  /** Closed without anything mended: a false alarm, or called off. */
  readonly closed: Readonly<Record<never, never>>;
  /** `day` in the resident's language: "Monday", "lunes". */
  readonly morning: { readonly day: string; readonly nextBy: string };
  readonly reopened: { readonly nextBy: string };
  readonly followUp: Readonly<Record<never, never>>;
};

export type ResidentTextKind = keyof ResidentFacts;

type Writers = { readonly [K in ResidentTextKind]: (facts: ResidentFacts[K]) => BothLanguages };

// No tier, no blame, no "nobody answered", no promise of an arrival: only who has it, an estimate, and the next text.
const WRITERS: Writers = {
  receipt: ({ propertyName, nextBy }) => ({
    en: `${free(propertyName)} maintenance: we have your report and are finding the right person. We will text you by ${nextBy}.`,
    es: `Mantenimiento de ${free(propertyName)}: recibimos su reporte y buscamos a la persona indicada. Le escribiremos antes de ${clock(nextBy)}.`,
  }),
  stepping: ({ nextBy }) => ({
    en: `We are still finding the right person for your request. We will text you again by ${nextBy}.`,
    es: `Seguimos buscando a la persona indicada para su solicitud. Le escribiremos de nuevo antes de ${clock(nextBy)}.`,
  }),
  acknowledged: ({ by, estimate, nextBy }) =>
    estimate === null
      ? {
          en: `${free(by)} has your request. We are asking for an estimate and will text you by ${nextBy} either way.`,
          es: `${free(by)} tiene su solicitud. Vamos a pedirle una hora estimada; le escribiremos antes de ${clock(nextBy)} en todo caso.`,
        }
      : {
          en: `${free(by)} has your request and estimates ${estimate}. We will text you by ${nextBy} either way.`,
          es: `${free(by)} tiene su solicitud; hora estimada: ${estimate}. Le escribiremos antes de ${clock(nextBy)} en todo caso.`,
        },
  delayed: ({ by, estimate, nextBy }) => ({
    en: `${free(by)} now estimates ${estimate}. We are sorry for the wait and will text you by ${nextBy} either way.`,
    es: `${free(by)} tiene una nueva hora estimada: ${estimate}. Lamentamos la espera; le escribiremos antes de ${clock(nextBy)} en todo caso.`,
  }),
  alsoComing: ({ by, estimate, nextBy }) => ({
    en: `${free(by)} is coming to you as well${estimate === null ? '' : ` and estimates ${estimate}`}. We will text you by ${nextBy} either way.`,
    es: `También va ${free(by)}${estimate === null ? '' : `; hora estimada: ${estimate}`}. Le escribiremos antes de ${clock(nextBy)} en todo caso.`,
  }),
  arrived: ({ by, nextBy }) => ({
    en: `${free(by)} tells us they are at the property. We will text you by ${nextBy} with how it stands.`,
    es: `${free(by)} nos avisa que ya se encuentra en la propiedad. Le escribiremos antes de ${clock(nextBy)} con novedades.`,
  }),
  closed: () => ({
    en: 'We have closed your request. If something is still wrong, reply to this text and a person will look at it.',
    es: 'Cerramos su solicitud. Si algo sigue mal, responda a este mensaje y una persona la revisa.',
  }),
  resolved: () => ({
    en: 'Your request is marked as fixed. If it is not, reply 2 and a person will look at it again.',
    es: 'Su solicitud figura como resuelta. Si el problema sigue, responda 2 y alguien la revisa de nuevo.',
  }),
  morning: ({ day, nextBy }) => ({
    en: `We have your request. You will hear from us by ${nextBy} on ${free(day)}. If it gets worse, reply to this text.`,
    es: `Tenemos su solicitud. Le responderemos el ${free(day)} antes de ${clock(nextBy)}. Si empeora, responda a este mensaje.`,
  }),
  reopened: ({ nextBy }) => ({
    en: `Your request is open again and we are working on it. We will text you by ${nextBy}.`,
    es: `Su solicitud queda abierta de nuevo y la estamos atendiendo. Le escribiremos antes de ${clock(nextBy)}.`,
  }),
  followUp: () => ({
    en: 'Is it fixed? Reply 1 yes, 2 no. If you like, add 1 to 5 for how we did, e.g. 1 5.',
    es: '¿Ya le arreglaron el problema? Responda 1 si ya funciona, 2 si no. Si gusta, agregue del 1 al 5 su nota, por ejemplo 1 5.',
  }),
};

/** A text to a resident about their own report, in plain GSM-7. */
export function residentText<K extends ResidentTextKind>(kind: K, facts: ResidentFacts[K], language: Language): string {
  return plainLine(WRITERS[kind](facts)[language]);
}

function free(text: string): string {
  return shorten(plainLine(text), 40);
}

/** "las 12:55", but "la 1:05": one o'clock is singular in Spanish. */
function clock(time: string): string {
  return /^0?1[:.\s]/.test(time) ? `la ${time}` : `las ${time}`;
}
