import { afterEach, describe, expect, it } from 'vitest';
import { type IncidentEvent, narrate } from '#shared/incident';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { type KannelSink, openKannelSink, type SunkMessage } from './kannel-sink.ts';

/** Messages that must leave (PRODUCT 8), through the practice gateway and a Kannel-like one. */

let night: Night;
let sink: KannelSink | undefined;
afterEach(async () => {
  sink?.answerWith(() => 'accept');
  await night.end();
  await sink?.stop();
  sink = undefined;
});

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;

/** A night whose texts leave through the sink. */
async function openKannelNight(): Promise<KannelSink> {
  night = await openNight();
  sink = await openKannelSink();
  const saved = await night.core.api.saveGateway({ kind: 'kannel', config: { ...sink.config, callbackPort: 0 } });
  expect(saved).toMatchObject({ ok: true });
  await night.settle();
  return sink;
}

const messages = (id: string, purpose?: string) =>
  night.incident(id).messages.filter((each) => purpose === undefined || each.purpose === purpose);
const stepTo = (id: string, name: string) => messages(id, 'step').filter((each) => each.toName === name);
const stepsFired = (id: string): number => night.incident(id).ladder.filter((step) => step.state === 'fired').length;
const isStep = (message: SunkMessage): boolean => / P1$/m.test(message.text);

describe('a gateway that is down', () => {
  it('is tried again with growing pauses; what waited leaves once, late', async () => {
    night = await openNight();
    night.core.api.practiceTrouble('down');
    const id = await night.report(LEAK);
    await night.pass('90 s');
    const [waiting] = stepTo(id, 'Marcus Chen');
    expect(waiting).toMatchObject({ state: 'retrying', acceptedAt: null });
    // 2, 4, 8, 16, 32 s: five pauses and a bit, not one every second.
    expect(waiting?.attempt).toBeGreaterThanOrEqual(4);
    expect(waiting?.attempt).toBeLessThanOrEqual(7);
    expect(night.core.api.status().gateway.level).toBe('down');
    expect(night.core.api.alarms().map((each) => each.kind)).toContain('gatewayDown');
    night.core.api.practiceTrouble('none');
    await night.pass('70 s');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'delivered', isPossiblyTwice: false });
    expect(night.core.gateway.practice()?.messages(night.phone('Marcus Chen').number)).toHaveLength(1);
  });

  it('for longer than a message is worth: it expires, a person is told', async () => {
    night = await openNight();
    night.core.api.practiceTrouble('down');
    const id = await night.report(LEAK);
    await night.pass('31 min');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'expired' });
    expect(night.incident(id).alarms).toContain('messageFailed');
  });

  it('that refuses the account is tried every half minute, not given up', async () => {
    night = await openNight();
    night.core.api.practiceTrouble('refusing');
    const id = await night.report(LEAK);
    await night.pass('2 min');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'retrying', attempt: 5 });
    night.core.api.practiceTrouble('none');
    await night.pass('35 s');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'delivered' });
  });
});

describe('invariant 6: an answer that is lost', () => {
  it('a step leaves once more with the same key, said to be possibly twice, then it is a person’s', async () => {
    const kannel = await openKannelNight();
    kannel.answerWith(() => 'lose');
    const id = await night.report(LEAK);
    await night.pass('1 min');
    const [step] = stepTo(id, 'Marcus Chen');
    expect(step).toMatchObject({ state: 'unknown', isPossiblyTwice: true, attempt: 2 });
    expect(kannel.countOf(step?.key ?? '')).toBe(2);
    expect(night.incident(id).alarms).toContain('messageUnknown');
    expect(night.core.api.status().outbox.unknown).toBeGreaterThan(0);
  });

  it('anything but a step leaves never again', async () => {
    const kannel = await openKannelNight();
    kannel.answerWith((message) => (isStep(message) ? 'accept' : 'lose'));
    const id = await night.report(LEAK);
    await night.pass('2 min');
    const [receipt] = messages(id, 'receipt');
    expect(receipt).toMatchObject({ state: 'unknown', isPossiblyTwice: false, attempt: 1 });
    expect(kannel.countOf(receipt?.key ?? '')).toBe(1);
  });

  it('a receipt settles what nobody knew', async () => {
    const kannel = await openKannelNight();
    kannel.answerWith(() => 'lose');
    const id = await night.report(LEAK);
    const [step] = stepTo(id, 'Marcus Chen');
    await until(() => kannel.taken.length > 0, 'the sink has it');
    expect(await kannel.report(step?.key ?? '', 1)).toBe(200);
    await night.pass('1 min');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'delivered' });
    expect(kannel.countOf(step?.key ?? '')).toBe(1);
  });
});

