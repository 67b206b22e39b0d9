import { useState } from 'react';
import type { InboxDecision, InboxItem } from '#shared/contract';
import { attempt, phoneOf, refusalWords, tell, timeOf, useKeys, useText, useZone } from '../../app/index.ts';
import { ActionButton, Choice, Empty } from '../../parts/index.ts';
import { api, beginReport, coreNow, newDraft, useInbox } from '../../stores/index.ts';

/** Texts nobody could place; one key says what the chosen one means. */
export function Inbox() {
  const { t } = useText();
  const items = useInbox((state) => state.items);
  const [at, setAt] = useState(0);
  const index = Math.min(at, items.length - 1);
  useKeys(
    {
      j: () => setAt(Math.min(index + 1, items.length - 1)),
      k: () => setAt(Math.max(index - 1, 0)),
      arrowdown: () => setAt(Math.min(index + 1, items.length - 1)),
      arrowup: () => setAt(Math.max(index - 1, 0)),
    },
    items.length > 0,
  );
  if (items.length === 0) return <Empty title={t('desk.inbox.empty')}>{t('desk.inbox.emptyWords')}</Empty>;
  return (
    <ol className="inbox" aria-label={t('desk.inbox.label')}>
      {items.map((item, each) => (
        <li key={item.contactId} className={each === index ? 'is-on' : ''}>
          <Letter item={item} />
          {each === index ? (
            <Interpretations item={item} />
          ) : (
            <button type="button" className="inbox-open" onClick={() => setAt(each)}>
              {t('desk.inbox.about')}…
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Letter({ item }: { readonly item: InboxItem }) {
  const { t } = useText();
  const zone = useZone();
  return (
    <>
      <p className="inbox-from">
        <b>{item.fromName ?? t('desk.inbox.unknown')}</b>
        <span className="dim">
          {phoneOf(item.from)} · {t(`desk.inbox.kind.${item.fromKind}`)} · {timeOf(item.at, zone)}
        </span>
      </p>
      <p className="inbox-text">“{item.text}”</p>
    </>
  );
}

function Interpretations({ item }: { readonly item: InboxItem }) {
  const { t, language } = useText();
  const [incidentId, setIncidentId] = useState(item.candidates[0]?.id ?? null);
  const decide = async (decision: InboxDecision) => {
    const answer = await attempt(api.inbox.decide.mutate(decision));
    if (answer.ok) tell(t('desk.inbox.done'));
    else tell(refusalWords(answer, language), 'refused');
  };
  const { contactId } = item;
  const about = incidentId;
  const choices = [
    ...(about !== null && item.fromKind === 'responder'
      ? ([
          ['A', 'accept', () => decide({ contactId, as: 'acknowledge', incidentId: about, etaMinutes: null })],
          ['D', 'decline', () => decide({ contactId, as: 'decline', incidentId: about })],
        ] as const)
      : []),
    ...(about !== null ? ([['U', 'join', () => decide({ contactId, as: 'join', incidentId: about })]] as const) : []),
    ['P', 'report', () => reportFrom(item)] as const,
    ['X', 'ignore', () => decide({ contactId, as: 'ignore' })] as const,
  ];
  useKeys(Object.fromEntries(choices.map(([cap, , act]) => [cap.toLowerCase(), () => void act()])));
  return (
    <div className="inbox-choices">
      {item.candidates.length === 0 ? (
        <p className="dim">{t('desk.inbox.noCandidate')}</p>
      ) : (
        <Choice
          label={t('desk.inbox.about')}
          value={incidentId}
          onChange={setIncidentId}
          options={item.candidates.map((row) => ({ value: row.id, label: `#${row.number} ${row.place}` }))}
        />
      )}
      <div className="acts">
        {choices.map(([cap, name, act], index) => (
          <ActionButton
            key={name}
            label={t(`desk.inbox.${name}`)}
            cap={cap}
            kind={index === 0 && about !== null ? 'main' : 'plain'}
            onPress={() => void act()}
          />
        ))}
      </div>
    </div>
  );
}

/** Starts a report with the sender and the words of the text; the text itself stays in the inbox until it is judged. */
async function reportFrom(item: InboxItem): Promise<void> {
  const draft = newDraft(crypto.randomUUID(), coreNow());
  await beginReport({ ...draft, callerPhone: item.from, callerName: item.fromName ?? '', text: item.text });
}
