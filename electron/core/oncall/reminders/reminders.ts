import { randomUUID } from 'node:crypto';
import type { Manager } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import {
  type Author,
  cancelLooseMessage,
  endReminder,
  isOptedOut,
  logReminderFailed,
  putReminder,
  queueLooseMessage,
  type ReminderFailure,
  type ReminderRow,
  remindersAfter,
  type SentReminder,
  type Store,
  type WriteDb,
} from '#core/store';
import type { Instant, ReminderView, Responder } from '#shared/contract';
import { LANES } from '#shared/incident';
import { noLongerOnCallText, reminderText } from '#shared/messages';
import { finalSchedule } from '#shared/oncall';
import type { OnCallBook } from '../book.ts';
import { leftOf, type ToTell, toTell } from './decide.ts';
import { changeDueAt, reminderDueAt } from './due.ts';
import { companyFacts, reminderSettings } from './settings.ts';
import { type DutyStretch, stretchesOf } from './stretches.ts';
import { asTold, isUnsent, viewOf } from './told.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How far the plan is read: nobody is reminded earlier, and what ends later is told without an end. */
const SIGHT_MS = 28 * DAY_MS;
/** How far ahead what is still to be sent is shown. */
const SHOWN_MS = 14 * DAY_MS;
/** After the start a reminder is of use for so long. */
const LATE_MS = 10 * MINUTE_MS;
/** The plan is read again after this, even where nothing was changed. */
const AGAIN_MS = 60 * MINUTE_MS;
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

type Due = { readonly id: string; readonly stretch: DutyStretch; readonly dueAt: Instant };
type Lost = ToTell['lost'][number] & { readonly dueAt: Instant };
/** What one look at the plan found. */
type Found = {
  readonly at: Instant;
  readonly due: readonly Due[];
  readonly lost: readonly Lost[];
  readonly extend: ToTell['extend'];
};
const NOTHING = { due: [], lost: [], extend: [] } as const;

/**
 * Texts before a shift. What was told is a row, so a restart tells nobody twice; what is to be told is read off the final
 * schedule whenever the plan has changed, and once an hour.
 */
