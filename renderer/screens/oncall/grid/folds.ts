import type { Trade } from '#shared/contract';
import type { Line } from '../timeline.ts';

/** More lines than this below a trade's own are folded away until somebody opens them. */
const MOST_OPEN = 4;

export type TradeLines = {
  readonly trade: Trade;
  /** Lines of the whole company, always in sight. */
  readonly own: readonly Line[];
  /** Those of groups and properties. */
  readonly below: readonly Line[];
  readonly isOpen: boolean;
};

/** Lines by trade; `turned` are the trades whose fold somebody has turned from how it begins. */
export function foldedLines(lines: readonly Line[], turned: ReadonlySet<Trade>): readonly TradeLines[] {
  const trades = [...new Set(lines.map((line) => line.trade))];
  return trades.map((trade) => {
    const ofTrade = lines.filter((line) => line.trade === trade);
    const own = ofTrade.filter((line) => line.propertyId === null && line.group === null);
    const below = ofTrade.filter((line) => !own.includes(line));
    const isOpen = below.length <= MOST_OPEN !== turned.has(trade);
    return { trade, own, below, isOpen };
  });
}

/** The lines that are in sight, from top to bottom. */
export function inSight(folded: readonly TradeLines[]): readonly Line[] {
  return folded.flatMap(({ own, below, isOpen }) => (isOpen || own.length === 0 ? [...own, ...below] : own));
}
