import type { AnswerWay, IncidentStatus, Outcome } from '#shared/contract';
import { CATEGORY_WORDS } from '#shared/messages';
import { ALARM_WORDS } from './alarm-words.ts';
import type { EventOf, MessagePurpose, MessageState, VendorMode } from './events.ts';
import type { NarrationWords, Role } from './narrate-words.ts';

const ROLE: Readonly<Record<Role, string>> = {
  primary: 'titular',
  backup: 'suplente',
  technician: 'técnico',
  coordinator: 'coordinación de mantenimiento',
  manager: 'gerente de la propiedad',
  owner: 'dueño',
  vendor: 'proveedor',
  emergencyVendor: 'proveedor de emergencias',
  responder: 'por nombre',
};

const STEP_WHY: Readonly<Record<EventOf<'stepFired'>['why'], string>> = {
  due: '',
  previousEmpty: ', antes de hora: el paso anterior no llegó a nadie',
  previousFailed: ', antes de hora: fallaron los mensajes anteriores',
  previousDeclined: ', antes de hora: el anterior no pudo',
  byHand: ', a mano',
  whateverElse: ', pase lo que pase',
  deskUntouched: ', nadie atendió la alarma de la mesa',
  scheduleCorrected: ', también: cambió el calendario en vivo',
  added: ', agregado por nombre',
};

const PURPOSE: Readonly<Record<MessagePurpose, string>> = {
  step: 'Aviso a',
  call: 'Llamada a',
  copy: 'Para información, a',
  taken: 'Quién lo atiende, a',
  lateReply: 'Contestación a una respuesta tardía, a',
  askEta: 'Se preguntó la hora de llegada a',
  askDone: 'Se preguntó si ya terminó a',
  moved: 'Aviso de quién lo atiende ahora, a',
  standDown: 'Aviso de que ya no hace falta, a',
  units: 'Otras unidades, a',
  raised: 'Nivel nuevo, a',
  stillComing: '“¿Todavía viene?” a',
  notEmergency: '“No es emergencia”, anotado, a',
  vendor: 'Proveedor consultado:',
  connect: 'A quién llamar, a',
  listOpen: 'Lista de incidentes abiertos a',
  status: 'Estado a',
  notUnderstood: '“No se entendió” a',
  confirm: 'Confirmación a',
  receipt: 'Acuse de recibo a',
  stepping: 'Novedades a',
  acknowledged: 'Quién va en camino, a',
  delayed: 'Demora a',
  alsoComing: 'Quién va también, a',
  arrived: 'Llegada a',
  resolved: 'Cierre a',
  closed: 'Aviso de cierre a',
  reopened: 'Reapertura a',
  morning: 'Cuándo esperar la llamada, a',
  followUp: '“¿Quedó arreglado?” a',
  lifeSafety: 'Mensaje de seguridad a',
  hazard: 'Advertencia de peligro a',
  manual: 'Mensaje a',
};

const STATE: Readonly<Record<MessageState, string>> = {
  queued: 'Mensaje por salir',
  retrying: 'La pasarela no tomó el mensaje, se reintenta',
  held: 'Mensaje retenido',
  unknown: 'No se sabe si el mensaje salió',
  accepted: 'Mensaje enviado: lo tiene la pasarela',
  unconfirmed: 'Mensaje enviado, sin acuse a tiempo',
  delivered: 'Mensaje entregado',
  failed: 'El mensaje falló',
  expired: 'El mensaje venció antes de salir',
  cancelled: 'Mensaje cancelado, no se envió',
};

const OUTCOME: Readonly<Record<Outcome, string>> = {
  fixed: 'reparado',
  madeSafe: 'puesto en seguridad',
  vendorScheduled: 'proveedor programado',
  followUpNeeded: 'falta seguimiento',
  noAccess: 'sin acceso',
  falseAlarm: 'falsa alarma',
  duplicate: 'duplicado',
  cancelled: 'cancelado',
};

const HEAD_STATUS: Readonly<Record<IncidentStatus, string>> = {
  running: 'su escalera avanza',
  unanswered: 'nadie ha respondido todavía',
  acknowledged: 'alguien lo atiende',
  onSite: 'alguien está en el sitio',
  morning: 'espera el día hábil',
  resolved: 'resuelto',
};

const VIA: Readonly<Record<AnswerWay, string>> = {
  phone: 'por teléfono',
  inPerson: 'en persona',
  radio: 'por radio',
  otherMessage: 'por otro mensaje',
  voice: 'con una tecla en la llamada',
};

