import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allLines } from '#core/store';
import type { FeedInput, FeedView } from '#shared/contract';
import { type Night, openNight } from '../world.ts';
import { type CalendarServer, calendarServer, calendarText, sends } from './calendar-server.ts';

/** A live calendar that falls silent, or is entered twice, is not taken for a plan. */

let night: Night;
let server: CalendarServer;
beforeEach(async () => {
  night = await openNight();
  server = await calendarServer(sends(rota('Tom Okonjo')));
});
afterEach(async () => {
  await night.end();
  await server.close();
});

const rota = (title: string): string =>
  calendarText([
    { uid: 'tonight', start: '20261120T180000', end: '20261121T070000', title },
    { uid: 'tomorrow', start: '20261121T180000', end: '20261122T070000', title },
  ]);
/** Whom the rotation beneath the calendar names. */
const BENEATH = 'Marcus Chen';
const EMPTY = calendarText([]);
const input = (more: Partial<FeedInput> = {}): FeedInput => ({
  id: null,
  name: 'Plumbers',
  kind: 'ics',
  username: '',
  zone: 'America/New_York',
  trade: 'plumbing',
  role: 'primary',
  propertyId: null,
  group: null,
  address: server.at('/rota.ics'),
  password: '',
  ...more,
});
async function saved(): Promise<string> {
  const answer = await night.core.api.saveFeed(input());
  if (!answer.ok) throw new Error(answer.reason.en);
  await night.settle();
  return answer.value.id;
}
const view = (): FeedView | undefined => night.core.api.feeds().feeds[0];
const onPlumbing = () => night.core.api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name ?? null;
const codes = () =>
  [...allLines(night.core.store.read)]
    .map(({ payload }) => JSON.parse(payload) as { type: string; code?: string })
    .filter(({ type }) => type === 'feedFails' || type === 'feedWorks')
    .map(({ type, code }) => code ?? type);
/** A look after so many minutes, and after so many more. */
async function minutes(...after: readonly number[]): Promise<void> {
  for (const count of after) {
    night.clock.sleep(count * 60_000);
    await night.core.api.refreshFeeds();
    await night.settle();
  }
}

describe('a calendar that is suddenly empty', () => {
  it('leaves the copy in force and says so, until it has been empty for 30 minutes', async () => {
    await saved();
    server.answers(sends(EMPTY));
    await minutes(1, 14, 15);
    expect(onPlumbing()).toBe('Tom Okonjo');
    expect(view()?.shifts).toBe(2);
    expect(view()?.trouble?.en).toMatch(/^The calendar is suddenly empty.*save this calendar again\.$/);
    expect(view()?.trouble?.es).toMatch(/^El calendario está vacío de repente/);
    await minutes(1);
    expect(onPlumbing()).toBe(BENEATH);
    expect(view()).toMatchObject({ trouble: null, shifts: 0 });
    expect(codes()).toEqual(['suddenlyEmpty', 'feedWorks']);
  });

  it('counts the minutes from when it answers, also over a restart', async () => {
    await saved();
    server.answers(sends(EMPTY));
    await minutes(1, 20);
    server.answers((_request, response) => void response.writeHead(500).end());
    await minutes(2);
    expect(view()?.trouble?.en).toMatch(/error 500/);
    server.answers(sends(EMPTY));
    await minutes(1, 10);
    await night.restart();
    await minutes(15);
    expect(onPlumbing()).toBe('Tom Okonjo');
    await minutes(5);
    expect(onPlumbing()).toBe(BENEATH);
  });

  it('holds at once when somebody saves it again', async () => {
    const id = await saved();
    server.answers(sends(EMPTY));
    await minutes(1);
    expect(onPlumbing()).toBe('Tom Okonjo');
    expect(await night.core.api.saveFeed(input({ id, address: '' }))).toMatchObject({ ok: true });
    expect(onPlumbing()).toBe(BENEATH);
    expect(view()?.trouble).toBeNull();
  });

  it('that has entries again is as it was', async () => {
    await saved();
    server.answers(sends(EMPTY));
    await minutes(2);
    server.answers(sends(rota('Aline Silva')));
    await minutes(1);
    expect(onPlumbing()).toBe('Aline Silva');
    expect(view()?.trouble).toBeNull();
  });

  it.each(['Annual party', 'Marcus Chen OFF'])('is no other than one in which all is %j', async (title) => {
    await saved();
    server.answers(sends(rota(title)));
    await minutes(1);
    expect(onPlumbing()).toBe('Tom Okonjo');
    expect(view()?.trouble?.en).toMatch(/none of its coming entries means anybody/);
  });

  it('was empty from the first on: nothing is missed', async () => {
    server.answers(sends(EMPTY));
    await saved();
    await minutes(1);
    expect(view()).toMatchObject({ trouble: null, shifts: 0 });
  });
});

describe('one address, one live calendar', () => {
  it('a second one with it is refused by the name of the first, however it is written', async () => {
    const id = await saved();
    const again = await night.core.api.saveFeed(input({ name: 'Pipes', address: ` ${server.at('/rota.ics')} ` }));
    expect(again).toMatchObject({ ok: false, code: 'taken', reason: { en: expect.stringContaining('"Plumbers"') } });
    expect(night.core.api.feeds().feeds).toHaveLength(1);
    expect(await night.core.api.saveFeed(input({ id, name: 'Pipes' }))).toMatchObject({ ok: true });
    expect(await night.core.api.saveFeed(input({ address: server.at('/other.ics') }))).toMatchObject({ ok: true });
    const moved = await night.core.api.saveFeed(input({ id, address: server.at('/other.ics') }));
    expect(moved).toMatchObject({ ok: false, code: 'taken' });
  });

  it('whoever clicks twice saves once', async () => {
    const both = await Promise.all([night.core.api.saveFeed(input()), night.core.api.saveFeed(input())]);
    expect(both.map((each) => each.ok)).toEqual([true, false]);
    expect(both[1]).toMatchObject({ code: 'taken' });
    expect(night.core.api.feeds().feeds).toHaveLength(1);
  });
});
