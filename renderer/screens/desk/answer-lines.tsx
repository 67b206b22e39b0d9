import { useState } from 'react';
import { type IncidentView, ON_BEHALF_WAYS, type OnBehalfWay } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { Choice, Field } from '../../parts/index.ts';
import { type Asked, LineShell } from './line-shell.tsx';
import { nextNames } from './next-names.ts';
import { peopleOf, ResponderChoice } from './responder-choice.tsx';

type LineProps = { readonly view: IncidentView };

/** Minutes as typed: 1 to 600, or null for none. */
export function minutesOf(typed: string): number | null {
  const minutes = Number.parseInt(typed, 10);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 ? minutes : null;
}

function useAnswer(view: IncidentView) {
  const [responderId, setResponderId] = useState<string | null>(peopleOf(view)[0]?.id ?? null);
  const [via, setVia] = useState<OnBehalfWay>('phone');
  const [words, setWords] = useState('');
  return { responderId, setResponderId, via, setVia, words, setWords };
}

function AnswerFields({ view, answer }: LineProps & { readonly answer: ReturnType<typeof useAnswer> }) {
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
export function AcknowledgeLine({ view }: LineProps) {
  const { t } = useText();
  const answer = useAnswer(view);
  const [eta, setEta] = useState('');
  const asked = (): Asked => {
    const { responderId, via } = answer;
    const words = answer.words.trim();
    if (responderId === null) return { missing: t('desk.form.who') };
    if (words === '') return { missing: t('desk.form.words') };
    if (eta.trim() !== '' && minutesOf(eta) === null) return { missing: t('desk.form.eta') };
    const incidentId = view.row.id;
    return { action: { type: 'acknowledgeFor', incidentId, responderId, via, words, etaMinutes: minutesOf(eta) } };
  };
  return (
    <LineShell
      view={view}
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
export function DeclineLine({ view }: LineProps) {
  const { t } = useText();
  const answer = useAnswer(view);
  const asked = (): Asked => {
    const { responderId, via } = answer;
    const words = answer.words.trim();
    if (responderId === null) return { missing: t('desk.form.who') };
    if (words === '') return { missing: t('desk.form.words') };
    return { action: { type: 'declineFor', incidentId: view.row.id, responderId, via, words } };
  };
  return (
    <LineShell
      view={view}
      title={t('desk.form.declineTitle')}
      effect={t('desk.form.declineEffect', { who: nextNames(view) || t('desk.now.nobodyNext') })}
      submit={t('desk.form.do')}
      asked={asked}
    >
      <AnswerFields view={view} answer={answer} />
    </LineShell>
  );
}
