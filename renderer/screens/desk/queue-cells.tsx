import { createContext, useContext } from 'react';
import type { QueueRow } from '#shared/contract';
import { shortName, useText, type useWhen } from '../../app/index.ts';
import { Countdown, TierMark } from '../../parts/index.ts';
import { useQueue } from '../../stores/index.ts';

/** The row whose cells are drawn; undefined until it has been fetched. One subscription per line, not one per cell. */
export const RowContext = createContext<QueueRow | undefined>(undefined);

/** How instants are written; asked for once by the list, because hundreds of cells come and go in a second of scrolling. */
export const WhenContext = createContext<ReturnType<typeof useWhen>>(String);

/** The row of a line of the queue, as far as it is known. */
export const useRow = (id: string): QueueRow | undefined => useQueue((state) => state.rows.get(id));

export function Mark() {
  const row = useContext(RowContext);
  return <td className="cell-mark">{row && <TierMark tier={row.tier} />}</td>;
}

export function Label() {
  const row = useContext(RowContext);
  return <td className="cell-number">{row && `#${row.number}`}</td>;
}

/** Who has it or is awaited, in a few words. */
function useWho(row: QueueRow | undefined): string {
  const { t } = useText();
  const when = useContext(WhenContext);
  if (!row) return '';
  const who = row.who.map(shortName).join(', ');
  if (row.partOf !== undefined && row.status === 'running') return '';
  switch (row.status) {
    case 'running':
      return who ? t('desk.queue.waitingFor', { who }) : t('desk.queue.nobody');
    case 'unanswered':
      return t('desk.now.unanswered');
    case 'acknowledged':
      return t('desk.queue.has', { who });
    case 'onSite':
      return t('desk.queue.onSite', { who });
    case 'morning':
      return row.next ? t('desk.queue.told', { time: when(row.next.dueAt) }) : '';
    case 'resolved':
      return t('desk.queue.done');
  }
}

export function Where() {
  const { t } = useText();
  const row = useContext(RowContext);
  const who = useWho(row);
  if (!row) return <td className="cell-where is-empty" />;
  return (
    <td className="cell-where">
      <span className="cell-line">
        <b>{row.place}</b> · {row.text}
      </span>
      <span className="cell-line cell-small">
        {row.isAlarmed && (
          <svg className="bell" viewBox="0 0 16 16" role="img" aria-label={t('desk.queue.alarmed')}>
            <path
              d="M8 1.5a4 4 0 0 0-4 4v3L2.5 11v1h11v-1L12 8.5v-3a4 4 0 0 0-4-4zM6.3 13a1.8 1.8 0 0 0 3.4 0z"
              fill="currentColor"
            />
          </svg>
        )}
        {row.unreadWords !== undefined && <Unread count={row.unreadWords} />}
        {t(`words.category.${row.category}`)}
        {row.callerName && ` · ${row.callerName}`}
        {row.callerLanguage === 'es' && ' · es'}
        {row.hasVolunteeredNeed && (
          <span role="img" aria-label={t('desk.queue.need')}>
            {' '}
            ⚑
          </span>
        )}
        {row.parts !== undefined && <b> · {t('desk.queue.units', { more: row.parts })}</b>}
        {who && ` · ${who}`}
        {row.isUnchecked && <span className="amber"> · {t('desk.queue.unchecked')}</span>}
      </span>
    </td>
  );
}

/** The resident has written since anybody looked. */
function Unread({ count }: { readonly count: number }) {
  const { t } = useText();
  return (
    <span className="unread" role="img" aria-label={t('desk.queue.unread', { texts: count })}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1.5 3h13v10h-13zM1.5 3.5 8 9l6.5-5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
      {count}
    </span>
  );
}

export function Left() {
  const row = useContext(RowContext);
  return <td className="cell-left">{row && <LeftOf row={row} />}</td>;
}

function LeftOf({ row }: { readonly row: QueueRow }) {
  const { t } = useText();
  const when = useContext(WhenContext);
  if (row.status === 'resolved') return <small>{t('desk.queue.done')}</small>;
  // What moves it on runs at another; there it is counted.
  if (row.partOf !== undefined) {
    return (
      <>
        <span className="cell-when">#{row.partOf}</span>
        <small>{t('desk.queue.goesWith')}</small>
      </>
    );
  }
  if (row.status === 'onSite') {
    return (
      <>
        <span className="digits tone-ok">{t('desk.queue.here')}</span>
        <small>{t('desk.queue.onSiteShort')}</small>
      </>
    );
  }
  if (!row.next) {
    // Nothing runs, so nothing is counted: when it was reported, in letters that are no countdown's.
    return (
      <>
        <span className="cell-when">{when(row.firstContactAt)}</span>
        <small>{t('desk.queue.reportedShort')}</small>
      </>
    );
  }
  if (row.status === 'morning') {
    return (
      <>
        <span className="cell-when">{when(row.next.dueAt)}</span>
        <small>{t('desk.queue.morning').toLowerCase()}</small>
      </>
    );
  }
  return (
    <>
      <Countdown dueAt={row.next.dueAt} kind={row.next.kind} />
      {row.heldUntilAt === undefined ? (
        <small>{clockWords(row, t)}</small>
      ) : (
        <small className="amber">{t('desk.queue.held', { time: when(row.heldUntilAt) })}</small>
      )}
    </>
  );
}

/** The words under the digits. */
function clockWords(row: QueueRow, t: ReturnType<typeof useText>['t']): string {
  if (!row.next) return '';
  if (row.next.kind === 'eta') return t('desk.queue.toEta');
  if (row.next.kind === 'step' && row.step) {
    const { fired, of, round } = row.step;
    return round > 1 ? t('desk.queue.stepRound', { round, fired, of }) : t('desk.queue.step', { fired, of });
  }
  return t(`words.clock.${row.next.kind}`);
}
