import { GATEWAY_KINDS } from '#core/notify/gateways';
import { GATEWAYS, type GatewayDeclaration } from './declared.ts';

/** The kind of driver a column is about: its name, or the first word of it. */
export const kindOf = (name: string): string => name.split(' ')[0] ?? name;

/** The columns of drivers there are. */
export function builtGateways(): readonly (readonly [name: string, declared: GatewayDeclaration])[] {
  const kinds: readonly string[] = GATEWAY_KINDS;
  return Object.entries(GATEWAYS).filter(([name]) => kinds.includes(kindOf(name)));
}
