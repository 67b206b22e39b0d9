import type { BothLanguages, Refusal } from '#shared/contract';

/** Why a change of the plan is not made. Every sentence says that nothing was saved. */

const refuse = (code: string, reason: BothLanguages): Refusal => ({ ok: false, code, reason });

export const NOT_THERE = refuse('notThere', {
  en: 'It has been removed already.',
  es: 'Ya se había quitado.',
});
export const UNKNOWN_PERSON = refuse('unknownResponder', {
  en: 'One of these people is not on the list of responders. Nothing was saved.',
  es: 'Una de estas personas no está en la lista de técnicos. No se guardó nada.',
});
export const UNKNOWN_PROPERTY = refuse('unknownProperty', {
  en: 'This property is not on the list of properties. Nothing was saved.',
  es: 'Esta propiedad no está en la lista de propiedades. No se guardó nada.',
});
export const UNKNOWN_GROUP = refuse('unknownGroup', {
  en: 'No property belongs to this group. Write the group into a property first, or choose another one. Nothing was saved.',
  es: 'Ninguna propiedad pertenece a este grupo. Escriba primero el grupo en una propiedad o elija otro. No se guardó nada.',
});
export const TWO_SCOPES = refuse('twoScopes', {
  en: 'Choose one property or one group, not both. Nothing was saved.',
  es: 'Elija una propiedad o un grupo, no ambos. No se guardó nada.',
});
export const BAD_ID = refuse('badId', {
  en: 'The entry has no usable name of its own (1 to 64 characters). Nothing was saved.',
  es: 'La entrada no tiene un identificador válido (de 1 a 64 caracteres). No se guardó nada.',
});
export const END_FIRST = refuse('endBeforeStart', {
  en: 'The end must be after the start. Nothing was saved.',
  es: 'El final debe ser después del inicio. No se guardó nada.',
});
export const OVER = refuse('alreadyOver', {
  en: 'This is over already. Who was on call is history and is not rewritten. Nothing was saved.',
  es: 'Esto ya terminó. Quién estuvo de guardia es historia y no se cambia. No se guardó nada.',
});
export const TOO_LONG = refuse('tooLong', {
  en: 'A cover may last a year at most. For longer, change the shifts or the rotation. Nothing was saved.',
  es: 'Un reemplazo puede durar un año como máximo. Para más tiempo, cambie los turnos o la rotación. No se guardó nada.',
});
export const TOO_MANY_MEMBERS = refuse('tooManyMembers', {
  en: 'A rotation may have 60 turns at most. Nothing was saved.',
  es: 'Una rotación puede tener 60 turnos como máximo. No se guardó nada.',
});
export const SAME_PERSON = refuse('samePerson', {
  en: 'A swap is between two people; this names the same person twice. Nothing was saved.',
  es: 'Un cambio es entre dos personas; aquí aparece dos veces la misma. No se guardó nada.',
});
export const OWN_SUBSTITUTE = refuse('ownSubstitute', {
  en: 'Nobody can stand in for themselves. Choose somebody else, or nobody. Nothing was saved.',
  es: 'Nadie puede reemplazarse a sí mismo. Elija a otra persona o a nadie. No se guardó nada.',
});
export const SWAP_OVERLAPS = refuse('swapOverlaps', {
  en: 'These two stretches are the same duty at the same time, so there is nothing to swap. Nothing was saved.',
  es: 'Estos dos tramos son la misma guardia a la misma hora; no hay nada que cambiar. No se guardó nada.',
});
export const UNTIL_PAST = refuse('untilPast', {
  en: 'The end must be later than now. Nothing was saved.',
  es: 'El final debe ser posterior a este momento. No se guardó nada.',
});
export const ACCEPTED_TOO_LONG = refuse('acceptedTooLong', {
  en: 'A gap may be accepted for a year at most. Nothing was saved.',
  es: 'Un hueco se puede aceptar por un año como máximo. No se guardó nada.',
});
export const VENDOR_INACTIVE = refuse('vendorInactive', {
  en: 'This vendor is not active on the list of responders, so nobody would be called. Nothing was saved.',
  es: 'Este proveedor no está activo en la lista de técnicos y no se llamaría a nadie. No se guardó nada.',
});

/** A stretch of a swap that somebody else holds, or nobody. */
export function notHeldBy(name: string, stretch: BothLanguages): Refusal {
  return refuse('notHeld', {
    en: `${name} is not on call for all of ${stretch.en}. Look at the schedule again; nothing was saved.`,
    es: `${name} no está de guardia durante todo el tramo ${stretch.es}. Revise el calendario; no se guardó nada.`,
  });
}
