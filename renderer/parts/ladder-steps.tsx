import type { LadderStepView, TargetSpec, Tier } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { dayHeads, phoneOf, shortName, timeOf, useText, useZone } from '../app/index.ts';
import { useQuarter, useSession, useStatus } from '../stores/index.ts';

type Text = ReturnType<typeof useText>['t'];

/** What somebody is woken as: primary, property manager, emergency vendor. */
export function roleWord(as: TargetSpec, t: Text): string {
  return as.kind === 'onCall' || as.kind === 'role' ? t(`words.role.${as.role}`) : t(`words.role.${as.kind}`);
}

type HowReached = { readonly tier: Tier | null; readonly hasVoice: boolean };

/** Over what somebody is reached. Without a gateway for calls nothing rings: for a P1 a person is asked to call. */
function channelWords(channels: readonly string[], { tier, hasVoice }: HowReached, t: Text): string {
  const words = channels.flatMap((channel) => {
    switch (channel) {
      case 'voice':
        if (hasVoice) return [t('words.channel.voice')];
        return tier === 'P1' ? [t('words.channel.byHand', { count: TIMING.callByHandAfterMs / 60_000 })] : [];
      case 'byHand':
        return [t('words.channel.byHand', { count: TIMING.callByHandAfterMs / 60_000 })];
      case 'sms':
      case 'deskAlarm':
        return [t(`words.channel.${channel}`)];
      default:
        return [channel];
    }
  });
  return words.length === 0 ? t('words.channel.sms') : words.join(', ');
}

type Person = LadderStepView['recipients'][number];

type LadderStepsProps = {
  readonly steps: readonly LadderStepView[];
  readonly tier: Tier | null;
  /** Before dispatch: nothing has a state yet, and of the numbers the last four digits will do. */
  readonly isPreview?: boolean;
};

/** A ladder as it would run or as it went: when, whom, over what, and where it would reach nobody. */
export function LadderSteps({ steps, tier, isPreview = false }: LadderStepsProps) {
  const { t, language } = useText();
  const zone = useZone();
  const quarter = useQuarter();
  const hasVoice = useStatus((state) => state.status?.hasVoice) ?? false;
  const heads = dayHeads(
    steps.map((step) => step.at),
    quarter,
    zone,
    language,
  );
  return (
    <ol className={`ladder${isPreview ? ' is-preview' : ''}`}>
      {steps.map((step, index) => (
        <li key={`${step.step} ${step.at}`} className={`ladder-step is-${step.state}`}>
          <span className="ladder-time">
            {heads[index] && <b className="day-head">{heads[index]}</b>}
            {timeOf(step.at, zone)}
          </span>
          <div className="ladder-people">
            {step.recipients.length === 0 && <span className="amber">{t('desk.ladder.nobodyOnCall')}</span>}
            {step.recipients.map((person) => (
              <LadderPerson
                key={`${person.responderId ?? ''} ${person.name}`}
                person={person}
                how={{ tier, hasVoice }}
                isShort={isPreview}
              />
            ))}
          </div>
          {!isPreview && <span className="ladder-state">{t(`desk.ladder.${step.state}`)}</span>}
        </li>
      ))}
    </ol>
  );
}

type LadderPersonProps = { readonly person: Person; readonly how: HowReached; readonly isShort: boolean };

function LadderPerson({ person, how, isShort }: LadderPersonProps) {
  const { t } = useText();
  const ownId = useSession((state) => state.session?.deskSession?.staff.responderId ?? null);
  const isMe = ownId !== null && person.responderId === ownId;
  const { problem, phone, wakeUpsThisWeek, whateverElse } = person;
  // Joined, so that no line ends between the dots and the digits.
  const number = phone && (isShort ? `…\u2060${phone.slice(-4)}` : phoneOf(phone));
  const detail = [
    isMe ? t('desk.ladder.you') : null,
    problem === null && !isMe ? number : null,
    wakeUpsThisWeek > 0 ? t('desk.ladder.thisWeek', { count: wakeUpsThisWeek }) : null,
    whateverElse ? t('desk.ladder.whateverElse') : null,
  ].filter((words) => words !== null);
  return (
    <div>
      <span className={problem === 'nobodyOnCall' ? 'amber' : ''}>
        {person.name ? shortName(person.name) : t('desk.ladder.nobodyOnCall')}
      </span>
      <span className="dim">
        , {roleWord(person.as, t)} · {channelWords(person.channels, how, t)}
      </span>
      <div className="ladder-detail">
        {problem !== null && <b className="amber">{t(`desk.ladder.${problem}`)}</b>}
        {problem !== null && detail.length > 0 && ' · '}
        {detail.join(' · ')}
      </div>
    </div>
  );
}
