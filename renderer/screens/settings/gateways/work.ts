import type { GatewaySlot } from '#shared/contract';
import type { GatewayField } from './fields.ts';

/**
 * What was typed about a gateway and not saved: an alarm, a look at another screen or a click beside the form must not
 * cost it. Secrets are not kept.
 */
const drafts = new Map<string, Readonly<Record<string, string>>>();

const idOf = (slot: GatewaySlot, kind: string): string => `${slot}.${kind}`;

/** What was left half typed; null where nothing was. */
export function gatewayDraft(slot: GatewaySlot, kind: string): Readonly<Record<string, string>> | null {
  return drafts.get(idOf(slot, kind)) ?? null;
}

export function keepGatewayDraft(
  slot: GatewaySlot,
  { kind, fields }: { readonly kind: string; readonly fields: readonly Pick<GatewayField, 'name' | 'isSecret'>[] },
  typed: Readonly<Record<string, string>>,
): void {
  const open = fields.filter(({ isSecret }) => !isSecret).map(({ name }) => [name, typed[name] ?? ''] as const);
  drafts.set(idOf(slot, kind), Object.fromEntries(open));
}

export function dropGatewayDraft(slot: GatewaySlot, kind: string): void {
  drafts.delete(idOf(slot, kind));
}
