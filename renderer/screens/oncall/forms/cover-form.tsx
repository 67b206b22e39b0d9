import { useState } from 'react';
import { useText } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api, coreNow } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { type PlanKey, planKeyOf } from '../plan-key.ts';
import { nextMorning, plannedFor, type StretchDraft } from '../timeline.ts';
import { fieldOf } from '../wall-input.ts';
import { DoubledNote } from './doubled-note.tsx';
import { DutyFields, PersonField } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { LaidOver } from './laid-over.tsx';
import { ReasonField } from './reason-field.tsx';
import { NEW_KEY } from './shift-form.tsx';
import { Spans } from './spans.tsx';
import { StretchFields, stretchOf } from './stretch-fields.tsx';

const MINUTE_MS = 60_000;

/** What begins now, for whatever is picked in the form. */
export function draftOfNow(zone: string): StretchDraft {
  const startsAt = Math.floor(coreNow() / MINUTE_MS) * MINUTE_MS;
  return { ...NEW_KEY, startsAt, endsAt: nextMorning(zone, startsAt) };
}

/** Who stands in, from when to when, and why. */
export function CoverForm({ draft, onDone, onClose }: FormProps & { readonly draft: StretchDraft | null }) {
  const { t } = useText();
  const { calendar, responders, zone, nameOf } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [start] = useState(() => draft ?? draftOfNow(zone));
  const [duty, setDuty] = useState<PlanKey>(() => planKeyOf(start));
  const [responderId, setResponder] = useState('');
  const [reason, setReason] = useState('');
  const [stretch, setStretch] = useState({ from: fieldOf(start.startsAt, zone), to: fieldOf(start.endsAt, zone) });
  const instants = stretchOf(stretch, zone);
  const planned = plannedFor(calendar.sources, duty, instants?.startsAt ?? start.startsAt);
  const save = () => {
    if (instants === null) return;
    const cover = { ...duty, responderId, ...instants, reason: reason.trim() };
    send(
      () => api.oncall.addCover.mutate(cover),
      (change) => onDone(change, { kind: 'cover' }),
    );
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
        responders={responders.filter((responder) => responder.id !== planned)}
        onChange={setResponder}
        isFirst
      />
      <ReasonField value={reason} onChange={setReason} />
      <StretchFields value={stretch} zone={zone} onChange={setStretch} />
      <Spans value={stretch} zone={zone} otherwiseAt={start.startsAt} onChange={setStretch} />
      <DutyFields value={duty} onChange={setDuty} />
      <DoubledNote duty={duty} responderId={responderId} stretch={instants} />
      <LaidOver duty={duty} stretch={instants} />
    </FormDialog>
  );
}
