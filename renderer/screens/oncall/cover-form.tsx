import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ScheduleSources } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { ActionButton, FormDialog, useSend } from '../../parts/index.ts';
import { api, coreNow } from '../../stores/index.ts';
import { DoubledNote } from './doubled-note.tsx';
import { type Choices, DutyFields, PersonField } from './duty-fields.tsx';
import { StretchFields, stretchOf } from './stretch-fields.tsx';
import { type CoverDraft, nextMorning } from './timeline.ts';
import { fieldOf, instantOfField } from './wall-input.ts';

const MINUTE_MS = 60_000;

/** A cover that begins now, for whatever is picked in the form. */
function draftOfNow(zone: string): CoverDraft {
  const startsAt = Math.floor(coreNow() / MINUTE_MS) * MINUTE_MS;
  return {
    trade: 'plumbing',
    role: 'primary',
    propertyId: null,
    startsAt,
    endsAt: nextMorning(zone, startsAt),
    insteadOf: null,
  };
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
  const [key, setKey] = useState<Pick<CoverDraft, 'trade' | 'role' | 'propertyId'>>({
    trade: start.trade,
    role: start.role,
    propertyId: start.propertyId,
  });
  const [responderId, setResponder] = useState('');
  const [reason, setReason] = useState('');
  const [stretch, setStretch] = useState({ from: fieldOf(start.startsAt, zone), to: fieldOf(start.endsAt, zone) });
  const instants = stretchOf(stretch, zone);
  const fromAt = instantOfField(stretch.from, zone) ?? start.startsAt;
  const lasts = (hours: number) => setStretch({ ...stretch, to: fieldOf(fromAt + hours * 60 * MINUTE_MS, zone) });
  const save = () => {
    if (instants === null) return;
    const cover = { ...key, responderId, ...instants, reason: reason.trim() };
    send(() => api.oncall.addCover.mutate(cover), onClose);
  };
  const isOnDraft = draft !== null && key.trade === draft.trade && key.role === draft.role;
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
      {isOnDraft && (
        <p className="wide dim">
          {draft.insteadOf === null
            ? t('oncall.insteadOfNobody')
            : t('oncall.insteadOf', { name: nameOf(draft.insteadOf) })}
        </p>
      )}
      <PersonField
        label={t('oncall.field.who')}
        value={responderId}
        trade={key.trade}
        responders={choices.responders.filter((responder) => !isOnDraft || responder.id !== draft.insteadOf)}
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
      <div className="wide chips">
        {[2, 4, 8].map((hours) => (
          <ActionButton key={hours} label={t('oncall.hours', { count: hours })} onPress={() => lasts(hours)} />
        ))}
        <ActionButton
          label={t('oncall.untilMorning')}
          onPress={() => setStretch({ ...stretch, to: fieldOf(nextMorning(zone, fromAt), zone) })}
        />
      </div>
      <DutyFields value={key} properties={choices.properties} onChange={setKey} />
      <DoubledNote
        sources={sources}
        duty={key}
        responderId={responderId}
        name={nameOf(responderId)}
        stretch={instants}
        zone={zone}
      />
    </FormDialog>
  );
}
