import type { BothLanguages } from '#shared/contract';
import type { FieldWords } from './field-words.ts';
import type { HttpConfig } from './http-config.ts';
import { ADDRESS_ONLY } from './shared-fields.ts';

const VARIABLES = '{to}, {digits}, {text}, {key}, {from}, {secret}';

const RULES: BothLanguages = {
  en: 'statuses such as “200-299” or “429, 503”, with a text after them where the answer has to contain one, as in “200 ERROR; 404”',
  es: 'estados como “200-299” o “429, 503”, con un texto detrás si la respuesta debe contenerlo, como en “200 ERROR; 404”',
};

/** What an administrator is asked about a gateway that takes a message in one request. */
export const HTTP_FIELDS: Readonly<Record<keyof HttpConfig, FieldWords>> = {
  method: {
    isAsked: true,
    label: { en: 'Method', es: 'Método' },
    hint: { en: 'As its manual says.', es: 'Como diga su manual.' },
    must: { en: 'POST, GET or PUT', es: 'POST, GET o PUT' },
  },
  address: {
    label: { en: 'Address', es: 'Dirección' },
    hint: {
      en: `Where a message is sent to. In its path and after the question mark there may be ${VARIABLES}.`,
      es: `Adónde se manda un mensaje. En la ruta y tras el signo de interrogación puede haber ${VARIABLES}.`,
    },
    must: {
      en: `an http or https address whose braces hold nothing but ${VARIABLES}, none of them in the name of the server`,
      es: `una dirección http o https cuyas llaves no encierren más que ${VARIABLES}, ninguna en el nombre del servidor`,
    },
  },
  headers: {
    isAsked: true,
    label: { en: 'Headers', es: 'Encabezados' },
    hint: {
      en: 'E.g. Authorization: Bearer {secret}. Several one a line, or with “ | ” between them.',
      es: 'P. ej. Authorization: Bearer {secret}. Si son varios, uno por línea o con “ | ” entre ellos.',
    },
    whenEmpty: { en: 'none', es: 'ninguno' },
    isLong: true,
    must: {
      en: '“Name: value” whose braces hold nothing but {to}, {digits}, {key}, {from}, {secret}',
      es: '“Nombre: valor” cuyas llaves no encierren más que {to}, {digits}, {key}, {from}, {secret}',
    },
  },
  bodyKind: {
    isAsked: true,
    label: { en: 'Kind of body', es: 'Tipo de cuerpo' },
    hint: {
      en: 'A form is written to={to}&text={text}, JSON {"to":"{to}","text":"{text}"}.',
      es: 'Un formulario se escribe to={to}&text={text}; JSON, {"to":"{to}","text":"{text}"}.',
    },
    choices: { form: { en: 'form', es: 'formulario' }, json: { en: 'JSON', es: 'JSON' } },
    must: { en: 'form or json', es: 'form o json' },
  },
  body: {
    isAsked: true,
    label: { en: 'Body', es: 'Cuerpo' },
    hint: {
      en: `What is sent, with ${VARIABLES} where they belong; a value is encoded as the place wants it.`,
      es: `Lo que se manda, con ${VARIABLES} donde corresponda; cada valor se codifica como pide el lugar.`,
    },
    whenEmpty: { en: 'nothing', es: 'nada' },
    isLong: true,
    must: {
      en: `a body whose braces hold no other variable than ${VARIABLES}; in JSON each stands between quotation marks`,
      es: `un cuerpo cuyas llaves no encierren otra variable que ${VARIABLES}; en JSON, cada una entre comillas`,
    },
  },
  secret: {
    isAsked: true,
    label: { en: 'Secret', es: 'Secreto' },
    hint: {
      en: 'Password or token; it stands wherever {secret} does, and is never shown again.',
      es: 'Contraseña o token; está donde diga {secret}, y no se vuelve a mostrar.',
    },
    whenEmpty: { en: 'none', es: 'ninguno' },
    must: { en: 'plain letters, digits and signs', es: 'letras sin acento, dígitos y signos' },
  },
  from: {
    reads: 'sender',
    label: { en: 'Sender', es: 'Remitente' },
    hint: { en: 'It stands wherever {from} does.', es: 'Está donde diga {from}.' },
    whenEmpty: { en: 'none', es: 'ninguno' },
    must: {
      en: '3 to 15 digits, or up to 11 letters and digits',
      es: 'de 3 a 15 dígitos, o hasta 11 letras y dígitos',
    },
  },
  accepted: {
    label: { en: 'Answers that mean: taken', es: 'Respuestas que dicen: aceptado' },
    hint: {
      en: 'Statuses, with semicolons between them; with a text behind one the answer has to contain it.',
      es: 'Estados, separados por punto y coma; con un texto detrás, la respuesta debe contenerlo.',
    },
    isLong: true,
    must: RULES,
  },
  rejected: {
    label: { en: 'Answers that mean: refused', es: 'Respuestas que dicen: rechazado' },
    hint: {
      en: 'Such a message is not tried again. 401 and 403 always mean the account; so do 402, 404, 405, 407 and 410 unless a line names them.',
      es: 'Un mensaje así no se reintenta. 401 y 403 siempre se refieren a la cuenta; también 402, 404, 405, 407 y 410, salvo que una línea los nombre.',
    },
    isLong: true,
    must: RULES,
  },
  tryAgain: {
    label: { en: 'Answers that mean: try again', es: 'Respuestas que dicen: intente de nuevo' },
    hint: {
      en: 'Only where the message was certainly not taken. What no line fits may have been taken, and is treated so.',
      es: 'Solo si es seguro que el mensaje no se aceptó. Lo que no encaje en ninguna línea quizá se aceptó, y se trata así.',
    },
    isLong: true,
    must: RULES,
  },
  reference: {
    label: { en: 'Where its reference stands', es: 'Dónde está su referencia' },
    hint: {
      en: 'In a JSON answer, names with dots between them, e.g. messages.0.id.',
      es: 'En una respuesta JSON, nombres separados por puntos, p. ej. messages.0.id.',
    },
    whenEmpty: { en: 'not read', es: 'no se lee' },
    must: { en: 'names with dots between them', es: 'nombres separados por puntos' },
  },
  healthUrl: {
    reads: 'address',
    label: { en: 'Address that tells whether it is well', es: 'Dirección que dice si está bien' },
    hint: {
      en: 'Asked every half minute with the same headers.',
      es: 'Se consulta cada medio minuto con los mismos encabezados.',
    },
    whenEmpty: { en: 'only a message shows it', es: 'solo un mensaje lo muestra' },
    must: ADDRESS_ONLY,
  },
  ratePerMinute: {
    label: { en: 'Messages a minute', es: 'Mensajes por minuto' },
    hint: { en: 'As many as it takes at most.', es: 'Cuántos admite como máximo.' },
    whenEmpty: { en: 'no limit', es: 'sin límite' },
    must: { en: 'a whole number from 1 to 6000', es: 'un número entero de 1 a 6000' },
  },
};
