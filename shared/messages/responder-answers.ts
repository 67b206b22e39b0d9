import { assertNever, type Language } from '#shared/contract';
import { withholdAccessCodes } from './access-codes.ts';
import { plainLine, septetsOf, shorten } from './gsm7.ts';
import { type IncidentPlace, shortPlace } from './place.ts';
import { HAZARD, type ResponderHazard } from './responder-text.ts';
import { MAX_SEPTETS } from './segments.ts';

/** An incident as a responder knows it from the text that woke them. */
export type KnownIncident = {
  readonly language: Language;
  readonly number: number;
  readonly place: IncidentPlace;
};

/** The same, with the letter to reply with when this phone has several open. */
export type OpenIncident = KnownIncident & { readonly code: string | null };

/** `#1042 Maple Court 14B` */
export function named(incident: KnownIncident): string {
  return `#${incident.number} ${shortPlace(incident.place)}`;
}

/** Words of others in one line, cut where they are long. */
export function free(text: string, max = 60): string {
  return shorten(plainLine(text), max);
}

/** To everyone else who was notified. `by`: `Marcus (Harbor Plumbing)`. */
export function takenByText(input: KnownIncident & { readonly by: string }): string {
  const by = free(input.by);
  return input.language === 'en'
    ? `${named(input)}: ${by} has it. Stand easy, no reply needed.`
    : `${named(input)}: lo atiende ${by}. Puede descansar, no hace falta responder.`;
}

/** To whoever comes whoever has it: it went from one to another, and they come all the same. */
export function movedToText(input: KnownIncident & { readonly by: string }): string {
  const by = free(input.by);
  return input.language === 'en'
    ? `${named(input)}: ${by} has it now. What you were asked before stands.`
    : `${named(input)}: ahora lo atiende ${by}. Lo que se le pidió antes sigue igual.`;
}

/** To a vendor who stands by, when somebody has taken it. */
export function staysReadyText(input: KnownIncident & { readonly by: string }): string {
  const by = free(input.by);
  return input.language === 'en'
    ? `${named(input)}: ${by} has it. Please stay on stand-by, and do not set out.`
    : `${named(input)}: lo atiende ${by}. Le pedimos seguir disponible y no salir.`;
}

/** To somebody who accepted after another did. */
export function lateReplyText(input: KnownIncident & { readonly by: string }): string {
  const by = free(input.by);
  return input.language === 'en'
    ? `Thank you. ${named(input)} is already with ${by}. Nothing more to do.`
    : `Gracias. ${named(input)} ya lo atiende ${by}. No hace falta nada de su parte.`;
}

/** To whoever finished it, and to whoever answers when it is over. `closedAt` is a wall-clock time as people read it. */
export function closedText(input: KnownIncident & { readonly closedAt: string }): string {
  return input.language === 'en'
    ? `Thank you, ${named(input)} was closed at ${free(input.closedAt)}. Nothing more to do.`
    : `Gracias, ${named(input)} se cerró a las ${free(input.closedAt)}. No hace falta nada más.`;
}

/** To the person who says that they are there. */
export function youAreThereText(input: OpenIncident): string {
  const code = input.code === null ? '' : ` ${input.code}`;
  return input.language === 'en'
    ? `Noted, you are at ${named(input)}. Reply DONE${code} when it is fixed.`
    : `Anotado, usted está en ${named(input)}. Responda LISTO${code} al terminar.`;
}

/** To somebody who names a time for what nobody has: a time alone takes nothing. */
export function etaTakesNothingText(input: OpenIncident & { readonly minutes: number }): string {
  const code = input.code ?? '';
  return input.language === 'en'
    ? `Nobody has ${named(input)} yet. Reply 1${code} ${input.minutes} to take it and be there in ${input.minutes} min, 2${code} no.`
    : `Nadie atiende ${named(input)} por ahora. Responda 1${code} ${input.minutes} para tomarlo y llegar en ${input.minutes} min, 2${code} no.`;
}

/** To the person who accepted with a time. `estimate` is a wall-clock time as people read it. */
export function youHaveItText(input: OpenIncident & { readonly estimate: string }): string {
  const code = input.code === null ? '' : ` ${input.code}`;
  return input.language === 'en'
    ? `${named(input)} is yours, estimate ${free(input.estimate)}. Reply HERE${code} on site, DONE${code} when fixed, ETA${code} 45 if it gets later.`
    : `${named(input)} queda a su cargo, hora estimada ${free(input.estimate)}. Responda AQUI${code} al llegar, LISTO${code} al terminar, ETA${code} 45 si se retrasa.`;
}

