import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueList, QueueRow, ReportDraft, Verdict } from '#shared/contract';
import { classify } from '#shared/triage';
import { pieces } from '../../renderer/parts/highlighted.tsx';
import { groundsOf } from '../../renderer/screens/desk/grounds.ts';
import { chosen, inputOf, isWorthKeeping, missingOf } from '../../renderer/screens/report/draft.ts';
import { oneAtATime, topicsOf } from '../../renderer/stores/changes.ts';
import { offsetOf } from '../../renderer/stores/clock.ts';
import { readPreferences } from '../../renderer/stores/preferences.ts';
import { mergeList, mergeRows } from '../../renderer/stores/queue.ts';
import { isOffered, newDraft } from '../../renderer/stores/report.ts';
import { hashOf, routeOf, SCREEN_IDS } from '../../renderer/stores/route.ts';

describe('the stream of changes', () => {
  it.each([
    ['{"changed":["queue","incident:7"]}', ['queue', 'incident:7']],
    ['{"changed":["queue",7]}', ['queue']],
    ['{"changed":"queue"}', []],
    ['{}', []],
    ['null', []],
    ['not json', []],
  ])('%s', (data, topics) => expect(topicsOf(data)).toEqual(topics));

  it('asks once more for a change that came while it was asking, and no oftener', async () => {
    let asked = 0;
    const gates: (() => void)[] = [];
    const refresh = oneAtATime(async () => {
      asked += 1;
      await new Promise<void>((open) => gates.push(open));
    });
    const first = refresh();
    void refresh();
    void refresh();
    expect(asked).toBe(1);
    gates.shift()?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(asked).toBe(2);
    gates.shift()?.();
    await first;
    expect(asked).toBe(2);
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'asks after a change that comes in the moment in which an answer is here (%i)',
    async (turns) => {
      let asked = 0;
      const refresh = oneAtATime(async () => {
        asked += 1;
      });
      void refresh();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const before = asked;
      await refresh();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      expect(asked).toBe(before + 1);
    },
  );

  it('asks for what changed while it was asking in vain', async () => {
    let asked = 0;
    const gate = Promise.withResolvers<void>();
    const refresh = oneAtATime(async () => {
      asked += 1;
      if (asked === 1) await gate.promise;
    });
    const first = refresh();
    const second = refresh();
    gate.reject(new Error('that one is gone'));
    await Promise.all([first, second]);
    expect(asked).toBe(2);
  });

  it('can ask again after a failure', async () => {
    let asked = 0;
    const refresh = oneAtATime(async () => {
      asked += 1;
      if (asked === 1) throw new Error('the core is away');
    });
    await expect(refresh()).rejects.toThrow('away');
    await refresh();
    expect(asked).toBe(2);
  });
});

describe('the queue', () => {
  const row = (id: string, place: string): QueueRow => ({
    id,
    number: 1,
    tier: 'P1',
    status: 'running',
    category: 'plumbing',
    trade: 'plumbing',
    place,
    propertyId: 'p',
    text: '',
    callerName: '',
    callerLanguage: 'en',
    hasVolunteeredNeed: false,
    firstContactAt: 0,
    who: [],
    next: null,
    step: null,
    isAlarmed: false,
  });
  const counts = { all: 2, P1: 2, P2: 0, morning: 0, closed: 0, inbox: 0 };

  it('keeps what did not change, so that nothing is drawn anew for it', () => {
    const before = new Map([
      ['a', row('a', 'Elm 1')],
      ['b', row('b', 'Elm 2')],
    ]);
    const after = mergeRows(before, [row('a', 'Elm 1'), row('b', 'Oak 2')]);
    expect(after.get('a')).toBe(before.get('a'));
    expect(after.get('b')?.place).toBe('Oak 2');
    const groups = [{ propertyId: 'p', name: 'Elm', count: 2 }];
    const list: QueueList = { ids: ['a', 'b'], counts, groups };
    expect(mergeList(list, { ids: ['a', 'b'], counts: { ...counts }, groups: [...groups] })).toBe(list);
    expect(mergeList(list, { ids: ['a', 'b'], counts: { ...counts, inbox: 1 }, groups }).ids).toBe(list.ids);
    expect(mergeList(list, { ids: ['b', 'a'], counts, groups }).ids).toEqual(['b', 'a']);
    expect(mergeList(list, { ids: ['a', 'b'], counts, groups: null })).toEqual({ ids: list.ids, counts, groups: null });
  });

  it('forgets rows that were not fetched again: they are asked for when they come into view', () => {
    expect([...mergeRows(new Map([['a', row('a', 'Elm 1')]]), [row('b', 'Elm 2')]).keys()]).toEqual(['b']);
  });
});

describe('the window', () => {
  it('keeps its place in the address', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCREEN_IDS), fc.option(fc.string({ minLength: 1 })), (screen, id) => {
        expect(routeOf(hashOf({ screen, id }))).toEqual({ screen, id });
      }),
    );
    expect(routeOf('#/nowhere/7')).toEqual({ screen: 'desk', id: null });
    expect(routeOf('')).toEqual({ screen: 'desk', id: null });
  });

  it('forgets broken preferences instead of breaking', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const { theme, hasLetterKeys } = readPreferences(stored);
        expect(['dark', 'light']).toContain(theme);
        expect(typeof hasLetterKeys).toBe('boolean');
      }),
    );
    expect(readPreferences('{"theme":"light","language":"es","hasLetterKeys":false}')).toEqual({
      theme: 'light',
      language: 'es',
      hasLetterKeys: false,
      isByProperty: false,
    });
  });

  it('takes half of the round trip as the way back', () => {
    expect(offsetOf(10_000, 400, 600)).toBe(9500);
  });
});

