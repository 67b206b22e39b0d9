import type { BothLanguages } from '#shared/contract';

/** What is wrong with a calendar file, for somebody who can do something about it. */
export const reasons = {
  empty: { en: 'The file is empty.', es: 'El archivo está vacío.' },
  webPage: {
    en: 'This is a web page, not a calendar; perhaps the page where one signs in.',
    es: 'Esto es una página web, no un calendario; quizás la página para iniciar sesión.',
  },
  notText: {
    en: 'This is not a text, so it is no calendar. Ask for the iCalendar (.ics) file or address.',
    es: 'Esto no es texto, así que no es un calendario. Pida el archivo o la dirección iCalendar (.ics).',
  },
  noCalendar: {
    en: 'This is no calendar: one begins with BEGIN:VCALENDAR.',
    es: 'Esto no es un calendario: uno empieza con BEGIN:VCALENDAR.',
  },
  tooLarge: {
    en: 'The file is larger than 20 MB. Ask for a calendar that holds the shifts alone.',
    es: 'El archivo pasa de 20 MB. Pida un calendario que contenga solo los turnos.',
  },
  cutCalendar: {
    en: 'The calendar that begins here has no END:VCALENDAR: the file was cut.',
    es: 'Al calendario que empieza aquí le falta END:VCALENDAR: el archivo está cortado.',
  },
  cutEvent: {
    en: 'The event that begins here has no END:VEVENT: the file was cut.',
    es: 'Al evento que empieza aquí le falta END:VEVENT: el archivo está cortado.',
  },
  tooLong: {
    en: 'Working out this calendar takes too long: its repeating events ask for too much.',
    es: 'Calcular este calendario tarda demasiado: sus eventos repetidos piden demasiado.',
  },
  tooMuchMemory: {
    en: 'Working out this calendar takes too much memory: its repeating events ask for too much.',
    es: 'Calcular este calendario ocupa demasiada memoria: sus eventos repetidos piden demasiado.',
  },
  tooManyEvents: {
    en: 'The calendar holds more than 50,000 shifts in the time asked for.',
    es: 'El calendario contiene más de 50,000 turnos en el tiempo pedido.',
  },

  endless: {
    en: 'the next event begins before this one ends.',
    es: 'el evento siguiente empieza antes de que este termine.',
  },
  noStart: { en: 'it has no DTSTART.', es: 'no tiene DTSTART.' },
  endBeforeStart: { en: 'it ends before it begins.', es: 'termina antes de empezar.' },
  tooOften: {
    en: 'it repeats too often to be a shift, or its rule asks for too much.',
    es: 'se repite demasiado para ser un turno, o su regla pide demasiado.',
  },
  notALine: { en: 'This line was left out: it is no property.', es: 'Esta línea se dejó fuera: no es una propiedad.' },
} as const satisfies Record<string, BothLanguages>;

const SHOWN = 60;

/** What stands in the file, short enough for a sentence. */
function quoted(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}

/** A value nobody can read. */
export function unreadable(property: string, value: string): BothLanguages {
  const shown = quoted(value);
  return { en: `its ${property} "${shown}" cannot be read.`, es: `su ${property} "${shown}" no se entiende.` };
}

/** A repeating rule, and what in it is wrong. */
export function badRule(rule: string, part: string): BothLanguages {
  const shown = quoted(rule);
  return {
    en: `its rule "${shown}" cannot be read, because of ${quoted(part)}.`,
    es: `su regla "${shown}" no se entiende, por ${quoted(part)}.`,
  };
}

/** An event that is missing because of something in it. */
export function eventLeftOut(title: string, why: BothLanguages): BothLanguages {
  const shown = quoted(title);
  return {
    en: `The event ${shown === '' ? 'without a title' : `"${shown}"`} was left out: ${why.en}`,
    es: `El evento ${shown === '' ? 'sin título' : `"${shown}"`} se dejó fuera: ${why.es}`,
  };
}

/** A zone that neither this computer nor the file explains. */
export function unknownZone(name: string, instead: string): BothLanguages {
  const shown = quoted(name);
  return {
    en: `The time zone "${shown}" is unknown; its times are read in ${instead}.`,
    es: `La zona horaria "${shown}" es desconocida; sus horas se leen en ${instead}.`,
  };
}

/** In place of a list that would scroll away. */
export function andMore(count: number): BothLanguages {
  return { en: `There are ${count} more like these.`, es: `Hay ${count} más como estas.` };
}
