import type { BothLanguages } from '#shared/contract';
import type { FieldWords } from './field-words.ts';
import type { SmppConfig } from './smpp-config.ts';

const between = (least: number, most: number): BothLanguages => ({
  en: `a whole number from ${least} to ${most}`,
  es: `un número entero de ${least} a ${most}`,
});
const ONE_OF = (en: string, es: string): BothLanguages => ({ en: `one of: ${en}`, es: `uno de: ${es}` });
const TON_HINT: BothLanguages = {
  en: 'Only where the provider asks for it: 0 unknown, 1 international, 2 national, 3 short code, 5 letters.',
  es: 'Solo si el proveedor lo pide: 0 desconocido, 1 internacional, 2 nacional, 3 código corto, 5 letras.',
};
const NPI_HINT: BothLanguages = {
  en: 'Only where the provider asks for it: 0 unknown, 1 telephone.',
  es: 'Solo si el proveedor lo pide: 0 desconocido, 1 telefonía.',
};
const BY_LOOK: BothLanguages = { en: 'as the sender looks', es: 'según el remitente' };

/** What an administrator is asked about an account at an SMSC. */
export const SMPP_FIELDS: Readonly<Record<keyof SmppConfig, FieldWords>> = {
  host: {
    label: { en: 'Host', es: 'Servidor' },
    hint: {
      en: 'Name or address of the provider’s SMSC, without a port.',
      es: 'Nombre o dirección del SMSC del proveedor, sin puerto.',
    },
    must: { en: 'a host name or an address, without a port', es: 'un nombre o una dirección, sin puerto' },
  },
  port: {
    label: { en: 'Port', es: 'Puerto' },
    hint: { en: 'Usually 2775, or 3550 with TLS.', es: 'Suele ser 2775, o 3550 con TLS.' },
    must: between(1, 65_535),
  },
  systemId: {
    label: { en: 'System ID', es: 'System ID' },
    hint: { en: 'The user name of the account.', es: 'El usuario de la cuenta.' },
    must: { en: '1 to 15 characters', es: 'de 1 a 15 caracteres' },
  },
  password: {
    label: { en: 'Password', es: 'Contraseña' },
    hint: { en: 'The one beside that system ID.', es: 'La que va con ese System ID.' },
    must: { en: '1 to 64 characters', es: 'de 1 a 64 caracteres' },
  },
  from: {
    label: { en: 'Sender', es: 'Remitente' },
    hint: {
      en: 'The number people see and answer to, as the provider gave it. A name cannot be answered.',
      es: 'El número que ve y al que responde la gente, tal como lo dio el proveedor. A un nombre no se puede responder.',
    },
    must: {
      en: '3 to 15 digits, or up to 11 letters and digits',
      es: 'de 3 a 15 dígitos, o hasta 11 letras y dígitos',
    },
  },
  tls: {
    label: { en: 'TLS', es: 'TLS' },
    hint: {
      en: 'Without it the password and the texts travel readable.',
      es: 'Sin él, la contraseña y los textos viajan legibles.',
    },
    choices: {
      yes: { en: 'encrypted, and their certificate is checked', es: 'cifrado, y se comprueba su certificado' },
      no: { en: 'not encrypted', es: 'sin cifrar' },
    },
    must: ONE_OF('yes, no', 'yes (sí), no'),
  },
  tlsAuthority: {
    label: { en: 'Certificate authority', es: 'Autoridad certificadora' },
    isLong: true,
    hint: {
      en: 'PEM text, where the provider signs its certificate itself.',
      es: 'Texto PEM, si el proveedor firma él mismo su certificado.',
    },
    whenEmpty: { en: 'those this computer trusts', es: 'las que acepta esta computadora' },
    must: {
      en: 'a certificate that begins with -----BEGIN CERTIFICATE-----',
      es: 'un certificado que empiece por -----BEGIN CERTIFICATE-----',
    },
  },
  systemType: {
    label: { en: 'System type', es: 'Tipo de sistema' },
    hint: { en: 'Only where the provider names one.', es: 'Solo si el proveedor indica uno.' },
    whenEmpty: { en: 'none', es: 'ninguno' },
    must: { en: 'at most 12 characters', es: 'como mucho 12 caracteres' },
  },
  alphabet: {
    label: { en: 'Default alphabet', es: 'Alfabeto por defecto' },
    hint: {
      en: 'What this SMSC reads plain texts as. If ñ or @ arrive as other letters, it is the other one.',
      es: 'Cómo lee este SMSC los textos sencillos. Si la ñ o la @ llegan cambiadas, es el otro.',
    },
    choices: { gsm: { en: 'GSM', es: 'GSM' }, latin1: { en: 'Latin-1', es: 'Latin-1' } },
    must: ONE_OF('gsm, latin1', 'gsm, latin1'),
  },
  receipts: {
    label: { en: 'Receipts', es: 'Acuses' },
    hint: {
      en: 'For which parts of a long text a receipt is asked. Some providers charge for each.',
      es: 'De qué partes de un mensaje largo se pide acuse. Algunos proveedores cobran cada uno.',
    },
    choices: {
      'every part': { en: 'of every part', es: 'de cada parte' },
      'first part': { en: 'of the first part', es: 'de la primera parte' },
      none: { en: 'of none', es: 'de ninguna' },
    },
    must: ONE_OF('every part, first part, none', 'every part (cada parte), first part (la primera), none (ninguna)'),
  },
  window: {
    label: { en: 'Window', es: 'Ventana' },
    hint: {
      en: 'Messages that may wait for the provider’s answer at once.',
      es: 'Mensajes que pueden esperar a la vez la respuesta del proveedor.',
    },
    must: between(1, 100),
  },
  ratePerMinute: {
    label: { en: 'Messages per minute', es: 'Mensajes por minuto' },
    hint: { en: 'What the contract allows.', es: 'Lo que permite el contrato.' },
    whenEmpty: { en: 'no limit', es: 'sin límite' },
    must: between(1, 60_000),
  },
  sourceTon: {
    label: { en: 'TON of the sender', es: 'TON del remitente' },
    hint: TON_HINT,
    whenEmpty: BY_LOOK,
    must: between(0, 7),
  },
  sourceNpi: {
    label: { en: 'NPI of the sender', es: 'NPI del remitente' },
    hint: NPI_HINT,
    whenEmpty: BY_LOOK,
    must: between(0, 18),
  },
  destinationTon: {
    label: { en: 'TON of the receiver', es: 'TON del destinatario' },
    hint: TON_HINT,
    must: between(0, 7),
  },
  destinationNpi: {
    label: { en: 'NPI of the receiver', es: 'NPI del destinatario' },
    hint: NPI_HINT,
    must: between(0, 18),
  },
  country: {
    label: { en: 'Country of numbers without +', es: 'País de los números sin +' },
    hint: {
      en: 'Two letters: by the rules of this country a number without + is read.',
      es: 'Dos letras: con las reglas de este país se leen los números sin +.',
    },
    must: {
      en: 'the two capital letters of a country, such as US',
      es: 'las dos letras mayúsculas de un país, como US',
    },
  },
};
