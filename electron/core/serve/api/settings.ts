import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GATEWAY_KINDS, GatewayKind, gatewayKinds, kannelConfLines } from '#core/notify/gateways';
import { allRows, getRow, getSecret, outboxStatus, putRow, putSecret, queueLooseMessage } from '#core/store';
import { type BothLanguages, type Policy, TIERS, type Tier } from '#shared/contract';
import { DEFAULT_POLICY, stepSums } from '#shared/escalation';
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

/** Gateway and policy. */
export function settingsApi(
  parts: Parts,
): Pick<ConsoleApi, 'policy' | 'savePolicy' | 'gateway' | 'saveGateway' | 'testGateway' | 'gatewayTest'> {
  const { store, desk, gateway } = parts;
  return {
    policy() {
      const policy = getRow(store.read, 'policy', 'company') ?? DEFAULT_POLICY;
      return {
        policy,
        sums: Object.fromEntries(TIERS.map((tier) => [tier, stepSums(policy.ladders[tier])])) as Record<
          Tier,
          readonly number[]
        >, // one entry per tier
        usedBy: allRows(store.read, 'property')
          .filter((each) => each.policyId === null || each.policyId === policy.id)
          .map((each) => each.name),
        warnings: warningsOf(policy),
      };
    },
    savePolicy(policy) {
      const by = whoIsAtDesk(parts);
      if (by?.kind !== 'staff') return SIGN_IN_FIRST;
      const before = getRow(store.read, 'policy', policy.id) ?? DEFAULT_POLICY;
      if (before.version !== policy.version) {
        return refusal('changedMeanwhile', {
          en: 'Somebody saved a newer version meanwhile. Nothing was overwritten; look at theirs and enter your change again.',
          es: 'Alguien guardó otra versión mientras tanto. No se sobrescribió nada; revise la suya y vuelva a ingresar su cambio.',
        });
      }
      desk.change(
        ['settings'],
        (db, author) => putRow(db, 'policy', { ...policy, version: before.version + 1, signedBy: by.name }, author),
        by,
      );
      return DONE;
    },
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
      const { open, secrets } = splitSecrets(parts, parsed.data, config);
      const used = await gateway.use({ kind: parsed.data, config: { ...open, ...secrets } });
      if (!used.ok) {
        const issues = used.issues.join('; ');
        return refusal('badConfig', {
          en: `Not saved, the gateway in use stays: ${issues}`,
          es: `No se guardó, sigue la pasarela anterior: ${issues}`,
        });
      }
      desk.change(
        ['settings', 'status', 'practice'],
        (db, author) => {
          for (const [name, value] of Object.entries(secrets)) putSecret(db, `gateway.${kind}.${name}`, value);
          putRow(db, 'setting', { id: 'gateway', value: { kind, config: open } }, author);
        },
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

/** The gateway as stored, secrets put back: what the core starts with. A kind nobody knows where it cannot be read. */
export function storedGateway({ store }: Pick<Parts, 'store'>): {
  readonly kind: string;
  readonly config: Record<string, unknown>;
} {
  const row = getRow(store.read, 'setting', 'gateway');
  const stored = StoredGateway.safeParse(row?.value ?? { kind: 'practice', config: {} });
  if (!stored.success) return { kind: 'unreadable', config: {} };
  const { kind, config } = stored.data;
  const secrets = secretNames(kind).flatMap((name) => {
    const value = getSecret(store.read, `gateway.${kind}.${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  return { kind, config: { ...config, ...Object.fromEntries(secrets) } };
}

const StoredGateway = z.object({ kind: z.string(), config: z.record(z.string(), z.unknown()) });

function secretNames(kind: string): readonly string[] {
  const parsed = GatewayKind.safeParse(kind);
  return parsed.success ? gatewayKinds[parsed.data].secretFields : [];
}

/** An empty secret keeps the one on file; the secret of Kannel's callbacks is made up when there is none. */
function splitSecrets(
  { store }: Parts,
  kind: GatewayKind,
  config: Record<string, unknown>,
): { readonly open: Record<string, unknown>; readonly secrets: Record<string, string> } {
  const names = secretNames(kind);
  const secrets: Record<string, string> = {};
  for (const name of names) {
    const given = config[name];
    const kept = getSecret(store.read, `gateway.${kind}.${name}`);
    if (typeof given === 'string' && given !== '') secrets[name] = given;
    else if (kept !== null) secrets[name] = kept;
    else if (name === 'callbackSecret') secrets[name] = randomBytes(24).toString('base64url');
  }
  const open = Object.fromEntries(
    Object.entries(config).filter(([name, value]) => !names.includes(name) && value !== '' && value !== null),
  );
  return { open, secrets };
}

const Fields = z.object({
  properties: z.record(z.string(), z.object({ default: z.union([z.string(), z.number()]).optional() })).default({}),
  required: z.array(z.string()).default([]),
});

function gatewayView(parts: Parts): GatewayView {
  const { kind, config } = storedGateway(parts);
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
      const own: readonly string[] = gatewayKinds[each].secretFields;
      return {
        kind: each,
        fields: Object.entries(properties).map(([name, property]) => ({
          name,
          isSecret: own.includes(name),
          isRequired: required.includes(name) && name !== 'callbackSecret',
          defaultValue: property.default === undefined ? null : String(property.default),
        })),
      };
    }),
  };
}

/** A ladder that burns people out, or that leaves a flood waiting (PRODUCT 7, dispatch editor). */
function warningsOf(policy: Policy): readonly BothLanguages[] {
  const warnings: BothLanguages[] = [];
  for (const tier of ['P1', 'P2'] as const) {
    const ladder = policy.ladders[tier];
    if (ladder.steps.length === 0)
      warnings.push({
        en: `${tier}: the ladder has no step, so nobody is woken.`,
        es: `${tier}: la escala no tiene pasos; no se avisa a nadie.`,
      });
    if (ladder.steps.some((step, index) => index > 0 && step.afterPreviousMin < 5)) {
      warnings.push({
        en: `${tier}: a step comes less than 5 minutes after the one before; people need time to wake up.`,
        es: `${tier}: un paso sale menos de 5 minutos después del anterior; la gente necesita tiempo para despertar.`,
      });
    }
  }
  const last = stepSums(policy.ladders.P1).at(-1) ?? 0;
  if (last > 30)
    warnings.push({
      en: `P1: the last step fires after ${last} minutes; 30 is the most we advise.`,
      es: `P1: el último paso sale a los ${last} minutos; aconsejamos 30 como máximo.`,
    });
  return warnings;
}
