import { useText } from '../../../app/index.ts';
import { LOOKS } from './bar-words.ts';

/** What the bars mean. */
export function Legend() {
  const { t } = useText();
  return (
    <ul className="legend" aria-label={t('oncall.legend.label')}>
      {LOOKS.map((look) => (
        <li key={look}>
          <span className={`legend-bar bar-${look}`} aria-hidden="true" />
          {t(`oncall.legend.${look}`)}
        </li>
      ))}
      <li>
        <span className="legend-bar legend-warning" aria-hidden="true" />
        {t('oncall.legend.warning')}
      </li>
    </ul>
  );
}
