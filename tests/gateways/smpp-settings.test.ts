import { describe, expect, it } from 'vitest';
import { createDriver } from '#core/notify/gateways';
import { QUIET } from '../quiet-gateway-deps.ts';

describe('what is entered about an SMSC', () => {
  const good = { host: 'smsc.example', systemId: 'desk', password: 'hidden', from: '+12025550100' };
  it.each<[string, object, string]>([
    ['a port in the host', { host: 'smsc.example/x' }, 'Host'],
    ['an impossible port', { port: '70000' }, 'Port'],
    ['a port in words', { port: 'usual' }, 'Port'],
    ['a system ID that is too long', { systemId: 'a'.repeat(16) }, 'System ID'],
    ['a sender that cannot be', { from: 'Nightdesk Company' }, 'Sender'],
    ['an authority that is no certificate', { tlsAuthority: 'hidden' }, 'Certificate authority'],
    ['a TLS that is neither', { tls: 'hidden' }, 'TLS'],
    ['a window without room', { window: '0' }, 'Window'],
    ['a country that is none', { country: 'XX' }, 'Country of numbers without +'],
  ])('refuses %s without repeating it', (_, wrong, label) => {
    const created = createDriver('smpp', { ...good, ...wrong }, QUIET);
    expect(created).toMatchObject({
      ok: false,
      issues: [{ en: expect.stringContaining(`“${label}” must be `), es: expect.stringContaining('debe ser ') }],
    });
    expect(JSON.stringify(created)).not.toContain('hidden');
  });

  it('is enough with four fields', () => {
    expect(createDriver('smpp', good, QUIET)).toMatchObject({ ok: true });
  });
});
