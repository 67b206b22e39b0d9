import { Fragment, useState } from 'react';
import { phoneOf, useKeys, useText, whenOf } from '../../../app/index.ts';
import { Choice, FormDialog, Kbd, useSend } from '../../../parts/index.ts';
import { api, coreNow } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import type { PlanKey } from '../plan-key.ts';
import { heldIn, nextMorning } from '../timeline.ts';
import { type Candidate, candidates, hindranceOf } from './candidates.ts';
import { DoubledNote } from './doubled-note.tsx';
import { DutyFields } from './duty-fields.tsx';
import type { FormProps } from './form-props.ts';
import { LaidOver } from './laid-over.tsx';
import { ReasonField } from './reason-field.tsx';
import { NEW_KEY } from './shift-form.tsx';

/** So many have a digit; the others are picked with the mouse or by arrows. */
const DIGITS = 9;
/** Beyond the longest turn. */
const SIGHT_MS = 70 * 24 * 60 * 60_000;
const LENGTHS = ['theirs', 'hours', 'morning'] as const;
const HOURS = 2;
/** What is taken over without an end is the core's to end: after so long, where nobody else is due. */
const LONGEST_MS = 7 * 24 * 60 * 60_000;

/**
 * Somebody takes a duty over this second: one digit for who, Enter does it. As long as whoever is on would have been, unless
 * a nearer end is picked.
 */
export function TakeOverForm({ start, onDone, onClose }: FormProps & { readonly start: PlanKey | null }) {
  const { t, language } = useText();
  const { calendar, responders, zone, nameOf } = usePlan();
  const { send, refusal, isBusy } = useSend();
  const [duty, setDuty] = useState<PlanKey>(start ?? NEW_KEY);
  const [picked, setPicked] = useState('');
  const [reason, setReason] = useState<string>(t('planning.takeOverReason'));
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('theirs');
  const [openedAt] = useState(() => Math.floor(coreNow()));
  const held = heldIn(calendar.sources, duty, { startsAt: openedAt, endsAt: openedAt + SIGHT_MS }).find(
    (each) => each.startsAt <= openedAt,
  );
  const people = candidates(responders, duty.trade, held?.responderId ?? null, (person) =>
    hindranceOf(calendar.sources, duty, person, openedAt),
  );
  const responderId = people.some(({ person }) => person.id === picked) ? picked : '';
  const theirs = Math.min(held?.endsAt ?? openedAt + LONGEST_MS, openedAt + LONGEST_MS);
  const ends = { theirs, hours: openedAt + HOURS * 3_600_000, morning: nextMorning(zone, openedAt) };
  const when = (at: number) => whenOf(at, openedAt, zone, language);
  const stretch = { startsAt: openedAt, endsAt: ends[length] };
  useKeys(
    Object.fromEntries(
      people.slice(0, DIGITS).map(({ person }, index) => [String(index + 1), () => setPicked(person.id)]),
    ),
  );
  const save = () => {
    const input = { ...duty, responderId, until: length === 'theirs' ? null : ends[length], reason: reason.trim() };
    send(
      () => api.oncall.takeOver.mutate(input),
      (change) => onDone(change, { kind: 'cover' }),
    );
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
          ? t('planning.takeOverFrom', { name: nameOf(held.responderId), until: when(ends[length]) })
          : t('planning.takeOverNobody', { until: when(ends[length]) })}
      </p>
      <People people={people} duty={duty} picked={responderId} onPick={setPicked} />
      <div className="wide">
        <Choice
          label={t('planning.howLong')}
          options={LENGTHS.map((each) => ({
            value: each,
            label: t(`planning.length.${each}`, { count: HOURS, until: when(ends[each]) }),
          }))}
          value={length}
          onChange={setLength}
        />
      </div>
      <DutyFields value={duty} onChange={setDuty} />
      <ReasonField value={reason} onChange={setReason} />
      <DoubledNote duty={duty} responderId={responderId} stretch={stretch} />
      <LaidOver duty={duty} stretch={stretch} />
    </FormDialog>
  );
}

function People(props: {
  readonly people: readonly Candidate[];
  readonly duty: PlanKey;
  readonly picked: string;
  readonly onPick: (responderId: string) => void;
}) {
  const { people, duty, picked, onPick } = props;
  const { t } = useText();
  const heading = (index: number) => {
    const isOfTrade = people[index]?.isOfTrade;
    if (isOfTrade === (people[index - 1]?.isOfTrade ?? true)) return null;
    const trade = t(`words.trade.${duty.trade}`);
    return isOfTrade ? trade : t('planning.notOf', { trade });
  };
  return (
    <fieldset className="wide people-choice">
      <legend>{t('planning.whoTakesOver')}</legend>
      {people.map((each, index) => (
        <Fragment key={each.person.id}>
          {heading(index) !== null && <p className="people-others faint">{heading(index)}</p>}
          <label className={`person-choice${each.person.id === picked ? ' is-on' : ''}`}>
            <input
              type="radio"
              name="who-takes-over"
              data-autofocus={index === 0 || undefined}
              checked={each.person.id === picked}
              onChange={() => onPick(each.person.id)}
            />
            {index < DIGITS ? <Kbd>{index + 1}</Kbd> : <span />}
            <span className="person-name">{each.person.name}</span>
            <Reach candidate={each} duty={duty} />
          </label>
        </Fragment>
      ))}
    </fieldset>
  );
}

/** A person's number, or what speaks against them. */
function Reach({ candidate, duty }: { readonly candidate: Candidate; readonly duty: PlanKey }) {
  const { t } = useText();
  const { person, hindrance } = candidate;
  if (person.phone === null) return <span className="red">{t('oncall.noPhone')}</span>;
  if (hindrance === null) return <span className="dim">{phoneOf(person.phone)}</span>;
  const role = t(`words.role.${duty.role === 'primary' ? 'backup' : 'primary'}`);
  return <span className="amber">{hindrance === 'away' ? t('planning.isAway') : t('planning.isOnAs', { role })}</span>;
}
