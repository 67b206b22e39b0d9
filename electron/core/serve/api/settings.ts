import { randomUUID } from 'node:crypto';
import { keepGateway, splitSecrets } from '#core/notify';
import { GatewayKind } from '#core/notify/gateways';
import { outboxStatus, queueLooseMessage } from '#core/store';
import type { BothLanguages, Language } from '#shared/contract';
import { LANES } from '#shared/incident';
import { normalisePhone } from '#shared/messages';
import type { ConsoleApi, GatewayView } from '../console-api.ts';
import { company, NOT_YET, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';
import { gatewayKindViews, gatewaySlots } from './gateway-views.ts';
import { saveVoice, testCall } from './voice-slot.ts';

/** A test that is longer on its way has failed. */
const TEST = { purpose: 'test', lane: LANES.responderP2, goodForMs: 10 * 60_000 } as const;
const TEST_TEXT: BothLanguages = {
  en: 'Nightdesk test. If you can read this, the gateway works. No answer needed.',
  es: 'Prueba de Nightdesk. Si lee esto, la pasarela funciona. No hace falta responder.',
};

/** The gateway. */
export function settingsApi(
  parts: Parts,
): Pick<ConsoleApi, 'gateway' | 'gateways' | 'gatewayKinds' | 'saveGateway' | 'testGateway' | 'gatewayTest'> {
  const { store, desk, gateway } = parts;
  return {
    gateway: () => gatewayView(parts),
    gateways: () => gatewaySlots(parts),
    gatewayKinds: gatewayKindViews,
    async saveGateway({ slot = 'primary', kind, config = {}, isConfirmed = true }) {
      const by = whoIsAtDesk(parts);
      if (slot === 'voice') return by ? saveVoice(parts, { kind, config, isConfirmed }, by) : SIGN_IN_FIRST;
      if (slot !== 'primary') return NOT_YET;
      if (!by) return SIGN_IN_FIRST;
      const parsed = GatewayKind.safeParse(kind);
      if (!parsed.success)
        return refusal('unknownKind', {
          en: 'This kind of gateway is unknown.',
          es: 'Este tipo de pasarela no existe.',
        });
      const settings = splitSecrets(store.read, parsed.data, config);
      const used = await gateway.use({ kind: parsed.data, config: { ...settings.open, ...settings.secrets } });
      if (!used.ok) {
        const issues = (language: Language): string => used.issues.map((issue) => issue[language]).join('; ');
        return refusal('badConfig', {
          en: `Not saved, the gateway in use stays: ${issues('en')}.`,
          es: `No se guardó, sigue la pasarela anterior: ${issues('es')}.`,
        });
      }
      desk.change(
        ['settings', 'status', 'practice'],
        (db, author) => keepGateway(db, author, parsed.data, settings),
        by,
      );
      return { ok: true, value: { isSaved: true, probe: { health: null, queued: 0, unknown: 0, ladders: 0 } } };
    },
    async testGateway({ slot = 'primary', phone }) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      if (slot === 'voice') return testCall(parts, phone, by);
      const parsed = normalisePhone(phone);
      if (!parsed.ok) return refusal('badPhone', parsed.reason);
      const key = `test-${randomUUID()}`;
      const language = company(parts)?.language ?? 'en';
      desk.change(
        ['settings'],
        (db, author) => queueLooseMessage(db, author, { key, ...TEST, to: parsed.phone, text: TEST_TEXT[language] }),
        by,
      );
      return {
        ok: true,
        value: { key, state: 'queued', reason: null, acceptedMs: null, receiptMs: null, reply: null },
      };
    },
    gatewayTest(key) {
      const row = outboxStatus(store.read, key);
      return (
        row && {
          key,
          state: row.state,
          reason: row.reason,
          acceptedMs: row.acceptedAt === null ? null : row.acceptedAt - row.queuedAt,
          receiptMs: null,
          reply: null,
        }
      );
    },
  };
}

function gatewayView(parts: Parts): GatewayView {
  const { slots, kinds } = { slots: gatewaySlots(parts), kinds: gatewayKindViews() };
  const { kind, config, secretsSet, paste } = slots[0];
  return { kind: kind ?? '', config, secretsSet, paste, kinds };
}
