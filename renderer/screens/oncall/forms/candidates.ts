import type { Responder, Trade } from '#shared/contract';

/** Who could: everybody who can be called but the one who is on, those of the trade first. */
export function candidates(
  responders: readonly Responder[],
  trade: Trade,
  holder: string | null,
): readonly Responder[] {
  const able = responders.filter((each) => each.active && each.id !== holder);
  const isOf = (each: Responder) => each.trades.includes(trade);
  return [...able.filter(isOf), ...able.filter((each) => !isOf(each))];
}
