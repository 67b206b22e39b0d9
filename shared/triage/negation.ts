import { sentenceAt } from './match.ts';
import {
  ABSTRACT_BEFORE,
  ASKS,
  COMMANDED,
  COVER_ASKED,
  CURIOUS,
  GOING_ON,
  HARMLESS_STILL,
  IF_BEFORE,
  IN_A_MONTH,
  INNOCENT_AFTER,
  LABEL_BEFORE,
  LONG_AGO,
  MATTER_BEFORE,
  MENDED,
  MENDED_BEFORE,
  MISTAKEN,
  NOT_MENDED,
  OF_THE_PAST,
  PAPERWORK,
  PRESENT,
  PRETENDED_BEFORE,
  REHEARSED,
  STILL,
} from './packs/standing-words.ts';

/** Whether words mean what they say: they stand, or they are denied, asked in the abstract, or over. */
export type Standing = 'stands' | 'denied' | 'hypothetical' | 'over';

const NEGATOR =
  /^(?:no|not|never|without|isnt|arent|aint|doesnt|dont|didnt|wasnt|werent|hasnt|havent|cant|cannot|couldnt|zero|nobody|sin|nunca|jamas|nadie)$/;

// They go with a negation without cancelling it ("no hay ningún olor", "no smoke nor fire"), and deny when alone.
const COMPANION = /^(?:nor|neither|none|nothing|ni|tampoco|ningun|ninguna|nada)$/;

// Words that may stand between a negation and what it denies. Anything else between them ends its reach:
// "the heat is not working and I smell gas" denies the heat alone.
const LIGHT =
  /^(?:a|an|any|the|of|or|one|is|are|was|were|be|been|being|got|i|we|it|its|there|theres|that|this|to|do|does|did|have|has|had|see|seen|seeing|smell|smelled|smelling|hear|feel|notice|noticed|say|said|saying|claim|mean|sign|signs|trace|causing|active|actual|visible|real|strong|much|more|longer|big|major|coming|currently|actually|anyone|anybody|someone|seriously|badly|hay|hubo|habia|huele|olor|huelo|ve|veo|vemos|sale|salen|salio|da|dan|echa|siento|sentimos|se|a|de|el|la|los|las|un|una|es|son|esta|estan|ha|he|tengo|tenemos|ningun|ninguna|nada|o|y|que|digo|dije|mucho|mucha|grave|ya|nos|me|adentro|casa|en)$/;

// Where the reach of a negation ends.
const CLAUSE_END =
  /^(?:[.?]|but|pero|however|although|though|aunque|and|because|porque|so|except|just|only|nomas|solo|sino)$/;

// They sound like negations and deny nothing.
const EMPTY_NEGATIONS =
  / (?:not (?:sure|certain|only|just|kidding|joking|a joke|a drill|a test|normal)|(?:do not|dont|didnt|doesnt) (?:know|care|wait|want)|no (?:idea|doubt|joke|clue|rush|hurry|answer|response|lie|cap)|(?:cant|cannot) (?:tell|stop|believe)|(?:probably|maybe|likely|might be) nothing|nothing(?: \w+){0,2} but|no se(?: si)?|no (?:es broma|es simulacro|es un simulacro|estoy segur[oa]|sabemos|para de|deja de|paran de|aguanto|creo que sea nada(?: grave)?|ha de ser nada)|sin (?:parar|cesar|control)|no puedo (?:cerrar|parar|creer))(?= )/g;

const DENIED_AFTER =
  /^ (?:[,?] )?(?:(?:no|none|nope|negative|ninguno|ninguna|negativo) [.?]|no more |(?:was|is|fue|era)? ?(?:a )?(?:false alarm|falsa alarma))/;

/** True when the words before deny what follows; two negations cancel out. */
function isDenied(before: string, isNegative: boolean): boolean {
  const words = before.replace(EMPTY_NEGATIONS, ' _').trim().split(' ').reverse();
  let negations = 0;
  let hasCompanion = false;
  let distance = 0;
  for (const [index, word] of words.entries()) {
    const isList = word === ',' && /^(?:or|nor|ni|o)$/.test(words[index - 1] ?? '');
    // "Sin chapa y no cierra": what is negative by itself goes with the negation before it.
    if ((isNegative && word === 'y') || CLAUSE_END.test(word) || (word === ',' && !isList) || distance > 8) break;
    if (NEGATOR.test(word)) negations += 1;
    else if (COMPANION.test(word)) hasCompanion = true;
    else if (!isList && !LIGHT.test(word)) {
      // In a denied list ("no smoke or fire") the earlier items stand between; only `or`/`ni` right before allows that.
      if (!/ (?:or|nor|ni|o)(?: \w+)? $/.test(`${before}`)) break;
    }
    distance += 1;
  }
  return negations === 0 ? hasCompanion : negations % 2 === 1;
}

