import { useText } from '../../../app/index.ts';
import { Field } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';
import { useNameOf } from '../responder-choice.tsx';
import { useTyped } from '../typed.ts';
import { SomebodyElse } from './somebody-else.tsx';

/** Somebody is asked by name, beside those whom the ladder asks. */
export function AddLine({ view, given }: LineProps) {
  const { t } = useText();
  const [responderId, setResponderId] = useTyped<string | null>('responderId', given.responderId);
  const [words, setWords] = useTyped('words', given.words);
  const who = useNameOf(responderId);
  return (
    <LineShell
      title={t('desk.meanwhile.addTitle')}
      effect={who ? t('desk.meanwhile.addEffect', { who }) : t('desk.meanwhile.addNobody')}
      submit={t('desk.form.do')}
      asked={() => {
        if (responderId === null) return { missing: t('desk.form.who') };
        if (words.trim() === '') return { missing: t('desk.form.why') };
        return {
          action: { type: 'addPerson', incidentId: view.row.id, responderId, words: words.trim() },
          done: t('desk.meanwhile.added', { number: view.row.number, who }),
        };
      }}
    >
      <SomebodyElse label={t('desk.form.who')} value={responderId} onChange={setResponderId} hasFocus />
      <Field label={t('desk.form.why')} value={words} onValue={setWords} maxLength={500} />
    </LineShell>
  );
}
