import { idleCovers, reminderSettings, type ScheduleFileFacts } from '#core/oncall';
import { allRows, wakeUpsBetween } from '#core/store';
import {
  FINDING_KINDS,
  type OnCallFinding,
  type ScheduleSources,
  type Scope,
  SHIFT_ROLES,
  type Trade,
} from '#shared/contract';
import { costOfGap, finalSchedule, gaps, loadOf, tradesInUse } from '#shared/oncall';
import type { OnCallApi } from '../oncall-api.ts';
import { company, type Parts } from '../parts.ts';

const DAY_MS = 24 * 60 * 60_000;
const COMPANY: Scope = { propertyId: null, group: null };

/** What is shown of the plan: one `finalSchedule`, and what follows from it. */
export function oncallViews(parts: Parts): Pick<OnCallApi, 'onCallNow' | 'calendar' | 'outlook' | 'load'> {
  const { book, clock, store, watch, reminders } = parts;
  const zone = (): string => company(parts)?.zone ?? 'UTC';
  return {
    onCallNow() {
      const now = clock.now();
      const open = watch.findings(now).filter((each) => each.accepted === null && each.startsAt < now + DAY_MS);
      return book.now(now).map((each) => ({ ...each, finding: worstOf(open, each.trade) }));
    },
    calendar({ from, to }) {
      const sources = book.sources();
      const found = tradesInUse(sources).flatMap((trade) =>
        gaps(sources, [trade], SHIFT_ROLES, from, to, scopesOf(sources, trade)),
      );
      return {
        duties: finalSchedule(sources, from, to),
        gaps: found.map((gap) => ({ ...gap, cost: costOfGap(gap) })),
        sources,
        idleCoverIds: idleCovers(sources, from, to).map(({ id }) => id),
        responders: book.responders(),
        zone: zone(),
      };
    },
    outlook() {
      const at = clock.now();
      return {
        at,
        findings: watch.findings(at),
        reminders: reminders.view(at),
        reminderSettings: reminderSettings(store.read),
      };
    },
    load: ({ from, to }) => loadOf(book.sources(), wakeUpsBetween(store.read, from, to), zone(), from, to),
  };
}

function worstOf(found: readonly OnCallFinding[], trade: Trade): OnCallFinding | null {
  const own = found.filter((each) => each.trade === trade);
  const rank = (each: OnCallFinding): number => FINDING_KINDS.indexOf(each.kind);
  return own.toSorted((a, b) => rank(a) - rank(b) || a.startsAt - b.startsAt)[0] ?? null;
}

/**
 * For whom gaps of a trade are looked for: the company, since all else falls back on it. A trade that it plans nothing for
 * is looked at where somebody does: elsewhere nobody is missing.
 */
function scopesOf(sources: ScheduleSources, trade: Trade): readonly Scope[] {
  const planned = [sources.shifts, sources.rotations, sources.covers, sources.feedShifts]
    .flat()
    .filter((each) => each.trade === trade);
  const scopes = new Map(planned.map(({ propertyId, group }) => [`${propertyId} ${group}`, { propertyId, group }]));
  const isCompanys =
    scopes.size === 0 || [...scopes.values()].some((each) => each.propertyId === null && each.group === null);
  return isCompanys ? [COMPANY] : [...scopes.values()];
}

/** What a calendar file of the schedule is written from. */
export function scheduleFileFacts(parts: Pick<Parts, 'store' | 'book'>): ScheduleFileFacts {
  const { store, book } = parts;
  const known = company(parts);
  return {
    company: known?.name ?? 'Nightdesk',
    language: known?.language ?? 'en',
    zone: known?.zone ?? 'UTC',
    sources: book.sources(),
    responders: book.responders(),
    properties: allRows(store.read, 'property'),
  };
}
