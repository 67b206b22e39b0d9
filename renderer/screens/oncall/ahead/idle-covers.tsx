import { useText, whenOf } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { removalOf } from '../removals.ts';

/** Covers that change nothing: whoever entered one thinks that somebody else is on. */
export function IdleCovers() {
  const { t, language } = useText();
  const { calendar, now, zone, nameOf, staffName, remove } = usePlan();
  const { full } = useKeyWords();
  const { covers } = calendar.sources;
  const idle = covers.filter((cover) => calendar.idleCoverIds.includes(cover.id) && cover.endsAt > now);
  if (idle.length === 0) return null;
  return (
    <div className="ahead-group">
      <h3 className="overline">{t('ahead.idle')}</h3>
      <ul className="ahead-list">
        {idle.map((cover) => (
          <li key={cover.id} className="ahead-row">
            <span>
              {t('ahead.idleCover', {
                name: nameOf(cover.responderId),
                duty: full(cover),
                from: whenOf(cover.startsAt, now, zone, language),
                by: staffName(cover.by),
              })}
            </span>
            <ActionButton label={t('oncall.remove')} onPress={() => remove(removalOf(cover, covers))} />
          </li>
        ))}
      </ul>
    </div>
  );
}
