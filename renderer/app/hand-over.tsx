import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { QueueRow } from '#shared/contract';
import { Countdown, FormDialog, TierMark, useSend } from '../parts/index.ts';
import { api, refreshSession, useAppInfo, useCore, useSession } from '../stores/index.ts';
import { tell } from './attempt.ts';
import { shortName } from './format.ts';
import { useText } from './i18n.ts';

/** More than the core takes rows for at once; a night with more is gone through in parts. */
const MOST_ROWS = 500;

/** The next coordinator takes the desk: their PIN, and every open P1 and P2 gone through together. */
export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const desk = useSession((state) => state.session?.deskSession);
  const staff = useAppInfo((state) => state.info?.staff) ?? [];
  const others = staff.filter((each) => each.id !== desk?.staff.id);
  const [staffId, setStaffId] = useState(others[0]?.id ?? '');
  const [pin, setPin] = useState('');
  const [words, setWords] = useState('');
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const { send, refusal, isBusy } = useSend();
  const rows = useCore('hand-over', ['queue', 'status'], openRows);
  const left = rows?.filter((row) => !seen.has(row.id)).length ?? 0;
  const tick = (ids: readonly string[], isSeen: boolean) =>
    setSeen((before) => new Set(isSeen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const handOver = () =>
    send(
      () => api.session.handOver.mutate({ staffId, pin, words, seen: [...seen] }),
      () => {
        tell(t('frame.handOver.done'));
        onClose();
        void refreshSession();
      },
    );
  return (
    <FormDialog
      title={t('frame.handOver.title')}
      submit={t('frame.handOver.do')}
      refusal={refusal}
      isBusy={isBusy}
      isReady={rows !== null && left === 0 && pin !== '' && staffId !== ''}
      onSubmit={handOver}
      onClose={onClose}
    >
      {others.length === 0 ? (
        <p className="wide note">{t('frame.handOver.nobody')}</p>
      ) : (
        <>
          <NativeSelect
            label={t('frame.handOver.who')}
            value={staffId}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setStaffId(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('frame.handOver.pin')}
            value={pin}
            maxLength={64}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setPin(event.currentTarget.value)}
          />
        </>
      )}
      <TextInput
        className="wide"
        label={t('frame.handOver.words')}
        placeholder={t('frame.handOver.wordsHint')}
        value={words}
        maxLength={1000}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <OpenList rows={rows ?? []} seen={seen} left={left} onTick={tick} />
    </FormDialog>
  );
}

async function openRows(): Promise<readonly QueueRow[]> {
  const lists = await Promise.all((['P1', 'P2'] as const).map((tab) => api.queue.list.query({ tab })));
  const ids = lists.flatMap((list) => list.ids).slice(0, MOST_ROWS);
  return ids.length === 0 ? [] : api.queue.rows.query({ ids });
}

type OpenListProps = {
  readonly rows: readonly QueueRow[];
  readonly seen: ReadonlySet<string>;
  readonly left: number;
  readonly onTick: (ids: readonly string[], isSeen: boolean) => void;
};

/** What is urgent and open, each with who has it and its next clock, to be ticked by the one who takes over. */
function OpenList({ rows, seen, left, onTick }: OpenListProps) {
  const { t } = useText();
  if (rows.length === 0) return <p className="wide dim">{t('frame.handOver.none')}</p>;
  return (
    <fieldset className="wide hand-over-list">
      <legend>{left === 0 ? t('frame.handOver.all') : t('frame.handOver.left', { count: left })}</legend>
      {rows.map((row) => (
        <Checkbox
          key={row.id}
          checked={seen.has(row.id)}
          onChange={(event) => onTick([row.id], event.currentTarget.checked)}
          label={
            <span className="hand-over-row">
              <TierMark tier={row.tier} />
              <b>
                #{row.number} {row.place}
              </b>
              <span className="hand-over-who">
                {row.status === 'unanswered'
                  ? t('desk.now.unanswered')
                  : row.who.map(shortName).join(', ') || t('desk.queue.nobody')}
              </span>
              {row.next && (
                <span className="hand-over-clock">
                  {t(`words.clock.${row.next.kind}`)} <Countdown dueAt={row.next.dueAt} kind={row.next.kind} />
                </span>
              )}
            </span>
          }
        />
      ))}
    </fieldset>
  );
}
