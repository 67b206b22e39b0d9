import { randomUUID } from 'node:crypto';
import type { Manager } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import { type ReminderRow, remindersAfter, type Store } from '#core/store';
import type { Instant, ReminderView } from '#shared/contract';
import type { OnCallBook } from '../book.ts';
import { type Due, type Found, lookout } from './look.ts';
import { companyFacts, writeBeginning } from './settings.ts';
import { goOn, remind, rowOf, tellLost } from './tell.ts';
import { viewOf } from './told.ts';

const HOUR_MS = 60 * 60_000;
/** How far ahead what is still to be sent is shown. */
const SHOWN_MS = 14 * 24 * HOUR_MS;
/** The plan is read again after this, even where nothing was changed. */
const AGAIN_MS = HOUR_MS;
/** Whoever an incident waits for is not asked about a shift that begins later than this. */
const CLOSE_MS = HOUR_MS;
/** After this it is looked again whether it still waits. */
const HELD_MS = 30_000;
const CORE = { kind: 'core' } as const;

export type Reminders = Manager & {
  /** What is out and what will be sent, in order of time. */
  view(now: Instant): readonly ReminderView[];
  /** The stretch behind something in the view that has not been sent yet; null when there is none. */
  coming(id: string, now: Instant): ReminderRow | null;
};

export type ReminderDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly book: OnCallBook;
  readonly hub: Hub;
};

/**
 * Texts before a shift. What was told is a row, so a restart tells nobody twice; what is to be told is read off the final
 * schedule whenever the plan has changed, and once an hour.
 */
export function reminders(deps: ReminderDeps): Reminders {
  const { store, desk, hub } = deps;
  let found: Found | null = null;
  const look = lookout(deps);
  hub.subscribe((changed) => {
    if (changed.some((each) => each === 'oncall' || each === 'portfolio' || each === 'session')) found = null;
  });

  const fresh = (now: Instant): Found => {
    if (found === null || now - found.at >= AGAIN_MS || now < found.at) found = look(now);
    return found;
  };

  const heldUntil = new Map<string, Instant>();
  /** One question at a time: while an incident waits for somebody, a reminder would only ask them a second one. */
  const isHeld = ({ id, stretch }: Due, now: Instant): boolean => {
    if (stretch.startsAt <= now + CLOSE_MS) return false;
    if (!desk.openOf(stretch.responderId).some((each) => each.standing === 'waiting')) return false;
    heldUntil.set(id, Math.min(now + HELD_MS, stretch.startsAt - CLOSE_MS));
    return true;
  };
  let hasBegun = false;
  const begin = (): void => {
    if (hasBegun) return;
    const company = companyFacts(store.read);
    if (company?.since === null) desk.change(['settings'], writeBeginning, CORE);
    hasBegun = company !== null;
  };

  return {
    name: 'reminders',
    nextDueAt(now) {
      if (found === null || now < found.at) return now;
      const dues = found.due.map((each) => Math.max(each.dueAt, heldUntil.get(each.id) ?? 0));
      return Math.min(found.at + AGAIN_MS, ...dues, ...found.lost.map((each) => each.dueAt));
    },
    run(now) {
      begin();
      const { due, lost, extend } = fresh(now);
      heldUntil.clear();
      const tellNow = due.filter((each) => each.dueAt <= now && !isHeld(each, now));
      // One piece of a row at a time: what is left of it is looked at again at once.
      const takeBack = [
        ...new Map(lost.filter((each) => each.dueAt <= now).map((each) => [each.told.id, each])).values(),
      ];
      if (tellNow.length + takeBack.length + extend.length === 0) return;
      const rows = remindersAfter(store.read, now);
      desk.change(
        ['oncall', 'practice'],
        (db, author) => {
          goOn(db, rows, extend);
          for (const each of takeBack) tellLost(deps, db, author, rows, each);
          for (const each of tellNow) remind(deps, db, author, rows, each);
        },
        CORE,
      );
    },
    view(now) {
      const { due } = fresh(now);
      const sent = remindersAfter(store.read, now).map(viewOf);
      const coming = due
        .filter(({ stretch }) => stretch.startsAt < now + SHOWN_MS)
        .map((each) => viewOf({ ...rowOf(each), messageState: null, queuedAt: null, acceptedAt: null }));
      return [...sent, ...coming].toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
    },
    coming(id, now) {
      const due = fresh(now).due.find((each) => each.id === id);
      return due ? { ...rowOf(due), id: randomUUID() } : null;
    },
  };
}
