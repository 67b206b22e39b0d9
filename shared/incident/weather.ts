import type { Category, Ladder, Tier, WeatherMode } from '#shared/contract';
import { tightened } from '#shared/escalation';
import type { WeatherNow } from './commands.ts';
import type { VendorMode, WeatherInForce } from './events.ts';

/** What cannot wait in which weather: pipes burst in a frost and pumps stop without power; in a heat wave cooling and water. */
const TIGHTENS: Readonly<Record<Exclude<WeatherMode, 'none'>, readonly Category[]>> = {
  freeze: ['heat', 'plumbing', 'sewer', 'electrical'],
  heat: ['cooling', 'plumbing', 'electrical'],
};

type About = { readonly tier: Tier; readonly category: Category };

/** Whether the weather makes this one worse than the tier says. */
export function isWorseInWeather({ tier, category }: About, weather: WeatherNow | null): weather is WeatherNow {
  return weather !== null && tier === 'P1' && TIGHTENS[weather.mode].includes(category);
}

/**
 * The ladder of a tier as the weather at the property makes it, with the mode where there is one that counts for it. Asked
 * when a ladder begins; one that runs keeps what it began with.
 */
export function ladderInWeather(
  ladder: Ladder,
  about: About,
  now: WeatherNow | null,
): { readonly ladder: Ladder; readonly weather?: WeatherInForce } {
  if (!isWorseInWeather(about, now)) return { ladder };
  const { mayGo: _mayGo, ...weather } = now;
  return { ladder: tightened(ladder, weather.firstWindowMin), weather };
}

/** To go at once is asked only of a vendor whose call-out is signed for, also where another one passed it on. */
export function signedFor(mode: VendorMode, responderId: string, weather: WeatherNow | null): VendorMode {
  return mode === 'go' && !weather?.mayGo.includes(responderId) ? 'standBy' : mode;
}
