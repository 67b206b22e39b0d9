import { describe, expect, it } from 'vitest';
import type { GivenAnswer, IncidentView } from '#shared/contract';
import { ReportDraft, ReportInput } from '#shared/contract';
import { classify, PRODUCT_RULES } from '#shared/triage';
import { groundsOf, knownOf } from '../../renderer/screens/desk/grounds.ts';
import {
  type AnswerBefore,
  cardPanel,
  withAnswer,
  withoutAnswer,
  withoutLastChange,
} from '../../renderer/screens/report/card-panel.ts';
import { inputOf } from '../../renderer/screens/report/draft.ts';
import { rulesFor } from '../../renderer/screens/report/rules.ts';
import { newDraft } from '../../renderer/stores/report.ts';

const plumbing = (question: string, answer: string): GivenAnswer => ({ card: 'plumbing', question, answer });
const SAFE = plumbing('anyone-in-danger', 'nobody');
const RUNNING = plumbing('is-water-running', 'running');
const LEAK = 'sink is leaking';
const AS_ASKED = { reopened: null, later: [] };

/** The keys of what the panel shows, after these answers. */
function shown(answers: readonly GivenAnswer[], wish: Partial<Parameters<typeof cardPanel>[3]> = {}) {
  const verdict = classify(LEAK, { answers });
  const panel = cardPanel(PRODUCT_RULES, verdict.questions, answers, { ...AS_ASKED, ...wish });
  const keys = (list: typeof panel.answered) => list.map((one) => one.key.replace('plumbing/', ''));
  return {
    answered: keys(panel.answered),
    current: panel.current && keys([panel.current])[0],
    coming: keys(panel.coming),
  };
}

describe('the questions of a report', () => {
  it('stand in the order of the card, the first of them to be asked now', () => {
    expect(shown([])).toEqual({
      answered: [],
      current: 'anyone-in-danger',
      coming: ['is-water-running', 'near-electricity'],
    });
  });

  it('an answer moves up and the next one is asked', () => {
    expect(shown([SAFE])).toMatchObject({ answered: ['anyone-in-danger'], current: 'is-water-running' });
    expect(shown([SAFE, RUNNING])).toMatchObject({
      answered: ['anyone-in-danger', 'is-water-running'],
      current: 'near-electricity',
    });
  });

  it('one that was answered can be opened again, and keeps its place when it changes', () => {
    const reopened = shown([SAFE, RUNNING], { reopened: 'plumbing/anyone-in-danger' });
    expect(reopened).toMatchObject({ answered: ['anyone-in-danger', 'is-water-running'], current: 'anyone-in-danger' });
    const changed = withAnswer([SAFE, RUNNING], plumbing('anyone-in-danger', 'equipment'));
    expect(changed).toEqual([plumbing('anyone-in-danger', 'equipment'), RUNNING]);
  });

  it('one that is put off comes last, and back when nothing else is left', () => {
    const later = ['plumbing/anyone-in-danger'];
    expect(shown([], { later })).toMatchObject({
      current: 'is-water-running',
      coming: ['near-electricity', 'anyone-in-danger'],
    });
    const rest = [plumbing('is-water-running', 'slow'), plumbing('near-electricity', 'no')];
    expect(shown(rest, { later })).toMatchObject({ current: 'anyone-in-danger', coming: [] });
  });

  it('an answer that is taken back is asked again', () => {
    const panel = cardPanel(PRODUCT_RULES, [], [SAFE, RUNNING], AS_ASKED);
    const last = panel.answered.at(-1);
    if (!last) throw new Error('nothing was answered');
    expect(withoutAnswer([SAFE, RUNNING], last)).toEqual([SAFE]);
  });

  it('an answer stays in sight when the words no longer speak of its card, and counts', () => {
    const answers = [SAFE, RUNNING];
    const verdict = classify('the disposal is jammed', { answers });
    expect(verdict.tier).toBe('P1');
    const { answered } = cardPanel(PRODUCT_RULES, verdict.questions, answers, AS_ASKED);
    expect(answered.map((one) => one.answer?.id)).toEqual(['nobody', 'running']);
  });

  it('an answer its card does not know is not shown, and its question is asked', () => {
    expect(shown([SAFE, plumbing('is-water-running', 'a-bit')])).toMatchObject({
      answered: ['anyone-in-danger'],
      current: 'is-water-running',
    });
    expect(shown([plumbing('is-it-wet', 'yes')]).answered).toEqual([]);
  });
});

