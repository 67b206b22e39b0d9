import type { BothLanguages, ResidentTemplate } from '#shared/contract';

/**
 * The texts to a resident about their own report, as built in. Plain GSM-7, one segment each.
 *
 * No tier, no blame, no "nobody answered", no promise of an arrival: only who has it, an estimate, and the next text.
 */
export const RESIDENT_TEXT: Readonly<Record<ResidentTemplate, BothLanguages>> = {
  receipt: {
    en: '{property} maintenance: we have your report and are finding the right person. We will text you by {next}.',
    es: 'Mantenimiento de {property}: recibimos su reporte y buscamos a la persona indicada. Le escribiremos antes de {next}.',
  },
  stepping: {
    en: 'We are still finding the right person for your request. We will text you again by {next}.',
    es: 'Seguimos buscando a la persona indicada para su solicitud. Le escribiremos de nuevo antes de {next}.',
  },
  acknowledged: {
    en: '{by} has your request and estimates {estimate}. We will text you by {next} either way.',
    es: '{by} tiene su solicitud; hora estimada: {estimate}. Le escribiremos antes de {next} en todo caso.',
  },
  acknowledgedWithoutEstimate: {
    en: '{by} has your request. We are asking for an estimate and will text you by {next} either way.',
    es: '{by} tiene su solicitud. Vamos a pedirle una hora estimada; le escribiremos antes de {next} en todo caso.',
  },
  delayed: {
    en: '{by} now estimates {estimate}. We are sorry for the wait and will text you by {next} either way.',
    es: '{by} tiene una nueva hora estimada: {estimate}. Lamentamos la espera; le escribiremos antes de {next} en todo caso.',
  },
  alsoComing: {
    en: '{by} is coming to you as well and estimates {estimate}. We will text you by {next} either way.',
    es: 'También va {by}; hora estimada: {estimate}. Le escribiremos antes de {next} en todo caso.',
  },
  alsoComingWithoutEstimate: {
    en: '{by} is coming to you as well. We will text you by {next} either way.',
    es: 'También va {by}. Le escribiremos antes de {next} en todo caso.',
  },
  arrived: {
    en: '{by} tells us they are at the property. We will text you by {next} with how it stands.',
    es: '{by} nos avisa que ya se encuentra en la propiedad. Le escribiremos antes de {next} con novedades.',
  },
  closed: {
    en: 'We have closed your request. If something is still wrong, reply to this text and a person will look at it.',
    es: 'Cerramos su solicitud. Si algo sigue mal, responda a este mensaje y una persona la revisa.',
  },
  resolved: {
    en: 'Your request is marked as fixed. If it is not, reply 2 and a person will look at it again.',
    es: 'Su solicitud figura como resuelta. Si el problema sigue, responda 2 y alguien la revisa de nuevo.',
  },
  morning: {
    en: 'We have your request. You will hear from us by {next} on {day}. If it gets worse, reply to this text.',
    es: 'Tenemos su solicitud. Le responderemos el {day} antes de {next}. Si empeora, responda a este mensaje.',
  },
  reopened: {
    en: 'Your request is open again and we are working on it. We will text you by {next}.',
    es: 'Su solicitud queda abierta de nuevo y la estamos atendiendo. Le escribiremos antes de {next}.',
  },
  followUp: {
    en: 'Is it fixed? Reply 1 yes, 2 no. If you like, add 1 to 5 for how we did, e.g. 1 5.',
    es: '¿Ya le arreglaron el problema? Responda 1 si ya funciona, 2 si no. Si gusta, agregue del 1 al 5 su nota, por ejemplo 1 5.',
  },
};
