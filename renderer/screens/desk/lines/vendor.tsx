import type { IncidentView, VendorChoice } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { Field } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { LineShell } from '../line-shell.tsx';
import { useTyped } from '../typed.ts';

/** Sends the next vendor approved for place, trade and hour, or one by name; each with why they are left out. */
export function VendorLine({ view, given }: LineProps) {
  const { t } = useText();
  const next = view.vendors.find((one) => one.leftOut === null) ?? null;
  const [responderId, setResponderId] = useTyped<string | null>('responderId', given.responderId);
  const [reason, setReason] = useTyped('reason', given.words);
  const chosen = view.vendors.find((one) => one.responderId === responderId) ?? next;
  return (
    <LineShell
      title={t('desk.meanwhile.vendorTitle')}
      effect={effectOf(chosen, view, t)}
      submit={t('desk.form.do')}
      asked={() => {
        if (chosen === null) return { missing: t('desk.form.who') };
        if (reason.trim() === '') return { missing: t('desk.form.reason') };
        return {
          action: { type: 'sendVendor', incidentId: view.row.id, responderId, reason: reason.trim() },
          done: t('desk.meanwhile.vendorAsked', { number: view.row.number, who: chosen.name }),
        };
      }}
    >
      <VendorSelect vendors={view.vendors} value={responderId} onChange={setResponderId} />
      <Field label={t('desk.form.reason')} value={reason} onValue={setReason} maxLength={500} hasFocus />
    </LineShell>
  );
}

type Text = ReturnType<typeof useText>['t'];

function effectOf(chosen: VendorChoice | null, view: IncidentView, t: Text): string {
  if (chosen === null) return t('desk.meanwhile.vendorNobody');
  const others = view.vendors.filter((one) => one.leftOut === null && one.responderId !== chosen.responderId);
  const after = others.map((one) => one.name).join(', ');
  return after
    ? t('desk.meanwhile.vendorEffect', { who: chosen.name, after })
    : t('desk.meanwhile.vendorLast', { who: chosen.name });
}

type VendorSelectProps = {
  readonly vendors: readonly VendorChoice[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
};

function VendorSelect({ vendors, value, onChange }: VendorSelectProps) {
  const { t } = useText();
  return (
    <div className="field field-other">
      <label className="field-label" htmlFor="vendor-choice">
        {t('desk.meanwhile.vendor')}
      </label>
      <select
        id="vendor-choice"
        className="field-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{t('desk.meanwhile.vendorInOrder')}</option>
        {vendors.map((one) => (
          <option key={one.responderId} value={one.responderId} disabled={one.leftOut === 'noWorkingNumber'}>
            {one.leftOut === null ? one.name : `${one.name}: ${t(`desk.meanwhile.leftOut.${one.leftOut}`)}`}
          </option>
        ))}
      </select>
    </div>
  );
}
