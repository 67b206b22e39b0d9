import { useState } from 'react';
import { useText } from '../../../app/index.ts';
import { Choice, Field } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';

/** Goes with another incident of the building, or on its own again. */
export function LinkLine(props: LineProps) {
  return props.view.partOf === null ? <ToLink {...props} /> : <ToUnlink {...props} />;
}

/** More than these do not fit beside each other. */
const MOST_HEADS = 8;

function ToLink({ view }: LineProps) {
  const { t } = useText();
  const { id, number } = view.row;
  const related = useCore(id, ['queue'], () => api.incident.related.query({ id }));
  const heads = related ? [...related.repeats, ...related.building, ...related.others].slice(0, MOST_HEADS) : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const head = heads.find((each) => each.id === chosen) ?? heads[0];
  return (
    <LineShell
      title={t('desk.link.title')}
      effect={
        head ? t('desk.link.effect', { head: head.number, who: head.who.join(', ') || '—' }) : t('desk.link.none')
      }
      submit={t('desk.form.do')}
      asked={() =>
        head
          ? {
              action: { type: 'link', incidentId: id, headId: head.id },
              done: t('desk.link.done', { number, head: head.number }),
            }
          : { missing: t('desk.link.to') }
      }
    >
      {head && (
        <Choice
          label={t('desk.link.to')}
          options={heads.map((each) => ({ value: each.id, label: `#${each.number} ${each.place}` }))}
          value={head.id}
          onChange={setChosen}
          hasFocus
        />
      )}
    </LineShell>
  );
}

function ToUnlink({ view, given }: LineProps) {
  const { t } = useText();
  const [reason, setReason] = useState(given.words);
  const { id, number } = view.row;
  return (
    <LineShell
      title={t('desk.link.unlinkTitle')}
      effect={t('desk.link.unlinkEffect')}
      submit={t('desk.form.do')}
      asked={() =>
        reason.trim() === ''
          ? { missing: t('desk.form.why') }
          : { action: { type: 'unlink', incidentId: id, reason }, done: t('desk.link.unlinkDone', { number }) }
      }
    >
      <Field label={t('desk.form.why')} value={reason} onValue={setReason} hasFocus />
    </LineShell>
  );
}
