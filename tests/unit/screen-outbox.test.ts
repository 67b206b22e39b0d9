import { describe, expect, it } from 'vitest';
import { MESSAGE_SLOTS, type OutboxEntry } from '#shared/contract';
import { MESSAGE_PURPOSES } from '#shared/incident';
import { en } from '../../renderer/app/locales/en.ts';
import { es } from '../../renderer/app/locales/es.ts';
import { chosenKey, filterOf, OUTBOX_TABS, rowsOf } from '../../renderer/screens/outbox/filters.ts';
import { purposeKey, slotKey, stateKey, stateText } from '../../renderer/screens/outbox/words.ts';

const entry = (key: string, state: string): OutboxEntry =>
  ({ key, state, to: '+14235550101', purpose: 'step' }) as OutboxEntry; // the rest is of no matter here
const TROUBLE = [entry('a', 'unknown'), entry('b', 'failed'), entry('c', 'unconfirmed'), entry('d', 'expired')];

describe('the outbox', () => {
  it('tells what failed from what nobody knows', () => {
    expect(OUTBOX_TABS.map(filterOf)).toEqual(['waiting', 'trouble', 'trouble', 'all']);
    expect(rowsOf('unknown', TROUBLE).map((each) => each.key)).toEqual(['a', 'c']);
    expect(rowsOf('failed', TROUBLE).map((each) => each.key)).toEqual(['b', 'd']);
    expect(rowsOf('all', TROUBLE)).toHaveLength(4);
  });

  it('stays on the row that was chosen; when it leaves, on the one that takes its place', () => {
    expect(chosenKey(TROUBLE, null)).toBe('a');
    expect(chosenKey(TROUBLE, { key: 'c', index: 0 })).toBe('c');
    expect(chosenKey(TROUBLE, { key: 'gone', index: 1 })).toBe('b');
    expect(chosenKey(TROUBLE, { key: 'gone', index: 9 })).toBe('d');
    expect(chosenKey([], { key: 'gone', index: 0 })).toBeNull();
  });

  it('has a name for whatever a message is about, and for each state', () => {
    const names: Readonly<Record<string, string>> = en.outbox.purpose;
    for (const purpose of [...MESSAGE_PURPOSES, 'test', 'answer', 'reminder', 'alarm', 'push', 'of another build'])
      expect(names[purposeKey(purpose)], purpose).toBeDefined();
    expect(stateKey('delivered')).toBe('delivered');
    expect(stateKey('of another build')).toBeNull();
    // A row's own state while it is handed over; a call that is, rings.
    expect(stateKey('sending')).toBe('sending');
    expect([stateText('sending', 'step'), stateText('sending', 'call')]).toEqual(['outbox.sending', 'outbox.ringing']);
    expect(stateText('held', 'call')).toBe('words.messageState.held');
  });

  it('names the place that carried it, once it was handed over', () => {
    expect(slotKey({ gateway: 'kannel', slot: 'fallback' })).toBe('fallback');
    expect(slotKey({ gateway: null, slot: 'primary' })).toBeNull();
    expect(slotKey({ gateway: 'sip', slot: null })).toBeNull();
    const words = [en, es].map(({ outbox }) => MESSAGE_SLOTS.map((slot) => outbox.slot[slot]));
    expect(new Set(words.flat()).size).toBe(2 * MESSAGE_SLOTS.length);
  });
});
