import type { BothLanguages } from '#shared/contract';

const BAD_ADDRESS: BothLanguages = {
  en: 'The address of the weather service begins with https:// (http:// only for this computer) and has no name, password or question mark in it.',
  es: 'La dirección del servicio del clima empieza con https:// (http:// solo para esta computadora) y no lleva usuario, contraseña ni signo de interrogación.',
};

/** Where the weather service is; no slash at its end. What travels in clear could be answered by anybody on the way. */
export function baseUrlOf(
  text: string,
): { readonly ok: true; readonly url: string } | { ok: false; reason: BothLanguages } {
  const url = URL.parse(text.trim());
  const isSafe = url && (url.protocol === 'https:' || (url.protocol === 'http:' && isThisComputer(url.hostname)));
  if (!url || !isSafe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return { ok: false, reason: BAD_ADDRESS };
  return { ok: true, url: url.href.replace(/\/+$/, '') };
}

function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
