import type { IncidentView } from '#shared/contract';
import { useText } from '../app/index.ts';

/** Why the first window of a ladder is shorter than the policy says. */
export function Tightened({ weather }: { readonly weather: NonNullable<IncidentView['weather']> }) {
  const { t } = useText();
  const { mode, firstWindowMin } = weather;
  return (
    <p className="hint amber">{t('weather.tightens', { mode: t(`weather.mode.${mode}`), minutes: firstWindowMin })}</p>
  );
}
