import type { openOfResponder } from '#core/store';
import {
  hasPerhapsLeft,
  type IncidentState,
  isToResponder,
  isUnsent,
  type OpenOfResponder,
  sentHomeAt,
} from '#shared/incident';

/** What is open on a responder's phone, for their answers. */

type Row = ReturnType<typeof openOfResponder>[number];
type StateOf = (incidentId: string) => IncidentState | null;
type OpenIn = { readonly state: IncidentState; readonly open: OpenOfResponder };

/** Every open incident that anybody with this phone was notified of, once each, with its letters there. */
export function openOn(all: readonly Row[], stateOf: StateOf): readonly OpenOfResponder[] {
  const byIncident = Map.groupBy(all, (row) => row.headId ?? row.incidentId);
  return askedBeforeInformed(
    [...byIncident].flatMap(([incidentId, rows]) => {
      const state = stateOf(incidentId);
      const open = state && openIn(state, rows, stateOf);
      return state && open ? [{ state, open }] : [];
    }),
  );
}

/** Whose part in an incident counts, where several with one phone were notified of it. */
const COUNTS_FIRST: readonly OpenOfResponder['standing'][] = ['yours', 'waiting', 'withOther', 'declined'];

function openIn(state: IncidentState, rows: readonly Row[], stateOf: StateOf): OpenOfResponder | null {
  // Whom only a part has asked, and who has passed it on, is asked of nothing here.
  const own = rows.filter((row) => row.headId === null).map((row) => standing(state, row));
  const [counting] = own.toSorted(
    // Of two alike, the one who was written to last.
    (a, b) => COUNTS_FIRST.indexOf(a.standing) - COUNTS_FIRST.indexOf(b.standing) || b.lastMessageAt - a.lastMessageAt,
  );
  if (!counting) return null;
  const ofParts = rows.filter((row) => row.headId !== null);
  // Two with one phone may have been asked for different units.
  const letters = rows.map((row) => row.code).filter((code) => code !== counting.code);
  const isUnread =
    rows.every((row) => row.headId !== null || isUnreadBy(state, row.responderId)) &&
    !ofParts.some((row) => hasReached(stateOf(row.incidentId), row.responderId));
  return {
    ...counting,
    lastMessageAt: Math.max(counting.lastMessageAt, ...ofParts.map((row) => row.lastAt)),
    ...(letters.length > 0 && { partCodes: [...new Set(letters)] }),
    ...(isUnread && { isUnread }),
  };
}

/** What somebody was only told for information is no answer's matter, unless they were asked of nothing else. */
function askedBeforeInformed(all: readonly OpenIn[]): readonly OpenOfResponder[] {
  const isInformed = ({ state, open }: OpenIn): boolean =>
    open.standing === 'waiting' &&
    state.notified.some(({ recipient }) => recipient.responderId === open.responderId && recipient.isCopy === true);
  const asked = all.filter((each) => !isInformed(each));
  return (asked.length > 0 ? asked : all).map(({ open }) => open);
}

function standing(state: IncidentState, { responderId, code, lastAt }: Row): OpenOfResponder {
  const { holder } = state;
  const hasDeclined = state.notified.some((each) => each.recipient.responderId === responderId && each.hasDeclined);
  const sentAt = state.messages.filter((each) => isToResponder(each, responderId)).map((each) => each.acceptedAt ?? 0);
  return {
    incidentId: state.id,
    responderId,
    code,
    number: state.number,
    propertyName: state.place.propertyName,
    unitLabel: state.place.unitLabel,
    address: state.place.address,
    problem: state.text,
    standing:
      holder?.responderId === responderId ? 'yours' : holder ? 'withOther' : hasDeclined ? 'declined' : 'waiting',
    holderName: holder?.name ?? null,
    etaAt: holder?.etaAt ?? null,
    zone: state.place.zone,
    lastMessageAt: Math.max(lastAt, ...sentAt),
    sentHomeAt: sentHomeAt(state, responderId),
  };
}

/** Texts wait for them and none has left, nor has anybody called: they cannot have meant this. */
function isUnreadBy(state: IncidentState, responderId: string): boolean {
  const isWaiting = state.messages.some((each) => isToResponder(each, responderId) && isUnsent(each));
  if (!isWaiting || state.holder?.responderId === responderId || hasReached(state, responderId)) return false;
  const asked = state.notified.find((each) => each.recipient.responderId === responderId)?.recipient;
  const isCalled = asked?.channels.some((each) => each === 'voice' || each === 'byHand') ?? false;
  const isRung = state.messages.some(
    (each) => each.purpose === 'call' && isToResponder(each, responderId) && isUnsent(each),
  );
  return !isCalled || isRung || state.callsByHand.some((each) => each.responderId === responderId);
}

function hasReached(state: IncidentState | null, responderId: string): boolean {
  return state?.messages.some((each) => isToResponder(each, responderId) && hasPerhapsLeft(each)) ?? false;
}
