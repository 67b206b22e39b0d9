import { useRoute } from '../../stores/index.ts';
import { Handoffs } from './handoffs.tsx';
import { TriageReview } from './review/triage-review.tsx';

/** The night in writing, and what the morning makes of its triage. Sessions have ids that are no words. */
export function Reports() {
  return useRoute((route) => route.id) === 'triage' ? <TriageReview /> : <Handoffs />;
}
