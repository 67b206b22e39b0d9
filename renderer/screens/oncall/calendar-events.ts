import { type CalendarView, type Instant, SHIFT_ROLES, type ShiftRole, TRADES, type Trade } from '#shared/contract';
import { type DutyKey, formatInZone } from '#shared/oncall';
import { fieldOf } from './wall-input.ts';

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
  readonly cover: string;
  readonly place: (propertyId: string) => string;
  readonly cost: (gap: CalendarView['gaps'][number]) => string;
};

/** A duty that was handed over by this hour counts as the night before, so that a week of turns is one block. */
export const MORNING_HOURS = 9;
const HOUR_MS = 3_600_000;

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
  const passes = (key: { readonly trade: Trade; readonly role: ShiftRole }) =>
    (filter.trade === 'all' || filter.trade === key.trade) && (filter.role === 'all' || filter.role === key.role);
  const span = (stretch: { readonly startsAt: Instant; readonly endsAt: Instant }) => ({
    start: fieldOf(stretch.startsAt, view.zone),
    end: fieldOf(stretch.endsAt, view.zone),
  });
  const since = (stretch: { readonly startsAt: Instant }) =>
    stretch.startsAt > from ? `${formatInZone(stretch.startsAt, view.zone, 'en', 'time')} ` : '';
  const order = (key: { readonly trade: Trade; readonly role: ShiftRole }) =>
    2 + TRADES.indexOf(key.trade) * 2 + SHIFT_ROLES.indexOf(key.role);
  const name = ({ trade, role, propertyId }: DutyKey) => {
    const duty = role === 'primary' ? words.trade(trade) : `${words.trade(trade)} ${words.role(role)}`;
    // At one property only: without its name it would read as a second person for the whole company.
    return propertyId === null ? duty : `${duty}, ${words.place(propertyId)}`;
  };
  const gaps = view.gaps.filter(passes).map(
    (gap, index): Block => ({
      ...span(gap),
      id: `gap ${index}`,
      title: `${since(gap)}${name(gap)} · ${gap.coveredBy !== null ? words.byGeneral : words.nobody}`,
      className: gap.coveredBy !== null ? 'block block-general' : 'block block-gap',
      rank: gap.coveredBy !== null ? 1 : 0,
      cost: words.cost(gap),
    }),
  );
  const duties = view.duties
    .filter((duty) => passes(duty) && duty.endsAt - from > MORNING_HOURS * HOUR_MS)
    .map((duty, index): Block => {
      const person = words.person(duty.responderId);
      const isCover = duty.source.kind === 'cover';
      return {
        ...span(duty),
        id: `duty ${index}`,
        title: `${since(duty)}${name(duty)} · ${person.name}${isCover ? ` (${words.cover})` : ''}`,
        className: `block who-${person.hue}${isCover ? ' is-cover' : ''}${duty.propertyId === null ? '' : ' is-own'}`,
        rank: order(duty),
        cost: '',
      };
    });
  return [...gaps, ...duties];
}
