import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ScheduleSources } from '#shared/contract';
import type { DutyKey } from '#shared/oncall';
import { useText } from '../../app/index.ts';
import { ActionButton, FormDialog, useSend } from '../../parts/index.ts';
import { api, coreNow } from '../../stores/index.ts';
import { DoubledNote } from './doubled-note.tsx';
import { type Choices, DutyFields, PersonField } from './duty-fields.tsx';
import { StretchFields, type StretchText, stretchOf } from './stretch-fields.tsx';
import { type CoverDraft, nextMorning, plannedFor } from './timeline.ts';
import { fieldOf, instantOfField } from './wall-input.ts';

const MINUTE_MS = 60_000;

/** A cover that begins now, for whatever is picked in the form. */
function draftOfNow(zone: string): CoverDraft {
  const startsAt = Math.floor(coreNow() / MINUTE_MS) * MINUTE_MS;
  return { trade: 'plumbing', role: 'primary', propertyId: null, startsAt, endsAt: nextMorning(zone, startsAt) };
}

type CoverFormProps = {
  readonly draft: CoverDraft | null;
  readonly choices: Choices;
  readonly sources: ScheduleSources;
  readonly zone: string;
  readonly nameOf: (responderId: string) => string;
  readonly onClose: () => void;
};

/** Who stands in, from when to when, and why. */
export function CoverForm({ draft, choices, sources, zone, nameOf, onClose }: CoverFormProps) {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const [start] = useState(() => draft ?? draftOfNow(zone));
  const [duty, setDuty] = useState<DutyKey>({ trade: start.trade, role: start.role, propertyId: start.propertyId });
  const [responderId, setResponder] = useState('');
  const [reason, setReason] = useState('');
  const [stretch, setStretch] = useState({ from: fieldOf(start.startsAt, zone), to: fieldOf(start.endsAt, zone) });
  const instants = stretchOf(stretch, zone);
  const planned = plannedFor(sources, duty, instants?.startsAt ?? start.startsAt);
  const save = () => {
    if (instants === null) return;
    const cover = { group: null, ...duty, responderId, ...instants, reason: reason.trim() };
    send(() => api.oncall.addCover.mutate(cover), onClose);
  };
  return (
    <FormDialog
      title={t('oncall.newCover')}
      submit={t('oncall.startCover')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={instants !== null && responderId !== '' && reason.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="wide dim">
        {planned === null ? t('oncall.insteadOfNobody') : t('oncall.insteadOf', { name: nameOf(planned) })}
      </p>
      <PersonField
        label={t('oncall.field.who')}
        value={responderId}
        trade={duty.trade}
        responders={choices.responders.filter((responder) => responder.id !== planned)}
        onChange={setResponder}
        isFirst
      />
      <TextInput
        label={t('oncall.field.reason')}
        placeholder={t('oncall.field.reasonHint')}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <StretchFields value={stretch} zone={zone} onChange={setStretch} />
      <Spans value={stretch} zone={zone} otherwiseAt={start.startsAt} onChange={setStretch} />
      <DutyFields value={duty} properties={choices.properties} onChange={setDuty} />
      <DoubledNote {...{ sources, duty, responderId, zone }} name={nameOf(responderId)} stretch={instants} />
    </FormDialog>
  );
}

type SpansProps = {
  readonly value: StretchText;
  readonly zone: string;
  readonly otherwiseAt: number;
  readonly onChange: (value: StretchText) => void;
};

/** The usual lengths, one press each. */
function Spans({ value, zone, otherwiseAt, onChange }: SpansProps) {
  const { t } = useText();
  const fromAt = instantOfField(value.from, zone) ?? otherwiseAt;
  const until = (at: number) => onChange({ ...value, to: fieldOf(at, zone) });
  return (
    <div className="wide chips">
      {[2, 4, 8].map((hours) => (
        <ActionButton
          key={hours}
          label={t('oncall.hours', { count: hours })}
          onPress={() => until(fromAt + hours * 60 * MINUTE_MS)}
        />
      ))}
      <ActionButton label={t('oncall.untilMorning')} onPress={() => until(nextMorning(zone, fromAt))} />
    </div>
  );
}
