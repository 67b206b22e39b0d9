import { useState } from 'react';
import type { IncidentView, Trade } from '#shared/contract';
import { phoneOf, shortName, useText } from '../../app/index.ts';
import { Choice } from '../../parts/index.ts';
import { api, type Given, type Line, openLine, useAppInfo, useCore, useSession } from '../../stores/index.ts';
import { NumberLine } from './number-line.tsx';
import { type Person, peopleOf } from './responder-choice.tsx';

const RESULTS = ['reached', 'noAnswer', 'voicemail'] as const;

/** Those involved, and whoever was asked for by name. */
function usePeople(view: IncidentView, wantedId: string | null): readonly Person[] {
  const involved = peopleOf(view);
  const isKnown = wantedId === null || involved.some((one) => one.id === wantedId);
  const wanted = useCore(`responder ${isKnown ? '' : wantedId}`, ['portfolio'], async () =>
    isKnown ? null : ((await api.portfolio.get.query()).responders.find((one) => one.id === wantedId) ?? null),
  );
  return wanted ? [...involved, wanted] : involved;
}

/** The number, large enough to dial by hand, what to say, and one key for how it went. */
export function CallLine({ view, given }: { readonly view: IncidentView; readonly given: Given }) {
  const { t } = useText();
  const people = usePeople(view, given.responderId);
  const first = people.find((one) => one.phone !== null)?.id ?? null;
  const [chosenId, setChosenId] = useState<string | null>(given.responderId ?? first);
  const person = people.find((one) => one.id === chosenId) ?? null;
  const next = asksNext(view, chosenId);
  return (
    <NumberLine
      view={view}
      title={t('desk.call.title')}
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
      number={person && (person.phone ? phoneOf(person.phone) : t('desk.call.noNumber'))}
      effect={t('desk.call.effect')}
      done={t('desk.done.call', { number: view.row.number, who: person?.name ?? '' })}
      answers={
        person
          ? RESULTS.map((result) => ({
              label: t(`words.callResult.${result}`),
              action: { type: 'logCall', incidentId: view.row.id, responderId: person.id, result },
              ...(result === 'reached' && next !== null
                ? {
                    onDone: () =>
                      openLine(next, view.row.id, {
                        words: '',
                        via: 'phone',
                        minutes: null,
                        responderId: person.id,
                      }),
                  }
                : {}),
            }))
          : []
      }
    >
      {person ? <Script view={view} /> : <p>{t('desk.call.nobody')}</p>}
    </NumberLine>
  );
}

/** What is asked of somebody who was reached: whether they take it; of whoever has it, that they confirm it, or when. */
function asksNext({ row, holder }: IncidentView, responderId: string | null): Line | null {
  if (holder === null) return row.status === 'running' || row.status === 'unanswered' ? 'acknowledge' : null;
  if (holder.responderId !== responderId || row.status !== 'acknowledged') return null;
  return holder.confirmByAt !== null || holder.stillComingByAt !== null ? 'acknowledge' : 'eta';
}

/** A sentence's end is the script's own; what was entered may have one too. */
function bare(words: string): string {
  return words.replace(/[.\s]+$/, '');
}

/** Trades that have nothing to shut off with water. */
const DRY: readonly string[] = ['electrical', 'locksmith', 'security', 'elevator'] satisfies readonly Trade[];

/** Whether the shut-off is part of what is said: of no use to an electrician, unless water is the danger. */
export function readsShutOff({ place, row, lifeSafety }: Pick<IncidentView, 'place' | 'row' | 'lifeSafety'>): boolean {
  return place.shutOff !== '' && (lifeSafety === 'water' || !DRY.includes(row.trade));
}

function Script({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const company = useAppInfo((state) => state.info?.company) ?? 'Nightdesk';
  const desk = useSession((state) => state.session?.deskSession?.staff.name) ?? '';
  const { place, caller, row, lifeSafety } = view;
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
          address: bare(place.address),
          danger: lifeSafety === null ? '' : ` ${t(`desk.call.danger.${lifeSafety}`)}`,
          words: bare(view.text),
          shutOff: readsShutOff(view) ? t('desk.call.shutOff', { where: bare(place.shutOff) }) : '',
          resident: caller.name,
          phone: caller.phone ? phoneOf(caller.phone) : '',
        })}
      </p>
    </figure>
  );
}
