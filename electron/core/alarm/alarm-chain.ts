import type { Manager } from '#core/clockwork';

/** Calls outside the desk when nobody there hears an alarm. */
export function alarmChain(): Manager {
  return { name: 'alarm-chain', nextDueAt: () => null, run: () => undefined };
}
