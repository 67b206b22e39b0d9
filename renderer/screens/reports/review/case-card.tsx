import { type ReviewItem, TRIAGE_MARKS, type TriageMark } from '#shared/contract';
import { type IncidentEvent, type IncidentEventType, marksThatFit, narrate } from '#shared/incident';
import { useKeys, useText, useWhen, useZone } from '../../../app/index.ts';
import { ActionButton, Highlighted, reasonLabel, TierMark } from '../../../parts/index.ts';
import { api, go, useCore } from '../../../stores/index.ts';
import { MARK_KEYS } from './order.ts';

/** One incident, with what was said, what triage made of it, what came of it, and the three marks. */
export function CaseCard(props: { readonly item: ReviewItem; readonly onMark: (mark: TriageMark) => void }) {
  const { item, onMark } = props;
  const { row, judged, mark } = item;
  const { t, language } = useText();
  const when = useWhen();
  const answer = useCore(`case ${row.id}`, [`incident:${row.id}`], () => api.incident.get.query({ id: row.id }));
  // Until this one has come the answer is still the incident before it, whose signs lie in another text.
  const view = answer?.row.id === row.id ? answer : null;
  const open = () => go('desk', row.id);
  useKeys({ o: open });
  return (
    <article className="card case-card" aria-label={`#${row.number} ${row.place}`}>
      <header className="case-head">
        <h2>
          <span className="dim">#{row.number}</span> {row.place}
        </h2>
        <span className="dim">{when(row.firstContactAt)}</span>
        <ActionButton label={t('reports.review.open')} cap="O" kind="quiet" onPress={open} />
      </header>
      <p className="case-said">
        “<Highlighted text={row.text} spans={view?.reasons ?? []} />”
      </p>
      <p className="case-judged">
        {t('reports.review.gave')} <TierMark tier={judged.tier} />
        <span>
          <b>{t(`words.tierLong.${judged.tier}`)}</b> · {t(`words.category.${judged.category}`)}
        </span>
      </p>
      <p className="dim case-reasons">
        {view?.reasons.length === 0
          ? t('reports.review.noReasons')
          : [...new Set(view?.reasons.map(({ code }) => reasonLabel(code, language)))].join(' · ')}
      </p>
      <div className="case-marks">
        <span className="dim">{t('reports.review.marking')}</span>
        {TRIAGE_MARKS.map((each) => (
          <ActionButton
            key={each}
            label={t(`reports.review.mark.${each}`)}
            cap={MARK_KEYS[each]}
            kind={mark?.mark === each ? 'main' : 'plain'}
            isDisabled={!marksThatFit(judged).includes(each)}
            onPress={() => onMark(each)}
          />
        ))}
        {mark && (
          <span className="dim">
            {t('reports.review.markedBy', {
              mark: t(`reports.review.mark.${mark.mark}`),
              name: mark.by,
              when: when(mark.at),
            })}
          </span>
        )}
      </div>
      {view && <After logged={view.events} />}
    </article>
  );
}

/** By these the manager sees in the morning what it really was. */
const TELLING: readonly IncidentEventType[] = [
  'tierChanged',
  'saidNotEmergency',
  'contactJoined',
  'resolved',
  'reopened',
  'followUpAnswered',
  'noted',
  'emergencyCallAnswered',
];

type Logged = { readonly seq: number; readonly event?: unknown };

function After({ logged }: { readonly logged: readonly Logged[] }) {
  const { t, language } = useText();
  const zone = useZone();
  const when = useWhen();
  const lines = logged.flatMap((line) => {
    const { seq } = line;
    const event = line.event as IncidentEvent; // the core of this build wrote it
    const isChoice = event.type === 'reported' && event.tier !== event.verdict.tier;
    return isChoice || TELLING.includes(event.type) ? [{ seq, event }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <section className="case-after">
      <h3 className="overline">{t('reports.review.after')}</h3>
      <ol>
        {lines.map(({ seq, event }) => {
          const { sentence, words } = narrate(event, language, zone);
          return (
            <li key={seq}>
              <time className="dim" dateTime={new Date(event.at).toISOString()}>
                {when(event.at)}
              </time>
              <span>
                {sentence}
                {words !== null && event.type !== 'reported' && <span className="dim"> “{words}”</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