/** To the person who accepted without a time. */
export function askEtaText(input: OpenIncident): string {
  const code = input.code === null ? '' : ` ${input.code}`;
  return input.language === 'en'
    ? `Thank you, ${named(input)} is yours. How many minutes until you are there? Reply ETA${code} 30 for 30 min.`
    : `Gracias, ${named(input)} queda a su cargo. Responda con los minutos que tarda en llegar, por ejemplo ETA${code} 30.`;
}

/** To the person who is on site for long. No yes-or-no question: "yes" and "1" mean something else here. */
export function askDoneText(input: OpenIncident): string {
  const code = input.code === null ? '' : ` ${input.code}`;
  return input.language === 'en'
    ? `${named(input)}: reply DONE${code} once it is fixed. Still at it? No reply needed. Need help? Call the desk.`
    : `${named(input)}: responda LISTO${code} cuando termine. Si sigue en eso, no hace falta responder. Para ayuda, llame a la mesa.`;
}

/** To whoever may be on the way, when the resident writes of a danger that the first text did not speak of. */
export function hazardText(
  input: KnownIncident & { readonly hazard: ResponderHazard; readonly words: string },
): string {
  const words = free(withholdAccessCodes(input.words), 120).replaceAll('"', "'");
  const writes = input.language === 'en' ? 'The resident now writes' : 'El residente escribe ahora';
  return `${named(input)}: ${HAZARD[input.language][input.hazard]} ${writes}: "${words}"`;
}

/**
 * To whoever comes, when it turns out to be several units of one house. `count`: reports, where units have no names. `code`:
 * the letter by which all of it is taken; null for whoever has taken it.
 */
export function unitsText(
  input: OpenIncident & {
    readonly units: readonly string[];
    readonly count: number;
    readonly hazard: ResponderHazard | null;
  },
): string {
  const { code, count } = input;
  const place = shortPlace({ ...input.place, unitLabel: null });
  const units = free(input.units.join(', '), 160);
  const list = units === '' ? '' : `: ${units}`;
  const name = `#${input.number} ${place}:${input.hazard === null ? '' : ` ${HAZARD[input.language][input.hazard]}`}`;
  return input.language === 'en'
    ? `${name} ${count} reports of the same trouble now${list}. One job, ${code === null ? 'no further reply needed' : `reply 1${code} to take all of it, 2${code} no`}.`
    : `${name} ya son ${count} reportes del mismo problema${list}. Es un solo trabajo: ${code === null ? 'no hace falta responder otra vez' : `responda 1${code} y toma todo, 2${code} no`}.`;
}

/** To everyone notified when the incident is lowered or closed. `reason` in the responder's language. */
export function standDownText(input: KnownIncident & { readonly reason: string }): string {
  const reason = free(input.reason, 120).replace(/[.\s]+$/, '');
  return input.language === 'en'
    ? `STAND DOWN ${named(input)}. ${reason}. Nothing more to do.`
    : `CANCELADO ${named(input)}. ${reason}. Ya no hace falta ir.`;
}

/** To somebody who passed it on. */
export function confirmDeclineText(input: OpenIncident): string {
  const code = input.code ?? '';
  return input.language === 'en'
    ? `Noted: you pass on ${named(input)}, the next person is asked. If you can come after all, reply 1${code}.`
    : `Anotado: usted no toma ${named(input)}; se avisa a la siguiente persona. Si al final puede ir, responda 1${code}.`;
}

/** To somebody who asks what is open when nothing is. */
export function nothingOpenText(language: Language): string {
  return language === 'en'
    ? 'Nothing is open for you right now. Nothing to do.'
    : 'No tiene nada abierto en este momento. No hace falta nada de su parte.';
}

/** To somebody whose reply nobody could decide. A person at the desk sees it too. */
export function notUnderstoodText(input: { readonly language: Language; readonly code: string | null }): string {
  const code = input.code ?? '';
  return input.language === 'en'
    ? `Not understood, nothing has changed. Reply 1${code} yes, 1${code} 30 = yes in 30 min, 2${code} no, 3${code} not an emergency, ? = what is open.`
    : `No se entiende su respuesta, nada ha cambiado. Responda 1${code} acepto, 1${code} 30 = llego en 30 min, 2${code} no, 3${code} no es emergencia, ? = abiertos.`;
}