const REOPENED: Readonly<Record<EventOf<'reopened'>['why'], string>> = {
  coordinator: '',
  etaMissed: ': no llegó a la hora prevista',
  noEta: ': aceptó, pero no dijo a qué hora llega',
  stale: ': mucho tiempo sin noticias, y tampoco respondió',
  tierNotConfirmed: ': no confirmó el nivel más alto',
  residentNotFixed: ': el residente dice que sigue igual',
  responderGaveUp: ': quien lo tenía lo devolvió',
};

const CAME_BY: Readonly<Record<EventOf<'reported'>['channel'], string>> = {
  phone: 'Llamada de',
  sms: 'Mensaje de',
  email: 'Correo sobre',
  pms: 'Solicitud del programa de gestión de',
  form: 'Formulario de',
  sip: 'Llamada al menú de',
};

const HOLD_ENDED: Readonly<Record<EventOf<'holdEnded'>['why'], (by: string) => string>> = {
  time: () => 'Terminó la espera: la escalera sigue',
  byHand: (by) => `${by} terminó la espera`,
  taken: () => 'Terminó la espera: alguien lo atiende',
  resolved: () => 'Terminó la espera: está resuelto',
};

const VENDOR_MODE: Readonly<Record<VendorMode, string>> = {
  send: 'que venga',
  standBy: 'que quede en espera',
  go: 'que salga ya',
};

