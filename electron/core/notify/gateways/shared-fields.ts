import type { BothLanguages } from '#shared/contract';
import type { FieldWords } from './field-words.ts';

/** Words for what several gateways are asked about. */

export const ADDRESS_ONLY: BothLanguages = {
  en: 'an address such as http://127.0.0.1:13013/…, without a user name, a password or anything after a question mark',
  es: 'una dirección como http://127.0.0.1:13013/…, sin usuario, contraseña ni nada después de un signo de interrogación',
};

export const NOT_EMPTY: BothLanguages = { en: 'filled in', es: 'un texto, no vacío' };

export const COUNTRY_FIELD: FieldWords = {
  label: { en: 'Country of numbers without +', es: 'País de los números sin +' },
  hint: {
    en: 'Two letters: by the rules of this country a number without + is read.',
    es: 'Dos letras: con las reglas de este país se leen los números sin +.',
  },
  must: {
    en: 'the two capital letters of a country, such as US',
    es: 'las dos letras mayúsculas de un país, como US',
  },
};

export const HOST_FIELD: FieldWords = {
  label: { en: 'This computer as the gateway reaches it', es: 'Esta computadora, vista desde la pasarela' },
  hint: {
    en: 'The address of this computer that is listened on, where the gateway calls us.',
    es: 'La dirección de esta computadora en la que se escucha, si la pasarela nos llama.',
  },
  must: {
    en: 'the one address at which the gateway can reach this computer; not 0.0.0.0',
    es: 'la única dirección en la que la pasarela alcanza esta computadora; no 0.0.0.0',
  },
};

export const PORT_FIELD: FieldWords = {
  label: { en: 'Port for its calls', es: 'Puerto para sus llamadas' },
  hint: {
    en: 'Where its calls arrive, where it has an address for them.',
    es: 'Donde llegan sus llamadas, si tiene una dirección para ellas.',
  },
  must: { en: 'a whole number from 0 to 65535', es: 'un número entero de 0 a 65535' },
};
