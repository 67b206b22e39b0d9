import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type CardAnswer, type CardQuestion, MOST_ANSWERS, TIERS, type Tier } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { ActionButton, Choice, reasonLabel, SmallButton } from '../../../parts/index.ts';
import { BothFields } from './both-fields.tsx';
import { newAnswer, withAnswer, withMovedAnswer } from './layer-edit.ts';
import { ReasonsField, useReasonOptions } from './reasons-field.tsx';

type QuestionEditorProps = {
  readonly question: CardQuestion;
  readonly onChange: (question: CardQuestion) => void;
};

/** One question: its words, when it is asked, and what each answer does. */
export function QuestionEditor({ question, onChange }: QuestionEditorProps) {
  const { t } = useText();
  return (
    <div className="question-editor rows">
      <BothFields
        label={t('triage.question')}
        words={question.text}
        most={200}
        onChange={(text) => onChange({ ...question, text })}
      />
      <div className="both-fields">
        <ReasonsField
          label={t('triage.about')}
          none={t('triage.aboutAll')}
          codes={question.about}
          onChange={(about) => onChange({ ...question, about })}
        />
        <ReasonsField
          label={t('triage.unless')}
          none={t('triage.unlessNone')}
          codes={question.unless}
          onChange={(unless) => onChange({ ...question, unless })}
        />
      </div>
      <Choice
        label={t('triage.effect')}
        options={[
          { value: 'raises', label: t('triage.effects.raises') },
          { value: 'settles', label: t('triage.effects.settles') },
        ]}
        value={question.effect}
        onChange={(effect) => onChange({ ...question, effect })}
      />
      <Checkbox
        label={t('triage.forTechnician')}
        checked={question.isForTechnician}
        onChange={(event) => onChange({ ...question, isForTechnician: event.currentTarget.checked })}
      />
      <Answers question={question} onChange={onChange} />
    </div>
  );
}

function Answers({ question, onChange }: QuestionEditorProps) {
  const { t } = useText();
  return (
    <fieldset className="answer-list">
      <legend className="field-label">{t('triage.answers')}</legend>
      {/* Each field carries its own name; this is for the eye. */}
      <div className="answer-row answer-head" aria-hidden="true">
        <span />
        <span>{t('words.language.en')}</span>
        <span>{t('words.language.es')}</span>
        <span>{t('triage.tier')}</span>
        <span>{t('triage.finding')}</span>
      </div>
      {question.answers.map((answer, index) => (
        <AnswerRow
          key={answer.id}
          answer={answer}
          index={index}
          canBeRemoved={question.answers.length > 2}
          onChange={(next) => onChange(withAnswer(question, index, next))}
          onUp={() => onChange(withMovedAnswer(question, index, -1))}
        />
      ))}
      <div>
        <ActionButton
          label={t('triage.addAnswer')}
          isDisabled={question.answers.length >= MOST_ANSWERS}
          onPress={() => onChange({ ...question, answers: [...question.answers, newAnswer()] })}
        />
      </div>
    </fieldset>
  );
}

type AnswerRowProps = {
  readonly answer: CardAnswer;
  readonly index: number;
  readonly canBeRemoved: boolean;
  readonly onChange: (answer: CardAnswer | null) => void;
  readonly onUp: () => void;
};

function AnswerRow({ answer, index, canBeRemoved, onChange, onUp }: AnswerRowProps) {
  const { t } = useText();
  const number = index + 1;
  const label = t('triage.answer', { number });
  return (
    <div className="answer-row">
      <span className="question-number">{number}</span>
      <TextInput
        aria-label={t('triage.inEnglish', { what: label })}
        lang="en"
        value={answer.label.en}
        maxLength={80}
        onChange={(event) => onChange({ ...answer, label: { ...answer.label, en: event.currentTarget.value } })}
      />
      <TextInput
        aria-label={t('triage.inSpanish', { what: label })}
        lang="es"
        value={answer.label.es}
        maxLength={80}
        onChange={(event) => onChange({ ...answer, label: { ...answer.label, es: event.currentTarget.value } })}
      />
      <NativeSelect
        aria-label={t('triage.tierOf', { number })}
        value={answer.tier ?? ''}
        data={[
          { value: '', label: t('triage.noTier') },
          ...TIERS.map((tier) => ({ value: tier, label: t(`words.tierLong.${tier}`) })),
        ]}
        // The options are the tiers and nothing, so the value is one of them.
        onChange={(event) => onChange({ ...answer, tier: (event.currentTarget.value || null) as Tier | null })}
      />
      <FindingSelect
        number={number}
        finding={answer.finding}
        onChange={(finding) => onChange({ ...answer, finding })}
      />
      <span className="answer-acts">
        <SmallButton sign="↑" label={t('triage.answerUp', { number })} isOff={index === 0} onPress={onUp} />
        <SmallButton
          sign="×"
          label={t('triage.removeAnswer', { number })}
          isOff={!canBeRemoved}
          onPress={() => onChange(null)}
        />
      </span>
    </div>
  );
}

type FindingSelectProps = {
  readonly number: number;
  readonly finding: string | null;
  readonly onChange: (finding: string | null) => void;
};

/** What an answer is taken to mean, as if the words had said it. */
function FindingSelect({ number, finding, onChange }: FindingSelectProps) {
  const { t, language } = useText();
  const options = useReasonOptions();
  // A code of an older version, which the list has not any more, stays to be seen and replaced.
  const isUnknown = finding !== null && !options.some((option) => option.value === finding);
  return (
    <NativeSelect
      aria-label={t('triage.findingOf', { number })}
      value={finding ?? ''}
      data={[
        { value: '', label: t('triage.noFinding') },
        ...(isUnknown ? [{ value: finding, label: reasonLabel(finding, language) }] : []),
        ...options,
      ]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