describe('an answer that was lost and then', () => {
  it('a report that the network took it: it does not leave once more', async () => {
    const kannel = await openKannelNight();
    kannel.answerWith(() => 'lose');
    const id = await night.report(LEAK);
    const key = stepTo(id, 'Marcus Chen')[0]?.key ?? '';
    await until(() => stepTo(id, 'Marcus Chen')[0]?.state === 'unknown', 'the answer to be given up');
    expect(await kannel.report(key, 8)).toBe(200);
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'accepted' });
    await night.pass('1 min');
    expect(kannel.countOf(key)).toBe(1);
    expect(night.incident(id).alarms).not.toContain('messageUnknown');
    await night.pass('10 min');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'unconfirmed' });
  });
});

describe('refused for good', () => {
  it('every message of a step: the next step fires at once', async () => {
    const kannel = await openKannelNight();
    const marcus = night.core.api.portfolio().responders.find((each) => each.name === 'Marcus Chen')?.phone;
    kannel.answerWith((message) => (message.to === marcus ? 'refuseNumber' : 'accept'));
    const id = await night.report(LEAK);
    expect(stepsFired(id)).toBe(2);
    expect(stepTo(id, 'Aline Silva')).toHaveLength(1);
    expect(night.incident(id).alarms).toContain('messageFailed');
    // The later steps keep their distance to the one that fired early.
    await night.pass('6 min');
    expect(stepsFired(id)).toBe(2);
    await night.pass('1 min');
    expect(stepsFired(id)).toBe(3);
  });

  it('every message there is: it does not go round and round', async () => {
    const kannel = await openKannelNight();
    kannel.answerWith(() => 'refuseNumber');
    const id = await night.report(LEAK);
    await night.pass('1 min');
    expect(night.incident(id).alarms).toContain('unanswered');
    const first = kannel.asked.filter(isStep).length;
    expect(first).toBeLessThanOrEqual(6);
    await night.pass('3 min');
    expect(kannel.asked.filter(isStep)).toHaveLength(first);
  });

  it('a failure that is reported later counts as well', async () => {
    const kannel = await openKannelNight();
    const id = await night.report(LEAK);
    await kannel.report(stepTo(id, 'Marcus Chen')[0]?.key ?? '', 2);
    await night.settle();
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'failed' });
    expect(stepsFired(id)).toBe(2);
  });
});

describe('a text that has waited', () => {
  it('says what was heard of meanwhile, and the log says that it does', async () => {
    night = await openNight();
    night.core.api.practiceTrouble('down');
    const id = await night.report(LEAK);
    const before = stepTo(id, 'Marcus Chen')[0]?.text ?? '';
    expect(before).not.toContain('DO NOT ENTER');
    const { caller } = night.incident(id);
    const said = { phone: caller.phone ?? '', text: 'there is a strong smell of gas now' };
    await night.core.api.practiceReply(said);
    await night.settle();
    night.core.api.practiceTrouble('none');
    await night.pass('2 min');
    const marcus = night.phone('Marcus Chen').all();
    expect(marcus.filter((each) => each.includes('Reply 1'))).toEqual([expect.stringMatching(/DO NOT ENTER/)]);
    expect(marcus.join(' ')).not.toContain(before);
    expect(stepTo(id, 'Marcus Chen')[0]?.text).toContain('DO NOT ENTER');
  });
});

