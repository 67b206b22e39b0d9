import type { Instant } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import type { DecideContext } from './commands.ts';
import type { Actor, CallPlan, IncidentEvent, Lane, MessagePurpose, MessageTo } from './events.ts';
import { evolve } from './evolve.ts';
import type { IncidentState } from './state.ts';

/** An event without what the draft adds by itself. Distributes over the union, so each keeps its own fields. */
type Bare<Event> = Event extends IncidentEvent ? Omit<Event, 'v' | 'at' | 'by'> : never;
export type BareEvent = Bare<IncidentEvent>;

export const CORE: Actor = { kind: 'core' };

/**
 * A decision in the making: each emitted event is folded at once, so that the next rule sees its effect. Lives within
 * one `decide` call; nothing outside sees it change.
 */
export type Draft = {
  readonly context: DecideContext;
  readonly events: IncidentEvent[];
  state: IncidentState;
  emit(event: BareEvent, by?: Actor): void;
};

/** Begins a draft on a state (or on nothing, with the event that opens the incident). */
export function beginDraft(state: IncidentState | null, context: DecideContext, first?: BareEvent): Draft {
  const events: IncidentEvent[] = [];
  let current = state;
  const stamp = (bare: BareEvent, by: Actor): IncidentState => {
    const event = { ...bare, v: 1, at: context.now, by } as IncidentEvent; // the draft adds exactly what Bare left out
    events.push(event);
    current = evolve(current, event);
    return current;
  };
  if (first) stamp(first, context.by);
  if (current === null) throw new Error('a draft needs a state or the event that begins one');
  const draft: Draft = {
    context,
    events,
    state: current,
    emit(event, by = context.by) {
      draft.state = stamp(event, by);
    },
  };
  return draft;
}

/** Queues a message. Its key is the incident and the place of its event in it: stable, unique, no randomness. */
export function queueMessage(
  draft: Draft,
  message: {
    readonly purpose: MessagePurpose;
    readonly lane: Lane;
    readonly to: MessageTo;
    readonly text: string;
    readonly round?: number;
    readonly step?: number;
    /** When it leaves; absent: now. */
    readonly sendAt?: Instant;
    /** It is said over the telephone. */
    readonly call?: CallPlan;
    /** Minutes that its step was late, as it says. */
    readonly lateMin?: number;
  },
): void {
  const { now } = draft.context;
  const sendAt = message.sendAt ?? now;
  const { purpose, lane, to, text } = message;
  draft.emit(
    {
      type: 'messageQueued',
      key: `${draft.state.id}-${draft.state.version + 1}`,
      purpose,
      lane,
      to,
      text,
      round: message.round ?? null,
      step: message.step ?? null,
      sendAt,
      expiresAt: sendAt + TIMING.expiryMs[purpose === 'step' || purpose === 'call' ? purpose : 'other'],
      ...(message.call && { call: message.call }),
      ...(message.lateMin !== undefined && { lateMin: message.lateMin }),
    },
    CORE,
  );
}
