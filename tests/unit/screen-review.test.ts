import { describe, expect, it } from 'vitest';
import type { ReviewItem } from '#shared/contract';
import { afterMark, beginning, currentOf, type Selected, walked } from '../../renderer/screens/reports/review/order.ts';

// Of an incident only its id decides the order.
const item = (id: string): ReviewItem => ({ row: { id } }) as ReviewItem;
const view = (waiting: readonly string[], done: readonly string[] = []) => ({
  waiting: waiting.map(item),
  done: done.map(item),
});
const shown = (of: ReturnType<typeof view>, selected: Selected) => currentOf(of, selected)?.row.id ?? null;

describe('what stands in front of the manager', () => {
  it('is the newest at first, and stays when a newer one comes in', () => {
    const selected = beginning(view(['a', 'b']));
    expect([selected, shown(view(['new', 'a', 'b']), selected)]).toEqual(['a', 'a']);
    expect(shown(view(['new']), beginning(view([])))).toBeNull();
  });

  it.each<readonly [ReturnType<typeof view>, Selected, string | null]>([
    [view(['a', 'b']), 'b', 'b'],
    [view(['a'], ['c']), 'c', 'c'],
    // Gone from the period meanwhile, or beyond what is listed: no other one slips under the finger.
    [view(['a', 'b']), 'x', null],
    [view([], ['c']), 'x', null],
    [view([], ['c']), 'end', null],
    // Marked, and the list not asked anew yet: nothing is in front, so no key can hit it twice.
    [view(['a']), 'end', null],
  ])('%#', (of, selected, id) => {
    expect(shown(of, selected)).toBe(id);
  });
});

describe('after a mark', () => {
  it.each<readonly [ReturnType<typeof view>, string, Selected]>([
    [view(['a', 'b', 'c']), 'a', 'b'],
    [view(['a', 'b', 'c']), 'c', 'a'],
    [view(['a']), 'a', 'end'],
    [view(['a'], ['d']), 'd', 'd'],
  ])('comes the next that waits: %#', (of, marked, next) => {
    expect(afterMark(of, marked, new Set())).toBe(next);
  });

  it('comes none that a quick hand marked before the list was asked anew', () => {
    const stale = view(['a', 'b', 'c']);
    expect(afterMark(stale, 'b', new Set(['a']))).toBe('c');
    expect(afterMark(stale, 'c', new Set(['a', 'b']))).toBe('end');
  });
});

describe('walking', () => {
  it.each<readonly [ReturnType<typeof view>, Selected, 1 | -1, Selected]>([
    [view(['a', 'b'], ['c']), 'a', 1, 'b'],
    [view(['a', 'b'], ['c']), 'end', 1, 'a'],
    [view(['a', 'b'], ['c']), 'b', 1, 'c'],
    [view(['a', 'b'], ['c']), 'c', 1, 'c'],
    [view(['a', 'b']), 'a', -1, 'a'],
    [view([], ['c']), 'end', 1, 'c'],
    [view([]), 'end', 1, 'end'],
    [view(['a', 'b']), 'x', 1, 'a'],
    [view(['a', 'b']), 'x', -1, 'a'],
  ])('goes through what waits and then what is marked: %#', (of, selected, step, next) => {
    expect(walked(of, selected, step)).toBe(next);
  });
});
