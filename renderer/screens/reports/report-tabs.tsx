import { useKeys, useText } from '../../app/index.ts';
import { PillTabs } from '../../parts/index.ts';
import { go } from '../../stores/index.ts';

type View = 'handoffs' | 'triage';

/** The two views of the reports, each by its key. */
export function ReportTabs({ current }: { readonly current: View }) {
  const { t } = useText();
  const pick = (view: View) => go('reports', view === 'triage' ? 'triage' : null);
  useKeys({ d: () => pick('handoffs'), t: () => pick('triage') });
  return (
    <PillTabs
      label={t('reports.title')}
      tabs={[
        { id: 'handoffs', label: t('reports.handoffsTab'), cap: 'D' },
        { id: 'triage', label: t('reports.review.tab'), cap: 'T' },
      ]}
      current={current}
      onPick={pick}
      controls="reports-view"
    />
  );
}
