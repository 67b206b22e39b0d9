import type { LoadRow, LoadView } from '#shared/contract';
import { dayAt, instantOfWallTime } from '#shared/oncall';
import { dayOf, useText } from '../../../app/index.ts';
import { Empty } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import { usePlan } from '../plan-context.tsx';
import { Who } from '../sources/sources.tsx';
import { peopleOf } from './rows.ts';
import './load.css';

const DAYS = 28;
const HALF_DAY_MS = 12 * 60 * 60_000;

/** How the nights are spread over the people: the last four weeks and the next four. */
export function LoadPane() {
  const { t } = useText();
  const { now, zone } = usePlan();
  // By noons, so that no night is cut in two: the one that runs belongs to what is to come.
  const today = dayAt(zone, now - HALF_DAY_MS);
  const noon = (day: number) => instantOfWallTime(zone, day, '12:00');
  const [from, middle, to] = [noon(today - DAYS), noon(today), noon(today + DAYS)];
  const topics = ['oncall', 'portfolio', 'queue'];
  const past = useCore(`load ${from}`, topics, () => api.oncall.load.query({ from, to: middle }));
  const next = useCore(`load ${middle}`, topics, () => api.oncall.load.query({ from: middle, to }));
  return (
    <section id="final-schedule" role="tabpanel" aria-label={t('oncall.load')} className="load-pane">
      <p className="dim">{t('load.means')}</p>
      {past && next && <LoadTable past={past} next={next} />}
    </section>
  );
}

function LoadTable({ past, next }: { readonly past: LoadView; readonly next: LoadView }) {
  const { t, language } = useText();
  const { zone } = usePlan();
  const people = peopleOf(past, next);
  if (people.length === 0) return <Empty title={t('load.empty')} />;
  const most = Math.max(1, ...people.flatMap((each) => [each.past.nights, each.next.nights]));
  const span = (view: LoadView) => `${dayOf(view.from, zone, language)} – ${dayOf(view.to - 1, zone, language)}`;
  return (
    <div className="sheet-frame">
      <table className="sheet load-table">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('load.person')}
            </th>
            <th colSpan={4} scope="colgroup" className="load-side">
              {t('load.past')} <span className="faint">{span(past)}</span>
            </th>
            <th colSpan={3} scope="colgroup" className="load-side">
              {t('load.next')} <span className="faint">{span(next)}</span>
            </th>
          </tr>
          <tr>
            <th scope="col" className="load-side">
              {t('load.nights')}
            </th>
            <th scope="col">{t('load.weekendNights')}</th>
            <th scope="col">{t('load.hours')}</th>
            <th scope="col">{t('load.wakeUps')}</th>
            <th scope="col" className="load-side">
              {t('load.nights')}
            </th>
            <th scope="col">{t('load.weekendNights')}</th>
            <th scope="col">{t('load.hours')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((each) => (
            <tr key={each.responderId}>
              <th scope="row">
                <Who id={each.responderId} />
              </th>
              <Nights row={each.past} most={most} />
              <td className="num">{each.past.weekendNights}</td>
              <td className="num">{Math.round(each.past.hours)}</td>
              <td className={`num${each.past.wakeUps > 0 ? '' : ' faint'}`}>{each.past.wakeUps}</td>
              <Nights row={each.next} most={most} />
              <td className="num">{each.next.weekendNights}</td>
              <td className="num">{Math.round(each.next.hours)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('load.spread')}</th>
            <td colSpan={4} className="load-side">
              {t('load.spreadNights', { count: past.spreadNights })}
            </td>
            <td colSpan={3} className="load-side">
              {t('load.spreadNights', { count: next.spreadNights })}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Nights as a bar, those of the weekend darker; the number stands beside it. */
function Nights({ row, most }: { readonly row: LoadRow; readonly most: number }) {
  const share = (nights: number) => `${(nights / most) * 100}%`;
  return (
    <td className="load-side">
      <span className="load-nights">
        <span className="load-number">{row.nights}</span>
        <span className="load-bar" aria-hidden="true">
          <span className="load-weekend" style={{ width: share(row.weekendNights) }} />
          <span className="load-week" style={{ width: share(row.nights - row.weekendNights) }} />
        </span>
      </span>
    </td>
  );
}
