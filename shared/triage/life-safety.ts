import type { Category, LifeSafetyKind, Problem, Verdict } from '#shared/contract';
import { isReasonCode, meaningOf, type ReasonCode } from './codes.ts';

/** Gas, fire and carbon monoxide: nobody goes in before the fire department or the gas company clears it. */
export function keepsEverybodyOut(kind: LifeSafetyKind | null): boolean {
  return kind === 'gas' || kind === 'fire' || kind === 'co';
}

/** Danger that words of a category tell of, where no single code of them says it better. */
const OF_CATEGORY: Partial<Record<Category, LifeSafetyKind>> = {
  gas: 'gas',
  fire: 'fire',
  electrical: 'electric',
  appliance: 'electric',
  security: 'police',
  elevator: 'trapped',
  structural: 'evacuate',
  plumbing: 'water',
  sewer: 'water',
  heat: 'climate',
  cooling: 'climate',
  lockout: 'danger',
  noise: 'danger',
  general: 'danger',
};
/** A door that will not lock endangers, but nobody has to leave or call for it. */
const SAYS_NOTHING: ReadonlySet<string> = new Set<ReasonCode>([
  'cannot-secure',
  'answer',
  'company-phrase',
  'chosen-urgency',
]);

/** Of several dangers in one text the first of these is spoken of: what kills soonest, and what nobody may walk into. */
const GRAVEST_FIRST: readonly LifeSafetyKind[] = [
  'gas',
  'co',
  'fire',
  'selfHarm',
  'medical',
  'police',
  'electric',
  'evacuate',
  'welfare',
  'trapped',
  'danger',
  'water',
  'climate',
];

function kindsOf({ tier, category, reasons }: Problem): readonly LifeSafetyKind[] {
  if (tier !== 'P1') return [];
  const named = reasons.flatMap(({ code }) => (isReasonCode(code) ? (meaningOf(code).lifeSafety ?? []) : []));
  const kind = OF_CATEGORY[category];
  const isSaid = reasons.some(({ code }) => !SAYS_NOTHING.has(code));
  return named.length > 0 || kind === undefined || !isSaid ? named : [kind];
}

/** Which fixed text a verdict calls for: that of the gravest danger among all its problems; null when there is none. */
export function lifeSafetyKind({ problems }: Pick<Verdict, 'problems'>): LifeSafetyKind | null {
  const kinds = new Set(problems.flatMap(kindsOf));
  return GRAVEST_FIRST.find((kind) => kinds.has(kind)) ?? null;
}

/** Water and cold get a text by themselves only where nobody talks to the resident: the receipt comes first otherwise. */
const CALM: readonly LifeSafetyKind[] = ['water', 'climate'];

/** {@link lifeSafetyKind}, where somebody may have to leave or to call 911 at once; then it goes before everything else. */
export function dangerKind(verdict: Pick<Verdict, 'problems'>): LifeSafetyKind | null {
  const kind = lifeSafetyKind(verdict);
  return kind === null || CALM.includes(kind) ? null : kind;
}
