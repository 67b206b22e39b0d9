import { ES_AT_RISK } from './es-at-risk.ts';
import { ES_DAMAGE } from './es-damage.ts';
import { ES_HARMLESS } from './es-harmless.ts';
import { ES_LATER } from './es-later.ts';
import { ES_TEXTBOOK } from './es-textbook.ts';
import { ES_TEXTBOOK_PEOPLE } from './es-textbook-people.ts';
import { ES_TONIGHT_MORE } from './es-tonight-more.ts';
import { ES_TRADES } from './es-trades.ts';
import { ES_URGENT } from './es-urgent.ts';
import { ES_CLASSES, ES_LOOKALIKES, ES_SPELLINGS, ES_VOCABULARY } from './es-words.ts';
import type { LanguagePack } from './pack.ts';

/** Spanish as it is written in the United States: Mexican and Caribbean first, other regions beside, English words in it. */
export const ES: LanguagePack = {
  language: 'es',
  stopWords: (
    'el la los las un una de del en y que mi se hay es esta estan con por para al lo no sin tengo tenemos desde muy mas ' +
    'pero porque cuando aqui agua luz puerta casa hola favor'
  ).split(' '),
  classes: ES_CLASSES,
  spellings: ES_SPELLINGS,
  vocabulary: ES_VOCABULARY,
  lookalikes: ES_LOOKALIKES,
  harmless: ES_HARMLESS,
  rules: [
    ...ES_URGENT,
    ...ES_AT_RISK,
    ...ES_TEXTBOOK_PEOPLE,
    ...ES_DAMAGE,
    ...ES_TEXTBOOK,
    ...ES_TONIGHT_MORE,
    ...ES_LATER,
    ...ES_TRADES,
  ],
};
