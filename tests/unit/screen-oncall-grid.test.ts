import { describe, expect, it } from 'vitest';
import type { GapDecision, ScheduleSources, Shift } from '#shared/contract';
import { dayOf } from '#shared/oncall';
import { foldedLines, inSight } from '../../renderer/screens/oncall/grid/folds.ts';
import { daysOf, isMarked, markAfter, narrowed, placed } from '../../renderer/screens/oncall/grid/selection.ts';
import { scopeOf, scopeText } from '../../renderer/screens/oncall/plan-key.ts';
import { daysFrom, linesOf, markedStretch, plannedFor } from '../../renderer/screens/oncall/timeline.ts';
import { fieldOf } from '../../renderer/screens/oncall/wall-input.ts';
import { at, cover, from, lineAt, NY, sources, to, view } from './screen-oncall-plan.ts';

const here = { line: 0, day: 2, from: 2 };

describe('a mark in the grid', () => {
  it.each([
    ['ArrowRight', false, { line: 0, day: 3, from: 3 }],
    ['ArrowDown', false, { line: 1, day: 2, from: 2 }],
    ['ArrowUp', false, { line: 0, day: 2, from: 2 }],
    ['End', false, { line: 0, day: 6, from: 6 }],
    ['ArrowRight', true, { line: 0, day: 3, from: 2 }],
    ['ArrowLeft', true, { line: 0, day: 1, from: 2 }],
    ['End', true, { line: 0, day: 6, from: 2 }],
    ['ArrowDown', true, null],
    ['x', false, null],
  ] as const)('%s, with Shift %s', (key, isExtending, expected) =>
    expect(markAfter(key, isExtending, here, 4, 7)).toEqual(expected),
  );

  it('is the same whichever way it was drawn', () => {
    expect(daysOf({ line: 0, day: 1, from: 4 })).toEqual({ first: 1, last: 4 });
    expect(daysOf({ line: 0, day: 4, from: 1 })).toEqual({ first: 1, last: 4 });
  });

  it('lies on one line, and is let go to the cell in which it ended', () => {
    const mark = { line: 1, day: 1, from: 4 };
    expect([0, 1, 4, 5].map((day) => isMarked(mark, 1, day))).toEqual([false, true, true, false]);
    expect(isMarked(mark, 0, 2)).toBe(false);
    expect(narrowed(mark)).toEqual({ line: 1, day: 1, from: 1 });
  });
});

describe('a mark that is kept', () => {
  const kept = { key: 'electrical primary', mark: { line: 2, day: 4, from: 2 } };
  it.each([
    ['a line is put in above', ['a', 'b', 'c', 'electrical primary'], 3],
    ['a line above is gone', ['a', 'electrical primary', 'd'], 1],
    ['its own line is gone', ['a', 'b', 'd'], 2],
    ['its own, the last one, is gone', ['a', 'b'], 1],
    ['nothing has changed', ['a', 'b', 'electrical primary'], 2],
  ])('stays on its duty when %s', (_, keys, line) => expect(placed(kept, keys, 7)).toEqual({ line, day: 4, from: 2 }));

  it('ends with the last day in view', () => {
    expect(placed(kept, ['electrical primary'], 3)).toEqual({ line: 0, day: 2, from: 2 });
  });
});

describe('the stretch that marked days mean', () => {
  const days = daysFrom(NY, dayOf('2026-11-20'), 7);
  const lines = linesOf(view(sources), from, to);
  const now = at('2026-11-20T20:42:31-05:00');
  const stretch = (line: number, first: number, last: number, when = now) => {
    const [one, other] = [days[first], days[last]];
    if (!one || !other) throw new Error('no such days');
    const made = markedStretch(lineAt(lines, line), one, other, NY, when);
    return made && [fieldOf(made.startsAt, NY), fieldOf(made.endsAt, NY)];
  };

  it.each([
    ['nights from the first evening to the morning after the last', 0, 1, 3, ['2026-11-21T17:00', '2026-11-24T08:00']],
    ['from now on where the first is today', 0, 0, 1, ['2026-11-20T20:42', '2026-11-22T08:00']],
    ['the hole where there is one', 1, 1, 2, ['2026-11-21T00:00', '2026-11-23T08:00']],
  ] as const)('%s', (_, line, first, last, expected) => expect(stretch(line, first, last)).toEqual(expected));

  it('is nothing where they are over', () => {
    expect(stretch(0, 0, 1, at('2026-11-22T00:00:00-05:00'))).toBeNull();
    expect(stretch(0, 0, 1, at('2026-11-21T23:59:00-05:00'))).not.toBeNull();
  });
});

describe('lines of groups and properties', () => {
  const shift = (id: string, propertyId: string | null, group: string | null): Shift => ({
    id,
    trade: 'plumbing',
    role: 'primary',
    propertyId,
    group,
    responderId: 'aline',
    startsAt: cover.startsAt,
    endsAt: cover.endsAt,
  });
  const many = ['elm', 'oak', 'ash', 'fir'].map((place) => shift(place, place, null));
  const given: ScheduleSources = { ...sources, shifts: [...many, shift('g', null, 'North')], groups: { elm: 'North' } };
  const lines = linesOf(view(given), from, to);

  it('stand below the company’s, groups before properties', () => {
    expect(lines.map((line) => line.key)).toEqual([
      'plumbing primary',
      'plumbing backup',
      'plumbing primary g:North',
      'plumbing primary p:ash',
      'plumbing primary p:elm',
      'plumbing primary p:fir',
      'plumbing primary p:oak',
    ]);
  });

  it('are folded away where there are many, until somebody opens them', () => {
    expect(inSight(foldedLines(lines, new Set()))).toHaveLength(2);
    expect(inSight(foldedLines(lines, new Set(['plumbing'])))).toHaveLength(7);
    const few = linesOf(view({ ...given, shifts: many.slice(0, 2) }), from, to);
    expect(inSight(foldedLines(few, new Set()))).toHaveLength(4);
    expect(inSight(foldedLines(few, new Set(['plumbing'])))).toHaveLength(2);
  });

  it('have whoever is planned for them, and at a property in a group the group’s person', () => {
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    const night = at('2026-11-21T01:00:00-05:00');
    expect(plannedFor(given, { ...key, group: 'North' }, night)).toBe('aline');
    expect(plannedFor({ ...given, shifts: [shift('g', null, 'North')] }, { ...key, propertyId: 'elm' }, night)).toBe(
      'aline',
    );
    expect(plannedFor(given, { ...key, group: 'South' }, night)).toBe('omar');
  });

  it('are named by a choice and read back', () => {
    for (const scope of [
      { propertyId: null, group: null },
      { propertyId: 'elm', group: null },
      { propertyId: null, group: 'p:odd name' },
    ])
      expect(scopeOf(scopeText(scope))).toEqual(scope);
  });
});

describe('gaps', () => {
  it('are no alarm where somebody has accepted them by name', () => {
    const accepted: GapDecision = {
      id: 'd1',
      kind: 'accepted',
      trade: 'plumbing',
      role: 'backup',
      propertyId: null,
      group: null,
      until: at('2026-11-23T08:00:00-05:00'),
      reason: 'the manager is at home',
      by: 'rosa',
      createdAt: from,
    };
    const lines = linesOf(view({ ...sources, decisions: [accepted] }), from, to);
    expect(lineAt(lines, 1).bars.map((bar) => bar.kind)).toEqual(['accepted', 'gap']);
  });
});
