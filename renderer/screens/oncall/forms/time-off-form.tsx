import { useState } from 'react';
import { useText, whenOf } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api, coreNow } from '../../../stores/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { keyOf, planKeyOf, type Stretch } from '../plan-key.ts';
import { nextMorning } from '../timeline.ts';
import { fieldOf } from '../wall-input.ts';
import { DoubledNote } from './doubled-note.tsx';
import { PersonField } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { leftOpen } from './left-open.ts';
import { ReasonField } from './reason-field.tsx';
import { Spans } from './spans.tsx';
import { StretchFields, stretchOf } from './stretch-fields.tsx';

/** Somebody is away: their duties go to a substitute, or are open, which is shown before it is saved. */
export function TimeOffForm({ onDone, onClose }: FormProps) {
  const { t } = useText();
  const { responders, zone } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [responderId, setResponder] = useState('');
  const [substituteId, setSubstitute] = useState('');
  const [reason, setReason] = useState('');
  const [startsAt] = useState(() => nextMorning(zone, coreNow()));
  const [stretch, setStretch] = useState(() => ({
    from: fieldOf(startsAt, zone),
    to: fieldOf(nextMorning(zone, startsAt), zone),
  }));
  const instants = stretchOf(stretch, zone);
  const save = () => {
    if (instants === null) return;
    const input = { responderId, substituteId: substituteId || null, ...instants, reason: reason.trim() };
    send(() => api.oncall.addTimeOff.mutate(input), onDone);
  };
  return (
    <FormDialog
      title={t('planning.newTimeOff')}
      submit={t('oncall.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={instants !== null && responderId !== '' && reason.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <PersonField
        label={t('planning.whoIsAway')}
        value={responderId}
        trade={null}
        responders={responders}
        onChange={setResponder}
        isFirst
      />
      <PersonField
        label={t('planning.substitute')}
        value={substituteId}
        trade={null}
        responders={responders.filter((each) => each.id !== responderId)}
        none={t('planning.noSubstitute')}
        onChange={setSubstitute}
      />
      <StretchFields value={stretch} zone={zone} onChange={setStretch} />
      <Spans value={stretch} zone={zone} otherwiseAt={startsAt} onChange={setStretch} />
      <div className="wide">
        <ReasonField value={reason} onChange={setReason} />
      </div>
      <LeftOpen responderId={responderId} substituteId={substituteId} stretch={instants} />
    </FormDialog>
  );
}

/** What the person was planned for in that time, and who has it then. */
function LeftOpen(props: {
  readonly responderId: string;
  readonly substituteId: string;
  readonly stretch: Stretch | null;
}) {
  const { responderId, substituteId, stretch } = props;
  const { t, language } = useText();
  const { calendar, zone, now, nameOf } = usePlan();
  const { full } = useKeyWords();
  if (responderId === '' || stretch === null) return null;
  const open = leftOpen(calendar.sources, responderId, stretch);
  if (open.length === 0)
    return <p className="wide note note-ok">{t('planning.nothingLeftOpen', { name: nameOf(responderId) })}</p>;
  const then = substituteId === '' ? t('planning.staysOpen') : t('planning.goesTo', { name: nameOf(substituteId) });
  return (
    <>
      <ul className={`wide note outcome ${substituteId === '' ? 'note-bad' : ''}`} aria-live="polite">
        {open.map((duty) => (
          <li key={`${keyOf(duty)} ${duty.startsAt}`}>
            {full(duty)}, {whenOf(duty.startsAt, now, zone, language)} – {whenOf(duty.endsAt, now, zone, language)}:{' '}
            <b>{then}</b>
          </li>
        ))}
      </ul>
      {open.map((duty) => (
        <DoubledNote
          key={`${keyOf(duty)} ${duty.startsAt}`}
          duty={planKeyOf(duty)}
          responderId={substituteId}
          stretch={duty}
        />
      ))}
    </>
  );
}
