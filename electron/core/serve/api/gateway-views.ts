import { z } from 'zod';
import { secretNames, storedGateway } from '#core/notify';
import { GATEWAY_KINDS, gatewayKinds } from '#core/notify/gateways';
import type { GatewayKindView, GatewaySlot, GatewaySlotView } from '#shared/contract';
import type { Parts } from '../parts.ts';

const Fields = z.object({
  properties: z.record(z.string(), z.object({ default: z.union([z.string(), z.number()]).optional() })).default({}),
  required: z.array(z.string()).default([]),
});

/** Every kind there is a driver for, with what is asked about it. */
export function gatewayKindViews(): readonly GatewayKindView[] {
  return GATEWAY_KINDS.map((kind) => {
    const { title, summary, medium, config, fields, secretFields, madeUpFields } = gatewayKinds[kind];
    const { properties, required } = Fields.parse(z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }));
    return {
      kind,
      title,
      summary,
      slots: medium === 'push' ? ['push'] : ['primary', 'fallback'],
      fields: Object.entries(properties).map(([name, property]) => ({
        name,
        label: fields[name]?.label ?? { en: name, es: name },
        hint: fields[name]?.hint ?? { en: '', es: '' },
        isSecret: secretFields.includes(name),
        isRequired: required.includes(name) && !madeUpFields.includes(name),
        whenEmpty:
          property.default === undefined
            ? (fields[name]?.whenEmpty ?? null)
            : { en: String(property.default), es: String(property.default) },
      })),
    };
  });
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
}: Pick<Parts, 'store' | 'gateway'>): readonly [GatewaySlotView, ...GatewaySlotView[]] {
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
  return [primary, emptySlot('fallback'), emptySlot('push'), emptySlot('voice')];
}
