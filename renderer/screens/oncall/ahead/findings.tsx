import { type KeyboardEvent, useRef, useState } from 'react';
import type { OnCallFinding } from '#shared/contract';
import { useText, whenOf } from '../../../app/index.ts';
import { ActionButton } from '../../../parts/index.ts';
import { useFindingWords } from '../grid/bar-words.ts';
import { useKeyWords, usePlan } from '../plan-context.tsx';
import { nextMorning, type StretchDraft } from '../timeline.ts';
import { byWeight, merged, weightOf } from './weigh.ts';

/** So many places are named, the others counted. */
const MOST_PLACES = 3;

/** The part of a finding that a cover would close first: from now or its beginning to the next morning. */
function draftOf(finding: OnCallFinding, zone: string, now: number): StretchDraft {
  const startsAt = Math.max(finding.startsAt, now);
  const { trade, role, propertyId, group } = finding;
  return {
    trade,
    role: role ?? 'primary',
    propertyId,
    group,
    startsAt,
    endsAt: Math.min(finding.endsAt, nextMorning(zone, startsAt)),
  };
}

/** What is found, worst first. Up and down walk the list; C covers, G decides about the one in hand. */
export function Findings({ isKeyed }: { readonly isKeyed: boolean }) {
  const { outlook, properties, zone, now, open } = usePlan();
  const [raw, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const findings = byWeight(merged(outlook?.findings ?? [], properties.length), now);
  const at = Math.min(raw, findings.length - 1);
  const cover = (finding: OnCallFinding) => open({ kind: 'cover', draft: draftOf(finding, zone, now) });
  const decide = (finding: OnCallFinding) => open({ kind: 'gap', draft: draftOf(finding, zone, now) });
  const steer = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const finding = findings[at];
    if (!isKeyed || !finding || event.ctrlKey || event.altKey) return;
    if (step !== 0) {
      const next = Math.max(0, Math.min(findings.length - 1, at + step));
      setAt(next);
      list.current?.querySelectorAll<HTMLElement>('.finding')[next]?.focus();
    } else if (event.key === 'c') cover(finding);
    else if (event.key === 'g' && canDecide(finding)) decide(finding);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (findings.length === 0) return null;
  return (
    <ul className="finding-list" ref={list} onKeyDown={steer}>
      {findings.map((finding, index) => (
        <FindingRow
          key={`${finding.kind} ${finding.trade} ${finding.role} ${finding.propertyId} ${finding.group} ${finding.startsAt}`}
          finding={finding}
          isAt={index === at}
          onFocus={() => setAt(index)}
          onCover={() => cover(finding)}
          onDecide={() => decide(finding)}
        />
      ))}
    </ul>
  );
}

/** A hole can be accepted or given to a vendor; a wrong number cannot. */
function canDecide({ kind }: OnCallFinding): boolean {
  return kind === 'nobody' || kind === 'noPrimary' || kind === 'noBackup';
}

function FindingRow(props: {
  readonly finding: OnCallFinding;
  readonly isAt: boolean;
  readonly onFocus: () => void;
  readonly onCover: () => void;
  readonly onDecide: () => void;
}) {
  const { finding, isAt, onFocus, onCover, onDecide } = props;
  const { t, language, pick } = useText();
  const { now, zone, staffName } = usePlan();
  const { where } = useKeyWords();
  const words = useFindingWords();
  const weight = weightOf(finding);
  const place = where(finding);
  const trade = t(`words.trade.${finding.trade}`);
  const { accepted } = finding;
  const cap = (letter: string) => (isAt ? { cap: letter } : {});
  return (
    // Rows are walked by arrows, so each takes the focus.
    <li className={`finding finding-${weight}`} tabIndex={isAt ? 0 : -1} onFocus={onFocus}>
      <div className="finding-words">
        <b>
          {finding.role === null ? trade : `${trade} ${t(`words.role.${finding.role}`)}`}
          {place !== null && ` · ${place}`}: {words(finding)}
        </b>{' '}
        <span className="finding-when">
          {t('oncall.gapSpan', {
            from: whenOf(Math.max(finding.startsAt, now), now, zone, language),
            to: whenOf(finding.endsAt, now, zone, language),
          })}
        </span>
        <p>
          {accepted === null
            ? pick(finding.cost)
            : t('ahead.accepted', {
                name: staffName(accepted.by),
                until: whenOf(accepted.until, now, zone, language),
                reason: accepted.reason,
              })}
          <Places places={finding.places} />
        </p>
      </div>
      {accepted === null && (
        <span className="finding-acts">
          <ActionButton label={t('oncall.coverThis')} {...cap('C')} onPress={onCover} />
          {canDecide(finding) && <ActionButton label={t('ahead.decide')} {...cap('G')} onPress={onDecide} />}
        </span>
      )}
    </li>
  );
}

function Places({ places }: Pick<OnCallFinding, 'places'>) {
  const { t, language } = useText();
  if (places === null || places.length === 0) return null;
  const more = places.length - MOST_PLACES;
  const named = places.slice(0, MOST_PLACES);
  const list = new Intl.ListFormat(language);
  return (
    <span className="dim">
      {' '}
      {t('ahead.places', {
        places: list.format(more > 0 ? [...named, t('ahead.morePlaces', { count: more })] : named),
      })}
    </span>
  );
}
