import { useState } from 'react';
import type { Shift } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api, coreNow } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { type PlanKey, planKeyOf } from '../plan-key.ts';
import { nextMorning, type StretchDraft } from '../timeline.ts';
import { fieldOf } from '../wall-input.ts';
import { DoubledNote } from './doubled-note.tsx';
import { DutyFields, PersonField } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { StretchFields, stretchOf } from './stretch-fields.tsx';

export const NEW_KEY: PlanKey = { trade: 'plumbing', role: 'primary', propertyId: null, group: null };

/** A dated stretch of duty: new, or one that is changed. */
export function ShiftForm(props: FormProps & { readonly shift: Shift | null; readonly draft: StretchDraft | null }) {
  const { shift, draft, onDone, onClose } = props;
  const { t } = useText();
  const { responders, zone, now } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [key, setKey] = useState<PlanKey>(() => planKeyOf(shift ?? draft ?? NEW_KEY));
  const [responderId, setResponder] = useState(shift?.responderId ?? '');
  const [stretch, setStretch] = useState(() => {
    const given = shift ?? draft;
    const startsAt = given?.startsAt ?? nextMorning(zone, coreNow());
    return { from: fieldOf(startsAt, zone), to: fieldOf(given?.endsAt ?? nextMorning(zone, startsAt), zone) };
  });
  const instants = stretchOf(stretch, zone);
  const save = () => {
    if (instants === null) return;
    const saved = { id: shift?.id ?? crypto.randomUUID(), ...key, responderId, ...instants };
    send(
      () => api.oncall.saveShift.mutate(saved),
      (change) => onDone(change, { kind: 'shift', before: shift }),
    );
  };
  return (
    <FormDialog
      title={shift ? t('oncall.changeShift') : t('oncall.newShift')}
      submit={t('oncall.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={instants !== null && responderId !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      {shift && shift.startsAt < now && <p className="wide note">{t('planning.begunShift')}</p>}
      <PersonField
        label={t('oncall.field.who')}
        value={responderId}
        trade={key.trade}
        responders={responders}
        onChange={setResponder}
        isFirst
      />
      <DutyFields value={key} onChange={setKey} />
      <StretchFields value={stretch} zone={zone} onChange={setStretch} />
      <DoubledNote duty={key} responderId={responderId} stretch={instants} />
    </FormDialog>
  );
}
