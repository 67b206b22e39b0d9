import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEvents, openForChecking, rebuildCheck } from '#core/store';
import type { TriageMark } from '#shared/contract';
import { duration, type Night, openNight, signIn } from '../world.ts';
import { handoffOf } from './handoff-of.ts';
import { harm } from './past-night.ts';

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const mark = (incidentId: string, given: TriageMark | null) =>
  night.act({ type: 'markTriage', incidentId, mark: given });
const review = (days: 1 | 7 | 30 | 90 = 1) => night.core.api.triageReview(days);
const idsOf = (items: ReturnType<typeof review>['waiting']) => items.map((item) => item.row.id);

/** What the log gives when it is folded anew, against what is stored. */
function differences(): readonly unknown[] {
  const { connection, close } = openForChecking(night.folder);
  try {
    return rebuildCheck(connection).differences;
  } finally {
    close();
  }
}

describe('the review of a night', () => {
  it('wants each P1 and P2, newest first, and no P3 unless it comes back', async () => {
    const leak = await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
    await night.pass('1 min');
    const disposal = await night.report({ text: 'garbage disposal is jammed', place: 'maple 2a' });
    await night.pass('1 min');
    const lockout = await night.report({ text: 'locked out, lost my keys, I am outside', place: 'elm 3' });
    expect(idsOf(review().waiting)).toEqual([lockout, leak]);
    expect(night.incident(disposal).refused.markTriage?.en).toMatch(/^Only a P1, a P2/);
    await night.act({ type: 'resolve', incidentId: disposal, outcome: 'fixed', words: '' });
    await night.act({ type: 'reopen', incidentId: disposal, words: 'it floods the kitchen' });
    expect(idsOf(review().waiting)).toEqual([lockout, disposal, leak]);
    expect(review().waiting[1]?.judged).toEqual({ tier: 'P3', category: 'appliance' });
    expect(differences()).toEqual([]);
  });

  it('moves what is marked to the others, counts it, and takes it back', async () => {
    const leak = await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
    const lockout = await night.report({ text: 'locked out, lost my keys, I am outside', place: 'elm 3' });
    await night.act({ type: 'changeTier', incidentId: leak, tier: 'P3', reason: 'it was the neighbour’s radio' });
    expect(await mark(leak, 'tooHigh')).toEqual({ ok: true, value: null });
    await mark(lockout, 'tooLow');
    const { waiting, done, missed, figures } = review();
    expect([waiting, idsOf(done), idsOf(missed)]).toEqual([[], [lockout, leak], [lockout]]);
    expect(done[1]?.mark).toEqual({ mark: 'tooHigh', at: night.clock.now(), by: 'Rosa Alvarez' });
    expect(figures.all).toEqual({
      marked: { count: 2, of: 2 },
      right: { count: 0, of: 2 },
      falseAlarms: { count: 1, of: 2 },
      missed: { count: 1, of: 2 },
      lowered: { count: 1, of: 1 },
    });
    expect(figures.byCategory.map((each) => each.category)).toEqual(['plumbing', 'lockout']);
    await mark(lockout, null);
    expect(idsOf(review().waiting)).toEqual([lockout]);
    expect(review().figures.all.marked).toEqual({ count: 1, of: 2 });
    const said = loadEvents(night.core.store.read, lockout).flatMap(({ event }) =>
      event.type === 'triageMarked' ? [event.mark] : [],
    );
    expect(said).toEqual(['tooLow', null]);
    expect(differences()).toEqual([]);
  });

  it('reaches as far back as it is asked to', async () => {
    const old = await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
    await night.act({ type: 'resolve', incidentId: old, outcome: 'fixed', words: 'valve shut' });
    night.clock.sleep(duration('50 h'));
    await night.settle();
    expect([idsOf(review(1).waiting), idsOf(review(7).waiting)]).toEqual([[], [old]]);
  });

  it('is refused to nobody in particular, and to what is not marked', async () => {
    const leak = await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
    const disposal = await night.report({ text: 'garbage disposal is jammed', place: 'maple 2a' });
    expect(await mark(disposal, 'right')).toMatchObject({ ok: false, code: 'notReviewed' });
    expect(await mark(leak, 'tooLow')).toMatchObject({ ok: false, code: 'noSuchMark' });
    await night.core.api.signOut();
    expect(await mark(leak, 'right')).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(review().figures.all.marked).toEqual({ count: 0, of: 1 });
  });

  it('stands in the handoff as it is when that is printed, and drags no incident into a later one', async () => {
    const leak = await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
    await night.act({ type: 'resolve', incidentId: leak, outcome: 'falseAlarm', words: 'nothing there' });
    const first = night.core.api.session().deskSession?.id ?? '';
    // The last text has left and its receipt is overdue: nothing more happens to it by itself.
    await night.pass('2 h');
    await night.core.api.signOut();
    await night.pass('1 min');
    await signIn(night.core);
    expect(handoffOf(night, first).summary.triageMarks).toEqual({ count: 0, of: 1 });
    await mark(leak, 'tooHigh');
    expect(handoffOf(night, first).summary.triageMarks).toEqual({ count: 1, of: 1 });
    const later = handoffOf(night);
    expect([later.incidents, later.summary.triageMarks]).toEqual([[], { count: 0, of: 0 }]);
  });
});

