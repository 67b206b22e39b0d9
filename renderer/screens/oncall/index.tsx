import { timeOf, useText, useZone } from '../../app/index.ts';
import { useOnCall } from '../../stores/index.ts';

/** Who is on call now, trade by trade. */
export function OnCall() {
  const { t } = useText();
  const zone = useZone();
  const trades = useOnCall((state) => state.trades);
  return (
    <div className="screen-plain">
      <h1>{t('frame.screens.oncall')}</h1>
      <ul>
        {trades.map((trade) => (
          <li key={trade.trade}>
            {t(`words.trade.${trade.trade}`)}: {trade.primary?.name ?? t('frame.nobodyOnCall')}
            {trade.primary && ` (→ ${timeOf(trade.primary.untilAt, zone)})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
