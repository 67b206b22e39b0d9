import type { BothLanguages, Ladder, Policy, Responder, StepTarget, Tier } from '#shared/contract';
import { stepSums, targetKey } from './ladder.ts';

type Known = Pick<Responder, 'id' | 'name' | 'role' | 'isEmergencyVendor' | 'active'>;

/**
 * A ladder that burns people out, that leaves a flood waiting, or that asks one person where it was meant to ask two (PRODUCT
 * 7, dispatch editor). Without `responders` nothing is said of people.
 */
export function policyWarnings(policy: Policy, responders: readonly Known[] = []): readonly BothLanguages[] {
  return (['P1', 'P2'] as const).flatMap((tier) => ladderWarnings(tier, policy.ladders[tier], responders));
}

/** The same of one ladder alone, such as one changed for an incident. */
export function ladderWarnings(
  tier: Tier,
  ladder: Ladder,
  responders: readonly Known[] = [],
): readonly BothLanguages[] {
  if (tier === 'P3') return [];
  return [
    ...stepWarnings(tier, ladder),
    ...personWarnings(tier, ladder, responders),
    ...(tier === 'P1' ? [...lateEnd(ladder), ...noVoice(ladder)] : []),
  ];
}

const wakes = ({ targets }: Ladder['steps'][number]): readonly StepTarget[] =>
  targets.filter((each) => each.isCopy !== true);

function stepWarnings(tier: Tier, { steps }: Ladder): readonly BothLanguages[] {
  const warnings: BothLanguages[] = [];
  if (steps.length === 0)
    warnings.push({
      en: `${tier}: the ladder has no step, so nobody is woken.`,
      es: `${tier}: la escalera no tiene pasos; no se avisa a nadie.`,
    });
  if (steps.some((step, index) => index > 0 && step.afterPreviousMin < 5))
    warnings.push({
      en: `${tier}: a step comes less than 5 minutes after the one before; people need time to wake up.`,
      es: `${tier}: un paso sale menos de 5 minutos después del anterior; la gente necesita tiempo para despertar.`,
    });
  for (const [index, step] of steps.entries()) {
    const number = index + 1;
    if (wakes(step).length === 0)
      warnings.push({
        en: `${tier}: step ${number} only informs; nobody is woken by it, and the next takes its place.`,
        es: `${tier}: el paso ${number} solo informa; no despierta a nadie y el siguiente ocupa su lugar.`,
      });
    const nextMin = steps[index + 1]?.afterPreviousMin ?? Number.POSITIVE_INFINITY;
    const latest = Math.max(0, ...wakes(step).flatMap(({ afterMin = {} }) => Object.values(afterMin)));
    if (latest > nextMin)
      warnings.push({
        en: `${tier}: in step ${number} somebody is reached only after ${latest} minutes; the next step fires before that.`,
        es: `${tier}: en el paso ${number} se llega a alguien recién a los ${latest} minutos; el siguiente sale antes.`,
      });
  }
  const keys = steps.flatMap(wakes).map((each) => targetKey(each.target));
  if (steps.length > 1 && new Set(keys).size === 1)
    warnings.push({
      en: `${tier}: every step wakes the same person; if they sleep, so does the ladder.`,
      es: `${tier}: todos los pasos despiertan a la misma persona; si duerme, la escalera también.`,
    });
  return warnings;
}

/** Somebody whom two steps wake under two names: by role and by name, as manager and as owner. */
function personWarnings(tier: Tier, { steps }: Ladder, responders: readonly Known[]): readonly BothLanguages[] {
  const active = responders.filter((each) => each.active);
  return active.flatMap(({ id, name }) => {
    const found = steps.flatMap((step, index) =>
      wakes(step)
        .filter(({ target }) => named(target, active).includes(id))
        .map(({ target }) => ({ number: index + 1, key: targetKey(target) })),
    );
    const numbers = [...new Set(found.map((each) => each.number))];
    if (numbers.length < 2 || new Set(found.map((each) => each.key)).size < 2) return [];
    return [
      {
        en: `${tier}: ${name} stands in steps ${numbers.join(', ')}; the later one asks the same person again.`,
        es: `${tier}: ${name} está en los pasos ${numbers.join(', ')}; el posterior pregunta a la misma persona.`,
      },
    ];
  });
}

/** Whom a target names by the list alone; who is on call is a question of the hour. */
function named(target: StepTarget['target'], active: readonly Known[]): readonly string[] {
  switch (target.kind) {
    case 'role':
      return active.filter((each) => each.role === target.role).map((each) => each.id);
    case 'emergencyVendor':
      return active.filter((each) => each.isEmergencyVendor).map((each) => each.id);
    case 'responder':
      return [target.responderId];
    case 'onCall':
      return [];
  }
}

function lateEnd(ladder: Ladder): readonly BothLanguages[] {
  const last = stepSums(ladder).at(-1) ?? 0;
  if (last <= 30) return [];
  return [
    {
      en: `P1: the last step fires after ${last} minutes; 30 is the most we advise.`,
      es: `P1: el último paso sale a los ${last} minutos; aconsejamos 30 como máximo.`,
    },
  ];
}

function noVoice({ steps }: Ladder): readonly BothLanguages[] {
  if (steps.length === 0 || steps.flatMap(wakes).some((each) => each.channels.includes('voice'))) return [];
  return [
    {
      en: 'P1: no step calls anybody; a text alone wakes few.',
      es: 'P1: ningún paso llama a nadie; un SMS solo despierta a pocos.',
    },
  ];
}
