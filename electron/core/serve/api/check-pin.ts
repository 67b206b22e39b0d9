import { isPin, waitAfterWrong } from '#core/guard';
import { getRow, putStaffSecret, type StaffSecret, staffSecret } from '#core/store';
import type { Answer, Staff } from '#shared/contract';
import { CORE, type Parts, refusal } from '../parts.ts';

/** Whether this is the PIN of that person; wrong ones slow the next try and lock nobody out. */
export async function checkPin(parts: Parts, staffId: string, pin: string): Promise<Answer<Staff>> {
  const staff = getRow(parts.store.read, 'staff', staffId);
  const secret = staffSecret(parts.store.read, staffId);
  if (!staff || !secret)
    return refusal('unknownStaff', {
      en: 'This person is not on the staff list.',
      es: 'Esta persona no está en la lista del personal.',
    });
  const wait = waitMs(secret, parts.clock.now());
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    return refusal('wait', {
      en: `Several wrong PINs. Wait ${seconds} s and try again.`,
      es: `Varios PIN incorrectos. Espere ${seconds} s e intente de nuevo.`,
    });
  }
  // Counted as wrong before it is looked at: many tries at once are many tries.
  rememberTry(parts, staffId, secret.wrong + 1);
  const isRight = await isPin(pin, secret);
  if (isRight) rememberTry(parts, staffId, 0);
  return isRight
    ? { ok: true, value: staff }
    : refusal('wrongPin', {
        en: 'That is not the PIN. Try again; nothing is locked.',
        es: 'Ese no es el PIN. Intente de nuevo; nada se bloquea.',
      });
}

/** Never longer than the wrong PINs are worth: the wall clock may have been set back since. */
function waitMs({ wrong, waitUntil }: StaffSecret, now: number): number {
  return Math.min(waitUntil - now, waitAfterWrong(wrong));
}

function rememberTry({ desk }: Parts, staffId: string, wrong: number): void {
  desk.change(
    [],
    (db, author) => {
      const secret = staffSecret(db, staffId);
      const waitUntil = author.at + waitAfterWrong(wrong);
      if (secret) putStaffSecret(db, staffId, { ...secret, wrong, waitUntil }, author);
    },
    CORE,
  );
}
