import type { Draft } from './draft.ts';
import { nextVendor, sendVendor } from './send-vendor.ts';
import { isWorseInWeather } from './weather.ts';

/**
 * In weather that makes it worse the emergency vendor hears of it with the first person: to go where that is signed for,
 * else to be ready. Once, whatever ladders follow; where there is none to ask, the ladder's own steps are left.
 */
export function askVendorForWeather(draft: Draft): void {
  const { state, context } = draft;
  const hasVendor = state.vendor !== null || !isWorseInWeather(state, context.weather);
  if (hasVendor || !nextVendor(state, context)) return;
  sendVendor(draft, { mode: 'go', reason: '' });
}
