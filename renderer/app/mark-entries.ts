import type { TriageMark } from '#shared/contract';
import { marksThatFit } from '#shared/incident';
import { api, go, useIncident } from '../stores/index.ts';
import { attempt, refusalWords, tell } from './attempt.ts';
import type { Entry } from './command-entries.ts';
import { useText } from './i18n.ts';

/** Whether the tier that triage gave was right: said of the incident in hand, or of the whole night in the review. */
export function useMarkEntries(): readonly Entry[] {
  const { t, language } = useText();
  const view = useIncident((state) => state.view);
  const review: Entry = { id: 'review', title: t('reports.review.tab'), run: () => go('reports', 'triage') };
  if (!view || view.refused.markTriage) return [review];
  const { id, number, place } = view.row;
  const give = async (mark: TriageMark) => {
    const answer = await attempt(api.incident.act.mutate({ type: 'markTriage', incidentId: id, mark }));
    if (!answer.ok) return tell(refusalWords(answer, language), 'refused');
    tell(t('reports.review.given', { number, mark: t(`reports.review.mark.${mark}`) }));
  };
  const marks = marksThatFit({ tier: view.judgedTier }).map(
    (mark): Entry => ({
      id: `mark-${mark}`,
      title: t('frame.bar.mark', { mark: t(`reports.review.mark.${mark}`) }),
      detail: t('frame.bar.onIncident', { number, place }),
      run: () => void give(mark),
    }),
  );
  return [review, ...marks];
}
