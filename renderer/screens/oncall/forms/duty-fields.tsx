import { NativeSelect } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { type Responder, type Scope, SHIFT_ROLES, type ShiftRole, TRADES, type Trade } from '#shared/contract';
import { useText } from '../../../app/index.ts';
import { usePlan } from '../plan-context.tsx';
import { type PlanKey, scopeOf, scopeText } from '../plan-key.ts';

/** Trade, role and place of a duty. */
export function DutyFields(props: {
  readonly value: PlanKey;
  readonly onChange: (value: PlanKey) => void;
  readonly isFirst?: boolean;
}) {
  const { value, onChange, isFirst } = props;
  const { t } = useText();
  return (
    <>
      <TradeField value={value.trade} isFirst={isFirst} onChange={(trade) => onChange({ ...value, trade })} />
      <NativeSelect
        label={t('oncall.field.role')}
        value={value.role}
        data={SHIFT_ROLES.map((role) => ({ value: role, label: t(`words.role.${role}`) }))}
        // The options are the roles, so the value is one of them.
        onChange={(event) => onChange({ ...value, role: event.currentTarget.value as ShiftRole })}
      />
      <ScopeField value={value} onChange={(scope) => onChange({ ...value, ...scope })} />
    </>
  );
}

export function TradeField(props: {
  readonly value: Trade;
  readonly onChange: (trade: Trade) => void;
  readonly isFirst?: boolean | undefined;
}) {
  const { value, onChange, isFirst } = props;
  const { t } = useText();
  return (
    <NativeSelect
      label={t('oncall.field.trade')}
      data-autofocus={isFirst || undefined}
      value={value}
      data={TRADES.map((trade) => ({ value: trade, label: t(`words.trade.${trade}`) }))}
      // The options are the trades, so the value is one of them.
      onChange={(event) => onChange(event.currentTarget.value as Trade)}
    />
  );
}

/** For the whole company, a group of properties, or one property: what is narrower comes first. */
export function ScopeField({ value, onChange }: { readonly value: Scope; readonly onChange: (scope: Scope) => void }) {
  const { t } = useText();
  const { groups, properties } = usePlan();
  const known = value.group === null || groups.includes(value.group) ? groups : [value.group, ...groups];
  return (
    <NativeSelect
      label={t('oncall.field.where')}
      value={scopeText(value)}
      data={[
        { value: '', label: t('oncall.wholeCompany') },
        ...(known.length === 0
          ? []
          : [
              {
                group: t('planning.groups'),
                items: known.map((group) => ({
                  value: scopeText({ propertyId: null, group }),
                  label: t('oncall.groupName', { group }),
                })),
              },
            ]),
        {
          group: t('planning.properties'),
          items: properties.map(({ id, name }) => ({ value: scopeText({ propertyId: id, group: null }), label: name })),
        },
      ]}
      onChange={(event) => onChange(scopeOf(event.currentTarget.value))}
    />
  );
}

type PersonFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Null where it is no question of a trade. */
  readonly trade: Trade | null;
  readonly responders: readonly Responder[];
  readonly onChange: (responderId: string) => void;
  readonly isFirst?: boolean;
  /** What picking nobody is called. */
  readonly none?: string;
  readonly description?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onPointerDown?: () => void;
  readonly onBlur?: () => void;
};

/** Who takes it: those of the trade first, the others after them and said to be such; without a number is said too. */
export function PersonField(props: PersonFieldProps) {
  const { label, value, trade, responders, onChange, isFirst, none, ...rest } = props;
  const { t } = useText();
  const active = responders.filter((responder) => responder.active || responder.id === value);
  const isOf = (responder: Responder) => trade === null || responder.trades.includes(trade);
  const option = (responder: Responder) => {
    const name =
      trade === null || isOf(responder)
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
        { value: '', label: none ?? t('oncall.field.pick') },
        ...active.filter(isOf).map(option),
        ...active.filter((responder) => !isOf(responder)).map(option),
      ]}
      error={picked && picked.phone === null ? t('oncall.noPhoneLong', { name: picked.name }) : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
