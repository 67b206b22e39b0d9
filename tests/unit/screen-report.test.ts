import { describe, expect, it } from 'vitest';
import type { CallerMatch, LadderStepView, Property, ReportDraft, Resident, TargetSpec, Unit } from '#shared/contract';
import { repeatedPeople } from '#shared/escalation';
import { isTyping } from '../../renderer/app/held-keys.ts';
import { isWorthKeeping, nextDraft, withCaller, withoutCaller } from '../../renderer/screens/report/draft.ts';
import { draftKeeper } from '../../renderer/screens/report/draft-keeper.ts';
import { newDraft } from '../../renderer/stores/report.ts';

const draft: ReportDraft = newDraft('d1', 1);
const match: CallerMatch = {
  resident: { id: 'dana', name: 'Dana Ruiz', language: 'es', phone: '+12025550142', needs: null } as Resident,
  unit: { id: '14b', label: '14B', propertyId: 'maple' } as Unit,
  property: { id: 'maple', name: 'Maple Court' } as Property,
  open: [],
  last: [],
};

/** A store that answers when it is told to. */
function heldStore() {
  const calls: string[] = [];
  const waiting: (() => void)[] = [];
  const call = (name: string) => {
    calls.push(name);
    return new Promise<void>((resolve) => waiting.push(resolve));
  };
  return {
    calls,
    answer: () => waiting.shift()?.(),
    store: { save: (kept: ReportDraft) => call(`save ${kept.text}`), discard: (id: string) => call(`discard ${id}`) },
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('an unfinished report', () => {
  it('that was emptied again is taken out of the store', async () => {
    const { calls, answer, store } = heldStore();
    const keeper = draftKeeper(store, draft, () => undefined);
    keeper.note({ ...draft, text: 'leak' });
    void keeper.flush();
    answer();
    await turn();
    keeper.note(draft);
    void keeper.flush();
    expect(calls).toEqual(['save leak', 'discard d1']);
  });

  it('is not taken out before the save that is under way has been answered', async () => {
    const { calls, answer, store } = heldStore();
    const keeper = draftKeeper(store, draft, () => undefined);
    keeper.note({ ...draft, text: 'leak' });
    void keeper.flush();
    keeper.note(draft);
    void keeper.flush();
    expect(calls).toEqual(['save leak']);
    answer();
    await turn();
    expect(calls).toEqual(['save leak', 'discard d1']);
  });

  it('that was opened with words in it and is emptied does not come back either', () => {
    const { calls, store } = heldStore();
    const keeper = draftKeeper(store, { ...draft, text: 'leak' }, () => undefined);
    keeper.note(draft);
    void keeper.flush();
    expect(calls).toEqual(['discard d1']);
  });

  it('that never held anything asks nothing of the store, nor does one that has left', () => {
    const { calls, store } = heldStore();
    const empty = draftKeeper(store, draft, () => undefined);
    empty.note(draft);
    void empty.flush();
    const left = draftKeeper(store, draft, () => undefined);
    left.note({ ...draft, text: 'leak' });
    void left.finish();
    void left.flush();
    expect(calls).toEqual([]);
  });
});

describe('walking the unfinished reports', () => {
  const begun = (id: string, startedAt: number) => ({ ...draft, id, startedAt });
  const drafts = [begun('a', 30), begun('b', 10), begun('c', 20)];

  it('leads from each to the one begun before it, and round', () => {
    expect(
      ['a', 'c', 'b']
        .map((id) => drafts.find((each) => each.id === id) ?? draft)
        .map((each) => nextDraft(drafts, each)?.id),
    ).toEqual(['c', 'b', 'a']);
  });

  it('begins with the latest from a new one, and ends where there is no other', () => {
    expect(nextDraft(drafts, begun('new', 40))?.id).toBe('a');
    expect(nextDraft([begun('a', 30)], begun('a', 30))).toBeNull();
  });
});

describe('a number that is taken out again', () => {
  it('takes with it what its resident filled in, so that nothing is left to keep', () => {
    const filled = withCaller({ ...draft, callerPhone: '+1 202 555 0142' }, match);
    expect(isWorthKeeping(withoutCaller({ ...filled, callerPhone: '' }, match))).toBe(false);
  });

  it('leaves what was corrected by hand', () => {
    const filled = withCaller(draft, match);
    const corrected = { ...filled, callerName: 'Her sister', unitId: '2a', residentId: null };
    expect(withoutCaller(corrected, match)).toMatchObject({
      callerName: 'Her sister',
      unitId: '2a',
      propertyId: 'maple',
    });
  });
});

describe('a ladder that names one person twice', () => {
  const step = (at: number, as: TargetSpec, responderId: string | null): LadderStepView => ({
    step: 0,
    at,
    state: 'planned',
    recipients: [
      {
        responderId,
        name: responderId ?? '',
        phone: null,
        as,
        channels: ['sms'],
        whateverElse: false,
        wakeUpsThisWeek: 0,
        problem: responderId === null ? 'nobodyOnCall' : null,
      },
    ],
  });
  const primary: TargetSpec = { kind: 'onCall', role: 'primary' };
  const backup: TargetSpec = { kind: 'onCall', role: 'backup' };

  it('says who and when', () => {
    const steps = [
      step(0, primary, 'aline'),
      step(8, backup, 'aline'),
      step(15, { kind: 'role', role: 'owner' }, 'bo'),
    ];
    expect(repeatedPeople(steps)).toEqual([{ responderId: 'aline', name: 'aline', at: [0, 8] }]);
  });

  it('finds nothing wrong with asking the primary again on purpose, nor with two empty steps', () => {
    expect(repeatedPeople([step(0, primary, 'aline'), step(15, primary, 'aline')])).toEqual([]);
    expect(repeatedPeople([step(0, primary, null), step(0, backup, null)])).toEqual([]);
  });
});

describe('keys pressed before the form is there', () => {
  const press = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
  it.each([
    ['4', {}, true],
    ['ñ', {}, true],
    ['A', { shiftKey: true }, true],
    ['Backspace', {}, true],
    ['Tab', {}, true],
    ['Enter', {}, true],
    ['Tab', { shiftKey: true }, false],
    ['Escape', {}, false],
    ['F2', {}, false],
    ['k', { ctrlKey: true }, false],
    ['1', { altKey: true }, false],
  ] as const)('%s %j is typing: %s', (key, modifiers, expected) =>
    expect(isTyping({ ...press, key, ...modifiers })).toBe(expected),
  );
});