it('the test bench gets the texts of a mark, with what triage made of them', async () => {
  const text = 'locked out, lost my keys, I am outside';
  const lockout = await night.report({ text, place: 'elm 3' });
  const leak = await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
  await mark(lockout, 'tooLow');
  await mark(leak, 'right');
  expect(night.core.api.markedTexts(['tooLow', 'tooHigh'])).toEqual([
    expect.objectContaining({
      incidentId: lockout,
      text,
      judged: { tier: 'P2', category: 'lockout' },
      mark: 'tooLow',
      markedBy: 'Rosa Alvarez',
    }),
  ]);
  expect(night.core.api.markedTexts([])).toEqual([]);
});

it('migration 060 finds in the log what is to be marked of the nights before it, and nothing else', async () => {
  await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
  await night.report({ text: 'the garbage disposal hums', place: 'maple 14b' });
  const raised = await night.report({ text: 'garbage disposal is jammed', place: 'maple 2a' });
  await night.act({ type: 'changeTier', incidentId: raised, tier: 'P2', reason: 'water under the sink' });
  const again = await night.report({ text: 'closet door squeaks', place: 'maple 5a' });
  await night.act({ type: 'resolve', incidentId: again, outcome: 'fixed', words: '' });
  await night.act({ type: 'reopen', incidentId: again, words: 'it fell off' });
  const lowered = await night.report({ text: 'smell of gas near the stove', place: 'elm 3' });
  await night.act({ type: 'changeTier', incidentId: lowered, tier: 'P3', reason: 'burnt toast' });
  const cases = () => night.core.store.read.all('SELECT * FROM triage_case ORDER BY incident_id');
  const before = cases();
  expect(before).toHaveLength(4);

  const since = [
    'triage_case',
    'time_off',
    'gap_decision',
    'feed',
    'feed_title',
    'feed_copy',
    'feed_check',
    'shift_reminder',
    'policy_version',
    'text_template',
    'text_template_version',
    'alarm_call',
    'weather_doc',
    'weather_mode',
    'gateway_mark',
  ];
  const before060 = `${since.map((table) => `DROP TABLE ${table};`).join(' ')}
    DELETE FROM secret WHERE id = 'outbox.salt'; ALTER TABLE desk_session DROP COLUMN previous_id; DROP INDEX outbox_phone; DROP INDEX outbox_bundle;
    DROP INDEX incident_related; ALTER TABLE incident DROP COLUMN part_of; ALTER TABLE outbox DROP COLUMN to_hash;
    ALTER TABLE outbox DROP COLUMN bundle_key; ALTER TABLE outbox DROP COLUMN bundle_ref;
    ALTER TABLE outbox DROP COLUMN slot; ALTER TABLE outbox DROP COLUMN bound_slot; ALTER TABLE outbox DROP COLUMN may_be_at;
    DROP INDEX outbox_ask; ALTER TABLE outbox DROP COLUMN ask_at; ALTER TABLE outbox DROP COLUMN delivered_at; DROP INDEX gateway_outage_open;
    ALTER TABLE gateway_outage DROP COLUMN slot; CREATE UNIQUE INDEX gateway_outage_open ON gateway_outage (to_at IS NULL) WHERE to_at IS NULL;
    UPDATE rotation SET body = json_remove(json_set(body, '$.weeks', 1), '$.turn'); PRAGMA user_version = 50`;
  await night.restart(() => harm(night.folder, before060));
  expect(cases()).toEqual(before);
  expect(differences()).toEqual([]);
});
