import type { BothLanguages } from '#shared/contract';

/** Every way in which asking the weather service goes wrong, each with what to do. */
export const troubles = {
  noService: {
    en: 'The weather service cannot be reached. It is asked again by itself; check that this computer is on the network.',
    es: 'No se puede llegar al servicio del clima. Se le vuelve a preguntar solo; revise que esta computadora tenga red.',
  },
  tooSlow: {
    en: 'The weather service took longer than 5 s. It is asked again by itself.',
    es: 'El servicio del clima tardó más de 5 s. Se le vuelve a preguntar solo.',
  },
  brokenOff: {
    en: 'The answer broke off before its end, so nothing of it was used. It is asked for again by itself.',
    es: 'La respuesta se cortó antes de terminar y no se usó nada. Se vuelve a pedir sola.',
  },
  tooLarge: {
    en: 'The answer is larger than a forecast can be, so nothing of it was used. Check the address of the weather service.',
    es: 'La respuesta es más grande que un pronóstico y no se usó nada. Revise la dirección del servicio del clima.',
  },
  notUnderstood: {
    en: 'The answer is no document of the weather service, so nothing of it was used. Check its address.',
    es: 'La respuesta no es un documento del servicio del clima y no se usó nada. Revise la dirección.',
  },
  older: {
    en: 'The weather service sent an older forecast than the one in hand, which stays.',
    es: 'El servicio del clima envió un pronóstico más viejo que el que ya hay; sigue el que había.',
  },
  movedAway: {
    en: 'The weather service sends on to another server, which is not asked. Enter the new address if it is right.',
    es: 'El servicio del clima remite a otro servidor, al que no se pregunta. Ingrese la nueva dirección si es correcta.',
  },
  forbidden: {
    en: 'The weather service refuses (403): it wants an e-mail address of whoever asks. Check the one in these settings.',
    es: 'El servicio del clima se niega (403): quiere un correo de quien pregunta. Revise el de estos ajustes.',
  },
  unknownPlace: {
    en: 'The weather service does not know this place (404). Check the coordinates; it covers the United States only.',
    es: 'El servicio del clima no conoce este lugar (404). Revise las coordenadas; solo cubre Estados Unidos.',
  },
  movedGrid: {
    en: 'The weather service has drawn its grid anew (404). The place is looked up again by itself.',
    es: 'El servicio del clima rehízo su cuadrícula (404). El lugar se busca de nuevo solo.',
  },
} as const satisfies Record<string, BothLanguages>;

/** What an answer that is neither a document nor "unchanged" means. */
export function statusTrouble(status: number): BothLanguages {
  if (status === 403) return troubles.forbidden;
  if (status === 404) return troubles.unknownPlace;
  return {
    en: `The weather service answered with error ${status}. It is asked again by itself.`,
    es: `El servicio del clima contestó con el error ${status}. Se le vuelve a preguntar solo.`,
  };
}
