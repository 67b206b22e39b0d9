import { assertNever } from '#shared/contract';
import type { EventOf, VendorMode } from './events.ts';
import { withoutCall } from './evolve-calls.ts';
import { addNotified } from './evolve-ladder.ts';
import type { IncidentState, VendorSearch } from './state.ts';

/** Folds what happens to vendors who are sent beside the ladder. */
export function foldVendor(
  state: IncidentState,
  event: EventOf<'vendorAsked' | 'vendorAnswered' | 'vendorsSpent'>,
): IncidentState {
  switch (event.type) {
    case 'vendorAsked': {
      const { recipient, mode, reason, answerBy: answerByAt, at } = event;
      const vendor: VendorSearch = {
        mode,
        reason,
        current: recipient,
        answerByAt,
        heldUntilAt: null,
        // Told to come who stood by: their yes was to something less.
        accepted: notComing(state.vendor, recipient.responderId)?.accepted ?? null,
        triedIds: [...(state.vendor?.triedIds ?? []), recipient.responderId],
        sentIds: sentAfter(state.vendor, recipient.responderId, mode),
        isSpent: false,
      };
      return { ...withoutSpent(state), vendor, notified: addNotified(state.notified, [recipient], at) };
    }
    case 'vendorAnswered':
      // Whatever they said, they need not be called about it any more.
      return {
        ...withoutCall(event.answer === 'accepted' ? withoutSpent(state) : state, event.responderId),
        vendor: state.vendor && answer(state, state.vendor, event),
      };
    case 'vendorsSpent':
      return {
        ...state,
        vendor: state.vendor && { ...state.vendor, current: null, answerByAt: null, heldUntilAt: null, isSpent: true },
      };
    default:
      return assertNever(event, 'event of a vendor');
  }
}

function answer({ notified }: IncidentState, vendor: VendorSearch, event: EventOf<'vendorAnswered'>): VendorSearch {
  const { responderId, name, etaAt } = event;
  const isAsked = vendor.current?.responderId === responderId;
  const nobodyAsked = { ...vendor, current: null, answerByAt: null, heldUntilAt: null };
  if (event.answer !== 'accepted')
    return {
      ...(isAsked ? nobodyAsked : vendor),
      accepted: vendor.accepted?.responderId === responderId ? null : vendor.accepted,
    };
  const asked = notified.find((each) => each.recipient.responderId === responderId);
  const company = asked?.recipient.company ?? '';
  const isSent = (id: string): boolean => vendor.sentIds.includes(id);
  // To be ready is no answer to what somebody else is asked, which is to come.
  const isBeside = !isAsked && vendor.current !== null && isSent(vendor.current.responderId) && !isSent(responderId);
  const accepted = { responderId, name, company, etaAt };
  return { ...(isBeside ? vendor : nobodyAsked), accepted, isSpent: false };
}

/** Somebody is asked, or comes: that nobody was left is over. */
function withoutSpent(state: IncidentState): IncidentState {
  return { ...state, alarms: state.alarms.filter((each) => each.kind !== 'vendorsSpent') };
}

/** The latest order counts. */
function sentAfter(vendor: VendorSearch | null, responderId: string, mode: VendorMode): VendorSearch['sentIds'] {
  const others = (vendor?.sentIds ?? []).filter((each) => each !== responderId);
  return mode === 'standBy' ? others : [...others, responderId];
}

/**
 * They are told to come by something else than the search, which need not wait for their answer any more. A yes to
 * standing by was to something less.
 */
export function toldToCome(vendor: VendorSearch | null, ids: readonly string[]): VendorSearch | null {
  const fresh = ids.filter((id) => vendor?.triedIds.includes(id) && !vendor.sentIds.includes(id));
  if (!vendor || fresh.length === 0) return vendor;
  const isAsked = fresh.some((id) => vendor.current?.responderId === id);
  return {
    ...vendor,
    ...(isAsked && { current: null, answerByAt: null, heldUntilAt: null }),
    accepted: fresh.some((id) => vendor.accepted?.responderId === id) ? null : vendor.accepted,
    sentIds: [...vendor.sentIds, ...fresh],
  };
}

/** They have it: whatever they were told before, their yes from now on is to come. */
export function withHolder(vendor: VendorSearch | null, responderId: string): VendorSearch | null {
  if (!vendor?.triedIds.includes(responderId) || vendor.sentIds.includes(responderId)) return vendor;
  return { ...vendor, sentIds: [...vendor.sentIds, responderId] };
}

/** Somebody is on site. Whoever was only told because of the weather and has not answered need not; a person may ask them again. */
export function withoutUnanswered(vendor: VendorSearch | null): VendorSearch | null {
  const id = unansweredId(vendor);
  if (!vendor || id === undefined) return vendor;
  const without = (ids: readonly string[]): readonly string[] => ids.filter((each) => each !== id);
  return {
    ...vendor,
    current: null,
    answerByAt: null,
    heldUntilAt: null,
    triedIds: without(vendor.triedIds),
    sentIds: without(vendor.sentIds),
  };
}

/** Who was told by the weather, not by a person, and has not answered yet. */
export function unansweredId(vendor: VendorSearch | null): string | undefined {
  return vendor?.mode === 'send' ? undefined : vendor?.current?.responderId;
}

/** They had it as a vendor and do not any more; their yes from now on counts like the first. */
export function notComing(vendor: VendorSearch | null, responderId: string | undefined): VendorSearch | null {
  return vendor && vendor.accepted?.responderId === responderId ? { ...vendor, accepted: null } : vendor;
}

/** The search without this person: they were stood down. */
export function withoutVendor(vendor: VendorSearch | null, responderId: string): VendorSearch | null {
  const isTheirs = vendor?.current?.responderId === responderId || vendor?.accepted?.responderId === responderId;
  return isTheirs ? null : vendor;
}
