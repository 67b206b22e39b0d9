import { useState } from 'react';
import type { OutboxEntry } from '#shared/contract';
import { tell, useKeys, useText } from '../../app/index.ts';
import { ActionButton, Empty, PillTabs, RefusalNote, ScreenHead, useSend } from '../../parts/index.ts';
import { api, go, openIncident, useCore, useNow, useRoute } from '../../stores/index.ts';
import { chosenKey, filterOf, OUTBOX_TABS, type OutboxTab, rowsOf } from './filters.ts';
import { OutboxList } from './outbox-list.tsx';
import { RetryTwice } from './retry-twice.tsx';
import './outbox.css';

/** Beside what the core tells of by itself. */
const ASKED_EVERY_MS = 20_000;
const TOPICS = ['outbox', 'queue', 'status', 'settings'] as const;
/** More than anybody reads; the newest are among them. */
const MOST_SHOWN = 400;

/** What must leave, what left, and what became of it; live. */
export function Outbox() {
  const { t } = useText();
  const wanted = useRoute((route) => route.id);
  const tab = OUTBOX_TABS.find((each) => each === wanted) ?? 'waiting';
  const filter = filterOf(tab);
  const tick = Math.floor(useNow() / ASKED_EVERY_MS);
  const answer = useCore(`outbox ${filter} ${tick}`, TOPICS, async () => ({
    filter,
    entries: await api.outbox.list.query({ filter }),
  }));
  const all = answer?.filter === filter ? rowsOf(tab, answer.entries) : null;
  const pick = (id: OutboxTab) => go('outbox', id);
  useKeys({
    ...Object.fromEntries(OUTBOX_TABS.map((id, index) => [String(index + 1), () => pick(id)])),
    escape: () => go('desk'),
  });
  return (
    <>
      <ScreenHead
        title={t('outbox.title')}
        tabs={
          <PillTabs
            label={t('outbox.filter')}
            tabs={OUTBOX_TABS.map((id, index) => ({ id, label: t(`outbox.tab.${id}`), cap: String(index + 1) }))}
            current={tab}
            onPick={pick}
            controls="outbox-list"
          />
        }
      />
      <div className="screen-body outbox" id="outbox-list" role="tabpanel" aria-label={t(`outbox.tab.${tab}`)}>
        {all && <Rows key={tab} tab={tab} entries={all} />}
      </div>
    </>
  );
}

function Rows({ tab, entries }: { readonly tab: OutboxTab; readonly entries: readonly OutboxEntry[] }) {
  const { t } = useText();
  const { send, refusal, isBusy, refuse } = useSend();
  const [chosen, choose] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const [twice, setTwice] = useState<OutboxEntry | null>(null);
  const shown = entries.slice(0, MOST_SHOWN);
  const key = chosenKey(shown, chosen);
  const index = shown.findIndex((each) => each.key === key);
  const entry = shown[index];
  const stepTo = (next: number) => {
    const at = Math.max(0, Math.min(shown.length - 1, next));
    const row = shown[at];
    refuse(null);
    if (row) choose({ key: row.key, index: at });
  };
  const retry = (row: OutboxEntry, isConfirmed: boolean) => {
    if (row.mayBeTwice && !isConfirmed) return setTwice(row);
    setTwice(null);
    send(
      () => api.outbox.retry.mutate({ key: row.key, isConfirmed }),
      () => tell(t('outbox.retried')),
    );
  };
  const cancel = (row: OutboxEntry) =>
    send(
      () => api.outbox.cancel.mutate({ key: row.key }),
      () => tell(t('outbox.cancelled')),
    );
  const onEntry = (act: (row: OutboxEntry) => void) => () => {
    if (entry && !isBusy) act(entry);
  };
  const acts = {
    retry: onEntry((row) => (row.canRetry ? retry(row, false) : undefined)),
    cancel: onEntry((row) => (row.canCancel ? cancel(row) : undefined)),
    open: onEntry((row) => (row.incidentId === null ? undefined : openIncident(row.incidentId))),
  };
  useKeys({
    j: () => stepTo(index + 1),
    arrowdown: () => stepTo(index + 1),
    k: () => stepTo(index - 1),
    arrowup: () => stepTo(index - 1),
    t: acts.retry,
    x: acts.cancel,
    enter: acts.open,
  });
  if (shown.length === 0) return <Empty title={t(`outbox.empty.${tab}`)}>{t('outbox.emptyWords')}</Empty>;
  return (
    <>
      <div className="outbox-acts">
        <ActionButton label={t('outbox.retry')} cap="T" isDisabled={!entry?.canRetry || isBusy} onPress={acts.retry} />
        <ActionButton
          label={t('outbox.cancel')}
          cap="X"
          isDisabled={!entry?.canCancel || isBusy}
          onPress={acts.cancel}
        />
        <ActionButton
          label={t('outbox.open')}
          cap="Enter"
          kind="quiet"
          isDisabled={!entry || entry.incidentId === null}
          onPress={acts.open}
        />
        <RefusalNote refusal={refusal} />
      </div>
      <OutboxList entries={shown} chosen={key} onChoose={stepTo} />
      {entries.length > shown.length && (
        <p className="dim">{t('outbox.more', { count: entries.length - shown.length })}</p>
      )}
      {twice && <RetryTwice entry={twice} onConfirm={() => retry(twice, true)} onClose={() => setTwice(null)} />}
    </>
  );
}
