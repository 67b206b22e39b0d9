import { describe, expect, it } from 'vitest';
import { asTyped, gatewayKinds } from '#core/notify/gateways';

const read = (kind: keyof typeof gatewayKinds, config: Record<string, unknown>) =>
  asTyped(gatewayKinds[kind].fields, config);

describe('what is typed about a gateway', () => {
  it.each([
    ['(202) 555-0100', '+12025550100'],
    ['202.555.0100', '+12025550100'],
    [' +1 202 555 0100 ', '+12025550100'],
    ['1-202-555-0100', '+12025550100'],
    ['+52 55 1234 5678', '+525512345678'],
    // A short code, and what is no number at all.
    ['12345', '12345'],
    ['call me', 'call me'],
    ['🙂', '🙂'],
    ['', ''],
  ])('number %s', (from, kept) => {
    expect(read('twilio', { from })).toEqual({ from: kept });
  });

  it('a number is read by the country beside it', () => {
    expect(read('twilio', { from: '55 1234 5678', country: ' mx ' })).toEqual({ from: '+525512345678', country: 'MX' });
    expect(read('twilio', { from: '202 555 0100', country: 'zz' })).toEqual({ from: '+12025550100', country: 'ZZ' });
  });

  it.each([
    ['202 555-0100', '2025550100'],
    ['+1 (202) 555-0100', '+12025550100'],
    ['Maple Desk', 'Maple Desk'],
  ])('sender %s', (from, kept) => {
    expect(read('kannel', { from })).toEqual({ from: kept });
  });

  it.each([
    ['192.168.1.20:8080', 'http://192.168.1.20:8080'],
    ['localhost:8080/api', 'http://localhost:8080/api'],
    ['phone.local:8080', 'http://phone.local:8080'],
    ['172.20.1.1', 'http://172.20.1.1'],
    ['172.200.1.1', 'https://172.200.1.1'],
    ['sms.example.com/desk', 'https://sms.example.com/desk'],
    [' http://127.0.0.1:9 ', 'http://127.0.0.1:9'],
    ['ftp://127.0.0.1', 'ftp://127.0.0.1'],
    ['not an address', 'not an address'],
    ['🙂', '🙂'],
    ['xxxxxxxx', 'xxxxxxxx'],
  ])('address %s', (address, whole) => {
    expect(read('android', { address })).toEqual({ address: whole });
  });

  it('everything else stays as it is, blanks of a secret too', () => {
    expect(read('android', { password: ' a b ', simNumber: 2, nobody: null })).toEqual({
      password: ' a b ',
      simNumber: 2,
      nobody: null,
    });
  });
});
