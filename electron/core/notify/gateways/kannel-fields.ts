import type { FieldWords } from './field-words.ts';
import type { KannelConfig } from './kannel-config.ts';
import { ADDRESS_ONLY, COUNTRY_FIELD, NOT_EMPTY } from './shared-fields.ts';

/** What an administrator is asked about a Kannel. */
export const KANNEL_FIELDS: Readonly<Record<keyof KannelConfig, FieldWords>> = {
  sendUrl: {
    reads: 'address',
    label: { en: 'Address of sendsms', es: 'Dirección de sendsms' },
    hint: {
      en: 'Where its smsbox takes messages, e.g. http://127.0.0.1:13013/cgi-bin/sendsms.',
      es: 'Donde su smsbox recibe los mensajes, p. ej. http://127.0.0.1:13013/cgi-bin/sendsms.',
    },
    must: ADDRESS_ONLY,
  },
  username: {
    label: { en: 'User name', es: 'Usuario' },
    hint: {
      en: 'As in the group sendsms-user of kannel.conf.',
      es: 'Como en el grupo sendsms-user de kannel.conf.',
    },
    must: NOT_EMPTY,
  },
  password: {
    label: { en: 'Password', es: 'Contraseña' },
    hint: { en: 'The one beside that user name.', es: 'La que va con ese usuario.' },
    must: NOT_EMPTY,
  },
  from: {
    reads: 'sender',
    label: { en: 'Sender', es: 'Remitente' },
    hint: {
      en: 'The number or name people see. Empty: the one Kannel itself is set to.',
      es: 'El número o nombre que ve la gente. Vacío: el que tenga puesto Kannel.',
    },
    whenEmpty: { en: 'as Kannel is set', es: 'el de Kannel' },
    must: {
      en: '3 to 15 digits, or up to 11 letters and digits',
      es: 'de 3 a 15 dígitos, o hasta 11 letras y dígitos',
    },
  },
  statusUrl: {
    reads: 'address',
    label: { en: 'Address of status.txt', es: 'Dirección de status.txt' },
    hint: {
      en: 'Of its bearerbox, e.g. http://127.0.0.1:13000/status.txt. Empty: nobody can say whether the radio link is up.',
      es: 'De su bearerbox, p. ej. http://127.0.0.1:13000/status.txt. Vacío: nadie puede decir si el enlace de radio funciona.',
    },
    whenEmpty: { en: 'not asked', es: 'no se consulta' },
    must: ADDRESS_ONLY,
  },
  statusPassword: {
    label: { en: 'Password of the status page', es: 'Contraseña de la página de estado' },
    hint: {
      en: 'status-password of kannel.conf, where that page has one.',
      es: 'status-password de kannel.conf, si esa página la tiene.',
    },
    whenEmpty: { en: 'none', es: 'ninguna' },
    must: NOT_EMPTY,
  },
  callbackHost: {
    label: { en: 'This computer as Kannel reaches it', es: 'Esta computadora, vista desde Kannel' },
    hint: {
      en: 'The address at which Kannel reaches this computer; with Kannel on this computer leave it as it is.',
      es: 'La dirección en que Kannel encuentra esta computadora; si Kannel está en esta misma, déjela como está.',
    },
    must: {
      en: 'the one address at which Kannel can reach this computer; not 0.0.0.0',
      es: 'la única dirección en la que Kannel alcanza esta computadora; no 0.0.0.0',
    },
  },
  callbackPort: {
    label: { en: 'Port for replies and receipts', es: 'Puerto para respuestas y acuses' },
    hint: {
      en: 'Where replies and receipts arrive. It stands in the lines to paste too.',
      es: 'Donde llegan respuestas y acuses. También está en las líneas para pegar.',
    },
    must: { en: 'a whole number from 0 to 65535', es: 'un número entero de 0 a 65535' },
  },
  callbackSecret: {
    label: { en: 'Secret in those addresses', es: 'Secreto en esas direcciones' },
    hint: {
      en: 'Keeps strangers from forging replies. Empty: one is made up and stands in the lines to paste.',
      es: 'Impide que un extraño falsifique respuestas. Vacío: se inventa uno, que queda en las líneas para pegar.',
    },
    whenEmpty: { en: 'made up', es: 'se inventa' },
    must: {
      en: '16 to 128 letters, digits, dashes or underscores; leave it empty to have one made',
      es: 'de 16 a 128 letras, dígitos, guiones o guiones bajos; déjelo vacío para que se genere uno',
    },
  },
  country: COUNTRY_FIELD,
};
