import type { Outcome } from '#shared/contract';
import type { ResidentTextKind } from '#shared/messages';
import { clocksOf } from './clocks.ts';
import { closeOut } from './close-out.ts';
import type { IncidentCommand } from './commands.ts';
import { CORE, type Draft } from './draft.ts';
import type { HeadFacts, IncidentEvent } from './events.ts';
import { nextShown } from './queue-row.ts';
import type { IncidentState } from './state.ts';
import { tellResident } from './tell-resident.ts';

/** How a head stands, for its parts. */
export function headFacts(state: IncidentState): HeadFacts {
  const { status, holder } = state;
  return {
    status,
    holder: holder && { name: holder.name, company: holder.company },
    etaAt: holder?.etaAt ?? null,
    nextAt: nextShown(clocksOf(state))?.dueAt ?? null,
  };
}

export type Move = {
  /** What it is to the residents of the parts; null where it is nothing to them. */
  readonly news: ResidentTextKind | null;
  readonly closed: { readonly outcome: Outcome; readonly words: string; readonly how: 'reply' | 'desk' } | null;
};

/** What the events of a head are to its parts; null when nothing has moved. The last of several is what is true now. */
export function moveOf(events: readonly IncidentEvent[]): Move | null {
  let hasMoved = false;
  let news: Move['news'] = null;
  for (const event of events) {
    switch (event.type) {
      case 'resolved':
        return {
          news: null,
          closed: { outcome: event.outcome, words: event.words, how: event.how === 'reply' ? 'reply' : 'desk' },
        };
      case 'acknowledged':
      case 'arrived':
      case 'reopened':
        news = event.type;
        break;
      case 'etaSet':
        news = 'delayed';
        break;
      case 'stepFired':
        // What fires whatever else climbs no ladder; one that has begun again is news enough.
        if (event.why !== 'whateverElse') news ??= 'stepping';
        break;
      case 'unanswered':
      case 'declined':
      case 'tierChanged':
      case 'dispatched':
      case 'jumped':
      case 'ladderChanged':
      case 'held':
      case 'holdEnded':
        break;
      default:
        continue;
    }
    hasMoved = true;
  }
  return hasMoved ? { news, closed: null } : null;
}

/** The head has moved: the part stands as it does, and its resident hears by their own five minutes, in their language. */
export function follow(draft: Draft, command: Extract<IncidentCommand, { type: 'follow' }>): void {
  const { partOf, status, head: before } = draft.state;
  if (partOf === null || status === 'resolved') return;
  const { head, move } = command;
  // The first estimate is no delay.
  const news = move.news === 'delayed' && (before?.etaAt ?? null) === null ? 'acknowledged' : move.news;
  draft.emit({ type: 'headMoved', news, ...head }, CORE);
  if (move.closed !== null) return closeOut(draft, move.closed.outcome, move.closed.words, move.closed.how);
  if (news !== null) tellResident(draft, news);
}