const AT_THIS_MOMENT = / (?:right now|ahora|ahorita|currently|at the moment|as we speak) /;

// "They fixed the sink yesterday but now the ceiling is pouring": what stands before the turn says nothing about after.
function sinceTheTurn(before: string): string {
  const turns = [
    ...before.matchAll(/ (?:but|pero|however|yet|now|ahora|though|aunque|except|and then|y luego|otra vez) /g),
  ];
  const last = turns.at(-1);
  return last === undefined ? before : before.slice(last.index + last[0].length - 1);
}

/** The part of a sentence between two commas in which a place lies. */
function clauseAt(sentence: string, place: number): string {
  const from = sentence.lastIndexOf(' , ', place);
  const to = sentence.indexOf(' , ', place);
  return sentence.slice(from < 0 ? 0 : from + 2, to < 0 ? sentence.length : to + 1);
}

/** Asked in the abstract, rehearsed or made up. */
function isHypothetical(before: string, sentence: string, isQuestion: boolean, text: string): boolean {
  if (AT_THIS_MOMENT.test(sentence)) return false;
  const clause = sinceTheTurn(before);
  return (
    ABSTRACT_BEFORE.test(` ${clause}`) ||
    PRETENDED_BEFORE.test(` ${clause}`) ||
    (IF_BEFORE.test(` ${clause}`) && (isQuestion || ASKS.test(sentence)) && !STILL.test(sentence)) ||
    (isQuestion && COVER_ASKED.test(` ${clauseAt(sentence, before.length)}? `)) ||
    (COMMANDED.test(text) && LABEL_BEFORE.test(` ${clause}`)) ||
    CURIOUS.test(` ${clause}`) ||
    (isQuestion && CURIOUS.test(text)) ||
    (REHEARSED.test(text) && !/ (?:but|pero) /.test(before))
  );
}

/** The whole text is a drill or a test of the line, or thanks somebody for what was done. */
export function isRehearsed(text: string): boolean {
  const isTurned = / (?:but|pero|however|sin embargo|now|ahora|again|otra vez) /.test(text);
  return (
    !isTurned &&
    (REHEARSED.test(text) ||
      /^ (?:(?:many|muchas) )?(?:thanks|thank you|gracias) (?:so much |very much )?(?:for|por) /.test(text))
  );
}

function saysItGoesOn(text: string): boolean {
  return STILL.test(text.replace(HARMLESS_STILL, ' _'));
}

/** Words later in the text that close the matter, with no turn in between. */
function isClosedLater(after: string): boolean {
  const closing = after.search(MISTAKEN);
  return closing >= 0 && !/ (?:but|pero|however|sin embargo) /.test(after.slice(0, closing + 1));
}

type Place = { readonly before: string; readonly after: string; readonly rest: string; readonly text: string };

function isLongAgo({ before, after, text }: Place): boolean {
  const sentence = before + after;
  // What follows a pause may go on today without the trouble doing so ("a flood years ago, is the carpet new?").
  const [clause = ''] = after.split(' , ');
  return (
    (LONG_AGO.test(sentence) || (IN_A_MONTH.test(sentence) && OF_THE_PAST.test(text))) &&
    !PRESENT.test(sentence.replace(HARMLESS_STILL, ' _')) &&
    !GOING_ON.test(` ${before}${clause} `)
  );
}

/** Over: mended, mistaken for something else, a matter of paper, or long ago and not going on. */
function isOver(place: Place): boolean {
  const { before, after, rest, text } = place;
  if (NOT_MENDED.test(text) || saysItGoesOn(text)) return false;
  const clause = ` ${sinceTheTurn(before)}`;
  if (MENDED_BEFORE.test(clause) || INNOCENT_AFTER.test(after) || isClosedLater(rest)) return true;
  const mended = after.search(MENDED);
  if (mended >= 0 && !PRESENT.test(after.slice(0, mended + 1))) return true;
  if (PAPERWORK.test(text) && MATTER_BEFORE.test(clause) && !PRESENT.test(text)) return true;
  return isLongAgo(place);
}

/**
 * Judges whether recognised words are meant. Doubt leaves them standing: a denied hazard that was real costs more
 * than a call too many, so minimisers ("probably nothing") and "contained now" deny nothing.
 */
export function standingOf(text: string, start: number, end: number, countsWhenPast: boolean): Standing {
  const sentence = sentenceAt(text, start, end);
  const before = text.slice(sentence.start, start);
  if (isDenied(before, NEGATOR.test(text.slice(start, end).split(' ')[0] ?? '')) || DENIED_AFTER.test(text.slice(end)))
    return 'denied';
  const isQuestion = text[sentence.end] === '?';
  if (isHypothetical(before, text.slice(sentence.start, sentence.end), isQuestion, text)) return 'hypothetical';
  if (countsWhenPast) return 'stands';
  return isOver({ before, after: text.slice(end, sentence.end), rest: text.slice(end), text }) ? 'over' : 'stands';
}