/** To somebody whose reply cannot be done as long as nobody has it: finished, or a "yes" that came too late to count. */
export function notTakenText(input: OpenIncident): string {
  const code = input.code ?? '';
  return input.language === 'en'
    ? `Nothing has changed: nobody has ${named(input)} yet. Reply 1${code} to take it, 1${code} 30 = in 30 min, 2${code} no.`
    : `Nada ha cambiado: nadie atiende ${named(input)} por ahora. Responda 1${code} para tomarlo, 1${code} 30 = llego en 30 min, 2${code} no.`;
}

export type ListedIncident = {
  readonly code: string;
  readonly number: number;
  readonly place: IncidentPlace;
  /** The problem in a few words. */
  readonly problem: string;
};

/** To somebody who replied without a letter while several are open: nothing changed, this is the list. */
export function listOpenText(input: {
  readonly language: Language;
  readonly incidents: readonly ListedIncident[];
}): string {
  const first = input.incidents[0]?.code ?? 'A';
  const intro =
    input.language === 'en'
      ? `Several are open, nothing has changed. Reply with the letter, e.g. 1${first}:`
      : `Hay varios abiertos, nada ha cambiado. Responda con la letra, por ejemplo 1${first}:`;
  const lines = input.incidents.map((incident) => {
    const problem = free(incident.problem, 32);
    const known = `${incident.code} #${incident.number} ${shortPlace(incident.place)}`;
    return problem === '' ? known : `${known}: ${problem}`;
  });
  return fitList(intro, lines, input.language);
}

/** How an incident stands for the person who asked with `?`. */
export type Standing =
  | { readonly kind: 'waitingForYou' }
  | { readonly kind: 'yours'; readonly estimate: string | null }
  | { readonly kind: 'withOther'; readonly by: string };

export type StandingIncident = {
  readonly code: string | null;
  readonly number: number;
  readonly place: IncidentPlace;
  readonly standing: Standing;
};

/** The answer to `?`. */
export function statusText(input: {
  readonly language: Language;
  readonly incidents: readonly StandingIncident[];
}): string {
  const isEnglish = input.language === 'en';
  if (input.incidents.length === 0) return isEnglish ? 'Nothing is open for you.' : 'No hay nada abierto para usted.';
  const intro = isEnglish ? 'Open for you:' : 'Abiertos para usted:';
  const lines = input.incidents.map((incident) => {
    const code = incident.code === null ? '' : `${incident.code} `;
    const standing = standingWords(incident.standing, incident.code ?? '', input.language);
    return `${code}#${incident.number} ${shortPlace(incident.place)}: ${standing}`;
  });
  return fitList(intro, lines, input.language);
}

function standingWords(standing: Standing, code: string, language: Language): string {
  const isEnglish = language === 'en';
  switch (standing.kind) {
    case 'waitingForYou':
      return isEnglish
        ? `waiting for you, 1${code} yes, 2${code} no`
        : `espera su respuesta, 1${code} acepto, 2${code} no`;
    case 'yours': {
      const mine = isEnglish ? 'yours' : 'a su cargo';
      if (standing.estimate === null) return isEnglish ? `${mine}, no estimate yet` : `${mine}, sin hora estimada`;
      return `${mine}, ${isEnglish ? 'estimate' : 'hora estimada'} ${free(standing.estimate)}`;
    }
    case 'withOther':
      return isEnglish ? `with ${free(standing.by)}` : `lo atiende ${free(standing.by)}`;
    default:
      return assertNever(standing, 'standing');
  }
}

/** As many lines as fit into three parts; the rest is counted, so that nobody takes the list for complete. */
function fitList(intro: string, lines: readonly string[], language: Language): string {
  for (let shown = lines.length; ; shown -= 1) {
    const left = lines.length - shown;
    const more = language === 'en' ? `+${left} more: call the desk` : `+${left}: llame a la mesa de control`;
    const text = [intro, ...lines.slice(0, shown), ...(left === 0 ? [] : [more])].join('\n');
    if (shown === 0 || septetsOf(text) <= MAX_SEPTETS) return text;
  }
}
