import type { IncidentView, LadderPreview } from '#shared/contract';
import { useText } from '../app/index.ts';

type TightenedProps = {
  readonly weather: NonNullable<IncidentView['weather']>;
  /** Before the dispatch: who hears of it with the first step. */
  readonly vendor?: NonNullable<LadderPreview['weather']>['vendor'];
};

/** Why the first window of a ladder is shorter than the policy says. */
export function Tightened({ weather, vendor }: TightenedProps) {
  const { t } = useText();
  const { mode, firstWindowMin } = weather;
  return (
    <p className="tightened amber">
      {t('weather.tightens', { mode: t(`weather.mode.${mode}`), minutes: firstWindowMin })}
      {vendor && `. ${t(`weather.vendor.${vendor.mode}`, { name: vendor.name })}`}
    </p>
  );
}
