import type { BothLanguages, Category, LifeSafetyKind, Verdict } from '#shared/contract';
import { isReasonCode, meaningOf } from './codes.ts';

/**
 * Fixed first words to a resident in danger, before any question. The company signs them off and may edit them.
 *
 * They never ask to look for the cause, never claim that 911 was called, never promise an arrival. Gas and carbon
 * monoxide say in the first line to stop using the phone inside.
 */
export const LIFE_SAFETY_TEXT: Readonly<Record<LifeSafetyKind, BothLanguages>> = {
  gas: {
    en: 'GAS: get everyone out now. Do not use this phone or any switch inside. Once outside, call 911, then the gas company. This text does not alert 911.',
    es: 'GAS: saque a todos ahora. No use este teléfono ni ningún interruptor adentro. Ya afuera, llame al 911 y luego a la compañía de gas. Este mensaje no avisa al 911.',
  },
  fire: {
    en: 'FIRE: get everyone out now, close doors behind you, use the stairs. Once outside, call 911 and stay out. This text does not alert 911.',
    es: 'FUEGO: saque a todos ahora, cierre las puertas al salir, use las escaleras. Ya afuera, llame al 911 y no vuelva a entrar. Este mensaje no avisa al 911.',
  },
  co: {
    en: 'CARBON MONOXIDE: get people and pets out to fresh air now. Once outside, call 911, tell them if anyone feels sick, and stay out. This text does not alert 911.',
    es: 'MONÓXIDO DE CARBONO: salgan todos, también las mascotas, al aire libre ahora. Ya afuera, llame al 911, diga si alguien se siente mal y no vuelva a entrar. Este mensaje no avisa al 911.',
  },
  electric: {
    en: 'ELECTRICAL DANGER: keep everyone away. Do not touch it, or any water near it. If there is fire or smoke, or someone was shocked, get out and call 911. This text does not alert 911.',
    es: 'PELIGRO ELÉCTRICO: aléjense todos. No lo toque, ni el agua que esté cerca. Si hay fuego o humo, o alguien recibió una descarga, salgan y llame al 911. Este mensaje no avisa al 911.',
  },
  medical: {
    en: 'If anyone is hurt, cannot breathe well or depends on medical equipment that stopped, call 911 now. This text does not alert 911.',
    es: 'Si alguien está herido, no respira bien o depende de un equipo médico que se apagó, llame al 911 ahora. Este mensaje no avisa al 911.',
  },
  danger: {
    en: 'If anyone is in danger, call 911 now and go where you are safe. This text does not alert 911.',
    es: 'Si alguien está en peligro, llame al 911 ahora y vaya a un lugar seguro. Este mensaje no avisa al 911.',
  },
};

/** Gas, fire and carbon monoxide: nobody goes in before the fire department or the gas company clears it. */
export function keepsEverybodyOut(kind: LifeSafetyKind | null): boolean {
  return kind === 'gas' || kind === 'fire' || kind === 'co';
}

/** Where only the way it is worded says that it is P1, the category tells what endangers whom. */
const OF_CATEGORY: Partial<Record<Category, LifeSafetyKind>> = { gas: 'gas', fire: 'fire' };

/** Which fixed text a verdict calls for: that of its worst problem that endangers life; null when none does. */
export function lifeSafetyKind(verdict: Pick<Verdict, 'problems'>): LifeSafetyKind | null {
  for (const problem of verdict.problems) {
    if (problem.tier !== 'P1') continue;
    for (const { code } of problem.reasons) {
      const kind =
        code === 'wording'
          ? OF_CATEGORY[problem.category]
          : isReasonCode(code)
            ? meaningOf(code).lifeSafety
            : undefined;
      if (kind !== undefined) return kind;
    }
  }
  return null;
}
