import './report.css';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ReportDraft } from '#shared/contract';
import { HoldKeys } from '../../app/index.ts';
import { api, coreNow, go, newDraft, refreshDrafts, useRoute } from '../../stores/index.ts';
import { ReportForm } from './report-form.tsx';

/** A new report, or one that was left half-way: the address names the draft. */
export function NewReport() {
  const id = useRoute((route) => route.id);
  const [initial, setInitial] = useState<ReportDraft | null>(null);
  // A new one asks nobody: it is there before the key after N.
  const fresh = useMemo(() => (id === null ? newDraft(crypto.randomUUID(), coreNow()) : null), [id]);
  useLayoutEffect(() => {
    if (fresh === null) return;
    setInitial(fresh);
    go('report', fresh.id);
  }, [fresh]);
  const shown = fresh ?? (initial?.id === id ? initial : null);
  const isKnown = shown !== null;
  useEffect(() => {
    if (id === null) return;
    void refreshDrafts().catch(() => undefined);
    if (isKnown) return;
    let isGone = false;
    const begin = (drafts: readonly ReportDraft[]) => {
      if (!isGone) setInitial(drafts.find((draft) => draft.id === id) ?? newDraft(id, coreNow()));
    };
    // The phone is already at the ear: with the core away the form opens empty rather than not at all.
    api.report.drafts.query().then(begin, () => begin([]));
    return () => {
      isGone = true;
    };
  }, [id, isKnown]);
  return shown === null ? <HoldKeys /> : <ReportForm key={shown.id} initial={shown} />;
}
