import type { PersonTest, Readiness } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import { useText, useWhen } from '../../app/index.ts';
import { ActionButton } from '../../parts/index.ts';
import { CheckCard } from './check-card.tsx';
import { OpenScreen } from './open-screen.tsx';

type Gateway = Omit<Readiness['gateway'], 'hasVoice'>;

function useGatewayWords(): (gateway: Gateway) => string {
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
      check="gateway"
      title={t('readiness.check.gateway')}
      level={gateway.level}
      words={words(gateway)}
      lines={gateway.hasVoice ? [] : [t('readiness.noVoice')]}
    >
      {gateway.level !== 'ok' && <OpenScreen screen="settings" tab="gateway" />}
    </CheckCard>
  );
}

/** The one that takes over while the primary is down. */
export function FallbackCheck({ fallback }: Pick<Readiness, 'fallback'>) {
  const { t } = useText();
  const words = useGatewayWords();
  const isSilent = fallback.level === 'ok' && fallback.deliveredAt === null;
  return (
    <CheckCard
      check="fallback"
      title={t('readiness.check.fallback')}
      level={fallback.level}
      words={
        fallback.kind === null
          ? t('readiness.fallbackNone')
          : isSilent
            ? t('readiness.fallbackAnswers')
            : words(fallback)
      }
    >
      {fallback.level !== 'ok' && <OpenScreen screen="settings" tab="gateway" />}
    </CheckCard>
  );
}

type TestsCheckProps = Pick<Readiness, 'tests'> & { readonly onTest: () => void };

/** Whether tonight's people have received anything within a week. */
export function TestsCheck({ tests, onTest }: TestsCheckProps) {
  const { t } = useText();
  const when = useWhen();
  const { level, people } = tests;
  const received = people.filter((each) => each.state === 'received').length;
  const others = people.filter((each) => each.state !== 'received');
  const line = ({ name, state, at }: PersonTest) =>
    t(`readiness.test.${state}`, { name, time: at === null ? '' : when(at) });
  const due = testable(people).length;
  return (
    <CheckCard
      check="tests"
      title={t('readiness.check.tests')}
      level={level}
      words={
        people.length === 0
          ? t('readiness.testsNobody')
          : others.length === 0
            ? t('readiness.testsOk')
            : t('readiness.testsSome', { count: received })
      }
      lines={others.map(line)}
    >
      {due > 0 && <ActionButton label={t('readiness.testThem', { count: due })} cap="T" onPress={onTest} />}
    </CheckCard>
  );
}

/** Who would be sent one: nobody twice within a week. */
export function testable(people: readonly PersonTest[]): readonly PersonTest[] {
  return people.filter((each) => each.state === 'due');
}
