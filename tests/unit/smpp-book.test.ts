import { describe, expect, it } from 'vitest';
import { receiptBook, type TakenPart } from '../../electron/core/notify/gateways/smpp-book.ts';
import type { SmscReceipt } from '../../electron/core/notify/gateways/smpp-receipts.ts';

/** Which message a receipt is about, and what its parts add up to. */

const VERA = '+12025550143';
const DAY_MS = 24 * 3_600_000;

function openBook() {
  let now = 0;
  const book = receiptBook(() => now);
  return {
    pass: (ms: number) => {
      now += ms;
    },
    taken: (part: Partial<TakenPart>) =>
      book.taken({ id: '1', key: 'k', to: VERA, part: 1, asked: 1, at: now, ...part }),
    /** What is reported, in one word; settled, as if it was committed. */
    says(receipt: Partial<SmscReceipt>, isCommitted = true): string {
      const read = book.read({ id: '1', phone: '12025550143', state: 'delivered', reason: null, ...receipt });
      if (read === 'unknown') return 'unknown';
      if (isCommitted) read.settle();
      return read.report?.state ?? 'nothing';
    },
    silent: (key: string) => book.readWithoutSilent(key)?.state ?? 'nothing',
  };
}

describe('an id', () => {
  it.each([
    ['as it was given', '5A0000F1', '5a0000f1'],
    ['with leading zeros', '5a0000f1', '005A0000F1'],
    ['with a zero byte', '5a0000f1', '5a0000f1\0'],
    ['hexadecimal here, decimal there', '5a0000f1', '1509949681'],
    ['decimal here, hexadecimal there', '1509949681', '5a0000f1'],
    ['of letters', 'a-uuid-4711', 'A-UUID-4711'],
  ])('%s', (_, given, reported) => {
    const { taken, says } = openBook();
    taken({ id: given });
    expect(says({ id: reported })).toBe('delivered');
  });

  it('in another base has to be about the same phone', () => {
    const { taken, says } = openBook();
    taken({ id: '16', key: 'sixteen', to: '+12025550999' });
    // 10 in hexadecimal is 16, which is the message to somebody else.
    expect(says({ id: '10' })).toBe('unknown');
  });

  it('is forgotten after three days', () => {
    const { taken, says, pass } = openBook();
    taken({ id: '1', key: 'old' });
    pass(3 * DAY_MS + 1);
    taken({ id: '2', key: 'new' });
    expect([says({ id: '1' }), says({ id: '2' })]).toEqual(['unknown', 'delivered']);
  });
});

describe('what parts add up to', () => {
  const three = () => {
    const book = openBook();
    for (const part of [1, 2, 3]) book.taken({ id: `${part}00`, part, asked: 3 });
    return book;
  };

  it('delivered when all are', () => {
    const { says } = three();
    expect([says({ id: '200' }), says({ id: '100' }), says({ id: '300' })]).toEqual([
      'nothing',
      'nothing',
      'delivered',
    ]);
  });

  it('failed as soon as one is', () => {
    const { says } = three();
    expect([says({ id: '100' }), says({ id: '200', state: 'failed', reason: 'notDelivered' })]).toEqual([
      'nothing',
      'failed',
    ]);
    expect(says({ id: '300' })).toBe('failed');
  });

  it('delivered when the first is and the others stay silent, and not otherwise', () => {
    const first = three();
    first.says({ id: '100' });
    expect(first.silent('k')).toBe('delivered');
    const second = three();
    second.says({ id: '200' });
    expect(second.silent('k')).toBe('nothing');
  });

  it('nothing new when a receipt comes twice, and again what was not committed', () => {
    const { taken, says } = openBook();
    taken({});
    expect(says({}, false)).toBe('delivered');
    expect(says({})).toBe('delivered');
    expect(says({})).toBe('nothing');
  });

  it('delivered after all where it was said to have failed, and never the other way round', () => {
    const { taken, says } = openBook();
    taken({});
    expect([says({ state: 'sent' }), says({ state: 'failed' }), says({}), says({ state: 'failed' })]).toEqual([
      'sent',
      'failed',
      'delivered',
      'nothing',
    ]);
  });

  it('of a message sent again begin anew', () => {
    const { taken, says } = openBook();
    taken({ id: '1' });
    says({ id: '1' });
    taken({ id: '2' });
    expect(says({ id: '2' })).toBe('delivered');
  });
});
