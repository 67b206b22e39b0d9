import type { Instant } from '#shared/contract';
import type { FollowUp } from '#shared/messages';
import { hasPerhapsLeft } from './evolve-ladder.ts';
import type { IncidentState } from './state.ts';

/** How long after "is it fixed?" a text still counts as its answer. */
const ANSWERED_WITHIN_MS = 7 * 24 * 60 * 60_000;
/** Of two texts that ask for a digit and came closer together than this, nobody can tell which one is answered. */
const APART_MS = 60 * 60_000;

/** Whose answer to "fixed?" a resident's text is. `several`: nobody can tell, so a person decides. */
export type FollowUpRoute =
  | { readonly kind: 'incident'; readonly state: IncidentState }
  | { readonly kind: 'several' | 'none' };

/** The text that asked for an answer: the question itself, or the close-out, which says "if it is not, reply 2". */
type Asking = { readonly state: IncidentState; readonly at: Instant; readonly isQuestion: boolean };

/** True while an answer to "fixed?" can still come, asked or not yet. */
export function awaitsFollowUp({ followUp }: IncidentState, now: Instant): boolean {
  return followUp !== null && !followUp.isAnswered && now - followUp.dueAt < ANSWERED_WITHIN_MS;
}

/**
 * Finds the incident a resident's "1", "2" or rating is about. Pure. A text answers the one before it: of everything that
 * asked, the latest is meant. A question is not outdone by a mere close-out before it, but whatever else asked within the
 * hour may be meant as well.
 */
export function routeFollowUp(said: FollowUp, states: readonly IncidentState[], now: Instant): FollowUpRoute {
  if (said.answer === 'none' && said.rating === null) return { kind: 'none' };
  const asking = states
    .filter((state) => awaitsFollowUp(state, now))
    .flatMap((state) => askingOf(state) ?? [])
    .toSorted((a, b) => b.at - a.at);
  const [latest, ...others] = asking;
  if (!latest) return { kind: 'none' };
  const isDoubtful = others.some(
    (other) => latest.at - other.at < APART_MS && (other.isQuestion || !latest.isQuestion),
  );
  return isDoubtful ? { kind: 'several' } : { kind: 'incident', state: latest.state };
}

function askingOf(state: IncidentState): Asking | null {
  const sent = state.messages.filter((each) => each.to.kind === 'resident' && hasPerhapsLeft(each));
  const last = sent.findLast((each) => each.purpose === 'followUp' || each.purpose === 'resolved');
  return last ? { state, at: last.acceptedAt ?? last.queuedAt, isQuestion: last.purpose === 'followUp' } : null;
}
