import { useState } from 'react';
import type { Duty } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api, coreNow } from '../../../stores/index.ts';
import type { AwayDraft } from '../dialogs.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { keyOf, planKeyOf, type Stretch } from '../plan-key.ts';
import { nextMorning } from '../timeline.ts';
import { fieldOf } from '../wall-input.ts';
import { DoubledNote } from './doubled-note.tsx';
import { PersonField } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { calledInstead, leftOpen } from './left-open.ts';
import { ReasonField } from './reason-field.tsx';
import { Spans } from './spans.tsx';
import { StretchFields, stretchOf } from './stretch-fields.tsx';

/** Somebody is away: their duties go to a substitute, or are open, which is shown before it is saved. */
export function TimeOffForm({ draft, onDone, onClose }: FormProps & { readonly draft: AwayDraft | null }) {
  const { t } = useText();
  const { responders, zone } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [responderId, setResponder] = useState(draft?.responderId ?? '');
  const [substituteId, setSubstitute] = useState('');
  const [reason, setReason] = useState('');
  const [startsAt] = useState(() => draft?.startsAt ?? nextMorning(zone, coreNow()));
  const [stretch, setStretch] = useState(() => ({
    from: fieldOf(startsAt, zone),
    to: fieldOf(draft?.endsAt ?? nextMorning(zone, startsAt), zone),
  }));
  const instants = stretchOf(stretch, zone);
  const save = () => {
    if (instants === null) return;
    const input = { responderId, substituteId: substituteId || null, ...instants, reason: reason.trim() };
    send(
      () => api.oncall.addTimeOff.mutate(input),
      (change) => onDone(change, { kind: 'timeOff' }),
    );
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

/** Whoever is called instead, and why they are: by general, as a vendor, or as the substitute, who may be of another trade. */
function useInstead(): (called: Duty | null, open: Duty) => string {
  const { t } = useText();
  const { nameOf, responders } = usePlan();
  return (called, { trade }) => {
    if (called === null) return t('oncall.nobody');
    const name = nameOf(called.responderId);
    if (called.source.kind === 'vendor') return t('planning.insteadVendor', { name });
    if (called.trade !== trade) return t('planning.insteadGeneral', { name });
    const isOfTrade = responders.find((each) => each.id === called.responderId)?.trades.includes(trade) ?? false;
    return isOfTrade ? name : t('oncall.otherTrades', { name, trade: t(`words.trade.${trade}`) });
  };
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
  const instead = useInstead();
  if (responderId === '' || stretch === null) return null;
  const open = leftOpen(calendar.sources, responderId, stretch);
  if (open.length === 0)
    return <p className="wide note note-ok">{t('planning.nothingLeftOpen', { name: nameOf(responderId) })}</p>;
  const away = { responderId, substituteId: substituteId || null, ...stretch };
  const parts = open.flatMap((duty) =>
    calledInstead(calendar.sources, away, duty).map((part) => ({ ...part, open: duty })),
  );
  const isOpen = parts.some((part) => part.duty === null);
  return (
    <>
      <ul className={`wide note outcome ${isOpen ? 'note-bad' : ''}`} aria-live="polite">
        {parts.map((part) => (
          <li key={`${keyOf(part.open)} ${part.startsAt}`}>
            {full(part.open)}, {whenOf(part.startsAt, now, zone, language)} – {whenOf(part.endsAt, now, zone, language)}
            : <b>{instead(part.duty, part.open)}</b>
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
