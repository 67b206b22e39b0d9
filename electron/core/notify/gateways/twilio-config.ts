import { isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';
import { BareAddress, ListenHost } from './bare-address.ts';
import type { FieldWords } from './field-words.ts';
import { ADDRESS_ONLY, COUNTRY_FIELD, HOST_FIELD, NOT_EMPTY, PORT_FIELD } from './shared-fields.ts';

/** What an administrator enters about an account at Twilio, or at whoever speaks as Twilio does. */
export const TwilioConfig = z
  .object({
    accountSid: z.string().regex(/^[\w-]{2,64}$/),
    authToken: z.string().min(1),
    /** A number of the account, or a short code of it. */
    from: z
      .string()
      .regex(/^\+?\d{3,15}$/)
      .optional(),
    /** Instead of a number: a service that picks one of its own. */
    messagingServiceSid: z
      .string()
      .regex(/^[\w-]{2,64}$/)
      .optional(),
    /** Up to the version; another one for who serves the same API, e.g. `https://SPACE.signalwire.com/api/laml/2010-04-01`. */
    address: BareAddress.default('https://api.twilio.com/2010-04-01'),
    /** Where Twilio reaches our listener, exactly as it calls: its signature is over it. */
    callbackUrl: BareAddress.optional(),
    callbackHost: ListenHost,
    callbackPort: z.int().min(0).max(65_535).default(13_016),
    country: z
      .string()
      .refine((code) => isSupportedCountry(code))
      .default('US'),
  })
  .refine(({ from, messagingServiceSid }) => from !== undefined || messagingServiceSid !== undefined, {
    path: ['from'],
    message: 'a number, or a messaging service',
  });
export type TwilioConfig = Readonly<z.infer<typeof TwilioConfig>>;

/** What an administrator is asked about such an account. */
export const TWILIO_FIELDS: Readonly<Record<keyof TwilioConfig, FieldWords>> = {
  accountSid: {
    label: { en: 'Account SID', es: 'Account SID' },
    hint: {
      en: 'From the console of the account; at SignalWire the project ID.',
      es: 'De la consola de la cuenta; en SignalWire, el ID del proyecto.',
    },
    must: { en: 'letters, digits and dashes only', es: 'solo letras, dígitos y guiones' },
  },
  authToken: {
    label: { en: 'Auth token', es: 'Auth token' },
    hint: { en: 'It stands beside the account SID.', es: 'Está junto al Account SID.' },
    must: NOT_EMPTY,
  },
  from: {
    reads: 'number',
    isAsked: true,
    label: { en: 'Number of the desk', es: 'Número de la mesa' },
    hint: {
      en: 'A number of the account that texts leave from, e.g. +12025550100. Leave it empty only with a messaging service, below.',
      es: 'Un número de la cuenta del que salen los mensajes, p. ej. +12025550100. Déjelo vacío solo con un servicio de mensajería, abajo.',
    },
    whenEmpty: { en: 'the messaging service picks one', es: 'lo elige el servicio de mensajería' },
    must: {
      en: 'a number such as +12025550100, unless a messaging service is given',
      es: 'un número como +12025550100, salvo que se indique un servicio de mensajería',
    },
  },
  messagingServiceSid: {
    label: { en: 'Messaging service SID', es: 'SID del servicio de mensajería' },
    hint: {
      en: 'Instead of a number, where the account has such a service.',
      es: 'En lugar de un número, si la cuenta tiene un servicio así.',
    },
    whenEmpty: { en: 'none', es: 'ninguno' },
    must: { en: 'letters, digits and dashes only', es: 'solo letras, dígitos y guiones' },
  },
  address: {
    reads: 'address',
    label: { en: 'Address of the API', es: 'Dirección de la API' },
    hint: {
      en: 'Up to the version. At SignalWire: https://SPACE.signalwire.com/api/laml/2010-04-01.',
      es: 'Hasta la versión. En SignalWire: https://SPACE.signalwire.com/api/laml/2010-04-01.',
    },
    must: ADDRESS_ONLY,
  },
  callbackUrl: {
    reads: 'address',
    label: { en: 'Public address of this desk', es: 'Dirección pública de esta mesa' },
    hint: {
      en: 'Not needed: replies are fetched every 10 s. With a public address they come at once.',
      es: 'No hace falta: las respuestas se recogen cada 10 s. Con una dirección pública llegan al momento.',
    },
    whenEmpty: { en: 'replies are fetched', es: 'las respuestas se recogen' },
    must: ADDRESS_ONLY,
  },
  callbackHost: HOST_FIELD,
  callbackPort: PORT_FIELD,
  country: COUNTRY_FIELD,
};
