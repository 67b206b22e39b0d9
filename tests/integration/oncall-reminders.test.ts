import { afterEach, describe, expect, it } from 'vitest';
import type { ReminderView, Responder } from '#shared/contract';
import { dayOf, instantOfWallTime } from '#shared/oncall';
import { type Night, openNight } from '../world.ts';

/** Texts before a shift, and what people answer, through the whole core (PRODUCT 6). */

let night: Night;
afterEach(() => night.end());

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const at = (date: string, time: string): number => instantOfWallTime('America/New_York', dayOf(date), time);
const OMAR = 'Omar Haddad';
const MARCUS = 'Marcus Chen';
const LUIS = 'Luis Herrera';

const api = () => night.core.api;
const named = (name: string): Responder => {
  const found = api()
    .portfolio()
    .responders.find((each) => each.name === name);
  if (!found) throw new Error(`nobody called ${name}`);
  return found;
};
const save = (name: string, over: Partial<Responder>): void => {
  const { phone, trades, ...rest } = { ...named(name), ...over };
  api().saveResponder({ ...rest, phone: phone ?? '', trades: [...trades] });
};
/** Omar, who is free, takes the plumbing in this stretch. */
const cover = (startsAt: number, endsAt: number, name = OMAR): string => {
  const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
  const answer = api().addCover({ ...key, responderId: named(name).id, startsAt, endsAt, reason: 'away' });
  if (!answer.ok) throw new Error(answer.reason.en);
  return answer.value.id;
};
/** Of the next days: the rotations of the demo go on for ever. */
const reminders = (name = OMAR): readonly ReminderView[] =>
  api()
    .outlook()
    .reminders.filter((each) => each.responderId === named(name).id && each.startsAt < night.clock.now() + 3 * DAY_MS);
const states = (name = OMAR) => reminders(name).map((each) => each.state);
const texts = (name = OMAR) => night.phone(name).all();
const SUNDAY = at('2026-11-22', '12:00');

/** Saturday 11:50, and a shift of Omar's from Sunday noon on: he is told in ten minutes. */
async function openBefore(): Promise<string> {
  night = await openNight({ at: SUNDAY - DAY_MS - 10 * 60_000 });
  return cover(SUNDAY, SUNDAY + 8 * HOUR_MS);
}
/** He has been told. */
async function openReminded(): Promise<string> {
  const id = await openBefore();
  await night.pass('11 min');
  return id;
}

