import { Fragment, useState } from 'react';
import type { Responder } from '#shared/contract';
import { phoneOf, useKeys, useText, whenOf } from '../../../app/index.ts';
import { FormDialog, Kbd, useSend } from '../../../parts/index.ts';
import { api, coreNow } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import type { PlanKey } from '../plan-key.ts';
import { heldIn } from '../timeline.ts';
import { candidates } from './candidates.ts';
import { DoubledNote } from './doubled-note.tsx';
import { DutyFields } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { ReasonField } from './reason-field.tsx';
import { NEW_KEY } from './shift-form.tsx';

/** So many have a digit; the others are picked with the mouse or by arrows. */
const DIGITS = 9;
/** Beyond the longest turn. */
const SIGHT_MS = 70 * 24 * 60 * 60_000;

/**
 * Somebody takes a duty over this second: one digit for who, Enter does it. As long as whoever is on would have been.
 */
export function TakeOverForm({ start, onDone, onClose }: FormProps & { readonly start: PlanKey | null }) {
  const { t, language } = useText();
  const { calendar, responders, zone, nameOf } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [duty, setDuty] = useState<PlanKey>(start ?? NEW_KEY);
  const [picked, setPicked] = useState('');
  const [reason, setReason] = useState<string>(t('planning.takeOverReason'));
  const [openedAt] = useState(() => Math.floor(coreNow()));
  const held = heldIn(calendar.sources, duty, { startsAt: openedAt, endsAt: openedAt + SIGHT_MS }).find(
    (each) => each.startsAt <= openedAt,
  );
  const people = candidates(responders, duty.trade, held?.responderId ?? null);
  const responderId = people.some((person) => person.id === picked) ? picked : '';
  useKeys(
    Object.fromEntries(people.slice(0, DIGITS).map((person, index) => [String(index + 1), () => setPicked(person.id)])),
  );
  const save = () => {
    const input = { ...duty, responderId, until: null, reason: reason.trim() };
    send(() => api.oncall.takeOver.mutate(input), onDone);
  };
  return (
    <FormDialog
      title={t('planning.takeOver')}
      submit={t('planning.takeOverDo')}
      submitCap="Enter"
      refusal={refusal}
      isBusy={isBusy}
      isReady={responderId !== '' && reason.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="wide dim">
        {held
          ? t('planning.takeOverFrom', {
              name: nameOf(held.responderId),
              until: whenOf(held.endsAt, openedAt, zone, language),
            })
          : t('planning.takeOverNobody')}
      </p>
      <People people={people} duty={duty} picked={responderId} onPick={setPicked} />
      <DutyFields value={duty} onChange={setDuty} />
      <ReasonField value={reason} onChange={setReason} />
      <DoubledNote
        duty={duty}
        responderId={responderId}
        stretch={{ startsAt: openedAt, endsAt: held?.endsAt ?? openedAt + 1 }}
      />
    </FormDialog>
  );
}

function People(props: {
  readonly people: readonly Responder[];
  readonly duty: PlanKey;
  readonly picked: string;
  readonly onPick: (responderId: string) => void;
}) {
  const { people, duty, picked, onPick } = props;
  const { t } = useText();
  const firstOther = people.findIndex((person) => !person.trades.includes(duty.trade));
  return (
    <fieldset className="wide people-choice">
      <legend>{t('planning.whoTakesOver')}</legend>
      {people.map((person, index) => (
        <Fragment key={person.id}>
          {index === firstOther && (
            <p className="people-others faint">{t('planning.notOf', { trade: t(`words.trade.${duty.trade}`) })}</p>
          )}
          <label className={`person-choice${person.id === picked ? ' is-on' : ''}`}>
            <input
              type="radio"
              name="who-takes-over"
              data-autofocus={index === 0 || undefined}
              checked={person.id === picked}
              onChange={() => onPick(person.id)}
            />
            {index < DIGITS ? <Kbd>{index + 1}</Kbd> : <span />}
            <span className="person-name">{person.name}</span>
            <span className={person.phone ? 'dim' : 'red'}>
              {person.phone ? phoneOf(person.phone) : t('oncall.noPhone')}
            </span>
          </label>
        </Fragment>
      ))}
    </fieldset>
  );
}
