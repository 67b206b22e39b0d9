import type { Answer, Cover, GapDecision, OnCallChange, Rotation, Shift, TimeOff } from '#shared/contract';
import { api } from '../../stores/index.ts';
import { keyOf, type PlanKey, planKeyOf } from './plan-key.ts';

/** A source that is taken out of the schedule, with what is needed to have it back. */
export type Removal =
  | { readonly kind: 'cover'; readonly cover: Cover }
  /** Both covers of a swap: one without the other would be no swap. */
  | { readonly kind: 'swap'; readonly covers: readonly [Cover, Cover] }
  | { readonly kind: 'shift'; readonly shift: Shift }
  | { readonly kind: 'rotation'; readonly rotation: Rotation }
  | { readonly kind: 'timeOff'; readonly timeOff: TimeOff }
  | { readonly kind: 'decision'; readonly decision: GapDecision };

/** What removing a cover takes away: itself, or the whole of its swap. */
export function removalOf(cover: Cover, covers: readonly Cover[]): Removal {
  const other = covers.find((each) => each.id !== cover.id && each.swapId !== null && each.swapId === cover.swapId);
  return other ? { kind: 'swap', covers: [cover, other] } : { kind: 'cover', cover };
}

/** Takes a source out of the schedule. */
export function takeAway(removal: Removal): Promise<Answer<OnCallChange>> {
  switch (removal.kind) {
    case 'cover':
      return api.oncall.removeCover.mutate({ id: removal.cover.id });
    case 'swap':
      return api.oncall.removeCover.mutate({ id: removal.covers[0].id });
    case 'shift':
      return api.oncall.removeShift.mutate({ id: removal.shift.id });
    case 'rotation':
      return api.oncall.removeRotation.mutate({ id: removal.rotation.id });
    case 'timeOff':
      return api.oncall.removeTimeOff.mutate({ id: removal.timeOff.id });
    case 'decision':
      return api.oncall.removeDecision.mutate({ id: removal.decision.id });
  }
}

/** Puts it back. What bears a name is entered anew, by whoever undoes; a cover that has not begun counts for no more than before. */
export function putBack(removal: Removal): Promise<Answer<OnCallChange>> {
  switch (removal.kind) {
    case 'cover':
      return api.oncall.addCover.mutate({
        ...heldOf(removal.cover),
        reason: removal.cover.reason,
        restores: removal.cover.id,
      });
    case 'swap': {
      const [first, second] = removal.covers;
      // Each stretch is again with whom it was before the swap: the one who had taken the other.
      return api.oncall.swap.mutate({
        first: { ...heldOf(first), responderId: second.responderId },
        second: { ...heldOf(second), responderId: first.responderId },
        reason: first.reason,
      });
    }
    case 'shift':
      return api.oncall.saveShift.mutate(removal.shift);
    case 'rotation':
      return api.oncall.saveRotation.mutate(sendable(removal.rotation));
    case 'timeOff': {
      const { responderId, substituteId, startsAt, endsAt, reason } = removal.timeOff;
      return api.oncall.addTimeOff.mutate({ responderId, substituteId, startsAt, endsAt, reason });
    }
    case 'decision': {
      const { decision } = removal;
      const common = { ...planKeyOf(decision), reason: decision.reason };
      return api.oncall.decideGap.mutate(
        decision.kind === 'vendor'
          ? { ...common, kind: 'vendor', responderId: decision.responderId, until: decision.until }
          : { ...common, kind: 'accepted', until: decision.until },
      );
    }
  }
}

/** What was just saved; `before` is what it took the place of. */
export type Entry =
  | { readonly kind: 'cover' | 'swap' | 'timeOff' }
  | { readonly kind: 'shift'; readonly before: Shift | null }
  | { readonly kind: 'rotation'; readonly before: Rotation | null }
  | { readonly kind: 'decision'; readonly before: GapDecision | null };

/** Takes back what was saved under `id`. */
export function takeBack(entry: Entry, id: string): Promise<Answer<OnCallChange>> {
  switch (entry.kind) {
    case 'cover':
    case 'swap':
      return api.oncall.removeCover.mutate({ id });
    case 'timeOff':
      return api.oncall.removeTimeOff.mutate({ id });
    case 'shift':
      return entry.before === null
        ? api.oncall.removeShift.mutate({ id })
        : api.oncall.saveShift.mutate({ ...entry.before, id });
    case 'rotation':
      return entry.before === null
        ? api.oncall.removeRotation.mutate({ id })
        : api.oncall.saveRotation.mutate({ ...sendable(entry.before), id });
    case 'decision':
      return entry.before === null
        ? api.oncall.removeDecision.mutate({ id })
        : putBack({ kind: 'decision', decision: entry.before });
  }
}

/** The decision that another one about the same ends: it comes back when that one is taken back. */
export function decisionBefore(
  decisions: readonly GapDecision[],
  kind: GapDecision['kind'],
  key: PlanKey,
  now: number,
): GapDecision | null {
  const isInForce = ({ until }: GapDecision) => until === null || until > now;
  return decisions.find((each) => each.kind === kind && keyOf(each) === keyOf(key) && isInForce(each)) ?? null;
}

/** What is sent carries lists that may be changed. */
export function sendable(rotation: Rotation) {
  return {
    ...rotation,
    members: [...rotation.members],
    hours: rotation.hours.map((each) => ({ ...each, weekdays: [...each.weekdays] })),
  };
}

function heldOf(cover: Cover) {
  const { responderId, startsAt, endsAt } = cover;
  return { ...planKeyOf(cover), responderId, startsAt, endsAt };
}
