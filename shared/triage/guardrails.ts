import type { Tier } from '#shared/contract';
import type { ReasonCode } from './codes.ts';
import { type CompiledRule, compilePatterns, findMatches, type Match } from './match.ts';

/**
 * A last look that only raises: bare words of the worst hazards, in both languages, each with the least tier it
 * forces. They catch what the finer rules of the packs missed; they never take anything away.
 */
export type Guardrail = { readonly code: ReasonCode; readonly leastTier: Tier; readonly patterns: readonly string[] };

const NO_CLASSES = {};

export const GUARDRAILS: readonly Guardrail[] = [
  {
    code: 'gas-odor',
    leastTier: 'P1',
    patterns: [
      '(smell\\w*|odor|leak\\w*|hissing) ~ gas',
      'gas ~ (smell\\w*|odor|leak\\w*|hissing)',
      '(huele|olor|fuga|escape|peste) ~ gas',
    ],
  },
  {
    code: 'fire',
    leastTier: 'P1',
    patterns: [
      'on fire|house fire|fire spreading|flames',
      'hay (un )?(fuego|incendio)|en llamas|se (esta )?incendi\\w+',
    ],
  },
  {
    code: 'smoke',
    leastTier: 'P1',
    patterns: ['full of smoke|smoke everywhere|lots of smoke|black smoke', '(lleno de|mucho) humo'],
  },
  {
    code: 'carbon-monoxide',
    leastTier: 'P1',
    patterns: [
      '(carbon monoxide|co) (alarm|detector) ~ (going off|sounding|screaming|blaring)',
      'monoxido ~~ (sonando|suena|activo)',
    ],
  },
  {
    code: 'flooding',
    leastTier: 'P1',
    patterns: ['(is|are|getting) flooding|flooded with water|water everywhere', 'se (esta |me )?(esta )?inund\\w+'],
  },
  {
    code: 'no-power',
    leastTier: 'P2',
    patterns: [
      '(no|without) (power|electricity) in (my|the|our) (apartment|unit|house|home)',
      '(sin|no hay|no tengo) (luz|electricidad) en (mi |el |la )(casa|apartamento|departamento)',
    ],
  },
];

const COMPILED: readonly CompiledRule[] = GUARDRAILS.map((one) => ({
  code: one.code,
  expression: compilePatterns(one.patterns, NO_CLASSES),
  unless: null,
  unlessAnywhere: null,
}));

/** The guardrail phrases found in a normalised text whose figures of speech are hidden. */
export function guardrailMatches(text: string): Match[] {
  return COMPILED.flatMap((rule) => findMatches(rule, text));
}
