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

/** A ladder as it would run or as it went: when, whom, over what, and where it would reach nobody. */
export function LadderSteps({
  steps,
  hasStates,
}: {
  readonly steps: readonly LadderStepView[];
  readonly hasStates: boolean;
}) {
  const { t } = useText();
  const zone = useZone();
  return (
    <ol className="ladder">
      {steps.map((step) => (
        <li key={`${step.step} ${step.at}`} className={`ladder-step is-${step.state}`}>
          <span className="ladder-time">{timeOf(step.at, zone)}</span>
          <div className="ladder-people">
            {step.recipients.length === 0 && <span className="amber">{t('desk.ladder.nobodyOnCall')}</span>}
            {step.recipients.map((person) => (
              <LadderPerson key={`${person.responderId ?? ''} ${person.name}`} person={person} />
            ))}
          </div>
          {hasStates && <span className="ladder-state">{t(`desk.ladder.${step.state}`)}</span>}
        </li>
      ))}
    </ol>
  );
}

function LadderPerson({ person }: { readonly person: Person }) {
  const { t } = useText();
  const ownId = useSession((state) => state.session?.deskSession?.staff.responderId ?? null);
  const isMe = ownId !== null && person.responderId === ownId;
  const role = roleWord(person.as, t);
  const detail = [
    isMe ? t('desk.ladder.you') : null,
    person.problem === null && person.phone && !isMe ? phoneOf(person.phone) : null,
    person.wakeUpsThisWeek > 0 ? t('desk.ladder.thisWeek', { count: person.wakeUpsThisWeek }) : null,
    person.whateverElse ? t('desk.ladder.whateverElse') : null,
  ].filter((words) => words !== null);
  return (
    <div>
      <span className={person.problem === 'nobodyOnCall' ? 'amber' : ''}>
        {person.name ? shortName(person.name) : t('desk.ladder.nobodyOnCall')}
      </span>
      <span className="dim">
        , {role} · {channelWords(person.channels, t)}
      </span>
      <div className="ladder-detail">
        {person.problem !== null && <b className="amber">{t(`desk.ladder.${person.problem}`)} </b>}
        {detail.join(' · ')}
      </div>
    </div>
  );
}
