import { randomUUID } from 'node:crypto';
import { emptyPlace, keepGateway, type SplitSettings, secretNames, splitSecrets, storedGateway } from '#core/notify';
import { asTyped, GatewayKind, gatewayKinds } from '#core/notify/gateways';
import {
  firstTextFrom,
  forgetPlace,
  outboxRow,
  outboxStatus,
  queueLooseMessage,
  runningCount,
  waitingAt,
} from '#core/store';
import type {
  Answer,
  BothLanguages,
  GatewayInput,
  GatewayProbe,
  GatewaySaved,
  GatewayTest,
  MessageSlot,
} from '#shared/contract';
import { type Actor, LANES } from '#shared/incident';
import { normalisePhone } from '#shared/messages';
import type { ConsoleApi, GatewayView } from '../console-api.ts';
import {
  company,
  type Parts,
  refusal,
  SECRET_FOR_ANOTHER,
  SIGN_IN_FIRST,
  UNKNOWN_GATEWAY_KIND,
  whoIsAtDesk,
} from '../parts.ts';
import { badConfig } from './gateway-fields.ts';
import { gatewayKindViews, gatewaySlots, slotView } from './gateway-views.ts';
import { saveVoice, testCall } from './voice-slot.ts';

/** A test that is longer on its way has failed. */
const TEST = { purpose: 'test', lane: LANES.responderP2, goodForMs: 10 * 60_000 } as const;
const TEST_TEXT: BothLanguages = {
  en: 'Nightdesk test. If you can read this, the gateway works. Reply OK to test the way back; nothing else happens.',
  es: 'Prueba de Nightdesk. Si lee esto, la pasarela funciona. Responda OK para probar el regreso; no pasa nada más.',
};
const PUSH_TEXT: BothLanguages = {
  en: 'Nightdesk test. If you can read this, push works.',
  es: 'Prueba de Nightdesk. Si lee esto, los avisos funcionan.',
};

const STAYS: BothLanguages = {
  en: 'Not saved, the gateway in use stays',
  es: 'No se guardó, sigue la pasarela anterior',
};

type SettingsApi = Pick<
  ConsoleApi,
  'gateway' | 'gateways' | 'gatewayKinds' | 'saveGateway' | 'testGateway' | 'gatewayTest'
>;

/** The gateways. */
export function settingsApi(parts: Parts): SettingsApi {
  return {
    gateway: () => gatewayView(parts),
    gateways: () => gatewaySlots(parts),
    gatewayKinds: gatewayKindViews,
    async saveGateway(input) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const { slot = 'primary' } = input;
      if (slot === 'voice') return saveVoice(parts, input, by);
      if (input.kind === null) return emptied(parts, slot, input, by);
      return saved(parts, slot, { ...input, kind: input.kind }, by);
    },
    async testGateway(input) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const { slot = 'primary', phone } = input;
      return slot === 'voice' ? testCall(parts, phone, by) : test(parts, { slot, phone }, by);
    },
    gatewayTest: (key) => testState(parts, key),
  };
}

async function saved(
  parts: Parts,
  slot: MessageSlot,
  { kind, config = {}, isConfirmed = true }: GatewayInput & { readonly kind: string },
  by: Actor,
): Promise<Answer<GatewaySaved>> {
  const { store, desk, gateway } = parts;
  const parsed = GatewayKind.safeParse(kind);
  if (!parsed.success) return UNKNOWN_GATEWAY_KIND;
  const split = splitSecrets(store.read, slot, parsed.data, asTyped(gatewayKinds[parsed.data].fields, config));
  if (split.withheld.length > 0) return SECRET_FOR_ANOTHER;
  const settings = { kind: parsed.data, config: { ...split.open, ...split.secrets } };
  if (!isConfirmed) {
    const tried = await gateway.place(slot).try(settings);
    if (!tried.ok) return badConfig(STAYS, tried.issues);
    return { ok: true, value: { isSaved: false, probe: probeOf(parts, slot, tried.health) } };
  }
  const probe = probeOf(parts, slot, null);
  const used = await gateway.place(slot).use(settings);
  if (!used.ok) return badConfig(STAYS, used.issues);
  desk.change(
    ['settings', 'status', 'practice'],
    (db, author) => {
      if (!isSame(storedGateway(db, slot), parsed.data, split)) forgetPlace(db, slot);
      keepGateway(db, author, { slot, kind: parsed.data, settings: split });
    },
    by,
  );
  return { ok: true, value: { isSaved: true, probe } };
}

