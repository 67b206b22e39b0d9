import { afterEach, describe, expect, test } from 'vitest';
import type { CallEnd } from '#core/notify/voice';
import { type IncidentEvent, narrate } from '#shared/incident';
import { type FakeVoice, fakeVoice } from '../fake-voice.ts';
import { type Night, openNight } from '../world.ts';

/** Calls in a whole night: the core, its outbox and its log, with telephones that do as the test says. */

const FLOOD = 'Water is pouring through the ceiling light';

let night: Night;
let voice: FakeVoice;
afterEach(() => night.end());

async function begin(options: Parameters<typeof fakeVoice>[0] = {}, place = 'Maple 14B'): Promise<string> {
  voice = fakeVoice(options);
  night = await openNight({ voice });
  await night.settle();
  return night.report({ text: FLOOD, place });
}

/** Something happens on the telephone, and what follows from it. */
async function phone(number: string, end: CallEnd): Promise<void> {
  voice.ends(number, end);
  await new Promise((resolve) => setImmediate(resolve));
  await night.settle();
}

const caller = (): string => voice.ringing()[0] ?? '';
const states = (id: string): readonly string[] =>
  night
    .incident(id)
    .messages.filter((each) => each.purpose === 'call')
    .map((each) => each.state);
/** The log as it is read. */
const lines = (id: string): readonly string[] =>
  night.incident(id).events.map(({ event }) => narrate(event as IncidentEvent, 'en', 'UTC').sentence); // what the core stored
const alarms = (id: string): readonly string[] => night.incident(id).alarms;

