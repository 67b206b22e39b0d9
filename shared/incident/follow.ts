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
  const { status, holder, vendor } = state;
  const beside = holder !== null && vendor?.mode !== 'standBy' ? (vendor?.accepted ?? null) : null;
  return {
    status,
    holder: holder && { name: holder.name, company: holder.company },
    etaAt: holder?.etaAt ?? null,
    nextAt: nextShown(clocksOf(state))?.dueAt ?? null,
    ...(beside && { beside: { name: beside.name, company: beside.company, etaAt: beside.etaAt } }),
  };
}

export type Move = {
  /** What it is to the residents of the parts; null where it is nothing to them. */
  readonly news: ResidentTextKind | null;
  readonly closed: { readonly outcome: Outcome; readonly words: string; readonly how: 'reply' | 'desk' } | null;
};

/** What the events of a head are to its parts, as it stands after them; null when nothing has moved. The last is what is true now. */
export function moveOf(events: readonly IncidentEvent[], state: IncidentState): Move | null {
  let hasMoved = false;
  let news: Move['news'] = null;
  for (const event of events) {
    const closed = closingOf(event);
    if (closed !== null) return { news: null, closed };
    if (!MOVES.includes(event.type)) continue;
    hasMoved = true;
    // What fires whatever else climbs no ladder; one that has begun again is news enough.
    if (event.type === 'stepFired' && event.why !== 'whateverElse') news ??= 'stepping';
    news = newsOf(event, state) ?? news;
  }
  return hasMoved ? { news, closed: null } : null;
}

const MOVES: readonly IncidentEvent['type'][] = [
  'acknowledged',
  'arrived',
  'reopened',
  'etaSet',
  'stepFired',
  'unanswered',
  'declined',
  'tierChanged',
  'dispatched',
  'jumped',
  'ladderChanged',
  'held',
  'holdEnded',
  'vendorAnswered',
];

function closingOf(event: IncidentEvent): Move['closed'] {
  if (event.type !== 'resolved') return null;
  return { outcome: event.outcome, words: event.words, how: event.how === 'reply' ? 'reply' : 'desk' };
}

function newsOf(event: IncidentEvent, { status, holder, vendor }: IncidentState): Move['news'] {
  switch (event.type) {
    case 'acknowledged':
    case 'arrived':
    case 'reopened':
      return event.type;
    case 'etaSet':
      // Once they are on site it is for the log.
      return status === 'acknowledged' ? 'delayed' : null;
    case 'tierChanged':
      if (holder !== null) return null;
      return event.to === 'P3' ? 'morning' : event.from === 'P3' ? 'receipt' : null;
    case 'vendorAnswered':
      return event.answer === 'accepted' && vendor?.mode !== 'standBy' ? 'alsoComing' : null;
    default:
      return null;
  }
}

/** The head has moved: the part stands as it does, and its resident hears by their own five minutes, in their language. */
export function follow(draft: Draft, command: Extract<IncidentCommand, { type: 'follow' }>): void {
  const { partOf, status } = draft.state;
  if (partOf === null || status === 'resolved') return;
  const { head, move } = command;
  const news = newsHere(draft.state, head, move.news);
  draft.emit({ type: 'headMoved', news, ...head }, CORE);
  if (move.closed !== null) return closeOut(draft, move.closed.outcome, move.closed.words, move.closed.how);
  if (news !== null) tellResident(draft, news);
}

/** What the news of the head is to this resident, by what they were told before. */
function newsHere(state: IncidentState, head: HeadFacts, news: Move['news']): Move['news'] {
  const before = state.head;
  switch (news) {
    case 'delayed':
      // The first estimate is no delay.
      return before?.etaAt == null ? 'acknowledged' : news;
    case 'acknowledged': {
      const isSame = before?.status === 'acknowledged' && before.holder?.name === head.holder?.name;
      if (!isSame) return news;
      // They have only said yes once more.
      return before.etaAt === head.etaAt ? null : before.etaAt === null ? news : 'delayed';
    }
    case 'morning':
      return isToldMorning(state) && state.promiseByAt !== null ? null : news;
    case 'receipt':
      // Nobody was told to wait until the morning: what they were told still holds.
      return isToldMorning(state) ? news : null;
    default:
      return news;
  }
}

function isToldMorning({ messages, heldResidentText }: IncidentState): boolean {
  const last = heldResidentText ?? messages.findLast((each) => each.to.kind === 'resident');
  return last?.purpose === 'morning';
}
