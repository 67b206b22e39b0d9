import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type {
  CalendarView,
  FeedsView,
  Instant,
  OnCallOutlook,
  PortfolioView,
  Property,
  Responder,
} from '#shared/contract';
import { useText } from '../../app/index.ts';
import type { Dialog } from './dialogs.ts';
import { type Person, peopleOf } from './people.ts';
import type { PlanKey } from './plan-key.ts';
import type { Removal } from './removals.ts';

/** What every part of the screen reads, and the two things that any of them may ask for. */
export type Plan = {
  readonly calendar: CalendarView;
  readonly outlook: OnCallOutlook | null;
  readonly feeds: FeedsView | null;
  /** The minute it is. */
  readonly now: Instant;
  readonly zone: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly responders: readonly Responder[];
  readonly properties: readonly Property[];
  readonly groups: readonly string[];
  readonly nameOf: (responderId: string) => string;
  readonly placeName: (propertyId: string) => string;
  readonly staffName: (staffId: string) => string;
  readonly open: (dialog: Dialog) => void;
  readonly remove: (removal: Removal) => void;
};

const PlanContext = createContext<Plan | null>(null);

export function usePlan(): Plan {
  const plan = useContext(PlanContext);
  if (!plan) throw new Error('usePlan outside of PlanProvider');
  return plan;
}

type PlanProviderProps = Pick<Plan, 'calendar' | 'outlook' | 'feeds' | 'now' | 'open' | 'remove'> & {
  readonly portfolio: PortfolioView;
  readonly children: ReactNode;
};

export function PlanProvider({ portfolio, children, ...given }: PlanProviderProps) {
  const { calendar, outlook, feeds, now, open, remove } = given;
  const plan = useMemo((): Plan => {
    const people = peopleOf(calendar.responders);
    const named = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
      list.find((each) => each.id === id)?.name ?? id;
    return {
      calendar,
      outlook,
      feeds,
      now,
      open,
      remove,
      zone: calendar.zone,
      people,
      responders: calendar.responders,
      properties: portfolio.properties,
      groups: groupsOf(portfolio.properties),
      nameOf: (id) => people.get(id)?.name ?? id,
      placeName: (id) => named(portfolio.properties, id),
      staffName: (id) => named(portfolio.staff, id),
    };
  }, [calendar, outlook, feeds, now, open, remove, portfolio]);
  return <PlanContext value={plan}>{children}</PlanContext>;
}

function groupsOf(properties: readonly Property[]): readonly string[] {
  const names = properties.flatMap(({ group }) => (group ? [group] : []));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

/** Writes keys in words: `plumbing primary`, and where, when that is not the whole company. */
export function useKeyWords(): {
  readonly duty: (key: PlanKey) => string;
  readonly where: (key: Pick<PlanKey, 'propertyId' | 'group'>) => string | null;
  readonly full: (key: PlanKey) => string;
} {
  const { t } = useText();
  const { placeName } = usePlan();
  const duty = ({ trade, role }: PlanKey) => `${t(`words.trade.${trade}`)} ${t(`words.role.${role}`)}`;
  const where = ({ propertyId, group }: Pick<PlanKey, 'propertyId' | 'group'>) =>
    propertyId !== null ? placeName(propertyId) : group === null ? null : t('oncall.groupName', { group });
  return {
    duty,
    where,
    full: (key) => {
      const place = where(key);
      return place === null ? duty(key) : `${duty(key)} · ${place}`;
    },
  };
}
