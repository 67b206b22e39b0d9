import { assertNever } from '#shared/contract';
import type { EventOf } from './events.ts';
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
        accepted: state.vendor?.accepted ?? null,
        triedIds: [...(state.vendor?.triedIds ?? []), recipient.responderId],
        isSpent: false,
      };
      return { ...state, vendor, notified: addNotified(state.notified, [recipient], at) };
    }
    case 'vendorAnswered':
      // Whatever they said, they need not be called about it any more.
      return { ...withoutCall(state, event.responderId), vendor: state.vendor && answer(state.vendor, event) };
    case 'vendorsSpent':
      return {
        ...state,
        vendor: state.vendor && { ...state.vendor, current: null, answerByAt: null, heldUntilAt: null, isSpent: true },
      };
    default:
      return assertNever(event, 'event of a vendor');
  }
}

function answer(vendor: VendorSearch, event: EventOf<'vendorAnswered'>): VendorSearch {
  const { responderId, name, etaAt } = event;
  const isAsked = vendor.current?.responderId === responderId;
  const nobodyAsked = { ...vendor, current: null, answerByAt: null, heldUntilAt: null };
  if (event.answer !== 'accepted')
    return {
      ...(isAsked ? nobodyAsked : vendor),
      accepted: vendor.accepted?.responderId === responderId ? null : vendor.accepted,
    };
  const company = (isAsked ? vendor.current?.company : vendor.accepted?.company) ?? '';
  return { ...nobodyAsked, accepted: { responderId, name, company, etaAt }, isSpent: false };
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
