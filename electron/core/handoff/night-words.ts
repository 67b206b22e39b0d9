import type { Language } from '#shared/contract';

/** Sentences the handoff composes from states; what happened is told by `narrate`. Times arrive as text. */
export type NightWords = {
  readonly unknownCaller: string;
  /** Whoever is texted without a name on file. */
  readonly caller: string;
  readonly unknownNumber: string;
  /** Follows what became of a message, in a night that was partly practice. */
  readonly onPracticePhone: string;
  readonly noWords: string;
  /** Who owns what waits for the business day. */
  readonly office: string;
  readonly stillOpen: (standing: string) => string;
  readonly waitingFor: (names: string) => string;
  readonly nobodyNotified: string;
  readonly unanswered: string;
  readonly taken: (who: string) => string;
  readonly takenWithEta: (who: string, time: string) => string;
  readonly onSite: (who: string) => string;
  readonly inMorningQueue: string;
  /** A unit whose building climbs for it; `standing` may be empty. */
  readonly withHead: (number: number, standing: string) => string;
  readonly seeHead: (number: number) => string;
  readonly nextStep: (step: number, time: string) => string;
  readonly lastWindow: (time: string) => string;
  readonly nextRound: (time: string) => string;
  readonly heldStep: (time: string) => string;
  readonly etaGrace: (time: string) => string;
  readonly noEta: (time: string) => string;
  readonly resolution: (time: string) => string;
  readonly promise: (time: string) => string;
  readonly callBack: string;
  readonly callBackBy: (time: string) => string;
  readonly callBackOverdue: (time: string) => string;
  readonly nothingPlanned: string;
  readonly closedUnfinished: (how: string) => string;
  /** Nothing in the text had been read as a sign of anything. */
  readonly noSigns: string;
};

const ENGLISH: NightWords = {
  unknownCaller: 'Unknown caller',
  caller: 'the caller',
  unknownNumber: 'Unknown number',
  onPracticePhone: ' (practice phone)',
  noWords: 'No words were left.',
  office: 'Office',
  stillOpen: (standing) => `Still open: ${standing}`,
  waitingFor: (names) => `waiting for ${names}`,
  nobodyNotified: 'nobody could be notified',
  unanswered: 'nobody has answered',
  taken: (who) => `${who} has it, without an ETA`,
  takenWithEta: (who, time) => `${who} has it, ETA ${time}`,
  onSite: (who) => `${who} is on site`,
  inMorningQueue: 'in the P3 queue',
  withHead: (number, standing) => `with #${number}${standing && `, ${standing}`}`,
  seeHead: (number) => `What comes next stands at #${number}`,
  nextStep: (step, time) => `Step ${step} fires ${time}`,
  lastWindow: (time) => `Counts as unanswered from ${time}`,
  nextRound: (time) => `Everyone is notified again ${time}`,
  heldStep: (time) => `Held after a stop: fires ${time}`,
  etaGrace: (time) => `Ladder resumes ${time} unless somebody arrives`,
  noEta: (time) => `Ladder resumes ${time} unless an ETA comes`,
  resolution: (time) => `Ask whether it is done ${time}`,
  promise: (time) => `The resident was promised news by ${time}`,
  callBack: 'Call the resident back',
  callBackBy: (time) => `Call the resident back by ${time}`,
  callBackOverdue: (time) => `Call the resident back: promised by ${time}, OVERDUE`,
  nothingPlanned: 'Nothing is planned: decide who takes it',
  closedUnfinished: (how) => `Closed for the night, work remains. ${how}`,
  noSigns: 'no sign of anything urgent was found in the text',
};

const SPANISH: NightWords = {
  unknownCaller: 'Persona desconocida',
  caller: 'la persona que llamó',
  unknownNumber: 'Número desconocido',
  onPracticePhone: ' (teléfono de práctica)',
  noWords: 'No dejó mensaje.',
  office: 'Oficina',
  stillOpen: (standing) => `Sigue abierto: ${standing}`,
  waitingFor: (names) => `se espera a ${names}`,
  nobodyNotified: 'no se pudo avisar a nadie',
  unanswered: 'nadie ha respondido',
  taken: (who) => `${who} lo atiende, sin hora de llegada`,
  takenWithEta: (who, time) => `${who} lo atiende, llega ${time}`,
  onSite: (who) => `${who} está en el sitio`,
  inMorningQueue: 'en la cola P3',
  withHead: (number, standing) => `con el #${number}${standing && `, ${standing}`}`,
  seeHead: (number) => `Lo que sigue está en el #${number}`,
  nextStep: (step, time) => `El paso ${step} sale ${time}`,
  lastWindow: (time) => `Cuenta como sin respuesta desde ${time}`,
  nextRound: (time) => `Se avisa a todos de nuevo ${time}`,
  heldStep: (time) => `Retenido tras una parada: sale ${time}`,
  etaGrace: (time) => `La escalera sigue ${time} si nadie llega`,
  noEta: (time) => `La escalera sigue ${time} si no hay hora de llegada`,
  resolution: (time) => `Preguntar si ya terminó ${time}`,
  promise: (time) => `Se prometieron novedades al residente antes del ${time}`,
  callBack: 'Devolver la llamada al residente',
  callBackBy: (time) => `Devolver la llamada al residente antes del ${time}`,
  callBackOverdue: (time) => `Devolver la llamada al residente: prometida para el ${time}, VENCIDA`,
  nothingPlanned: 'No hay nada previsto: decida quién lo atiende',
  closedUnfinished: (how) => `Cerrado por la noche, queda trabajo. ${how}`,
  noSigns: 'no se halló en el texto señal de nada urgente',
};

export function nightWords(language: Language): NightWords {
  return language === 'es' ? SPANISH : ENGLISH;
}
