import { randomUUID } from 'node:crypto';
import { keepVoice, splitVoice, storedVoice, voiceSecrets } from '#core/notify';
import { asTyped } from '#core/notify/gateways';
import { VOICE_KINDS, VoiceKind, voiceKinds } from '#core/notify/voice';
import { lastCallAt, queueLooseMessage, runningCount, waitingCalls } from '#core/store';
import type {
  Answer,
  BothLanguages,
  GatewayInput,
  GatewayKindView,
  GatewayProbe,
  GatewaySaved,
  GatewaySlotView,
  GatewayTest,
} from '#shared/contract';
import { type Actor, LANES } from '#shared/incident';
import { normalisePhone } from '#shared/messages';
import { company, type Parts, refusal, SECRET_FOR_ANOTHER, UNKNOWN_GATEWAY_KIND } from '../parts.ts';
import { badConfig, fieldViews } from './gateway-fields.ts';

/** The place for a gateway that makes calls, beside those for messages. */

/** Every kind that makes calls, with what is asked about it. */
export function voiceKindViews(): readonly GatewayKindView[] {
  return VOICE_KINDS.map((kind) => {
    const { title, summary } = voiceKinds[kind];
    return { kind, title, summary, slots: ['voice'] as const, fields: fieldViews(voiceKinds[kind]) };
  });
}

export function voiceSlot({ store, voice }: Pick<Parts, 'store' | 'voice'>): GatewaySlotView {
  const stored = storedVoice(store.read);
  const secrets = stored === null ? [] : voiceSecrets(stored.kind);
  const { level, detail, isAsked, since } = voice.health();
  const config = stored?.config ?? {};
  return {
    slot: 'voice',
    kind: stored?.kind ?? null,
    config: Object.fromEntries(Object.entries(config).filter(([name]) => !secrets.includes(name))),
    secretsSet: secrets.filter((name) => config[name] !== undefined),
    paste: [],
    health: { level, detail, isAsked },
    since,
    lastSuccessAt: lastCallAt(store.read),
    lastInboundAt: null,
    isInUse: voice.isAnswering(),
  };
}

const STAYS: BothLanguages = {
  en: 'Not saved, calls are made as before',
  es: 'No se guardó, las llamadas se hacen como antes',
};

/** Puts a gateway for calls in its place, or takes it away; unconfirmed, it only says what that would meet. */
export async function saveVoice(
  parts: Parts,
  { kind, config = {}, isConfirmed = true }: GatewayInput,
  by: Actor,
): Promise<Answer<GatewaySaved>> {
  const { store, desk, voice } = parts;
  const known = VoiceKind.nullable().safeParse(kind);
  if (!known.success) return UNKNOWN_GATEWAY_KIND;
  const typed = known.data === null ? config : asTyped(voiceKinds[known.data].fields, config);
  const split = kind === null ? NOTHING : splitVoice(store.read, kind, typed);
  const settings = kind === null ? null : { kind, config: { ...split.open, ...split.secrets } };
  if (split.withheld.length > 0) return SECRET_FOR_ANOTHER;
  if (!isConfirmed) {
    const health = settings && (await voice.probe(settings));
    if (health && 'issues' in health) return badConfig(STAYS, health.issues);
    return { ok: true, value: { isSaved: false, probe: probeOf(parts, health) } };
  }
  const probe = probeOf(parts, null);
  const used = await voice.use(settings);
  if (!used.ok) return badConfig(STAYS, used.issues);
  desk.change(['settings', 'status'], (db, author) => keepVoice(db, author, kind, split), by);
  return { ok: true, value: { isSaved: true, probe } };
}

/** Long enough for somebody to find the phone that is to ring. */
const TEST = { purpose: 'call', lane: LANES.responderP2, goodForMs: 2 * 60_000 } as const;
const TEST_CALL: BothLanguages = {
  en: 'This is a test call of Nightdesk. Nothing has happened.',
  es: 'Esta es una llamada de prueba de Nightdesk. No ha pasado nada.',
};

/** Rings a phone once. Its state is `delivered` once a key was pressed: only then is it known that keys are heard. */
export function testCall(parts: Parts, phone: string, by: Actor): Answer<GatewayTest> {
  if (parts.voice.driver() === null)
    return refusal('noGateway', {
      en: 'No gateway for calls is set up, so nothing can be tested.',
      es: 'No hay pasarela de llamadas; no hay nada que probar.',
    });
  const to = normalisePhone(phone);
  if (!to.ok) return refusal('badPhone', to.reason);
  const key = `test-${randomUUID()}`;
  const text = TEST_CALL[company(parts)?.language ?? 'en'];
  parts.desk.change(
    ['settings'],
    (db, author) => queueLooseMessage(db, author, { key, ...TEST, to: to.phone, text }),
    by,
  );
  return { ok: true, value: { key, state: 'queued', reason: null, acceptedMs: null, receiptMs: null, reply: null } };
}

const NOTHING = { open: {}, secrets: {}, withheld: [] } as const;

function probeOf({ store }: Parts, health: GatewayProbe['health']): GatewayProbe {
  return {
    health: health && { level: health.level, detail: health.detail },
    queued: waitingCalls(store.read),
    unknown: 0,
    ladders: runningCount(store.read),
  };
}
