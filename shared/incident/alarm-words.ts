import type { Language } from '#shared/contract';
import type { AlarmKind } from './events.ts';

/** Whatever the desk can be alarmed about: an incident, the gateway, the clock, or the core that cannot save. */
export type AlarmSubject =
  | AlarmKind
  | 'gatewayDown'
  | 'weatherUnknown'
  | 'standstill'
  | 'clockWentBack'
  | 'clockworkLate'
  | 'deskUnheard';

/** What an alarm says: on the red bar, in the desktop's notification and in the log alike. */
export const ALARM_WORDS: Readonly<Record<Language, Readonly<Record<AlarmSubject, string>>>> = {
  en: {
    unanswered: 'Nobody answered',
    stepEmpty: 'A step of the ladder reached nobody',
    deskStep: 'The ladder has reached the desk',
    etaMissed: 'ETA missed',
    noEta: 'Accepted without an ETA',
    etaFar: 'The ETA is hours away',
    tierNotConfirmed: 'The higher tier was not confirmed',
    stale: 'No word for long from whoever has it',
    notEmergency: 'A responder says it is no emergency: decide',
    holdEnded: 'A hold is over, the ladder goes on',
    vendorsSpent: 'No vendor is left to ask',
    callByHand: 'Call by hand now',
    notResolved: 'On site for long, not resolved yet',
    messageUnknown: 'Not known whether a message left',
    messageFailed: 'A message could not be delivered',
    residentNotFixed: 'The resident says it is not fixed',
    residentWorse: 'The resident writes of something worse',
    lateByHours: 'A step is hours late after a stop',
    promiseDue: 'A promise to the resident is due',
    withoutClock: 'An open incident without a clock',
    gatewayDown: 'Gateway trouble: messages may not leave',
    weatherUnknown: 'Weather unknown: switch freeze or heat mode by hand',
    clockWentBack: 'The clock of this computer went back: check the time',
    standstill: 'Nightdesk cannot save: no ladder moves. Call by hand',
    clockworkLate: 'The clockwork is late: steps may not fire. Watch the times and call by hand',
    deskUnheard: 'Nobody heard the alarm: the desk counts as unattended',
  },
  es: {
    unanswered: 'Nadie respondió',
    stepEmpty: 'Un paso de la escalera no llegó a nadie',
    deskStep: 'La escalera llegó a la mesa',
    etaMissed: 'No llegó a la hora prevista',
    noEta: 'Aceptó sin decir a qué hora llega',
    etaFar: 'Faltan horas para la llegada prevista',
    tierNotConfirmed: 'No confirmó el nivel más alto',
    stale: 'Mucho tiempo sin noticias de quien lo atiende',
    notEmergency: 'Un técnico dice que no es emergencia: decida',
    holdEnded: 'Terminó la espera, la escalera sigue',
    vendorsSpent: 'No queda proveedor a quien preguntar',
    callByHand: 'Llame a mano ahora',
    notResolved: 'Lleva mucho en el sitio y sigue sin resolverse',
    messageUnknown: 'No se sabe si un mensaje salió',
    messageFailed: 'Un mensaje no se pudo entregar',
    residentNotFixed: 'El residente dice que sigue igual',
    residentWorse: 'El residente escribe de algo más grave',
    lateByHours: 'Un paso lleva horas de atraso tras una parada',
    promiseDue: 'Vence una promesa al residente',
    withoutClock: 'Un incidente abierto sin reloj',
    gatewayDown: 'Falla de la pasarela: puede que los mensajes no salgan',
    weatherUnknown: 'Clima desconocido: active a mano el modo de helada o de calor',
    clockWentBack: 'El reloj de esta computadora retrocedió: revise la hora',
    standstill: 'Nightdesk no puede guardar: ninguna escalera avanza. Llame a mano',
    clockworkLate: 'El mecanismo va atrasado: puede que los pasos no salgan. Mire las horas y llame a mano',
    deskUnheard: 'Nadie oyó la alarma: la mesa cuenta como desatendida',
  },
};

/** An alarm in words; of a kind this build does not know, its name. */
export function alarmWords(kind: string, language: Language): string {
  const words: Readonly<Record<string, string>> = ALARM_WORDS[language];
  return Object.hasOwn(words, kind) ? (words[kind] ?? kind) : kind;
}
