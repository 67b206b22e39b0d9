import type { TriageAbout, TriagePlace } from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import { REVIEW_EVERY_DAYS, TRIAGE_FIGURES, TRIAGE_MODEL } from '#shared/triage';
import { tell, useText, useZone } from '../../../app/index.ts';
import { ActionButton, RefusalNote, useSend } from '../../../parts/index.ts';
import { api, coreNow, go, useCore } from '../../../stores/index.ts';
import { usePlaceName } from './place-words.ts';

/** Of `2026-11-20 23:50`: half a year away the time of day says nothing. */
const DATE_CHARS = 10;
const SOURCES = ['nspire', 'newYork', 'chicago', 'default', 'fair'] as const;
const LIMITS = ['languages', 'words', 'season', 'model'] as const;
const RATES = ['p1Recall', 'p1Precision', 'p2Recall', 'tierLenient', 'category', 'p1AsP3'] as const;

/** What triage is and is not, which versions of what are in force, how well it does, and when somebody last looked. */
export function AboutTriage({ places }: { readonly places: readonly TriagePlace[] }) {
  const { t } = useText();
  const about = useCore('triage about', ['settings', 'portfolio'], () => api.triage.about.query());
  if (!about) return null;
  return (
    <div className="split">
      <div className="rows">
        <section className="card rows" aria-label={t('triage.aboutPage.what')}>
          <h2>{t('triage.aboutPage.what')}</h2>
          <p>{t('triage.aboutPage.is')}</p>
          <p>{t('triage.aboutPage.isNot')}</p>
        </section>
        <Review about={about} />
        <Versions about={about} places={places} />
      </div>
      <div className="rows">
        <Figures />
        <section className="card rows" aria-label={t('triage.aboutPage.limits')}>
          <h2>{t('triage.aboutPage.limits')}</h2>
          <ul className="fact-list">
            {LIMITS.map((each) => (
              <li key={each}>{t(`triage.aboutPage.limit.${each}`)}</li>
            ))}
          </ul>
        </section>
        <section className="card rows" aria-label={t('triage.aboutPage.sources')}>
          <h2>{t('triage.aboutPage.sources')}</h2>
          <ul className="fact-list">
            {SOURCES.map((each) => (
              <li key={each}>{t(`triage.aboutPage.source.${each}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Review({ about }: { readonly about: TriageAbout }) {
  const { t, language } = useText();
  const zone = useZone();
  const { send, refusal, isBusy } = useSend();
  const { review, reviewDueAt } = about;
  const isOverdue = reviewDueAt === null || reviewDueAt < coreNow();
  const when = (at: number) => formatInZone(at, zone, language, 'dateTime').slice(0, DATE_CHARS);
  const sign = () =>
    send(
      () => api.triage.signReview.mutate(),
      () => tell(t('triage.aboutPage.signed', { days: REVIEW_EVERY_DAYS })),
    );
  return (
    <section className="card rows" aria-label={t('triage.aboutPage.review')}>
      <h2>{t('triage.aboutPage.review')}</h2>
      <p>{t('triage.aboutPage.reviewWords', { days: REVIEW_EVERY_DAYS })}</p>
      <p className={`note ${isOverdue ? 'note-warn' : 'note-ok'}`}>
        {review === null
          ? t('triage.aboutPage.reviewedNever')
          : t('triage.aboutPage.reviewedLast', {
              when: when(review.at),
              name: review.by,
              packs: review.packVersion,
              cards: review.cardVersion,
              company: review.companyVersion,
            })}{' '}
        <b>
          {reviewDueAt === null
            ? t('triage.aboutPage.dueNow')
            : t(isOverdue ? 'triage.aboutPage.overdue' : 'triage.aboutPage.due', { when: when(reviewDueAt) })}
        </b>
      </p>
      <RefusalNote refusal={refusal} />
      <div>
        <ActionButton
          label={t('triage.aboutPage.sign')}
          kind={isOverdue ? 'main' : 'plain'}
          isDisabled={isBusy}
          onPress={sign}
        />
      </div>
    </section>
  );
}

function Versions({ about, places }: { readonly about: TriageAbout; readonly places: readonly TriagePlace[] }) {
  const { t, language } = useText();
  const nameOf = usePlaceName();
  const count = new Intl.NumberFormat(language);
  const { packVersion, cardVersion, changedAt } = about;
  return (
    <section className="card rows" aria-label={t('triage.aboutPage.versions')}>
      <h2>{t('triage.aboutPage.versions')}</h2>
      <dl className="facts">
        <dt>{t('triage.aboutPage.packs')}</dt>
        <dd>{packVersion}</dd>
        <dt>{t('triage.aboutPage.productCards')}</dt>
        <dd>{cardVersion}</dd>
        <dt>{t('triage.aboutPage.model')}</dt>
        <dd>
          {TRIAGE_MODEL === null
            ? t('triage.aboutPage.noModel')
            : t('triage.aboutPage.modelWords', {
                version: TRIAGE_MODEL.version,
                sentences: count.format(TRIAGE_MODEL.sentences),
                kb: count.format(Math.round(TRIAGE_MODEL.bytes / 1_000)),
              })}
        </dd>
        <dt>{t('triage.aboutPage.changedAt')}</dt>
        <dd>
          {changedAt.length === 0 && t('triage.aboutPage.changedNowhere')}
          {changedAt.map((each) => {
            const place = nameOf(places.find(({ place }) => place === each.place) ?? each);
            const names = each.cards.map((category) => t(`words.category.${category}`)).join(', ');
            return (
              <p key={each.place}>
                {t('triage.aboutPage.changedLine', { place, version: each.version, name: each.signedBy ?? '–' })}
                {names !== '' && <span className="dim"> · {t('triage.aboutPage.changedCards', { names })}</span>}
              </p>
            );
          })}
        </dd>
      </dl>
    </section>
  );
}

function Figures() {
  const { t, language } = useText();
  const { texts, measuredOn, packVersion, msP99 } = TRIAGE_FIGURES;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const notYet = <span className="dim">{t('triage.aboutPage.notMeasured')}</span>;
  return (
    <section className="card rows" aria-label={t('triage.aboutPage.figures')}>
      <h2>{t('triage.aboutPage.figures')}</h2>
      <p className="dim">
        {t('triage.aboutPage.figuresWords')}
        {texts !== null && measuredOn !== null && packVersion !== null && (
          <> {t('triage.aboutPage.figuresOf', { texts, date: measuredOn, version: packVersion })}</>
        )}
      </p>
      <dl className="facts figures">
        {RATES.map((name) => {
          const rate = TRIAGE_FIGURES[name];
          return (
            <div key={name}>
              <dt>{t(`triage.aboutPage.figure.${name}`)}</dt>
              <dd>{rate === null ? notYet : percent.format(rate)}</dd>
            </div>
          );
        })}
        <div>
          <dt>{t('triage.aboutPage.figure.msP99')}</dt>
          <dd>{msP99 === null ? notYet : t('triage.bench.milliseconds', { count: msP99 })}</dd>
        </div>
      </dl>
      <p className="figures-marks">
        {t('triage.aboutPage.marks')}{' '}
        <ActionButton label={t('triage.aboutPage.toReports')} onPress={() => go('reports', 'triage')} />
      </p>
    </section>
  );
}
