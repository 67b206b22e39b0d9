import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CardQuestion, ProtocolCard, TriageNumbers } from '#shared/contract';
import { withNumbers } from '#shared/triage';
import { useText } from '../../../app/index.ts';
import { ActionButton, SmallButton } from '../../../parts/index.ts';
import { newQuestion, withMovedQuestion, withQuestion } from './layer-edit.ts';
import { QuestionEditor } from './question-editor.tsx';

const MOST_QUESTIONS = 8;

type QuestionsProps = {
  readonly card: ProtocolCard;
  readonly numbers: TriageNumbers;
  readonly onChange: (card: ProtocolCard) => void;
};

/** A line that was moved is taken out of the page and put in again, and loses the cursor on its way; it gets it back. */
function useCursor() {
  const list = useRef<HTMLOListElement>(null);
  const [followed, follow] = useState<string | null>(null);
  useEffect(() => {
    if (followed === null) return;
    list.current?.querySelector<HTMLElement>(`[data-question="${followed}"]`)?.focus();
    follow(null);
  }, [followed]);
  return { list, follow };
}

/** The questions of a card in their order; one of them open to be changed. */
export function Questions({ card, numbers, onChange }: QuestionsProps) {
  const { t } = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  const { list, follow } = useCursor();
  const move = (index: number, id: string, by: -1 | 1) => {
    onChange(withMovedQuestion(card, index, by));
    follow(id);
  };
  return (
    <>
      <ol className="question-list" ref={list}>
        {card.questions.map((question, index) => (
          <li key={question.id} className={question.id === openId ? 'is-open' : ''}>
            <QuestionLine
              question={question}
              index={index}
              isLast={index === card.questions.length - 1}
              isOpen={question.id === openId}
              numbers={numbers}
              onToggle={() => setOpenId(question.id === openId ? null : question.id)}
              onMove={(by) => move(index, question.id, by)}
              onRemove={() => onChange(withQuestion(card, question.id, null))}
            />
            {question.id === openId && (
              <QuestionEditor
                question={question}
                onChange={(next) => onChange(withQuestion(card, question.id, next))}
              />
            )}
          </li>
        ))}
      </ol>
      <div>
        <ActionButton
          label={t('triage.addQuestion')}
          isDisabled={card.questions.length >= MOST_QUESTIONS}
          onPress={() => {
            const question = newQuestion();
            onChange({ ...card, questions: [...card.questions, question] });
            setOpenId(question.id);
          }}
        />
      </div>
    </>
  );
}

type QuestionLineProps = {
  readonly question: CardQuestion;
  readonly index: number;
  readonly isLast: boolean;
  readonly isOpen: boolean;
  readonly numbers: TriageNumbers;
  readonly onToggle: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

function QuestionLine({ question, index, isLast, isOpen, numbers, ...acts }: QuestionLineProps) {
  const { t, pick } = useText();
  const number = index + 1;
  const words = withNumbers(pick(question.text), numbers);
  const tiers = [...new Set(question.answers.map((each) => each.tier ?? '–'))].join(' / ');
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null) return;
    event.preventDefault();
    acts.onMove(by);
  };
  return (
    <div className="question-line">
      <button
        type="button"
        className="question-open"
        data-question={question.id}
        aria-expanded={isOpen}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={t('triage.moveHint')}
        onClick={acts.onToggle}
        onKeyDown={moveByKey}
      >
        <span className="question-number">{number}</span>
        <span className="question-words">{words || t('triage.noWordsYet')}</span>
        <span className="dim">{tiers}</span>
      </button>
      <SmallButton
        sign="↑"
        label={t('triage.questionUp', { number })}
        isOff={index === 0}
        onPress={() => acts.onMove(-1)}
      />
      <SmallButton
        sign="↓"
        label={t('triage.questionDown', { number })}
        isOff={isLast}
        onPress={() => acts.onMove(1)}
      />
      <SmallButton sign="×" label={t('triage.removeQuestion', { number })} onPress={acts.onRemove} />
    </div>
  );
}
