import { dayOf, phoneOf, useText, whenOf } from '../../../app/index.ts';
import { useAppInfo, useSession } from '../../../stores/index.ts';
import { BarView } from '../grid/bar-view.tsx';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { keyOf } from '../plan-key.ts';
import { type Day, type Line, linesOf } from '../timeline.ts';
import { zoneNamesOf } from '../wall-input.ts';
import { numbersOf, openGaps } from './on-paper.ts';
import './print.css';

/** One page for the wall: who is on in the shown days, their numbers, what is open, and when this was made. */
export function PrintSheet({ days }: { readonly days: readonly Day[] }) {
  const { t, language } = useText();
  const { calendar, zone, now } = usePlan();
  const company = useAppInfo((state) => state.info?.company ?? '');
  const madeBy = useSession((state) => state.session?.deskSession?.staff.name ?? '');
  const from = days[0]?.startsAt ?? 0;
  const to = days.at(-1)?.endsAt ?? from;
  const lines = linesOf(calendar, from, to);
  return (
    <div className="print-sheet" style={{ '--print-lines': lines.length } as React.CSSProperties}>
      <header className="print-head">
        <h2>
          {company} · {t('oncall.title')}
        </h2>
        <b>
          {dayOf(from, zone, language)} – {dayOf(to - 1, zone, language)}
        </b>
        <span>{t('oncall.zone', { abbreviation: zoneNamesOf(from, to, zone), zone })}</span>
        <span className="print-made">
          {t('printing.made', {
            time: `${dayOf(now, zone, language)} ${whenOf(now, now, zone, language)}`,
            name: madeBy,
          })}
        </span>
      </header>
      <PrintTable lines={lines} days={days} />
      <div className="print-foot">
        <Numbers from={from} to={to} />
        <Gaps from={from} to={to} />
      </div>
    </div>
  );
}

function PrintTable({ lines, days }: { readonly lines: readonly Line[]; readonly days: readonly Day[] }) {
  const { t, language } = useText();
  const { zone } = usePlan();
  const { where } = useKeyWords();
  return (
    <table className="print-table">
      <thead>
        <tr>
          <th className="print-label">{t('oncall.tradeAndRole')}</th>
          {days.map((day) => (
            <th key={day.day}>{dayHead(dayOf(day.startsAt, zone, language), days.length)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.key} className={lines[index - 1]?.trade === line.trade ? undefined : 'is-first'}>
            <th scope="row" className="print-label">
              <b>{lines[index - 1]?.trade === line.trade ? '' : t(`words.trade.${line.trade}`)}</b> {where(line)}{' '}
              <span>{t(`words.role.${line.role}`)}</span>
              <span className="print-bars">
                {line.bars.map((bar) => (
                  <BarView key={`${bar.kind} ${bar.startsAt}`} bar={bar} days={days} isOnPaper />
                ))}
              </span>
            </th>
            {days.map((day) => (
              <td key={day.day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `Fri 20 Nov` as short as the columns are narrow: a week has room for it, two for `Fri 20`, a month for `20`. */
function dayHead(day: string, count: number): string {
  const [weekday = '', number = ''] = day.split(' ');
  return count <= 7 ? day : count <= 14 ? `${weekday} ${number}` : number;
}

/** Everybody who is on in these days, with their number. */
function Numbers({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useText();
  const { calendar } = usePlan();
  const people = numbersOf(calendar, { startsAt: from, endsAt: to });
  return (
    <section>
      <h3>{t('printing.numbers')}</h3>
      <ul className="print-numbers">
        {people.map(({ id, name, phone }) => (
          <li key={id}>
            <span>{name}</span> <b>{phone === null ? t('oncall.noPhone') : phoneOf(phone)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_GAPS = 8;

function Gaps({ from, to }: { readonly from: number; readonly to: number }) {
  const { t, language } = useText();
  const { calendar, zone, now } = usePlan();
  const { full } = useKeyWords();
  const gaps = openGaps(calendar, { startsAt: Math.max(from, now), endsAt: to });
  const when = (at: number) => whenOf(at, now, zone, language);
  return (
    <section>
      <h3>{t('printing.gaps')}</h3>
      {gaps.length === 0 && <p>{t('oncall.noGaps')}</p>}
      <ul className="print-gaps">
        {gaps.slice(0, MOST_GAPS).map((gap) => (
          <li key={`${keyOf(gap)} ${gap.startsAt}`}>
            <b>{full(gap)}</b> {t('oncall.gapSpan', { from: when(gap.startsAt), to: when(gap.endsAt) })}
          </li>
        ))}
      </ul>
      {gaps.length > MOST_GAPS && <p>{t('printing.moreGaps', { count: gaps.length - MOST_GAPS })}</p>}
    </section>
  );
}
