import type { BothLanguages, Language, TemplateKind } from '#shared/contract';
import { withholdAccessCodes } from './access-codes.ts';
import { builtInText, isSafety } from './built-in-text.ts';
import { costlyLetters } from './gsm7.ts';
import { MAX_SEGMENTS, segmentsOf } from './segments.ts';
import { isVariable, PLACE, type TemplateVariable, templateShown } from './template-fill.ts';

/** Something a text has to say, whoever words it. */
export type TemplatePart = {
  readonly words: BothLanguages;
  readonly isSaid: (text: string, language: Language) => boolean;
};

function part(words: BothLanguages, patterns: Readonly<Record<Language, RegExp>>): TemplatePart {
  return { words, isSaid: (text, language) => patterns[language].test(text) };
}

const REPLY = { en: /\breply\b/i, es: /\brespond(?:a|an|e|er)\b/i };
const HOW_TO_REPLY = part({ en: 'that they can reply', es: 'que se puede responder' }, REPLY);
const REPLY_TWO = part(
  { en: 'how to say that it is not fixed: reply 2', es: 'cómo decir que sigue mal: responda 2' },
  { en: /\breply\b[^.]*\b2\b/i, es: /\brespond(?:a|an|e|er)\b[^.]*\b2\b/i },
);
const REPLY_ONE = part(
  { en: 'how to say that it is fixed: reply 1', es: 'cómo decir que ya funciona: responda 1' },
  { en: /\breply\b[^.]*\b1\b/i, es: /\brespond(?:a|an|e|er)\b[^.]*\b1\b/i },
);
const CALL_911 = part(
  { en: 'call 911', es: 'llame al 911' },
  { en: /\bcall 911\b/i, es: /\bllam(?:e|en|ar) (?:ya )?al 911\b/i },
);
const ALERTS_NOBODY = part(
  { en: 'This text does not alert 911.', es: 'Este mensaje no avisa al 911.' },
  { en: /This text does not alert 911\./, es: /Este mensaje no avisa al 911\./ },
);
const GET_OUT = part({ en: 'get out', es: 'salgan' }, { en: /\bout\b/i, es: /\bsal(?:gan?|ir)\b/i });
const NO_PHONE_INSIDE = part(
  { en: 'use neither phone nor switch inside', es: 'no usar teléfono ni interruptores adentro' },
  { en: /\bphone\b.*\bswitch/i, es: /\btel[eé]fono\b.*\binterruptor/i },
);
const SHUT_OFF = part(
  { en: 'the shut-off: the water valve', es: 'el cierre: la llave del agua' },
  { en: /\b(?:valve|shut-?off)\b/i, es: /\b(?:llave|válvula|valvula)\b/i },
);
const SOMEBODY_TO_TALK_TO = part({ en: '988', es: '988' }, { en: /\b988\b/, es: /\b988\b/ });

const OF_KIND: Readonly<Partial<Record<TemplateKind, readonly TemplatePart[]>>> = {
  resolved: [REPLY_TWO],
  closed: [HOW_TO_REPLY],
  morning: [HOW_TO_REPLY],
  followUp: [REPLY_ONE, REPLY_TWO],
  'safety-gas': [GET_OUT, NO_PHONE_INSIDE],
  'safety-fire': [GET_OUT],
  'safety-co': [GET_OUT],
  'safety-evacuate': [GET_OUT],
  'safety-water': [SHUT_OFF],
  'safety-selfHarm': [SOMEBODY_TO_TALK_TO],
};

/** What a text has to say in any wording: how to reply, numbers of life safety, the shut-off. */
export function templateParts(kind: TemplateKind): readonly TemplatePart[] {
  const own = OF_KIND[kind] ?? [];
  return isSafety(kind) ? [...own, CALL_911, ALERTS_NOBODY] : own;
}

/** The variables of a text, and whether it may do without: only where it is may be left out. */
export function variablesOf(
  kind: TemplateKind,
): readonly { readonly name: TemplateVariable; readonly isNeeded: boolean }[] {
  return placesIn(builtInText(kind, 'en'))
    .filter(isVariable)
    .map((name) => ({ name, isNeeded: name !== 'property' }));
}

