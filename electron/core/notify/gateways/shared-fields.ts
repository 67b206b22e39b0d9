import type { BothLanguages } from '#shared/contract';
import type { FieldWords } from './field-words.ts';

/** Words for what several gateways are asked about. */

export const ADDRESS_ONLY: BothLanguages = {
  en: 'an address such as http://192.168.1.20:8080 or https://sms.example.com/…, without blanks, a user name, a password or anything after a question mark',
  es: 'una dirección como http://192.168.1.20:8080 o https://sms.example.com/…, sin espacios, usuario, contraseña ni nada después de un signo de interrogación',
};

export const NOT_EMPTY: BothLanguages = { en: 'filled in', es: 'un texto, no vacío' };

export const COUNTRY_FIELD: FieldWords = {
  reads: 'country',
  label: { en: 'Country of numbers without +', es: 'País de los números sin +' },
  hint: {
    en: 'Two letters: by the rules of this country a number without + is read.',
    es: 'Dos letras: con las reglas de este país se leen los números sin +.',
  },
  must: {
    en: 'the two letters of a country, such as US or MX',
    es: 'las dos letras de un país, como US o MX',
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
