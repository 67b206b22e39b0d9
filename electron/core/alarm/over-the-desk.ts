import type { OnCallBook } from '#core/oncall';
import { getRow, openDeskSession, type ReadDb } from '#core/store';
import type { Instant, Phone, Responder } from '#shared/contract';

export type Reachable = Responder & { readonly phone: Phone };

/** The list entry of whoever is signed in; null where nobody is, or they stand on no list of responders. */
export function ownEntry(db: ReadDb, book: Pick<OnCallBook, 'responder'>): Responder | null {
  const session = openDeskSession(db);
  const staff = session && getRow(db, 'staff', session.staffId);
  const own = staff?.responderId ? book.responder(staff.responderId) : null;
  return own?.active ? own : null;
}

/** Those over the desk who can be reached now: managers, else the owner; whoever sits at the desk only if nobody else. */
export function overTheDesk(
  db: ReadDb,
  book: Pick<OnCallBook, 'responder' | 'resolve'>,
  now: Instant,
): readonly Reachable[] {
  const ownId = ownEntry(db, book)?.id;
  const named = (role: 'manager' | 'owner'): readonly Reachable[] => {
    const query = { trade: 'general', propertyId: '', incidentId: null, at: now } as const;
    const found = Object.values(book.resolve([{ kind: 'role', role }], query)).flat();
    return found.flatMap(({ responderId, phone }) => {
      const each = book.responder(responderId);
      return each && phone !== null ? [{ ...each, phone }] : [];
    });
  };
  const managers = named('manager');
  const others = managers.filter((each) => each.id !== ownId);
  if (others.length > 0) return others;
  const owners = named('owner');
  return owners.length > 0 ? owners : managers;
}
