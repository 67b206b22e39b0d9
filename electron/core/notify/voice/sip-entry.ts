import { isIPv4 } from 'node:net';
import { z } from 'zod';
import type { BothLanguages } from '#shared/contract';
import { voiceEntry } from './entry.ts';
import { sipDriver } from './sip.ts';

/** A host with or without a port. Nothing in it may end a value of baresip's own files. */
const Host = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::\d{1,5})?$/);
const Word = z.string().regex(/^[^\s<>;"@:,\\]{1,120}$/);

/** What an administrator enters about a telephone account. */
export const SipConfig = z.object({
  /** The provider's, or the office's own exchange: `sip.example.com`. */
  server: Host,
  username: Word,
  /** Where the provider's name for signing in is another than the account's. */
  authName: Word.optional(),
  // baresip reads the account from a file in which these characters end a value.
  password: z.string().regex(/^[^\s<>;"\\]{1,120}$/),
  outboundProxy: Host.optional(),
  transport: z.enum(['udp', 'tcp', 'tls']).default('udp'),
  registers: z.enum(['yes', 'no']).default('yes'),
  callerNumber: z
    .string()
    .regex(/^\+?[1-9]\d{6,14}$/)
    .optional(),
  numbers: z.enum(['plus', 'digits']).default('plus'),
  bindAddress: z
    .string()
    .refine((address) => isIPv4(address) && address !== '0.0.0.0')
    .optional(),
  lines: z.int().min(1).max(4).default(1),
});
export type SipConfig = Readonly<z.infer<typeof SipConfig>>;

const HOST: BothLanguages = {
  en: 'a host such as sip.example.com, with a port where it needs one',
  es: 'un servidor como sip.example.com, con puerto si hace falta',
};
const WORD: BothLanguages = {
  en: 'a name without blanks, quotes or any of < > ; @ : ,',
  es: 'un nombre sin espacios, comillas ni < > ; @ : ,',
};

export const SIP = voiceEntry<typeof SipConfig>({
  title: { en: 'SIP telephone account', es: 'Cuenta telefónica SIP' },
  summary: {
    en: 'Calls through your own SIP account and hears keys. Needs baresip and espeak-ng on this computer; no address reachable from outside.',
    es: 'Llama por su propia cuenta SIP y oye las teclas. Necesita baresip y espeak-ng en esta computadora; ninguna dirección accesible desde fuera.',
  },
  config: SipConfig,
  fields: {
    server: {
      label: { en: 'Server', es: 'Servidor' },
      hint: {
        en: 'Of the provider or of the office’s own exchange, e.g. sip.example.com.',
        es: 'Del proveedor o de la central de la oficina, p. ej. sip.example.com.',
      },
      must: HOST,
    },
    username: {
      label: { en: 'Account', es: 'Cuenta' },
      hint: { en: 'The part before the @ of the SIP address.', es: 'Lo que va antes de la @ en la dirección SIP.' },
      must: WORD,
    },
    authName: {
      label: { en: 'Name for signing in', es: 'Nombre para autenticarse' },
      hint: {
        en: 'Only where the provider gave one beside the account.',
        es: 'Solo si el proveedor dio uno aparte de la cuenta.',
      },
      must: WORD,
      whenEmpty: { en: 'the account', es: 'la cuenta' },
    },
    password: {
      label: { en: 'Password', es: 'Contraseña' },
      hint: { en: 'The one of that account.', es: 'La de esa cuenta.' },
      must: {
        en: 'a password without blanks, quotes or any of < > ; \\',
        es: 'una contraseña sin espacios, comillas ni < > ; \\',
      },
    },
    outboundProxy: {
      label: { en: 'Outbound proxy', es: 'Proxy de salida' },
      hint: { en: 'Where the provider asks for one.', es: 'Si el proveedor lo pide.' },
      must: HOST,
      whenEmpty: { en: 'none', es: 'ninguno' },
    },
    transport: {
      label: { en: 'Transport', es: 'Transporte' },
      hint: { en: 'As the provider says; tls is encrypted.', es: 'El que diga el proveedor; tls va cifrado.' },
      must: { en: 'udp, tcp or tls', es: 'udp, tcp o tls' },
    },
    registers: {
      label: { en: 'Registers with the server', es: 'Se registra en el servidor' },
      hint: {
        en: 'An account does; a trunk that knows this computer by its address does not.',
        es: 'Una cuenta sí; una troncal que conoce esta computadora por su dirección, no.',
      },
      must: { en: 'yes or no', es: 'yes o no' },
    },
    callerNumber: {
      reads: 'sender',
      label: { en: 'Number people see', es: 'Número que se ve' },
      hint: {
        en: 'The one fixed number that calls. Responders save it, so that it rings through “do not disturb”.',
        es: 'El único número que llama. Los técnicos lo guardan para que suene aunque tengan «no molestar».',
      },
      must: { en: 'a number such as +12025550100', es: 'un número como +12025550100' },
      whenEmpty: { en: 'as the provider sets it', es: 'el que ponga el proveedor' },
    },
    numbers: {
      label: { en: 'Numbers are dialled', es: 'Los números se marcan' },
      hint: {
        en: 'With a plus as +12025550147; digits only for servers that refuse the plus.',
        es: 'Con el signo más como +12025550147; solo cifras si el servidor rechaza el signo.',
      },
      must: { en: 'plus or digits', es: 'plus o digits' },
      choices: {
        plus: { en: 'with a plus', es: 'con el signo más' },
        digits: { en: 'digits only', es: 'solo cifras' },
      },
    },
    bindAddress: {
      label: { en: 'Address of this computer', es: 'Dirección de esta computadora' },
      hint: {
        en: 'Only where it has several and calls must leave by one of them.',
        es: 'Solo si tiene varias y las llamadas deben salir por una de ellas.',
      },
      must: { en: 'one IPv4 address of this computer', es: 'una dirección IPv4 de esta computadora' },
      whenEmpty: { en: 'the one that leads out', es: 'la que sale a la red' },
    },
    lines: {
      label: { en: 'Calls at once', es: 'Llamadas a la vez' },
      hint: { en: 'No more than the account allows.', es: 'No más de las que permita la cuenta.' },
      must: { en: 'a whole number from 1 to 4', es: 'un número entero de 1 a 4' },
    },
  },
  secretFields: ['password'],
  sentTo: { password: ['server', 'outboundProxy', 'transport'] },
  create: sipDriver,
});
