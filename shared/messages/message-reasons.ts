import type { BothLanguages, Language } from '#shared/contract';

/**
 * Why a message did not simply go, and how a gateway is. What is stored is a code, with details of machines behind colons
 * (`unreachable:ECONNREFUSED`); the words are for whoever reads it, in their language. `{0}` stands for the first detail;
 * details without a place of their own follow the words.
 */
const REASONS = {
  // What the outbox and the ladder say themselves.
  waitedTooLong: { en: 'waited too long', es: 'esperó demasiado' },
  noReceipt: { en: 'no receipt in time', es: 'sin acuse a tiempo' },
  noAnswer: { en: 'the gateway did not answer', es: 'la pasarela no respondió' },
  coreStopped: { en: 'no answer before the core stopped', es: 'sin respuesta antes de que el núcleo se detuviera' },
  driverFailed: {
    en: 'Nightdesk’s own part for this gateway failed',
    es: 'falló la parte de Nightdesk para esta pasarela',
  },
  givenUp: { en: 'given up before sending', es: 'abandonado antes de enviarse' },
  acknowledged: { en: 'somebody has it', es: 'alguien ya lo atiende' },
  declined: { en: 'declined', es: 'dijo que no puede' },
  stoodDown: { en: 'they were stood down', es: 'se le dijo que ya no hace falta' },
  arrived: { en: 'somebody is on site', es: 'alguien ya está en el sitio' },
  resolved: { en: 'it was resolved', es: 'ya se resolvió' },
  tierChanged: { en: 'the tier was changed', es: 'se cambió el nivel' },
  reopened: { en: 'it was re-opened', es: 'se reabrió' },
  linked: { en: 'it goes with another incident', es: 'va con otro incidente' },
  throttled: { en: 'this phone has had enough for now', es: 'este teléfono ya recibió bastante por ahora' },
  bundled: { en: 'in one text with others', es: 'en un solo mensaje con otros' },
  cancelledByHand: { en: 'called back by hand', es: 'retirado a mano' },
  retriedByHand: { en: 'tried again by hand', es: 'reintentado a mano' },
  notThere: { en: 'the gateway has not got it', es: 'la pasarela no lo tiene' },
  noGateway: { en: 'no gateway stands there any more', es: 'ya no hay pasarela en ese lugar' },
  optedOut: { en: 'they asked for no texts', es: 'pidió no recibir mensajes' },

  // What any gateway can say of a message.
  unreachable: { en: 'the gateway cannot be reached', es: 'no se puede alcanzar la pasarela' },
  answerLost: { en: 'the gateway’s answer was lost', es: 'se perdió la respuesta de la pasarela' },
  answerStrange: {
    en: 'the gateway’s answer could not be understood',
    es: 'no se entendió la respuesta de la pasarela',
  },
  failedAnswering: { en: 'the gateway failed while answering', es: 'la pasarela falló al responder' },
  slowDown: { en: 'the gateway asks to slow down', es: 'la pasarela pide ir más despacio' },
  full: { en: 'the gateway is full for the moment', es: 'la pasarela está llena por el momento' },
  accountRefused: {
    en: 'the gateway refuses the user name, the password or this computer',
    es: 'la pasarela rechaza el usuario, la contraseña o esta computadora',
  },
  numberRefused: { en: 'the gateway refuses this number', es: 'la pasarela rechaza este número' },
  noRoute: {
    en: 'the gateway has no link that carries this number',
    es: 'la pasarela no tiene enlace para este número',
  },
  textRefused: { en: 'the gateway refuses this text', es: 'la pasarela rechaza este texto' },
  tooLong: { en: 'too long for the gateway', es: 'demasiado largo para la pasarela' },
  setUpDiffers: {
    en: 'the gateway does not accept how it is asked: its set-up differs from what is needed',
    es: 'la pasarela no acepta la forma en que se le pide: su configuración no es la que hace falta',
  },
  wrongAddress: {
    en: 'the address for sending does not lead to such a gateway',
    es: 'la dirección de envío no lleva a una pasarela de este tipo',
  },
  notANumber: { en: 'not a telephone number', es: 'no es un número de teléfono' },
  emptyText: { en: 'empty text', es: 'texto vacío' },
  expiredOnTheWay: { en: 'expired before it could be delivered', es: 'venció antes de poder entregarse' },
  networkRefused: { en: 'the network refused it', es: 'la red lo rechazó' },
  notDelivered: { en: 'not delivered to the phone', es: 'no se entregó al teléfono' },

  // How a gateway is.
  settingsUnusable: { en: 'its stored settings cannot be used', es: 'no se puede usar su configuración guardada' },
  onFallback: {
    en: 'the primary is down; messages leave through the fallback',
    es: 'la principal no funciona; los mensajes salen por la de respaldo',
  },
  notAsked: { en: 'not asked yet', es: 'todavía no se le preguntó' },
  noStatusAddress: {
    en: 'it answers; without a status address nobody knows whether its link to the network is up',
    es: 'responde; sin dirección de estado nadie sabe si su enlace con la red funciona',
  },
  noStatusPage: { en: 'its status page cannot be had', es: 'no se puede leer su página de estado' },
  statusRefused: {
    en: 'it refuses the password of the status page',
    es: 'rechaza la contraseña de la página de estado',
  },
  notAStatusPage: { en: 'there is no status page at that address', es: 'en esa dirección no hay página de estado' },
  notRunning: { en: 'it is not running normally', es: 'no funciona con normalidad' },
  noSmsbox: { en: 'it runs without its part for texts (smsbox)', es: 'funciona sin su parte de mensajes (smsbox)' },
  links: {
    en: '{0} of {1} links to the network online, {2} messages queued',
    es: '{0} de {1} enlaces con la red en línea, {2} mensajes en cola',
  },
  repliesNotHeard: {
    en: 'replies are not heard: the port for them cannot be used',
    es: 'no se oyen las respuestas: no se puede usar su puerto',
  },
  practiceWorks: {
    en: 'practice gateway: nothing leaves this computer',
    es: 'pasarela de práctica: nada sale de esta computadora',
  },
  practiceRefuses: {
    en: 'practice gateway: refuses the account, as set',
    es: 'pasarela de práctica: rechaza la cuenta, como se indicó',
  },
  practiceDown: {
    en: 'practice gateway: cannot be reached, as set',
    es: 'pasarela de práctica: no se puede alcanzar, como se indicó',
  },
  practiceSilent: {
    en: 'practice gateway: does not answer, as set',
    es: 'pasarela de práctica: no responde, como se indicó',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;

type Code = keyof typeof REASONS;
/** A reason as it is stored: one that has no words does not compile. */
export type MessageReason = Code | `${Code}:${string}`;

const isCode = (code: string): code is Code => Object.hasOwn(REASONS, code);

/** Sentences that stood in the log before there were codes. */
const ONCE_WRITTEN: ReadonlyMap<string, Code> = new Map([
  ['waited too long', 'waitedTooLong'],
  ['no receipt in time', 'noReceipt'],
  ['no answer before the core stopped', 'coreStopped'],
  ['the gateway did not answer', 'noAnswer'],
  ['the driver failed', 'driverFailed'],
]);

/** A stored reason in words. What no table knows is quoted: a gateway said so. */
export function reasonWords(stored: string, language: Language): string {
  const [name = '', ...details] = stored.split(':');
  const code = isCode(name) ? name : ONCE_WRITTEN.get(stored);
  if (code === undefined) return language === 'es' ? `la pasarela dice: “${stored}”` : `the gateway says “${stored}”`;
  // The key of the text it left in is for the log.
  if (code === 'bundled') return REASONS.bundled[language];
  let words: string = REASONS[code][language];
  const rest = details.filter((detail, index) => {
    const place = `{${index}}`;
    if (!words.includes(place)) return detail !== '';
    words = words.replace(place, detail);
    return false;
  });
  return rest.length === 0 ? words : `${words}: ${rest.join(', ')}`;
}
