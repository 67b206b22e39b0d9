import { secretNames, storedGateway } from '#core/notify';
import { GATEWAY_KINDS, gatewayKinds } from '#core/notify/gateways';
import { gatewayMark } from '#core/store';
import {
  type GatewayKindView,
  type GatewaySlot,
  type GatewaySlotView,
  MESSAGE_SLOTS,
  type MessageSlot,
} from '#shared/contract';
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

type Shown = Pick<Parts, 'store' | 'gateway' | 'ways'>;

/** Every place for a gateway, the primary first. */
export function gatewaySlots(parts: Shown & Pick<Parts, 'voice'>): readonly GatewaySlotView[] {
  return [...MESSAGE_SLOTS.map((slot) => slotView(parts, slot)), voiceSlot(parts)];
}

/** One place for a gateway of messages. */
export function slotView({ store, gateway, ways }: Shown, slot: MessageSlot): GatewaySlotView {
  const stored = storedGateway(store.read, slot);
  if (!stored) return emptySlot(slot);
  const { kind, config } = stored;
  const secrets = secretNames(kind);
  const place = gateway.place(slot);
  const { level, detail, isAsked, since } = place.health();
  const isAside = slot === 'fallback' && (place.practice() !== null) !== (gateway.practice() !== null);
  return {
    slot,
    kind,
    config: Object.fromEntries(Object.entries(config).filter(([name]) => !secrets.includes(name))),
    secretsSet: secrets.filter((name) => config[name] !== undefined),
    paste: place.driver()?.paste?.() ?? [],
    // One that answers and yet never takes over must not look like one that does.
    health:
      isAside && level !== 'down' ? { level: 'warn', detail: 'standsAside', isAsked } : { level, detail, isAsked },
    since,
    ...gatewayMark(store.read, slot),
    isInUse: slot === 'push' ? place.driver() !== null : ways.inUse() === slot,
  };
}

/** How messages leave now: a primary that is down is no more than a warning while the fallback takes its place. */
export function wayOut({ gateway, ways }: Pick<Parts, 'gateway' | 'ways'>): {
  readonly level: 'ok' | 'warn' | 'down';
  readonly detail: string;
  readonly since: number | null;
} {
  const { level, detail, since } = gateway.health();
  return level === 'down' && ways.isOpen() ? { level: 'warn', detail: 'onFallback', since } : { level, detail, since };
}
