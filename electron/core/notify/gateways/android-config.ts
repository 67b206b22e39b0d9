import { isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';
import { BareAddress, ListenHost } from './bare-address.ts';
import type { FieldWords } from './field-words.ts';
import { ADDRESS_ONLY, COUNTRY_FIELD, HOST_FIELD, NOT_EMPTY, PORT_FIELD } from './shared-fields.ts';

/** What an administrator enters about a phone that runs SMS Gateway for Android in its local mode. */
export const AndroidConfig = z.object({
  /** As the app shows it, e.g. `http://192.168.1.20:8080`. */
  address: BareAddress,
  username: z.string().min(1),
  password: z.string().min(1),
  /** Which SIM of the phone, from 1. Absent: the one the app is set to. */
  simNumber: z.int().min(1).max(3).optional(),
  /** Where the phone reaches our listener, if it does; its calls only say that there is something to fetch. */
  callbackUrl: BareAddress.optional(),
  callbackHost: ListenHost,
  callbackPort: z.int().min(0).max(65_535).default(13_017),
  /** The app signs its calls with it. */
  signingKey: z.string().min(1).optional(),
  country: z
    .string()
    .refine((code) => isSupportedCountry(code))
    .default('US'),
});
export type AndroidConfig = Readonly<z.infer<typeof AndroidConfig>>;

/** What an administrator is asked about such a phone. */
export const ANDROID_FIELDS: Readonly<Record<keyof AndroidConfig, FieldWords>> = {
  address: {
    reads: 'address',
    label: { en: 'Address of the phone', es: 'Dirección del teléfono' },
    hint: {
      en: 'As the app shows it under “Local server”, e.g. http://192.168.1.20:8080. Give the phone a fixed address in the router.',
      es: 'Como la muestra la aplicación en “Local server”, p. ej. http://192.168.1.20:8080. Dele al teléfono una dirección fija en el router.',
    },
    must: ADDRESS_ONLY,
  },
  username: {
    label: { en: 'User name', es: 'Usuario' },
    hint: { en: 'The app shows it beside the address.', es: 'La aplicación lo muestra junto a la dirección.' },
    must: NOT_EMPTY,
  },
  password: {
    label: { en: 'Password', es: 'Contraseña' },
    hint: { en: 'The one beside that user name.', es: 'La que va con ese usuario.' },
    must: NOT_EMPTY,
  },
  simNumber: {
    label: { en: 'SIM', es: 'SIM' },
    hint: { en: 'For a phone with two: 1 or 2.', es: 'Para un teléfono con dos: 1 o 2.' },
    whenEmpty: { en: 'as the app is set', es: 'la de la aplicación' },
    must: { en: 'a whole number from 1 to 3', es: 'un número entero de 1 a 3' },
  },
  callbackUrl: {
    reads: 'address',
    label: { en: 'Address at which the phone reaches this desk', es: 'Dirección en que el teléfono alcanza esta mesa' },
    hint: {
      en: 'Not needed: replies are fetched every 5 s. With an https address they come at once.',
      es: 'No hace falta: las respuestas se recogen cada 5 s. Con una dirección https llegan al momento.',
    },
    whenEmpty: { en: 'replies are fetched', es: 'las respuestas se recogen' },
    must: ADDRESS_ONLY,
  },
  callbackHost: HOST_FIELD,
  callbackPort: PORT_FIELD,
  signingKey: {
    label: { en: 'Signing key', es: 'Clave de firma' },
    hint: {
      en: 'From the app, Settings, Webhooks; only with an address at which the phone reaches this desk.',
      es: 'De la aplicación, en Ajustes, Webhooks; solo con una dirección en que el teléfono alcance esta mesa.',
    },
    whenEmpty: { en: 'the phone’s calls are not heard', es: 'no se oyen las llamadas del teléfono' },
    must: NOT_EMPTY,
  },
  country: COUNTRY_FIELD,
};
