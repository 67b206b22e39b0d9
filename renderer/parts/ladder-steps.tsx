import type { LadderStepView, TargetSpec } from '#shared/contract';
import { phoneOf, shortName, timeOf, useText, useZone } from '../app/index.ts';
import { useSession } from '../stores/index.ts';

type Text = ReturnType<typeof useText>['t'];

/** What somebody is woken as: primary, property manager, emergency vendor. */
export function roleWord(as: TargetSpec, t: Text): string {
  return as.kind === 'onCall' || as.kind === 'role' ? t(`words.role.${as.role}`) : t(`words.role.${as.kind}`);
}

const CHANNELS = ['sms', 'voice', 'deskAlarm'] as const;

function channelWords(channels: readonly string[], t: Text): string {
  return channels
    .map((name) => CHANNELS.find((known) => known === name))
    .map((known, index) => (known ? t(`words.channel.${known}`) : channels[index]))
    .join(' + ');
}

type Person = LadderStepView['recipients'][number];

type LadderStepsProps = {
  readonly steps: readonly LadderStepView[];
  /** Before dispatch: nothing has a state yet, and of the numbers the last four digits will do. */
  readonly isPreview?: boolean;
};

/** A ladder as it would run or as it went: when, whom, over what, and where it would reach nobody. */
export function LadderSteps({ steps, isPreview = false }: LadderStepsProps) {
  const { t } = useText();
  const zone = useZone();
  return (
    <ol className={`ladder${isPreview ? ' is-preview' : ''}`}>
      {steps.map((step) => (
        <li key={`${step.step} ${step.at}`} className={`ladder-step is-${step.state}`}>
          <span className="ladder-time">{timeOf(step.at, zone)}</span>
          <div className="ladder-people">
            {step.recipients.length === 0 && <span className="amber">{t('desk.ladder.nobodyOnCall')}</span>}
            {step.recipients.map((person) => (
              <LadderPerson key={`${person.responderId ?? ''} ${person.name}`} person={person} isShort={isPreview} />
            ))}
          </div>
          {!isPreview && <span className="ladder-state">{t(`desk.ladder.${step.state}`)}</span>}
        </li>
      ))}
    </ol>
  );
}

function LadderPerson({ person, isShort }: { readonly person: Person; readonly isShort: boolean }) {
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
        , {roleWord(person.as, t)} · {channelWords(person.channels, t)}
      </span>
      <div className="ladder-detail">
        {problem !== null && <b className="amber">{t(`desk.ladder.${problem}`)}</b>}
        {problem !== null && detail.length > 0 && ' · '}
        {detail.join(' · ')}
      </div>
    </div>
  );
}
