import { sentenceAt } from './match.ts';

/** Whether words mean what they say: they stand, or they are denied, asked in the abstract, or over. */
export type Standing = 'stands' | 'denied' | 'hypothetical' | 'over';

const NEGATOR =
  /^(?:no|not|never|without|isnt|arent|aint|doesnt|dont|didnt|wasnt|werent|hasnt|havent|cant|cannot|couldnt|zero|sin|nunca|jamas)$/;

// They go with a negation without cancelling it ("no hay ningún olor", "no smoke nor fire"), and deny when alone.
const COMPANION = /^(?:nor|neither|none|nothing|ni|tampoco|ningun|ninguna|nada)$/;

// Words that may stand between a negation and what it denies. Anything else between them ends its reach:
// "the heat is not working and I smell gas" denies the heat alone.
const LIGHT =
  /^(?:a|an|any|the|of|or|is|are|was|were|be|been|being|i|we|it|its|there|theres|that|this|to|do|does|did|have|has|had|see|seen|seeing|smell|smelled|smelling|hear|feel|notice|noticed|say|said|saying|claim|mean|sign|signs|trace|causing|active|actual|visible|real|strong|much|more|big|major|coming|currently|actually|anyone|anybody|someone|hay|habia|huele|olor|huelo|ve|veo|vemos|siento|sentimos|se|a|de|el|la|los|las|un|una|es|esta|estan|ha|he|tengo|tenemos|ningun|ninguna|nada|o|y|que|digo|dije|mucho|mucha|grave|ya|nos|me|adentro|casa|en)$/;

// Where the reach of a negation ends.
const CLAUSE_END =
  /^(?:[.?]|but|pero|however|although|though|aunque|and|because|porque|so|except|just|only|nomas|solo|sino)$/;

// They sound like negations and deny nothing.
const EMPTY_NEGATIONS =
  / (?:not (?:sure|certain|only|just|kidding|joking|a joke|a drill|normal)|(?:do not|dont|didnt|doesnt) (?:know|care|wait|want)|no (?:idea|doubt|joke|clue|rush|hurry|answer|response|lie|cap)|(?:cant|cannot) (?:tell|stop|believe)|(?:probably|maybe|likely|might be) nothing|nothing(?: \w+){0,2} but|no se(?: si)?|no (?:es broma|estoy segur[oa]|sabemos|para de|deja de|paran de|aguanto|creo que sea nada(?: grave)?|ha de ser nada)|sin (?:parar|cesar|control)|no puedo (?:cerrar|parar|creer))(?= )/g;

const DENIED_AFTER =
  /^ (?:[,?] )?(?:(?:no|none|nope|negative|ninguno|ninguna|negativo) [.,?]|(?:was|is|fue|era)? ?(?:a )?(?:false alarm|falsa alarma))/;

/** True when the words before deny what follows; two negations cancel out. */
function isDenied(before: string): boolean {
  const words = before.replace(EMPTY_NEGATIONS, ' _').trim().split(' ').reverse();
  let negations = 0;
  let hasCompanion = false;
  let distance = 0;
  for (const [index, word] of words.entries()) {
    const isList = word === ',' && /^(?:or|nor|ni|o)$/.test(words[index - 1] ?? '');
    if (CLAUSE_END.test(word) || (word === ',' && !isList) || distance > 8) break;
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

const ABSTRACT =
  / (?:if (?:i|we|you|they|residents|someone|anyone|there) (?:ever|should)|ever (?:smell|see|have|get)|si (?:algun dia|alguna vez)|in case (?:of|i|we|there)|en caso de|(?:who|whom|where|how)(?: \w+){1,6} (?:if|when|in case)|(?:a )?quien(?: \w+){1,5} si|hypothetical\w*|what counts as|is (?:a|an|it)(?: \w+){1,4} considered)(?= )/;
const CURIOUS =
  / (?:just (?:asking|curious|wondering)|es (?:solo )?para saber|solo pregunto|nomas pregunto|welcome (?:packet|letter)|for (?:the|a) (?:newsletter|flyer|training|class))(?= )/;
const PRESENT =
  / (?:right now|now|currently|at the moment|still|again|ahora|ahorita|todavia|sigue|siguen|otra vez|de nuevo|tonight|keeps)(?= )/;

const LONG_AGO =
  / (?:(?:last|previous) (?:week|month|year|winter|summer|spring|fall|time|tenant)|(?:a|two|three|few|couple|\d+) (?:of )?(?:days|weeks?|months?|years?) ago|used to|back in|(?:la semana|el mes|el ano|el invierno|el verano) pasad[oa]|hace (?:\w+ )?(?:semanas?|mes(?:es)?|anos?))(?= )/;
const MENDED =
  / (?:(?:was|were|been|got|is|its|all|already|they|has|have) (?:already |been |just |now )?(?:fixed|repaired|resolved|replaced|cleared|cleaned up|dried(?: out| up)?|taken care of|put out|aired out)|(?:ya|lo|la|fue|se) (?:lo |la |se )?(?:arregl\w+|repar\w+|seco|resolvi\w+|apago|quito|callo|limpi\w+|solucion\w+))(?= )/;
const NOT_MENDED =
  / (?:(?:never|not|isnt|wasnt|hasnt|havent|no|nunca|nadie|nobody|still|again|todavia|otra vez)(?: \w+){0,3} (?:fixed|repaired|resolved|replaced|cleared|dried|arregl\w+|repar\w+)|(?:nobody|no one|nadie|never)(?: \w+){0,2} (?:came|come|comes|showed|venido|vino|viene))(?= )/;
const STILL = / (?:still|again|todavia|sigue|siguen|otra vez|de nuevo|keeps|back) /;
// "Since last week", "hace dos semanas que": begun then and going on.
const GOING_ON =
  / (?:is|are|has been|have been|keeps|since|esta|estan|desde|lleva|llevamos|sigue|hace(?: \w+){1,3} que)(?= )/;

/** Over: long ago and not going on, or mended after it happened. */
function isOver(before: string, after: string, wholeText: string): boolean {
  if (NOT_MENDED.test(wholeText) || STILL.test(wholeText)) return false;
  const mended = after.search(MENDED);
  if (mended >= 0 && !PRESENT.test(after.slice(0, mended + 1))) return true;
  const sentence = before + after;
  return LONG_AGO.test(sentence) && !PRESENT.test(sentence) && !GOING_ON.test(sentence);
}

/**
 * Judges whether recognised words are meant. Doubt leaves them standing: a denied hazard that was real costs more
 * than a call too many, so minimisers ("probably nothing") and "contained now" deny nothing.
 */
export function standingOf(text: string, start: number, end: number, countsWhenPast: boolean): Standing {
  const sentence = sentenceAt(text, start, end);
  const before = text.slice(sentence.start, start);
  if (isDenied(before) || DENIED_AFTER.test(text.slice(end))) return 'denied';
  const sentenceText = text.slice(sentence.start, sentence.end);
  if (
    (ABSTRACT.test(` ${before}`) || CURIOUS.test(text)) &&
    !/ (?:right now|ahora|currently|at the moment) /.test(sentenceText)
  ) {
    return 'hypothetical';
  }
  return !countsWhenPast && isOver(before, text.slice(start, sentence.end), text) ? 'over' : 'stands';
}
