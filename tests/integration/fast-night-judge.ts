import { allLines, loadEvents, openForReading } from '#core/store';
import type { EventOf, IncidentEvent } from '#shared/incident';
import { FAST, type FastNight } from './fast-night.ts';

/** Tries after which a step that never got beyond a crash is a person's; kills this dense do reach it on a busy machine. */
const MOST_TRIES = 5;
/** A step counts as late from here: a core that was being killed cannot be on time. */
const LATE_MS = 1_000;

/** What the log and the gateway say of a night, once the core is gone. Every list is empty where nothing was wrong. */
export type Judged = {
  readonly steps: number;
  /** Reports that were answered as saved and stand in no log. */
  readonly lost: readonly string[];
  /** Presses that made two incidents, or incidents that nobody asked for. */
  readonly tooMany: number;
  /** Steps of a first round that did not fire. */
  readonly missed: readonly string[];
  readonly firedTwice: readonly string[];
  /** Texts of steps that never got to the gateway, and that nobody was told of. */
  readonly neverLeft: readonly string[];
  /** Texts of steps that wait for a phone that has had enough; the log says until when. */
  readonly held: number;
  /** The same, where a person was told. */
  readonly givenUp: number;
  readonly twice: readonly string[];
  readonly twiceUnsaid: readonly string[];
  readonly takenTwice: readonly string[];
  readonly forPerson: number;
  /** Messages that still wait or are still on their way. */
  readonly stuck: readonly unknown[];
  readonly late: number;
  /** The latest step, by the log. */
  readonly latestStepMs: number;
  /** From the time a step was due to its text at the gateway, the latest. Only where the core's clock is this one's. */
  readonly latestTextMs: number;
};

/** Compares what was promised with the log and with what the gateway took. */
export function judge(night: Pick<FastNight, 'folder' | 'sink' | 'accepted' | 'presses'>): Judged {
  const { read, close } = openForReading(night.folder);
  const ids = new Set<string>();
  for (const line of allLines(read)) if (line.incidentId !== null) ids.add(line.incidentId);
  const histories = [...ids].map((id) => loadEvents(read, id).map((each) => each.event));
  // The log names a text of several only once the gateway has said that it has it.
  const bundles = new Map(
    read
      .all<{ key: string; bundle: string }>('SELECT key, bundle_key AS bundle FROM outbox WHERE bundle_key IS NOT NULL')
      .map(({ key, bundle }) => [key, bundle] as const),
  );
  const stuck = read.all(`SELECT key, state FROM outbox WHERE state = 'sending' OR next_at IS NOT NULL`);
  close();
  const messages = histories.flatMap(messagesOf);
  const countOf = (each: Followed): number => night.sink.countOf(each.sentAs);
  const isThere = (each: Followed): boolean =>
    countOf(each) > 0 || night.sink.countOf(bundles.get(each.key) ?? each.sentAs) > 0;
  const isNowhere = (each: Followed): boolean => each.isStep && !each.isCalledBack && !each.isHeld && !isThere(each);
  // The fifth crash in a row between claim and send: said so, and a person was told.
  const isGivenUp = (each: Followed): boolean => each.isForPerson && each.states.length >= MOST_TRIES;
  const twice = messages.filter((each) => countOf(each) > 1);
  const fired = histories.map(firedSteps);
  const stepsFired = histories.flat().filter((event) => event.type === 'stepFired');
  return {
    steps: fired.flat().length,
    lost: night.accepted().filter((id) => !ids.has(id)),
    tooMany: ids.size - night.presses(),
    missed: histories.flatMap(missedSteps),
    firedTwice: fired.flatMap((steps) => steps.filter((step, at) => steps.indexOf(step) !== at)).map(String),
    neverLeft: messages.filter((each) => isNowhere(each) && !isGivenUp(each)).map((each) => each.key),
    held: messages.filter((each) => each.isStep && each.isHeld).length,
    givenUp: messages.filter((each) => isNowhere(each) && isGivenUp(each)).length,
    twice: twice.map((each) => each.key),
    twiceUnsaid: twice.filter((each) => !each.isPossiblyTwice || !each.isStep).map((each) => each.key),
    takenTwice: histories.flatMap((events) => count(events, 'acknowledged').slice(1)).map((event) => event.name),
    forPerson: messages.filter((each) => each.isForPerson).length,
    stuck,
    late: stepsFired.filter((event) => event.lateMs > LATE_MS).length,
    latestStepMs: Math.max(0, ...stepsFired.map((event) => event.lateMs)),
    latestTextMs: Math.max(0, ...histories.flatMap((events) => textDelays(events, night))),
  };
}

const count = <Type extends IncidentEvent['type']>(events: readonly IncidentEvent[], type: Type) =>
  events.filter((event): event is EventOf<Type> => event.type === type);

function firedSteps(events: readonly IncidentEvent[]): readonly number[] {
  return events.flatMap((event) =>
    (event.type === 'stepFired' || event.type === 'stepSkipped') && event.round === 1 ? [event.step] : [],
  );
}

/** Steps that should have fired; none of a ladder that somebody ended. */
function missedSteps(events: readonly IncidentEvent[]): readonly string[] {
  const isEnded = events.some((event) => event.type === 'acknowledged' || event.type === 'resolved');
  const fired = firedSteps(events);
  const [reported] = count(events, 'reported');
  if (isEnded || !reported) return [];
  return FAST.steps.flatMap((_, step) => (fired.includes(step) ? [] : [`#${reported.number} step ${step}`]));
}

function textDelays(events: readonly IncidentEvent[], { sink }: Pick<FastNight, 'sink'>): readonly number[] {
  return count(events, 'messageQueued').flatMap(({ key, purpose, round, step }) => {
    const fired = count(events, 'stepFired').find((each) => each.round === round && each.step === step);
    const taken = sink.taken.find((each) => each.key === key);
    if (purpose !== 'step' || !fired || !taken) return [];
    // A phone that has had enough is given its quiet, and the log says until when.
    const held = count(events, 'messageState').findLast((each) => each.key === key && each.state === 'held');
    return [taken.at - Math.max(fired.dueAt, held?.nextAt ?? 0)];
  });
}

type Followed = {
  readonly key: string;
  /** The key under which it left: its own, or that of the text it was bundled into. */
  sentAs: string;
  readonly isStep: boolean;
  isPossiblyTwice: boolean;
  isForPerson: boolean;
  isCalledBack: boolean;
  isHeld: boolean;
  readonly states: string[];
};

const BUNDLED = 'bundled:';

/** Each message of an incident, and what the log says became of it. */
function messagesOf(events: readonly IncidentEvent[]): readonly Followed[] {
  const followed = new Map<string, Followed>();
  for (const event of events) {
    if (event.type === 'messageQueued')
      followed.set(event.key, {
        key: event.key,
        sentAs: event.key,
        isStep: event.purpose === 'step',
        isPossiblyTwice: false,
        isForPerson: false,
        isCalledBack: false,
        isHeld: false,
        states: [],
      });
    const message = event.type === 'messageState' ? followed.get(event.key) : undefined;
    if (!message || event.type !== 'messageState') continue;
    message.states.push(`${event.attempt} ${event.state} ${event.reason ?? ''}`);
    message.isPossiblyTwice ||= event.isPossiblyTwice;
    message.isForPerson = event.state === 'unknown' && event.nextAt === null;
    message.isCalledBack = event.state === 'cancelled';
    message.isHeld = event.state === 'held' && event.nextAt !== null;
    if (event.reason?.startsWith(BUNDLED)) message.sentAs = event.reason.slice(BUNDLED.length);
  }
  return [...followed.values()];
}
