import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Duty } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';
import { useText, whenOf } from '../../../app/index.ts';
import { FormDialog, useSend } from '../../../parts/index.ts';
import { api } from '../../../stores/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { keyOf, planKeyOf, type Stretch } from '../plan-key.ts';
import type { StretchDraft } from '../timeline.ts';
import { fieldOf } from '../wall-input.ts';
import { DoubledNote } from './doubled-note.tsx';
import { TradeField } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { ReasonField } from './reason-field.tsx';
import { StretchFields, type StretchText, stretchOf } from './stretch-fields.tsx';
import { afterSwap, cutTo, idOf, sameHours, swapChoices } from './swap-choices.ts';

const AHEAD_MS = 42 * 24 * 60 * 60_000;
const EMPTY: StretchText = { from: '', to: '' };

/** Two stretches out of the final schedule change hands. What is not marked in the grid is picked from the list. */
export function SwapForm({ draft, onDone, onClose }: FormProps & { readonly draft: StretchDraft | null }) {
  const { t } = useText();
  const { calendar, zone, now } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [trade, setTrade] = useState(draft?.trade ?? 'plumbing');
  const [duties] = useState(() => finalSchedule(calendar.sources, now, now + AHEAD_MS));
  const ofTrade = duties.filter((duty) => duty.trade === trade);
  const [first, setFirst] = useState(() => sideOf(draft && marked(duties, draft), draft, zone));
  const [second, setSecond] = useState(() => sideOf(null, null, zone));
  const [reason, setReason] = useState('');
  const own = ofTrade.find((duty) => idOf(duty) === first.id) ?? null;
  const others = swapChoices(ofTrade, own);
  const other = others.find((duty) => idOf(duty) === second.id) ?? null;
  const [given, taken] = [stretchOf(first.text, zone), stretchOf(second.text, zone)];
  const save = () => {
    if (!own || !other || !given || !taken) return;
    const input = {
      first: { ...planKeyOf(own), responderId: own.responderId, ...given },
      second: { ...planKeyOf(other), responderId: other.responderId, ...taken },
      reason: reason.trim(),
    };
    send(
      () => api.oncall.swap.mutate(input),
      (change) => onDone(change, { kind: 'swap' }),
    );
  };
  return (
    <FormDialog
      title={t('planning.newSwap')}
      submit={t('planning.swapDo')}
      size="xl"
      refusal={refusal}
      isBusy={isBusy}
      isReady={own !== null && other !== null && given !== null && taken !== null && reason.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <TradeField
        value={trade}
        onChange={(next) => {
          setTrade(next);
          setFirst(sideOf(null, null, zone));
          setSecond(sideOf(null, null, zone));
        }}
      />
      <ReasonField value={reason} onChange={setReason} />
      <Side
        label={t('planning.swapFirst')}
        duties={ofTrade}
        side={first}
        wanted={(duty) => duty}
        isFirst={draft === null}
        onSide={(side) => {
          setFirst(side);
          if (side.id !== first.id) setSecond(sideOf(null, null, zone));
        }}
      />
      <Side
        label={t('planning.swapSecond')}
        duties={others}
        side={second}
        wanted={(duty) => (given ? sameHours(duty, given, zone, now) : duty)}
        isFirst={draft !== null}
        onSide={setSecond}
      />
      <Outcome own={own} other={other} given={given} taken={taken} />
    </FormDialog>
  );
}

type SideState = { readonly id: string; readonly text: StretchText };

function sideOf(duty: Duty | null, wanted: Stretch | null, zone: string): SideState {
  if (!duty) return { id: '', text: EMPTY };
  const { startsAt, endsAt } = wanted ? cutTo(duty, wanted) : duty;
  return { id: idOf(duty), text: { from: fieldOf(startsAt, zone), to: fieldOf(endsAt, zone) } };
}

/** The duty that the marked stretch lies in. */
function marked(duties: readonly Duty[], draft: StretchDraft): Duty | null {
  return (
    duties.find(
      (duty) => keyOf(duty) === keyOf(draft) && duty.startsAt < draft.endsAt && duty.endsAt > draft.startsAt,
    ) ?? null
  );
}

/** One half of a swap: a stretch of the schedule, and which part of it. */
function Side(props: {
  readonly label: string;
  readonly duties: readonly Duty[];
  readonly side: SideState;
  /** Which part of a stretch that is picked. */
  readonly wanted: (duty: Duty) => Stretch;
  readonly isFirst: boolean;
  readonly onSide: (side: SideState) => void;
}) {
  const { label, duties, side, wanted, isFirst, onSide } = props;
  const { t, language } = useText();
  const { zone, now, nameOf } = usePlan();
  const { full } = useKeyWords();
  return (
    <fieldset className="swap-side">
      <NativeSelect
        label={label}
        data-autofocus={isFirst || undefined}
        value={side.id}
        data={[
          { value: '', label: t('planning.pickStretch') },
          ...duties.map((duty) => ({
            value: idOf(duty),
            label: `${whenOf(duty.startsAt, now, zone, language)} · ${nameOf(duty.responderId)} · ${full(duty)}`,
          })),
        ]}
        onChange={(event) => {
          const picked = duties.find((duty) => idOf(duty) === event.currentTarget.value) ?? null;
          onSide(sideOf(picked, picked && wanted(picked), zone));
        }}
      />
      <StretchFields value={side.text} zone={zone} onChange={(text) => onSide({ ...side, text })} />
    </fieldset>
  );
}

/** What the swap would come to, in two sentences. */
function Outcome(props: {
  readonly own: Duty | null;
  readonly other: Duty | null;
  readonly given: Stretch | null;
  readonly taken: Stretch | null;
}) {
  const { own, other, given, taken } = props;
  const { t, language } = useText();
  const { calendar, zone, now, nameOf } = usePlan();
  const { full } = useKeyWords();
  if (!own || !other || !given || !taken) return null;
  const line = (taker: Duty, duty: Duty, stretch: Stretch) =>
    t('planning.swapTakes', {
      name: nameOf(taker.responderId),
      duty: full(duty),
      from: whenOf(stretch.startsAt, now, zone, language),
      to: whenOf(stretch.endsAt, now, zone, language),
    });
  const sources = afterSwap(calendar.sources, [
    { ...own, ...given },
    { ...other, ...taken },
  ]);
  return (
    <>
      <ul className="wide note outcome" aria-live="polite">
        <li>{line(other, own, given)}</li>
        <li>{line(own, other, taken)}</li>
      </ul>
      <DoubledNote duty={planKeyOf(own)} responderId={other.responderId} stretch={given} sources={sources} />
      <DoubledNote duty={planKeyOf(other)} responderId={own.responderId} stretch={taken} sources={sources} />
    </>
  );
}
