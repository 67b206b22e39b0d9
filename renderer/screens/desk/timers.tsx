import type { TimerView } from '#shared/contract';
import { shortName, useText, useWhen } from '../../app/index.ts';
import { Countdown, Empty, TierMark } from '../../parts/index.ts';
import { openIncident, useTimers } from '../../stores/index.ts';

/** One big countdown per running clock, soonest on top; those of the chosen incident are marked. */
export function Timers({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useText();
  const running = useTimers((state) => state.timers);
  // An estimate is shown at its time and fires after its grace.
  const timers = running.toSorted((a, b) => a.dueAt - b.dueAt);
  return (
    <section className="timers" aria-label={t('desk.timers.label')}>
      {timers.length === 0 && <Empty title={t('desk.timers.empty')}>{t('desk.timers.emptyWords')}</Empty>}
      <ol>
        {timers.map((timer) => (
          <li key={`${timer.incidentId} ${timer.kind} ${timer.token}`}>
            <Timer timer={timer} isSelected={timer.incidentId === selectedId} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Timer({ timer, isSelected }: { readonly timer: TimerView; readonly isSelected: boolean }) {
  const { t } = useText();
  const when = useWhen();
  const names = timer.names.map(shortName).join(', ');
  return (
    <button
      type="button"
      className={`timer${isSelected ? ' is-selected' : ''}`}
      onClick={() => openIncident(timer.incidentId)}
    >
      <span className="timer-head">
        <TierMark tier={timer.tier} />
        <span>
          #{timer.number} {timer.place}
        </span>
      </span>
      <span className="timer-main">
        <Countdown dueAt={timer.dueAt} kind={timer.kind} />
        <span className="timer-kind">{t(`words.clock.${timer.kind}`)}</span>
      </span>
      <span className="timer-foot">
        {names && `${t(`words.clockThen.${timer.kind}`)} ${names} · `}
        {t('desk.timers.due', { time: when(timer.dueAt) })}
      </span>
    </button>
  );
}
