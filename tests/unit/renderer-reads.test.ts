import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QueueGroup } from '#shared/contract';
import { itemsOf } from '../../renderer/screens/desk/queue-items.ts';
import { forgetRead, oldestFailure, read, retryFailedReads, useFailedReads } from '../../renderer/stores/link.ts';
import { storesOf } from '../../renderer/stores/live.ts';
import { PATIENCE_MS } from '../patience.ts';

describe('what is asked again after a change', () => {
  it.each([
    ['a text came in: its count stands in the queue', ['inbox'], ['queue', 'inbox']],
    ['an incident that is not open', ['incident:7'], ['queue']],
    ['the desk changed hands', ['session'], ['session', 'info', 'drafts']],
    ['the places changed', ['portfolio'], ['oncall']],
    ['several things at once, each once', ['queue', 'incident:7', 'alarm', 'timers'], ['alarms', 'queue', 'timers']],
  ])('%s', (_, topics, stores) => expect(storesOf(topics)).toEqual(stores));
});

describe('a read the core cannot answer', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());
  const failed = () => useFailedReads.getState().failed;

  it('stands as failed until the same question succeeds, which is asked again', async () => {
    let isBroken = true;
    let asked = 0;
    const ask = async () => {
      asked += 1;
      if (isBroken) throw new Error('the disk is full');
    };
    await read('queue', ask);
    expect(oldestFailure(failed())).toMatchObject({ sentence: null });
    const since = failed().get('queue')?.since;
    retryFailedReads();
    await Promise.resolve();
    expect(failed().get('queue')?.since).toBe(since);
    isBroken = false;
    retryFailedReads();
    await expect.poll(() => failed().size, { timeout: PATIENCE_MS }).toBe(0);
    retryFailedReads();
    expect(asked).toBe(3);
    expect(oldestFailure(failed())).toBeNull();
  });

  it('is not asked again once nobody shows it', async () => {
    let asked = 0;
    await read('place 14b', async () => {
      asked += 1;
      throw new Error('the disk is full');
    });
    forgetRead('place 14b');
    retryFailedReads();
    expect(asked).toBe(1);
    expect(failed().size).toBe(0);
  });

  it('says since when the oldest of several is missing, with the first sentence there is', () => {
    const sentence = { en: 'The disk is full.', es: 'El disco está lleno.' };
    const both = new Map([
      ['queue', { since: 20, sentence }],
      ['timers', { since: 10, sentence: null }],
    ]);
    expect(oldestFailure(both)).toEqual({ since: 10, sentence });
  });
});

describe('the list of the queue', () => {
  const group = (name: string, count: number): QueueGroup => ({ propertyId: name, name, count });
  const names = (groups: readonly QueueGroup[] | null) =>
    itemsOf({ ids: ['a', 'b', 'c'], groups }).map((item) => (item.kind === 'row' ? item.id : item.group.name));

  it('is the incidents alone', () => expect(names(null)).toEqual(['a', 'b', 'c']));
  it('has the head of each property before its incidents', () =>
    expect(names([group('Elm', 1), group('Maple', 2)])).toEqual(['Elm', 'a', 'Maple', 'b', 'c']));
});