/** The same gateway with, perhaps, other secrets: what it was given before it still knows. */
function isSame(before: ReturnType<typeof storedGateway>, kind: string, { open }: SplitSettings): boolean {
  if (before?.kind !== kind) return false;
  const secrets = secretNames(kind);
  const names = new Set(
    [...Object.keys(open), ...Object.keys(before.config)].filter((name) => !secrets.includes(name)),
  );
  return [...names].every((name) => before.config[name] === open[name]);
}

async function emptied(
  parts: Parts,
  slot: MessageSlot,
  { isConfirmed = true }: GatewayInput,
  by: Actor,
): Promise<Answer<GatewaySaved>> {
  if (slot === 'primary')
    return refusal('primaryStays', {
      en: 'The desk needs a primary gateway: put another one in its place.',
      es: 'La mesa necesita una pasarela principal: ponga otra en su lugar.',
    });
  const probe = probeOf(parts, slot, null);
  if (!isConfirmed) return { ok: true, value: { isSaved: false, probe } };
  await parts.gateway.place(slot).use(null);
  parts.desk.change(
    ['settings', 'status'],
    (db, author) => {
      emptyPlace(db, author, slot);
      forgetPlace(db, slot);
    },
    by,
  );
  return { ok: true, value: { isSaved: true, probe } };
}

function probeOf({ store }: Parts, slot: MessageSlot, health: GatewayProbe['health']): GatewayProbe {
  return { health, ...waitingAt(store.read, slot), ladders: runningCount(store.read) };
}

function test(
  parts: Parts,
  { slot, phone }: { readonly slot: MessageSlot; readonly phone: string },
  by: Actor,
): Answer<GatewayTest> {
  if (parts.gateway.place(slot).driver() === null)
    return refusal('noGateway', {
      en: 'No gateway stands there, so nothing can be tested.',
      es: 'Ahí no hay ninguna pasarela; no hay nada que probar.',
    });
  const to = slot === 'push' ? topicOf(phone) : normalisePhone(phone);
  if (!to.ok) return refusal('badPhone', to.reason);
  const key = `test-${randomUUID()}`;
  const language = company(parts)?.language ?? 'en';
  const text = (slot === 'push' ? PUSH_TEXT : TEST_TEXT)[language];
  parts.desk.change(
    ['settings'],
    (db, author) => queueLooseMessage(db, author, { key, ...TEST, to: to.phone, text, boundSlot: slot }),
    by,
  );
  return {
    ok: true,
    value: { key, state: 'queued', reason: null, acceptedMs: null, receiptMs: null, reply: null },
  };
}

function topicOf(given: string): ReturnType<typeof normalisePhone> {
  const topic = given.trim();
  return topic === ''
    ? { ok: false, reason: { en: 'Name the topic to push to.', es: 'Indique el tema al que avisar.' } }
    : { ok: true, phone: topic };
}

function testState({ store }: Parts, key: string): GatewayTest | null {
  const status = outboxStatus(store.read, key);
  const row = outboxRow(store.read, key);
  if (!status || !row) return null;
  const { state, reason, queuedAt, acceptedAt, deliveredAt } = status;
  return {
    key,
    state,
    reason,
    acceptedMs: acceptedAt === null ? null : acceptedAt - queuedAt,
    receiptMs: acceptedAt === null || deliveredAt === null ? null : Math.max(0, deliveredAt - acceptedAt),
    reply: firstTextFrom(store.read, row.to, queuedAt),
  };
}

function gatewayView(parts: Parts): GatewayView {
  const { kind, config, secretsSet, paste } = slotView(parts, 'primary');
  return { kind: kind ?? '', config, secretsSet, paste, kinds: gatewayKindViews() };
}
