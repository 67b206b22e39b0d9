import { shortName, useText, whenOf } from '../../../app/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import type { PlanKey, Stretch } from '../plan-key.ts';
import { heldIn } from '../timeline.ts';
import { narrowerDuties } from './narrower.ts';

const MOST_NAMED = 3;

/** What a cover meets: another cover that it takes the place of, and places where somebody else stays on. */
export function LaidOver({ duty, stretch }: { readonly duty: PlanKey; readonly stretch: Stretch | null }) {
  const { t, language } = useText();
  const { calendar, zone, now, nameOf, staffName } = usePlan();
  const { where } = useKeyWords();
  if (stretch === null) return null;
  const { covers } = calendar.sources;
  const hidden = heldIn(calendar.sources, duty, stretch).find(({ source }) => source.kind === 'cover');
  const entered = covers.find((each) => each.id === hidden?.source.id);
  const narrower = narrowerDuties(calendar.sources, duty, stretch);
  const named = narrower.slice(0, MOST_NAMED).map((each) => `${where(each)}: ${shortName(nameOf(each.responderId))}`);
  const more = narrower.length - named.length;
  const list = new Intl.ListFormat(language);
  return (
    <>
      {hidden && entered && (
        <p className="wide note note-warn">
          {t('planning.coversCover', {
            name: nameOf(hidden.responderId),
            by: staffName(entered.by),
            from: whenOf(hidden.startsAt, now, zone, language),
            to: whenOf(hidden.endsAt, now, zone, language),
          })}
        </p>
      )}
      {named.length > 0 && (
        <p className="wide note note-warn">
          {t('planning.notAt', {
            places: list.format(more > 0 ? [...named, t('ahead.morePlaces', { count: more })] : named),
          })}
        </p>
      )}
    </>
  );
}
