import { Fragment, useEffect } from 'react';
import type { IncidentView, Instant } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { attempt, dayHeads, timeOf, useText, useZone } from '../../app/index.ts';
import { api, useQuarter } from '../../stores/index.ts';
import { stateWords } from './now-card.tsx';
import { eventsOf } from './timeline.tsx';

type Turn = {
  readonly key: string;
  readonly at: Instant;
  readonly isOurs: boolean;
  readonly name: string;
  readonly words: string;
  /** What became of a message of ours. */
  readonly state: { readonly name: string; readonly reason: string | null; readonly at: Instant | null } | null;
  readonly isPossiblyTwice: boolean;
};

/** Everything said, newest first: our messages with what became of them, and what people answered. */
export function turnsOf(view: IncidentView): readonly Turn[] {
  const ours = view.messages.map(
    (message): Turn => ({
      key: message.key,
      at: message.queuedAt,
      isOurs: true,
      name: message.toName,
      words: message.text,
      state: { name: message.state, reason: message.reason, at: message.deliveredAt ?? message.acceptedAt },
      isPossiblyTwice: message.isPossiblyTwice,
    }),
  );
  const theirs = eventsOf(view).flatMap(({ seq, event }): readonly Turn[] => {
    const turn = { key: `event-${seq}`, at: event.at, isOurs: false, state: null, isPossiblyTwice: false };
    if (event.type === 'replied') return [{ ...turn, name: event.name, words: event.words }];
    if (event.type === 'contactJoined') return [{ ...turn, name: view.caller.name, words: event.words }];
    if (event.type === 'reported') return [{ ...turn, name: event.caller.name, words: event.text }];
    return [];
  });
  return [...ours, ...theirs].toSorted((a, b) => b.at - a.at);
}

export function Conversation({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const zone = useZone();
  const turns = turnsOf(view);
  const heads = dayHeads(
    turns.map((turn) => turn.at),
    useQuarter(),
    zone,
    language,
  );
  const { id, unreadWords = 0 } = view.row;
  // Shown here they are read. Where nobody is signed in the core refuses, and the mark stays.
  useEffect(() => {
    if (unreadWords > 0) void attempt(api.incident.act.mutate({ type: 'readWords', incidentId: id }));
  }, [id, unreadWords]);
  if (turns.length === 0) return <p className="dim">{t('desk.conversation.empty')}</p>;
  return (
    <ol className="conversation">
      {turns.map((turn, index) => (
        <Fragment key={turn.key}>
          {heads[index] && <li className="day-head">{heads[index]}</li>}
          <li className={turn.isOurs ? 'is-ours' : 'is-theirs'}>
            <p className="bubble">{turn.words}</p>
            <p className="bubble-foot">
              {timeOf(turn.at, zone, true)} ·{' '}
              {turn.isOurs
                ? t('desk.conversation.toResponder', { name: turn.name })
                : t('desk.conversation.fromResponder', { name: turn.name })}
              {turn.state && (
                <span className={`state state-${turn.state.name}`}>
                  {stateWords(turn.state.name, t)}
                  {turn.state.at !== null && ` ${timeOf(turn.state.at, zone, true)}`}
                  {turn.state.reason && ` (${reasonWords(turn.state.reason, language)})`}
                </span>
              )}
              {turn.isPossiblyTwice && <span className="amber"> {t('desk.conversation.twice')}</span>}
            </p>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
