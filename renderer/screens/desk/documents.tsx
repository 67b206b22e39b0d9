import type { IncidentView } from '#shared/contract';
import { narrate } from '#shared/incident';
import { dayOf, tell, timeOf, useText, useZone } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { eventsOf } from './timeline.tsx';

/** What can be taken out of the console about this incident alone. */
export function Documents({ view }: { readonly view: IncidentView }) {
  const { t, language } = useText();
  const zone = useZone();
  const copy = async () => {
    const lines = eventsOf(view).map(({ event }) => {
      const { sentence, words } = narrate(event, language, zone);
      return `${dayOf(event.at, zone, language)} ${timeOf(event.at, zone, true)}  ${sentence}${words === null ? '' : ` “${words}”`}`;
    });
    await navigator.clipboard.writeText([`#${view.row.number} ${view.place.label}`, ...lines].join('\n'));
    tell(t('desk.documents.copied'));
  };
  return (
    <ul className="documents">
      <li>
        <div>
          <b>{t('desk.documents.log')}</b>
          <p className="dim">{t('desk.documents.logWords')}</p>
        </div>
        <ActionButton label={t('desk.documents.download')} onPress={() => saveLog(view)} />
      </li>
      <li>
        <div>
          <b>{t('desk.documents.copy')}</b>
          <p className="dim">{t('desk.documents.copyWords')}</p>
        </div>
        <ActionButton label={t('desk.documents.copy')} onPress={() => void copy()} />
      </li>
      <li className="dim">{t('desk.documents.handoffs')}</li>
    </ul>
  );
}

function saveLog(view: IncidentView): void {
  const lines = view.events.map((event) => `${JSON.stringify(event)}\n`);
  const address = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `incident-${view.row.number}.jsonl`;
  link.click();
  URL.revokeObjectURL(address);
}
