import type { PracticePhone } from '#shared/contract';

type Quick = { readonly text: string; readonly means: Means };
type Means = 'yes' | 'yes30' | 'no' | 'notEmergency' | 'here' | 'done' | 'eta45' | 'help' | 'fixed' | 'notFixed';

/** The words our own texts ask for, by their language. */
const WORDS = { en: { here: 'HERE', done: 'DONE' }, es: { here: 'AQUI', done: 'LISTO' } } as const;

/** What one tap answers, by whose phone it is and in which language it was written to. */
export function quickOf({ kind, language }: Pick<PracticePhone, 'kind' | 'language'>): readonly Quick[] {
  if (kind === 'resident')
    return [
      { text: '1', means: 'fixed' },
      { text: '2', means: 'notFixed' },
    ];
  const { here, done } = WORDS[language ?? 'en'];
  return [
    { text: '1', means: 'yes' },
    { text: '1 30', means: 'yes30' },
    { text: '2', means: 'no' },
    { text: '3', means: 'notEmergency' },
    { text: here, means: 'here' },
    { text: done, means: 'done' },
    { text: 'ETA 45', means: 'eta45' },
    { text: '?', means: 'help' },
  ];
}

/** Calls that are due and new texts first, then whoever was written to last, then by name: what happens is on top. */
export function inOrder(phones: readonly PracticePhone[]): readonly PracticePhone[] {
  const lastAt = (phone: PracticePhone) => phone.messages.at(-1)?.at ?? 0;
  const isCalled = (phone: PracticePhone) => Number(phone.callDueAt !== null);
  return phones.toSorted(
    (a, b) =>
      isCalled(b) - isCalled(a) ||
      Number(b.hasNewText) - Number(a.hasNewText) ||
      lastAt(b) - lastAt(a) ||
      a.name.localeCompare(b.name),
  );
}

/** The phones to draw: those with texts, or all; while something is searched for, what the core found and whoever fits. */
export function visibleOf(
  phones: readonly PracticePhone[],
  shown: 'withTexts' | 'all',
  find: string,
): readonly PracticePhone[] {
  if (find === '') return shown === 'all' ? phones : phones.filter((phone) => phone.messages.length > 0);
  const words = plain(find).split(/\s+/);
  return phones.filter((phone) => {
    const all = plain(`${phone.name} ${phone.phone} ${phone.place}`);
    return words.every((word) => all.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
