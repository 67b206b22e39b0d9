import { type CalendarView, type Instant, SHIFT_ROLES, type ShiftRole, TRADES, type Trade } from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import type { PlanKey, Stretch } from '../plan-key.ts';
import { gapKind } from '../timeline.ts';
import { fieldOf } from '../wall-input.ts';

export type CalendarFilter = { readonly trade: Trade | 'all'; readonly role: ShiftRole | 'all' };

/** One block of the week or month. Times are the company's wall clock, which the calendar takes without a zone. */
export type Block = {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly className: string;
  /** Gaps first, then the order of the trades. */
  readonly rank: number;
  /** The sentence of a gap's cost; empty for a duty. */
  readonly cost: string;
};

export type BlockWords = {
  readonly trade: (trade: Trade) => string;
  readonly role: (role: ShiftRole) => string;
  readonly person: (responderId: string) => { readonly name: string; readonly hue: number };
  readonly nobody: string;
  readonly byGeneral: string;
  readonly byVendor: string;
  readonly accepted: (staffId: string) => string;
  /** What stands behind the name of somebody who stands in. */
  readonly mark: Readonly<Record<'cover' | 'timeOff' | 'vendor', string>>;
  /** Null for the whole company. */
  readonly place: (key: PlanKey) => string | null;
  readonly cost: (gap: CalendarView['gaps'][number]) => string;
};

/** A duty that was handed over by this hour counts as the night before, so that a week of turns is one block. */
export const MORNING_HOURS = 9;
const HOUR_MS = 3_600_000;
const GAP_RANK = { gap: 0, accepted: 1, lent: 1 } as const;

/**
 * What the calendar draws of `[from, …)`: every duty and every gap that passes the filter. Blocks that begin inside the
 * window say when; the tail of a duty that ends on the first morning is left out.
 */
export function blocksOf(
  view: CalendarView,
  from: Instant,
  filter: CalendarFilter,
  words: BlockWords,
): readonly Block[] {
  const passes = (key: PlanKey) =>
    (filter.trade === 'all' || filter.trade === key.trade) && (filter.role === 'all' || filter.role === key.role);
  const span = (stretch: Stretch) => ({
    start: fieldOf(stretch.startsAt, view.zone),
    end: fieldOf(stretch.endsAt, view.zone),
  });
  const since = (stretch: Stretch) =>
    stretch.startsAt > from ? `${formatInZone(stretch.startsAt, view.zone, 'en', 'time')} ` : '';
  const order = (key: PlanKey) => 2 + TRADES.indexOf(key.trade) * 2 + SHIFT_ROLES.indexOf(key.role);
  const name = (key: PlanKey) => {
    const duty = key.role === 'primary' ? words.trade(key.trade) : `${words.trade(key.trade)} ${words.role(key.role)}`;
    // At one property or group only: without its name it would read as a second person for the whole company.
    const place = words.place(key);
    return place === null ? duty : `${duty}, ${place}`;
  };
  const gaps = view.gaps.filter(passes).map((gap, index): Block => {
    const kind = gapKind(gap);
    const instead = gap.coveredBy === 'vendor' ? words.byVendor : words.byGeneral;
    const said = { gap: words.nobody, accepted: words.accepted(gap.accepted?.by ?? ''), lent: instead }[kind];
    return {
      ...span(gap),
      id: `gap ${index}`,
      title: `${since(gap)}${name(gap)} · ${said}`,
      className: `block block-${kind}`,
      rank: GAP_RANK[kind],
      cost: words.cost(gap),
    };
  });
  const duties = view.duties
    .filter((duty) => passes(duty) && duty.endsAt - from > MORNING_HOURS * HOUR_MS)
    .map((duty, index): Block => {
      const person = words.person(duty.responderId);
      const { kind } = duty.source;
      const mark = kind === 'cover' || kind === 'timeOff' || kind === 'vendor' ? ` (${words.mark[kind]})` : '';
      const isOwn = duty.propertyId !== null || duty.group !== null;
      return {
        ...span(duty),
        id: `duty ${index}`,
        title: `${since(duty)}${name(duty)} · ${person.name}${mark}`,
        className: `block who-${person.hue} block-${kind}${isOwn ? ' is-own' : ''}`,
        rank: order(duty),
        cost: '',
      };
    });
  return [...gaps, ...duties];
}
