import type { Ladder, LadderStep, PolicyOrigin, PolicyPlace, Responder, Tier } from '#shared/contract';
import { stepSums } from '#shared/escalation';
import { useText } from '../../../app/index.ts';
import { endOf, percentOf, TierMark, useTargetLabel } from '../../../parts/index.ts';
import { useOriginWords } from './place-words.ts';

type LadderLineProps = {
  readonly tier: Tier;
  readonly ladder: Ladder;
  readonly origin: PolicyOrigin;
  readonly here: PolicyPlace;
  readonly isOn: boolean;
  readonly responders: readonly Responder[];
  readonly onPick: () => void;
};

/**
 * One ladder as a time line: a mark per step where it fires, whom it wakes beneath, small marks where a channel of it comes
 * later, a line that goes on where somebody is woken whatever else, hollow names of those who are only told.
 */
export function LadderLine({ tier, ladder, origin, here, isOn, responders, onPick }: LadderLineProps) {
  const { t } = useText();
  const originWords = useOriginWords(here);
  const sums = stepSums(ladder);
  const end = endOf(ladder);
  return (
    <button
      type="button"
      className={`ladder-line ladder-${tier}${isOn ? ' is-on' : ''}${origin.place === here ? '' : ' is-inherited'}`}
      aria-pressed={isOn}
      onClick={onPick}
    >
      <span className="ladder-tier">
        <TierMark tier={tier} />
        <span>
          {t(`words.tierLong.${tier}`)}
          <span className="ladder-origin">{originWords(origin)}</span>
        </span>
      </span>
      {end === null ? (
        <span className="dim ladder-none">{t('settings.noLadder')}</span>
      ) : (
        <span className="ladder-track">
          <span className="ladder-rail" style={{ width: `${percentOf(sums.at(-1) ?? 0, end)}%` }} />
          {ladder.steps.map((step, index) => (
            <Stop
              // Steps have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              step={step}
              sum={sums[index] ?? 0}
              nextSum={sums[index + 1] ?? end}
              end={end}
              responders={responders}
            />
          ))}
        </span>
      )}
      {end !== null && <span className="ladder-end">{t('settings.unansweredAt', { count: end })}</span>}
    </button>
  );
}

type StopProps = {
  readonly step: LadderStep;
  readonly sum: number;
  readonly nextSum: number;
  readonly end: number;
  readonly responders: readonly Responder[];
};

function Stop({ step, sum, nextSum, end, responders }: StopProps) {
  const { t } = useText();
  const label = useTargetLabel(responders);
  const woken = step.targets.filter((each) => !each.isCopy);
  const copies = step.targets.filter((each) => each.isCopy);
  const goesOn = step.targets.some((each) => each.whateverElse);
  const at = (minute: number) => `${percentOf(minute, end)}%`;
  return (
    <>
      {goesOn && (
        <span
          className="ladder-else"
          style={{ left: at(sum), width: `${percentOf(end - sum, end)}%` }}
          title={t('settings.whateverElseHint')}
        />
      )}
      {delaysOf(step).map(({ channel, min }) => (
        <span
          key={`${channel} ${min}`}
          className={`ladder-delay is-${channel}`}
          style={{ left: at(sum + min) }}
          title={t('words.channel.after', { channel: t(`words.channel.${channel}`), count: min })}
        />
      ))}
      <span className="ladder-stop" style={{ left: at(sum), width: `${percentOf(nextSum - sum, end)}%` }}>
        <b className={woken.length === 0 ? 'is-hollow' : ''}>{sum}</b>
        <span className="ladder-who">
          {woken.map((each) => label(each.target)).join(' + ')}
          {copies.map((each) => (
            <span key={label(each.target)} className="ladder-copy">
              {label(each.target)}
            </span>
          ))}
        </span>
      </span>
    </>
  );
}

/** When a channel of a step is used later than the step, each once. */
function delaysOf(step: LadderStep): readonly { readonly channel: 'sms' | 'voice'; readonly min: number }[] {
  const all = step.targets.flatMap(({ afterMin = {} }) =>
    (['sms', 'voice'] as const).flatMap((channel) => {
      const min = afterMin[channel] ?? 0;
      return min > 0 ? [{ channel, min }] : [];
    }),
  );
  return [...new Map(all.map((each) => [`${each.channel} ${each.min}`, each])).values()];
}
