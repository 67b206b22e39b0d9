import type { BothLanguages } from '#shared/contract';
import type { ImportKind } from './plan-types.ts';

/** Every sentence an import can say. They name what to do, for somebody who has a spreadsheet open and no manual. */

const KIND_WORDS: Readonly<Record<ImportKind, BothLanguages>> = {
  properties: { en: 'properties', es: 'propiedades' },
  units: { en: 'units', es: 'unidades' },
  residents: { en: 'residents', es: 'residentes' },
  responders: { en: 'responders', es: 'personal de guardia' },
};

const REQUIRED_WORDS: Readonly<Record<string, BothLanguages>> = {
  name: { en: 'the name', es: 'el nombre' },
  property: { en: 'the property', es: 'la propiedad' },
  unit: { en: 'the unit', es: 'la unidad' },
};

const wordOf = (field: string): BothLanguages => REQUIRED_WORDS[field] ?? { en: field, es: field };

function suggestion(nearest: string | null): BothLanguages {
  return nearest === null ? { en: '', es: '' } : { en: ` Did you mean ${nearest}?`, es: ` ¿Quiso decir ${nearest}?` };
}

export const reasons = {
  empty: {
    en: 'The file is empty.',
    es: 'El archivo está vacío.',
  },
  headerOnly: {
    en: 'The file has a header and no rows below it.',
    es: 'El archivo tiene encabezado, pero ninguna fila debajo.',
  },
  binary: {
    en: 'This is not a CSV file: it holds binary data. Open it in the program that made it and save it as CSV.',
    es: 'Esto no es un archivo CSV: contiene datos binarios. Ábralo en el programa que lo creó y guárdelo como CSV.',
  },
  workbook: {
    en: 'This is an Excel workbook. Open it in Excel and save the sheet as "CSV UTF-8".',
    es: 'Esto es un libro de Excel. Ábralo en Excel y guarde la hoja como "CSV UTF-8".',
  },
  fileTooLarge: {
    en: 'The file is larger than 20 MB. Split it and import the parts one after the other.',
    es: 'El archivo ocupa más de 20 MB. Divídalo e importe las partes una tras otra.',
  },
  tooManyRows: {
    en: 'The file has more than 100,000 rows. Split it and import the parts one after the other.',
    es: 'El archivo tiene más de 100 000 filas. Divídalo e importe las partes una tras otra.',
  },
  workerFailed: {
    en: 'The file could not be read through to its end, so nothing was changed. Try again; if it happens again, import it in smaller parts.',
    es: 'No se pudo leer el archivo hasta el final, así que no se cambió nada. Inténtelo de nuevo; si vuelve a ocurrir, impórtelo en partes más pequeñas.',
  },
  unknownKind: {
    en: 'The columns do not show what this file lists. Properties need a name and an address or zone; units need property and unit; residents need property, unit and name; responders need name and phone, trade or role.',
    es: 'Las columnas no indican qué contiene este archivo. Las propiedades necesitan nombre y dirección o zona horaria; las unidades, propiedad y unidad; los residentes, propiedad, unidad y nombre; el personal de guardia, nombre y teléfono, oficio o función.',
  },
  missingColumn: (kind: ImportKind, fields: readonly string[]): BothLanguages => ({
    en: `To import ${KIND_WORDS[kind].en}, the file must have a column for ${fields.map((f) => wordOf(f).en).join(' and ')}. It has none that could be recognised.`,
    es: `Para importar ${KIND_WORDS[kind].es}, el archivo debe tener una columna para ${fields.map((f) => wordOf(f).es).join(' y ')}. No se reconoció ninguna.`,
  }),
  openQuote: {
    en: 'A quotation mark opens here and is never closed, so this row and everything after it was left out.',
    es: 'Aquí se abre una comilla que nunca se cierra; esta fila y todo lo que sigue quedó fuera.',
  },
  cellTooLong: {
    en: 'This text is longer than 4,000 characters.',
    es: 'Este texto tiene más de 4000 caracteres.',
  },
  groupTooLong: {
    en: 'The name of a group has at most 80 characters.',
    es: 'El nombre de un grupo tiene como máximo 80 caracteres.',
  },
  requiredCell: (field: string): BothLanguages => ({
    en: `This row does not say ${wordOf(field).en}.`,
    es: `Esta fila no indica ${wordOf(field).es}.`,
  }),
  duplicate: (line: number): BothLanguages => ({
    en: `Line ${line} of this file already describes the same one, differently. Keep one of the two.`,
    es: `La línea ${line} de este archivo ya describe lo mismo con otros datos. Conserve una de las dos.`,
  }),
  sharedPhone: (line: number, name: string): BothLanguages => ({
    en: `Line ${line} gives this number to ${name}. Each responder needs a number of their own, or nobody can tell who answered.`,
    es: `La línea ${line} asigna este número a ${name}. Cada persona de guardia necesita su propio número; si no, no se sabrá quién respondió.`,
  }),
  severalByName: {
    en: 'Several responders have this name. Give the phone number, so that it is clear which one is meant.',
    es: 'Varias personas de guardia tienen este nombre. Indique el teléfono para saber de quién se trata.',
  },
  unknownProperty: (value: string, nearest: string | null): BothLanguages => ({
    en: `There is no property named "${value}".${nearest === null ? ' Import or add it first.' : suggestion(nearest).en}`,
    es: `No hay ninguna propiedad llamada "${value}".${nearest === null ? ' Impórtela o agréguela primero.' : suggestion(nearest).es}`,
  }),
  propertiesFirst: (kind: ImportKind): BothLanguages => ({
    en: `No property is on file yet, so nobody knows where these ${KIND_WORDS[kind].en} are. Import the properties first, then this file again.`,
    es: `Todavía no hay ninguna propiedad registrada, así que no se sabe dónde están estos datos (${KIND_WORDS[kind].es}). Importe primero las propiedades y después este archivo.`,
  }),
  longerThanHeader: {
    en: 'This row is longer than the header, so its columns cannot be told apart: a text with a comma (or whatever separates the columns) must stand in quotation marks.',
    es: 'Esta fila es más larga que el encabezado y sus columnas no se distinguen: un texto con coma (o con lo que separe las columnas) debe ir entre comillas.',
  },
  unknownUnit: (value: string, property: string, nearest: string | null): BothLanguages => ({
    en: `${property} has no unit "${value}".${suggestion(nearest).en}`,
    es: `${property} no tiene la unidad "${value}".${suggestion(nearest).es}`,
  }),
  badPhone: (value: string): BothLanguages => ({
    en: `"${value}" cannot be a telephone number. Write it with its area code, e.g. (423) 555-0142.`,
    es: `"${value}" no puede ser un número de teléfono. Escríbalo con el código de área, p. ej. (423) 555-0142.`,
  }),
  unassignedPhone: {
    en: 'No telephone company is known to use this number range. Check the number.',
    es: 'No se conoce ninguna compañía que use esta serie de números. Verifique el número.',
  },
  phoneExtension: {
    en: 'The extension was left out: a text cannot reach one.',
    es: 'Se omitió la extensión: un mensaje de texto no puede llegar a ella.',
  },
  noPhone: {
    en: 'No phone number: this responder cannot be reached, and is shown so wherever they are on call.',
    es: 'Sin teléfono: no se puede localizar a esta persona, y así se mostrará dondequiera que esté de guardia.',
  },
  noTrade: {
    en: 'No trade: this technician will not be offered for any on-call shift.',
    es: 'Sin oficio: este técnico no se ofrecerá para ningún turno de guardia.',
  },
  badZone: (value: string): BothLanguages => ({
    en: `"${value}" is not a time zone. Write one such as America/New_York, or Eastern, Central, Mountain, Pacific.`,
    es: `"${value}" no es una zona horaria. Escriba una como America/New_York, o Este, Centro, Montaña, Pacífico.`,
  }),
  badCoordinates: (value: string): BothLanguages => ({
    en: `"${value}" is not a place on the map. Write latitude, longitude, such as 41.8781, -87.6298.`,
    es: `"${value}" no es un lugar del mapa. Escriba latitud, longitud, como 41.8781, -87.6298.`,
  }),
  badWeatherZone: (value: string): BothLanguages => ({
    en: `"${value}" is not a zone of the weather service. Write one such as ILZ104, or leave the cell empty.`,
    es: `"${value}" no es una zona del servicio del clima. Escriba una como ILZ104 o deje la celda vacía.`,
  }),
  badTime: (value: string): BothLanguages => ({
    en: `"${value}" is not a time of day. Write it as 17:00 or 5:00 PM.`,
    es: `"${value}" no es una hora del día. Escríbala como 17:00 o 5:00 PM.`,
  }),
  badLanguage: (value: string): BothLanguages => ({
    en: `"${value}" is not a language this desk writes. Use English or Spanish.`,
    es: `"${value}" no es un idioma en que escriba esta mesa. Use inglés o español.`,
  }),
  badTrade: (value: string, nearest: string | null): BothLanguages => ({
    en: `"${value}" is not a trade.${suggestion(nearest).en} Trades: plumbing, hvac, electrical, locksmith, security, elevator, appliance, general.`,
    es: `"${value}" no es un oficio.${suggestion(nearest).es} Oficios: plumbing, hvac, electrical, locksmith, security, elevator, appliance, general.`,
  }),
  badRole: (value: string): BothLanguages => ({
    en: `"${value}" is not a role. Roles: technician, coordinator, manager, owner, vendor.`,
    es: `"${value}" no es una función. Funciones: técnico, coordinador, gerente, propietario, proveedor.`,
  }),
  badYesNo: (value: string): BothLanguages => ({
    en: `"${value}" is neither yes nor no.`,
    es: `"${value}" no es ni sí ni no.`,
  }),
  vacantUnit: {
    en: 'Vacant: no resident was added.',
    es: 'Desocupada: no se añadió ningún residente.',
  },
  totalsRow: {
    en: 'A row of totals, left out.',
    es: 'Fila de totales, omitida.',
  },
} as const satisfies Record<string, BothLanguages | ((...args: never[]) => BothLanguages)>;
