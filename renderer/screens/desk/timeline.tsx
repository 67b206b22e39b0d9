import { Fragment } from 'react';
import type { IncidentView } from '#shared/contract';
import { type IncidentEvent, narrate } from '#shared/incident';
import { dayHeads, timeOf, useText, useZone } from '../../app/index.ts';
import { useQuarter } from '../../stores/index.ts';

/** The log of the incident in sentences, newest first: what has just happened is in sight. */
export function Timeline({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const zone = useZone();
  const lines = eventsOf(view).toReversed();
  const heads = dayHeads(
    lines.map((line) => line.event.at),
    useQuarter(),
    zone,
    language,
  );
  const receivers = receiversOf(lines.map((line) => line.event));
  if (lines.length === 0) return <p className="dim">{t('desk.timeline.empty')}</p>;
  return (
    <ol className="timeline">
      {lines.map(({ seq, event }, index) => {
        const { sentence, words, tone } = narrate(event, language, zone);
        const receiver = event.type === 'messageState' ? receivers.get(event.key) : undefined;
        return (
          <Fragment key={seq}>
            {heads[index] && <li className="day-head">{heads[index]}</li>}
            <li className={`tone-line-${tone}`}>
              <time dateTime={new Date(event.at).toISOString()}>{timeOf(event.at, zone, true)}</time>
              <div>
                {sentence}
                {receiver && <span className="dim"> · {receiver}</span>}
                {words !== null && <Words words={words} isOurs={event.type === 'messageQueued'} />}
              </div>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}

/** So much of a text of ours is shown before somebody asks for the rest. */
const SHOWN = 90;

/** What somebody said, as they said it; a text of ours by its beginning, because it repeats what stands around it. */
function Words({ words, isOurs }: { readonly words: string; readonly isOurs: boolean }) {
  const { t } = useText();
  if (!isOurs || words.length <= SHOWN) {
    return <span className="timeline-words">{t('desk.timeline.said', { words })}</span>;
  }
  return (
    <details className="timeline-words">
      <summary>{t('desk.timeline.said', { words: `${words.slice(0, SHOWN).replaceAll('\n', ' ')}…` })}</summary>
      {words}
    </details>
  );
}

type Line = { readonly seq: number; readonly event: IncidentEvent };

/** The view carries events as plain data; the core wrote them as `IncidentEvent`, and this window is of the same build. */
export function eventsOf(view: IncidentView): readonly Line[] {
  return view.events.map(({ seq, event }) => ({ seq, event: event as IncidentEvent })); // see above
}

/** Whom each message was written to, by the message's key. */
export function receiversOf(events: readonly IncidentEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap((event) => (event.type === 'messageQueued' ? [[event.key, event.to.name] as const] : [])),
  );
}
