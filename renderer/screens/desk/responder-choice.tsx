import { useId } from 'react';
import type { IncidentView } from '#shared/contract';
import { shortName, useText } from '../../app/index.ts';
import { Choice } from '../../parts/index.ts';
import { api, useCore } from '../../stores/index.ts';

export type Person = { readonly id: string; readonly name: string; readonly phone: string | null };

/** Those this incident has to do with, most likely first: who has it, who is awaited, who was woken, who is next. */
export function peopleOf(view: IncidentView): readonly Person[] {
  const holder = view.holder ? [{ id: view.holder.responderId, name: view.holder.name, phone: null }] : [];
  const awaited = view.waitingFor.map((one) => ({ id: one.responderId, name: one.name, phone: one.phone }));
  const next = view.ladder.find((step) => step.state === 'planned');
  const onLadder = view.ladder
    .filter((step) => step.state === 'fired' || step === next)
    .flatMap((step) => step.recipients)
    .flatMap((one) => (one.responderId === null ? [] : [{ id: one.responderId, name: one.name, phone: one.phone }]));
  const all = [...awaited, ...onLadder, ...holder];
  const ids = [...new Set([...holder, ...awaited, ...onLadder].map((one) => one.id))];
  // The holder is named without a number; the ladder knows it.
  return ids.flatMap((id) => {
    const known = all.filter((one) => one.id === id);
    const first = known[0];
    return first ? [{ ...first, phone: known.find((one) => one.phone !== null)?.phone ?? null }] : [];
  });
}

/** What somebody on the list is called; empty while nobody is chosen. */
export function useNameOf(responderId: string | null): string {
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  return portfolio?.responders.find((one) => one.id === responderId)?.name ?? '';
}

type ResponderChoiceProps = {
  readonly view: IncidentView;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
};

/** Who it was: those involved as pills, everybody else in a list. */
export function ResponderChoice({ view, value, onChange }: ResponderChoiceProps) {
  const { t } = useText();
  const selectId = useId();
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  const people = peopleOf(view);
  const others = (portfolio?.responders ?? []).filter(
    (one) => one.active && people.every((known) => known.id !== one.id),
  );
  return (
    <>
      {people.length > 0 && (
        <Choice
          label={t('desk.form.who')}
          value={people.some((one) => one.id === value) ? value : null}
          onChange={onChange}
          options={people.map((one) => ({ value: one.id, label: shortName(one.name) }))}
        />
      )}
      {others.length > 0 && (
        <div className="field field-other">
          <label className="field-label" htmlFor={selectId}>
            {t('desk.form.someoneElse')}
          </label>
          <select
            id={selectId}
            className="field-input"
            value={others.some((one) => one.id === value) ? (value ?? '') : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            <option value="" disabled>
              {t('desk.form.choose')}
            </option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
