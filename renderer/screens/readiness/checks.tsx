import type { ReachFinding, Readiness } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { dayOf, useText, useZone, whenOf } from '../../app/index.ts';
import { ActionButton, roleWord } from '../../parts/index.ts';
import { coreNow, go, useAppInfo } from '../../stores/index.ts';
import { CheckCard } from './check-card.tsx';
import { type GroupedFinding, grouped, roomOf } from './findings.ts';

/** So many places are named, the others counted. */
const MOST_PLACES = 3;

function useWhen(): (at: number) => string {
  const { language } = useText();
  const zone = useZone();
  return (at) => whenOf(at, coreNow(), zone, language);
}

/** Where it is put right. */
function OpenScreen({ screen, tab }: { readonly screen: 'oncall' | 'portfolio' | 'settings'; readonly tab?: string }) {
  const { t } = useText();
  return (
    <ActionButton
      label={t('readiness.open', { screen: t(`frame.screens.${screen}`) })}
      onPress={() => go(screen, tab ?? null)}
    />
  );
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
      title={t('readiness.check.people')}
      level={people.level}
      words={isOk ? t('readiness.peopleOk') : t('readiness.peopleSome')}
      lines={people.findings.map(line)}
    >
      {people.level !== 'ok' && <OpenScreen screen="portfolio" tab="responders" />}
    </CheckCard>
  );
}

function useGatewayWords(): (gateway: Readiness['gateway']) => string {
  const { t, language } = useText();
  const when = useWhen();
  return ({ level, detail, since, takenAt, deliveredAt }) => {
    const said = reasonWords(detail, language);
    if (level === 'bad') return t('readiness.gatewayDown', { time: since === null ? '?' : when(since), detail: said });
    if (level === 'ok' && deliveredAt !== null) return t('readiness.gatewayDelivered', { time: when(deliveredAt) });
    if (detail === 'notAsked' || (level === 'warn' && deliveredAt === null))
      return t('readiness.gatewayUnsure', { detail: said });
    if (deliveredAt !== null) return t('readiness.gatewayOld', { time: when(deliveredAt) });
    return takenAt === null ? t('readiness.gatewayNever') : t('readiness.gatewayTaken', { time: when(takenAt) });
  };
}

export function GatewayCheck({ gateway }: Pick<Readiness, 'gateway'>) {
  const { t } = useText();
  const words = useGatewayWords();
  return (
    <CheckCard
      title={t('readiness.check.gateway')}
      level={gateway.level}
      words={words(gateway)}
      lines={gateway.hasVoice ? [] : [t('readiness.noVoice')]}
    >
      {gateway.level !== 'ok' && <OpenScreen screen="settings" tab="gateway" />}
    </CheckCard>
  );
}

export function ModeCheck({ mode }: Pick<Readiness, 'mode'>) {
  const { t } = useText();
  const { kind, isPractice, isDemo } = mode;
  const words = isPractice
    ? t('readiness.modePractice')
    : t(isDemo ? 'readiness.modeDemoLive' : 'readiness.modeLive', { kind });
  return <CheckCard title={t('readiness.check.mode')} level={mode.level} words={words} />;
}

export function AwakeCheck({ awake }: Pick<Readiness, 'awake'>) {
  const { t } = useText();
  return (
    <CheckCard
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
    <CheckCard title={t('readiness.check.triage')} level={level} words={words}>
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
  return <CheckCard title={t('readiness.check.disk')} level={level} words={words} />;
}
