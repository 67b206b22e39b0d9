import type { Language, Tier } from '#shared/contract';
import type { CallResult, EventOf } from './events.ts';

/** Why something did not go, in the words of one language. `because` is a reason of the outbox, or empty. */
export type WhyNotSay = {
  readonly delayed: (until: string) => string;
  readonly throttled: (until: string) => string;
  readonly bundled: string;
  readonly retrying: (because: string, next: string) => string;
  readonly cancelled: (because: string) => string;
  readonly expired: (because: string) => string;
  readonly failed: (because: string) => string;
  readonly unknown: (because: string, isSentAgain: boolean) => string;
  readonly unconfirmed: string;
  readonly veryLate: (until: string) => string;
  readonly quiet: (until: string) => string;
  readonly suppressed: Readonly<Record<EventOf<'residentTextSuppressed'>['why'], string>>;
  readonly declined: string;
  readonly stepDeclined: (step: number) => string;
  readonly nobodyOnCall: (step: number, roles: string) => string;
  readonly noWorkingNumber: (step: number, roles: string) => string;
  readonly copiesOnly: (step: number, roles: string) => string;
  readonly byDesk: (until: string) => string;
  readonly vendor: Readonly<Record<'declined' | 'silent', string>>;
  readonly vendorsSpent: string;
  readonly deskAlarm: string;
  readonly call: Readonly<Record<'noAnswer' | 'voicemail', string>>;
  readonly phoned: Readonly<Record<Exclude<CallResult, 'key'>, string>>;
  readonly linked: (head: number) => string;
  readonly nobodyAsked: (tier: Tier) => string;
};

const after = (because: string): string => (because === '' ? '' : `, ${because}`);

export const WHY_NOT_WORDS: Readonly<Record<Language, WhyNotSay>> = {
  en: {
    delayed: (until) => `leaves at ${until}; the policy gives it that much time after its step`,
    throttled: (until) => `held until ${until}; this phone has had enough texts for now`,
    bundled: 'left in one text with other incidents of this phone',
    retrying: (because, next) => `not taken by the gateway${after(because)}; tried again at ${next}`,
    cancelled: (because) => `called back before it left${after(because)}`,
    expired: (because) => `not worth sending any more${after(because)}`,
    failed: (because) => `failed for good${after(because)}`,
    unknown: (because, isSentAgain) =>
      `nobody knows whether it left${after(because)}; ${isSentAgain ? 'it leaves once more under the same key' : 'it is not sent again'}`,
    unconfirmed: 'sent, but no receipt came; nobody knows whether it arrived',
    veryLate: (until) => `hours late after a stop, so a person was asked first; it waits until ${until}`,
    quiet: (until) => `a text went less than five minutes ago; the resident hears at ${until} what is true by then`,
    suppressed: {
      noPhone: 'no telephone number is on file for the resident',
      optedOut: 'the resident asked for no texts (STOP)',
      quietTier: 'at night a resident of this tier is told of receipt and changes only',
    },
    declined: 'asked, and passed it on',
    stepDeclined: (step) => `step ${step} was passed over: they had declined in this round`,
    nobodyOnCall: (step, roles) => `step ${step} was passed over at once: nobody is on call (${roles})`,
    noWorkingNumber: (step, roles) => `step ${step} was passed over at once: no working number (${roles})`,
    copiesOnly: (step, roles) => `step ${step} only informs (${roles}), so the next one fired at once`,
    byDesk: (until) => `the ladder was held by the desk; it goes on at ${until}`,
    vendor: { declined: 'vendor asked, and passed it on', silent: 'vendor asked, no answer in time' },
    vendorsSpent: 'no further vendor is approved for this property, trade and hour',
    deskAlarm: 'signed in at the desk, so the desk alarm instead of a text',
    call: { noAnswer: 'called by hand, no answer', voicemail: 'called by hand, voicemail' },
    phoned: {
      noKey: 'called, picked up, but no key was pressed: only a key counts',
      noAnswer: 'called, no answer',
      busy: 'called, busy',
      failed: 'the call could not be made',
      unknown: 'nobody knows what became of the call',
      expired: 'the call was not worth making any more',
    },
    linked: (head) => `its own ladder rests: #${head} climbs for the whole building`,
    nobodyAsked: (tier) => `${tier} by the policy wakes nobody; it waits for the business day`,
  },
  es: {
    delayed: (until) => `sale a las ${until}; la política le da ese tiempo después de su paso`,
    throttled: (until) => `retenido hasta las ${until}; este teléfono ya recibió bastantes mensajes por ahora`,
    bundled: 'salió en un solo mensaje con otros incidentes de este teléfono',
    retrying: (because, next) => `la pasarela no lo tomó${after(because)}; se intenta de nuevo a las ${next}`,
    cancelled: (because) => `se retiró antes de salir${after(because)}`,
    expired: (because) => `ya no valía la pena enviarlo${after(because)}`,
    failed: (because) => `falló sin remedio${after(because)}`,
    unknown: (because, isSentAgain) =>
      `no se sabe si salió${after(because)}; ${isSentAgain ? 'sale una vez más con la misma clave' : 'no se envía otra vez'}`,
    unconfirmed: 'enviado, pero sin acuse; no se sabe si llegó',
    veryLate: (until) =>
      `horas de atraso tras una parada, así que primero se preguntó a una persona; espera hasta las ${until}`,
    quiet: (until) =>
      `hace menos de cinco minutos salió un mensaje; a las ${until} el residente sabrá lo que valga entonces`,
    suppressed: {
      noPhone: 'no hay teléfono registrado del residente',
      optedOut: 'el residente pidió no recibir mensajes (STOP)',
      quietTier: 'de noche, en este nivel, al residente solo se le avisa del recibo y de los cambios',
    },
    declined: 'se le preguntó y no pudo',
    stepDeclined: (step) => `se saltó el paso ${step}: en esta ronda ya habían dicho que no`,
    nobodyOnCall: (step, roles) => `se saltó el paso ${step} de inmediato: no hay nadie de guardia (${roles})`,
    noWorkingNumber: (step, roles) => `se saltó el paso ${step} de inmediato: sin número que funcione (${roles})`,
    copiesOnly: (step, roles) => `el paso ${step} solo informa (${roles}); el siguiente salió de inmediato`,
    byDesk: (until) => `la mesa detuvo la escalera; sigue a las ${until}`,
    vendor: {
      declined: 'se preguntó al proveedor y no pudo',
      silent: 'se preguntó al proveedor, sin respuesta a tiempo',
    },
    vendorsSpent: 'no queda otro proveedor aprobado para esta propiedad, oficio y hora',
    deskAlarm: 'tiene la sesión iniciada en la mesa: alarma de la mesa en vez de mensaje',
    call: { noAnswer: 'se le llamó a mano, no contestó', voicemail: 'se le llamó a mano, buzón de voz' },
    phoned: {
      noKey: 'se le llamó y contestaron, pero nadie marcó una tecla: solo la tecla cuenta',
      noAnswer: 'se le llamó, no contestó',
      busy: 'se le llamó, ocupado',
      failed: 'no se pudo hacer la llamada',
      unknown: 'no se sabe qué pasó con la llamada',
      expired: 'ya no valía la pena llamar',
    },
    linked: (head) => `su propia escalera descansa: el #${head} avanza por todo el edificio`,
    nobodyAsked: (tier) => `${tier}, según la política, no despierta a nadie; espera el día hábil`,
  },
};
