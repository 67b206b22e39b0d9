import { type IncidentView, ON_BEHALF_WAYS, type OnBehalfWay } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { Choice, Field, MOST_TYPED_MIN, minutesIn } from '../../parts/index.ts';
import type { LineProps } from './line-form.tsx';
import { type Asked, LineShell } from './line-shell.tsx';
import { nextNames } from './next-names.ts';
import { peopleOf, ResponderChoice } from './responder-choice.tsx';
import { useTyped } from './typed.ts';

/** Minutes until somebody is there, as typed; null for none, or for what no such number is. */
export function minutesOf(typed: string): number | null {
  return minutesIn(typed, 1, MOST_TYPED_MIN);
}

/** What the sentence that refuses them says. */
export const WITHIN = { least: 1, most: MOST_TYPED_MIN };

function useAnswer({ view, given }: LineProps) {
  const [responderId, setResponderId] = useTyped<string | null>(
    'responderId',
    given.responderId ?? peopleOf(view)[0]?.id ?? null,
  );
  const [via, setVia] = useTyped<OnBehalfWay>('via', given.via ?? 'phone');
  const [words, setWords] = useTyped('words', given.words);
  // Of those involved; of anybody else the log has the name.
  const name = peopleOf(view).find((one) => one.id === responderId)?.name ?? '';
  return { responderId, setResponderId, via, setVia, words, setWords, name };
}

type AnswerFieldsProps = { readonly view: IncidentView; readonly answer: ReturnType<typeof useAnswer> };

function AnswerFields({ view, answer }: AnswerFieldsProps) {
  const { t } = useText();
  return (
    <>
      <ResponderChoice view={view} value={answer.responderId} onChange={answer.setResponderId} />
      <Choice
        label={t('desk.form.how')}
        value={answer.via}
        onChange={answer.setVia}
        options={ON_BEHALF_WAYS.map((value) => ({ value, label: t(`words.via.${value}`) }))}
      />
      <Field
        label={t('desk.form.words')}
        value={answer.words}
        onValue={answer.setWords}
        placeholder={t('desk.form.wordsHint')}
        maxLength={1000}
        hasFocus
      />
    </>
  );
}

/** The responder said yes, but not to us: who, which way, in which words, and when they will be there. */
export function AcknowledgeLine({ view, given }: LineProps) {
  const { t } = useText();
  const answer = useAnswer({ view, given });
  const [eta, setEta] = useTyped('eta', given.minutes === null ? '' : String(given.minutes));
  const asked = (): Asked => {
    const { responderId, via } = answer;
    const words = answer.words.trim();
    if (responderId === null) return { missing: t('desk.form.who') };
    if (words === '') return { missing: t('desk.form.words') };
    if (eta.trim() !== '' && minutesOf(eta) === null) return { wrong: t('desk.form.between', WITHIN) };
    const incidentId = view.row.id;
    return {
      action: { type: 'acknowledgeFor', incidentId, responderId, via, words, etaMinutes: minutesOf(eta) },
      done: t('desk.done.acknowledge', { number: view.row.number, who: answer.name || t('desk.form.someoneElse') }),
    };
  };
  return (
    <LineShell
      title={t('desk.form.acknowledgeTitle')}
      effect={t('desk.form.acknowledgeEffect')}
      submit={t('desk.form.do')}
      asked={asked}
    >
      <AnswerFields view={view} answer={answer} />
      <Field label={t('desk.form.eta')} value={eta} onValue={setEta} inputMode="numeric" placeholder="30" isShort />
    </LineShell>
  );
}

/** The responder passes it on. */
export function DeclineLine({ view, given }: LineProps) {
  const { t } = useText();
  const answer = useAnswer({ view, given });
  const asked = (): Asked => {
    const { responderId, via } = answer;
    const words = answer.words.trim();
    if (responderId === null) return { missing: t('desk.form.who') };
    if (words === '') return { missing: t('desk.form.words') };
    return {
      action: { type: 'declineFor', incidentId: view.row.id, responderId, via, words },
      done: t('desk.done.decline', { number: view.row.number, who: answer.name || t('desk.form.someoneElse') }),
    };
  };
  return (
    <LineShell
      title={t('desk.form.declineTitle')}
      effect={t('desk.form.declineEffect', { who: nextNames(view) || t('desk.now.nobodyNext') })}
      submit={t('desk.form.do')}
      asked={asked}
    >
      <AnswerFields view={view} answer={answer} />
    </LineShell>
  );
}
