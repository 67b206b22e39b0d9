import { useEffect, useRef } from 'react';
import type { OutboxEntry } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { phoneOf, spanOf, useText, useWhen } from '../../app/index.ts';
import { useNow } from '../../stores/index.ts';
import { useKindNames } from './kind-names.ts';
import { purposeKey, slotKey, stateKey, stateText } from './words.ts';

type OutboxListProps = {
  readonly entries: readonly OutboxEntry[];
  /** The key of the row that the keys act on. */
  readonly chosen: string | null;
  readonly onChoose: (index: number) => void;
};

/** Messages, one a line: how old, to whom, what about, where it stands and why, by which gateway, when next. */
export function OutboxList({ entries, chosen, onChoose }: OutboxListProps) {
  const { t } = useText();
  const nameOf = useKindNames();
  const heads = ['age', 'to', 'about', 'state', 'attempts', 'gateway', 'next'] as const;
  return (
    <div className="sheet-frame">
      <table className="sheet outbox-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === 'attempts' || head === 'age' ? 'num' : ''}>
                {t(`outbox.columns.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <OutboxRow
              key={entry.key}
              entry={entry}
              gateway={entry.gateway === null ? '–' : nameOf(entry.gateway)}
              isChosen={entry.key === chosen}
              onChoose={() => onChoose(index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type OutboxRowProps = {
  readonly entry: OutboxEntry;
  readonly gateway: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function OutboxRow({ entry, gateway, isChosen, onChoose }: OutboxRowProps) {
  const { t } = useText();
  const now = useNow();
  const when = useWhen();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { name, to, purpose, incidentNumber, attempts, queuedAt, nextAt } = entry;
  const slot = slotKey(entry);
  return (
    // The keys of the list do what a click does, and its buttons say which.
    <tr ref={row} className={isChosen ? 'is-chosen' : ''} aria-current={isChosen || undefined} onClick={onChoose}>
      <td className="num tight digits">{spanOf(now - queuedAt)}</td>
      <td>
        {name || phoneOf(to)}
        {name !== '' && <span className="sub tight">{phoneOf(to)}</span>}
      </td>
      <td>
        {t(`outbox.purpose.${purposeKey(purpose)}`)}
        {incidentNumber !== null && <span className="sub">#{incidentNumber}</span>}
      </td>
      <td>
        <State entry={entry} />
      </td>
      <td className="num">{attempts}</td>
      <td>
        {gateway}
        {slot !== null && <span className="sub">{t(`outbox.slot.${slot}`)}</span>}
      </td>
      <td className="tight digits">{nextAt === null ? '–' : nextAt <= now ? t('outbox.now') : when(nextAt)}</td>
    </tr>
  );
}

const SIGNS = { waiting: '…', arrived: '✓', sent: '→', unknown: '?', lost: '✗' } as const;

/** Where it stands, as a sign and words, and why. */
function State({ entry }: { readonly entry: OutboxEntry }) {
  const { t, language } = useText();
  const { state, purpose, reason, isPossiblyTwice } = entry;
  const known = stateKey(state);
  const tone = known === null ? 'waiting' : toneOf(known);
  return (
    <span className={`outbox-state outbox-${tone}`}>
      <span className="outbox-sign" aria-hidden="true">
        {SIGNS[tone]}
      </span>
      <span>
        <b>{known === null ? state : t(stateText(known, purpose))}</b>
        {isPossiblyTwice && <span className="chip">{t('outbox.possiblyTwice')}</span>}
        {reason !== null && <span className="sub">{reasonWords(reason, language)}</span>}
      </span>
    </span>
  );
}

function toneOf(state: NonNullable<ReturnType<typeof stateKey>>): keyof typeof SIGNS {
  switch (state) {
    case 'delivered':
      return 'arrived';
    case 'accepted':
      return 'sent';
    case 'unknown':
    case 'unconfirmed':
      return 'unknown';
    case 'failed':
    case 'expired':
    case 'cancelled':
      return 'lost';
    case 'queued':
    case 'retrying':
    case 'held':
    case 'sending':
      return 'waiting';
  }
}
