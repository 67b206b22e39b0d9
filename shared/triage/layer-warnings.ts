import {
  type BothLanguages,
  CATEGORIES,
  type CardAnswer,
  type CardQuestion,
  type CompanyPhrase,
  type LifeSafetyKind,
  type ProtocolCard,
  type Tier,
  type TriageLayer,
  type TriageNumbers,
  type TriageRules,
  type WallTime,
} from '#shared/contract';
import { CATEGORY_WORDS } from '#shared/messages';
import { CIRCUMSTANCES, CODES, isReasonCode, meaningOf, type ReasonCode, reasonLabel } from './codes.ts';
import { resolveRules } from './rules.ts';
import { rank } from './weighed.ts';
import { celsiusOf } from './with-numbers.ts';

/**
 * What a change takes away from safety: fewer emergencies called one, in plain words. It is said before saving and forbids
 * nothing; a person decides. `above`: what the places above this one say.
 */
export function layerWarnings(
  above: readonly TriageLayer[],
  before: TriageLayer,
  after: TriageLayer,
): readonly BothLanguages[] {
  const old = resolveRules([...above, before]);
  const fresh = resolveRules([...above, after]);
  return [
    ...numberWarnings(old.numbers, fresh.numbers),
    ...CATEGORIES.flatMap((category) => cardWarnings(old.cards[category], fresh.cards[category])),
    ...phraseWarnings(old, fresh),
  ];
}

/** A number that names fewer emergencies: how it was called, and whether more of it means fewer. */
const LOOSER = [
  { name: 'coldInsideDayF', isMoreLooser: false, tier: 'P1', en: 'cold inside by day', es: 'frío adentro de día' },
  {
    name: 'coldInsideNightF',
    isMoreLooser: false,
    tier: 'P1',
    en: 'cold inside by night',
    es: 'frío adentro de noche',
  },
  { name: 'freezingOutsideF', isMoreLooser: false, tier: 'P1', en: 'freezing outside', es: 'helada afuera' },
  { name: 'hotInsideF', isMoreLooser: true, tier: 'P2', en: 'hot inside', es: 'calor adentro' },
  { name: 'hotOutsideF', isMoreLooser: true, tier: 'P2', en: 'hot outside', es: 'calor afuera' },
] as const;

function numberWarnings(old: TriageNumbers, fresh: TriageNumbers): readonly BothLanguages[] {
  const looser = LOOSER.flatMap(({ name, isMoreLooser, tier, en, es }): readonly BothLanguages[] => {
    const [was, is] = [old[name], fresh[name]];
    if (isMoreLooser ? is <= was : is >= was) return [];
    const degrees = `${was} °F (${celsiusOf(was)} °C) → ${is} °F (${celsiusOf(is)} °C)`;
    return [
      { en: `Fewer texts will be ${tier}: ${en}, ${degrees}.`, es: `Menos mensajes serán ${tier}: ${es}, ${degrees}.` },
    ];
  });
  return [...looser, ...hoursWarning(old, fresh)];
}

/** At some hour another number holds than before, and it is a looser one, whatever other hours gain. */
function hoursWarning(old: TriageNumbers, fresh: TriageNumbers): readonly BothLanguages[] {
  // With one number for all hours, that number says what it loses.
  if (fresh.coldInsideDayF === fresh.coldInsideNightF) return [];
  // Between these nothing changes. Where day stays day and night night, the number itself says what it loses.
  const turns = [old.dayStart, old.dayEnd, fresh.dayStart, fresh.dayEnd];
  const isLooser = (at: WallTime): boolean =>
    isDay(old, at) !== isDay(fresh, at) && coldInside(fresh, at) < coldInside(old, at);
  if (!turns.some(isLooser)) return [];
  const hours = `${old.dayStart}–${old.dayEnd} → ${fresh.dayStart}–${fresh.dayEnd}`;
  return [
    {
      en: `Fewer texts will be P1: the hours of the stricter number for cold are cut (day ${hours}).`,
      es: `Menos mensajes serán P1: se recortan las horas del número más estricto para el frío (día ${hours}).`,
    },
  ];
}

function isDay({ dayStart, dayEnd }: TriageNumbers, at: WallTime): boolean {
  return at >= dayStart && at < dayEnd;
}

function coldInside(numbers: TriageNumbers, at: WallTime): number {
  return isDay(numbers, at) ? numbers.coldInsideDayF : numbers.coldInsideNightF;
}

/** The tier an answer leads to; null where it is only noted. */
function tierOf({ tier, finding }: CardAnswer): Tier | null {
  if (tier !== null || finding === null || !isReasonCode(finding)) return tier;
  // A need that somebody speaks of raises what else is wrong, as far as P1.
  return CIRCUMSTANCES.has(finding) ? 'P1' : CODES[finding].tier;
}

function isGrave(tier: Tier | null): tier is 'P1' | 'P2' {
  return tier !== null && tier !== 'P3';
}

function isLower(now: Tier | null, was: Tier): boolean {
  return now === null || rank(now) > rank(was);
}

/** What a finding says of danger to people, as far as a fixed text goes out because of it; null where none does. */
function dangerOf({ finding }: CardAnswer): { readonly code: ReasonCode; readonly kind: LifeSafetyKind } | null {
  if (finding === null || !isReasonCode(finding)) return null;
  const kind = meaningOf(finding).lifeSafety;
  return kind === undefined ? null : { code: finding, kind };
}

