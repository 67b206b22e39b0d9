import './questions.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { BothLanguages, CardAnswer, Language, Verdict } from '#shared/contract';
import { bothWithNumbers } from '#shared/triage';
import { useKeys, useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import {
  type AnswerBefore,
  answerBefore,
  type CardPanel,
  cardPanel,
  type PanelQuestion,
  type PanelWish,
  withAnswer,
  withoutAnswer,
  withoutLastChange,
} from './card-panel.ts';
import { spokenIn } from './draft.ts';
import type { JudgedBy } from './rules.ts';
import type { DraftForm } from './use-draft.ts';

/** Where Enter leads from the words. */
const QUESTIONS = 'report-questions';
const AS_ASKED: PanelWish = { reopened: null, later: [] };

/** Leaves the words for the questions; false where there are none to go to. */
export function goToQuestions(): boolean {
  const panel = document.getElementById(QUESTIONS);
  panel?.focus({ preventScroll: true });
  panel?.querySelector('.asked')?.scrollIntoView({ block: 'nearest' });
  return panel !== null;
}

/** Whether the keys of the questions have the keyboard. */
export function isAmongQuestions(): boolean {
  return document.getElementById(QUESTIONS)?.contains(document.activeElement) === true;
}

type QuestionsPanelProps = {
  readonly form: DraftForm;
  readonly verdict: Verdict;
  readonly by: JudgedBy;
  /** False while something else is chosen: a digit meant for that must answer nothing here. */
  readonly hasDigits: boolean;
};

/** What can be done to a question, by key or press. */
function useAnswering(form: DraftForm, verdict: Verdict, by: JudgedBy) {
  const [wish, setWish] = useState(AS_ASKED);
  const [changes, setChanges] = useState<readonly AnswerBefore[]>([]);
  const given = form.draft.answers;
  const panel = cardPanel(by.rules, verdict.questions, given, wish);
  const { answered, current } = panel;
  const keep = (answers: typeof given, next: PanelWish) => {
    setWish(next);
    form.change({ answers });
    // What was pressed may be gone now; digits and Esc go on from here.
    goToQuestions();
  };
  const remember = (one: PanelQuestion) => setChanges([...changes, answerBefore(given, one)]);
  const pick = ({ id }: CardAnswer) => {
    if (current === null) return;
    const { card, question } = current;
    remember(current);
    keep(withAnswer(given, { card, question: question.id, answer: id }), { ...wish, reopened: null });
  };
  const takeBack = (one: PanelQuestion) => {
    remember(one);
    keep(withoutAnswer(given, one), { ...wish, reopened: null });
  };
  const putOff = (one: PanelQuestion) => keep(given, { ...wish, later: [...without(wish.later, one.key), one.key] });
  return {
    panel,
    pick,
    /** Key 0: the answer is taken back, or the question comes later. */
    leave: (one: PanelQuestion) => (one.answer === null ? putOff(one) : takeBack(one)),
    undo: () => {
      const undone = withoutLastChange(given, changes, answered.at(-1));
      if (undone === null) return;
      setChanges(undone.changes);
      keep(undone.given, { ...wish, reopened: null });
    },
    reopen: (one: PanelQuestion) => keep(given, { ...wish, reopened: wish.reopened === one.key ? null : one.key }),
  };
}

function without(keys: readonly string[], key: string): readonly string[] {
  return keys.filter((each) => each !== key);
}

type Answering = ReturnType<typeof useAnswering>;

/** The card's questions while they matter: answered ones a line each, the one to ask now, and what comes after it. */
export function QuestionsPanel({ form, verdict, by, hasDigits }: QuestionsPanelProps) {
  const { t } = useText();
  const answering = useAnswering(form, verdict, by);
  const { panel, undo } = answering;
  const { answered, current, coming } = panel;
  const digits = hasDigits ? digitsOf(answering) : {};
  useKeys({ ...digits, ...(answered.length > 0 ? { backspace: undo } : {}) });
  // In here digits answer even where single keys are switched off for the rest of the window.
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.altKey || event.metaKey || event.repeat ? undefined : digits[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section
      id={QUESTIONS}
      className="questions"
      aria-label={t('report.questions')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {answered.length > 0 && <Answered panel={panel} by={by} onReopen={answering.reopen} />}
      <Asked one={current} aloud={spokenIn(form.draft, verdict)} by={by} answering={answering} />
      {coming.length > 0 && <Coming panel={panel} by={by} />}
    </section>
  );
}

/** What each digit does to the question that is asked now. */
function digitsOf({ panel, pick, leave }: Answering): Readonly<Record<string, () => void>> {
  const { current, coming } = panel;
  if (current === null) return {};
  const answers = current.question.answers.map((answer, index) => [String(index + 1), () => pick(answer)] as const);
  const canLeave = current.answer !== null || coming.length > 0;
  return Object.fromEntries([...answers, ...(canLeave ? [['0', () => leave(current)] as const] : [])]);
}

/** The words of a card with the numbers in force. */
function useWords({ rules, wallTime }: JudgedBy): (words: BothLanguages, language?: Language) => string {
  const { language } = useText();
  return (words, other) => bothWithNumbers(words, rules.numbers, wallTime)[other ?? language];
}

type AnsweredProps = {
  readonly panel: CardPanel;
  readonly by: JudgedBy;
  readonly onReopen: (one: PanelQuestion) => void;
};

function Answered({ panel, by, onReopen }: AnsweredProps) {
  const { t } = useText();
  const words = useWords(by);
  return (
    <ul className="answered" aria-label={t('report.answered')}>
      {panel.answered.map((one) => (
        <li key={one.key}>
          <button
            type="button"
            className="answered-line"
            aria-expanded={one === panel.current}
            title={`${words(one.question.text)} (${t('report.changeAnswer')})`}
            onClick={() => onReopen(one)}
          >
            <span className="answered-question dim">{words(one.question.text)}</span>{' '}
            <b>{one.answer && words(one.answer.label)}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}

type AskedProps = {
  readonly one: PanelQuestion | null;
  readonly aloud: Language;
  readonly by: JudgedBy;
  readonly answering: Answering;
};

function Asked({ one, aloud, by, answering }: AskedProps) {
  const { t } = useText();
  const block = useRef<HTMLDivElement>(null);
  const key = one?.key;
  useEffect(() => {
    if (key !== undefined && isAmongQuestions()) void block.current?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  return (
    <div className={one ? 'asked' : undefined} ref={block}>
      {one && (
        <div className="asked-head">
          <span className="overline">{t('report.ask')}</span>
          <span className="hint">{t('report.questionsKeys')}</span>
        </div>
      )}
      {/* It stays while its words change: a live region that comes with its words is not read aloud. */}
      <div aria-live="polite">
        {one ? (
          <Question key={key} one={one} aloud={aloud} by={by} />
        ) : (
          <p className="dim">{t('report.nothingToAsk')}</p>
        )}
      </div>
      {one && <AnswerKeys key={key} one={one} by={by} answering={answering} />}
    </div>
  );
}

type QuestionProps = { readonly one: PanelQuestion; readonly aloud: Language; readonly by: JudgedBy };

function Question({ one, aloud, by }: QuestionProps) {
  const { language } = useText();
  const words = useWords(by);
  const { text } = one.question;
  return (
    <>
      <p className="question-text" lang={aloud}>
        {words(text, aloud)}
      </p>
      {aloud !== language && <p className="dim">{words(text)}</p>}
    </>
  );
}

type AnswerKeysProps = { readonly one: PanelQuestion; readonly by: JudgedBy; readonly answering: Answering };

function AnswerKeys({ one, by, answering }: AnswerKeysProps) {
  const { t } = useText();
  const words = useWords(by);
  const { question, answer } = one;
  const { panel, pick, leave } = answering;
  return (
    <div className="answer-keys">
      {question.answers.map((each, index) => (
        <ActionButton
          key={each.id}
          label={words(each.label)}
          cap={String(index + 1)}
          isPressed={each.id === answer?.id}
          onPress={() => pick(each)}
        />
      ))}
      {(answer !== null || panel.coming.length > 0) && (
        <ActionButton
          label={answer === null ? t('report.askLater') : t('report.takeBack')}
          cap="0"
          kind="quiet"
          onPress={() => leave(one)}
        />
      )}
    </div>
  );
}

function Coming({ panel, by }: Pick<AnsweredProps, 'panel' | 'by'>) {
  const { t } = useText();
  const words = useWords(by);
  return (
    <ul className="coming" aria-label={t('report.coming')}>
      {panel.coming.map((one) => (
        <li key={one.key}>{words(one.question.text)}</li>
      ))}
    </ul>
  );
}
