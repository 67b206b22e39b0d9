import type { IncidentView } from '#shared/contract';
import { type IncidentEvent, narrate } from '#shared/incident';
import { timeOf, useText, useZone } from '../../app/index.ts';

/** The log of the incident in sentences, oldest first. */
export function Timeline({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const zone = useZone();
  const lines = eventsOf(view);
  const receivers = receiversOf(lines.map((line) => line.event));
  if (lines.length === 0) return <p className="dim">{t('desk.timeline.empty')}</p>;
  return (
    <ol className="timeline">
      {lines.map(({ seq, event }) => {
        const { sentence, words, tone } = narrate(event, language, zone);
        const receiver = event.type === 'messageState' ? receivers.get(event.key) : undefined;
        return (
          <li key={seq} className={`tone-line-${tone}`}>
            <time dateTime={new Date(event.at).toISOString()}>{timeOf(event.at, zone, true)}</time>
            <div>
              {sentence}
              {receiver && <span className="dim"> · {receiver}</span>}
              {words !== null && <span className="timeline-words">{t('desk.timeline.said', { words })}</span>}
            </div>
          </li>
        );
      })}
    </ol>
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
