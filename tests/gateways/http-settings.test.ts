import { describe, expect, it } from 'vitest';
import { createDriver, type GatewayKind } from '#core/notify/gateways';
import { QUIET } from '../quiet-gateway-deps.ts';

/** What an administrator may enter about gateways over HTTP, and what is refused in a sentence. */

const GOOD = {
  android: { address: 'http://192.0.2.20:8080', username: 'sms', password: 'x' },
  twilio: { accountSid: 'AC0', authToken: 'x', from: '+12025550100' },
  ntfy: { address: 'https://ntfy.example.com', topic: 'nightdesk' },
  gotify: { address: 'https://gotify.example.com', token: 'x' },
} as const satisfies Partial<Record<GatewayKind, object>>;
type Kind = keyof typeof GOOD;

it.each(Object.keys(GOOD) as Kind[])('%s takes what is right, and opens nothing', (kind) => {
  expect(createDriver(kind, GOOD[kind], QUIET).ok).toBe(true);
});

it('takes an account of somebody else who speaks as Twilio does', () => {
  const address = 'https://space.signalwire.com/api/laml/2010-04-01';
  const settings = { accountSid: '3f2c0a52-1111-4222', authToken: 'x', messagingServiceSid: 'MG0', address };
  expect(createDriver('twilio', settings, QUIET).ok).toBe(true);
});

describe('refused', () => {
  it.each<[Kind, string, object, string]>([
    ['android', 'a password in the address', { address: 'http://u:hidden@192.0.2.20' }, 'Address of the phone'],
    ['android', 'no password', { password: '' }, 'Password'],
    ['android', 'a SIM no phone has', { simNumber: 7 }, 'SIM'],
    ['android', 'a wildcard to listen on', { callbackHost: '0.0.0.0' }, 'This computer as the gateway reaches it'],
    ['android', 'a country that is none', { country: 'XX' }, 'Country of numbers without +'],
    ['twilio', 'neither number nor service', { from: undefined }, 'Number of the desk'],
    ['twilio', 'a name as number', { from: 'hidden' }, 'Number of the desk'],
    ['twilio', 'an account that is a path', { accountSid: '../hidden' }, 'Account SID'],
    [
      'twilio',
      'a query in the public address',
      { callbackUrl: 'https://a.example/?hidden' },
      'Public address of this desk',
    ],
    ['ntfy', 'a topic that is a path', { topic: 'hidden/../x' }, 'Topic'],
    ['ntfy', 'a token with a line break', { token: 'hidden\r\nX: y' }, 'Access token'],
    ['gotify', 'no token', { token: '' }, 'Token of the application'],
    ['gotify', 'another protocol', { address: 'file:///hidden' }, 'Address of the server'],
  ])('%s: %s', (kind, _, wrong, label) => {
    const created = createDriver(kind, { ...GOOD[kind], ...wrong }, QUIET);
    expect(created).toMatchObject({ ok: false, issues: [{ en: expect.stringContaining(`“${label}” must be `) }] });
    expect(JSON.stringify(created)).not.toContain('hidden');
  });
});
