import { shortName, useText } from '../../../app/index.ts';
import { Choice, Field, roleWord } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';
import { useTyped } from '../typed.ts';

/** A later step of the ladder fires now; those passed over are left out, but for what they wake whatever else. */
export function JumpLine({ view, given }: LineProps) {
  const { t } = useText();
  const [chosen, setChosen] = useTyped<string | null>('chosen', null);
  const [reason, setReason] = useTyped('reason', given.words);
  const steps = stepsLeft(view, t);
  const step = steps.find((each) => String(each.step) === chosen);
  return (
    <LineShell
      title={t('desk.form.jumpTitle')}
      effect={step ? t('desk.form.jumpEffect', { who: step.who }) : t('desk.form.jumpChoose')}
      submit={t('desk.form.do')}
      asked={() => {
        if (!step) return { missing: t('desk.form.jumpStep') };
        if (reason.trim() === '') return { missing: t('desk.form.reason') };
        return {
          action: { type: 'jumpTo', incidentId: view.row.id, step: step.step, reason: reason.trim() },
          done: t('desk.done.jump', { number: view.row.number, step: step.step + 1, who: step.who }),
        };
      }}
    >
      <Choice
        label={t('desk.form.jumpStep')}
        value={chosen}
        onChange={setChosen}
        options={steps.map((each) => ({
          value: String(each.step),
          label: `${each.step + 1} · ${each.who.split(', ').map(shortName).join(', ')}`,
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

type Left = { readonly step: number; readonly who: string };

/** The steps that can still be fired, with whom each wakes; between two rounds nobody is named yet, so as what. */
function stepsLeft({ ladder, ladderRun }: LineProps['view'], t: ReturnType<typeof useText>['t']): readonly Left[] {
  const planned = ladder.filter((each) => each.state === 'planned');
  if (planned.length > 0)
    return planned.map(({ step, recipients }) => {
      const names = recipients.filter((one) => one.name !== '' && !one.isCopy).map((one) => one.name);
      return { step, who: names.join(', ') || t('desk.ladder.nobodyOnCall') };
    });
  return (ladderRun?.ladder.steps ?? []).flatMap(({ targets }, step) =>
    step < (ladderRun?.nextStep ?? 0)
      ? []
      : [{ step, who: targets.map(({ target }) => roleWord(target, t)).join(', ') }],
  );
}