describe('a reminder', () => {
  it('leaves 24 hours before, once, over a restart too', async () => {
    await openBefore();
    await night.pass('9 min');
    expect([texts(), states()]).toEqual([[], ['due']]);
    await night.pass('2 min');
    expect(texts()).toEqual([
      'Harbor & Vine Property Management: you are on call Sun Nov 22 12:00 to Sun Nov 22 20:00 EST, plumbing primary. Please reply CONFIRM.',
    ]);
    expect(states()).toEqual(['delivered']);
    await night.restart();
    await night.pass('5 min');
    expect(texts()).toHaveLength(1);
    expect(states()).toEqual(['delivered']);
  });

  it('that fell due while no core ran leaves after the start', async () => {
    await openBefore();
    await night.restart(() => night.clock.sleep(3 * HOUR_MS));
    await night.pass('1 min');
    expect(texts()).toHaveLength(1);
  });

  it('is of no use after the shift has begun', async () => {
    await openBefore();
    await night.restart(() => night.clock.sleep(26 * HOUR_MS));
    await night.pass('2 min');
    expect(texts()).toEqual([]);
  });

  it('keeps to the hours that were set, and is not sent where reminders are off', async () => {
    await openBefore();
    expect(api().saveReminders({ isOn: false, hoursBefore: 24 })).toMatchObject({ ok: true });
    await night.pass('12 min');
    expect([texts(), reminders()]).toEqual([[], []]);
    api().saveReminders({ isOn: true, hoursBefore: 2 });
    await night.pass('2 min');
    expect(texts()).toEqual([]);
    expect(reminders()).toMatchObject([{ state: 'due', dueAt: SUNDAY - 2 * HOUR_MS }]);
    expect(api().outlook().reminderSettings).toEqual({ isOn: true, hoursBefore: 2 });
  });

  it('that would come at night comes the evening before', async () => {
    night = await openNight({ at: at('2026-11-20', '17:55') });
    cover(at('2026-11-22', '05:00'), at('2026-11-22', '07:00'));
    expect(reminders()).toMatchObject([{ state: 'due', dueAt: at('2026-11-20', '18:00') }]);
    await night.pass('6 min');
    expect(texts()).toHaveLength(1);
  });

  it('to nobody without a number, or who wrote STOP: shown as failed, and sent once it can be', async () => {
    await openBefore();
    const { phone } = named(OMAR);
    save(OMAR, { phone: null });
    await night.pass('11 min');
    expect(states()).toEqual(['failed']);
    save(OMAR, { phone });
    await night.pass('1 min');
    expect(states()).toEqual(['delivered']);
    expect(texts()).toHaveLength(1);
  });

  it("obeys a STOP that the number sent when it was nobody's", async () => {
    await openBefore();
    const stranger = '+12025550199';
    await api().practiceReply({ phone: stranger, text: 'STOP' });
    save(OMAR, { phone: stranger });
    await night.pass('11 min');
    expect(states()).toEqual(['failed']);
    // Their STOP was answered, and nothing after it.
    expect(texts()).toEqual([expect.stringMatching(/no more texts/)]);
  });

  it('goes to whoever leaves the list no more', async () => {
    await openBefore();
    save(OMAR, { active: false });
    await night.pass('11 min');
    expect(reminders()).toEqual([]);
  });

  it('nobody is woken by a plan that was there before the company was', async () => {
    night = await openNight({ at: at('2026-11-22', '12:00') });
    await night.pass('2 min');
    // Monday's hand-over was due this morning.
    expect(texts(LUIS)).toEqual([]);
    await night.restart();
    await night.pass('2 min');
    expect(
      api()
        .practicePhones()
        .flatMap((each) => each.messages),
    ).toEqual([]);
  });

  it("tells two people who take turns that it is the other one's turn to stand in front", async () => {
    night = await openNight({ at: at('2026-11-22', '07:59') });
    await night.pass('2 min');
    expect(night.phone('Aline Silva').last()).toMatch(/Mon Nov 23 08:00 .*plumbing primary/);
    // His week in front was under way before anybody was told of anything; the one behind was not.
    expect(texts(MARCUS)).toEqual([expect.stringMatching(/Mon Nov 23 08:00 .*plumbing backup/)]);
  });
});

describe('a change of hands within the window', () => {
  it('is told at once to whoever has it now, and to whoever was told otherwise', async () => {
    const id = await openReminded();
    api().removeCover(id);
    cover(SUNDAY, SUNDAY + 8 * HOUR_MS, 'Bea Thompson');
    await night.pass('1 min');
    expect(texts()).toHaveLength(1);
    await night.pass('3 min');
    expect(texts()).toHaveLength(2);
    expect(night.phone(OMAR).last()).toMatch(/you are no longer on call Sun Nov 22 12:00 to Sun Nov 22 20:00/);
    expect(night.phone('Bea Thompson').last()).toMatch(/Please reply CONFIRM/);
    expect(reminders()).toEqual([]);
    await night.restart();
    await night.pass('2 min');
    expect(texts()).toHaveLength(2);
  });

  it('for a part of it takes that part back and leaves the rest', async () => {
    await openReminded();
    cover(SUNDAY + 2 * HOUR_MS, SUNDAY + 4 * HOUR_MS, 'Bea Thompson');
    await night.pass('4 min');
    expect(night.phone(OMAR).last()).toMatch(/no longer on call Sun Nov 22 14:00 to Sun Nov 22 16:00/);
    expect(reminders().map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [SUNDAY, SUNDAY + 2 * HOUR_MS],
      [SUNDAY + 4 * HOUR_MS, SUNDAY + 8 * HOUR_MS],
    ]);
    await night.pass('3 min');
    expect(texts()).toHaveLength(2);
  });

  it('that is undone in the same breath is told to nobody', async () => {
    const id = await openReminded();
    api().removeCover(id);
    await night.pass('5 s');
    cover(SUNDAY, SUNDAY + 8 * HOUR_MS);
    await night.pass('5 min');
    expect(texts()).toHaveLength(1);
  });

  it('that begins now says so', async () => {
    night = await openNight();
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    api().takeOver({ ...key, responderId: named('Bea Thompson').id, until: null, reason: 'flu' });
    await night.pass('1 min');
    // She stood behind somebody tonight already and was not told then: now she stands in front.
    expect(night.phone('Bea Thompson').last()).toMatch(/on call now until .*plumbing primary/);
  });
});

