import { randomUUID } from 'node:crypto';
import {
  type DeskSessionRow,
  deskSession,
  getRow,
  handOverSession,
  openDeskSession,
  openUrgent,
  type ReadDb,
  startDeskSession,
} from '#core/store';
import type { Answer, HandOverDeskInput, Refusal, SessionView, Staff } from '#shared/contract';
import type { Actor } from '#shared/incident';
import { type Parts, refusal } from '../parts.ts';
import { checkPin } from './check-pin.ts';

const CHANGED = ['session', 'status', 'handoff'] as const;
/** Numbers that a refusal names. */
const MOST_NAMED = 5;

/** Who has the desk, and who had it before them in the same night. */
export function sessionView({ store }: Parts): SessionView {
  const open = openDeskSession(store.read);
  const staff = open && getRow(store.read, 'staff', open.staffId);
  if (!open || !staff) return { deskSession: null };
  const before = open.previousId === null ? null : deskSession(store.read, open.previousId);
  const handedOverFrom = before && { name: nameOf(store.read, before), startedAt: before.startedAt };
  return { deskSession: { id: open.id, staff, startedAt: open.startedAt, handedOverFrom } };
}

/**
 * Whoever gave their PIN signs in. Over a colleague with something urgent open that is a hand-over, which has a way of its
 * own; with nothing open the night simply goes on under the next name.
 */
export function beginSession(parts: Parts, staff: Staff): Answer<SessionView> {
  const by: Actor = { kind: 'staff', id: staff.id, name: staff.name };
  const refused = parts.desk.change(
    CHANGED,
    (db, author): Refusal | null => {
      const open = openDeskSession(db);
      if (open?.staffId === staff.id) return null;
      const id = randomUUID();
      if (open && openUrgent(db).length > 0) return handOverFirst(nameOf(db, open), openUrgent(db).length);
      if (open) handOverSession(db, open, { id, staffId: staff.id, words: '', open: [] }, author);
      else startDeskSession(db, { id, staffId: staff.id, at: author.at, previousId: null }, by);
      return null;
    },
    by,
  );
  return refused ?? { ok: true, value: sessionView(parts) };
}

/** The desk goes to the next coordinator, who has gone through every open P1 and P2 and gives their own PIN. */
export async function handOverDesk(parts: Parts, input: HandOverDeskInput): Promise<Answer<SessionView>> {
  const refused = refusalBefore(parts, input.staffId);
  if (refused) return refused;
  const answer = await checkPin(parts, input.staffId, input.pin);
  if (!answer.ok) return answer;
  const by: Actor = { kind: 'staff', id: input.staffId, name: answer.value.name };
  const after = parts.desk.change(
    CHANGED,
    (db, author): Refusal | null => {
      // Asked again: the PIN took a moment, in which one may have been reported.
      const again = refusalBefore(parts, input.staffId);
      const from = openDeskSession(db);
      if (again || !from) return again;
      const open = openUrgent(db);
      const unseen = open.filter(({ id }) => !input.seen.includes(id));
      if (unseen.length > 0) return notAllSeen(unseen.map(({ number }) => number));
      const next = { id: randomUUID(), staffId: input.staffId, words: input.words, open: open.map(({ id }) => id) };
      handOverSession(db, from, next, author);
      return null;
    },
    by,
  );
  return after ?? { ok: true, value: sessionView(parts) };
}

function refusalBefore({ store }: Parts, staffId: string): Refusal | null {
  const open = openDeskSession(store.write);
  if (!open)
    return refusal('notSignedIn', {
      en: 'Nobody is signed in, so there is no desk to hand over. Sign in instead.',
      es: 'Nadie ha iniciado sesión, así que no hay mesa que entregar. Inicie sesión.',
    });
  if (open.staffId !== staffId) return null;
  return refusal('samePerson', {
    en: 'This person has the desk already. Choose who takes it over.',
    es: 'Esta persona ya tiene la mesa. Elija quién la recibe.',
  });
}

function handOverFirst(name: string, count: number): Refusal {
  return refusal('handOverFirst', {
    en: `${name} has the desk, with ${count} open P1 or P2. Nothing was changed: have it handed over under Menu, so that both of you go through them.`,
    es: `${name} tiene la mesa, con ${count} P1 o P2 abiertos. No se cambió nada: reciba la mesa desde el Menú, para repasarlos entre los dos.`,
  });
}

function notAllSeen(numbers: readonly number[]): Refusal {
  const named = numbers
    .slice(0, MOST_NAMED)
    .map((each) => `#${each}`)
    .join(', ');
  const more = numbers.length > MOST_NAMED ? ` +${numbers.length - MOST_NAMED}` : '';
  return refusal('notAllSeen', {
    en: `Not gone through yet: ${named}${more}. Tick each one together; then the desk is handed over.`,
    es: `Falta repasar: ${named}${more}. Marque cada uno entre los dos; entonces se entrega la mesa.`,
  });
}

function nameOf(db: ReadDb, { staffId }: DeskSessionRow): string {
  return getRow(db, 'staff', staffId)?.name ?? staffId;
}
