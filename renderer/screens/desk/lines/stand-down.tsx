import { useState } from 'react';
import { shortName, useText } from '../../../app/index.ts';
import { Choice, Field } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';
import { nextNames } from '../next-names.ts';
import { peopleOf } from '../responder-choice.tsx';

/** One of those who were asked need not come. */
export function StandDownLine({ view, given }: LineProps) {
  const { t } = useText();
  const people = peopleOf(view).filter((one) => one.id !== view.holder?.responderId);
  const asked = view.vendor?.accepted ?? view.vendor?.asked;
  const all =
    asked && people.every((one) => one.id !== asked.responderId)
      ? [...people, { id: asked.responderId, name: asked.name, phone: null }]
      : people;
  const [responderId, setResponderId] = useState<string | null>(given.responderId ?? all[0]?.id ?? null);
  const [reason, setReason] = useState(given.words);
  const who = all.find((one) => one.id === responderId)?.name ?? '';
  const isLast = view.waitingFor.filter((one) => !one.hasDeclined).every((one) => one.responderId === responderId);
  const isAwaited = view.waitingFor.some((one) => one.responderId === responderId);
  return (
    <LineShell
      title={t('desk.meanwhile.standDownTitle')}
      effect={
        isAwaited && isLast
          ? t('desk.meanwhile.standDownLast', { who, next: nextNames(view) || t('desk.now.nobodyNext') })
          : t('desk.meanwhile.standDownEffect', { who })
      }
      submit={t('desk.form.do')}
      asked={() => {
        if (responderId === null) return { missing: t('desk.form.who') };
        if (reason.trim() === '') return { missing: t('desk.form.reason') };
        return {
          action: { type: 'standDown', incidentId: view.row.id, responderId, reason: reason.trim() },
          done: t('desk.meanwhile.stoodDown', { number: view.row.number, who }),
        };
      }}
    >
      <Choice
        label={t('desk.form.who')}
        value={responderId}
        onChange={setResponderId}
        options={all.map((one) => ({ value: one.id, label: shortName(one.name) }))}
      />
      <Field label={t('desk.meanwhile.standDownReason')} value={reason} onValue={setReason} maxLength={200} hasFocus />
    </LineShell>
  );
}
