import { beforeEach, describe, expect, it } from 'vitest';
import type { TriageLayer } from '#shared/contract';
import { cardTrouble, celsiusOf, layerTrouble, PRODUCT_CARDS } from '#shared/triage';
import {
  newPhrase,
  newQuestion,
  textsOf,
  withAnswer,
  withCard,
  withEntry,
  withMovedAnswer,
  withMovedQuestion,
  withNumber,
  withPhrase,
  withQuestion,
  wordsOrNull,
} from '../../renderer/screens/settings/triage/layer-edit.ts';
import { changeDraft, draftSaved, useWork } from '../../renderer/screens/settings/triage/work.ts';

const LAYER: TriageLayer = {
  place: 'company',
  version: 3,
  signedBy: null,
  preset: null,
  numbers: { hotInsideF: 84 },
  cards: {},
  phrases: [],
};
const CARD = PRODUCT_CARDS.plumbing;
const ids = (list: readonly { readonly id: string }[]) => list.map((each) => each.id);

describe('changing what a place says about triage', () => {
  it('sets a number and takes it away again', () => {
    const set = withNumber(LAYER, 'coldInsideDayF', 60);
    expect(set.numbers).toEqual({ hotInsideF: 84, coldInsideDayF: 60 });
    expect(withNumber(set, 'hotInsideF', undefined).numbers).toEqual({ coldInsideDayF: 60 });
  });

  it('puts a card in its place and takes it away again', () => {
    const own = withCard(LAYER, 'plumbing', CARD);
    expect(own.cards).toEqual({ plumbing: CARD });
    expect(withCard(own, 'plumbing', null).cards).toEqual({});
  });

  it('adds, changes and takes away a phrase', () => {
    const phrase = newPhrase('heat');
    const added = withPhrase(LAYER, phrase.id, phrase);
    expect(layerTrouble([], added).map((each) => each.part)).toEqual(['phrases']);
    const changed = withPhrase(added, phrase.id, { ...phrase, words: 'boiler room' });
    expect(changed.phrases).toEqual([{ ...phrase, words: 'boiler room' }]);
    expect(withPhrase(changed, phrase.id, null).phrases).toEqual([]);
  });

  it('begins a question that says what it still needs, with an id of its own', () => {
    const question = newQuestion();
    expect(newQuestion().id).not.toBe(question.id);
    const card = { ...CARD, questions: [...CARD.questions, question] };
    expect(cardTrouble(card)[0]?.en).toMatch(/words are missing/);
    const worded = withQuestion(card, question.id, { ...question, text: { en: 'Is it?', es: '¿Sí?' } });
    expect(cardTrouble(worded).map((each) => each.en)).toEqual([expect.stringMatching(/no answer changes the tier/)]);
    expect(withQuestion(worded, question.id, null).questions).toEqual(CARD.questions);
  });

  it('moves questions and answers, and never out of the list', () => {
    const [first, second] = ids(CARD.questions);
    expect(ids(withMovedQuestion(CARD, 0, 1).questions).slice(0, 2)).toEqual([second, first]);
    expect(withMovedQuestion(CARD, 0, -1).questions).toEqual(CARD.questions);
    const question = newQuestion();
    const [yes, no] = ids(question.answers);
    expect(ids(withMovedAnswer(question, 1, -1).answers)).toEqual([no, yes]);
    expect(ids(withAnswer(question, 0, null).answers)).toEqual([no]);
  });

  it('keeps words of one language, and none for none', () => {
    expect(wordsOrNull({ en: ' ', es: '' })).toBeNull();
    expect(wordsOrNull({ en: 'The valve.', es: '' })).toEqual({ en: 'The valve.', es: '' });
    expect(withEntry(['a', 'b'], 0, null)).toEqual(['b']);
    expect(withEntry(['a', 'b'], 1, 'c')).toEqual(['a', 'c']);
  });
});

it('texts are those of lines that say something', () => {
  expect(textsOf(' no heat \n\n\t\nfaucet drips\r\n')).toEqual(['no heat', 'faucet drips']);
});

it('Celsius is whole degrees', () => expect([32, 55, 68, 95].map(celsiusOf)).toEqual([0, 13, 20, 35]));

describe('what is changed and not saved yet', () => {
  const drafts = () => Object.values(useWork.getState().drafts);
  const typed = (hotInsideF: number) => ({ ...LAYER, numbers: { hotInsideF } });
  beforeEach(() => useWork.setState({ drafts: {} }));

  it('is no draft once it is changed back', () => {
    changeDraft(LAYER, typed(90));
    expect(drafts()).toEqual([typed(90)]);
    changeDraft(LAYER, typed(84));
    expect(drafts()).toEqual([]);
  });

  it('is gone when it was saved, but not what was typed while it was', () => {
    const sent = typed(90);
    changeDraft(LAYER, sent);
    draftSaved(sent, 4);
    expect(drafts()).toEqual([]);
    changeDraft(LAYER, sent);
    changeDraft(LAYER, typed(91));
    draftSaved(sent, 4);
    expect(drafts()).toEqual([{ ...typed(91), version: 4 }]);
  });
});
