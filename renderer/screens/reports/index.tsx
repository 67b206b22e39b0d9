import { dayOf, useText, useZone } from '../../app/index.ts';
import { api, useCore } from '../../stores/index.ts';

/** The handoffs made so far, newest first. */
export function Reports() {
  const { t, language } = useText();
  const zone = useZone();
  const handoffs = useCore('handoffs', ['handoff'], () => api.handoff.list.query());
  return (
    <div className="screen-plain">
      <h1>{t('frame.screens.reports')}</h1>
      <ul>
        {handoffs?.map((handoff) => (
          <li key={handoff.id}>
            <a href={`/documents/handoff/${handoff.id}.pdf`}>
              {dayOf(handoff.startedAt, zone, language)} · {handoff.staffName}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
