import { openDeskSession, runningCount } from '#core/store';
import type { Parts } from './parts.ts';

/**
 * Whether this computer has to stay awake: somebody is signed in, a ladder climbs, or residents can write to a number that
 * nobody else watches. The practice gateway has no number.
 */
export function mustStayAwake({ store, gateway }: Pick<Parts, 'store' | 'gateway'>): boolean {
  const isChannelOn = gateway.practice() === null && gateway.driver().capabilities.hasInbound;
  return isChannelOn || openDeskSession(store.read) !== null || runningCount(store.read) > 0;
}
