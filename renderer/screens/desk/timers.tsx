import type { TimerView } from '#shared/contract';
import { shortName, timeOf, useText, useZone } from '../../app/index.ts';
import { Countdown, Empty, TierMark } from '../../parts/index.ts';
import { go, showPanel, useTimers } from '../../stores/index.ts';

/** Texts to residents run by themselves; they are in the conversation, not among what a person must watch. */
const isWatched = (timer: TimerView) => timer.kind !== 'residentText' && timer.kind !== 'sla';

/** One big countdown per running clock, soonest on top; those of the chosen incident are marked. */
export function Timers({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useText();
  const timers = useTimers((state) => state.timers);
  const watched = timers.filter(isWatched).toSorted((a, b) => a.dueAt - b.dueAt);
  return (
    <section className="timers" aria-label={t('desk.timers.label')}>
      {watched.length === 0 && <Empty title={t('desk.timers.empty')}>{t('desk.timers.emptyWords')}</Empty>}
      <ol>
        {watched.map((timer) => (
          <li key={`${timer.incidentId} ${timer.kind}`}>
            <Timer timer={timer} isSelected={timer.incidentId === selectedId} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Timer({ timer, isSelected }: { readonly timer: TimerView; readonly isSelected: boolean }) {
  const { t } = useText();
  const zone = useZone();
  const names = timer.names.map(shortName).join(', ');
  return (
    <button
      type="button"
      className={`timer${isSelected ? ' is-selected' : ''}`}
      onClick={() => {
        go('desk', timer.incidentId);
        showPanel('incident');
      }}
    >
      <span className="timer-head">
        <TierMark tier={timer.tier} />
        <span>
          #{timer.number} {timer.place}
        </span>
      </span>
      <span className="timer-main">
        <Countdown dueAt={timer.dueAt} kind={timer.kind} tier={timer.tier} />
        <span className="timer-kind">{t(`words.clock.${timer.kind}`)}</span>
      </span>
      <span className="timer-foot">
        {names && `${t(`words.clockThen.${timer.kind}`)} ${names} · `}
        {t('desk.timers.due', { time: timeOf(timer.dueAt, zone) })}
      </span>
    </button>
  );
}
