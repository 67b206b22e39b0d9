import type { BothLanguages, Language } from '#shared/contract';

/** What systems call a connection that failed, in words: whoever sets up a gateway need not know the names. */
const NOBODY_LISTENS = {
  en: 'nothing listens at that address and port',
  es: 'nadie escucha en esa dirección y ese puerto',
};
const NO_SUCH_NAME = { en: 'no computer of that name is known', es: 'no se conoce ninguna computadora con ese nombre' };
const NO_WAY = { en: 'no network leads there', es: 'ninguna red lleva hasta ahí' };
const TOO_SLOW = { en: 'it did not answer in time', es: 'no respondió a tiempo' };
const HUNG_UP = { en: 'it hung up', es: 'cortó la conexión' };
const NOT_HTTPS = { en: 'it does not speak https there; perhaps http', es: 'ahí no habla https; quizá http' };
const NOT_HTTP = { en: 'what answers there is no web server', es: 'lo que responde ahí no es un servidor web' };
const NO_ADDRESS = { en: 'there can be no such address', es: 'esa dirección no puede existir' };
const SELF_SIGNED = { en: 'it signed it itself', es: 'lo firmó él mismo' };
const BY_NOBODY_KNOWN = {
  en: 'signed by nobody this computer trusts',
  es: 'no lo firmó nadie en quien confíe esta computadora',
};

const MACHINE_WORDS: Readonly<Record<string, BothLanguages>> = {
  ECONNREFUSED: NOBODY_LISTENS,
  ENOTFOUND: NO_SUCH_NAME,
  EAI_AGAIN: NO_SUCH_NAME,
  EHOSTUNREACH: NO_WAY,
  ENETUNREACH: NO_WAY,
  ETIMEDOUT: TOO_SLOW,
  AbortError: TOO_SLOW,
  TimeoutError: TOO_SLOW,
  ABORT_ERR: TOO_SLOW,
  ECONNRESET: HUNG_UP,
  EPIPE: HUNG_UP,
  closed: HUNG_UP,
  EPROTO: NOT_HTTPS,
  ERR_SSL_WRONG_VERSION_NUMBER: NOT_HTTPS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NOT_HTTPS,
  HPE_INVALID_CONSTANT: NOT_HTTP,
  EINVAL: NO_ADDRESS,
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: BY_NOBODY_KNOWN,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: BY_NOBODY_KNOWN,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: BY_NOBODY_KNOWN,
  CERT_HAS_EXPIRED: { en: 'it has expired', es: 'está vencido' },
  CERT_NOT_YET_VALID: { en: 'it is not valid yet', es: 'todavía no es válido' },
  ERR_TLS_CERT_ALTNAME_INVALID: { en: 'it is for another name', es: 'es para otro nombre' },
};

/** In words with the system's own name behind them, which is what others can look up; what has no words stays as it is. */
export function machineWords(code: string, language: Language): string {
  const known = Object.hasOwn(MACHINE_WORDS, code) ? MACHINE_WORDS[code] : undefined;
  return known === undefined ? code : `${known[language]} (${code})`;
}
