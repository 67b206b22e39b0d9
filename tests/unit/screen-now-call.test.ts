import { describe, expect, it } from 'vitest';
import type { IncidentView } from '#shared/contract';
import { callWords } from '../../renderer/screens/desk/now-call.ts';

const PHONE = '+14235550100';
type Message = IncidentView['messages'][number];
const message = (changed: Partial<Message>): Message => ({
  key: 'k',
  purpose: 'call',
  toKind: 'responder',
  toName: 'Marcus Chen',
  toPhone: PHONE,
  text: '',
  state: 'queued',
  queuedAt: 0,
  acceptedAt: null,
  deliveredAt: null,
  attempt: 0,
  reason: null,
  isPossiblyTwice: false,
  nextAt: null,
  ...changed,
});
/** Keys stand for their texts; `end` is what is put into one. */
const t = ((key: string, values?: { readonly end?: string; readonly time?: string }) =>
  values?.end ?? values?.time ?? key) as never; // the calls that are made
const told = (...messages: readonly Message[]) =>
  callWords({ messages }, PHONE, { t, language: 'en' }, (at) => `at ${at}`);

describe('the call beside a text, as the incident says it', () => {
  it.each([
    ['queued', null, 'desk.now.calling'],
    ['unconfirmed', 'callUndecided', 'picked up, no key pressed'],
    ['failed', 'callBusy', 'busy'],
    ['failed', null, 'desk.now.noCall'],
    ['delivered', null, null],
    ['cancelled', 'acknowledged', null],
  ] as const)('%s %s', (state, reason, words) => {
    expect(told(message({ state, reason }))).toBe(words);
  });

  it('that waits for its time rings at that time, and not yet', () => {
    expect(told(message({ queuedAt: 1_000, nextAt: 61_000 }))).toBe('at 61000');
    expect(told(message({ queuedAt: 1_000, nextAt: 1_000 }))).toBe('desk.now.calling');
  });

  it('is the last one to that phone', () => {
    expect(told(message({ state: 'failed', reason: 'callBusy' }), message({ key: 'k2' }))).toBe('desk.now.calling');
    expect(told(message({ toPhone: '+14235550101' }), message({ purpose: 'step' }))).toBeNull();
  });
});