describe('a P1 of a desk that can call', () => {
  test('rings beside the text; 1 takes it, and the log says how', async () => {
    const id = await begin();
    expect(night.core.api.status().hasVoice).toBe(true);
    expect(voice.calls).toMatchObject([{ to: caller(), ringMs: 30_000, recording: null }]);
    expect(voice.calls[0]?.say).toMatch(/^Nightdesk, priority 1\. .+ Press 1 to accept\. Press 2 to decline\./);
    // In the language of whoever reported it.
    expect(voice.calls[0]).toMatchObject({ words: `El residente dice: ${FLOOD}`, wordsLanguage: 'es' });
    await phone(caller(), { kind: 'key', key: '1' });
    expect(night.incident(id).row.status).toBe('acknowledged');
    expect(states(id)).toEqual(['delivered']);
    expect(lines(id)).toContainEqual(expect.stringMatching(/picked up and pressed 1$/));
    expect(lines(id)).toContainEqual(expect.stringMatching(/has it, no ETA, by a key on the call$/));
  });

  test('2 wakes the next at once', async () => {
    const id = await begin();
    const first = caller();
    await phone(first, { kind: 'key', key: '2' });
    expect(voice.ringing()).toHaveLength(1);
    expect(caller()).not.toBe(first);
    expect(night.incident(id).holder).toBeNull();
  });

  test('busy: once more within three minutes, and no third time', async () => {
    const id = await begin();
    const first = caller();
    await phone(first, { kind: 'busy' });
    expect(voice.ringing()).toEqual([]);
    await night.pass('1 min');
    expect(voice.ringing()).toEqual([first]);
    await phone(first, { kind: 'noAnswer' });
    await night.pass('3 min');
    expect(voice.ringing()).toEqual([]);
    expect(voice.calls.map((each) => each.to)).toEqual([first, first]);
    expect(states(id)).toEqual(['failed', 'failed']);
    expect(night.incident(id).holder).toBeNull();
  });

  test('called once more after a danger was heard of, says it', async () => {
    const id = await begin();
    const first = caller();
    await phone(first, { kind: 'busy' });
    const { caller: resident } = night.incident(id);
    await night.pass('20 s');
    await night.core.api.practiceReply({ phone: resident.phone ?? '', text: 'there is a strong smell of gas now' });
    await night.settle();
    await night.pass('1 min');
    expect(voice.calls.map((each) => each.to)).toEqual([first, first]);
    expect(voice.calls.map((each) => /Do not enter/.test(each.say))).toEqual([false, true]);
    expect(lines(id)).toContain('It waited, and leaves with what is known now');
  });

  test('has an estimate asked for by telephone five minutes after a yes without one', async () => {
    const id = await begin();
    const first = caller();
    await phone(first, { kind: 'key', key: '1' });
    await night.pass('5 min');
    expect(voice.ringing()).toEqual([first]);
    expect(voice.calls.at(-1)?.say).toMatch(/nobody knows when you will be there\..+Press 1 if you are coming\./);
    expect(alarms(id)).not.toContain('noEta');
    await night.core.api.practiceReply({ phone: first, text: 'ETA 20' });
    await night.settle();
    expect(voice.hungUp).toEqual([first]);
    expect(night.incident(id).row.status).toBe('acknowledged');
  });

  test('whoever answers by text while it rings is not left ringing', async () => {
    const id = await begin();
    const first = caller();
    const name = night.incident(id).waitingFor[0]?.name ?? '';
    await night.phone(name).replies('1 20');
    expect(voice.hungUp).toEqual([first]);
    expect(states(id)).toEqual(['cancelled']);
    await night.pass('4 min');
    expect(voice.calls).toHaveLength(1);
  });

  test('a key that comes after somebody else took it is answered by text, with who has it', async () => {
    const id = await begin();
    const first = night.incident(id).waitingFor[0]?.name ?? '';
    voice.isDeaf = true;
    await night.act({
      type: 'acknowledgeFor',
      incidentId: id,
      responderId: night.core.api.portfolio().responders.find((each) => each.name !== first && each.active)?.id ?? '',
      via: 'phone',
      words: 'I go',
      etaMinutes: 20,
    });
    await phone(caller(), { kind: 'key', key: '1' });
    expect(night.incident(id).holder?.name).not.toBe(first);
    expect(night.phone(first).last()).toMatch(/^Thank you\. #\d+ .+ is already/);
  });

  test('one phone has one call at a time, whatever else waits for it', async () => {
    await begin({ parallel: 4 });
    await night.report({ text: FLOOD, place: 'Maple 3A' });
    expect(new Set(voice.ringing()).size).toBe(voice.ringing().length);
    const first = caller();
    await phone(first, { kind: 'key', key: '1' });
    expect(voice.calls.filter((each) => each.to === first).length).toBeGreaterThan(1);
  });
});

describe('a gateway for calls that fails', () => {
  test('it hangs: by the core’s own timer a person is to call, at once', async () => {
    const id = await begin();
    voice.isDeaf = true;
    await night.pass('1 min');
    expect(alarms(id)).toEqual([]);
    await night.pass('1 min');
    expect(states(id)).toEqual(['unknown']);
    expect(alarms(id)).toContain('callByHand');
  });

  test('it dies: a person calls at once, and what comes after goes by hand from the start', async () => {
    const id = await begin();
    voice.isDown = true;
    await phone(caller(), { kind: 'unknown', reason: 'voiceStopped' });
    expect(alarms(id)).toContain('callByHand');
    await night.pass('30 s');
    expect(night.core.api.status().hasVoice).toBe(false);
    const next = await night.report({ text: FLOOD, place: 'Maple 3A' });
    expect(states(next)).toEqual([]);
    expect(lines(next).some((each) => /call by hand at/.test(each))).toBe(true);
  });

  test('it dies before the second call: that one is given to a person', async () => {
    const id = await begin();
    await phone(caller(), { kind: 'noAnswer' });
    voice.isDown = true;
    await night.pass('1 min');
    expect(alarms(id)).toContain('callByHand');
    expect(voice.ringing()).toEqual([]);
  });

  test('a core that dies while it rings calls again, and says that it may be twice', async () => {
    const id = await begin();
    const first = caller();
    voice.ends(first, { kind: 'noAnswer' });
    await night.crash();
    expect(states(id)[0]).toMatch(/unknown|failed/);
    await night.pass('1 min');
    expect(voice.calls.filter((each) => each.to === first).length).toBeGreaterThan(1);
  });
});

test('a gateway that hears no keys only rings: the text is to be answered', async () => {
  const id = await begin({ hasKeys: false });
  expect(voice.calls[0]?.say).toMatch(/Answer the text message: 1 to accept, 2 to decline\.$/);
  await phone(caller(), { kind: 'noKey' });
  expect(night.incident(id).holder).toBeNull();
});

describe('a test call', () => {
  test('rings any phone once, and is proven by a key', async () => {
    voice = fakeVoice();
    night = await openNight({ voice });
    await night.settle();
    const answer = await night.core.api.testGateway({ slot: 'voice', phone: '(202) 555-0147' });
    if (!answer.ok) throw new Error(answer.reason.en);
    await night.settle();
    expect(voice.calls).toMatchObject([{ to: '+12025550147', language: 'en' }]);
    expect(voice.calls[0]?.say).toMatch(/^This is a test call of Nightdesk\..+Press 1/);
    await phone('+12025550147', { kind: 'key', key: '1' });
    expect(night.core.api.gatewayTest(answer.value.key)).toMatchObject({ state: 'delivered', reason: null });
    await night.pass('3 min');
    expect(voice.calls).toHaveLength(1);
  });

  test('says that nobody picked up; where no gateway is, nothing is tried', async () => {
    voice = fakeVoice();
    night = await openNight({ voice });
    await night.settle();
    const answer = await night.core.api.testGateway({ slot: 'voice', phone: '+12025550147' });
    if (!answer.ok) throw new Error(answer.reason.en);
    await night.settle();
    await phone('+12025550147', { kind: 'noAnswer' });
    expect(night.core.api.gatewayTest(answer.value.key)).toMatchObject({ state: 'failed', reason: 'callNotAnswered' });
    expect(await night.core.api.testGateway({ slot: 'voice', phone: 'x' })).toMatchObject({
      ok: false,
      code: 'badPhone',
    });
    await night.end();
    night = await openNight();
    expect(await night.core.api.testGateway({ slot: 'voice', phone: '+12025550147' })).toMatchObject({
      ok: false,
      code: 'noGateway',
    });
  });
});
