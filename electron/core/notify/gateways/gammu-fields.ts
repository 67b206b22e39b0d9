import type { FieldWords } from './field-words.ts';
import type { GammuConfig } from './gammu-config.ts';
import { COUNTRY_FIELD } from './shared-fields.ts';

export const GAMMU_FIELDS: Readonly<Record<keyof GammuConfig, FieldWords>> = {
  database: {
    label: { en: 'Database file', es: 'Archivo de base de datos' },
    hint: {
      en: 'The whole path of the file gammu-smsd keeps, e.g. /var/lib/gammu/smsd.db. In its smsdrc: dbdir, a slash, database.',
      es: 'La ruta completa del archivo de gammu-smsd, p. ej. /var/lib/gammu/smsd.db. En su smsdrc: dbdir, una barra, database.',
    },
    must: {
      en: 'the whole path of a file, such as /var/lib/gammu/smsd.db',
      es: 'la ruta completa de un archivo, como /var/lib/gammu/smsd.db',
    },
  },
  sender: {
    reads: 'number',
    label: { en: 'Number of the SIM', es: 'Número de la SIM' },
    hint: {
      en: 'The number people see and reply to.',
      es: 'El número que la gente ve y al que responde.',
    },
    whenEmpty: { en: 'not said', es: 'no se indica' },
    must: {
      en: 'a telephone number with + and country code',
      es: 'un número de teléfono con + y código de país',
    },
  },
  phoneId: {
    label: { en: 'Name of the modem', es: 'Nombre del módem' },
    hint: {
      en: 'phoneid of smsdrc; only where several modems share the database.',
      es: 'phoneid de smsdrc; solo si varios módems comparten la base de datos.',
    },
    whenEmpty: { en: 'whichever is free', es: 'el que esté libre' },
    must: { en: '1 to 100 characters', es: 'de 1 a 100 caracteres' },
  },
  statusEveryS: {
    label: { en: 'Sign of life every (s)', es: 'Señal de vida cada (s)' },
    hint: {
      en: 'statusfrequency of smsdrc. Three missed, and the modem counts as gone.',
      es: 'statusfrequency de smsdrc. Si faltan tres, el módem se da por desaparecido.',
    },
    must: { en: 'a whole number from 1 to 600', es: 'un número entero de 1 a 600' },
  },
  country: COUNTRY_FIELD,
};
