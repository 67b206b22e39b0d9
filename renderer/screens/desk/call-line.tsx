import { useEffect, useRef, useState } from 'react';
import type { IncidentView } from '#shared/contract';
import { attempt, phoneOf, refusalWords, shortName, tell, useKeys, useText } from '../../app/index.ts';
import { ActionButton, Choice } from '../../parts/index.ts';
import { api, closeLine, openLine, useAppInfo, useSession } from '../../stores/index.ts';
import { peopleOf } from './responder-choice.tsx';

const RESULTS = ['reached', 'noAnswer', 'voicemail'] as const;
type Result = (typeof RESULTS)[number];

/** The number, large enough to dial by hand, what to say, and one key for how it went. */
export function CallLine({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const people = peopleOf(view);
  const [chosenId, setChosenId] = useState<string | null>(people.find((one) => one.phone !== null)?.id ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  const person = people.find((one) => one.id === chosenId) ?? null;
  const log = async (result: Result) => {
    if (!person) return;
    const action = { type: 'logCall', incidentId: view.row.id, responderId: person.id, result } as const;
    const answer = await attempt(api.incident.act.mutate(action));
    if (!answer.ok) return setProblem(refusalWords(answer, language));
    tell(t('desk.form.done', { number: view.row.number }));
    const isAwaited = view.row.status === 'running' || view.row.status === 'unanswered';
    if (result === 'reached' && isAwaited) openLine('acknowledge', view.row.id);
    else closeLine();
  };
  const keys = Object.fromEntries(RESULTS.map((result, index) => [String(index + 1), () => void log(result)]));
  useKeys({ escape: closeLine, ...(person ? keys : {}) });
  const line = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when there is something new to read
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    void line.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <section className="line" aria-label={t('desk.call.title')} ref={line}>
      <div className="call-head">
        <b>{t('desk.call.title')}</b>
        {people.length > 1 && (
          <Choice
            label={t('desk.form.who')}
            isLabelHidden
            value={chosenId}
            onChange={setChosenId}
            options={people.map((one) => ({ value: one.id, label: shortName(one.name) }))}
            hasFocus
          />
        )}
      </div>
      {person ? (
        <>
          <p className="call-number">{person.phone ? phoneOf(person.phone) : t('desk.call.noNumber')}</p>
          <Script view={view} />
        </>
      ) : (
        <p>{t('desk.call.nobody')}</p>
      )}
      {problem !== null && (
        <p className="refusal" role="alert">
          {problem}
        </p>
      )}
      <div className="line-foot">
        <p className="line-effect">{t('desk.call.effect')}</p>
        <ActionButton label={t('desk.form.leave')} cap="Esc" kind="quiet" onPress={closeLine} />
        {person &&
          RESULTS.map((result, index) => (
            <ActionButton
              key={result}
              label={t(`words.callResult.${result}`)}
              cap={String(index + 1)}
              kind={index === 0 ? 'main' : 'plain'}
              onPress={() => void log(result)}
            />
          ))}
      </div>
    </section>
  );
}

function Script({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const company = useAppInfo((state) => state.info?.company) ?? 'Nightdesk';
  const desk = useSession((state) => state.session?.deskSession?.staff.name) ?? '';
  const { place, caller, row } = view;
  return (
    <figure className="script">
      <figcaption className="overline">{t('desk.call.say')}</figcaption>
      <p>
        {t('desk.call.script', {
          desk,
          company,
          tier: row.tier,
          category: t(`words.category.${row.category}`),
          place: place.label,
          address: place.address,
          words: view.text.replace(/[.\s]+$/, ''),
          shutOff: place.shutOff ? t('desk.call.shutOff', { where: place.shutOff }) : '',
          resident: caller.name,
          phone: caller.phone ? phoneOf(caller.phone) : '',
        })}
      </p>
    </figure>
  );
}
