import type { Property, Responder, TimeOff, Trade, VendorChoice } from '#shared/contract';
import { dateOf, dayAt, isWithinDutyHours, standInAt } from '#shared/oncall';

/** For what a vendor is wanted. `zone` is the place's own. */
export type VendorQuery = {
  readonly trade: Trade;
  readonly property: Property | null;
  readonly zone: string;
  readonly at: number;
};

type ListedVendor = { readonly responder: Responder; readonly leftOut: VendorChoice['leftOut'] };

/** Vendors without terms come after those who have some. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Every vendor on the list, in the order in which they are asked: by the order of their terms, of the trade before those
 * who do everything. Each with why they are not asked by themselves; null where they are.
 */
export function vendorsFor(
  responders: readonly Responder[],
  timeOff: readonly TimeOff[],
  query: VendorQuery,
): readonly ListedVendor[] {
  const isOfTrade = (each: Responder): number => Number(!each.trades.includes(query.trade));
  const orderOf = (each: Responder): number => each.vendor?.order ?? LAST;
  return responders
    .filter((each) => each.active && (each.role === 'vendor' || each.isEmergencyVendor))
    .map((responder) => ({ responder, leftOut: leftOut(responder, timeOff, query) }))
    .toSorted(
      (a, b) =>
        isOfTrade(a.responder) - isOfTrade(b.responder) ||
        orderOf(a.responder) - orderOf(b.responder) ||
        a.responder.name.localeCompare(b.responder.name),
    );
}

function leftOut(responder: Responder, timeOff: readonly TimeOff[], query: VendorQuery): VendorChoice['leftOut'] {
  const { trade, property, zone, at } = query;
  const { trades, vendor, id, phone } = responder;
  if (!trades.includes(trade) && !trades.includes('general')) return 'otherTrade';
  if (vendor && !isApprovedAt(vendor, property)) return 'otherProperty';
  if (vendor && !isWithinDutyHours(vendor.hours, zone, at)) return 'closed';
  if (vendor?.insuredUntil != null && dateOf(dayAt(zone, at)) > vendor.insuredUntil) return 'notInsured';
  if (standInAt(timeOff, id, at) !== id) return 'away';
  return phone === null ? 'noWorkingNumber' : null;
}

function isApprovedAt({ propertyIds, groups }: NonNullable<Responder['vendor']>, property: Property | null): boolean {
  if (propertyIds.length === 0 && groups.length === 0) return true;
  if (property === null) return false;
  return propertyIds.includes(property.id) || (property.group != null && groups.includes(property.group));
}
