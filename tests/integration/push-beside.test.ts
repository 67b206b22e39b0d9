import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GOTIFY_TOKEN, gotifyStandIn, NTFY_TOKEN, ntfyStandIn } from '../gateways/stand-ins/push.ts';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';

/** Push beside a step: whatever becomes of it, the text is what tells somebody. */

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const MARCUS = 'Marcus Chen';

let night: Night;
afterEach(() => night.end());

const stepTo = (id: string) =>
  night.incident(id).messages.find((each) => each.purpose === 'step' && each.toName === MARCUS);
const pushes = () => night.core.api.outbox('all').filter((each) => each.purpose === 'push');
const alarms = () => night.core.api.alarms().map((each) => each.kind);

async function begin(kind: 'ntfy' | 'gotify', config: object): Promise<void> {
  night = await openNight();
  const saved = await night.core.api.saveGateway({ slot: 'push', kind, config: { ...config }, isConfirmed: true });
  expect(saved).toMatchObject({ ok: true });
  const { responders } = night.core.api.portfolio();
  const marcus = responders.find((each) => each.name === MARCUS);
  if (!marcus) throw new Error('the demo has no Marcus Chen');
  const kept = night.core.api.saveResponder({ ...marcus, phone: marcus.phone ?? '', pushTopic: 'marcus-topic' });
  expect(kept).toMatchObject({ ok: true });
}

describe('ntfy beside a step', () => {
  let ntfy: Awaited<ReturnType<typeof ntfyStandIn>>;
  beforeEach(async () => {
    ntfy = await ntfyStandIn();
    await begin('ntfy', { address: ntfy.url, topic: 'everybody', token: NTFY_TOKEN });
  });
  afterEach(() => ntfy.close());

  it('says the words of the text, to the topic of whoever is asked, and that the text is to be answered', async () => {
    const id = await night.report(LEAK);
    await until(async () => {
      await night.settle();
      return ntfy.pushed.length > 0;
    }, 'the push');
    expect(ntfy.pushed).toMatchObject([{ topic: 'marcus-topic' }]);
    expect(ntfy.pushed[0]?.message).toContain(stepTo(id)?.text);
    expect(ntfy.pushed[0]?.message).toMatch(/answer the text, not this\.$/);
    expect(night.phone(MARCUS).all()).toHaveLength(1);
    await until(() => pushes()[0]?.state === 'accepted', 'the push to be written down');
    expect(pushes()).toMatchObject([{ slot: 'push', gateway: 'ntfy', attempts: 1 }]);
  });

  it('alone never counts as told: where no text leaves, the gateway alarms and the step is not sent', async () => {
    night.core.api.practiceTrouble('down');
    const id = await night.report(LEAK);
    await until(async () => {
      await night.pass('1 s');
      return ntfy.pushed.length > 0;
    }, 'the push');
    expect(stepTo(id)).toMatchObject({ state: 'retrying' });
    expect(night.incident(id).row.status).toBe('running');
    await night.pass('40 s');
    expect(alarms()).toContain('gatewayDown');
    await night.pass('8 min');
    expect(ntfy.pushed.filter((each) => each.topic === 'marcus-topic')).toHaveLength(1);
    expect(stepTo(id)?.state).toBe('retrying');
  });

  it.each([
    ['does not answer at all', () => ntfy.doors.hang?.('marcus-topic')],
    ['is gone', () => ntfy.close()],
  ])('that %s delays no text, and alarms nobody', async (_, spoil) => {
    await spoil();
    const before = night.clock.now();
    const id = await night.report(LEAK, false);
    await until(() => night.phone(MARCUS).all().length > 0, 'the text');
    expect(night.clock.now()).toBe(before);
    expect(stepTo(id)).toMatchObject({ state: 'accepted', attempt: 1 });
    await night.pass('10 s');
    expect(alarms()).toEqual([]);
    expect(night.incident(id).alarms).toEqual([]);
  });
});

describe('gotify beside a step', () => {
  it('sends it loud', async () => {
    const gotify = await gotifyStandIn();
    await begin('gotify', { address: gotify.url, token: GOTIFY_TOKEN });
    await night.report(LEAK);
    await until(async () => {
      await night.settle();
      return gotify.pushed.length > 0;
    }, 'the push');
    expect(gotify.pushed[0]?.message).toContain('P1');
    await gotify.close();
  });
});
