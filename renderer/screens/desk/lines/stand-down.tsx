import type { IncidentView } from '#shared/contract';
import { shortName, useText } from '../../../app/index.ts';
import { Choice, Field } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';
import { nextNames } from '../next-names.ts';
import type { Person } from '../responder-choice.tsx';
import { useTyped } from '../typed.ts';

/** Everybody who was asked, by a step, by name or as a vendor, and does not have it. */
function askedPeople({ ladder, vendor, holder }: IncidentView): readonly Person[] {
  const fired = ladder.filter((step) => step.state === 'fired').flatMap((step) => step.recipients);
  const all = [...fired, vendor?.asked, vendor?.accepted].flatMap((one) =>
    one?.responderId ? [{ id: one.responderId, name: one.name, phone: null }] : [],
  );
  const people = new Map(all.map((one) => [one.id, one]));
  return [...people.values()].filter((one) => one.id !== holder?.responderId);
}

/** One of those who were asked need not come. */
export function StandDownLine({ view, given }: LineProps) {
  const { t } = useText();
  const all = askedPeople(view);
  const [responderId, setResponderId] = useTyped<string | null>('responderId', given.responderId);
  const [reason, setReason] = useTyped('reason', given.words);
  const who = all.find((one) => one.id === responderId)?.name ?? '';
  const isLast = view.waitingFor.filter((one) => !one.hasDeclined).every((one) => one.responderId === responderId);
  const isAwaited = view.waitingFor.some((one) => one.responderId === responderId);
  return (
    <LineShell
      title={t('desk.meanwhile.standDownTitle')}
      effect={
        responderId === null
          ? t('desk.meanwhile.standDownChoose')
          : isAwaited && isLast
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
        hasFocus
      />
      <Field label={t('desk.meanwhile.standDownReason')} value={reason} onValue={setReason} maxLength={200} />
    </LineShell>
  );
}
