import type { BothLanguages, Language } from '#shared/contract';

/**
 * Why a message stands as it does, by the code that stands in the log. A code may be followed by what a system called it:
 * `unreachable: ECONNREFUSED`.
 */
const REASONS = {
  // It need not arrive any more.
  acknowledged: { en: 'somebody has it', es: 'alguien ya lo atiende' },
  declined: { en: 'they passed it on', es: 'no lo tomó' },
  arrived: { en: 'somebody is on site', es: 'ya hay alguien en el lugar' },
  resolved: { en: 'it was closed', es: 'se cerró' },
  tierChanged: { en: 'the tier was changed', es: 'cambió el nivel' },
  reopened: { en: 'it was opened again', es: 'se abrió de nuevo' },
  optedOut: { en: 'they asked for no texts', es: 'pidió no recibir mensajes' },
  // The desk.
  tooOld: { en: 'it had waited too long', es: 'esperó demasiado' },
  noReceipt: { en: 'no receipt in time', es: 'sin acuse a tiempo' },
  coreStopped: { en: 'Nightdesk stopped before there was an answer', es: 'Nightdesk se detuvo antes de la respuesta' },
  driverFailed: { en: 'the gateway’s driver failed', es: 'falló el controlador de la pasarela' },
  givenUp: { en: 'given up before sending', es: 'se abandonó antes de enviar' },
  notANumber: { en: 'not a telephone number', es: 'no es un número de teléfono' },
  noText: { en: 'there is no text in it', es: 'no tiene texto' },
  // The gateway.
  unreachable: { en: 'the gateway cannot be reached', es: 'no se puede alcanzar la pasarela' },
  noAnswer: { en: 'the gateway did not answer', es: 'la pasarela no respondió' },
  answerLost: { en: 'the gateway’s answer was lost', es: 'se perdió la respuesta de la pasarela' },
  oddAnswer: { en: 'the gateway’s answer makes no sense', es: 'no se entiende la respuesta de la pasarela' },
  gatewayFailed: { en: 'the gateway failed while answering', es: 'la pasarela falló al responder' },
  gatewayFull: { en: 'the gateway is full for the moment', es: 'la pasarela está llena por el momento' },
  slowDown: { en: 'the gateway asks to slow down', es: 'la pasarela pide ir más despacio' },
  loginRefused: {
    en: 'the gateway refuses the user name, the password or this computer',
    es: 'la pasarela rechaza el usuario, la contraseña o esta computadora',
  },
  setUpDiffers: {
    en: 'the gateway is set up differently from what is needed',
    es: 'la pasarela está configurada de otro modo que el necesario',
  },
  notAGateway: { en: 'the address does not lead to the gateway', es: 'la dirección no lleva a la pasarela' },
  noRoute: {
    en: 'the gateway has no link that carries this number',
    es: 'la pasarela no tiene enlace para este número',
  },
  numberRefused: { en: 'the gateway refuses this number', es: 'la pasarela rechaza este número' },
  textRefused: { en: 'the gateway refuses this text', es: 'la pasarela rechaza este texto' },
  textTooLong: { en: 'too long for the gateway', es: 'demasiado largo para la pasarela' },
  // The network behind it.
  networkTooOld: { en: 'expired before it could be delivered', es: 'venció antes de poder entregarse' },
  networkRefused: { en: 'the network refused it', es: 'la red lo rechazó' },
  notDelivered: { en: 'not delivered to the phone', es: 'no se entregó al teléfono' },
} as const satisfies Record<string, BothLanguages>;

type ReasonCode = keyof typeof REASONS;
export type MessageReason = ReasonCode | `${ReasonCode}: ${string}`;

/** Sentences that stood in the log before there were codes. */
const ONCE_WRITTEN: ReadonlyMap<string, ReasonCode> = new Map([
  ['waited too long', 'tooOld'],
  ['no receipt in time', 'noReceipt'],
  ['no answer before the core stopped', 'coreStopped'],
  ['the gateway did not answer', 'noAnswer'],
  ['the driver failed', 'driverFailed'],
]);

/** The reason of a message in words. What is none of our codes is quoted: a gateway said so. */
export function reasonWords(reason: string, language: Language): string {
  const [, name = '', detail] = /^([A-Za-z]+)(?:: (.+))?$/s.exec(reason) ?? [];
  const code = isCode(name) ? name : ONCE_WRITTEN.get(reason);
  if (code === undefined) return language === 'es' ? `la pasarela dice: “${reason}”` : `the gateway says “${reason}”`;
  const words = REASONS[code][language];
  return detail === undefined ? words : `${words}: ${detail}`;
}

function isCode(name: string): name is ReasonCode {
  return Object.hasOwn(REASONS, name);
}
