import type { IncidentView } from '#shared/contract';
import { LINE_KEYS, useText } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { api, openIncident, openLine, useCore } from '../../stores/index.ts';

/** What this incident is one with: the one that climbs for it, the units it climbs for, and what may belong to it. */
export function Building({ view }: { readonly view: IncidentView }) {
  return (
    <>
      <PartOf view={view} />
      <Parts view={view} />
      <Offer view={view} />
    </>
  );
}

function PartOf({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const { partOf, row } = view;
  if (partOf === null || row.status === 'resolved') return null;
  return (
    <div className="building">
      <p>{t('desk.building.partOf', { head: partOf.number })}</p>
      <ActionButton
        label={t('desk.building.show', { number: partOf.number })}
        onPress={() => openIncident(partOf.id)}
      />
    </div>
  );
}

/** Each unit with its own words and needs. */
function Parts({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  if (view.parts.length === 0) return null;
  return (
    <div className="building">
      <b>{t('desk.building.parts', { count: view.parts.length })}</b>
      <ul className="building-parts">
        {view.parts.map((part) => (
          <li key={part.id}>
            <button type="button" className="building-unit" onClick={() => openIncident(part.id)}>
              #{part.number} {part.unitLabel}
            </button>
            <span>
              {part.residentName}
              {part.hasVolunteeredNeed && (
                <span className="need" role="img" aria-label={t('desk.queue.need')} title={t('desk.queue.need')}>
                  {' '}
                  ⚑
                </span>
              )}
            </span>
            <span className="dim">{part.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What looks like the same trouble; the person decides. */
function Offer({ view }: { readonly view: IncidentView }) {
  const { t } = useText();
  const { id } = view.row;
  const related = useCore(id, ['queue'], () => api.incident.related.query({ id }));
  const canLink = view.refused.link === undefined;
  if (!related || !canLink) return null;
  const { repeats, building } = related;
  if (repeats.length === 0 && building.length === 0) return null;
  const numbers = (rows: typeof repeats) => rows.map((row) => `#${row.number}`).join(', ');
  return (
    <div className="building building-offer">
      <p>
        {building.length > 0
          ? t('desk.building.offer', { count: building.length + 1, numbers: numbers(building) })
          : t('desk.building.repeat', { numbers: numbers(repeats) })}
      </p>
      <ActionButton label={t('desk.lines.link')} cap={LINE_KEYS.link} onPress={() => openLine('link', id)} />
    </div>
  );
}
