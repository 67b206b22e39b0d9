import type { BothLanguages } from '#shared/contract';
import type { Decision, RefusalCode } from './commands.ts';

const REFUSALS: Record<RefusalCode, BothLanguages> = {
  alreadyOpen: { en: 'This report has already been dispatched.', es: 'Este reporte ya fue despachado.' },
  notFound: { en: 'There is no such incident.', es: 'No existe ese incidente.' },
  alreadyResolved: { en: 'It is already closed. Re-open it first.', es: 'Ya está cerrado. Ábralo de nuevo primero.' },
  notResolved: {
    en: 'It is open and nobody has it: its ladder is running already.',
    es: 'Está abierto y nadie lo tiene: su escalera ya está en curso.',
  },
  alreadyTaken: { en: 'Somebody already has it. Nothing was changed.', es: 'Alguien ya lo tiene. No se cambió nada.' },
  notTaken: {
    en: 'Nobody has it yet. Say first who takes it.',
    es: 'Nadie lo tiene todavía. Indique primero quién lo toma.',
  },
  notNotified: { en: 'This person was not notified of the incident.', es: 'No se avisó a esta persona del incidente.' },
  sameTier: { en: 'It already has that tier.', es: 'Ya tiene ese nivel.' },
  isPart: {
    en: 'Another incident of the building climbs for it: act there, or unlink it first.',
    es: 'Otro incidente del edificio avanza por este: actúe allí, o desvincúlelo primero.',
  },
  notPart: { en: 'It is linked to no other incident.', es: 'No está vinculado a ningún otro incidente.' },
  isHead: {
    en: 'Other units are linked to it: unlink them first.',
    es: 'Otras unidades están vinculadas a este: desvincúlelas primero.',
  },
  takenHere: {
    en: 'Somebody has this one and nobody has the other: link the other one to this.',
    es: 'Alguien tiene este y nadie el otro: vincule el otro a este.',
  },
  nothingToEscalate: {
    en: 'No ladder runs for it, so there is no next step.',
    es: 'No hay escalera en curso; no hay paso siguiente.',
  },
  noSuchStep: { en: 'The ladder has no such step.', es: 'La escalera no tiene ese paso.' },
  alreadyFired: {
    en: 'This step has fired already; only what is still to come can be changed.',
    es: 'Ese paso ya salió; solo se puede cambiar lo que falta.',
  },
  nobodyWoken: {
    en: 'This ladder would wake nobody. Keep one step that somebody must answer.',
    es: 'Esa escalera no despertaría a nadie. Deje al menos un paso que alguien deba responder.',
  },
  noPhone: { en: 'There is no telephone number on file for the resident.', es: 'No hay teléfono del residente.' },
  nobodyToWrite: {
    en: 'Nobody has been notified yet whom you could write to.',
    es: 'Todavía no se avisó a nadie a quien escribir.',
  },
  alreadyHeld: {
    en: 'It is held already. End the hold first.',
    es: 'Ya está en espera. Termine primero la espera.',
  },
  notHeld: { en: 'It is not held: its clocks run.', es: 'No está en espera: sus relojes corren.' },
  holdTooLong: {
    en: 'A P1 is held for 10 minutes at most, a P2 for 60, a P3 until its morning.',
    es: 'Un P1 espera 10 minutos como máximo, un P2 60, un P3 hasta la mañana.',
  },
  nothingToHold: {
    en: 'Nothing climbs and nobody is on the way, so there is nothing to hold.',
    es: 'No sube ninguna escalera ni viene nadie; no hay nada que poner en espera.',
  },
  alreadyAsked: {
    en: 'They have been asked and their time still runs, or they are coming.',
    es: 'Ya se le preguntó y su plazo aún corre, o ya viene.',
  },
  unreachable: {
    en: 'No working telephone number is on file for this person.',
    es: 'No hay un teléfono que funcione para esta persona.',
  },
  samePerson: { en: 'They have it already.', es: 'Esa persona ya lo atiende.' },
  hasIt: {
    en: 'They have it. Hand it over by name, or re-open it.',
    es: 'Esa persona lo atiende. Páselo a otra por nombre, o reábralo.',
  },
  noVendor: {
    en: 'No vendor is approved for this place, this trade and this hour. Choose one by name.',
    es: 'No hay proveedor aprobado para este lugar, oficio y hora. Elija uno por nombre.',
  },
  noSuchMessage: { en: 'There is no such message.', es: 'No existe ese mensaje.' },
  hasLeft: {
    en: 'It has left, or is leaving now, and cannot be called back.',
    es: 'Ya salió, o está saliendo, y no se puede retirar.',
  },
  notTriedAgain: {
    en: 'A gateway has it, it leaves by itself, or nobody needs it any more: it is not tried again.',
    es: 'Una pasarela lo tiene, sale por sí solo, o ya nadie lo necesita: no se reintenta.',
  },
  mayBeTwice: {
    en: 'It may have arrived already. Sent again, it may arrive twice; confirm that it is wanted all the same.',
    es: 'Quizá ya llegó. Si se envía de nuevo puede llegar dos veces; confirme que lo quiere igual.',
  },
  alreadyOnSite: { en: 'They are on site already.', es: 'Ya están en el sitio.' },
  wordsMissing: {
    en: 'A P1 or P2 is not closed without words: say what was done.',
    es: 'Un P1 o P2 no se cierra sin palabras: diga qué se hizo.',
  },
  noLifeSafety: {
    en: 'Nothing in this report endangers a life, so nobody was to call 911.',
    es: 'Nada en este reporte pone una vida en peligro; nadie tenía que llamar al 911.',
  },
  notReviewed: {
    en: 'Only a P1, a P2, or a P3 that came back is marked.',
    es: 'Solo se marca un P1, un P2 o un P3 que volvió.',
  },
  noSuchMark: {
    en: 'Nothing is above P1, and nothing is below P3: this mark cannot be meant.',
    es: 'No hay nada por encima de P1 ni por debajo de P3: esta marca no puede ser.',
  },
  markWithoutName: {
    en: 'A mark carries the name of whoever gives it. Sign in first.',
    es: 'Una marca lleva el nombre de quien la pone. Inicie sesión primero.',
  },
};

/** Why a command was not carried out, in words. */
export function refusalWords(code: RefusalCode): BothLanguages {
  return REFUSALS[code];
}

/** A refusal with its sentence. */
export function refuse(code: RefusalCode): Decision {
  return { ok: false, code, reason: REFUSALS[code] };
}
