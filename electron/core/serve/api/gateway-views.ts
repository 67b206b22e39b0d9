import { secretNames, storedGateway } from '#core/notify';
import { GATEWAY_KINDS, gatewayKinds } from '#core/notify/gateways';
import type { GatewayKindView, GatewaySlot, GatewaySlotView } from '#shared/contract';
import type { Parts } from '../parts.ts';
import { fieldViews } from './gateway-fields.ts';
import { voiceKindViews, voiceSlot } from './voice-slot.ts';

/** Every kind there is a driver for, with what is asked about it. */
export function gatewayKindViews(): readonly GatewayKindView[] {
  const messages = GATEWAY_KINDS.map((kind) => {
    const { title, summary, medium } = gatewayKinds[kind];
    const slots = medium === 'push' ? (['push'] as const) : (['primary', 'fallback'] as const);
    return { kind, title, summary, slots, fields: fieldViews(gatewayKinds[kind]) };
  });
  return [...messages, ...voiceKindViews()];
}

const EMPTY = {
  kind: null,
  config: {},
  secretsSet: [],
  paste: [],
  health: { level: 'warn', detail: 'notAsked', isAsked: false },
  since: null,
  lastSuccessAt: null,
  lastInboundAt: null,
  isInUse: false,
} as const;
const emptySlot = (slot: GatewaySlot): GatewaySlotView => ({ slot, ...EMPTY });

/** Every place for a gateway, the primary first. */
export function gatewaySlots({
  store,
  gateway,
  voice,
}: Pick<Parts, 'store' | 'gateway' | 'voice'>): readonly [GatewaySlotView, ...GatewaySlotView[]] {
  const { kind, config } = storedGateway(store.read);
  const secrets = secretNames(kind);
  const { level, detail, isAsked, since } = gateway.health();
  const primary: GatewaySlotView = {
    slot: 'primary',
    kind,
    config: Object.fromEntries(Object.entries(config).filter(([name]) => !secrets.includes(name))),
    secretsSet: secrets.filter((name) => config[name] !== undefined),
    paste: gateway.driver().paste?.() ?? [],
    health: { level, detail, isAsked },
    since,
    lastSuccessAt: null,
    lastInboundAt: null,
    isInUse: true,
  };
  return [primary, emptySlot('fallback'), emptySlot('push'), voiceSlot({ store, voice })];
}
