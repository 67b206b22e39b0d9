import { useState } from 'react';
import { shortName, useText } from '../../../app/index.ts';
import { Choice, Field } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';

/** A later step of the ladder fires now; those passed over are left out, but for what they wake whatever else. */
export function JumpLine({ view, given }: LineProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState(given.words);
  const steps = view.ladder.filter((each) => each.state === 'planned');
  const namesOf = ({ recipients }: (typeof steps)[number]) =>
    recipients
      .filter((one) => one.name !== '' && !one.isCopy)
      .map((one) => one.name)
      .join(', ') || t('desk.ladder.nobodyOnCall');
  const step = steps.find((each) => String(each.step) === chosen);
  return (
    <LineShell
      title={t('desk.form.jumpTitle')}
      effect={step ? t('desk.form.jumpEffect', { who: namesOf(step) }) : t('desk.form.jumpChoose')}
      submit={t('desk.form.do')}
      asked={() => {
        if (!step) return { missing: t('desk.form.jumpStep') };
        if (reason.trim() === '') return { missing: t('desk.form.reason') };
        return {
          action: { type: 'jumpTo', incidentId: view.row.id, step: step.step, reason: reason.trim() },
          done: t('desk.done.jump', { number: view.row.number, step: step.step + 1, who: namesOf(step) }),
        };
      }}
    >
      <Choice
        label={t('desk.form.jumpStep')}
        value={chosen}
        onChange={setChosen}
        options={steps.map((each) => ({
          value: String(each.step),
          label: `${each.step + 1} · ${namesOf(each).split(', ').map(shortName).join(', ')}`,
        }))}
        hasFocus
      />
      <Field
        label={t('desk.form.reason')}
        value={reason}
        onValue={setReason}
        placeholder={t('desk.form.reasonHint')}
        maxLength={500}
      />
    </LineShell>
  );
}
