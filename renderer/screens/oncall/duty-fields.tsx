import { NativeSelect } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { type Property, type Responder, SHIFT_ROLES, type ShiftRole, TRADES, type Trade } from '#shared/contract';
import type { DutyKey } from '#shared/oncall';
import { useText } from '../../app/index.ts';

export type Choices = { readonly responders: readonly Responder[]; readonly properties: readonly Property[] };

/** Trade, role and place of a duty. */
export function DutyFields(props: {
  readonly value: DutyKey;
  readonly properties: readonly Property[];
  readonly onChange: (value: DutyKey) => void;
  readonly isFirst?: boolean;
}) {
  const { value, properties, onChange, isFirst } = props;
  const { t } = useText();
  return (
    <>
      <NativeSelect
        label={t('oncall.field.trade')}
        data-autofocus={isFirst || undefined}
        value={value.trade}
        data={TRADES.map((trade) => ({ value: trade, label: t(`words.trade.${trade}`) }))}
        // The options are the trades, so the value is one of them.
        onChange={(event) => onChange({ ...value, trade: event.currentTarget.value as Trade })}
      />
      <NativeSelect
        label={t('oncall.field.role')}
        value={value.role}
        data={SHIFT_ROLES.map((role) => ({ value: role, label: t(`words.role.${role}`) }))}
        // The options are the roles, so the value is one of them.
        onChange={(event) => onChange({ ...value, role: event.currentTarget.value as ShiftRole })}
      />
      <NativeSelect
        label={t('oncall.field.where')}
        value={value.propertyId ?? ''}
        data={[
          { value: '', label: t('oncall.wholeCompany') },
          ...properties.map((property) => ({ value: property.id, label: property.name })),
        ]}
        onChange={(event) => onChange({ ...value, propertyId: event.currentTarget.value || null })}
      />
    </>
  );
}

/** Who takes it: those of the trade first, the others after them and said to be such; without a number is said too. */
export function PersonField(props: {
  readonly label: string;
  readonly value: string;
  readonly trade: Trade;
  readonly responders: readonly Responder[];
  readonly onChange: (responderId: string) => void;
  readonly isFirst?: boolean;
  readonly description?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onPointerDown?: () => void;
  readonly onBlur?: () => void;
}) {
  const { label, value, trade, responders, onChange, isFirst, ...rest } = props;
  const { t } = useText();
  const active = responders.filter((responder) => responder.active || responder.id === value);
  const isOf = (responder: Responder) => responder.trades.includes(trade);
  const option = (responder: Responder) => {
    const name = isOf(responder)
      ? responder.name
      : t('oncall.otherTrades', { name: responder.name, trade: t(`words.trade.${trade}`) });
    return { value: responder.id, label: responder.phone === null ? `${name} · ${t('oncall.noPhone')}` : name };
  };
  const picked = responders.find((responder) => responder.id === value);
  return (
    <NativeSelect
      {...rest}
      label={label}
      value={value}
      data-autofocus={isFirst || undefined}
      data={[
        { value: '', label: t('oncall.field.pick') },
        ...active.filter(isOf).map(option),
        ...active.filter((responder) => !isOf(responder)).map(option),
      ]}
      error={picked && picked.phone === null ? t('oncall.noPhoneLong', { name: picked.name }) : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
