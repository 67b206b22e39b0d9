import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { type KannelSink, openKannelSink } from './kannel-sink.ts';

/** Many incidents at once (PRODUCT 7, rule 9), through the real outbox. */

let night: Night;
let sink: KannelSink | undefined;
afterEach(async () => {
  sink?.answerWith(() => 'accept');
  await night.end();
  await sink?.stop();
  sink = undefined;
});

const PLACES = ['maple 3a', 'elm 7', 'maple 5b', 'maple 2b', 'elm 3'] as const;
const reportAll = async (tier: 'P1' | 'P2', count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const place of PLACES.slice(0, count))
    ids.push(await night.report({ text: 'kitchen sink is clogged', place, tier }));
  return ids;
};
const stepsOf = (id: string) => night.incident(id).messages.filter((each) => each.purpose === 'step');
const hasLeft = expect.stringMatching(/^(accepted|delivered)$/);
const plumber = 'Marcus Chen';

describe('rule 9: a storm on one phone', () => {
  it('rule 9: a P2 right after another is held, says until when, and leaves then', async () => {
    night = await openNight();
    const [first, second] = await reportAll('P2', 2);
    const heldUntil = night.clock.now() + 60_000;
    expect(stepsOf(first ?? '')[0]).toMatchObject({ state: hasLeft, toName: plumber });
    expect(stepsOf(second ?? '')[0]).toMatchObject({ state: 'held', reason: 'throttled', attempt: 0 });
    const view = night.incident(second ?? '');
    const at = view.waitingFor[0]?.heldUntilAt ?? 0;
    expect(Math.abs(at - heldUntil)).toBeLessThan(2_000);
    expect(view.row.heldUntilAt).toBe(at);
    expect(night.phone(plumber).all()).toHaveLength(1);
    await night.pass('1 min');
    expect(stepsOf(second ?? '')[0]).toMatchObject({ state: hasLeft });
    expect(night.incident(second ?? '').row).not.toHaveProperty('heldUntilAt');
    expect(night.phone(plumber).last()).toMatch(/#\d+ P2/);
  });

  it('rule 9: the first text of each P1 leaves at once, however many there are', async () => {
    night = await openNight();
    const ids = await reportAll('P1', 5);
    for (const id of ids) expect(stepsOf(id)[0]).toMatchObject({ state: hasLeft, reason: null });
    expect(night.phone(plumber).all()).toHaveLength(5);
  });

  it('rule 9: a clear yes is about what was read, not about what is still held', async () => {
    night = await openNight();
    const [urgent] = await reportAll('P1', 1);
    await night.pass('5 s');
    const held = await night.report({ text: 'kitchen sink is clogged', place: 'elm 7', tier: 'P2' });
    expect(stepsOf(held)[0]).toMatchObject({ state: 'held' });
    await night.phone(plumber).replies('1 20');
    expect(night.incident(urgent ?? '').row.status).toBe('acknowledged');
    expect(night.incident(held).row.status).toBe('running');
    await night.pass('61 s');
    // Now that both are read it has to be said which.
    await night.phone(plumber).replies('2');
    expect(night.phone(plumber).last()).toMatch(/several are open/i);
  });

  it('rule 9: what waited leaves in one text, and its letters are taken one by one', async () => {
    night = await openNight();
    const ids = await reportAll('P2', 5);
    await night.pass('61 s');
    expect(night.phone(plumber).all()).toHaveLength(2);
    const text = night.phone(plumber).last();
    expect(text).toMatch(/^4 open for you/);
    for (const id of ids.slice(1)) {
      expect(stepsOf(id)[0]).toMatchObject({ state: hasLeft });
      expect(text).toContain(`#${night.incident(id).row.number} P2`);
      const told = night.incident(id).events.map(({ event }) => event as { reason?: string | null });
      expect(told.some((event) => event.reason?.startsWith('bundled:'))).toBe(true);
    }
    const third = night.incident(ids[2] ?? '').row.number;
    const letter = new RegExp(`^([A-Z]) #${third}`, 'm').exec(text)?.[1];
    await night.phone(plumber).replies(`1${letter} 30`);
    expect(ids.map((id) => night.incident(id).row.status === 'acknowledged')).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('rule 9: a message that was called back while it was held never leaves', async () => {
    night = await openNight();
    const [, second = ''] = await reportAll('P2', 2);
    expect(stepsOf(second)[0]).toMatchObject({ state: 'held' });
    const who = night.core.api.portfolio().responders.find((each) => each.name === plumber)?.id ?? '';
    const said = { responderId: who, via: 'phone', words: 'ok', etaMinutes: 30 } as const;
    await night.act({ type: 'acknowledgeFor', incidentId: second, ...said });
    expect(stepsOf(second)[0]).toMatchObject({ state: 'cancelled', reason: 'acknowledged' });
    await night.pass('2 min');
    expect(stepsOf(second)[0]).toMatchObject({ state: 'cancelled' });
  });

  it('rule 9: what waited for the gateway goes in one text; a P2 is not put before the P1', async () => {
    night = await openNight();
    night.core.api.practiceTrouble('down');
    const urgent = await reportAll('P1', 2);
    const later = await night.report({ text: 'no hot water', place: 'maple 2a', tier: 'P2' });
    await night.pass('90 s');
    night.core.api.practiceTrouble('none');
    await night.pass('70 s');
    for (const id of urgent) expect(stepsOf(id)[0]).toMatchObject({ state: hasLeft });
    expect(night.phone(plumber).all()[0]).toMatch(/^2 open for you/);
    await night.pass('61 s');
    expect(stepsOf(later)[0]).toMatchObject({ state: hasLeft });
  });
});

describe('rule 9: one text whose answer is lost', () => {
  const openLost = async (): Promise<{ readonly kannel: KannelSink; readonly ids: readonly string[] }> => {
    night = await openNight();
    sink = await openKannelSink();
    const saved = await night.core.api.saveGateway({ kind: 'kannel', config: { ...sink.config, callbackPort: 0 } });
    expect(saved).toMatchObject({ ok: true });
    await night.settle();
    const ids = await reportAll('P2', 3);
    return { kannel: sink, ids };
  };
  const isBundle = ({ text }: { readonly text: string }): boolean => text.startsWith('2 open for you');

  it('rule 9: all of it leaves again under the one key, and a receipt settles all of it', async () => {
    const { kannel, ids } = await openLost();
    kannel.answerWith((message) => (isBundle(message) ? 'lose' : 'accept'));
    await night.pass('70 s');
    const sent = kannel.taken.filter(isBundle);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map((each) => each.key)).size).toBe(1);
    for (const id of ids.slice(1)) expect(stepsOf(id)[0]).toMatchObject({ state: 'unknown', isPossiblyTwice: true });
    expect(await kannel.report(sent[0]?.key ?? '', 1)).toBe(200);
    await until(() => ids.slice(1).every((id) => stepsOf(id)[0]?.state === 'delivered'), 'the receipt counts for both');
  });

  it('rule 9: a core that stops while it is on its way sends it again together', async () => {
    const { kannel, ids } = await openLost();
    kannel.answerWith((message) => (isBundle(message) ? 'lose' : 'accept'));
    await night.pass('60 s');
    const keys = ids.slice(1).map((id) => stepsOf(id)[0]?.key ?? '');
    // Claimed once more and never settled, as after a SIGKILL.
    night.core.store.write.run(
      `UPDATE outbox SET state = 'sending', lease_until = ?, next_at = NULL WHERE key IN (?, ?)`,
      night.clock.now() - 1,
      ...keys,
    );
    kannel.answerWith(() => 'accept');
    await night.pass('10 s');
    const sent = kannel.taken.filter(isBundle);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map((each) => each.key)).size).toBe(1);
    expect(sent[0]?.text).toBe(sent[1]?.text);
    for (const id of ids.slice(1)) expect(stepsOf(id)[0]).toMatchObject({ state: 'accepted', isPossiblyTwice: true });
  });
});
