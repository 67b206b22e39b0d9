import { phoneOf, shortName, useText } from '../../../app/index.ts';
import { Choice } from '../../../parts/index.ts';
import type { LineProps } from '../line-form.tsx';
import { NumberLine } from '../number-line.tsx';
import { peopleOf } from '../responder-choice.tsx';
import { useTyped } from '../typed.ts';

const RESULTS = ['connected', 'notReached'] as const;

/** Both numbers, to be put on one line by the desk's own telephone, and one key for whether that worked. */
export function ConnectLine({ view, given }: LineProps) {
  const { t } = useText();
  const people = peopleOf(view);
  const [chosenId, setChosenId] = useTyped<string | null>('chosenId', given.responderId ?? people[0]?.id ?? null);
  const person = people.find((one) => one.id === chosenId) ?? null;
  const { caller, row } = view;
  const theirs = person?.phone ? phoneOf(person.phone) : t('desk.call.noNumber');
  return (
    <NumberLine
      view={view}
      title={t('desk.meanwhile.connectTitle')}
      head={
        people.length > 1 && (
          <Choice
            label={t('desk.form.who')}
            isLabelHidden
            value={chosenId}
            onChange={setChosenId}
            options={people.map((one) => ({ value: one.id, label: shortName(one.name) }))}
            hasFocus
          />
        )
      }
      number={person && caller.phone ? `${phoneOf(caller.phone)}\n${theirs}` : null}
      effect={t('desk.meanwhile.connectEffect', { who: person?.name ?? '', caller: caller.name })}
      done={t('desk.meanwhile.connected', { number: row.number })}
      answers={
        person
          ? RESULTS.map((result) => ({
              label: t(`desk.meanwhile.connectResult.${result}`),
              action: { type: 'connect', incidentId: row.id, responderId: person.id, result },
            }))
          : []
      }
    >
      {person ? (
        <p className="dim">{t('desk.meanwhile.connectWhom', { caller: caller.name, who: person.name })}</p>
      ) : (
        <p>{t('desk.call.nobody')}</p>
      )}
    </NumberLine>
  );
}
