import { ON_BEHALF_WAYS, type OnBehalfWay } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { Choice, Field } from '../../../parts/index.ts';
import { minutesOf, WITHIN } from '../answer-lines.tsx';
import type { LineProps } from '../line-form.tsx';
import { type Asked, LineShell } from '../line-shell.tsx';
import { useNameOf } from '../responder-choice.tsx';
import { useTyped } from '../typed.ts';
import { SomebodyElse } from './somebody-else.tsx';

/** Somebody else has it from now on: who, how the desk heard it, in which words, and when they will be there. */
export function HandOverLine({ view, given }: LineProps) {
  const { t } = useText();
  const [responderId, setResponderId] = useTyped<string | null>('responderId', given.responderId);
  const [via, setVia] = useTyped<OnBehalfWay>('via', given.via ?? 'phone');
  const [words, setWords] = useTyped('words', given.words);
  const [eta, setEta] = useTyped('eta', given.minutes === null ? '' : String(given.minutes));
  const who = useNameOf(responderId);
  const from = view.holder?.name ?? '';
  const asked = (): Asked => {
    if (responderId === null) return { missing: t('desk.form.who') };
    if (words.trim() === '') return { missing: t('desk.form.words') };
    if (eta.trim() !== '' && minutesOf(eta) === null) return { wrong: t('desk.form.between', WITHIN) };
    const heard = { via, words: words.trim(), etaMinutes: minutesOf(eta) };
    return {
      action: { type: 'handOver', incidentId: view.row.id, responderId, ...heard },
      done: t('desk.done.acknowledge', { number: view.row.number, who }),
    };
  };
  return (
    <LineShell
      title={t('desk.meanwhile.handOverTitle')}
      effect={who ? t('desk.meanwhile.handOverEffect', { from, who }) : t('desk.meanwhile.handOverChoose', { from })}
      submit={t('desk.form.do')}
      asked={asked}
    >
      <SomebodyElse
        label={t('desk.meanwhile.handOverTo')}
        value={responderId}
        onChange={setResponderId}
        except={view.holder ? [view.holder.responderId] : []}
        hasFocus
      />
      <Choice
        label={t('desk.form.how')}
        value={via}
        onChange={setVia}
        options={ON_BEHALF_WAYS.map((value) => ({ value, label: t(`words.via.${value}`) }))}
      />
      <Field
        label={t('desk.form.words')}
        value={words}
        onValue={setWords}
        placeholder={t('desk.form.wordsHint')}
        maxLength={1000}
      />
      <Field label={t('desk.form.eta')} value={eta} onValue={setEta} inputMode="numeric" placeholder="30" isShort />
    </LineShell>
  );
}
