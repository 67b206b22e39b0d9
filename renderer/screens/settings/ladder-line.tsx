import type { Ladder, Responder, Tier } from '#shared/contract';
import { stepSums } from '#shared/escalation';
import { useText } from '../../app/index.ts';
import { TierMark } from '../../parts/index.ts';
import { useTargetLabel } from './labels.ts';
import { endOf, percentOf } from './ladder-edit.ts';

type LadderLineProps = {
  readonly tier: Tier;
  readonly ladder: Ladder;
  readonly isOn: boolean;
  readonly responders: readonly Responder[];
  readonly onPick: () => void;
};

/** One ladder as a time line: a mark per step where it fires, whom it wakes beneath, the last window at its end. */
export function LadderLine({ tier, ladder, isOn, responders, onPick }: LadderLineProps) {
  const { t } = useText();
  const label = useTargetLabel(responders);
  const sums = stepSums(ladder);
  const end = endOf(ladder);
  return (
    <button
      type="button"
      className={`ladder-line ladder-${tier}${isOn ? ' is-on' : ''}`}
      aria-pressed={isOn}
      onClick={onPick}
    >
      <span className="ladder-tier">
        <TierMark tier={tier} />
        {t(`words.tierLong.${tier}`)}
      </span>
      {end === null ? (
        <span className="dim ladder-none">{t('settings.noLadder')}</span>
      ) : (
        <span className="ladder-track">
          <span className="ladder-rail" style={{ width: `${percentOf(sums.at(-1) ?? 0, end)}%` }} />
          {ladder.steps.map((step, index) => (
            <span
              // Steps have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              className="ladder-stop"
              style={{ left: `${percentOf(sums[index] ?? 0, end)}%`, width: `${stopWidth(sums, index, end)}%` }}
            >
              <b>{sums[index]}</b>
              <span className="ladder-who">{step.targets.map((each) => label(each.target)).join(' + ')}</span>
            </span>
          ))}
        </span>
      )}
      {end !== null && <span className="ladder-end">{t('settings.unansweredAt', { count: end })}</span>}
    </button>
  );
}

/** The room a stop has for its words: up to the next one, or to the end. */
function stopWidth(sums: readonly number[], index: number, end: number): number {
  return percentOf((sums[index + 1] ?? end) - (sums[index] ?? 0), end);
}
