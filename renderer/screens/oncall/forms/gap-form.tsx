import { useState } from 'react';
import type { OnCallChange, Responder } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { Choice, FormDialog, useSend } from '../../../parts/index.ts';
import { api, useSession } from '../../../stores/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { type PlanKey, planKeyOf } from '../plan-key.ts';
import { decisionBefore } from '../removals.ts';
import type { StretchDraft } from '../timeline.ts';
import { fieldOf } from '../wall-input.ts';
import { draftOfNow } from './cover-form.tsx';
import { DutyFields, PersonField } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { openUntil } from './open-until.ts';
import { ReasonField } from './reason-field.tsx';
import { MomentField, momentOf } from './stretch-fields.tsx';

/** What is decided about a role that nobody holds: a vendor takes it, or the gap is accepted by name until a date. */
export function GapForm({ draft, onDone, onClose }: FormProps & { readonly draft: StretchDraft | null }) {
  const { t } = useText();
  const { calendar, responders, zone, now } = usePlan();
  const { decisions } = calendar.sources;
  const { send, refusal, isBusy } = useSend();
  const [start] = useState(() => draft ?? draftOfNow(zone));
  const [kind, setKind] = useState<'vendor' | 'accepted'>('accepted');
  const [key, setKey] = useState<PlanKey>(() => planKeyOf(start));
  const [responderId, setResponder] = useState('');
  const [endText, setEnd] = useState(() =>
    fieldOf(openUntil(calendar.sources, planKeyOf(start), start.startsAt, zone), zone),
  );
  const [vendorEnd, setVendorEnd] = useState('');
  const [reason, setReason] = useState('');
  const until = momentOf(endText, zone);
  const isVendor = kind === 'vendor';
  const vendorUntil = momentOf(vendorEnd, zone);
  const isVendorReady = responderId !== '' && (vendorUntil !== null || isBlank(vendorEnd));
  const isReady = reason.trim() !== '' && (isVendor ? isVendorReady : until !== null);
  const save = () => {
    const common = { ...key, reason: reason.trim() };
    const entry = { kind: 'decision', before: decisionBefore(decisions, kind, key, now) } as const;
    const done = (change: OnCallChange) => onDone(change, entry);
    if (isVendor) {
      send(() => api.oncall.decideGap.mutate({ ...common, kind, responderId, until: vendorUntil }), done);
    } else if (until !== null) {
      send(() => api.oncall.decideGap.mutate({ ...common, kind, until }), done);
    }
  };
  return (
    <FormDialog
      title={t('planning.newDecision')}
      submit={isVendor ? t('planning.nameVendor') : t('planning.accept')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={isReady}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="wide">
        <Choice
          label={t('planning.decision')}
          options={[
            { value: 'accepted', label: t('planning.acceptIt') },
            { value: 'vendor', label: t('planning.vendorTakesIt') },
          ]}
          value={kind}
          onChange={setKind}
          hasFocus
        />
      </div>
      {isVendor ? <p className="wide dim">{t('planning.vendorMeans')}</p> : <Accepted of={key} until={until} />}
      <DutyFields value={key} onChange={setKey} />
      {isVendor ? (
        <>
          <PersonField
            label={t('planning.vendor')}
            value={responderId}
            trade={key.trade}
            responders={vendorsFirst(responders)}
            onChange={setResponder}
          />
          <MomentField label={t('oncall.field.untilDate')} value={vendorEnd} zone={zone} onChange={setVendorEnd} />
        </>
      ) : (
        <MomentField label={t('oncall.field.to')} value={endText} zone={zone} onChange={setEnd} />
      )}
      <div className="wide">
        <ReasonField value={reason} onChange={setReason} />
      </div>
    </FormDialog>
  );
}

/** What exactly is accepted, by whom, and what it means. */
function Accepted({ of, until }: { readonly of: PlanKey; readonly until: number | null }) {
  const { t, language } = useText();
  const { zone, now } = usePlan();
  const { full } = useKeyWords();
  const name = useSession((state) => state.session?.deskSession?.staff.name ?? '');
  return (
    <p className="wide dim">
      {until !== null && (
        <b>{t('planning.acceptWhat', { duty: full(of), until: whenOf(until, now, zone, language) })} </b>
      )}
      {t('planning.acceptMeans', { name })}
    </p>
  );
}

/** A moment of which neither the day nor the hour is filled in. */
function isBlank(text: string): boolean {
  return text === '' || text === 'T';
}

/** Vendors before everybody else: a technician may stand by like one, but that is rare. */
function vendorsFirst(responders: readonly Responder[]): readonly Responder[] {
  const isVendor = (each: Responder) => each.role === 'vendor' || each.isEmergencyVendor;
  return [...responders.filter(isVendor), ...responders.filter((each) => !isVendor(each))];
}
