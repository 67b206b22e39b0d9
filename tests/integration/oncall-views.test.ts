import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHub } from '#core/desk';
import { onCallBook, onCallWatch } from '#core/oncall';
import { removeRow } from '#core/store';
import { NIGHT, type Night, openNight } from '../world.ts';

/** What is shown of the plan: gaps where they matter, what will go wrong, who carries how much (PRODUCT 6). */

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const api = () => night.core.api;
const idOf = (name: string): string => {
  const found = api()
    .portfolio()
    .responders.find((each) => each.name === name);
  if (!found) throw new Error(`nobody called ${name}`);
  return found.id;
};
const week = () => api().calendar({ from: NIGHT, to: NIGHT + 7 * DAY_MS });
const DECIDED = { trade: 'general', role: 'backup', propertyId: null, group: null } as const;

describe('the calendar', () => {
  it('looks for gaps at the company, and where it plans nothing of a trade, where somebody does', async () => {
    const property = api().portfolio().properties[0]?.id ?? '';
    const shift = {
      trade: 'elevator',
      role: 'primary',
      group: null,
      responderId: idOf('Omar Haddad'),
      startsAt: NIGHT,
      endsAt: NIGHT + DAY_MS,
    } as const;
    const scopes = () => {
      const missing = week().gaps.filter((each) => each.trade === 'elevator' && each.role === 'primary');
      return missing.map((each) => [each.propertyId, each.startsAt]);
    };
    // As if the company had never planned anything for elevators.
    const store = night.core.store.write;
    const by = { at: NIGHT, by: { kind: 'core' } } as const;
    for (const { id, trade } of week().sources.rotations) {
      if (trade === 'elevator') store.transact(() => removeRow(store, 'rotation', id, by));
    }
    api().saveShift({ ...shift, id: 'only-here', propertyId: property });
    expect(scopes()).toEqual([[property, NIGHT + DAY_MS]]);
    api().saveShift({ ...shift, id: 'everywhere', propertyId: null });
    expect(scopes()).toEqual([[null, NIGHT + DAY_MS]]);
  });

  it('points out covers that change nobody', () => {
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    const stretch = { startsAt: NIGHT + HOUR_MS, endsAt: NIGHT + 2 * HOUR_MS };
    const answer = api().addCover({ ...key, ...stretch, responderId: idOf('Marcus Chen'), reason: 'as ever' });
    expect(answer.ok && week().idleCoverIds).toEqual([answer.ok && answer.value.id]);
  });
});

describe('what will go wrong', () => {
  const found = () =>
    api()
      .outlook()
      .findings.filter((each) => each.trade === 'general' && each.kind === 'noBackup');
  const general = () =>
    api()
      .onCallNow()
      .find((each) => each.trade === 'general');

  it('stands in the outlook and on the strip until somebody has accepted it', () => {
    expect(found()).toMatchObject([{ role: 'backup', accepted: null }]);
    expect(general()?.finding).toMatchObject({ kind: 'noBackup' });
    const until = NIGHT + 30 * DAY_MS;
    expect(api().decideGap({ kind: 'accepted', ...DECIDED, until, reason: 'small house' })).toMatchObject({ ok: true });
    expect(found()).toMatchObject([{ accepted: { until, reason: 'small house' } }]);
    expect(general()?.finding).toBe(null);
  });

  it('is looked at again each hour, and windows hear of it only when something else is found', () => {
    const { store } = night.core;
    const [hub, book] = [openHub(), onCallBook(store.write)];
    const heard: string[] = [];
    const watch = onCallWatch({ store, book, hub });
    hub.subscribe((changed) => void heard.push(...changed));
    expect(watch.nextDueAt(NIGHT)).toBe(NIGHT);
    void watch.run(NIGHT);
    expect(watch.nextDueAt(NIGHT + 1)).toBe(NIGHT + HOUR_MS);
    void watch.run(NIGHT + HOUR_MS);
    expect(heard).toEqual([]);
    for (const { id, trade } of week().sources.rotations) if (trade === 'general') api().removeRotation(id);
    book.forget();
    hub.publish(['oncall']);
    expect(heard.splice(0)).toEqual(['oncall']);
    expect(watch.nextDueAt(NIGHT + HOUR_MS)).toBe(NIGHT + HOUR_MS);
    void watch.run(NIGHT + HOUR_MS);
    expect(heard).toContain('oncall');
    expect(watch.nextDueAt(NIGHT + HOUR_MS)).toBe(NIGHT + 2 * HOUR_MS);
  });
});

describe('load', () => {
  it('counts nights and who was woken', async () => {
    const before = api().load({ from: NIGHT - 6 * DAY_MS, to: NIGHT + DAY_MS });
    const marcus = () =>
      api()
        .load({ from: NIGHT - 6 * DAY_MS, to: NIGHT + DAY_MS })
        .rows.find((each) => each.responderId === idOf('Marcus Chen'));
    expect(marcus()).toMatchObject({ wakeUps: 0 });
    expect(marcus()?.nights).toBeGreaterThanOrEqual(6);
    await night.report({ text: 'water through the ceiling', place: 'maple 3a', tier: 'P1' });
    expect(marcus()).toMatchObject({ wakeUps: 1 });
    expect(before.rows.map((each) => each.nights)).toEqual(
      before.rows.map((each) => each.nights).toSorted((a, b) => b - a),
    );
    expect(
      api()
        .load({ from: NIGHT + 2 * DAY_MS, to: NIGHT + 9 * DAY_MS })
        .rows.every((each) => each.wakeUps === 0),
    ).toBe(true);
  });
});
