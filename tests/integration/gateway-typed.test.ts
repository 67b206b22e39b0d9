import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** What people type about a gateway, and how it is kept. */
describe('settings of a gateway as people type them', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  const save = (kind: string, config: Record<string, unknown>, slot: 'fallback' | 'voice' = 'fallback') =>
    night.core.api.saveGateway({ slot, kind, config });
  const kept = (slot = 'fallback') => night.core.api.gateways().find((each) => each.slot === slot)?.config;
  const TWILIO = {
    accountSid: 'AC00000000000000000000000000000000',
    authToken: 'a token',
    address: 'http://127.0.0.1:9',
  };
  const PHONE = { username: 'sms', password: 'a password' };

  it('are kept as they are meant: number, country, address', async () => {
    const typed = { ...TWILIO, address: '127.0.0.1:9/2010-04-01', from: '55 1234 5678', country: ' mx ' };
    expect(await save('twilio', typed)).toMatchObject({ ok: true });
    expect(kept()).toMatchObject({
      from: '+525512345678',
      country: 'MX',
      address: 'http://127.0.0.1:9/2010-04-01',
    });
  });

  it('the number that calls is read alike', async () => {
    const account = { accountSid: TWILIO.accountSid, authToken: 'a long token', baseUrl: 'http://127.0.0.1:9' };
    expect(await save('twilioVoice', { ...account, from: '(202) 555-0100' }, 'voice')).toMatchObject({ ok: true });
    expect(kept('voice')).toMatchObject({ from: '+12025550100' });
  });

  it.each([
    ['android', 'fallback', { ...PHONE, address: 'http://a b/c' }, ['address']],
    ['android', 'fallback', { ...PHONE, address: '🙂', country: 'ZZ' }, ['address', 'country']],
    ['twilio', 'fallback', TWILIO, ['from']],
    ['twilioVoice', 'voice', { ...TWILIO, authToken: 'a long token', address: undefined, from: '12' }, ['from']],
  ] as const)('what is wrong is named, for the form to show: %s %s', async (kind, slot, config, fields) => {
    expect(await save(kind, config, slot)).toMatchObject({ ok: false, code: 'badConfig', fields });
  });
});
