import type { IncidentView } from '#shared/contract';
import { timeOf, useText, useZone } from '../../app/index.ts';

/** Why somebody was not told, or not at once: newest first, each with the rule that made it so. */
export function WhyNot({ view }: { readonly view: IncidentView }) {
  const { t, pick } = useText();
  const zone = useZone();
  if (view.whyNot.length === 0) return <p className="dim">{t('desk.whyNot.nothing')}</p>;
  return (
    <ol className="timeline why-not">
      {view.whyNot.toReversed().map((line) => (
        <li
          key={`${line.at}/${line.what}/${line.words.en}`}
          className={isHot(line.what) ? 'tone-line-hot' : 'tone-line-plain'}
        >
          <time dateTime={new Date(line.at).toISOString()}>{timeOf(line.at, zone, true)}</time>
          <div>
            <b>{t(`desk.whyNot.what.${line.what}`)}</b>
            {line.whom && ` · ${line.whom}`}
            <span className="why-not-words">{pick(line.words)}</span>
            <span className="dim">{t(`desk.whyNot.rules.${keyOf(line.rule)}`)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

type Line = IncidentView['whyNot'][number];

/** Somebody who was to be told was not, and perhaps is not to this day. */
function isHot(what: Line['what']): boolean {
  return what === 'failed' || what === 'expired' || what === 'unknown' || what === 'skipped';
}

function keyOf(rule: Line['rule']) {
  return typeof rule === 'number' ? (`r${rule}` as const) : rule;
}
