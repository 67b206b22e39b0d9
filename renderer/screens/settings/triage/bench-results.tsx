import { BENCH_CHANGES, type BenchResult, type BenchRow, type BenchVerdict, TIERS } from '#shared/contract';
import { useText, useZone, whenOf } from '../../../app/index.ts';
import { Empty, Highlighted, reasonLabel, TierMark } from '../../../parts/index.ts';
import { coreNow } from '../../../stores/index.ts';

/**
 * What the bench found: how many of what on top, each text below; where rules were compared, only what changes. `isOld`: the
 * form above says something else by now than what was judged.
 */
export function BenchResults({ result, isOld }: { readonly result: BenchResult; readonly isOld: boolean }) {
  const { t } = useText();
  const isCompared = result.rows.some((row) => row.instead !== null) || result.rows.length === 0;
  const isNothing = result.judged === 0;
  return (
    <section className="bench-results" aria-label={t('triage.section.bench')}>
      {isOld && <p className="note note-warn">{t('triage.bench.old')}</p>}
      <Counts result={result} isCompared={isCompared && !isNothing} />
      {isNothing ? (
        <Empty title={t('triage.bench.noTexts')}>{t('triage.bench.noTextsWords')}</Empty>
      ) : result.rows.length === 0 ? (
        <Empty title={t('triage.bench.none')}>{t('triage.bench.noneWords')}</Empty>
      ) : (
        <Rows rows={result.rows} />
      )}
      {result.rowsLeftOut > 0 && <p className="dim">{t('triage.bench.more', { count: result.rowsLeftOut })}</p>}
    </section>
  );
}

function Counts({ result, isCompared }: { readonly result: BenchResult; readonly isCompared: boolean }) {
  const { t } = useText();
  const ms = Math.max(1, Math.round(result.ms));
  const time =
    ms < 1_000
      ? t('triage.bench.milliseconds', { count: ms })
      : t('triage.bench.seconds', { count: Math.round(ms / 100) / 10 });
  return (
    <output className="bench-counts">
      <b>{t('triage.bench.judged', { count: result.judged, time })}</b>
      {isCompared
        ? BENCH_CHANGES.map((change) => (
            <span key={change} className={`chip bench-${change}`}>
              <b>{result.changed[change]}</b> {t(`triage.bench.change.${change}`)}
            </span>
          ))
        : TIERS.map((tier) => (
            <span key={tier} className="chip">
              <b>{result.tiers[tier]}</b> {t(`words.tierLong.${tier}`)}
            </span>
          ))}
    </output>
  );
}

function Rows({ rows }: { readonly rows: readonly BenchRow[] }) {
  const { t } = useText();
  return (
    // Focusable, so that a wide table can be scrolled by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="sheet-frame" tabIndex={0} aria-label={t('triage.bench.columns.text')}>
      <table className="sheet bench-table">
        <thead>
          <tr>
            <th scope="col">{t('triage.bench.columns.tier')}</th>
            <th scope="col">{t('triage.bench.columns.text')}</th>
            <th scope="col">{t('triage.bench.columns.category')}</th>
            <th scope="col">{t('triage.bench.columns.question')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // The same text may stand there twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Row key={index} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { readonly row: BenchRow }) {
  const { t, pick, language } = useText();
  const zone = useZone();
  const { inForce, instead, changes } = row;
  const shown = instead ?? inForce;
  const origin = [
    row.receivedAt === null ? '' : whenOf(row.receivedAt, coreNow(), zone, language),
    row.placeName ?? '',
  ].filter((part) => part !== '');
  const question = (verdict: BenchVerdict) =>
    verdict.question ? pick(verdict.question) : t('triage.bench.noQuestion');
  return (
    <tr>
      <td className="tight">
        <Becomes isChanged={changes.includes('up') || changes.includes('down')}>
          {[<TierMark key="now" tier={inForce.tier} />, <TierMark key="then" tier={shown.tier} />]}
        </Becomes>
      </td>
      <td>
        <Highlighted text={row.text} spans={shown.reasons} />
        <span className="sub">
          {[...new Set(shown.reasons.map((each) => reasonLabel(each.code, language)))].join(' · ')}
          {origin.length > 0 && <> · {origin.join(', ')}</>}
        </span>
      </td>
      <td>
        <Becomes isChanged={changes.includes('category')}>
          {[t(`words.category.${inForce.category}`), t(`words.category.${shown.category}`)]}
        </Becomes>
      </td>
      <td className="dim">
        <Becomes isChanged={changes.includes('question')}>{[question(inForce), question(shown)]}</Becomes>
      </td>
    </tr>
  );
}

/** What it is now, and, where that changes, what it would be. */
function Becomes(props: {
  readonly isChanged: boolean;
  readonly children: readonly [now: React.ReactNode, then: React.ReactNode];
}) {
  const { t } = useText();
  const [now, then] = props.children;
  if (!props.isChanged) return now;
  return (
    <span className="becomes">
      <span>{now}</span>
      <span>
        <span aria-hidden="true">→ </span>
        <span className="sr-only">{t('triage.bench.becomes')} </span>
      </span>
      <span>{then}</span>
    </span>
  );
}
