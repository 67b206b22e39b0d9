import type { IncidentView } from '#shared/contract';
import { type IncidentState, isComingVendor, isPastVendor, standingById } from '#shared/incident';
import type { Parts } from '../parts.ts';

/** What the panel shows of a hold, of vendors, and of what a person has to decide. */
export function meanwhileView(
  parts: Parts,
  state: IncidentState,
): Pick<IncidentView, 'hold' | 'vendor' | 'vendors' | 'notEmergency' | 'isUnchecked'> {
  const { hold, notEmergency, isUnchecked } = state;
  return {
    hold: hold && { untilAt: hold.untilAt, reason: hold.reason, by: hold.by },
    vendor: vendorView(state),
    vendors: vendorChoices(parts, state),
    notEmergency: notEmergency && { name: notEmergency.name, at: notEmergency.at },
    isUnchecked,
  };
}

function vendorView(state: IncidentState): IncidentView['vendor'] {
  const { vendor } = state;
  if (!vendor) return null;
  const { current, answerByAt, accepted, isSpent } = vendor;
  // A search that told somebody to stand by may have told another to come, and the ladder's own step tells either.
  const comes = vendor.mode === 'standBy' ? 'send' : vendor.mode;
  const mode = accepted && (isComingVendor(state, accepted.responderId) ? comes : 'standBy');
  return {
    mode: mode ?? vendor.mode,
    asked:
      current && answerByAt !== null
        ? { responderId: current.responderId, name: current.name, byAt: answerByAt }
        : null,
    accepted: accepted && { responderId: accepted.responderId, name: accepted.name, etaAt: accepted.etaAt },
    isSpent,
  };
}

function vendorChoices({ book, clock }: Parts, state: IncidentState): IncidentView['vendors'] {
  if (state.status === 'resolved') return [];
  const { propertyId, zone } = state.place;
  const query = { trade: state.trade, propertyId, zone, incidentId: state.id, at: clock.now() };
  const readyId = standingById(state);
  const listed = book.vendors(query).map(({ candidate: { responderId, name, phone }, leftOut }) => {
    const isPast = responderId !== readyId && isPastVendor(state, responderId);
    return { responderId, name, phone, leftOut: leftOut ?? (isPast ? ('asked' as const) : null) };
  });
  // In the order in which they are asked: whoever stands by, the others, then those who are left out.
  const rank = (each: (typeof listed)[number]): number =>
    each.responderId === readyId ? 0 : each.leftOut === null ? 1 : 2;
  return listed.toSorted((a, b) => rank(a) - rank(b));
}