describe('the answer', () => {
  it.each(['OK', '1', 'yes', 'si', 'Confirmo', '👍'])('%s confirms, and thanks', async (words) => {
    await openReminded();
    await night.phone(OMAR).replies(words);
    expect(reminders()).toMatchObject([{ state: 'confirmed', confirmedAt: night.clock.now(), confirmedBy: null }]);
    expect(night.phone(OMAR).last()).toMatch(/^Thank you, confirmed: on call Sun Nov 22 12:00/);
    expect(api().inbox()).toEqual([]);
  });

  it.each(['2', 'no', 'cant'])(
    '%s leaves it unconfirmed and is for a person, who sees what it answers',
    async (words) => {
      await openReminded();
      await night.phone(OMAR).replies(words);
      expect(states()).toEqual(['delivered']);
      expect(night.phone(OMAR).last()).toMatch(/you are still on call/);
      expect(api().inbox()).toMatchObject([
        { text: words, fromName: OMAR, answers: { en: expect.stringMatching(/Sun Nov 22 12:00/) } },
      ]);
    },
  );

  it('in other words is for a person too', async () => {
    await openReminded();
    await night.phone(OMAR).replies('I am ill, ask Bea');
    expect(states()).toEqual(['delivered']);
    expect(api().inbox()).toMatchObject([{ answers: { en: expect.stringMatching(/Sun Nov 22 12:00/) } }]);
  });

  it('CONFIRM confirms even then, takes nothing, and says that the incident waits', async () => {
    await openReminded();
    const electrical = { trade: 'electrical', role: 'primary', propertyId: null, group: null } as const;
    api().takeOver({ ...electrical, responderId: named(OMAR).id, until: null, reason: 'ill' });
    const id = await night.report({ text: 'sparks from the panel', place: 'maple 3a', tier: 'P1' });
    await night.phone(OMAR).replies('CONFIRM');
    expect(night.incident(id).holder).toBe(null);
    expect(states()).toContain('confirmed');
    expect(night.phone(OMAR).last()).toMatch(/incident still waits: reply 1/);
    await night.phone(OMAR).replies('1');
    expect(night.incident(id).holder?.name).toBe(OMAR);
  });

  it('to an incident that is over goes there where that was the later text', async () => {
    await openReminded();
    const electrical = { trade: 'electrical', role: 'primary', propertyId: null, group: null } as const;
    api().takeOver({ ...electrical, responderId: named(OMAR).id, until: null, reason: 'ill' });
    const id = await night.report({ text: 'sparks from the panel', place: 'maple 3a', tier: 'P1' });
    await night.act({ type: 'resolve', incidentId: id, outcome: 'falseAlarm', words: 'nothing there' });
    await night.phone(OMAR).replies('1');
    expect(states()).not.toContain('confirmed');
    expect(night.phone(OMAR).last()).toMatch(/was closed/);
  });

  it('a letter or minutes are about an incident, never about a shift', async () => {
    await openReminded();
    for (const words of ['1A', '1 30', 'DONE', '?']) await night.phone(OMAR).replies(words);
    expect(states()).toEqual(['delivered']);
  });

  it('a telephone that answers by itself confirms nothing', async () => {
    await openReminded();
    await night.phone(OMAR).replies("I'm driving right now and will reply later");
    expect(states()).toEqual(['delivered']);
  });

  it('without a reminder everything is as ever', async () => {
    night = await openNight();
    await night.phone(OMAR).replies('ok');
    expect(night.phone(OMAR).last()).toMatch(/Nothing is open for you/);
    await night.phone(OMAR).replies('CONFIRM');
    expect(api().inbox()).toMatchObject([{ text: 'CONFIRM', answers: null }]);
  });
});

describe('by telephone', () => {
  it('somebody at the desk notes it with their name', async () => {
    await openReminded();
    const [sent] = reminders();
    expect(api().confirmReminder(sent?.id ?? '')).toMatchObject({ ok: true });
    expect(reminders()).toMatchObject([{ state: 'confirmed', confirmedBy: 'Rosa Alvarez' }]);
    expect(api().confirmReminder(sent?.id ?? '')).toMatchObject({ ok: false, code: 'alreadyConfirmed' });
    expect(api().confirmReminder('nobody')).toMatchObject({ ok: false, code: 'notThere' });
  });

  it('before the text has left: then none does', async () => {
    await openBefore();
    const [coming] = reminders();
    expect(api().confirmReminder(coming?.id ?? '')).toMatchObject({ ok: true });
    await night.pass('12 min');
    expect(texts()).toEqual([]);
    expect(states()).toEqual(['confirmed']);
  });
});
