import { useCallback, useState } from 'react';
import type { Answer, BothLanguages, OnCallChange } from '#shared/contract';
import { attempt, refusalWords, tell, useText } from '../../app/index.ts';
import { putBack, type Removal, takeAway } from './removals.ts';

/** What came of changes to the plan: what is odd about the last one, and what was taken away and can be had back. */
export type Changes = {
  readonly notes: readonly BothLanguages[];
  readonly removed: Removal | null;
  readonly noted: (change: OnCallChange) => void;
  readonly remove: (removal: Removal) => void;
  readonly undo: () => void;
  readonly forget: () => void;
  readonly read: () => void;
};

export function useChanges(): Changes {
  const { language } = useText();
  const [notes, setNotes] = useState<readonly BothLanguages[]>([]);
  const [removed, setRemoved] = useState<Removal | null>(null);
  const noted = useCallback((change: OnCallChange) => setNotes(change.notes), []);
  const settle = useCallback(
    (asked: Promise<Answer<OnCallChange>>, then: Removal | null) =>
      void attempt(asked).then((answer) => {
        if (!answer.ok) return tell(refusalWords(answer, language), 'refused');
        setRemoved(then);
        setNotes(answer.value.notes);
      }),
    [language],
  );
  return {
    notes,
    removed,
    noted,
    remove: useCallback((removal: Removal) => settle(takeAway(removal), removal), [settle]),
    undo: () => removed && settle(putBack(removed), null),
    forget: () => setRemoved(null),
    read: () => setNotes([]),
  };
}
