import { z } from 'zod';
import { BareAddress } from './bare-address.ts';
import type { FieldWords } from './field-words.ts';
import { ADDRESS_ONLY } from './shared-fields.ts';

/** A header carries it. */
const Token = z.string().regex(/^[\x21-\x7e]{1,500}$/);

/** Letters, digits, underscores and dashes, as ntfy has them. */
export const TOPIC = /^[\w-]{1,64}$/;

/** What an administrator enters about the company's own ntfy. */
export const NtfyConfig = z.object({
  address: BareAddress,
  /** For whoever has no topic of their own. */
  topic: z.string().regex(TOPIC),
  /** Absent: anybody may write to the topic. */
  token: Token.optional(),
});
export type NtfyConfig = Readonly<z.infer<typeof NtfyConfig>>;

/** What an administrator enters about the company's own Gotify. */
export const GotifyConfig = z.object({
  address: BareAddress,
  /** Of an application there; whoever has an account sees what it sends. */
  token: Token,
});
export type GotifyConfig = Readonly<z.infer<typeof GotifyConfig>>;

const TOKEN_MUST = { en: 'the token, without blanks', es: 'el token, sin espacios' };
const ADDRESS: Omit<FieldWords, 'hint'> = {
  reads: 'address',
  label: { en: 'Address of the server', es: 'Dirección del servidor' },
  must: ADDRESS_ONLY,
};

/** What an administrator is asked about an ntfy. */
export const NTFY_FIELDS: Readonly<Record<keyof NtfyConfig, FieldWords>> = {
  address: {
    ...ADDRESS,
    hint: { en: 'E.g. https://ntfy.example.com.', es: 'P. ej. https://ntfy.example.com.' },
  },
  topic: {
    label: { en: 'Topic', es: 'Tema' },
    hint: {
      en: 'For whoever has no topic of their own; who knows it can read along, so make it hard to guess.',
      es: 'Para quien no tenga un tema propio; quien lo conozca puede leerlo, así que elija uno difícil de adivinar.',
    },
    must: {
      en: 'up to 64 letters, digits, dashes and underscores',
      es: 'hasta 64 letras, dígitos, guiones y guiones bajos',
    },
  },
  token: {
    label: { en: 'Access token', es: 'Token de acceso' },
    hint: {
      en: 'Where topics are protected: a token that may write to them.',
      es: 'Si los temas están protegidos: un token que pueda escribir en ellos.',
    },
    whenEmpty: { en: 'none', es: 'ninguno' },
    must: TOKEN_MUST,
  },
};

/** What an administrator is asked about a Gotify. */
export const GOTIFY_FIELDS: Readonly<Record<keyof GotifyConfig, FieldWords>> = {
  address: {
    ...ADDRESS,
    hint: { en: 'E.g. https://gotify.example.com.', es: 'P. ej. https://gotify.example.com.' },
  },
  token: {
    label: { en: 'Token of the application', es: 'Token de la aplicación' },
    hint: {
      en: 'In Gotify under Apps: create an application and copy its token.',
      es: 'En Gotify, en Apps: cree una aplicación y copie su token.',
    },
    must: TOKEN_MUST,
  },
};
