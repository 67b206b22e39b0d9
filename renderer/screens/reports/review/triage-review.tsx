import { useState } from 'react';
import { REVIEW_DAYS, type ReviewDays, type ReviewItem, type ReviewView, type TriageMark } from '#shared/contract';
import { useKeys, useText } from '../../../app/index.ts';
import { Empty, PillTabs, RefusalNote, ScreenHead, UndoStrip, useSend } from '../../../parts/index.ts';
import { api, useCore } from '../../../stores/index.ts';
import { ReportTabs } from '../report-tabs.tsx';
import { CaseCard } from './case-card.tsx';
import { CaseList } from './case-list.tsx';
import { Groups, Shares } from './figures.tsx';
import { Missed } from './missed.tsx';
import { afterMark, beginning, currentOf, markKeys, type Selected, walked } from './order.ts';
import './review.css';

/** Was the tier that triage gave the right one? The manager goes through the night with three keys. */
export function TriageReview() {
  const { t } = useText();
  // A week: the manager who comes on Monday has three nights to look at.
  const [days, setDays] = useState<ReviewDays>(7);
  // Until the answer about another period comes, what is shown is of the former one, and begins anew with that answer.
  const answer = useCore(`review ${days}`, ['queue'], async () => ({
    days,
    view: await api.triage.review.query({ days }),
  }));
  return (
    <>
      <ScreenHead title={t('reports.title')} tabs={<ReportTabs current="triage" />}>
        <PillTabs
          label={t('reports.review.period')}
          tabs={REVIEW_DAYS.map((count) => ({ id: String(count), label: t('reports.review.days', { count }) }))}
          current={String(days)}
          onPick={(id) => setDays(REVIEW_DAYS.find((count) => String(count) === id) ?? 7)}
          controls="reports-view"
        />
      </ScreenHead>
      <div className="screen-body review" id="reports-view">
        {answer && (
          <>
            <Shares shares={answer.view.figures.all} />
            <Marking key={answer.days} view={answer.view} />
            <div className="split">
              <Missed items={answer.view.missed} />
              <Groups figures={answer.view.figures} />
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** What was marked last, and what stood there before. */
type Given = { readonly item: ReviewItem; readonly mark: TriageMark };

function Marking({ view }: { readonly view: ReviewView }) {
  const { t } = useText();
  const [selected, setSelected] = useState<Selected>(() => beginning(view));
  const [given, setGiven] = useState<Given | null>(null);
  const [sitting, setSitting] = useState<ReadonlySet<string>>(new Set());
  const { send, refusal, refuse } = useSend();
  const current = currentOf(view, selected);
  const put = (item: ReviewItem, mark: TriageMark | null, then: () => void) =>
    send(() => api.incident.act.mutate({ type: 'markTriage', incidentId: item.row.id, mark }), then);
  const give = (mark: TriageMark) => {
    if (current === null) return;
    put(current, mark, () => {
      setGiven({ item: current, mark });
      setSitting(new Set([...sitting, current.row.id]));
      setSelected(afterMark(view, current.row.id, sitting));
    });
  };
  const undo = ({ item }: Given) =>
    put(item, item.mark?.mark ?? null, () => {
      setGiven(null);
      setSitting(new Set([...sitting].filter((id) => id !== item.row.id)));
      setSelected(item.row.id);
    });
  const pick = (next: Selected) => {
    refuse(null);
    setSelected(next);
  };
  const walk = (step: 1 | -1) => pick(walked(view, selected, step));
  const [down, up] = [() => walk(1), () => walk(-1)];
  useKeys({ ...markKeys(give), j: down, k: up, arrowdown: down, arrowup: up });
  return (
    <>
      <div className="review-lead">
        {given === null ? (
          <p className="dim">{t('reports.review.why')}</p>
        ) : (
          <UndoStrip
            what={t('reports.review.given', {
              number: given.item.row.number,
              mark: t(`reports.review.mark.${given.mark}`),
            })}
            onUndo={() => undo(given)}
            onClose={() => setGiven(null)}
          />
        )}
      </div>
      <div className="review-columns">
        <CaseList view={view} current={current} onPick={pick} />
        <div className="review-case">
          {current ? (
            <CaseCard item={current} onMark={give} />
          ) : (
            <NothingLeft
              isMore={view.waiting.some((item) => !sitting.has(item.row.id))}
              isAny={view.done.length > 0 || sitting.size > 0}
            />
          )}
          <RefusalNote refusal={refusal} />
        </div>
      </div>
    </>
  );
}

/** `isMore`: one that came in after the last mark; whoever is pressing keys is asked to look at it first. */
function NothingLeft({ isMore, isAny }: { readonly isMore: boolean; readonly isAny: boolean }) {
  const { t } = useText();
  const kind = isMore ? 'more' : isAny ? 'allMarked' : 'nothing';
  return (
    <div className="card">
      <Empty title={t(`reports.review.${kind}`)}>{t(`reports.review.${kind}Words`)}</Empty>
    </div>
  );
}
