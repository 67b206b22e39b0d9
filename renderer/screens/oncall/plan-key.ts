import type { Scope, ShiftRole, Trade } from '#shared/contract';

/** What one person at a time holds: a role of a trade, at a property, in a group, or (both null) for the whole company. */
export type PlanKey = Scope & { readonly trade: Trade; readonly role: ShiftRole };

export type Stretch = { readonly startsAt: number; readonly endsAt: number };

/** The key as one text, for finding the line of it. */
export function keyOf({ trade, role, propertyId, group }: PlanKey): string {
  return `${trade} ${role} ${scopeText({ propertyId, group })}`.trim();
}

/** Just the key of something that has more. */
export function planKeyOf({ trade, role, propertyId, group }: PlanKey): PlanKey {
  return { trade, role, propertyId, group };
}

/** A scope as the value of a choice: empty for the company, `p:` and `g:` before a property's id and a group's name. */
export function scopeText({ propertyId, group }: Scope): string {
  if (propertyId !== null) return `p:${propertyId}`;
  return group === null ? '' : `g:${group}`;
}

export function scopeOf(text: string): Scope {
  return {
    propertyId: text.startsWith('p:') ? text.slice(2) : null,
    group: text.startsWith('g:') ? text.slice(2) : null,
  };
}
