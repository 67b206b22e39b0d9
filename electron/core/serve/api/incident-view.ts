import { getRow, loadEvents } from '#core/store';
import { rulesAt } from '#core/triage';
import type { IncidentView, LadderStepView, MessageView, TimerView } from '#shared/contract';
import { type Candidate, canReach, LAST_RESORT, minutes, peopleOf, previewLadder, targetsOf } from '#shared/escalation';
import {
  type Clock,
  callToken,
  clocksOf,
  type IncidentState,
  isComingVendor,
  isToResponder,
  type LoggedEvent,
  mustWaitOutside,
  partsOfTheirOwn,
  placeLabel,
  queueRowOf,
  refusedActs,
  shownDueAt,
  tierChoices,
  whyNot,
} from '#shared/incident';
import { cardWords } from '#shared/triage';
import type { Parts } from '../parts.ts';
import { meanwhileView } from './meanwhile-view.ts';

/** Everything the incident panel shows of one incident. */
export function incidentView(parts: Parts, state: IncidentState): IncidentView {
  const clocks = clocksOf(state);
  const timers = clocks.map((clock) => timerOf(parts, state, clock));
  const row = queueRowOf(state);
  const next = timers.find((timer) => timer.kind === row.next?.kind && timer.dueAt === row.next.dueAt) ?? null;
  const property = getRow(parts.store.read, 'property', state.place.propertyId);
  const events: readonly LoggedEvent[] = loadEvents(parts.store.read, state.id);
  return {
    row,
    version: state.version,
    place: {
      label: placeLabel(state),
      address: state.place.address,
      zone: state.place.zone,
      shutOff: state.place.shutOff,
      accessNotes: property?.accessNotes ?? '',
      emergencyCentre: property?.emergencyCentre ?? null,
    },
    caller: state.caller,
    text: state.text,
    lifeSafety: state.verdict.lifeSafety,
    emergencyCall: state.emergencyCall,
    mustWaitOutside: mustWaitOutside(state),
    reasons: state.verdict.reasons,
    answers: answersOf(events),
    card: cardWords(rulesAt(parts.store.read, state.place.propertyId), state.category),
    judgedTier: state.verdict.tier,
    tierChoices: tierChoices(events.map(({ event }) => event)),
    waitingFor: waitingFor(state),
    holder: state.holder && {
      responderId: state.holder.responderId,
      name: state.holder.name,
      company: state.holder.company,
      since: state.holder.since,
      etaAt: state.holder.etaAt,
      arrivedAt: state.holder.arrivedAt,
      how: state.holder.how,
      confirmByAt: state.holder.confirmByAt,
      stillComingByAt: state.holder.stillComingByAt,
    },
    ...meanwhileView(parts, state),
    next,
    clocks: timers,
    ladder: ladderView(parts, state, stepsSinceDispatch(events)),
    ladderRun: ladderRunOf(state),
    weather: weatherOf(events),
    messages: state.messages.map(messageView),
    whyNot: whyNot(events),
    parts: partsView(state),
    partOf: state.partOf && { id: state.partOf.headId, number: state.partOf.headNumber },
    alarms: state.alarms.map((each) => each.kind),
    outcome: state.resolution?.outcome ?? null,
    refused: refusedActs(state),
    events,
  };
}

function ladderRunOf({ ladder: run }: IncidentState): IncidentView['ladderRun'] {
  if (!run || run.waitsFor === 'nothing' || run.isLastResort) return null;
  const { ladder, policyId, policyName, policyVersion, isForThisOnly, nextStep } = run;
  return {
    ladder,
    policyId,
    policyName,
    policyVersion,
    isForThisOnly,
    nextStep: run.waitsFor === 'round' ? 0 : nextStep,
  };
}

function answersOf(events: readonly LoggedEvent[]): IncidentView['answers'] {
  const first = events[0]?.event;
  return first?.type === 'reported' ? (first.answers ?? []) : [];
}

/** The weather that the latest ladder was dispatched in. */
function weatherOf(events: readonly LoggedEvent[]): IncidentView['weather'] {
  const last = events.map(({ event }) => event).findLast((event) => event.type === 'dispatched');
  return last?.weather ? { mode: last.weather.mode, firstWindowMin: last.weather.firstWindowMin } : null;
}

/** One countdown, with the people it wakes when it fires, or who is awaited. */
function partsView(state: IncidentState): IncidentView['parts'] {
  const alone = partsOfTheirOwn(state);
  return state.parts.map((part) => {
    const { partId: id, number, unitLabel, residentName, text, hasVolunteeredNeed } = part;
    return { id, number, unitLabel, residentName, text, hasVolunteeredNeed, isOnItsOwn: alone.includes(part) };
  });
}

export function timerOf(parts: Parts, state: IncidentState, clock: Clock): TimerView {
  return {
    incidentId: state.id,
    number: state.number,
    tier: state.tier,
    place: placeLabel(state),
    kind: clock.kind,
    token: clock.token,
    dueAt: shownDueAt(state, clock),
    names: namesOf(parts, state, clock),
  };
}

