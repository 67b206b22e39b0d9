import { dayOf, timeOf, useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import type { Person } from './people.ts';
import { type Bar, barsIn, type Day, type Line } from './timeline.ts';

type CellDetailProps = {
  readonly line: Line | undefined;
  readonly day: Day | undefined;
  readonly zone: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly placeName: (propertyId: string) => string;
  readonly onCover: () => void;
};

/** The hours of the marked cell in words, and what can be done about them. */
export function CellDetail({ line, day, zone, people, placeName, onCover }: CellDetailProps) {
  const { t, language } = useText();
  if (!line || !day) return <p className="cell-detail dim">{t('oncall.cellEmpty')}</p>;
  const title = t('oncall.cell', {
    trade: t(`words.trade.${line.trade}`),
    role: t(`words.role.${line.role}`),
    day: dayOf(day.startsAt, zone, language),
  });
  const place = line.propertyId === null ? '' : ` · ${t('oncall.onlyAt', { place: placeName(line.propertyId) })}`;
  return (
    <div className="cell-detail">
      <div className="cell-words">
        <b>
          {title}
          {place}
        </b>
        <ul>
          {barsIn(line, day).map((bar) => (
            <li key={`${bar.kind} ${bar.startsAt}`}>
              <span className="cell-time">
                {timeOf(Math.max(bar.startsAt, day.startsAt), zone)}–
                {bar.endsAt < day.endsAt ? timeOf(bar.endsAt, zone) : '24:00'}
              </span>{' '}
              <BarWords bar={bar} people={people} />
            </li>
          ))}
        </ul>
      </div>
      <p className="faint cell-hint">{t('oncall.cellHint')}</p>
      <ActionButton label={t('oncall.coverThis')} cap="C" kind="main" onPress={onCover} />
    </div>
  );
}

function BarWords({ bar, people }: { readonly bar: Bar; readonly people: ReadonlyMap<string, Person> }) {
  const { t, pick } = useText();
  if (bar.kind !== 'duty') {
    const isGap = bar.kind === 'gap';
    return (
      <>
        <b className={isGap ? 'red' : 'amber'}>{isGap ? t('oncall.nobody') : t('oncall.byGeneral')}</b>
        <span className="dim"> · {pick(bar.cost)}</span>
      </>
    );
  }
  const person = people.get(bar.duty.responderId);
  const { source } = bar.duty;
  const name = (id: string) => people.get(id)?.name ?? id;
  return (
    <>
      {name(bar.duty.responderId)}
      {source.kind === 'cover' && (
        <span className="dim">
          {' · '}
          {source.insteadOf === null
            ? t('oncall.coversNobody', { reason: source.reason })
            : t('oncall.coversFor', { name: name(source.insteadOf), reason: source.reason })}
        </span>
      )}
      {person && !person.hasPhone && <span className="red"> · {t('oncall.noPhoneLong', { name: person.name })}</span>}
    </>
  );
}
