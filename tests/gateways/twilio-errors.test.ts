import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../electron/core/notify/driver.ts';
import {
  isSignedByTwilio,
  readTwilioSend,
  readTwilioState,
  twilioSignature,
} from '../../electron/core/notify/gateways/twilio-answer.ts';

/** Twilio's error catalogue and its signature, as documented. */

const refusalOf = (status: number, code: number) =>
  ({ kind: 'answer', status, body: JSON.stringify({ code, message: 'x', status }), retryAfterMs: null }) as const;
const outcome = (result: SendResult) => (result.kind === 'rejected' ? `rejected ${result.scope}` : result.kind);

describe('every error a message can be refused with', () => {
  it.each<[number, number, string, string]>([
    [401, 20003, 'rejected account', 'accountRefused'],
    [403, 20005, 'rejected account', 'accountSuspended'],
    [403, 20008, 'rejected account', 'accountRefused'],
    [404, 20404, 'rejected account', 'wrongAddress'],
    [429, 20429, 'notSent', 'slowDown'],
    [500, 20500, 'unknown', 'failedAnswering'],
    [429, 14107, 'notSent', 'slowDown'],
    [400, 21211, 'rejected recipient', 'numberRefused'],
    [400, 21212, 'rejected account', 'senderUnfit'],
    [400, 21214, 'rejected recipient', 'numberRefused'],
    [400, 21217, 'rejected recipient', 'numberRefused'],
    [400, 21408, 'rejected recipient', 'countryClosed'],
    [400, 21601, 'rejected account', 'senderUnfit'],
    [400, 21602, 'rejected content', 'emptyText'],
    [400, 21603, 'rejected account', 'senderUnfit'],
    [400, 21604, 'rejected recipient', 'numberRefused'],
    [400, 21605, 'rejected content', 'tooLong'],
    [400, 21606, 'rejected account', 'senderUnfit'],
    [400, 21608, 'rejected account', 'onlyVerified'],
    [400, 21610, 'rejected recipient', 'stoppedThere'],
    [400, 21611, 'notSent', 'full'],
    [400, 21612, 'rejected recipient', 'noRoute'],
    [400, 21614, 'rejected recipient', 'takesNoTexts'],
    [400, 21617, 'rejected content', 'tooLong'],
    [400, 21635, 'rejected recipient', 'landline'],
    [400, 21659, 'rejected account', 'senderUnfit'],
    [400, 21660, 'rejected account', 'senderUnfit'],
    [400, 21701, 'rejected account', 'senderUnfit'],
    [400, 21703, 'rejected account', 'senderUnfit'],
    [400, 21704, 'rejected account', 'senderUnfit'],
    [400, 30001, 'notSent', 'full'],
    [400, 30002, 'rejected account', 'accountSuspended'],
    [400, 30005, 'rejected recipient', 'unknownPhone'],
    [400, 30006, 'rejected recipient', 'landline'],
    [400, 30007, 'rejected content', 'filtered'],
    [400, 30034, 'rejected account', 'senderUnregistered'],
    [429, 63038, 'rejected account', 'full'],
  ])('%i with %i', (status, code, expected, reason) => {
    const result = readTwilioSend(refusalOf(status, code));
    expect(outcome(result)).toBe(expected);
    expect(result).toMatchObject({ reason: `${reason}:${code}` });
  });

  it.each<[number, string, string]>([
    [201, '{"sid":"SM1","status":"queued"}', 'accepted'],
    [201, '{"sid":"SM1"', 'unknown'],
    [200, '<html>welcome</html>', 'unknown'],
    [302, '', 'rejected account'],
    [400, '{"code":99999}', 'rejected account'],
    [400, 'not JSON', 'rejected account'],
    [401, '', 'rejected account'],
    [403, '{}', 'rejected account'],
    [404, '', 'rejected account'],
    [408, '', 'unknown'],
    [413, '', 'rejected content'],
    [429, '', 'notSent'],
    [500, '', 'unknown'],
    [502, '<html>', 'unknown'],
    [503, '', 'unknown'],
    [504, '', 'unknown'],
  ])('%i "%s"', (status, body, expected) => {
    expect(outcome(readTwilioSend({ kind: 'answer', status, body, retryAfterMs: null }))).toBe(expected);
  });

  it('keeps the number of one nobody here knows', () => {
    expect(readTwilioSend(refusalOf(400, 99_999))).toMatchObject({ reason: 'setUpDiffers:99999' });
  });
});

describe('what became of a message', () => {
  it.each<[string, number | null, object | null]>([
    ['accepted', null, null],
    ['scheduled', null, null],
    ['queued', null, null],
    ['sending', null, null],
    ['sent', null, null],
    ['delivered', null, { state: 'delivered', reason: null }],
    ['read', null, { state: 'delivered' }],
    ['canceled', null, { state: 'returned', reason: 'cancelledThere', mayHaveLeft: false }],
    ['failed', null, { state: 'failed', reason: 'notDelivered' }],
    ['undelivered', 21610, { state: 'failed', reason: 'stoppedThere:21610' }],
    ['failed', 30001, { state: 'returned', reason: 'full:30001', mayHaveLeft: false }],
    ['failed', 30002, { state: 'returned', reason: 'accountSuspended:30002', mayHaveLeft: false }],
    ['undelivered', 30003, { reason: 'phoneOff:30003' }],
    ['undelivered', 30004, { reason: 'networkRefused:30004' }],
    ['undelivered', 30005, { reason: 'unknownPhone:30005' }],
    ['undelivered', 30006, { reason: 'landline:30006' }],
    ['undelivered', 30007, { reason: 'filtered:30007' }],
    ['undelivered', 30008, { reason: 'notDelivered:30008' }],
    ['failed', 30034, { reason: 'senderUnregistered:30034' }],
    ['failed', 30036, { reason: 'expiredOnTheWay:30036' }],
    ['undelivered', 39999, { reason: 'notDelivered:39999' }],
  ])('%s %s', (status, code, expected) => {
    const report = readTwilioState('k', status, code);
    if (expected === null) expect(report).toBeNull();
    else expect(report).toMatchObject(expected);
  });
});

describe('the signature of a call', () => {
  const form = new URLSearchParams([
    ['CallSid', 'CA1234567890ABCDE'],
    ['Caller', '+12349013030'],
    ['From', '+12349013030'],
    ['Digits', '1234'],
    ['To', '+18005551212'],
  ]);
  const ADDRESS = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const SIGNATURE = '0/KCTR6DLpKmkAf8muzZqo1nDgQ=';

  it('is what the documentation says it is', () => {
    expect(twilioSignature('12345', ADDRESS, form)).toBe(SIGNATURE);
  });

  it('holds with and without the usual port, and for nothing else', () => {
    const withPort = twilioSignature('12345', ADDRESS.replace('.com', '.com:443'), form);
    const holds = (given: string, token = '12345', address = ADDRESS) =>
      isSignedByTwilio(token, new URL(address), form, given);
    expect([holds(SIGNATURE), holds(withPort)]).toEqual([true, true]);
    expect([holds(SIGNATURE, '12346'), holds(SIGNATURE, '12345', `${ADDRESS}&x=1`), holds('')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
