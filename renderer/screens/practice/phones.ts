import type { PracticePhone } from '#shared/contract';

/** What one tap answers, by whose phone it is. */
export const QUICK = {
  responder: [
    { text: '1', means: 'yes' },
    { text: '1 30', means: 'yes30' },
    { text: '2', means: 'no' },
    { text: 'HERE', means: 'here' },
    { text: 'DONE', means: 'done' },
    { text: '?', means: 'help' },
  ],
  resident: [
    { text: '1', means: 'fixed' },
    { text: '2', means: 'notFixed' },
  ],
} as const satisfies Record<PracticePhone['kind'], readonly { readonly text: string; readonly means: string }[]>;

/** Ringing first, then whoever was written to last, then by name: what happens is on top. */
export function inOrder(phones: readonly PracticePhone[]): readonly PracticePhone[] {
  const lastAt = (phone: PracticePhone) => phone.messages.at(-1)?.at ?? 0;
  return phones.toSorted(
    (a, b) => Number(b.isRinging) - Number(a.isRinging) || lastAt(b) - lastAt(a) || a.name.localeCompare(b.name),
  );
}