/** Everything that keeps a wording from being signed, as sentences; empty where nothing does. */
export function templateTrouble(kind: TemplateKind, language: Language, text: string): readonly BothLanguages[] {
  if (text.trim() === '') return [{ en: 'The text is empty.', es: 'El mensaje está vacío.' }];
  return [
    ...variableTrouble(kind, text),
    ...templateParts(kind)
      .filter(({ isSaid }) => !isSaid(text, language))
      .map(({ words }) => ({
        en: sentence(`Whatever else it says, it has to say: ${words.en}`),
        es: sentence(`Diga lo que diga, tiene que decir: ${words.es}`),
      })),
    ...codeTrouble(text),
    ...lengthTrouble(kind, language, text),
  ];
}

function variableTrouble(kind: TemplateKind, text: string): readonly BothLanguages[] {
  const known = variablesOf(kind);
  const listed = known.map(({ name }) => `{${name}}`).join(', ');
  const used = placesIn(text);
  const unknown = used.filter((name) => !known.some((each) => each.name === name));
  const missing = known.filter(({ name, isNeeded }) => isNeeded && !used.includes(name));
  return [
    ...unknown.map((name) =>
      listed === ''
        ? {
            en: `This text has no variables, so {${name}} would stay empty.`,
            es: `Este mensaje no tiene variables; {${name}} quedaría vacío.`,
          }
        : {
            en: `{${name}} is no variable of this text. It knows ${listed}.`,
            es: `{${name}} no es una variable de este mensaje. Conoce ${listed}.`,
          },
    ),
    ...(/[{}]/.test(text.replace(PLACE, ''))
      ? [{ en: 'A brace { or } has no partner.', es: 'Hay una llave { o } sin pareja.' }]
      : []),
    ...missing.map(({ name }) => ({
      en: `{${name}} has to stay: ${WHY[name].en}.`,
      es: `{${name}} tiene que quedarse: ${WHY[name].es}.`,
    })),
  ];
}

const WHY: Readonly<Record<TemplateVariable, BothLanguages>> = {
  property: { en: 'it names the place', es: 'nombra el lugar' },
  by: { en: 'they must know who it is about', es: 'el residente debe saber de quién se trata' },
  estimate: { en: 'it is what the text is about', es: 'de eso trata el mensaje' },
  next: { en: 'each text promises the next', es: 'cada mensaje promete el siguiente' },
  day: { en: 'a time of day alone says nothing', es: 'la hora sola no dice nada' },
};

function codeTrouble(text: string): readonly BothLanguages[] {
  if (withholdAccessCodes(text) === text) return [];
  return [
    {
      en: 'This looks like a door or gate code. Such codes never leave in a text.',
      es: 'Esto parece un código de puerta o portón. Esos códigos nunca salen en un mensaje.',
    },
  ];
}

function lengthTrouble(kind: TemplateKind, language: Language, text: string): readonly BothLanguages[] {
  const most = isSafety(kind) ? 1 : MAX_SEGMENTS;
  const { segments } = segmentsOf(templateShown(text, language, 'longest'));
  if (segments <= most) return [];
  const [costly] = costlyLetters(text);
  const because =
    costly === undefined
      ? { en: '', es: '' }
      : {
          en: ` “${costly}” is not in the plain alphabet of SMS and more than halves what a segment holds.`,
          es: ` “${costly}” no está en el alfabeto simple de SMS y reduce a menos de la mitad lo que cabe.`,
        };
  return [
    {
      en: `It takes ${segments} segments with the longest names; ${most === 1 ? 'somebody in danger must have it in one' : `${most} is the most`}.${because.en}`,
      es: `Ocupa ${segments} segmentos con los nombres más largos; ${most === 1 ? 'quien está en peligro debe tenerlo en uno' : `lo máximo es ${most}`}.${because.es}`,
    },
  ];
}

function placesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name))];
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
