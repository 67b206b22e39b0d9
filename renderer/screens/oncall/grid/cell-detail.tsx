import { whoIsOn } from '#shared/oncall';
import { dayOf, timeOf, useText, whenOf } from '../../../app/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { planKeyOf } from '../plan-key.ts';
import { type Bar, barsIn, type Day, type Line, type StretchDraft } from '../timeline.ts';
import { findingsOf, useBarName } from './bar-words.ts';

type CellDetailProps = {
  readonly line: Line;
  readonly first: Day;
  readonly last: Day;
  readonly stretch: StretchDraft | null;
};

/** What is marked, in words: its hours, what is found about them, and the stretch that a form would begin with. */
export function CellDetail({ line, first, last, stretch }: CellDetailProps) {
  const { t, language, pick } = useText();
  const { zone, outlook, now, properties } = usePlan();
  const { where } = useKeyWords();
  const whole = { startsAt: first.startsAt, endsAt: last.endsAt };
  const isOne = first.day === last.day;
  const day = dayOf(first.startsAt, zone, language);
  const title = t('oncall.cell', {
    trade: t(`words.trade.${line.trade}`),
    role: t(`words.role.${line.role}`),
    day: isOne ? day : `${day} – ${dayOf(last.startsAt, zone, language)}`,
  });
  const place = where(line);
  const found = findingsOf(outlook?.findings ?? [], line, properties.length).filter(
    (each) => each.startsAt < whole.endsAt && each.endsAt > whole.startsAt,
  );
  // The same at other hours of these days is told once.
  const costs = [...new Set(found.map((each) => pick(each.cost)))];
  return (
    <div className="cell-words">
      <b>
        {title}
        {place !== null && ` · ${t('oncall.onlyAt', { place })}`}
      </b>
      <ul>
        {barsIn(line, whole).map((bar) => (
          <li key={`${bar.kind} ${bar.startsAt}`}>
            <span className="cell-time">
              {isOne
                ? `${timeOf(Math.max(bar.startsAt, whole.startsAt), zone)}–${bar.endsAt < whole.endsAt ? timeOf(bar.endsAt, zone) : '24:00'}`
                : whenOf(Math.max(bar.startsAt, whole.startsAt), now, zone, language)}
            </span>{' '}
            <BarWords bar={bar} />
          </li>
        ))}
        {costs.map((cost) => (
          <li key={cost} className="amber">
            {cost}
          </li>
        ))}
      </ul>
      {!isOne && stretch && (
        <p className="dim">
          {t('oncall.marked', {
            from: whenOf(stretch.startsAt, now, zone, language),
            to: whenOf(stretch.endsAt, now, zone, language),
          })}
        </p>
      )}
    </div>
  );
}

function BarWords({ bar }: { readonly bar: Bar }) {
  const { t, pick } = useText();
  const { calendar, people, nameOf, feeds } = usePlan();
  const name = useBarName();
  if (bar.kind !== 'duty') {
    const { gap } = bar;
    const lentTo = bar.kind === 'lent' ? whoIsOn(calendar.sources, { ...planKeyOf(gap), at: gap.startsAt }) : null;
    const tone = bar.kind === 'gap' ? 'red' : bar.kind === 'lent' ? 'amber' : '';
    const why = bar.kind === 'accepted' && bar.gap.accepted ? bar.gap.accepted.reason : pick(bar.cost);
    return (
      <>
        <b className={tone}>
          {name(bar)}
          {lentTo && `: ${nameOf(lentTo.responderId)}`}
        </b>
        <span className="dim"> · {why}</span>
      </>
    );
  }
  const { source, responderId } = bar.duty;
  const person = people.get(responderId);
  const words = () => {
    switch (source.kind) {
      case 'shift':
      case 'rotation':
        return null;
      case 'cover':
      case 'timeOff':
        return source.insteadOf === null
          ? t('oncall.coversNobody', { reason: source.reason })
          : t('oncall.coversFor', { name: nameOf(source.insteadOf), reason: source.reason });
      case 'feed':
        return t('oncall.fromFeed', {
          name: feeds?.feeds.find((each) => each.feed.id === source.feedId)?.feed.name ?? '',
          title: source.title,
        });
      case 'vendor':
        return t('oncall.asVendor');
    }
  };
  const said = words();
  return (
    <>
      {name(bar)}
      {said !== null && <span className="dim"> · {said}</span>}
      {person && !person.hasPhone && <span className="red"> · {t('oncall.noPhoneLong', { name: person.name })}</span>}
    </>
  );
}
