import { type BothLanguages, type CardQuestion, ProtocolCard } from '#shared/contract';
import { SAFETY_QUESTION } from './cards/safety.ts';
import { isReasonCode } from './codes.ts';

/** Why a card cannot be used as it stands, in both languages and in the order of the card; empty where it can. */
export function cardTrouble(card: ProtocolCard): readonly BothLanguages[] {
  const shape = ProtocolCard.safeParse(card);
  if (!shape.success) return shape.error.issues.map((issue) => missing(issue.path));
  const ids = card.questions.map((one) => one.id);
  return [
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index || id === SAFETY_QUESTION.id)
      .map((id) => ({ en: `Two questions are called “${id}”.`, es: `Dos preguntas se llaman “${id}”.` })),
    ...card.questions.flatMap(questionTrouble),
  ];
}

function questionTrouble(question: CardQuestion, index: number): readonly BothLanguages[] {
  const where = { en: `Question ${index + 1}`, es: `Pregunta ${index + 1}` };
  const ids = question.answers.map((one) => one.id);
  const codes = [...question.about, ...question.unless, ...question.answers.flatMap(({ finding }) => finding ?? [])];
  const unknown = codes.filter((code) => !isReasonCode(code));
  const changesNothing =
    !question.isForTechnician && question.answers.every((one) => one.tier === null && one.finding === null);
  return [
    ...(new Set(ids).size === ids.length
      ? []
      : [{ en: `${where.en}: two answers are the same.`, es: `${where.es}: dos respuestas son iguales.` }]),
    ...unknown.map((code) => ({
      en: `${where.en}: “${code}” is nothing triage recognizes.`,
      es: `${where.es}: “${code}” no es algo que el triaje reconozca.`,
    })),
    ...(changesNothing
      ? [
          {
            en: `${where.en}: no answer changes the tier. Mark it as needed by the technician, or give an answer a tier.`,
            es: `${where.es}: ninguna respuesta cambia el nivel. Márquela como necesaria para el técnico o dé un nivel a una respuesta.`,
          },
        ]
      : []),
  ];
}

/** Which field is empty, too long or wrong, said by where it stands. */
function missing(path: readonly PropertyKey[]): BothLanguages {
  const [part, index, field, answer] = path;
  if (part === 'questions' && typeof index === 'number') {
    const at = field === 'answers' && typeof answer === 'number' ? answer + 1 : null;
    return {
      en: `Question ${index + 1}${at === null ? '' : `, answer ${at}`}: words are missing in a language, or too long.`,
      es: `Pregunta ${index + 1}${at === null ? '' : `, respuesta ${at}`}: faltan palabras en un idioma o son demasiadas.`,
    };
  }
  const name = String(part);
  return {
    en: `${name}: words are missing in a language, or too long.`,
    es: `${name}: faltan palabras en un idioma o son demasiadas.`,
  };
}