export function reminders(deps: ReminderDeps): Reminders {
  const { store, desk, book, hub } = deps;
  let found: Found | null = null;
  /** When each thing to tell was first seen. Lost with a restart, after which it is seen anew. */
  let seenAt: ReadonlyMap<string, Instant> = new Map();
  /** What was due before there was this company: a plan that is shown to somebody for the first time wakes nobody. */
  let knownBefore: ReadonlySet<string> | null = null;
  hub.subscribe((changed) => {
    if (changed.some((each) => each === 'oncall' || each === 'portfolio' || each === 'session')) found = null;
  });

  const look = (now: Instant): Found => {
    const company = companyFacts(store.read);
    const settings = reminderSettings(store.read);
    if (!company || !settings.isOn) return { at: now, ...NOTHING };
    const horizon = now + SIGHT_MS;
    const stretches = stretchesOf(finalSchedule(book.sources(), now - DAY_MS, horizon), horizon);
    const rows = remindersAfter(store.read, now);
    const told = rows.filter((row) => !isWorthAnother(deps, row)).map(asTold);
    const tell = toTell(stretches, told, { now, horizon });
    const seen = new Map<string, Instant>();
    const firstSeen = (key: string): Instant => {
      seen.set(key, seenAt.get(key) ?? now);
      return seenAt.get(key) ?? now;
    };
    const wanted = tell.remind
      .filter((each) => book.responder(each.responderId)?.active === true)
      .map((stretch): Due => {
        const id = nameOf(stretch);
        const plannedAt = reminderDueAt(stretch.startsAt, settings.hoursBefore, company.zone);
        const seen = firstSeen(id);
        return {
          id,
          stretch,
          dueAt: seen <= plannedAt ? plannedAt : changeDueAt(seen, stretch.startsAt, company.zone),
        };
      });
    knownBefore ??= new Set(
      wanted
        .filter(({ stretch }) => reminderDueAt(stretch.startsAt, settings.hoursBefore, company.zone) < company.since)
        .map((each) => each.id),
    );
    const known = knownBefore;
    const lost = tell.lost.map((each): Lost => {
      const key = `lost ${each.told.id} ${each.startsAt > now ? each.startsAt : 'now'}`;
      return { ...each, dueAt: changeDueAt(firstSeen(key), each.startsAt, company.zone, 'hasNoMore') };
    });
    seenAt = seen;
    const due = wanted.filter((each) => !known.has(each.id) && each.stretch.startsAt >= now - LATE_MS);
    // Moved on now and then, not at each look.
    const extend = lost.length > 0 ? [] : tell.extend.filter((each) => each.before < now + SIGHT_MS / 2);
    return { at: now, due, lost, extend };
  };
  const fresh = (now: Instant): Found => {
    if (found === null || now - found.at >= AGAIN_MS || now < found.at) found = look(now);
    return found;
  };

  return {
    name: 'reminders',
    nextDueAt(now) {
      if (found === null || now < found.at) return now;
      const dues = [...found.due, ...found.lost].map((each) => each.dueAt);
      return Math.min(found.at + AGAIN_MS, ...dues);
    },
    run(now) {
      const { due, lost, extend } = fresh(now);
      const tellNow = due.filter((each) => each.dueAt <= now);
      // One piece of a row at a time: what is left of it is looked at again at once.
      const takeBack = [
        ...new Map(lost.filter((each) => each.dueAt <= now).map((each) => [each.told.id, each])).values(),
      ];
      if (tellNow.length + takeBack.length + extend.length === 0) return;
      const rows = remindersAfter(store.read, now);
      desk.change(
        ['oncall', 'practice'],
        (db, author) => {
          for (const { id, endsAt } of extend) moveEnd(db, rows, id, endsAt);
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
        .map((each) => viewOf({ ...rowOf(each), messageState: null, queuedAt: null }));
      return [...sent, ...coming].toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
    },
    coming(id, now) {
      const due = fresh(now).due.find((each) => each.id === id);
      return due ? { ...rowOf(due), id: randomUUID() } : null;
    },
  };
}

/** A stretch that nobody has a row for yet, by its own name. */
function nameOf({ responderId, startsAt, role }: DutyStretch): string {
  return `coming ${responderId} ${startsAt} ${role}`;
}

function rowOf({ id, stretch, dueAt }: Due): ReminderRow {
  const { responderId, role, startsAt, endsAt, parts } = stretch;
  const trades = [...new Set(parts.map((each) => each.trade))];
  const nothing = { messageKey: null, failedWhy: null, confirmedAt: null, confirmedBy: null } as const;
  return { id, responderId, role, startsAt, endsAt, trades, dueAt, ...nothing };
}

/** Why this person cannot be texted; null when they can. */
function whyNot({ store }: Pick<ReminderDeps, 'store'>, { phone }: Responder): ReminderFailure | null {
  if (phone === null) return 'noNumber';
  return isOptedOut(store.write, phone) ? 'optedOut' : null;
}

/** It could not be sent then, and could now. */
function isWorthAnother(deps: ReminderDeps, row: SentReminder): boolean {
  const responder = deps.book.responder(row.responderId);
  return row.failedWhy !== null && row.confirmedAt === null && responder !== null && whyNot(deps, responder) === null;
}

function remind(deps: ReminderDeps, db: WriteDb, author: Author, rows: readonly SentReminder[], due: Due): void {
  const responder = deps.book.responder(due.stretch.responderId);
  const company = companyFacts(db);
  if (!responder || !company) return;
  const { startsAt, endsAt, isOpen, parts, frontUntil } = due.stretch;
  for (const each of rows) {
    if (each.responderId === responder.id && each.startsAt === startsAt && isWorthAnother(deps, each))
      endReminder(db, each.id, author.at);
  }
  const failedWhy = whyNot(deps, responder);
  const row = { ...rowOf(due), id: randomUUID(), failedWhy };
  if (failedWhy !== null || responder.phone === null) {
    putReminder(db, row);
    return logReminderFailed(db, row, author);
  }
  const key = `reminder-${randomUUID()}`;
  const text = reminderText({
    language: responder.language,
    company: company.name,
    zone: company.zone,
    startsAt,
    endsAt: isOpen ? null : endsAt,
    parts,
    partsUntil: frontUntil,
    hasBegun: startsAt <= author.at,
  });
  const goodForMs = Math.max(startsAt + LATE_MS - author.at, LATE_MS);
  const message = { key, purpose: 'reminder', lane: LANES.reminder, to: responder.phone, text, goodForMs } as const;
  queueLooseMessage(db, author, message);
  putReminder(db, { ...row, messageKey: key });
}

/** Says that a stretch, or a part of it, is not theirs any more. What has not left yet is called back instead. */
function tellLost(
  { book }: ReminderDeps,
  db: WriteDb,
  author: Author,
  rows: readonly SentReminder[],
  { told, startsAt, endsAt }: Lost,
): void {
  const row = rows.find((each) => each.id === told.id);
  const responder = row && book.responder(row.responderId);
  const company = companyFacts(db);
  if (!row || !responder || !company) return;
  const [first, ...others] = leftOf(row, { startsAt, endsAt });
  if (!first) endReminder(db, row.id, author.at);
  else putReminder(db, { ...row, ...first });
  for (const rest of others) putReminder(db, { ...row, ...rest, id: randomUUID() });
  if (isUnsent(row)) {
    if (!first && row.messageKey !== null) cancelLooseMessage(db, row.messageKey, author);
    return;
  }
  if (responder.phone === null || isOptedOut(db, responder.phone)) return;
  const text = noLongerOnCallText({
    language: responder.language,
    company: company.name,
    zone: company.zone,
    startsAt,
    endsAt,
    parts: row.trades.map((trade) => ({ trade, role: row.role })),
    partsUntil: null,
  });
  const message = { key: `reminder-${randomUUID()}`, purpose: 'reminder', lane: LANES.reminder, text } as const;
  const goodForMs = Math.max(endsAt - author.at, LATE_MS);
  queueLooseMessage(db, author, { ...message, to: responder.phone, goodForMs });
}

function moveEnd(db: WriteDb, rows: readonly SentReminder[], id: string, endsAt: Instant): void {
  const row = rows.find((each) => each.id === id);
  if (row) putReminder(db, { ...row, endsAt });
}
