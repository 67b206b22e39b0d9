import type { IncidentView } from '#shared/contract';
import { MESSAGE_STATES } from '#shared/incident';
import { useText, useWhen } from '../../app/index.ts';
import { Countdown } from '../../parts/index.ts';
import { missedBy } from './missed-by.ts';
import { NowBeside } from './now-beside.tsx';
import { callWords } from './now-call.ts';

type Text = ReturnType<typeof useText>['t'];
type When = ReturnType<typeof useWhen>;

/** The state of a message in words; a state this build does not know is shown as it came. */
export function stateWords(state: string, t: Text): string {
  const known = MESSAGE_STATES.find((each) => each === state);
  return known ? t(`words.messageState.${known}`) : state;
}

/** Who we wait for, what was delivered to them, and what happens next and when. */
export function NowCard({ view }: { readonly view: IncidentView }) {
  const text = useText();
  const { t } = text;
  const when = useWhen();
  const { row, next } = view;
  return (
    <div className={`now now-${row.status}`}>
      <div>
        <b className="now-headline">{headline(view, t)}</b>
        <p className="dim">{details(view, text, when).join(' · ')}</p>
        <NowBeside view={view} />
      </div>
      {next && row.status !== 'resolved' && (
        <span className="now-big">
          <Countdown dueAt={next.dueAt} kind={next.kind} />
          <small>{t(`words.clock.${next.kind}`)}</small>
        </span>
      )}
    </div>
  );
}

function headline(view: IncidentView, t: Text): string {
  const { row, holder, waitingFor, outcome } = view;
  const company = holder?.company ? ` (${holder.company})` : '';
  const isClimbing = row.status === 'running' || row.status === 'unanswered';
  if (view.partOf !== null && isClimbing) return t('desk.now.goesWith', { head: view.partOf.number });
  switch (row.status) {
    case 'running': {
      const who = waitingFor.map((one) => one.name).join(', ');
      return who ? t('desk.now.waiting', { who }) : t('desk.now.waitingNobody');
    }
    case 'unanswered':
      return t('desk.now.unanswered');
    case 'acknowledged':
      return t('desk.now.has', { who: `${holder?.name ?? row.who.join(', ')}${company}` });
    case 'onSite':
      return t('desk.now.onSite', { who: `${holder?.name ?? row.who.join(', ')}${company}` });
    case 'morning':
      return t('desk.now.morning');
    case 'resolved':
      return t('desk.now.resolved', { outcome: outcomeWords(outcome, t) });
  }
}

const OUTCOMES = [
  'fixed',
  'madeSafe',
  'vendorScheduled',
  'followUpNeeded',
  'noAccess',
  'falseAlarm',
  'duplicate',
  'cancelled',
] as const;

function outcomeWords(outcome: string | null, t: Text): string {
  const known = OUTCOMES.find((each) => each === outcome);
  return known ? t(`words.outcome.${known}`) : (outcome ?? '');
}

function details(view: IncidentView, text: ReturnType<typeof useText>, when: When): readonly string[] {
  const { t } = text;
  const { row, holder, waitingFor, next } = view;
  const coming = next ? [thenWords(next, t, when)] : [];
  switch (row.status) {
    case 'running':
      return [...missed(view, t), ...waitingFor.flatMap((one) => toldTo(view, one, text, when)), ...coming];
    case 'unanswered':
      return [...missed(view, t), t('desk.now.unansweredWords'), ...coming];
    case 'acknowledged':
    case 'onSite':
      return holder ? [...heldBy(holder, t, when), ...coming] : coming;
    case 'morning':
      return [morningWords(view, t), ...coming];
    case 'resolved':
      return [...askedIfFixed(view, t, when), t('desk.now.resolvedWords')];
  }
}

/** It climbs again because somebody did not come: who. */
function missed(view: IncidentView, t: Text): readonly string[] {
  const who = missedBy(view);
  return who === null ? [] : [t('desk.now.etaMissed', { who })];
}

/** What the resident is still asked after the end. */
function askedIfFixed({ clocks }: IncidentView, t: Text, when: When): readonly string[] {
  const asks = clocks.find(({ kind }) => kind === 'followUp');
  return asks ? [thenWords(asks, t, when)] : [];
}

/** What happens next and to whom, if nobody does anything: "23:50 wakes A. Silva". */
function thenWords({ kind, dueAt, names }: NonNullable<IncidentView['next']>, t: Text, when: When): string {
  return t(`desk.now.comes.${kind}`, { time: when(dueAt), who: names.join(', ') || t('desk.now.nobodyNext') });
}

/** Told is what the gateway has taken, not what is planned. */
function morningWords({ caller, messages }: IncidentView, t: Text): string {
  if (caller.phone === null) return t('desk.now.morningNoPhone');
  const text = messages.findLast((message) => message.purpose === 'morning');
  const isTold = text !== undefined && TOLD.includes(text.state);
  return isTold ? t('desk.now.morningWords') : t('desk.now.morningToTell');
}

const TOLD: readonly string[] = ['accepted', 'unconfirmed', 'delivered'];

/** The text to somebody, and the call beside it. */
function toldTo(
  view: IncidentView,
  one: IncidentView['waitingFor'][number],
  text: ReturnType<typeof useText>,
  when: When,
): readonly string[] {
  const sent = sentTo(one, view.waitingFor.length > 1, text.t, when);
  const called = one.hasDeclined ? null : callWords(view, one.phone, text, when);
  return called === null ? [sent] : [sent, called];
}

function sentTo(one: IncidentView['waitingFor'][number], isOneOfMany: boolean, t: Text, when: When): string {
  if (one.heldUntilAt !== null && !one.hasDeclined) {
    const held = t('desk.now.heldUntil', { time: when(one.heldUntilAt, true) });
    return isOneOfMany ? `${one.name}: ${held}` : held;
  }
  const state =
    one.messageState === null
      ? t('desk.now.noMessage')
      : one.messageState === 'deskAlarm'
        ? t('words.channel.deskAlarm')
        : `SMS ${stateWords(one.messageState, t)}`;
  const time = one.messageAt === null ? '' : ` ${when(one.messageAt, true)}`;
  return `${isOneOfMany ? `${one.name}: ` : ''}${one.hasDeclined ? t('desk.now.declined') : `${state}${time}`}`;
}

function heldBy(holder: NonNullable<IncidentView['holder']>, t: Text, when: When): readonly string[] {
  const how = holder.how === 'reply' ? t('desk.now.byReply') : t('desk.now.onBehalf');
  const eta = holder.etaAt === null ? t('desk.now.noEta') : t('desk.now.eta', { time: when(holder.etaAt) });
  if (holder.arrivedAt !== null) return [t('desk.now.since', { time: when(holder.arrivedAt) })];
  return [`${how} ${when(holder.since, true)}`, eta];
}
