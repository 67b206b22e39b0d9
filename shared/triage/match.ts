import type { ReasonCode } from './codes.ts';
import type { LanguagePack } from './packs/pack.ts';

/** A compiled rule: one expression over all patterns of a code in one language. */
export type CompiledRule = {
  readonly code: ReasonCode;
  readonly expression: RegExp;
  readonly unless: RegExp | null;
  readonly unlessAnywhere: RegExp | null;
};

/** A stretch `[start, end)` of the normalised text that a rule recognised. */
export type Match = { readonly code: ReasonCode; readonly start: number; readonly end: number };

// A negation between two halves of a pattern means the opposite of the pattern ("the water is not coming through").
// "no para", "no deja de" and the like say that it goes on.
const NEGATION_AHEAD =
  '(?!(?:not|never|isnt|arent|doesnt|dont|wasnt|didnt|without|nor|sin|ni|nunca) |no (?!para |deja |se |lo |puedo |podemos ))';
const GAP_WORD = `(?:${NEGATION_AHEAD}[^ .?]+ )`;

function expandClasses(pattern: string, classes: Readonly<Record<string, string>>): string {
  return pattern.replace(/<([a-z-]+)>/g, (_whole, name: string) => {
    const words = classes[name];
    if (words === undefined) throw new Error(`triage pack: no word class <${name}>`);
    return `(?:${expandClasses(words, classes)})`;
  });
}

/** Turns the patterns of a pack into one expression; throws on an unknown class, so at load time. */
export function compilePatterns(patterns: readonly string[], classes: Readonly<Record<string, string>>): RegExp {
  const sources = patterns.map((pattern) => {
    const [left, right] = pattern.split(' && ');
    const both = right === undefined ? pattern : `((${left}) ~~ (${right})|(${right}) ~~ (${left}))`;
    return (
      expandClasses(both, classes)
        // A counted gap written out in a pattern must not run over a negation either.
        .replaceAll('(\\w+ ){', `(${NEGATION_AHEAD}\\w+ ){`)
        .replace(/\((?!\?)/g, '(?:')
        .replaceAll(' ~~ ', ` ${GAP_WORD}{0,8}`)
        .replaceAll(' ~ ', ` ${GAP_WORD}{0,3}`)
    );
  });
  return new RegExp(`(?<= )(?:${sources.join('|')})(?= )`, 'g');
}

function compileOptional(patterns: readonly string[] | undefined, pack: LanguagePack): RegExp | null {
  return patterns === undefined ? null : compilePatterns(patterns, pack.classes);
}

/** Compiles every rule of a pack once. */
export function compileRules(pack: LanguagePack): CompiledRule[] {
  return pack.rules.map((rule) => ({
    code: rule.code,
    expression: compilePatterns(rule.patterns, pack.classes),
    unless: compileOptional(rule.unless, pack),
    unlessAnywhere: compileOptional(rule.unlessAnywhere, pack),
  }));
}

/** The sentence round a place in the normalised text, from its first blank to its last. */
export function sentenceAt(text: string, start: number, end: number): { start: number; end: number } {
  const before = Math.max(text.lastIndexOf(' . ', start), text.lastIndexOf(' ? ', start));
  const afters = [text.indexOf(' . ', end), text.indexOf(' ? ', end)].filter((index) => index >= 0);
  return { start: before < 0 ? 0 : before + 2, end: afters.length === 0 ? text.length : Math.min(...afters) + 1 };
}

// A few words say the same thing often enough; more would only repeat the reason.
const MOST_MATCHES_PER_RULE = 4;

// `test` on an expression with the flag g goes on from where it stopped last; `search` does not.
function isFound(expression: RegExp | null, text: string): boolean {
  return expression !== null && text.search(expression) >= 0;
}

/** All stretches a rule recognises, at most a handful. */
export function findMatches(rule: CompiledRule, text: string): Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(rule.expression)) {
    const start = match.index;
    const end = start + match[0].length;
    const sentence = sentenceAt(text, start, end);
    if (isFound(rule.unless, text.slice(sentence.start, sentence.end)) || isFound(rule.unlessAnywhere, text)) continue;
    found.push({ code: rule.code, start, end });
    if (found.length >= MOST_MATCHES_PER_RULE) break;
  }
  return found;
}

/** Hides stretches (same length, so places stay right) from the rules that read the text afterwards. */
export function hide(text: string, harmless: RegExp): string {
  return text.replace(harmless, (words) => words.replace(/[^ ]/g, '_'));
}
