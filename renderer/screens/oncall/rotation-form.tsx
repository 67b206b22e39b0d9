import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Rotation } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { FormDialog, TimeField, useSend, ZoneField } from '../../parts/index.ts';
import { api, coreNow } from '../../stores/index.ts';
import { type Choices, DutyFields } from './duty-fields.tsx';
import { MembersField } from './members-field.tsx';
import { WEEKDAYS } from './views.ts';
import { lastHandOver } from './wall-input.ts';

/** Begins with the hand-over that has passed last: whoever is picked first is on call tonight, not from next week on. */
function newRotation(zone: string): Rotation {
  const handOver = { handOffWeekday: 1, handOffTime: '08:00', zone };
  return {
    id: crypto.randomUUID(),
    trade: 'plumbing',
    role: 'primary',
    propertyId: null,
    ...handOver,
    layer: 1,
    turn: { unit: 'week', count: 1 },
    hours: [],
    validFrom: null,
    validUntil: null,
    group: null,
    members: [],
    fromDate: lastHandOver(handOver, coreNow()),
    untilDate: null,
  };
}

const WALL_TIME = /^\d{2}:\d{2}$/;

/** Turns of some weeks each, in an order, handing over on a weekday at a time of a named zone. */
export function RotationForm(props: {
  readonly rotation: Rotation | null;
  readonly choices: Choices;
  readonly zone: string;
  readonly onClose: () => void;
}) {
  const { rotation, choices, zone, onClose } = props;
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState(() => rotation ?? newRotation(zone));
  const [hasOwnStart, setOwnStart] = useState(rotation !== null);
  const change = (fields: Partial<Rotation>) => {
    const next = { ...draft, ...fields };
    const isMoved = 'handOffWeekday' in fields || 'handOffTime' in fields || 'zone' in fields;
    const follows = isMoved && !hasOwnStart && WALL_TIME.test(next.handOffTime);
    if ('fromDate' in fields) setOwnStart(true);
    setDraft(follows ? { ...next, fromDate: lastHandOver(next, coreNow()) } : next);
  };
  const isReady = draft.members.length > 0 && draft.fromDate !== '' && WALL_TIME.test(draft.handOffTime);
  return (
    <FormDialog
      title={rotation ? t('oncall.changeRotation') : t('oncall.newRotation')}
      submit={t('oncall.save')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={isReady}
      onSubmit={() => send(() => api.oncall.saveRotation.mutate({ ...draft, members: [...draft.members] }), onClose)}
      onClose={onClose}
    >
      <DutyFields value={draft} properties={choices.properties} onChange={change} isFirst />
      <NumberInput
        label={t('oncall.field.weeks')}
        value={draft.turn.count}
        min={1}
        max={8}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(weeks) => change({ turn: { unit: 'week', count: Number(weeks) || 1 } })}
      />
      <MembersField
        members={draft.members}
        trade={draft.trade}
        responders={choices.responders}
        onChange={(members) => change({ members: [...members] })}
      />
      <NativeSelect
        label={t('oncall.field.weekday')}
        value={String(draft.handOffWeekday)}
        data={WEEKDAYS.map((day, index) => ({ value: String(index + 1), label: t(`oncall.weekday.${day}`) }))}
        onChange={(event) => change({ handOffWeekday: Number(event.currentTarget.value) })}
      />
      <TimeField
        label={t('oncall.field.time')}
        value={draft.handOffTime}
        onChange={(handOffTime) => change({ handOffTime })}
      />
      <TextInput
        type="date"
        label={t('oncall.field.fromDate')}
        value={draft.fromDate}
        onChange={(event) => change({ fromDate: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('oncall.field.untilDate')}
        value={draft.untilDate ?? ''}
        onChange={(event) => change({ untilDate: event.currentTarget.value || null })}
      />
      <ZoneField label={t('oncall.field.zone')} value={draft.zone} onChange={(name) => change({ zone: name })} />
    </FormDialog>
  );
}
