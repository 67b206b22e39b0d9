import { MultiSelect, NumberInput, TextInput } from '@mantine/core';
import type { VendorTerms } from '#shared/contract';
import { useText } from '../../app/index.ts';
import { api, useCore } from '../../stores/index.ts';
import '../oncall/forms/forms.css';
import { HoursField } from '../oncall/forms/hours-field.tsx';

/** What a vendor begins with: sent everywhere, at any hour, after those who come before. */
export const NO_TERMS: VendorTerms = {
  order: 10,
  propertyIds: [],
  groups: [],
  hours: [],
  callOutUsd: 0,
  spendingLimitUsd: null,
  insuredUntil: null,
};

const MOST_USD = 1_000_000;

type VendorTermsFieldsProps = { readonly terms: VendorTerms; readonly onChange: (terms: VendorTerms) => void };

/** For what a vendor may be sent: in which order, where, when, up to what price, and insured until when. */
export function VendorTermsFields({ terms, onChange }: VendorTermsFieldsProps) {
  const { t } = useText();
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  const properties = portfolio?.properties ?? [];
  const groups = [...new Set(properties.flatMap((each) => each.group ?? []))].toSorted();
  const change = (fields: Partial<VendorTerms>) => onChange({ ...terms, ...fields });
  return (
    <fieldset className="wide vendor-terms">
      <legend>{t('portfolio.vendor.title')}</legend>
      <p className="dim">{t('portfolio.vendor.hint')}</p>
      <div className="form-grid">
        <NumberInput
          label={t('portfolio.vendor.order')}
          description={t('portfolio.vendor.orderHint')}
          value={terms.order}
          min={0}
          max={999}
          allowDecimal={false}
          onChange={(order) => change({ order: Number(order) || 0 })}
        />
        <TextInput
          type="date"
          label={t('portfolio.vendor.insuredUntil')}
          description={t('portfolio.vendor.insuredHint')}
          value={terms.insuredUntil ?? ''}
          onChange={(event) =>
            change({ insuredUntil: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
        <MultiSelect
          label={t('portfolio.vendor.properties')}
          placeholder={terms.propertyIds.length === 0 ? t('portfolio.vendor.everywhere') : ''}
          data={properties.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...terms.propertyIds]}
          onChange={(propertyIds) => change({ propertyIds })}
        />
        <MultiSelect
          label={t('portfolio.vendor.groups')}
          data={groups}
          value={[...terms.groups]}
          onChange={(chosen) => change({ groups: chosen })}
        />
        <HoursField hours={terms.hours} onChange={(hours) => change({ hours })} />
        <NumberInput
          label={t('portfolio.vendor.callOut')}
          value={terms.callOutUsd}
          min={0}
          max={MOST_USD}
          onChange={(callOutUsd) => change({ callOutUsd: Number(callOutUsd) || 0 })}
        />
        <NumberInput
          label={t('portfolio.vendor.limit')}
          description={t('portfolio.vendor.limitHint')}
          value={terms.spendingLimitUsd ?? ''}
          min={0}
          max={MOST_USD}
          onChange={(limit) => change({ spendingLimitUsd: limit === '' ? null : Number(limit) || 0 })}
        />
      </div>
    </fieldset>
  );
}
