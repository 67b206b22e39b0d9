import { useState } from 'react';
import type { InboxDecision, InboxItem } from '#shared/contract';
import { attempt, failed, phoneOf, refusalWords, tell, useKeys, useText, useWhen } from '../../app/index.ts';
import { ActionButton, Choice, Empty } from '../../parts/index.ts';
import { api, beginReport, coreNow, newDraft, useInbox } from '../../stores/index.ts';
import { AnswerForm } from './inbox-answer.tsx';

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
  const { t, pick } = useText();
  const when = useWhen();
  return (
    <>
      <p className="inbox-from">
        <b>{item.fromName ?? t('desk.inbox.unknown')}</b>
        <span className="dim">
          {phoneOf(item.from)} · {t(`desk.inbox.kind.${item.fromKind}`)} · {when(item.at)}
        </span>
      </p>
      <p className="inbox-text">“{item.text}”</p>
      {item.answers && <p className="dim">↳ {pick(item.answers)}</p>}
    </>
  );
}

/** What a key can make of a text; `act` is null where it cannot be that. */
type Interpretation = {
  readonly cap: string;
  readonly name: 'accept' | 'decline' | 'join' | 'report' | 'answer' | 'ignore';
  readonly act: (() => void) | null;
};

function Interpretations({ item }: { readonly item: InboxItem }) {
  const { t, language } = useText();
  const [incidentId, setIncidentId] = useState(item.candidates[0]?.id ?? null);
  const [isAnswering, setAnswering] = useState(false);
  const decide = async (decision: InboxDecision) => {
    const answer = await attempt(api.inbox.decide.mutate(decision));
    if (answer.ok) tell(t(`desk.inbox.done.${decision.as}`));
    else tell(refusalWords(answer, language), 'refused');
  };
  const { contactId } = item;
  const about = (act: (id: string) => Promise<void>) => (incidentId === null ? null : () => void act(incidentId));
  const forResponder = (act: (id: string) => Promise<void>) => (item.fromKind === 'responder' ? about(act) : null);
  const all: readonly Interpretation[] = [
    {
      cap: 'A',
      name: 'accept',
      act: forResponder((id) => decide({ contactId, as: 'acknowledge', incidentId: id, etaMinutes: null })),
    },
    { cap: 'D', name: 'decline', act: forResponder((id) => decide({ contactId, as: 'decline', incidentId: id })) },
    { cap: 'U', name: 'join', act: about((id) => decide({ contactId, as: 'join', incidentId: id })) },
    { cap: 'P', name: 'report', act: () => reportFrom(item) },
    { cap: 'W', name: 'answer', act: () => setAnswering(true) },
    { cap: 'X', name: 'ignore', act: () => void decide({ contactId, as: 'ignore' }) },
  ];
  // A key that fits nothing here must not fall through to the incident beside it.
  const pressed = ({ act }: Interpretation) => act ?? (() => tell(t('desk.inbox.notThis'), 'hint'));
  useKeys(Object.fromEntries(all.map((each) => [each.cap.toLowerCase(), pressed(each)])));
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
        {all.map(
          ({ cap, name, act }, index) =>
            act && (
              <ActionButton
                key={name}
                label={t(`desk.inbox.${name}`)}
                cap={cap}
                kind={index === 0 ? 'main' : 'plain'}
                isOpen={name === 'answer' && isAnswering}
                onPress={act}
              />
            ),
        )}
      </div>
      {isAnswering && (
        <AnswerForm
          item={item}
          onSend={(text) => decide({ contactId, as: 'answer', text })}
          onLeave={() => setAnswering(false)}
        />
      )}
    </div>
  );
}

/** Starts a report with the sender and the words of the text; the text itself stays in the inbox until it is judged. */
function reportFrom(item: InboxItem): void {
  const draft = newDraft(crypto.randomUUID(), coreNow());
  const said = { callerPhone: item.from, callerName: item.fromName ?? '', text: item.text };
  beginReport({ ...draft, ...said }).catch(failed);
}
