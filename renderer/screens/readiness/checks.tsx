import type { ReachFinding, Readiness } from '#shared/contract';
import { dayOf, useText, useZone, whenOf } from '../../app/index.ts';
import { roleWord } from '../../parts/index.ts';
import { coreNow, useAppInfo } from '../../stores/index.ts';
import { CheckCard } from './check-card.tsx';
import { type GroupedFinding, grouped, roomOf } from './findings.ts';
import { OpenScreen } from './open-screen.tsx';

/** So many places are named, the others counted. */
const MOST_PLACES = 3;

function useWhen(): (at: number) => string {
  const { language } = useText();
  const zone = useZone();
  return (at) => whenOf(at, coreNow(), zone, language);
}

/** What was accepted by name is no warning, and still no cover. */
function coverWords({ level, findings }: Readiness['cover']) {
  if (level === 'unknown') return 'coverNone';
  if (level !== 'ok') return 'coverSome';
  return findings.length > 0 ? 'coverAccepted' : 'coverOk';
}

export function CoverCheck({ cover }: Pick<Readiness, 'cover'>) {
  const { t, language } = useText();
  const when = useWhen();
  const staff = useAppInfo((state) => state.info?.staff) ?? [];
  const list = new Intl.ListFormat(language);
  const where = (places: GroupedFinding['places']) => {
    if (places === null) return t('readiness.everywhere');
    const more = places.length - MOST_PLACES;
    const named = places.slice(0, MOST_PLACES);
    return t('readiness.at', {
      places: list.format(more > 0 ? [...named, t('readiness.morePlaces', { count: more })] : named),
    });
  };
  const line = ({ accepted, ...finding }: GroupedFinding) => {
    if (accepted === null) return said(finding);
    const name = staff.find((each) => each.id === accepted.by)?.name ?? accepted.by;
    return t('readiness.accepted', { what: said(finding), name, until: when(accepted.until) });
  };
  const said = ({ kind, trades, name, startsAt, endsAt, places }: Omit<GroupedFinding, 'accepted'>) =>
    t('readiness.findingWhen', {
      what: t(`readiness.finding.${kind}`, {
        trades: list.format(trades.map((each) => t(`words.trade.${each}`))),
        name,
      }),
      from: when(startsAt),
      to: when(endsAt),
      where: where(places),
    });
  const words = t(`readiness.${coverWords(cover)}`, { time: when(cover.to) });
  return (
    <CheckCard
      check="cover"
      title={t('readiness.check.cover')}
      level={cover.level}
      words={words}
      lines={grouped(cover.findings).map(line)}
    >
      {cover.level !== 'ok' && <OpenScreen screen="oncall" />}
    </CheckCard>
  );
}

export function PeopleCheck({ people }: Pick<Readiness, 'people'>) {
  const { t } = useText();
  const line = (finding: ReachFinding): string => {
    switch (finding.kind) {
      case 'onCallWithoutNumber':
        return t('readiness.reach.onCallWithoutNumber', {
          name: finding.name,
          role: t(`words.role.${finding.role}`),
          trade: t(`words.trade.${finding.trade}`),
        });
      case 'stepWithoutNumber':
        return t('readiness.reach.stepWithoutNumber', {
          name: finding.name,
          who: roleWord(finding.target, t),
          tier: finding.tier,
        });
      case 'stepWithoutPerson':
        return t('readiness.reach.stepWithoutPerson', { who: roleWord(finding.target, t), tier: finding.tier });
    }
  };
  const isOk = people.findings.length === 0;
  return (
    <CheckCard
      check="people"
      title={t('readiness.check.people')}
      level={people.level}
      words={isOk ? t('readiness.peopleOk') : t('readiness.peopleSome')}
      lines={people.findings.map(line)}
    >
      {people.level !== 'ok' && <OpenScreen screen="portfolio" tab="responders" />}
    </CheckCard>
  );
}

export function ModeCheck({ mode }: Pick<Readiness, 'mode'>) {
  const { t } = useText();
  const { kind, isPractice, isDemo } = mode;
  const words = isPractice
    ? t('readiness.modePractice')
    : t(isDemo ? 'readiness.modeDemoLive' : 'readiness.modeLive', { kind });
  return <CheckCard check="mode" title={t('readiness.check.mode')} level={mode.level} words={words} />;
}

export function AwakeCheck({ awake }: Pick<Readiness, 'awake'>) {
  const { t } = useText();
  return (
    <CheckCard
      check="awake"
      title={t('readiness.check.awake')}
      level={awake.level}
      words={awake.level === 'unknown' ? t('readiness.awakeTold') : t('readiness.awakeNobody')}
    />
  );
}

export function TriageCheck({ triage }: Pick<Readiness, 'triage'>) {
  const { t, language } = useText();
  const zone = useZone();
  const { level, review, dueAt } = triage;
  const day = (at: number) => dayOf(at, zone, language);
  const words =
    review === null || dueAt === null
      ? t('readiness.triageNever')
      : t(level === 'ok' ? 'readiness.triageReviewed' : 'readiness.triageOverdue', {
          name: review.by,
          time: day(review.at),
          due: day(dueAt),
        });
  return (
    <CheckCard check="triage" title={t('readiness.check.triage')} level={level} words={words}>
      {level !== 'ok' && <OpenScreen screen="settings" tab="triage-about" />}
    </CheckCard>
  );
}

export function DiskCheck({ disk }: Pick<Readiness, 'disk'>) {
  const { t } = useText();
  const { level, folder, freeBytes } = disk;
  const words =
    freeBytes === null
      ? t('readiness.diskUnknown', { folder })
      : t('readiness.disk', { room: roomOf(freeBytes), folder });
  return <CheckCard check="disk" title={t('readiness.check.disk')} level={level} words={words} />;
}
