import type { BothLanguages, Policy } from '#shared/contract';
import { stepSums } from './ladder.ts';

/** A ladder that burns people out, or that leaves a flood waiting (PRODUCT 7, dispatch editor). */
export function policyWarnings(policy: Policy): readonly BothLanguages[] {
  const warnings: BothLanguages[] = [];
  for (const tier of ['P1', 'P2'] as const) {
    const ladder = policy.ladders[tier];
    if (ladder.steps.length === 0)
      warnings.push({
        en: `${tier}: the ladder has no step, so nobody is woken.`,
        es: `${tier}: la escalera no tiene pasos; no se avisa a nadie.`,
      });
    if (ladder.steps.some((step, index) => index > 0 && step.afterPreviousMin < 5)) {
      warnings.push({
        en: `${tier}: a step comes less than 5 minutes after the one before; people need time to wake up.`,
        es: `${tier}: un paso sale menos de 5 minutos después del anterior; la gente necesita tiempo para despertar.`,
      });
    }
  }
  const last = stepSums(policy.ladders.P1).at(-1) ?? 0;
  if (last > 30)
    warnings.push({
      en: `P1: the last step fires after ${last} minutes; 30 is the most we advise.`,
      es: `P1: el último paso sale a los ${last} minutos; aconsejamos 30 como máximo.`,
    });
  return warnings;
}
