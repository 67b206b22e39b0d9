import type { Category, Ladder, Tier, WeatherMode } from '#shared/contract';
import { tightened } from '#shared/escalation';
import type { WeatherInForce } from './events.ts';

/** What cannot wait in which weather: pipes burst in a frost and pumps stop without power; in a heat wave cooling and water. */
const TIGHTENS: Readonly<Record<Exclude<WeatherMode, 'none'>, readonly Category[]>> = {
  freeze: ['heat', 'plumbing', 'sewer', 'electrical'],
  heat: ['cooling', 'plumbing', 'electrical'],
};

/**
 * The ladder of a tier as the weather at the property makes it, with the mode where there is one that counts for it. Asked
 * when a ladder begins; one that runs keeps what it began with.
 */
export function ladderInWeather(
  ladder: Ladder,
  about: { readonly tier: Tier; readonly category: Category },
  weather: WeatherInForce | null,
): { readonly ladder: Ladder; readonly weather?: WeatherInForce } {
  if (!weather || about.tier !== 'P1' || !TIGHTENS[weather.mode].includes(about.category)) return { ladder };
  return { ladder: tightened(ladder, weather.firstWindowMin), weather };
}
