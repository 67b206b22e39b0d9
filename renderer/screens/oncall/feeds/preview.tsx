import type { FeedPreview } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { Broken } from './broken.tsx';

const SHOWN = 4;

/** What a calendar would give: its next stretches, whom it names, which titles mean nobody yet. */
export function PreviewOf({ preview }: { readonly preview: FeedPreview }) {
  const { t, language } = useText();
  const { nameOf, now, zone } = usePlan();
  const { full } = useKeyWords();
  const { shifts, unmapped, broken } = preview;
  const people = [...new Set(shifts.map((shift) => shift.responderId))].map(nameOf);
  const next = shifts.filter((shift) => shift.endsAt > now).toSorted((a, b) => a.startsAt - b.startsAt);
  const list = new Intl.ListFormat(language);
  return (
    <div className="wide note feed-preview" role="status">
      <p>
        <b>{t('feeds.found', { count: shifts.length })}</b>{' '}
        {people.length > 0 && t('feeds.recognised', { people: list.format(people) })}
      </p>
      <ul>
        {next.slice(0, SHOWN).map((shift) => (
          <li key={shift.id}>
            {whenOf(shift.startsAt, now, zone, language)} – {whenOf(shift.endsAt, now, zone, language)} ·{' '}
            {nameOf(shift.responderId)} <span className="dim">· {full(shift)}</span>
          </li>
        ))}
      </ul>
      {unmapped.length > 0 && (
        <p className="amber">
          {t('feeds.unknownTitles', { titles: list.format(unmapped.map(({ title }) => `“${title}”`)) })}
        </p>
      )}
      <Broken broken={broken} />
    </div>
  );
}
