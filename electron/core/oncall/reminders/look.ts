import { remindersAfter, type Store } from '#core/store';
import type { Duty, Instant, ReminderSettings } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';
import type { OnCallBook } from '../book.ts';
import { type ToTell, toTell } from './decide.ts';
import { changeDueAt, reminderDueAt } from './due.ts';
import { type CompanyFacts, companyFacts, reminderSettings } from './settings.ts';
import { type DutyStretch, stretchesOf } from './stretches.ts';
import { isWorthAnother, LATE_MS } from './tell.ts';
import { asTold } from './told.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How far the plan is read: nobody is reminded earlier, and what ends later is told without an end. */
const SIGHT_MS = 28 * DAY_MS;

export type Due = { readonly id: string; readonly stretch: DutyStretch; readonly dueAt: Instant };
export type Lost = ToTell['lost'][number] & { readonly dueAt: Instant };
/** What one look at the plan found. */
export type Found = {
  readonly at: Instant;
  readonly due: readonly Due[];
  readonly lost: readonly Lost[];
  readonly extend: ToTell['extend'];
};
const NOTHING = { due: [], lost: [], extend: [] } as const;

type LookDeps = { readonly store: Store; readonly book: OnCallBook };

/** Looks at the plan, remembering what it saw before: what is new is told at once, what was there all along in its time. */
export function lookout(deps: LookDeps): (now: Instant) => Found {
  /** When each thing to tell was first seen. Lost with a restart, after which it is seen anew. */
  let seenAt: ReadonlyMap<string, Instant> = new Map();
  /** What was due before there was this company: a plan that is shown to somebody for the first time wakes nobody. */
  let knownBefore: ReadonlySet<string> | null = null;

  return (now) => {
    const company = companyFacts(deps.store.read);
    const settings = reminderSettings(deps.store.read);
    if (!company || !settings.isOn) return { at: now, ...NOTHING };
    const tell = whatToTell(deps, now);
    const seen = new Map<string, Instant>();
    const firstSeen = (key: string): Instant => {
      const at = seenAt.get(key) ?? now;
      seen.set(key, at);
      return at;
    };
    const wanted = tell.remind.map((stretch) => dueOf(stretch, firstSeen(nameOf(stretch)), settings, company));
    const since = company.since ?? now;
    knownBefore ??= new Set(wanted.filter((each) => each.plannedAt < since).map((each) => each.id));
    const known = knownBefore;
    const lost = tell.lost.map((each): Lost => {
      const from = each.startsAt > now ? each.startsAt : 'now';
      const key = `lost ${each.told.id} ${from} ${namesOf(each.parts)}`;
      return { ...each, dueAt: changeDueAt(firstSeen(key), each.startsAt, company.zone, 'hasNoMore') };
    });
    seenAt = seen;
    const due = wanted.filter((each) => !known.has(each.id));
    // Moved on now and then, not at each look.
    const extend = lost.length > 0 ? [] : tell.extend.filter((each) => each.before < now + SIGHT_MS / 2);
    return { at: now, due, lost, extend };
  };
}

/** What the final schedule says that somebody has not been told; whoever is not called is not told either. */
function whatToTell(deps: LookDeps, now: Instant): ToTell {
  const { store, book } = deps;
  const horizon = now + SIGHT_MS;
  const stretches = stretchesOf(finalSchedule(book.sources(), now - DAY_MS, horizon), horizon);
  const told = remindersAfter(store.read, now)
    .filter((row) => !isWorthAnother(deps, row))
    .map(asTold);
  const tell = toTell(stretches, told, { now, horizon, usefulFrom: now - LATE_MS });
  return { ...tell, remind: tell.remind.filter((each) => book.responder(each.responderId)?.active === true) };
}

/** A stretch that nobody has a row for yet, by its own name. */
function nameOf({ responderId, startsAt, duties }: DutyStretch): string {
  return `coming ${responderId} ${startsAt} ${namesOf(duties)}`;
}

function namesOf(parts: readonly Pick<Duty, 'trade' | 'role'>[]): string {
  return [...new Set(parts.map(({ trade, role }) => `${trade} ${role}`))].toSorted().join(', ');
}

function dueOf(
  stretch: DutyStretch,
  seen: Instant,
  { hoursBefore }: ReminderSettings,
  { zone }: CompanyFacts,
): Due & { readonly plannedAt: Instant } {
  const plannedAt = reminderDueAt(stretch.startsAt, hoursBefore, zone);
  const dueAt = seen <= plannedAt ? plannedAt : changeDueAt(seen, stretch.startsAt, zone);
  return { id: nameOf(stretch), stretch, plannedAt, dueAt };
}
