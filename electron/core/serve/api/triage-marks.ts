import { triageCases, triageTallies } from '#core/store';
import type { ReviewItem } from '#shared/contract';
import { reviewFigures } from '#shared/review';
import type { ConsoleApi } from '../console-api.ts';
import type { Parts } from '../parts.ts';

const DAY_MS = 24 * 60 * 60_000;
/** More than anybody marks in a morning, or replays at once. */
const MOST_SHOWN = 300;
const MOST_REPLAYED = 2_000;

/** The morning manager's review of what triage judged. Marks themselves are acts on an incident. */
export function triageMarksApi({ store, clock }: Parts): Pick<ConsoleApi, 'triageReview' | 'markedTexts'> {
  return {
    triageReview(days) {
      const from = clock.now() - days * DAY_MS;
      return {
        from,
        figures: reviewFigures(triageTallies(store.read, from, Number.MAX_SAFE_INTEGER)),
        waiting: triageCases(store.read, from, [null], MOST_SHOWN),
        done: triageCases(store.read, from, ['right', 'tooHigh', 'tooLow'], MOST_SHOWN),
        missed: triageCases(store.read, from, ['tooLow'], MOST_SHOWN),
      };
    },
    markedTexts: (marks) => triageCases(store.read, 0, marks, MOST_REPLAYED).flatMap(markedText),
  };
}

function markedText({ row, judged, mark }: ReviewItem) {
  if (mark === null) return [];
  return [
    {
      incidentId: row.id,
      number: row.number,
      text: row.text,
      language: row.callerLanguage,
      hasVolunteeredNeed: row.hasVolunteeredNeed,
      propertyId: row.propertyId,
      judged,
      mark: mark.mark,
      markedAt: mark.at,
      markedBy: mark.by,
    },
  ];
}
