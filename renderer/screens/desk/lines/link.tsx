import type { QueueRow, RelatedView } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { Choice, Field } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';
import { useTyped } from '../typed.ts';

/** Goes with another incident of the building, or on its own again. */
export function LinkLine(props: LineProps) {
  return props.view.partOf === null ? <ToLink {...props} /> : <ToUnlink {...props} />;
}

/** More than these do not fit beside each other. */
const MOST_HEADS = 8;

/** Which of them climbs for the others: one that somebody has, else the worst, else the oldest. */
function headsOf(related: RelatedView | null): readonly QueueRow[] {
  if (!related) return [];
  const alike = [...related.repeats, ...related.building].toSorted(
    (a, b) => weight(a) - weight(b) || a.number - b.number,
  );
  return [...alike, ...related.others].slice(0, MOST_HEADS);
}

function weight({ status, tier }: QueueRow): number {
  if (status === 'onSite' || status === 'acknowledged') return 0;
  return tier === 'P1' ? 1 : tier === 'P2' ? 2 : 3;
}

function ToLink({ view }: LineProps) {
  const { t } = useText();
  const { id, number } = view.row;
  const related = useCore(id, ['queue'], () => api.incident.related.query({ id }));
  const heads = headsOf(related);
  const [chosen, setChosen] = useTyped<string | null>('chosen', null);
  const [isAll, setAll] = useTyped<'one' | 'all'>('isAll', 'all');
  const head = heads.find((each) => each.id === chosen) ?? heads[0];
  const building = related?.building ?? [];
  const others = building.filter((each) => each.id !== head?.id);
  // With it stands the one at the head; linked to another, only this one goes.
  const isOfBuilding = building.some((each) => each.id === head?.id);
  const withIt = isAll === 'all' && isOfBuilding ? others.map((each) => each.id) : [];
  // Opened once it is as large as it will be, so that all of it comes into sight.
  if (related === null) return null;
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
              action: { type: 'link', incidentId: id, headId: head.id, withIt },
              done: t('desk.link.done', { count: withIt.length + 1, number, head: head.number }),
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
      {isOfBuilding && others.length > 0 && (
        <Choice
          label={t('desk.link.which')}
          options={[
            { value: 'all', label: t('desk.link.all', { count: building.length + 1 }) },
            { value: 'one', label: t('desk.link.one', { number }) },
          ]}
          value={isAll}
          onChange={setAll}
        />
      )}
    </LineShell>
  );
}

function ToUnlink({ view, given }: LineProps) {
  const { t } = useText();
  const [reason, setReason] = useTyped('reason', given.words);
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
