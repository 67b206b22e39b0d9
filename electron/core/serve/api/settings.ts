import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keepGateway, secretNames, splitSecrets, storedGateway } from '#core/notify';
import { type FieldWords, GATEWAY_KINDS, GatewayKind, gatewayKinds, kannelConfLines } from '#core/notify/gateways';
import { outboxStatus, queueLooseMessage } from '#core/store';
import type { BothLanguages, Language } from '#shared/contract';
import { LANES } from '#shared/incident';
import { normalisePhone } from '#shared/messages';
import type { ConsoleApi, GatewayView } from '../console-api.ts';
import { company, DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

/** A test that is longer on its way has failed. */
const TEST = { purpose: 'test', lane: LANES.responderP2, goodForMs: 10 * 60_000 } as const;
const TEST_TEXT: BothLanguages = {
  en: 'Nightdesk test. If you can read this, the gateway works. No answer needed.',
  es: 'Prueba de Nightdesk. Si lee esto, la pasarela funciona. No hace falta responder.',
};

/** The gateway. */
export function settingsApi(parts: Parts): Pick<ConsoleApi, 'gateway' | 'saveGateway' | 'testGateway' | 'gatewayTest'> {
  const { store, desk, gateway } = parts;
  return {
    gateway: () => gatewayView(parts),
    async saveGateway({ kind, config }) {
      const by = whoIsAtDesk(parts);
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
      return DONE;
    },
    async testGateway(phone) {
      const by = whoIsAtDesk(parts);
      if (!by) return SIGN_IN_FIRST;
      const parsed = normalisePhone(phone);
      if (!parsed.ok) return refusal('badPhone', parsed.reason);
      const key = `test-${randomUUID()}`;
      const language = company(parts)?.language ?? 'en';
      desk.change(
        ['settings'],
        (db, author) => queueLooseMessage(db, author, { key, ...TEST, to: parsed.phone, text: TEST_TEXT[language] }),
        by,
      );
      return { ok: true, value: { key, state: 'queued', reason: null, acceptedMs: null } };
    },
    gatewayTest(key) {
      const row = outboxStatus(store.read, key);
      return (
        row && {
          key,
          state: row.state,
          reason: row.reason,
          acceptedMs: row.acceptedAt === null ? null : row.acceptedAt - row.queuedAt,
        }
      );
    },
  };
}

const Fields = z.object({
  properties: z.record(z.string(), z.object({ default: z.union([z.string(), z.number()]).optional() })).default({}),
  required: z.array(z.string()).default([]),
});

function gatewayView(parts: Parts): GatewayView {
  const { kind, config } = storedGateway(parts.store.read);
  const driver = parts.gateway.driver();
  const address = 'address' in driver ? (driver.address as Parameters<typeof kannelConfLines>[0] | null) : null; // Kannel's driver has one
  const lines = address ? kannelConfLines(address) : null;
  const secrets = secretNames(kind);
  return {
    kind,
    config: Object.fromEntries(Object.entries(config).filter(([name]) => !secrets.includes(name))),
    secretsSet: secrets.filter((name) => config[name] !== undefined),
    paste: lines
      ? [
          { label: 'group = smsbox', text: lines.smsbox },
          { label: 'group = sendsms-user', text: lines.sendsmsUser },
          { label: 'group = sms-service', text: lines.service },
        ]
      : [],
    kinds: GATEWAY_KINDS.map((each) => {
      const { properties, required } = Fields.parse(
        z.toJSONSchema(gatewayKinds[each].config, { io: 'input', unrepresentable: 'any' }),
      );
      const { title, summary, fields } = gatewayKinds[each];
      const words: Readonly<Record<string, FieldWords>> = fields;
      const own: readonly string[] = gatewayKinds[each].secretFields;
      return {
        kind: each,
        title,
        summary,
        fields: Object.entries(properties).map(([name, property]) => ({
          name,
          label: words[name]?.label ?? { en: name, es: name },
          hint: words[name]?.hint ?? { en: '', es: '' },
          isSecret: own.includes(name),
          isRequired: required.includes(name) && name !== 'callbackSecret',
          whenEmpty:
            property.default === undefined
              ? (words[name]?.whenEmpty ?? null)
              : { en: String(property.default), es: String(property.default) },
        })),
      };
    }),
  };
}
