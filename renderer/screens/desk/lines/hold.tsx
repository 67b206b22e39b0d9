import { useText, useWhen } from '../../../app/index.ts';
import { Field, minutesIn } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';
import { useTyped } from '../typed.ts';

const LONGEST_MIN = { P1: 10, P2: 60, P3: 1440 } as const;

/** The ladder waits for a person; while it does, the same key lets it go on. */
export function HoldLine(props: LineProps) {
  return props.view.hold ? <EndHold {...props} /> : <Hold {...props} />;
}

function Hold({ view, given }: LineProps) {
  const { t } = useText();
  const { tier, number, id } = view.row;
  const longest = LONGEST_MIN[tier];
  const [typed, setTyped] = useTyped('typed', String(given.minutes ?? Math.min(10, longest)));
  const [reason, setReason] = useTyped('reason', given.words);
  return (
    <LineShell
      title={t('desk.meanwhile.holdTitle')}
      effect={t('desk.meanwhile.holdEffect')}
      submit={t('desk.form.do')}
      asked={() => {
        const minutes = minutesIn(typed, 1, longest);
        if (minutes === null) return { wrong: t('desk.form.between', { least: 1, most: longest }) };
        if (reason.trim() === '') return { missing: t('desk.form.reason') };
        return {
          action: { type: 'hold', incidentId: id, minutes, reason: reason.trim() },
          done: t('desk.meanwhile.held', { number, minutes }),
        };
      }}
    >
      <Field
        label={t('desk.meanwhile.minutes', { longest })}
        value={typed}
        onValue={setTyped}
        inputMode="numeric"
        isShort
      />
      <Field label={t('desk.form.reason')} value={reason} onValue={setReason} maxLength={500} hasFocus />
    </LineShell>
  );
}

function EndHold({ view }: LineProps) {
  const { t } = useText();
  const when = useWhen();
  return (
    <LineShell
      title={t('desk.meanwhile.endHoldTitle')}
      effect={t('desk.meanwhile.endHoldEffect', { time: when(view.hold?.untilAt ?? 0) })}
      submit={t('desk.form.do')}
      asked={() => ({
        action: { type: 'endHold', incidentId: view.row.id },
        done: t('desk.meanwhile.holdEnded', { number: view.row.number }),
      })}
      isBare
    />
  );
}
