import type { BothLanguages } from '#shared/contract';
import type { Unread } from './moments.ts';

/** What is wrong with a sheet, for somebody who has it open. */
export const words = {
  noWho: {
    en: 'No column says who is on. Head one "Who", or "Primary" and "Backup".',
    es: 'Ninguna columna dice quién está de guardia. Titule una "Quién", o "Titular" y "Suplente".',
  },
  noWhen: {
    en: 'No column says when. Head them "Start" and "End", or "Date", "From" and "To".',
    es: 'Ninguna columna dice cuándo. Titúlelas "Inicio" y "Fin", o "Fecha", "Desde" y "Hasta".',
  },
  openQuote: {
    en: 'A quotation mark opens here and is never closed, so nobody can tell what belongs to which column.',
    es: 'Aquí se abre una comilla que nunca se cierra y no se distingue qué va en cada columna.',
  },
  noRows: { en: 'There is no row below the header.', es: 'No hay ninguna fila debajo del encabezado.' },
  oldExcel: {
    en: 'This is an old or a protected Excel workbook. Save it as an .xlsx without a password, or as CSV.',
    es: 'Es un libro de Excel antiguo o protegido. Guárdelo como .xlsx sin contraseña o como CSV.',
  },
  notWorkbook: {
    en: 'This workbook cannot be read; it may be only half saved. Open it and save it again as .xlsx.',
    es: 'No se puede leer este libro; quizá se guardó a medias. Ábralo y guárdelo otra vez como .xlsx.',
  },
  tooMuch: {
    en: 'This workbook takes too long or too much memory to read. Give one that holds the rota only.',
    es: 'Leer este libro tarda u ocupa demasiado. Use uno que contenga solo las guardias.',
  },
  longRow: {
    en: 'This row is longer than the header, so its columns cannot be told apart.',
    es: 'Esta fila es más larga que el encabezado y sus columnas no se distinguen.',
  },
  nobody: { en: 'Nobody is named in this row.', es: 'Esta fila no nombra a nadie.' },
  noStart: { en: 'This row has no start.', es: 'Esta fila no tiene inicio.' },
  noStartTime: {
    en: 'The start has no time of day. Write it as 2026-11-26 18:00.',
    es: 'Al inicio le falta la hora. Escríbalo como 2026-11-26 18:00.',
  },
  noEndTime: {
    en: 'The end has no time of day, so it is not clear whether that day still counts. Write it as 2026-11-27 07:00.',
    es: 'Al final le falta la hora y no está claro si ese día cuenta. Escríbalo como 2026-11-27 07:00.',
  },
  noEnd: { en: 'This row has no end.', es: 'Esta fila no tiene final.' },
  endFirst: { en: 'The end is not after the start.', es: 'El final no es posterior al inicio.' },
} as const satisfies Record<string, BothLanguages>;

export function cannotRead({ unread }: Unread, cell: string): BothLanguages {
  switch (unread) {
    case 'order':
      return {
        en: `"${cell}" can be read in two ways, and no date in the sheet shows which. Write it as 2026-11-26.`,
        es: `"${cell}" se puede leer de dos maneras y ninguna fecha de la hoja muestra cuál. Escríbala como 2026-11-26.`,
      };
    case 'year':
      return {
        en: `"${cell}" has no year. Write it as 2026-11-26.`,
        es: `A "${cell}" le falta el año. Escríbala como 2026-11-26.`,
      };
    case 'hour':
      return {
        en: `"${cell}" may be in the morning or in the evening. Write it as 18:00 or 6 PM.`,
        es: `"${cell}" puede ser de la mañana o de la tarde. Escríbala como 18:00 o 6 PM.`,
      };
    case 'none':
      return {
        en: `"${cell}" is no date and no time. Write it as 2026-11-26 18:00.`,
        es: `"${cell}" no es una fecha ni una hora. Escríbala como 2026-11-26 18:00.`,
      };
  }
}

export function badTrade(cell: string): BothLanguages {
  return {
    en: `"${cell}" is not a trade. Trades: plumbing, hvac, electrical, locksmith, security, elevator, appliance, general.`,
    es: `"${cell}" no es un oficio. Oficios: plomería, climatización, electricidad, cerrajería, seguridad, ascensor, electrodomésticos, general.`,
  };
}

export function badRole(cell: string): BothLanguages {
  return {
    en: `"${cell}" is neither primary nor backup.`,
    es: `"${cell}" no es ni titular ni suplente.`,
  };
}

/** Where a workbook has several sheets, the reason says in which. */
export function inSheet(name: string | null, reason: BothLanguages): BothLanguages {
  return name === null ? reason : { en: `Sheet "${name}": ${reason.en}`, es: `Hoja "${name}": ${reason.es}` };
}