describe('highlighted words', () => {
  const span = fc.record({ start: fc.integer({ min: 0, max: 40 }), end: fc.integer({ min: 0, max: 40 }) });

  it('lose no letter and mark exactly what was named', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const cut = pieces(text, spans);
        expect(cut.map((piece) => piece.text).join('')).toBe(text);
        const marked = cut.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.isMarked));
        const named = Array.from({ length: text.length }, (_, at) =>
          spans.some((one) => one.start <= at && at < one.end),
        );
        expect(marked).toEqual(named);
      }),
    );
  });

  it('quotes overlapping grounds once, with everything they mean', () => {
    const grounds = groundsOf([
      { code: 'running', start: 0, end: 12 },
      { code: 'electric', start: 0, end: 35 },
      { code: 'far', start: 40, end: 44 },
    ]);
    expect(grounds).toEqual([
      { start: 0, end: 35, codes: ['electric', 'running'] },
      { start: 40, end: 44, codes: ['far'] },
    ]);
  });
});

describe('the report', () => {
  const verdict: Verdict = classify('water pouring through the ceiling', { language: 'en' });
  const draft = (change: Partial<ReportDraft>): ReportDraft => ({
    ...newDraft('0f9f4a52-draft', 1000.4),
    text: 'water pouring through the ceiling',
    propertyId: 'p1',
    ...change,
  });

  it('keeps what was begun, and no empty form', () => {
    expect(isWorthKeeping(newDraft('d', 0))).toBe(false);
    expect(isWorthKeeping({ ...newDraft('d', 0), callerPhone: '202' })).toBe(true);
    expect(newDraft('d', 1000.4).startedAt).toBe(1000);
  });

  it('says what is missing, in the order of the form', () => {
    expect(missingOf(newDraft('d', 0), null, false)).toEqual(['place', 'words']);
    expect(missingOf(draft({}), verdict, false)).toEqual([]);
    expect(missingOf(draft({ tier: 'P3' }), verdict, false)).toEqual(['reason']);
    expect(missingOf(draft({ tier: 'P3', tierReason: 'bucket under it' }), verdict, false)).toEqual([]);
  });

  it('takes typed words for a place outside the portfolio, and a P1 without any', () => {
    const typed = draft({ propertyId: null, placeText: '9 Birch Alley', tier: 'P2', tierReason: 'slow' });
    expect(missingOf(typed, verdict, false)).toEqual([]);
    expect(missingOf(typed, verdict, true)).toEqual(['place']);
    expect(missingOf({ ...typed, placeText: ' ' }, verdict, false)).toEqual(['place']);
    expect(missingOf(draft({ propertyId: null }), verdict, false)).toEqual([]);
    expect(inputOf(typed, verdict)).toMatchObject({ propertyId: null, placeText: '9 Birch Alley' });
  });

  it('sends the same request however often it is pressed, and an override only where there is one', () => {
    expect(verdict.tier).toBe('P1');
    expect(inputOf(draft({}), verdict)).toEqual(inputOf(draft({}), verdict));
    expect(inputOf(draft({}), verdict)).toMatchObject({ requestId: '0f9f4a52-draft', tier: null, tierReason: '' });
    expect(inputOf(draft({ tier: 'P1', tierReason: 'typed, then withdrawn' }), verdict)).toMatchObject({
      tier: null,
      tierReason: '',
    });
    expect(inputOf(draft({ tier: 'P2', tierReason: 'slow' }), verdict)).toMatchObject({
      tier: 'P2',
      tierReason: 'slow',
    });
    expect(inputOf(draft({ placeText: 'left over' }), verdict)).toMatchObject({ propertyId: 'p1', placeText: '' });
  });

  it('dispatches what the coordinator chose, else what the words say', () => {
    expect(chosen(draft({}), verdict)).toEqual({ tier: 'P1', category: 'plumbing' });
    expect(chosen(draft({ tier: 'P2', category: 'sewer' }), verdict)).toEqual({ tier: 'P2', category: 'sewer' });
  });
});

describe('a call of the softphone', () => {
  const call = { from: '+17065550124', to: '', at: 1_000_000, propertyId: null };
  it.each([
    [call, null, 1_000_000, true],
    [call, null, 1_029_999, true],
    [call, null, 1_030_000, false],
    [call, '1000000', 1_000_001, false],
    [call, '999999', 1_000_001, true],
    [{ ...call, from: '', to: '+16155550101' }, null, 1_000_001, true],
    [{ ...call, from: '', to: '' }, null, 1_000_001, false],
    [null, null, 1_000_001, false],
  ])('%o, seen %s, at %i: offered %s', (each, seen, now, offered) => expect(isOffered(each, seen, now)).toBe(offered));
});
