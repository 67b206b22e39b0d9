import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDriver, GATEWAY_KINDS, gatewayKinds } from '#core/notify/gateways';
import { QUIET } from '../quiet-gateway-deps.ts';

const KANNEL_FIELDS = gatewayKinds.kannel.fields;
const SECRET = 'callback-secret-of-the-test';

describe('gateway registry', () => {
  it.each(GATEWAY_KINDS)('%s can be listed in Settings', (kind) => {
    const entry = gatewayKinds[kind];
    const fields = Object.keys(z.toJSONSchema(entry.config, { io: 'input' }).properties ?? {});
    expect(fields).toEqual(expect.arrayContaining([...entry.secretFields]));
    expect(entry.title.en && entry.title.es && entry.summary.en && entry.summary.es).toBeTruthy();
    // What is asked has a name and a rule, and nothing has a name that is not asked.
    expect(Object.keys(entry.fields).toSorted()).toEqual(fields.toSorted());
  });

  const good = {
    sendUrl: 'http://127.0.0.1:13013/cgi-bin/sendsms',
    username: 'u',
    password: 'p',
    callbackSecret: SECRET,
  };
  it.each<[string, object, string]>([
    ['a password in the address', { sendUrl: 'http://u:hidden@127.0.0.1/' }, 'sendUrl'],
    ['a query in the status address', { statusUrl: 'http://127.0.0.1/status.txt?password=hidden' }, 'statusUrl'],
    ['another protocol', { sendUrl: 'file:///etc/passwd' }, 'sendUrl'],
    ['a wildcard to listen on', { callbackHost: '0.0.0.0' }, 'callbackHost'],
    ['a short secret', { callbackSecret: 'hidden' }, 'callbackSecret'],
    ['an impossible port', { callbackPort: 70_000 }, 'callbackPort'],
    ['a country that is none', { country: 'XX' }, 'country'],
  ])('refuses %s without repeating it', (_, wrong, field) => {
    const created = createDriver('kannel', { ...good, ...wrong }, QUIET);
    expect(created).toMatchObject({
      ok: false,
      reason: 'badConfig',
      issues: [
        {
          en: expect.stringContaining(`“${KANNEL_FIELDS[field]?.label.en}” must be `),
          es: expect.stringContaining(`«${KANNEL_FIELDS[field]?.label.es}» debe ser `),
        },
      ],
    });
    expect(JSON.stringify(created)).not.toContain('hidden');
  });

  it('opens nothing before start', () => {
    const created = createDriver('kannel', good, QUIET);
    expect(created).toMatchObject({ ok: true, kind: 'kannel', driver: { address: null } });
  });
});
