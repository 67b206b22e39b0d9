import { useStatus } from '../stores/index.ts';
import { useText } from './i18n.ts';
import { useWhen } from './surroundings.ts';

/** The weather mode that is on, since when and for what; nothing where none is on and the weather is known. */
export function WeatherDot() {
  const { t } = useText();
  const when = useWhen();
  const first = useStatus((state) => state.status?.weather.find((each) => each.mode !== 'none' || each.isUnknown));
  if (!first) return null;
  const { mode, since, isUnknown } = first;
  const words =
    mode === 'none' || since === null ? t('weather.unknown') : t(`weather.dot.${mode}`, { time: when(since) });
  return <li className={`dot dot-${isUnknown ? 'down' : 'warn'}`}>{words}</li>;
}
