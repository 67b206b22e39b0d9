import type { IncidentView } from '#shared/contract';
import { type IncidentState, isPastVendor, standingById } from '#shared/incident';
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

function vendorView({ vendor }: IncidentState): IncidentView['vendor'] {
  if (!vendor) return null;
  const { mode, current, answerByAt, accepted, isSpent } = vendor;
  return {
    mode,
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
