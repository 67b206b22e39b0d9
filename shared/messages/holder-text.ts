import type { Phone, Tier } from '#shared/contract';
import { displayPhone } from './phone.ts';
import { free, type KnownIncident, named, type OpenIncident } from './responder-answers.ts';

/** Texts to whoever has an incident, and to vendors beside them, between the yes and the end. */

const spaced = (code: string | null): string => (code === null ? '' : ` ${code}`);

/** The tier was raised. `asksYes`: they have to say that they have read it, or the ladder starts. */
export function raisedText(
  input: OpenIncident & { readonly tier: Tier; readonly reasons: readonly string[]; readonly asksYes: boolean },
): string {
  const code = input.code ?? '';
  const why = input.reasons.length === 0 ? '' : ` (${free(input.reasons.join(', '), 80)})`;
  if (input.language === 'en') {
    const ask = input.asksYes
      ? ` Reply 1${code} 20 = there in 20 min, 2${code} = no. Without a reply in 5 min the next person is asked.`
      : '';
    return `${named(input)} is ${input.tier} NOW${why}. It is still yours.${ask}`;
  }
  const ask = input.asksYes
    ? ` Responda 1${code} 20 = llego en 20 min, 2${code} = no. Sin respuesta en 5 min se avisa a otra persona.`
    : '';
  return `${named(input)} AHORA es ${input.tier}${why}. Sigue a su cargo.${ask}`;
}

/** The tier was lowered, and it is still theirs. */
export function loweredText(input: OpenIncident & { readonly tier: Tier }): string {
  const code = input.code ?? '';
  return input.language === 'en'
    ? `${named(input)} is ${input.tier} now: no longer urgent. It is still yours; reply 2${code} to pass it on.`
    : `${named(input)} ahora es ${input.tier}: ya no es urgente. Sigue a su cargo; responda 2${code} para dejarlo.`;
}

/**
 * Nothing was heard of whoever has it. `next`: `soon`, the next person is asked unless they answer; `now`, that has
 * happened.
 */
export function stillComingText(input: OpenIncident & { readonly next: 'soon' | 'now' }): string {
  const code = input.code ?? '';
  if (input.language === 'en') {
    const next = input.next === 'now' ? 'The next person is being asked now.' : 'Otherwise the next person is asked.';
    return `${named(input)}: are you still coming? Reply 1${code} 30 = there in 30 min, 2${code} no. ${next}`;
  }
  const next = input.next === 'now' ? 'Ya se avisa a otra persona.' : 'Si no, se avisa a otra persona.';
  return `${named(input)}: ¿sigue en camino? Responda 1${code} 30 = llego en 30 min, 2${code} no. ${next}`;
}

/** To whoever wrote that it is no emergency. */
export function notEmergencyText(input: KnownIncident): string {
  return input.language === 'en'
    ? `Noted: no emergency at ${named(input)}. A person at the desk decides now; until you hear from us nothing has changed.`
    : `Anotado: no es emergencia, ${named(input)}. Alguien de la mesa de control decide; hasta que le avisemos nada cambia.`;
}

/** The desk could not put them through: whom to call. */
export function connectText(input: KnownIncident & { readonly caller: string; readonly phone: Phone }): string {
  const whom = `${free(input.caller, 32)} ${displayPhone(input.phone)}`.trim();
  return input.language === 'en'
    ? `${named(input)}: please call ${whom} now. The desk could not put you through.`
    : `${named(input)}: llame ya a ${whom}. La mesa de control no pudo comunicarles.`;
}

/** To a vendor who said yes while somebody else has it. `by` null: nobody has it yet. */
export function vendorNotedText(
  input: OpenIncident & { readonly by: string | null; readonly mode: 'standBy' | 'come'; readonly hasTime: boolean },
): string {
  const code = spaced(input.code);
  if (input.language === 'en') {
    const with_ = input.by === null ? '' : ` ${free(input.by)} has it too.`;
    if (input.mode === 'standBy')
      return `Thank you, you stand by for ${named(input)}.${with_} Do not set out before we write again.`;
    return `Thank you, we expect you at ${named(input)}.${with_} ${input.hasTime ? `Reply HERE${code} on site.` : `How many minutes? Reply 1${code} 30 for 30 min.`}`;
  }
  const with_ = input.by === null ? '' : ` También lo atiende ${free(input.by)}.`;
  if (input.mode === 'standBy')
    return `Gracias, usted queda en espera para ${named(input)}.${with_} No salga hasta que le escribamos.`;
  return `Gracias, le esperamos en ${named(input)}.${with_} ${input.hasTime ? `Responda AQUI${code} al llegar.` : `Diga sus minutos: responda 1${code} 30 si llega en 30 min.`}`;
}

/** To whoever has it: a vendor comes too, or stands by. */
export function vendorComesText(
  input: KnownIncident & { readonly by: string; readonly mode: 'standBy' | 'come'; readonly estimate: string | null },
): string {
  const by = free(input.by);
  const time = input.estimate === null ? '' : free(input.estimate);
  if (input.language === 'en') {
    if (input.mode === 'standBy') return `${named(input)}: ${by} stands by. It is still yours.`;
    return `${named(input)}: ${by} is coming too${time ? `, estimate ${time}` : ''}. It is still yours.`;
  }
  if (input.mode === 'standBy') return `${named(input)}: ${by} queda en espera. Sigue a su cargo.`;
  return `${named(input)}: también va ${by}${time ? `, hora estimada ${time}` : ''}. Sigue a su cargo.`;
}

/** One unit of several needs nobody any more; `left` are the others, as the list of the whole job had them. */
export function unitOffText(
  input: KnownIncident & { readonly unit: string; readonly left: readonly string[] },
): string {
  const where = named({ ...input, place: { ...input.place, unitLabel: null } });
  const unit = free(input.unit, 40);
  const left = free(input.left.join(', '), 160);
  if (input.language === 'en')
    return `${where}: ${unit} is off this job.${left === '' ? '' : ` Still on it: ${left}.`}`;
  return `${where}: ${unit} ya no es parte de este trabajo.${left === '' ? '' : ` Siguen: ${left}.`}`;
}
