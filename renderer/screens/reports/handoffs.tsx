import { useState } from 'react';
import type { HandoffRow } from '#shared/contract';
import { tell, useKeys, useText, useZone, whenOf } from '../../app/index.ts';
import { ActionButton, Empty, RefusalNote, ScreenHead, useSend } from '../../parts/index.ts';
import { api, coreNow, go, useCore, useRoute } from '../../stores/index.ts';
import { Evidence } from './evidence.tsx';
import { ReportTabs } from './report-tabs.tsx';
import './reports.css';

/** What the morning reads, and what proves the night. */
export function Handoffs() {
  const { t } = useText();
  const { send, refusal, isBusy } = useSend();
  const selected = useRoute((route) => route.id);
  // A document made again has the same address; this makes the preview fetch it anew.
  const [edition, setEdition] = useState(0);
  const rows = useCore(`handoffs ${edition}`, ['session', 'handoff'], () => api.handoff.list.query());
  const row = rows?.find((each) => each.id === selected) ?? rows?.[0] ?? null;
  const make = (sessionId: string | null) =>
    send(
      () => api.handoff.make.mutate({ sessionId }),
      ({ handoffId }) => {
        setEdition(edition + 1);
        go('reports', handoffId);
        tell(t('reports.made'));
      },
    );
  useKeys({ h: () => make(null) }, !isBusy);
  return (
    <>
      <ScreenHead title={t('reports.title')} tabs={<ReportTabs current="handoffs" />}>
        <ActionButton label={t('reports.makeNow')} cap="H" kind="main" isDisabled={isBusy} onPress={() => make(null)} />
      </ScreenHead>
      <div className="screen-body reports" id="reports-view">
        <div className="reports-side">
          <section aria-label={t('reports.handoffs')}>
            <h2>{t('reports.handoffs')}</h2>
            <p className="dim">{t('reports.handoffsWords')}</p>
            {rows?.length === 0 && <Empty title={t('reports.none')}>{t('reports.noneWords')}</Empty>}
            <ul className="handoffs">
              {rows?.map((each) => (
                <HandoffItem key={each.id} row={each} isOn={each.id === row?.id} />
              ))}
            </ul>
            {isBusy && <output className="dim">{t('reports.making')}</output>}
            <RefusalNote refusal={refusal} />
          </section>
          <Evidence />
        </div>
        {row === null ? (
          <p className="dim reports-preview">{t('reports.pick')}</p>
        ) : (
          <Preview row={row} edition={edition} isBusy={isBusy} onMake={() => make(row.id)} />
        )}
      </div>
    </>
  );
}

function useSpan(): (row: HandoffRow) => string {
  const { t, language } = useText();
  const zone = useZone();
  return (row) => {
    const now = coreNow();
    const to = row.endedAt === null ? t('reports.running') : whenOf(row.endedAt, now, zone, language);
    return t('reports.span', { from: whenOf(row.startedAt, now, zone, language), to });
  };
}

function HandoffItem({ row, isOn }: { readonly row: HandoffRow; readonly isOn: boolean }) {
  const { t } = useText();
  const span = useSpan();
  return (
    <li>
      <button
        type="button"
        className={`handoff${isOn ? ' is-on' : ''}`}
        aria-pressed={isOn}
        onClick={() => go('reports', row.id)}
      >
        <b>{row.staffName}</b>
        <span className="dim">{span(row)}</span>
        {!row.hasDocument && <span className="handoff-state">{t('reports.notMade')}</span>}
      </button>
    </li>
  );
}

function Preview(props: {
  readonly row: HandoffRow;
  readonly edition: number;
  readonly isBusy: boolean;
  readonly onMake: () => void;
}) {
  const { row, edition, isBusy, onMake } = props;
  const { t } = useText();
  const span = useSpan();
  const address = `/documents/handoff/${encodeURIComponent(row.id)}.pdf`;
  const name = t('reports.previewOf', { name: row.staffName, from: span(row) });
  return (
    <section className="reports-preview" aria-label={t('reports.preview')}>
      <div className="section-head">
        <h2>{name}</h2>
        <span className="at-end reports-buttons">
          <ActionButton
            label={row.hasDocument ? t('reports.makeAgain') : t('reports.make')}
            isDisabled={isBusy}
            onPress={onMake}
          />
          {row.hasDocument && (
            <a className="btn" href={address} download={`handoff-${row.id}.pdf`}>
              {t('reports.download')}
            </a>
          )}
        </span>
      </div>
      {row.hasDocument ? (
        <iframe key={`${row.id} ${edition}`} className="document" title={name} src={address} />
      ) : (
        <div className="document">
          <Empty title={t('reports.notMade')}>
            {row.endedAt === null ? t('reports.runningWords') : t('reports.notMadeWords')}
          </Empty>
        </div>
      )}
    </section>
  );
}
