import { attempt, refusalWords, tell, useText } from '../../../app/index.ts';
import { api } from '../../../stores/index.ts';

/** Says whom a title of a live calendar means: one press; null for nobody. */
export function useMapping(): (feedId: string, title: string, responderId: string | null) => void {
  const { t, language } = useText();
  return (feedId, title, responderId) => {
    const input = { feedId, title, responderId, trade: null, role: null };
    void attempt(api.feeds.mapTitle.mutate(input)).then((answer) =>
      answer.ok ? tell(t('feeds.mapped', { title })) : tell(refusalWords(answer, language), 'refused'),
    );
  };
}