describe('acknowledged', () => {
  it('what has not left is called back', async () => {
    night = await openNight();
    night.core.api.practiceTrouble('down');
    const id = await night.report(LEAK);
    const marcus = night.core.api.portfolio().responders.find((each) => each.name === 'Marcus Chen');
    await night.act({
      type: 'acknowledgeFor',
      incidentId: id,
      responderId: marcus?.id ?? '',
      via: 'phone',
      words: 'I am on my way',
      etaMinutes: 20,
    });
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'cancelled', reason: 'acknowledged' });
    night.core.api.practiceTrouble('none');
    await night.pass('2 min');
    expect(night.core.gateway.practice()?.messages(marcus?.phone ?? '')).toMatchObject([
      { text: expect.not.stringMatching(/^P1/) },
    ]);
  });

  it('one that lies on the phone although its answer was lost is not sent again, nor called "not sent"', async () => {
    const kannel = await openKannelNight();
    kannel.answerWith((message) => (isStep(message) ? 'lose' : 'accept'));
    const id = await night.report(LEAK);
    const [step] = stepTo(id, 'Marcus Chen');
    await until(() => kannel.countOf(step?.key ?? '') === 1, 'the sink has it');
    const marcus = night.core.api.portfolio().responders.find((each) => each.name === 'Marcus Chen');
    await night.act({
      type: 'acknowledgeFor',
      incidentId: id,
      responderId: marcus?.id ?? '',
      via: 'phone',
      words: 'I read it',
      etaMinutes: 20,
    });
    await night.pass('2 min');
    expect(kannel.countOf(step?.key ?? '')).toBe(1);
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'unknown' });
    const told = night.incident(id).events.map(({ event }) => narrate(event as IncidentEvent, 'en', 'UTC').sentence);
    expect(told.filter((sentence) => /cancelled, not sent/.test(sentence))).toEqual([]);
    expect(await kannel.report(step?.key ?? '', 1)).toBe(200);
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'delivered' });
    expect(night.core.store.read.all('SELECT key FROM outbox WHERE lease_until IS NOT NULL')).toEqual([]);
  });

  it('one that is on its way is not sent again, whatever becomes of it', async () => {
    const kannel = await openKannelNight();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    kannel.answerWith(async (message) => {
      if (!isStep(message)) return 'accept';
      await held;
      return 'full';
    });
    // Not awaited to its end: the gateway holds the message.
    const reporting = night.report(LEAK);
    await until(() => kannel.asked.some(isStep), 'the step is on its way');
    const id = night.core.api.queueList('all').ids[0] ?? '';
    const marcus = night.core.api.portfolio().responders.find((each) => each.name === 'Marcus Chen');
    await night.core.api.act({
      type: 'acknowledgeFor',
      incidentId: id,
      responderId: marcus?.id ?? '',
      via: 'phone',
      words: 'got it',
      etaMinutes: 20,
    });
    release();
    await reporting;
    kannel.answerWith(() => 'accept');
    await night.pass('5 min');
    expect(kannel.asked.filter(isStep)).toHaveLength(1);
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'cancelled' });
    expect(night.core.store.read.all(`SELECT key FROM outbox WHERE lease_until IS NOT NULL`)).toEqual([]);
  });
});

describe('receipts', () => {
  it('twice, late and of a lower rank change nothing', async () => {
    const kannel = await openKannelNight();
    const id = await night.report(LEAK);
    const key = stepTo(id, 'Marcus Chen')[0]?.key ?? '';
    expect(await kannel.report(key, 8)).toBe(200);
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'accepted' });
    expect(await kannel.report(key, 1)).toBe(200);
    const { version } = night.incident(id);
    for (const status of [1, 8, 2] as const) expect(await kannel.report(key, status)).toBe(200);
    expect(await kannel.report('nobody-knows-this-key', 1)).toBe(200);
    expect(night.incident(id).version).toBe(version);
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'delivered' });
  });

  it('that never come leave the message unconfirmed, and one that comes after all counts', async () => {
    const kannel = await openKannelNight();
    const id = await night.report(LEAK);
    await night.pass('7 min');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'accepted' });
    await night.pass('4 min');
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'unconfirmed' });
    await kannel.report(stepTo(id, 'Marcus Chen')[0]?.key ?? '', 1);
    expect(stepTo(id, 'Marcus Chen')[0]).toMatchObject({ state: 'delivered' });
  });

  it('of a test message do not fall either', async () => {
    const kannel = await openKannelNight();
    const test = await night.core.api.testGateway({ phone: '+14235550123' });
    if (!test.ok) throw new Error(test.reason.en);
    await night.settle();
    const { key } = test.value;
    expect(night.core.api.gatewayTest(key)).toMatchObject({ state: 'accepted' });
    await kannel.report(key, 1);
    await kannel.report(key, 2);
    expect(night.core.api.gatewayTest(key)).toMatchObject({ state: 'delivered' });
  });
});

describe('STOP of a resident', () => {
  const resident = () => night.core.api.places(LEAK.place)[0]?.residents[0]?.name ?? '';

  it('is respected from then on, also by what already waits', async () => {
    night = await openNight();
    const id = await night.report(LEAK);
    await night.pass('6 min');
    const heard = night.phone(resident()).all().length;
    night.core.api.practiceTrouble('refusing');
    await night.act({ type: 'writeTo', incidentId: id, to: 'resident', text: 'The plumber has been called.' });
    await night.phone(resident()).replies('STOP');
    night.core.api.practiceTrouble('none');
    await night.pass('20 min');
    // That it was heard is the last that they get.
    expect(night.phone(resident()).all()).toHaveLength(heard + 1);
    expect(night.phone(resident()).last()).toMatch(/START/);
    expect(messages(id, 'manual')[0]).toMatchObject({ state: 'cancelled', reason: 'optedOut' });
    expect(night.incident(id).alarms).not.toContain('messageFailed');
    await night.phone(resident()).replies('START');
    await night.act({ type: 'writeTo', incidentId: id, to: 'resident', text: 'Welcome back.' });
    expect(night.phone(resident()).last()).toBe('Welcome back.');
  });
});