/** The sentences of the log in Spanish (US, usted). */
export const SPANISH: NarrationWords = {
  core: () => 'Nightdesk',
  lockedDesk: () => 'alguien en la mesa, sin sesión iniciada',
  enteredBy: (by) => `, anotado por ${by}`,
  late: (span) => `, con ${span} de retraso`,
  role: (role) => ROLE[role],
  channel: (channel) =>
    ({
      sms: 'SMS',
      voice: 'llamada',
      byHand: 'llamada a mano si no responde',
      deskAlarm: 'alarma de la mesa',
    })[channel],
  reported: (caller, place, tier, category, channel) =>
    `${CAME_BY[channel]} ${caller || 'una persona desconocida'}, ${place}: ${tier} ${CATEGORY_WORDS.es[category]}`,
  unchecked: () => ', nadie lo ha revisado aún',
  tierChosen: (verdict, chosen, reason) =>
    verdict === chosen ? '' : ` (veredicto ${verdict}, se eligió ${chosen}: ${reason})`,
  asked: (answers) => `. Se preguntó: ${answers.map(({ question, answer }) => `“${question}” ${answer}`).join('; ')}`,
  dispatched: (tier, by, why, policy) =>
    `${{ report: `${tier} despachado`, tierChange: `Escalera ${tier} iniciada al cambiar el nivel`, reopened: `Escalera ${tier} iniciada de nuevo` }[why]} por ${by}, ${policy}`,
  policy: (name, version) => (name === null ? `reglas de la empresa v${version}` : `reglas de ${name} v${version}`),
  goesOn: (step) => `, sigue con el paso ${step}`,
  forThisOnly: () => ', escalera cambiada solo para este incidente',
  ladderChanged: (by) => `${by} cambió la escalera solo para este incidente`,
  nextAt: (time) => `. Lo siguiente, a las ${time}`,
  jumped: (from, to, by) =>
    from === to ? `${by} hizo salir el paso ${to} antes de su hora` : `${by} saltó del paso ${from} al paso ${to}`,
  copy: () => 'para información',
  inWeather: ({ mode, firstWindowMin, why, document, url, temperatureF, alert }, readAt) => {
    const by = {
      forecast: `el pronóstico de ${temperatureF} °F`,
      alert: `la alerta “${alert}”`,
      byHand: `el cambio a mano de ${document}`,
    }[why];
    const source = url === null ? '' : ` (${url}, sha256 ${document})`;
    return `. Modo ${mode === 'freeze' ? 'helada' : 'calor'}, primera ventana de ${firstWindowMin} min, por ${by} a las ${readAt}${source}`;
  },
  round: (round) => `Empezó la ronda ${round} de la escalera`,
  lastResort: () => 'Ninguna ronda tuvo respuesta: se llama a gerente y proveedor cada 15 minutos',
  stepFired: (step, who, why) => `Paso ${step}: ${who}${STEP_WHY[why]}`,
  byOldCopies: (copies) =>
    copies.map(([name, time]) => `, según la copia de “${name}” de las ${time}: no contestó a tiempo`).join(''),
  stepSkipped: (step, why, wanted) =>
    why === 'copiesOnly'
      ? `El paso ${step} solo informa (${wanted}); el siguiente ocupa su lugar`
      : `El paso ${step} no llegó a nadie: ${why === 'nobodyOnCall' ? 'no hay nadie de guardia' : 'sin número que funcione'}${wanted ? ` (${wanted})` : ''}`,
  stepDeclined: (step, who) => `El paso ${step} no pregunta a nadie: ${who} ya dijo que no`,
  messageQueued: (purpose, to) => `${PURPOSE[purpose]} ${to}`,
  onceMore: () => ', otra vez',
  callState: (state) => (state === 'cancelled' ? 'No se hizo la llamada' : 'No se sabe si se hizo la llamada'),
  messageState: (state, attempt) => `${STATE[state]}${attempt > 1 ? `, intento ${attempt}` : ''}`,
  byFallback: () => ', por la pasarela de respaldo',
  byHand: (by) => `, ${by}`,
  messageReworded: () => 'Estuvo en espera y sale con lo que se sabe ahora',
  messageRetried: (by, isPossiblyTwice) =>
    `${by} hizo reintentar el mensaje${isPossiblyTwice ? ', aunque quizá ya llegó' : ''}`,
  heldUntil: (time) => ` hasta las ${time}`,
  notSentAgain: () => ', no se envía de nuevo',
  givenBack: () => ', devuelto por la pasarela que lo había aceptado',
  possiblyTwice: () => ', quizá dos veces',
  replied: (name) => `${name} respondió`,
  joined: () => 'Otro mensaje del residente',
  emergencyCall: (answer, by) =>
    `${by} preguntó si alguien llamó al 911: ${{ yes: 'sí', no: 'no', couldNotAsk: 'no se pudo preguntar' }[answer]}`,
  readAs: (tier, category) => `, leído como ${tier} ${CATEGORY_WORDS.es[category]}`,
  wordsRead: (by) => `${by} leyó lo que escribió el residente`,
  noted: (by) => `Nota de ${by}`,
  triageMarked: (mark, tier, by) =>
    mark === null
      ? `${by} retiró la marca del nivel que dio el triaje`
      : `${by} marcó el ${tier} que dio el triaje: ${{ right: 'correcto', tooHigh: 'demasiado alto', tooLow: 'demasiado bajo' }[mark]}`,
  promised: (time) => `Se prometieron novedades al residente antes de las ${time}`,
  promiseKept: () => 'No queda nada prometido al residente',
  held: (purpose, time) =>
    `${PURPOSE[purpose]}l residente retenido hasta las ${time}: nunca dos mensajes en cinco minutos`,
  suppressed: (purpose, why) =>
    `${PURPOSE[purpose]}l residente no enviado: ${{ noPhone: 'no hay número', optedOut: 'pidió no recibir mensajes', quietTier: 'de noche no, en este nivel' }[why]}`,
  clockMoved: (seconds) => `El reloj de la computadora se movió ${seconds} s; los plazos conservaron su duración`,
  resolutionChecked: () => 'Nadie ha avisado todavía que esté terminado',
  followUpAsked: () => 'Toca preguntar al residente si quedó arreglado',
  followUpAnswered: (isFixed, rating) =>
    `El residente dice que ${isFixed ? 'quedó arreglado' : 'sigue igual'}${rating === null ? '' : `, ${rating} de 5`}`,
  withEta: (time) => `, llega ${time}`,
  withoutEta: () => ', sin hora de llegada',
  acknowledged: (who, eta) => `${who} lo atiende${eta}`,
  acknowledgedFor: (who, eta, by, via) =>
    `${who} lo atiende${eta}; anotado por ${by}${via === null ? '' : `, avisó ${VIA[via]}`}`,
  byKey: () => `, ${VIA.voice}`,
  declined: (who, entered) => `${who} no puede${entered}`,
  notEmergency: (who) => `${who} escribió que no es emergencia`,
  etaSet: (time, by) => `Llegada prevista ${time}, según ${by}`,
  etaAsked: () => 'Se preguntó la hora de llegada',
  arrived: (who, entered) => `${who} está en el sitio${entered}`,
  callByHandPlanned: (who, time) => `Si ${who} no responde, llamar a mano a las ${time}`,
  callAgain: (who, time) => `Llamar a ${who} otra vez a las ${time}`,
  stepHeld: (step, time) => `El paso ${step} va horas tarde tras una parada: sale a las ${time} si nadie actúa`,
  openingHeld: (time) =>
    `La escalera empieza de nuevo a las ${time} si nadie actúa: quien lo atiende lleva horas de atraso, tras una parada`,
  vendorHeld: (time) =>
    `La respuesta de un proveedor lleva horas de atraso tras una parada: se pregunta al siguiente a las ${time} si nadie actúa`,
  ladderHeld: (by, time) => `En espera por ${by} hasta las ${time}: la escalera no avanza`,
  heldForDecision: () => 'No es emergencia, dice el técnico; nadie de la mesa lo ha revisado aún',
  holdEnded: (why, by) => HOLD_ENDED[why](by),
  tierConfirmAsked: (time) => `Quien lo atiende debe confirmar el nivel nuevo antes de las ${time}`,
  tierConfirmed: (by) => `Nivel nuevo confirmado por ${by}`,
  stillComingAsked: (time) => `Mucho tiempo sin noticias: se preguntó si todavía viene; responde antes de las ${time}`,
  handedOver: (from, to, by) => `Pasó de ${from} a ${to}, por ${by}`,
  connected: (who, result, by) =>
    result === 'connected'
      ? `${by} comunicó a ${who} con quien llamó`
      : `${by} no pudo comunicar a ${who} con quien llamó`,
  vendorAsked: (who, mode, by, time) =>
    `${by} pidió al proveedor ${who} ${VENDOR_MODE[mode]}; responde antes de las ${time}`,
  vendorAnswered: (who, answer) =>
    ({
      accepted: `El proveedor ${who} aceptó`,
      declined: `El proveedor ${who} no puede`,
      silent: `El proveedor ${who} no respondió`,
    })[answer],
  vendorsSpent: () => 'No queda proveedor a quien preguntar',
  notInsured: (names) => `; omitidos, sin seguro vigente: ${names}`,
  stoodDown: (who, by) => `A ${who} se le dijo que ya no hace falta, por ${by}`,
  callByHandDue: (who) => `Llame a ${who} a mano`,
  callMade: (who, result, by) =>
    `${by} llamó a ${who}: ${{ reached: 'contestó', noAnswer: 'no contestó', voicemail: 'buzón de voz' }[result]}`,
  callEnded: (who, result, pressed) =>
    ({
      key: `${who} contestó y marcó ${pressed}`,
      noKey: `Llamada a ${who}: contestaron, nadie marcó una tecla; pudo ser el buzón de voz`,
      noAnswer: `Llamada a ${who}: no contestó`,
      busy: `Llamada a ${who}: ocupado`,
      failed: `No se pudo hacer la llamada a ${who}`,
      unknown: `Llamada a ${who}: no se sabe qué pasó`,
      expired: `Ya no se hizo la llamada a ${who}`,
    })[result],
  resolved: (outcome, by) => `Resuelto por ${by}: ${OUTCOME[outcome]}`,
  reopened: (why, by) => `Reabierto por ${by}${REOPENED[why]}`,
  tierChanged: (from, to, by) => `Nivel ${from} → ${to} por ${by}`,
  linked: (head, by) => `Vinculado al #${head} por ${by}: una sola escalera para ambos`,
  unlinkedAsItsOwn: (head) =>
    `El #${head} está resuelto; este tiene una necesidad o palabras propias y sigue abierto con su propia escalera`,
  unlinked: (head, by) => `Desvinculado del #${head} por ${by}: otra vez con su propia escalera`,
  partAdded: (unit, number) => `El #${number}${unit && ` (${unit})`} ahora es parte de este`,
  partRemoved: (unit, number) => `El #${number}${unit && ` (${unit})`} ya no es parte de este`,
  headMoved: (status, who) => `El incidente con el que va: ${HEAD_STATUS[status]}${who && `, ${who}`}`,
  unanswered: (round) => `Sin respuesta tras la ronda ${round}`,
  alarm: (kind) => `Alarma de la mesa: ${ALARM_WORDS.es[kind]}`,
  heard: (by) => `Alarma oída por ${by}`,
  slaMissed: (time) => `Nadie lo aceptó antes de las ${time}`,
  promiseSettled: (isKept) =>
    isKept
      ? 'El residente tuvo noticias a la hora prometida'
      : 'Pasó la hora prometida y el residente no tuvo noticias',
};
