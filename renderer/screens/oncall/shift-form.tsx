import { useState } from 'react';
import type { ScheduleSources, Shift } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { FormDialog, useSend } from '../../parts/index.ts';
import { api, coreNow } from '../../stores/index.ts';
import { DoubledNote } from './doubled-note.tsx';
import { type Choices, DutyFields, PersonField } from './duty-fields.tsx';
import { StretchFields, stretchOf } from './stretch-fields.tsx';
import { nextMorning } from './timeline.ts';
import { fieldOf } from './wall-input.ts';

/** A dated stretch of duty: new, or one that is changed. */
export function ShiftForm(props: {
  readonly shift: Shift | null;
  readonly choices: Choices;
  readonly sources: ScheduleSources;
  readonly zone: string;
  readonly nameOf: (responderId: string) => string;
  readonly onClose: () => void;
}) {
  const { shift, choices, sources, zone, nameOf, onClose } = props;
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [key, setKey] = useState<Pick<Shift, 'trade' | 'role' | 'propertyId'>>({
    trade: shift?.trade ?? 'plumbing',
    role: shift?.role ?? 'primary',
    propertyId: shift?.propertyId ?? null,
  });
  const [responderId, setResponder] = useState(shift?.responderId ?? '');
  const [stretch, setStretch] = useState(() => {
    const startsAt = shift?.startsAt ?? nextMorning(zone, coreNow());
    return { from: fieldOf(startsAt, zone), to: fieldOf(shift?.endsAt ?? nextMorning(zone, startsAt), zone) };
  });
  const instants = stretchOf(stretch, zone);
  const save = () => {
    if (instants === null) return;
    const saved = { id: shift?.id ?? crypto.randomUUID(), group: null, ...key, responderId, ...instants };
    send(() => api.oncall.saveShift.mutate(saved), onClose);
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
      <PersonField
        label={t('oncall.field.who')}
        value={responderId}
        trade={key.trade}
        responders={choices.responders}
        onChange={setResponder}
        isFirst
      />
      <DutyFields value={key} properties={choices.properties} onChange={setKey} />
      <StretchFields value={stretch} zone={zone} onChange={setStretch} />
      <DoubledNote {...{ sources, responderId, zone }} duty={key} name={nameOf(responderId)} stretch={instants} />
    </FormDialog>
  );
}
