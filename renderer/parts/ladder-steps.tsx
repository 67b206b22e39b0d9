import type { LadderStepView, TargetSpec } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { dayHeads, phoneOf, shortName, timeOf, useText, useZone } from '../app/index.ts';
import { useQuarter, useSession, useStatus } from '../stores/index.ts';

type Text = ReturnType<typeof useText>['t'];

/** What somebody is woken as: primary, property manager, emergency vendor. */
export function roleWord(as: TargetSpec, t: Text): string {
  return as.kind === 'onCall' || as.kind === 'role' ? t(`words.role.${as.role}`) : t(`words.role.${as.kind}`);
}

/** Over what somebody is reached, and after how long. Without a gateway for calls nothing rings: a person is asked to call. */
function channelWords({ channels, afterMin = {}, isCopy }: Person, hasVoice: boolean, t: Text): string {
  if (isCopy) return t('words.channel.copy');
  const later = (word: string, count: number | undefined) =>
    count === undefined ? word : t('words.channel.after', { channel: word, count });
  const byHand = () => {
    const count = afterMin.voice ?? TIMING.callByHandAfterMs / 60_000;
    return count === 0 ? t('words.channel.byHandAtOnce') : t('words.channel.byHand', { count });
  };
  const words = channels.map((channel) => {
    switch (channel) {
      case 'voice':
        return hasVoice ? later(t('words.channel.voice'), afterMin.voice) : byHand();
      case 'byHand':
        return byHand();
      case 'sms':
        return later(t('words.channel.sms'), afterMin.sms);
      case 'deskAlarm':
        return t('words.channel.deskAlarm');
      default:
        return channel;
    }
  });
  // What stands for a call is a text and a call by hand.
  const isTextBeside = !hasVoice && channels.length === 1 && channels[0] === 'voice';
  return [...(isTextBeside ? [t('words.channel.sms')] : []), ...words].join(', ');
}

/** From the second time on. */
const NTH = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;

/** How often somebody would have been woken in these seven days: `third time this week`; null the first time. */
function loadWords(wakeUpsThisWeek: number, t: Text): string | null {
  if (wakeUpsThisWeek === 0) return null;
  const nth = NTH[wakeUpsThisWeek - 1];
  if (nth === undefined) return t('desk.ladder.thisWeekMany', { count: wakeUpsThisWeek });
  return t('desk.ladder.thisWeek', { nth: t(`words.nth.${nth}`) });
}

type Person = LadderStepView['recipients'][number];

type LadderStepsProps = {
  readonly steps: readonly LadderStepView[];
  /** Before dispatch: nothing has a state yet. */
  readonly isPreview?: boolean;
};

/** A ladder as it would run or as it went: when, whom, over what, and where it would reach nobody. */
export function LadderSteps({ steps, isPreview = false }: LadderStepsProps) {
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
            {/* What was passed over has its reason in the timeline: nobody on call, or no number. */}
            {step.recipients.length === 0 && <span className="amber">—</span>}
            {step.recipients.map((person) => (
              <LadderPerson key={`${person.responderId ?? ''} ${person.name}`} person={person} hasVoice={hasVoice} />
            ))}
          </div>
          {!isPreview && <span className="ladder-state">{t(`desk.ladder.${step.state}`)}</span>}
        </li>
      ))}
    </ol>
  );
}

type LadderPersonProps = { readonly person: Person; readonly hasVoice: boolean };

function LadderPerson({ person, hasVoice }: LadderPersonProps) {
  const { t } = useText();
  const ownId = useSession((state) => state.session?.deskSession?.staff.responderId ?? null);
  const isMe = ownId !== null && person.responderId === ownId;
  const { problem, phone, wakeUpsThisWeek, whateverElse, isCopy } = person;
  // A number that is dialled is read in one piece.
  const number = phone && phoneOf(phone).replaceAll(' ', '\u00a0');
  const detail = [
    isMe ? t('desk.ladder.you') : null,
    problem === null && !isMe ? number : null,
    isCopy ? null : loadWords(wakeUpsThisWeek, t),
    whateverElse ? t('desk.ladder.whateverElse') : null,
  ].filter((words) => words !== null);
  return (
    <div className={isCopy ? 'is-copy' : undefined}>
      <span className={problem === 'nobodyOnCall' ? 'amber' : ''}>
        {person.name ? shortName(person.name) : t('desk.ladder.nobodyOnCall')}
      </span>
      <span className="dim">
        , {roleWord(person.as, t)} · {channelWords(person, hasVoice, t)}
      </span>
      <div className="ladder-detail">
        {problem !== null && <b className="amber">{t(`desk.ladder.${problem}`)}</b>}
        {problem !== null && detail.length > 0 && ' · '}
        {detail.join(' · ')}
      </div>
    </div>
  );
}