/** The safety text an answer called for is not sent any more, or it is another one. */
function dangerLost(was: CardAnswer, now: CardAnswer): readonly BothLanguages[] {
  const [before, after] = [dangerOf(was), dangerOf(now)];
  if (before === null || before.kind === after?.kind) return [];
  const { code } = before;
  return [
    {
      en: `the answer “${was.label.en}” does not mean “${reasonLabel(code, 'en')}” any more, so the resident does not get the safety text for it.`,
      es: `la respuesta “${was.label.es}” ya no significa “${reasonLabel(code, 'es')}” y el residente no recibe su mensaje de seguridad.`,
    },
  ];
}

function cardWarnings(old: ProtocolCard, fresh: ProtocolCard): readonly BothLanguages[] {
  if (old === fresh) return [];
  const where = { en: CATEGORY_WORDS.en[old.category], es: CATEGORY_WORDS.es[old.category] };
  const lost = old.questions.flatMap((question) => {
    const now = fresh.questions.find((one) => one.id === question.id);
    return now === undefined ? goneWarnings(question) : changedWarnings(question, now);
  });
  const lowering = fresh.questions.flatMap((question) =>
    loweringWarnings(
      old.questions.find((one) => one.id === question.id),
      question,
    ),
  );
  return [...lost, ...lowering].map(({ en, es }) => ({ en: `${where.en}: ${en}`, es: `${where.es}: ${es}` }));
}

function goneWarnings({ text, answers }: CardQuestion): readonly BothLanguages[] {
  if (!answers.some((one) => isGrave(tierOf(one)))) return [];
  return [
    {
      en: `“${text.en}” is not asked any more, so its answers cannot raise the tier.`,
      es: `“${text.es}” ya no se pregunta y sus respuestas no pueden subir el nivel.`,
    },
  ];
}

function changedWarnings(was: CardQuestion, now: CardQuestion): readonly BothLanguages[] {
  const answers = was.answers.flatMap((answer): readonly BothLanguages[] => {
    const tier = tierOf(answer);
    const same = now.answers.find((one) => one.id === answer.id);
    const danger = same === undefined ? [] : dangerLost(answer, same);
    if (!isGrave(tier)) return danger;
    if (same === undefined)
      return [
        {
          en: `the answer “${answer.label.en}” (${tier}) is gone.`,
          es: `ya no está la respuesta “${answer.label.es}” (${tier}).`,
        },
      ];
    const next = tierOf(same);
    if (!isLower(next, tier)) return danger;
    return [
      ...danger,
      {
        en: `the answer “${answer.label.en}” was ${tier} and is now ${next ?? 'only noted'}.`,
        es: `la respuesta “${answer.label.es}” era ${tier} y ahora ${next === null ? 'solo se anota' : `es ${next}`}.`,
      },
    ];
  });
  return [...answers, ...askedLess(was, now)];
}

/** Fewer occasions on which a question is asked whose answers can raise. */
function askedLess(was: CardQuestion, now: CardQuestion): readonly BothLanguages[] {
  if (!was.answers.some((one) => isGrave(tierOf(one)))) return [];
  const isNarrower =
    (was.about.length === 0 && now.about.length > 0) ||
    (now.about.length > 0 && was.about.some((code) => !now.about.includes(code))) ||
    now.unless.some((code) => !was.unless.includes(code));
  if (!isNarrower) return [];
  return [
    {
      en: `“${was.text.en}” is asked less often.`,
      es: `“${was.text.es}” se pregunta menos veces.`,
    },
  ];
}

/** The tier a reason may stand for: how people word it can raise a text as far as P1, though the wording alone is a P3. */
function worstOf(code: ReasonCode): Tier {
  return code === 'wording' ? 'P1' : CODES[code].tier;
}

/** Answers that can newly take away the tier of what the words said. */
function loweringWarnings(was: CardQuestion | undefined, now: CardQuestion): readonly BothLanguages[] {
  if (now.effect !== 'settles') return [];
  return now.about.flatMap((code) => {
    const tier = isReasonCode(code) ? worstOf(code) : null;
    if (!isReasonCode(code) || !isGrave(tier)) return [];
    return now.answers.flatMap((answer): readonly BothLanguages[] => {
      if (answer.tier === null || !isLower(answer.tier, tier)) return [];
      const before = was?.answers.find((one) => one.id === answer.id);
      const couldBefore =
        was?.effect === 'settles' && was.about.includes(code) && before?.tier != null && isLower(before.tier, tier);
      if (couldBefore) return [];
      return [
        {
          en: `the answer “${answer.label.en}” can lower “${reasonLabel(code, 'en')}” from ${tier} to ${answer.tier}.`,
          es: `la respuesta “${answer.label.es}” puede bajar “${reasonLabel(code, 'es')}” de ${tier} a ${answer.tier}.`,
        },
      ];
    });
  });
}

function phraseWarnings(old: TriageRules, fresh: TriageRules): readonly BothLanguages[] {
  const words = (phrase: CompanyPhrase): string => phrase.words.trim().toLowerCase();
  return old.phrases.flatMap((phrase): readonly BothLanguages[] => {
    if (!isGrave(phrase.leastTier)) return [];
    const now = fresh.phrases.filter((one) => words(one) === words(phrase));
    if (now.some((one) => !isLower(one.leastTier, phrase.leastTier))) return [];
    return [
      {
        en: `“${phrase.words}” does not force ${phrase.leastTier} any more.`,
        es: `“${phrase.words}” ya no exige ${phrase.leastTier}.`,
      },
    ];
  });
}
