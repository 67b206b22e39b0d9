import type { BothLanguages, Instant, Language, Stretch } from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import type { PlanFacts } from './change.ts';

/** What the author of a change should know about it: it is saved, and may not be what they meant. */

const both = (say: (language: Language) => string): BothLanguages => ({ en: say('en'), es: say('es') });

/** An instant as people read it at this desk. */
export function timeWords({ zone }: Pick<PlanFacts, 'zone'>, at: Instant): BothLanguages {
  return both((language) => formatInZone(at, zone, language, 'dateTimeZone'));
}

export function stretchWords(facts: PlanFacts, { startsAt, endsAt }: Stretch): BothLanguages {
  const [from, to] = [timeWords(facts, startsAt), timeWords(facts, endsAt)];
  return { en: `${from.en} to ${to.en}`, es: `${from.es} a ${to.es}` };
}

export const BEGINS_NOW: BothLanguages = {
  en: 'It begins now. Who was on call until this moment stays as it was.',
  es: 'Comienza ahora. Quién estuvo de guardia hasta este momento queda como estaba.',
};
export const CUT_NOW: BothLanguages = {
  en: 'It ends now. What was on call until this moment stays in the history.',
  es: 'Termina ahora. Lo que valió hasta este momento queda en el historial.',
};
export const CHANGED_FROM_NOW: BothLanguages = {
  en: 'The change holds from now on. Until this moment the old entry stays as it was.',
  es: 'El cambio vale desde ahora. Hasta este momento queda la entrada anterior.',
};
export const NO_EFFECT: BothLanguages = {
  en: 'This changes nobody: the same person is on call anyway, or a later entry hides it.',
  es: 'Esto no cambia a nadie: la misma persona ya está de guardia, o una entrada posterior lo tapa.',
};
export const SWAP_HALF_OVER: BothLanguages = {
  en: 'The other half of this swap is over and stays in the history.',
  es: 'La otra mitad de este cambio ya pasó y queda en el historial.',
};
export const SHORTENED_TO_WEEK: BothLanguages = {
  en: 'Nobody else is due within a week, so it ends after seven days.',
  es: 'Nadie más entra en una semana; termina a los siete días.',
};

/** An accepted gap is no stretch of time: whatever is found of the role until then is taken to be known. */
export function acceptsAllNote(facts: PlanFacts, until: Instant): BothLanguages {
  const when = timeWords(facts, until);
  return {
    en: `This counts for every gap of this role here until ${when.en}, also for one that opens later.`,
    es: `Vale para todo hueco de este puesto aquí hasta el ${when.es}, también para uno que se abra después.`,
  };
}

/** Who is called by role, by name or as vendor, and is away. */
export function stepsNote(facts: PlanFacts, away: string, substitute: string | null): readonly BothLanguages[] {
  const responder = facts.responder(away);
  if (!responder || (responder.role === 'technician' && !responder.isEmergencyVendor)) return [];
  const { name } = responder;
  const other = substitute === null ? null : (facts.responder(substitute)?.name ?? '');
  return other === null
    ? [
        {
          en: `Where a step or a gap falls to ${name}, the others named there are called, or nobody, and the next step follows at once.`,
          es: `Donde un paso o un hueco le toca a ${name}, se llama a los demás nombrados allí, o a nadie, y sigue de inmediato el paso siguiente.`,
        },
      ]
    : [
        {
          en: `Where a step or a gap falls to ${name}, ${other} is called instead.`,
          es: `Donde un paso o un hueco le toca a ${name}, se llama en su lugar a ${other}.`,
        },
      ];
}

/** About the people an entry names: who cannot be reached, or is not there. */
export function peopleNotes(facts: PlanFacts, people: readonly string[], stretch: Stretch | null): BothLanguages[] {
  return [...new Set(people)].flatMap((id) => {
    const responder = facts.responder(id);
    if (!responder) return [];
    const { name } = responder;
    const notes: BothLanguages[] = [];
    if (!responder.active)
      notes.push({
        en: `${name} is not active on the list of responders and will not be called.`,
        es: `${name} no está activo en la lista de técnicos y no se le llamará.`,
      });
    if (responder.phone === null)
      notes.push({
        en: `${name} has no telephone number and cannot be reached.`,
        es: `${name} no tiene número de teléfono y no se le puede avisar.`,
      });
    const away = stretch && facts.sources.timeOff.find((each) => each.responderId === id && overlaps(each, stretch));
    if (away) {
      const when = stretchWords(facts, away);
      notes.push({
        en: `${name} has time off from ${when.en}.`,
        es: `${name} tiene días libres del ${when.es}.`,
      });
    }
    return notes;
  });
}

/** One person in both roles: nobody stands behind. */
export function onePersonNote(facts: PlanFacts, responderId: string, from: Instant): BothLanguages {
  const name = facts.responder(responderId)?.name ?? '';
  const when = timeWords(facts, from);
  return {
    en: `${name} is then both primary and backup (from ${when.en}), and nobody stands behind.`,
    es: `${name} queda entonces como titular y suplente (desde ${when.es}), sin nadie detrás.`,
  };
}

/** Time off that leaves duty without anybody. */
export function leavesGapNote(facts: PlanFacts, count: number, first: Instant): BothLanguages {
  const when = timeWords(facts, first);
  return {
    en: `It leaves ${count === 1 ? 'a stretch of duty' : `${count} stretches of duty`} without anybody of its own, the first at ${when.en}; general or a vendor is called where there is one.`,
    es: `Deja ${count === 1 ? 'un tramo de guardia' : `${count} tramos de guardia`} sin nadie propio, el primero el ${when.es}; se llama a general o a un proveedor donde lo haya.`,
  };
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
