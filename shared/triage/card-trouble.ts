import { type BothLanguages, type CardQuestion, ProtocolCard } from '#shared/contract';
import { SAFETY_QUESTION } from './cards/safety.ts';
import { isReasonCode } from './codes.ts';

/** Why a card cannot be used as it stands, in both languages and in the order of the card; empty where it can. */
export function cardTrouble(card: ProtocolCard): readonly BothLanguages[] {
  const shape = ProtocolCard.safeParse(card);
  if (!shape.success) return once(shape.error.issues.map(missing));
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

// Words that are missing in both languages are one trouble.
function once(troubles: readonly BothLanguages[]): readonly BothLanguages[] {
  return troubles.filter((one, index) => troubles.findIndex((each) => each.en === one.en) === index);
}

type Issue = { readonly code: string; readonly path: readonly PropertyKey[] };

/** What is empty, too long or too few, said by where it stands. */
function missing({ path, code }: Issue): BothLanguages {
  const where = whereOf(path);
  // Of a list it is the number that is wrong, of words their length.
  if (LISTS.includes(String(path.at(-1)))) {
    return code === 'too_small'
      ? { en: `${where.en}: at least two answers are needed.`, es: `${where.es}: hacen falta al menos dos respuestas.` }
      : { en: `${where.en}: there are too many.`, es: `${where.es}: hay demasiadas.` };
  }
  return {
    en: `${where.en}: words are missing in a language, or too long.`,
    es: `${where.es}: faltan palabras en un idioma o son demasiadas.`,
  };
}

const LISTS = ['questions', 'answers', 'advice'];

const PARTS: Readonly<Record<string, BothLanguages>> = {
  questions: { en: 'Questions', es: 'Preguntas' },
  advice: { en: 'Advice', es: 'Consejos' },
  photos: { en: 'Photos', es: 'Fotos' },
  identityRule: { en: 'Whom to let in', es: 'A quién abrir' },
};

function whereOf([part, index, field, answer]: readonly PropertyKey[]): BothLanguages {
  if (part === 'questions' && typeof index === 'number') {
    const at = field === 'answers' && typeof answer === 'number' ? answer + 1 : null;
    return {
      en: `Question ${index + 1}${at === null ? '' : `, answer ${at}`}`,
      es: `Pregunta ${index + 1}${at === null ? '' : `, respuesta ${at}`}`,
    };
  }
  if (part === 'advice' && typeof index === 'number') return { en: `Advice ${index + 1}`, es: `Consejo ${index + 1}` };
  const name = String(part);
  return PARTS[name] ?? { en: name, es: name };
}
