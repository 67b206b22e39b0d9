import type { BothLanguages } from '#shared/contract';
import type { FieldWords } from './field-words.ts';
import type { KannelConfig } from './kannel-config.ts';

const ADDRESS: BothLanguages = {
  en: 'an address such as http://127.0.0.1:13013/…, without a user name, a password or anything after a question mark',
  es: 'una dirección como http://127.0.0.1:13013/…, sin usuario, contraseña ni nada después de un signo de interrogación',
};
const NOT_EMPTY: BothLanguages = { en: 'filled in', es: 'un texto, no vacío' };

/** What an administrator is asked about a Kannel. */
export const KANNEL_FIELDS: Readonly<Record<keyof KannelConfig, FieldWords>> = {
  sendUrl: { label: { en: 'Address of sendsms', es: 'Dirección de sendsms' }, must: ADDRESS },
  username: { label: { en: 'User name', es: 'Usuario' }, must: NOT_EMPTY },
  password: { label: { en: 'Password', es: 'Contraseña' }, must: NOT_EMPTY },
  from: {
    label: { en: 'Sender', es: 'Remitente' },
    must: {
      en: '3 to 15 digits, or up to 11 letters and digits',
      es: 'de 3 a 15 dígitos, o hasta 11 letras y dígitos',
    },
  },
  statusUrl: { label: { en: 'Address of status.txt', es: 'Dirección de status.txt' }, must: ADDRESS },
  statusPassword: {
    label: { en: 'Password of the status page', es: 'Contraseña de la página de estado' },
    must: NOT_EMPTY,
  },
  callbackHost: {
    label: { en: 'This computer as Kannel reaches it', es: 'Esta computadora, vista desde Kannel' },
    must: {
      en: 'the one address at which Kannel can reach this computer; not 0.0.0.0',
      es: 'la única dirección en la que Kannel alcanza esta computadora; no 0.0.0.0',
    },
  },
  callbackPort: {
    label: { en: 'Port for replies and receipts', es: 'Puerto para respuestas y acuses' },
    must: { en: 'a whole number from 0 to 65535', es: 'un número entero de 0 a 65535' },
  },
  callbackSecret: {
    label: { en: 'Secret in those addresses', es: 'Secreto en esas direcciones' },
    must: {
      en: '16 to 128 letters, digits, dashes or underscores; leave it empty to have one made',
      es: 'de 16 a 128 letras, dígitos, guiones o guiones bajos; déjelo vacío para que se genere uno',
    },
  },
  country: {
    label: { en: 'Country of numbers without +', es: 'País de los números sin +' },
    must: {
      en: 'the two capital letters of a country, such as US',
      es: 'las dos letras mayúsculas de un país, como US',
    },
  },
};
