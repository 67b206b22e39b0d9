import { assertNever, type BothLanguages, type Gap, type OnCallFinding } from '#shared/contract';

/** What it would cost tonight that a role is empty, as the rest of a sentence. */
const EMPTY = {
  nobody: {
    en: 'P1 here finds nobody on call and goes at once to the steps after primary and backup.',
    es: 'P1 aquí no encuentra a nadie de guardia y pasa de inmediato a los pasos que siguen a titular y suplente.',
  },
  primary: {
    en: 'P1 here skips the primary and goes on to the next step at once.',
    es: 'P1 aquí se salta al titular y pasa de inmediato al siguiente paso.',
  },
  backup: {
    en: 'P1 whose primary does not answer goes on to the next step: nobody stands behind.',
    es: 'P1 cuyo titular no contesta pasa al siguiente paso: no hay suplente.',
  },
} as const satisfies Record<string, BothLanguages>;

function costOfEmpty(which: keyof typeof EMPTY, isAccepted: boolean): BothLanguages {
  const { en, es } = EMPTY[which];
  return isAccepted
    ? { en: `Known and accepted: a ${en}`, es: `Conocido y aceptado: un ${es}` }
    : { en: `A ${en}`, es: `Un ${es}` };
}

/** What a hole would cost tonight, in one sentence. */
export function costOfGap(gap: Pick<Gap, 'role' | 'coveredBy' | 'accepted'>): BothLanguages {
  switch (gap.coveredBy) {
    case 'general':
      return { en: 'The general on-call person is asked instead.', es: 'Se avisa a la persona de guardia general.' };
    case 'vendor':
      return { en: 'The vendor named for it is called instead.', es: 'Se llama en su lugar al proveedor designado.' };
    case null:
      return costOfEmpty(gap.role, gap.accepted !== null);
    default:
      return assertNever(gap.coveredBy, 'coveredBy');
  }
}

/** What a finding would cost tonight; `person` is whom it is about, `places` name the scopes of somebody at two, or the group. */
export function costOfFinding(
  { kind, accepted }: Pick<OnCallFinding, 'kind' | 'accepted'>,
  person: string,
  places: readonly string[],
): BothLanguages {
  switch (kind) {
    case 'nobody':
      return costOfEmpty('nobody', accepted !== null);
    case 'noPrimary':
      return costOfEmpty('primary', accepted !== null);
    case 'noBackup':
      return costOfEmpty('backup', accepted !== null);
    case 'onePerson':
      return {
        en: `${person} is primary and backup: if they do not answer, nobody stands behind them.`,
        es: `${person} es titular y suplente: si no contesta, no hay nadie detrás.`,
      };
    case 'noNumber':
      return {
        en: `No text reaches ${person}: their step is skipped at once.`,
        es: `Ningún mensaje le llega a ${person}: su paso se salta de inmediato.`,
      };
    case 'twoPlaces':
      return {
        en: `${person} is on at ${listed(places, 'and', 'more')} at once: if both need somebody, one of them waits.`,
        es: `${person} está de guardia a la vez en ${listed(places, 'y', 'más')}: si los dos necesitan a alguien, uno espera.`,
      };
    case 'emptyGroup': {
      const group = places.join();
      return {
        en: `No property belongs to the group ${group}: whoever is planned for it is not called.`,
        es: `Ninguna propiedad pertenece al grupo ${group}: a quien está planificado para él no se le llama.`,
      };
    }
    default:
      return assertNever(kind, 'kind');
  }
}

/** So many are named, the others counted. */
const MOST_NAMED = 3;

function listed(names: readonly string[], and: string, more: string): string {
  const rest = names.length - MOST_NAMED;
  const named = rest > 0 ? [...names.slice(0, MOST_NAMED), `${rest} ${more}`] : names;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} ${and} ${named.at(-1)}`;
}
