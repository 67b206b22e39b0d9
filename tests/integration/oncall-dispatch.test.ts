import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoverInput, FeedInput } from '#shared/contract';
import { narrate } from '#shared/incident';
import { PATIENCE_MS, until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { type CalendarServer, calendarServer, calendarText, sends } from './calendar-server.ts';

const LEAK = { text: 'water is pouring through the ceiling', place: 'maple 14b' } as const;

/** Dispatch reads the schedule that the calendar shows, at the second in which a step fires. */
describe('dispatch by the final schedule', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  const idOf = (name: string): string => {
    const found = night.core.api.portfolio().responders.find((each) => each.name === name);
    if (!found) throw new Error(`the demo has no ${name}`);
    return found.id;
  };
  const cover = (given: Partial<CoverInput>): void => {
    const now = night.clock.now();
    const answer = night.core.api.addCover({
      trade: 'plumbing',
      role: 'primary',
      propertyId: null,
      group: null,
      responderId: idOf('Omar Haddad'),
      startsAt: now,
      endsAt: now + 3_600_000,
      reason: 'ill',
      ...given,
    });
    if (!answer.ok) throw new Error(answer.reason.en);
  };
  const wokenFirst = async (): Promise<string> => {
    const id = await night.report(LEAK);
    return night.incident(id).ladder[0]?.recipients[0]?.name ?? 'nobody';
  };

  it('a cover that began one second ago is called, and one that ended one second ago is not', async () => {
    const planned = night.core.api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name;
    cover({ endsAt: night.clock.now() + 10_000 });
    await night.pass('1 s');
    expect(await wokenFirst()).toBe('Omar Haddad');
    await night.pass('10 s');
    expect(await wokenFirst()).toBe(planned);
  });

  describe('out of a live calendar', () => {
    let server: CalendarServer;
    /** A night shift of somebody for plumbing, in New York. */
    const rota = (title: string) =>
      calendarText([{ uid: 'night', start: '20261120T180000', end: '20261121T080000', title }]);
    const primaryFeed = (): FeedInput => ({
      id: null,
      name: 'Night rota',
      kind: 'ics',
      username: '',
      zone: 'America/New_York',
      trade: 'plumbing',
      role: 'primary',
      propertyId: null,
      group: null,
      address: server.at('/rota.ics'),
      password: '',
    });
    beforeEach(async () => {
      server = await calendarServer(sends(rota('Omar Haddad')));
      const saved = await night.core.api.saveFeed(primaryFeed());
      if (!saved.ok) throw new Error(saved.reason.en);
    });
    afterEach(() => server.close());

    const linesOf = (id: string): string =>
      night
        .incident(id)
        .events.map(({ event }) => narrate(event as never, 'en', 'America/New_York').sentence)
        .join('\n');

    it('goes to whom it names, and does not speak of a copy', async () => {
      const id = await night.report(LEAK);
      expect(night.incident(id).ladder[0]?.recipients[0]?.name).toBe('Omar Haddad');
      expect(linesOf(id)).not.toContain('copy of');
    });

    it('that is down goes to whom its last good copy names, and the log says from when that is', async () => {
      server.answers((_request, response) => response.writeHead(503).end());
      await night.pass('20 min');
      const id = await night.report(LEAK);
      expect(night.incident(id).ladder[0]?.recipients[0]?.name).toBe('Omar Haddad');
      expect(linesOf(id)).toContain('by the copy of “Night rota” from 23:41: it did not answer in time');
    });

    it('is asked before the end of a hold fires a step that has nobody left', async () => {
      let backup = 'Marcus Chen';
      server.answers((request, response) =>
        sends(rota(request.url === '/backup.ics' ? backup : 'Omar Haddad'))(request, response),
      );
      const address = server.at('/backup.ics');
      await night.core.api.saveFeed({ ...primaryFeed(), name: 'Backups', role: 'backup', address });
      await night.pass('30 s');
      const id = await night.report(LEAK);
      await night.act({ type: 'hold', incidentId: id, minutes: 10, reason: 'on the phone with the resident' });
      await night.phone('Omar Haddad').replies('2');
      for (let halves = 0; halves < 19; halves += 1) {
        await night.pass('30 s');
        await until(() => night.core.feeds.nextDueAt(night.clock.now()) !== null, 'the answer');
      }
      backup = 'Aline Silva';
      await night.pass('30 s');
      await until(() => night.incident(id).ladder[1]?.state === 'fired', 'the next step');
      expect(night.incident(id).ladder[1]?.recipients.map((each) => each.name)).toEqual(['Aline Silva']);
      expect(night.phone('Marcus Chen').all()).not.toContainEqual(expect.stringMatching(/^#1001 P1$/m));
    });

    it('that hangs holds a dispatch for 300 ms, and the next one not at all', async () => {
      server.answers(() => undefined);
      await night.pass('15 s');
      let isDone = false;
      const reporting = night.report(LEAK).finally(() => {
        isDone = true;
      });
      const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
      await night.clock.pass(299, turn);
      expect(isDone).toBe(false);
      await night.clock.pass(1, turn);
      const id = await reporting;
      expect(night.incident(id).ladder[0]?.recipients[0]?.name).toBe('Omar Haddad');
      expect(linesOf(id)).toContain('by the copy of “Night rota”');
      // The same try is not waited for twice: no time passes here.
      await night.report({ text: 'water is running down the wall', place: 'elm 3' });
    });

    it('that answers within 30 s with somebody else wakes that person too', async () => {
      // Hangs until it is let go.
      const held: (() => void)[] = [];
      server.answers((request, response) => {
        held.push(() => sends(rota('Aline Silva'))(request, response));
      });
      await night.pass('5 s');
      const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
      const reporting = night.report(LEAK);
      await night.clock.pass(300, turn);
      const id = await reporting;
      expect(night.phone('Omar Haddad').last()).toContain('P1');
      expect(night.phone('Aline Silva').all()).toEqual([]);
      await expect.poll(() => held.length, { timeout: PATIENCE_MS }).toBeGreaterThan(0);
      held[0]?.();
      await expect.poll(() => night.phone('Aline Silva').last(), { timeout: PATIENCE_MS }).toContain('P1');
      expect(linesOf(id)).toContain('too: the live calendar has changed');
      await night.phone('Aline Silva').replies('1 20');
      expect(night.incident(id).row.status).toBe('acknowledged');
    });
  });
});
