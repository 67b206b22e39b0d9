import { type ScheduleSources, type Scope, SHIFT_ROLES, type ShiftRole, TRADES, type Trade } from '#shared/contract';

/**
 * What one person at a time holds: a role of a trade, at a property, in a property group, or (both null) for the whole
 * company. Whoever asks about a property need not name its group.
 */
export type DutyKey = {
  readonly trade: Trade;
  readonly role: ShiftRole;
  readonly propertyId: string | null;
  readonly group?: string | null;
};

/** A key with its scope spelt out. */
export type LineKey = Scope & { readonly trade: Trade; readonly role: ShiftRole };

export const COMPANY: Scope = { propertyId: null, group: null };

/** The one scope a key is of. */
export function lineKeyOf({ trade, role, propertyId, group }: DutyKey): LineKey {
  return { trade, role, propertyId, group: propertyId === null ? (group ?? null) : null };
}

/** One text per scope. */
export function scopeName({ propertyId, group }: Scope): string {
  return propertyId !== null ? `at ${propertyId}` : group !== null ? `in ${group}` : '';
}

/** One text per line. */
export function lineName(key: LineKey): string {
  return `${key.trade} ${key.role} ${scopeName(key)}`;
}

/** Whose duties show where a scope has none of its own: the group's beneath a property, the company's beneath all. */
export function scopeBeneath(groups: ScheduleSources['groups'], { propertyId, group }: Scope): Scope | null {
  if (propertyId !== null) return { propertyId: null, group: groups[propertyId] ?? null };
  return group === null ? null : COMPANY;
}

/** A scope and those beneath it, the company last. */
export function scopesFrom(groups: ScheduleSources['groups'], scope: Scope): readonly Scope[] {
  const beneath = scopeBeneath(groups, scope);
  return beneath === null ? [scope] : [scope, ...scopesFrom(groups, beneath)];
}

/** By trade, role and scope: the company first, then groups, then properties. */
export function compareKeys(a: LineKey, b: LineKey): number {
  return (
    TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade) ||
    SHIFT_ROLES.indexOf(a.role) - SHIFT_ROLES.indexOf(b.role) ||
    compareTexts(a.propertyId ?? '', b.propertyId ?? '') ||
    compareTexts(a.group ?? '', b.group ?? '')
  );
}

/** By code unit: the same on every computer, whatever its language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
