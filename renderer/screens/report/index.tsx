import './report.css';
import { useEffect, useState } from 'react';
import type { ReportDraft } from '#shared/contract';
import { api, coreNow, go, newDraft, refreshDrafts, useRoute } from '../../stores/index.ts';
import { ReportForm } from './report-form.tsx';

/** A new report, or one that was left half-way: the address names the draft. */
export function NewReport() {
  const id = useRoute((route) => route.id);
  const [initial, setInitial] = useState<ReportDraft | null>(null);
  useEffect(() => {
    if (id === null) {
      go('report', crypto.randomUUID());
      return;
    }
    let isGone = false;
    const begin = (drafts: readonly ReportDraft[]) => {
      if (!isGone) setInitial(drafts.find((draft) => draft.id === id) ?? newDraft(id, coreNow()));
    };
    // The phone is already at the ear: with the core away the form opens empty rather than not at all.
    api.report.drafts.query().then(begin, () => begin([]));
    void refreshDrafts().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [id]);
  if (initial === null || initial.id !== id) return null;
  return <ReportForm key={initial.id} initial={initial} />;
}