function namesOf(parts: Parts, state: IncidentState, clock: Clock): readonly string[] {
  const run = state.ladder;
  switch (clock.kind) {
    case 'step':
    case 'round':
    case 'deskStep':
    case 'late':
      return nextWoken(parts, state, clock.kind === 'round' ? 0 : (run?.nextStep ?? 0));
    case 'whateverElse': {
      const dueSteps = run?.whateverElse.filter((each) => (each.heldUntilAt ?? each.dueAt) === clock.dueAt) ?? [];
      const resolved = resolveFor(parts, state);
      return (
        dueSteps
          .flatMap(({ step }) => run?.ladder.steps[step] ?? [])
          .flatMap((step) => peopleOf({ ...step, targets: step.targets.filter((each) => each.whateverElse) }, resolved))
          // Whoever comes as a vendor is not rung for it again.
          .filter(({ candidate }) => !isComingVendor(state, candidate.responderId))
          .map(({ candidate }) => candidate.name)
      );
    }
    case 'promise':
    case 'followUp':
    case 'residentText':
      return [state.caller.name];
    case 'callByHand':
      return state.callsByHand.filter((call) => callToken(call) === clock.token).map((call) => call.name);
    case 'vendor':
      return state.vendor?.current ? [state.vendor.current.name] : [];
    case 'eta':
    case 'confirmTier':
    case 'stale':
    case 'noEta':
    case 'noEtaCall':
    case 'resolution':
      return state.holder ? [state.holder.name] : [];
    default:
      return [];
  }
}

/** Whom the ladder wakes next: a step that reaches nobody takes no time, so the one after it does. */
function nextWoken(parts: Parts, state: IncidentState, from: number): readonly string[] {
  const run = state.ladder;
  if (!run) return [];
  const resolved = resolveFor(parts, state);
  const steps = run.isLastResort ? [LAST_RESORT] : run.ladder.steps.slice(from);
  const declined = from < run.nextStep ? [] : run.declinedInRound;
  const woken = steps.map((step) =>
    peopleOf(step, resolved)
      .filter(({ candidate, isCopy }) => !isCopy && canReach(candidate) && !declined.includes(candidate.responderId))
      .map(({ candidate }) => candidate.name),
  );
  return woken.find((names) => names.length > 0) ?? [];
}

function resolveFor(parts: Parts, state: IncidentState): Readonly<Record<string, readonly Candidate[]>> {
  const ladder = state.ladder?.ladder;
  if (!ladder) return {};
  return parts.book.resolve(targetsOf(ladder), {
    trade: state.trade,
    propertyId: state.place.propertyId,
    incidentId: state.id,
    at: parts.clock.now(),
  });
}

function waitingFor(state: IncidentState): IncidentView['waitingFor'] {
  if (state.holder || state.status === 'resolved') return [];
  return (state.ladder?.current?.recipients ?? []).map((recipient) => {
    const own = state.messages
      .filter((each) => each.purpose === 'step' && isToResponder(each, recipient.responderId))
      .at(-1);
    return {
      responderId: recipient.responderId,
      name: recipient.name,
      as: recipient.as.kind === 'onCall' || recipient.as.kind === 'role' ? recipient.as.role : recipient.as.kind,
      phone: recipient.phone,
      messageState: own?.state ?? (recipient.channels.includes('deskAlarm') ? 'deskAlarm' : null),
      messageAt: own ? (own.deliveredAt ?? own.acceptedAt ?? own.queuedAt) : null,
      heldUntilAt: own?.state === 'held' ? own.nextAt : null,
      hasDeclined: state.notified.some(
        (each) => each.recipient.responderId === recipient.responderId && each.hasDeclined,
      ),
    };
  });
}

function messageView(message: IncidentState['messages'][number]): MessageView {
  return { ...message, toKind: message.to.kind, toName: message.to.name, toPhone: message.to.phone };
}

/** How many steps the latest ladder has behind it. Counted, not compared by time: the wall clock may have been moved. */
function stepsSinceDispatch(events: readonly LoggedEvent[]): number {
  const types = events.map(({ event }) => event.type);
  return types
    .slice(types.lastIndexOf('dispatched') + 1)
    .filter((type) => type === 'stepFired' || type === 'stepSkipped').length;
}

/** How much later it climbs on than it was to, because it is held. */
function heldForMs({ hold }: IncidentState): number {
  return hold ? hold.untilAt - hold.since : 0;
}

/** The ladder as it went so far, then as it will go on if nobody answers. */
function ladderView(parts: Parts, state: IncidentState, stepsOfIt: number): readonly LadderStepView[] {
  const run = state.ladder;
  if (!run) return [];
  const went = run.log
    .slice(run.log.length - stepsOfIt)
    .filter((each) => each.round === run.round)
    .map(
      (each): LadderStepView => ({
        step: each.step,
        at: each.at,
        state: each.wasSkipped ? 'skipped' : 'fired',
        recipients: [
          ...each.recipients.map(({ responderId, name, phone, as, channels, whateverElse }) => ({
            responderId,
            name,
            phone,
            as,
            channels,
            whateverElse,
            wakeUpsThisWeek: 0,
            problem: null,
          })),
          ...each.declined.map((who) => ({
            ...who,
            phone: null,
            whateverElse: false,
            wakeUpsThisWeek: 0,
            problem: 'declined' as const,
          })),
        ],
      }),
    );
  if (run.waitsFor !== 'step' || run.isLastResort) return went;
  const rest = { ...run.ladder, steps: run.ladder.steps.slice(run.nextStep) };
  const lead = minutes(rest.steps[0]?.afterPreviousMin ?? 0);
  const planned = previewLadder(rest, resolveFor(parts, state), run.dueAt + heldForMs(state) - lead).map((each) => ({
    ...each,
    step: each.step + run.nextStep,
    recipients: each.recipients.map((who) =>
      run.declinedInRound.includes(who.responderId ?? '') ? { ...who, problem: 'declined' as const } : who,
    ),
  }));
  return [...went, ...planned];
}