describe('the last change to the answers', () => {
  const was = (question: string, answer: string | null): AnswerBefore => ({ card: 'plumbing', question, answer });
  const EQUIPMENT = plumbing('anyone-in-danger', 'equipment');
  const first = [was('anyone-in-danger', null), was('is-water-running', null)];
  const last = cardPanel(PRODUCT_RULES, [], [SAFE, RUNNING], AS_ASKED).answered.at(-1);

  it('is undone, not the answer that stands last: the first question has its former answer again', () => {
    const changes = [...first, was('anyone-in-danger', 'nobody')];
    expect(withoutLastChange([EQUIPMENT, RUNNING], changes, last)).toEqual({ given: [SAFE, RUNNING], changes: first });
    expect(withoutLastChange([SAFE, RUNNING], first, last)).toEqual({ given: [SAFE], changes: first.slice(0, 1) });
  });

  it('may have been taking an answer back', () => {
    const changes = [...first, was('is-water-running', 'running')];
    expect(withoutLastChange([SAFE], changes, last)).toEqual({ given: [SAFE, RUNNING], changes: first });
  });

  it('is none where the same was answered again', () => {
    const changes = [...first, was('anyone-in-danger', 'nobody')];
    expect(withoutLastChange([SAFE, RUNNING], changes, last)?.given).toEqual([SAFE]);
  });

  it('is the last answer in a draft that was opened again, and nothing where there is none', () => {
    expect(withoutLastChange([SAFE, RUNNING], [], last)).toEqual({ given: [SAFE], changes: [] });
    expect(withoutLastChange([], [], undefined)).toBeNull();
  });
});

describe('the rules a report is judged by', () => {
  const rules = (dayStart: string) => ({
    ...PRODUCT_RULES,
    numbers: { ...PRODUCT_RULES.numbers, dayStart },
  });
  const company = rules('07:00');
  const oaks = { propertyId: 'oaks', rules: rules('09:00') };

  it('are those of the chosen property, never those of the one chosen before it', () => {
    expect(rulesFor('oaks', oaks, company)).toBe(oaks.rules);
    expect(rulesFor('elms', oaks, company)).toBe(company);
    expect(rulesFor(null, oaks, company)).toBe(company);
  });

  it('are the product’s while the core has answered nothing', () => {
    expect(rulesFor('elms', null, null)).toBe(PRODUCT_RULES);
  });
});

describe('the question on safety', () => {
  it('is not asked again because its answer, or another, moves the case to another card', () => {
    const answered = classify(LEAK, { answers: [plumbing('anyone-in-danger', 'danger')] });
    expect(answered.tier).toBe('P1');
    expect(answered.questions.filter((one) => one.question === 'anyone-in-danger')).toEqual([
      { card: 'plumbing', question: 'anyone-in-danger', answer: 'danger', canChangeTier: false },
    ]);
    const moved = classify(LEAK, { answers: [SAFE, plumbing('near-electricity', 'near')] });
    expect(moved.questions.filter((one) => one.question === 'anyone-in-danger' && one.answer === null)).toEqual([]);
  });
});

describe('what is sent and kept of the answers', () => {
  it('an answer is no other tier than the verdict, so nothing has to be given as a reason', () => {
    const draft = { ...newDraft('a-draft-1', 1), text: LEAK, answers: [plumbing('is-water-running', 'drops')] };
    const verdict = classify(LEAK, { answers: draft.answers });
    expect(verdict.tier).toBe('P3');
    expect(inputOf(draft, verdict)).toMatchObject({ answers: draft.answers, tier: null, tierReason: '' });
  });

  it('a draft or a report of before there were cards opens without answers', () => {
    const { answers: _, ...draft } = newDraft('a-draft-1', 1);
    expect(ReportDraft.parse(draft).answers).toEqual([]);
    const { answers: __, ...input } = inputOf({ ...newDraft('a-draft-1', 1), text: LEAK }, classify(LEAK, {}));
    expect(ReportInput.parse(input).answers).toEqual([]);
  });
});

describe('why an incident has its tier', () => {
  type View = Pick<IncidentView, 'reasons' | 'answers'>;
  const asked: View['answers'][number] = {
    card: 'plumbing',
    question: 'is-water-running',
    text: { en: 'Is it running?', es: '¿Corre?' },
    label: { en: 'Yes', es: 'Sí' },
    tier: 'P1',
    finding: 'water-running',
  };
  const noted = { ...asked, question: 'near-electricity', tier: null, finding: null };
  const settled = { ...asked, question: 'only-toilet', tier: 'P3', finding: null } as const;
  const reasons: View['reasons'] = [
    { code: 'water-running', start: 0, end: 0 },
    { code: 'leak', start: 8, end: 15 },
    { code: 'volunteered-need', start: 0, end: 0 },
  ];

  it('quotes words where there are some, and answers where they decided', () => {
    expect(groundsOf(reasons)).toEqual([{ start: 8, end: 15, codes: ['leak'] }]);
    expect(knownOf(reasons, [asked, noted, settled], 'P1')).toEqual([
      { code: 'water-running', answers: [asked] },
      { code: 'volunteered-need', answers: [] },
    ]);
  });

  it('names the answer that settled the tier without meaning anything more', () => {
    const answered: View['reasons'] = [{ code: 'answer', start: 0, end: 0 }];
    expect(knownOf(answered, [asked, noted, settled], 'P3')).toEqual([{ code: 'answer', answers: [settled] }]);
  });
});
