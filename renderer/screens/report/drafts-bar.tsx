import { timeOf, useText, useZone } from '../../app/index.ts';
import { api, go, refreshDrafts, useDrafts } from '../../stores/index.ts';

/** Reports that were left half-way, each one press away. */
export function DraftsBar({ currentId }: { readonly currentId: string }) {
  const { t } = useText();
  const zone = useZone();
  const drafts = useDrafts((state) => state.drafts).filter((draft) => draft.id !== currentId);
  if (drafts.length === 0) return null;
  const discard = async (id: string) => {
    await api.report.discardDraft.mutate({ id });
    await refreshDrafts();
  };
  return (
    <section className="drafts" aria-label={t('report.drafts')}>
      <span className="dim">{t('report.drafts')}</span>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="chip">
            <button type="button" onClick={() => go('report', draft.id)}>
              {t('report.draftOf', {
                who: draft.callerName || draft.text.slice(0, 24) || draft.callerPhone || t('report.draftEmpty'),
                time: timeOf(draft.startedAt, zone),
              })}
            </button>
            <button
              type="button"
              className="draft-discard"
              aria-label={t('report.discard')}
              title={t('report.discard')}
              onClick={() => void discard(draft.id)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
