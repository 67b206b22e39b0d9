import type { Language } from '#shared/contract';
import { plainLine, shorten } from './gsm7.ts';
import type { Keyword } from './resident-reply.ts';

const LONGEST_NAME = 40;

/** To whoever asked for no more texts, or for texts again: that it was heard, and how to change it. */
export function keywordText(keyword: Keyword, language: Language, company: string): string {
  const name = shorten(plainLine(company), LONGEST_NAME);
  const from = { en: name === '' ? '' : ` from ${name}`, es: name === '' ? '' : ` de ${name}` }[language];
  if (language === 'en')
    return keyword === 'stop'
      ? `You will get no more texts${from}, emergencies included. Calls are answered as before. Reply START to get texts again.`
      : `You get texts${from} again. Reply STOP to end them.`;
  return keyword === 'stop'
    ? `No recibirá más mensajes${from}, ni en emergencias. Las llamadas se atienden como siempre. Responda START para recibirlos de nuevo.`
    : `Vuelve a recibir mensajes${from}. Responda STOP para dejar de recibirlos.`;
}
