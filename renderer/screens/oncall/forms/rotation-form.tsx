import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Rotation, ScheduleSources } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { FormDialog, useSend, ZoneField } from '../../../parts/index.ts';
import { api, coreNow } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { type PlanKey, planKeyOf } from '../plan-key.ts';
import { sendable } from '../removals.ts';
import { plannedFor } from '../timeline.ts';
import { dateOfInstant, firstHandOver } from '../wall-input.ts';
import { DutyFields } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { HoursField } from './hours-field.tsx';
import { MembersField } from './members-field.tsx';
import { NextTurns } from './next-turns.tsx';
import { NEW_KEY } from './shift-form.tsx';
import { TurnFields } from './turn-fields.tsx';

const WALL_TIME = /^\d{2}:\d{2}$/;

function newRotation(key: PlanKey, zone: string, sources: ScheduleSources): Rotation {
  const made: Rotation = {
    id: crypto.randomUUID(),
    ...key,
    handOffWeekday: 1,
    handOffTime: '08:00',
    zone,
    layer: 1,
    turn: { unit: 'week', count: 1 },
    hours: [],
    validFrom: null,
    validUntil: null,
    members: [],
    fromDate: '',
    untilDate: null,
  };
  return { ...made, fromDate: startOf(made, sources) };
}

/** The day with which a new rotation begins, so that the first in the order has the first turn. */
function startOf(rotation: Rotation, sources: ScheduleSources): string {
  const now = coreNow();
  return firstHandOver(rotation, now, plannedFor(sources, rotation, now) !== null);
}
const MOVES_START = ['handOffWeekday', 'handOffTime', 'zone', 'turn', 'trade', 'role', 'propertyId', 'group'];

/** Whether everything is filled in of which turns can be reckoned. */
function isWhole(rotation: Rotation): boolean {
  return (
    rotation.members.length > 0 &&
    rotation.fromDate !== '' &&
    WALL_TIME.test(rotation.handOffTime) &&
    rotation.hours.every(({ weekdays, from, to }) => weekdays.length > 0 && WALL_TIME.test(from) && WALL_TIME.test(to))
  );
}

type RotationFormProps = FormProps & { readonly rotation: Rotation | null; readonly start: PlanKey | null };

/** People taking turns of some days or weeks, in an order, in all hours or some; the next turns are shown beside it. */
export function RotationForm(props: RotationFormProps) {
  const { rotation, start, onDone, onClose } = props;
  const { t } = useText();
  const { calendar, responders, zone, now } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [draft, setDraft] = useState(() => rotation ?? newRotation(start ?? NEW_KEY, zone, calendar.sources));
  const [hasOwnStart, setOwnStart] = useState(rotation !== null);
  const change = (fields: Partial<Rotation>) => {
    const next = { ...draft, ...fields };
    const isMoved = MOVES_START.some((name) => name in fields);
    const follows = isMoved && !hasOwnStart && WALL_TIME.test(next.handOffTime);
    if ('fromDate' in fields) setOwnStart(true);
    setDraft(follows ? { ...next, fromDate: startOf(next, calendar.sources) } : next);
  };
  const hasBegun = rotation !== null && hasTurnsBehind(rotation, now);
  return (
    <FormDialog
      title={rotation ? t('oncall.changeRotation') : t('oncall.newRotation')}
      submit={t('oncall.save')}
      size="xl"
      refusal={refusal}
      isBusy={isBusy}
      isReady={isWhole(draft)}
      aside={<NextTurns rotation={draft} isReady={isWhole(draft)} />}
      onSubmit={() =>
        send(
          () => api.oncall.saveRotation.mutate(sendable(draft)),
          (change) => onDone(change, { kind: 'rotation', before: rotation }),
        )
      }
      onClose={onClose}
    >
      {hasBegun && <p className="wide note">{t('planning.begunRotation')}</p>}
      <DutyFields value={planKeyOf(draft)} onChange={change} isFirst />
      <NumberInput
        label={t('planning.layer')}
        description={t('planning.layerHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.layer}
        min={1}
        max={9}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(layer) => change({ layer: Number(layer) || 1 })}
      />
      <TurnFields value={draft} onChange={change} />
      <MembersField
        members={draft.members}
        trade={draft.trade}
        responders={responders}
        onChange={(members) => change({ members: [...members] })}
      />
      <HoursField hours={draft.hours} onChange={(hours) => change({ hours })} />
      <TextInput
        type="date"
        label={draft.turn.unit === 'week' ? t('oncall.field.fromDate') : t('planning.firstDay')}
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

/** Whether some of its turns lie behind: those are kept as they were. */
function hasTurnsBehind(rotation: Rotation, now: number): boolean {
  return rotation.fromDate < dateOfInstant(now, rotation.zone);
}
