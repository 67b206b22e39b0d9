import type { Refusal } from '#shared/contract';
import type { FeedTrouble } from './feed-trouble.ts';

/** Why a change of the live calendars was not made. */
export const refusals = {
  notThere: {
    ok: false,
    code: 'notThere',
    reason: {
      en: 'This live calendar has been removed. Nothing was saved.',
      es: 'Este calendario en vivo se quitó. No se guardó nada.',
    },
  },
  noTitle: {
    ok: false,
    code: 'notThere',
    reason: { en: 'This title had no mapping any more.', es: 'Este título ya no tenía a nadie asignado.' },
  },
  unknownResponder: {
    ok: false,
    code: 'unknownResponder',
    reason: {
      en: 'This person is not on the list of responders. Nothing was saved.',
      es: 'Esta persona no está en la lista de técnicos. No se guardó nada.',
    },
  },
  unknownProperty: {
    ok: false,
    code: 'unknownProperty',
    reason: {
      en: 'This property is not on file any more. Nothing was saved.',
      es: 'Esta propiedad ya no está registrada. No se guardó nada.',
    },
  },
  beingSaved: {
    ok: false,
    code: 'taken',
    reason: {
      en: 'This address is being saved already. Nothing was saved a second time.',
      es: 'Esta dirección ya se está guardando. No se guardó por segunda vez.',
    },
  },
  closing: {
    ok: false,
    code: 'closing',
    reason: { en: 'The desk is being closed.', es: 'El servicio se está cerrando.' },
  },
} as const satisfies Record<string, Refusal>;

/** One address, one live calendar: two would say everything twice. */
export function takenBy(name: string): Refusal {
  return {
    ok: false,
    code: 'taken',
    reason: {
      en: `The live calendar "${name}" has this address already. Nothing was saved; change that one.`,
      es: `El calendario en vivo "${name}" ya tiene esta dirección. No se guardó nada; cambie aquel.`,
    },
  };
}

/** A calendar that cannot be read is not saved. */
export function unreadable({ code, reason }: FeedTrouble): Refusal {
  return { ok: false, code, reason };
}
