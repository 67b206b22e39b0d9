import { useCallback, useState } from 'react';
import type { Answer, BothLanguages, OnCallChange } from '#shared/contract';
import { attempt, refusalWords, tell, useText } from '../../app/index.ts';
import { type Entry, putBack, type Removal, takeAway, takeBack } from './removals.ts';

/** What was done last, and can be undone. */
export type Deed =
  | { readonly did: 'saved'; readonly entry: Entry; readonly id: string }
  | { readonly did: 'removed'; readonly removal: Removal };

/** What came of changes to the plan: what is odd about the last one, and how to have it undone. */
export type Changes = {
  readonly notes: readonly BothLanguages[];
  readonly last: Deed | null;
  readonly noted: (change: OnCallChange, entry: Entry) => void;
  readonly remove: (removal: Removal) => void;
  readonly undo: () => void;
  readonly forget: () => void;
  readonly read: () => void;
};

export function useChanges(): Changes {
  const { language } = useText();
  const [notes, setNotes] = useState<readonly BothLanguages[]>([]);
  const [last, setLast] = useState<Deed | null>(null);
  const noted = useCallback((change: OnCallChange, entry: Entry) => {
    setNotes(change.notes);
    setLast({ did: 'saved', entry, id: change.id });
  }, []);
  const settle = useCallback(
    (asked: Promise<Answer<OnCallChange>>, then: Deed | null) =>
      void attempt(asked).then((answer) => {
        if (!answer.ok) return tell(refusalWords(answer, language), 'refused');
        setLast(then);
        setNotes(answer.value.notes);
      }),
    [language],
  );
  return {
    notes,
    last,
    noted,
    remove: useCallback((removal: Removal) => settle(takeAway(removal), { did: 'removed', removal }), [settle]),
    undo: () => last && settle(last.did === 'saved' ? takeBack(last.entry, last.id) : putBack(last.removal), null),
    forget: () => setLast(null),
    read: () => setNotes([]),
  };
}

/** What the strip names: the kind of the entry. */
export function kindOf(deed: Deed): Removal['kind'] {
  return deed.did === 'saved' ? deed.entry.kind : deed.removal.kind;
}
