import { EN_AT_RISK } from './en-at-risk.ts';
import { EN_DAMAGE } from './en-damage.ts';
import { EN_HARMLESS } from './en-harmless.ts';
import { EN_ROUTINE } from './en-routine.ts';
import { EN_TEXTBOOK } from './en-textbook.ts';
import { EN_TEXTBOOK_PEOPLE } from './en-textbook-people.ts';
import { EN_TEXTBOOK_WATER } from './en-textbook-water.ts';
import { EN_TONIGHT } from './en-tonight.ts';
import { EN_TONIGHT_MORE } from './en-tonight-more.ts';
import { EN_TRADES } from './en-trades.ts';
import { EN_URGENT } from './en-urgent.ts';
import { EN_CLASSES, EN_LOOKALIKES, EN_SPELLINGS, EN_VOCABULARY } from './en-words.ts';
import type { LanguagePack } from './pack.ts';

/** English as residents of the United States write it at night. */
export const EN: LanguagePack = {
  language: 'en',
  stopWords: (
    'the and is are was my in on it its to of there theres from with have has not this that you i we for but at when ' +
    'please need can not no been out up all just out here water smell heat door'
  ).split(' '),
  classes: EN_CLASSES,
  spellings: EN_SPELLINGS,
  vocabulary: EN_VOCABULARY,
  lookalikes: EN_LOOKALIKES,
  harmless: EN_HARMLESS,
  rules: [
    ...EN_URGENT,
    ...EN_AT_RISK,
    ...EN_TEXTBOOK,
    ...EN_TEXTBOOK_PEOPLE,
    ...EN_DAMAGE,
    ...EN_TEXTBOOK_WATER,
    ...EN_TONIGHT,
    ...EN_TONIGHT_MORE,
    ...EN_ROUTINE,
    ...EN_TRADES,
  ],
};
