import type { BothLanguages, Language } from '#shared/contract';
import { machineWords } from './machine-words.ts';

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
  etaGiven: { en: 'they have said when they come', es: 'ya dijo a qué hora llega' },
  overtaken: { en: 'a newer text says more', es: 'un mensaje más nuevo dice más' },
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
  linkDown: { en: 'the link to the gateway is down', es: 'el enlace con la pasarela está caído' },
  partlySent: {
    en: 'only {0} of its {1} parts were taken',
    es: 'solo se aceptaron {0} de sus {1} partes',
  },
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
  notTrusted: {
    en: 'its certificate does not prove who it is, so nothing was sent',
    es: 'su certificado no demuestra quién es, así que no se envió nada',
  },
  sentElsewhere: {
    en: 'its address sends on to another one, which is not followed',
    es: 'su dirección remite a otra, que no se sigue',
  },
  answerTooLong: { en: 'the gateway’s answer had no end', es: 'la respuesta de la pasarela no tenía fin' },
  tokenRefused: { en: 'the gateway refuses the token', es: 'la pasarela rechaza el token' },
  stoppedThere: {
    en: 'whoever has this number told the network STOP; only their START lifts it',
    es: 'quien tiene este número mandó STOP a la red; solo su START lo levanta',
  },
  landline: { en: 'a landline, which takes no texts', es: 'un teléfono fijo, que no recibe mensajes' },
  takesNoTexts: { en: 'this number takes no texts', es: 'este número no recibe mensajes' },
  unknownPhone: { en: 'the network does not know this phone', es: 'la red no conoce este teléfono' },
  phoneOff: { en: 'the phone is off or out of reach', es: 'el teléfono está apagado o sin cobertura' },
  senderUnfit: {
    en: 'the sender number of the settings cannot send texts',
    es: 'el número de remitente de los ajustes no puede enviar mensajes',
  },
  onlyVerified: {
    en: 'a trial account, which sends to verified numbers only',
    es: 'una cuenta de prueba, que solo envía a números verificados',
  },
  countryClosed: {
    en: 'the account may not send to this country',
    es: 'la cuenta no puede enviar a este país',
  },
  filtered: { en: 'the carrier took it for spam', es: 'el operador lo tomó por correo no deseado' },
  senderUnregistered: {
    en: 'the sender number is not registered with the carriers',
    es: 'el número de remitente no está registrado ante los operadores',
  },
  accountSuspended: { en: 'the account is suspended or out of credit', es: 'la cuenta está suspendida o sin saldo' },
  cancelledThere: { en: 'it was taken back at the gateway', es: 'se anuló en la pasarela' },
  phoneCouldNotSend: { en: 'the phone could not send it', es: 'el teléfono no pudo enviarlo' },
  refusedByRule: {
    en: 'the gateway refuses it, by the rules set for its answers',
    es: 'la pasarela lo rechaza, según las reglas puestas para sus respuestas',
  },

  // What a modem says of a message, through the program that drives it.
  simBarred: {
    en: 'the SIM may not send texts: no credit, or barred by its operator',
    es: 'la SIM no puede enviar mensajes: sin saldo, o bloqueada por el operador',
  },
  simMissing: { en: 'the modem has no SIM it can read', es: 'el módem no tiene una SIM que pueda leer' },
  simLocked: { en: 'the SIM asks for its PIN', es: 'la SIM pide su PIN' },
  smsCentreUnknown: {
    en: 'the SIM does not know the number of its SMS centre',
    es: 'la SIM no conoce el número de su centro de mensajes',
  },
  noNetwork: { en: 'the modem has no network', es: 'el módem no tiene red' },
  networkTrouble: {
    en: 'the mobile network is out of order or too busy',
    es: 'la red móvil falla o está saturada',
  },
  modemFailed: { en: 'the modem could not send it', es: 'el módem no pudo enviarlo' },
  modemPulled: {
    en: 'taken back: the modem was gone, and nothing says that it left',
    es: 'se retiró: el módem había desaparecido, y nada indica que haya salido',
  },

  // What can become of a call.
  callUndecided: { en: 'picked up, no key pressed', es: 'contestaron, sin tecla' },
  callNotAnswered: { en: 'nobody picked up', es: 'nadie contestó' },
  callBusy: { en: 'busy', es: 'ocupado' },
  callRefused: { en: 'the call was refused', es: 'la llamada fue rechazada' },
  noVoice: { en: 'no gateway for calls answers', es: 'ninguna pasarela de llamadas responde' },
  voiceStopped: { en: 'the program that makes calls ended', es: 'el programa que llama se cerró' },
  voiceHung: { en: 'the program that makes calls did not answer', es: 'el programa que llama no respondió' },
  speechFailed: { en: 'the text could not be turned into speech', es: 'no se pudo convertir el texto en voz' },

  // How a gateway is.
  programMissing: {
    en: 'a program is missing on this computer: {0}',
    es: 'falta un programa en esta computadora: {0}',
  },
  registered: { en: 'registered, ready to call', es: 'registrado, listo para llamar' },
  readyToCall: { en: 'ready to call', es: 'listo para llamar' },
  notRegistered: { en: 'the provider has not accepted the account', es: 'el proveedor no ha aceptado la cuenta' },
  registering: { en: 'registering with the provider', es: 'registrándose con el proveedor' },
  settingsUnusable: {
    en: 'it cannot be used as it is stored; it is tried again by itself',
    es: 'no se puede usar tal como está guardada; se vuelve a intentar sola',
  },
  onFallback: {
    en: 'the primary is down; messages leave through the fallback',
    es: 'la principal no funciona; los mensajes salen por la de respaldo',
  },
  standsAside: {
    en: 'it never takes over: practice does not stand in for a real gateway, nor a real one for practice',
    es: 'nunca toma el relevo: la práctica no sustituye a una pasarela real, ni una real a la práctica',
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
  signedIn: {
    en: 'connected and signed in, {0} messages waiting for its answer',
    es: 'conectada y con la sesión iniciada, {0} mensajes esperan su respuesta',
  },
  linkSilent: {
    en: 'connected, but it does not answer when asked whether it is there',
    es: 'conectada, pero no responde cuando se le pregunta si está',
  },
  repliesNotHeard: {
    en: 'replies are not heard: the port for them cannot be used',
    es: 'no se oyen las respuestas: no se puede usar su puerto',
  },
  answersWell: { en: 'it answers', es: 'responde' },
  notAskable: {
    en: 'it has no address for asking how it is: only a message shows whether it works',
    es: 'no tiene dirección para preguntarle cómo está: solo un mensaje muestra si funciona',
  },
  saysUnwell: { en: 'it says that it is not well', es: 'dice que no está bien' },
  repliesNotFetched: { en: 'replies cannot be fetched', es: 'no se pueden recoger las respuestas' },
  modemGone: {
    en: 'the modem, or the program that drives it (gammu-smsd), is gone',
    es: 'desapareció el módem, o el programa que lo maneja (gammu-smsd)',
  },
  modemNeverSeen: {
    en: 'gammu-smsd has not found its modem yet',
    es: 'gammu-smsd todavía no encontró su módem',
  },
  modemWorks: {
    en: 'the modem answers: signal {0} %, {1} messages queued',
    es: 'el módem responde: señal {0} %, {1} mensajes en cola',
  },
  modemUnmeasured: {
    en: 'the modem answers and does not say how strong its signal is; {0} messages queued',
    es: 'el módem responde y no dice qué señal tiene; {0} mensajes en cola',
  },
  modemWeak: {
    en: 'the modem has hardly any signal: {0} %, {1} messages queued',
    es: 'el módem casi no tiene señal: {0} %, {1} mensajes en cola',
  },
  modemStuck: {
    en: 'the modem answers but sends nothing: {0} messages wait',
    es: 'el módem responde pero no envía nada: {0} mensajes esperan',
  },
  databaseMissing: {
    en: 'there is no gammu-smsd database at that path',
    es: 'en esa ruta no hay una base de datos de gammu-smsd',
  },
  databaseForeign: {
    en: 'the file at that path is not a database of gammu-smsd',
    es: 'el archivo en esa ruta no es una base de datos de gammu-smsd',
  },
  databaseVersion: {
    en: 'the database of gammu-smsd has version {0}, and {1} is needed',
    es: 'la base de datos de gammu-smsd tiene la versión {0}, y hace falta la {1}',
  },
  databaseReadOnly: {
    en: 'Nightdesk may not write to the database of gammu-smsd, or to its folder',
    es: 'Nightdesk no puede escribir en la base de datos de gammu-smsd, o en su carpeta',
  },
  databaseBusy: {
    en: 'the database of gammu-smsd is in use for the moment',
    es: 'la base de datos de gammu-smsd está ocupada por el momento',
  },
  databaseFailed: {
    en: 'the database of gammu-smsd failed',
    es: 'falló la base de datos de gammu-smsd',
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
  return rest.length === 0 ? words : `${words}: ${rest.map((each) => machineWords(each, language)).join(', ')}`;
}
