import { z } from 'zod';
import { secretNames, storedGateway } from '#core/notify';
import { type FieldWords, GATEWAY_KINDS, gatewayKinds } from '#core/notify/gateways';
import type { BothLanguages, GatewayKindView, GatewaySlot, GatewaySlotView } from '#shared/contract';
import type { Parts } from '../parts.ts';

const Fields = z.object({
  properties: z
    .record(
      z.string(),
      z.object({
        default: z.union([z.string(), z.number()]).optional(),
        type: z.string().optional(),
        enum: z.array(z.string()).optional(),
      }),
    )
    .default({}),
  required: z.array(z.string()).default([]),
});

/** Every kind there is a driver for, with what is asked about it. */
export function gatewayKindViews(): readonly GatewayKindView[] {
  return GATEWAY_KINDS.map((kind) => {
    const { title, summary, medium } = gatewayKinds[kind];
    const slots = medium === 'push' ? (['push'] as const) : (['primary', 'fallback'] as const);
    return { kind, title, summary, slots, fields: fieldViews(gatewayKinds[kind]) };
  });
}

type Asked = {
  readonly config: z.ZodObject;
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly secretFields: readonly string[];
  readonly madeUpFields?: readonly string[];
};

/** What is asked about a kind of gateway, and how. */
function fieldViews({ config, fields, secretFields, madeUpFields = [] }: Asked): GatewayKindView['fields'] {
  const { properties, required } = Fields.parse(z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties).map(([name, property]) => {
    const words = fields[name];
    const choices = (property.enum ?? []).map((value) => ({ value, label: choiceWords(value, words) }));
    return {
      name,
      label: words?.label ?? { en: name, es: name },
      hint: words?.hint ?? { en: '', es: '' },
      isSecret: secretFields.includes(name),
      isRequired: required.includes(name) && !madeUpFields.includes(name),
      whenEmpty: property.default === undefined ? (words?.whenEmpty ?? null) : choiceWords(property.default, words),
      input: choices.length > 0 ? 'choice' : isNumber(property.type) ? 'number' : words?.isLong ? 'lines' : 'line',
      choices,
    };
  });
}

function isNumber(type: string | undefined): boolean {
  return type === 'integer' || type === 'number';
}

function choiceWords(value: string | number, words: FieldWords | undefined): BothLanguages {
  const es = value === 'yes' ? 'sí' : String(value);
  return words?.choices?.[value] ?? { en: String(value), es };
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
