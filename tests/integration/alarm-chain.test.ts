import { afterEach, describe, expect, it } from 'vitest';
import type { AlarmView } from '#shared/contract';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';

/** An alarm that nobody at the desk hears finds somebody elsewhere, and says so (PRODUCT 8). */

let night: Night;
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const MANAGER = 'Priya Shah';

const alarms = (): readonly AlarmView[] => night.core.api.alarms();
const unheard = (name: string): readonly string[] =>
  night
    .phone(name)
    .all()
    .filter((text) => text.startsWith('NIGHTDESK'));
const lines = (type: string): readonly Record<string, unknown>[] =>
  night.core.store.read
    .all<{ payload: string }>(`SELECT payload FROM log WHERE payload ->> '$.type' = ? ORDER BY seq`, type)
    .map((row) => JSON.parse(row.payload));

/** An alarm that sounds on, of an incident that nobody has asked anybody else about: its clock is gone. */
async function alarmed(): Promise<string> {
  const id = await night.report(LEAK);
  night.core.desk.execute(id, { type: 'raiseAlarm', kind: 'withoutClock' }, { kind: 'core' });
  await night.settle();
  return id;
}

/** The coordinator of the demo has no mobile on the list; here it is the manager who sits at the desk. */
async function signInManager(): Promise<void> {
  const info = night.core.api.appInfo();
  const staff = info.staff.find((each) => each.name === MANAGER);
  const pin = info.demoPins.find((each) => each.staffId === staff?.id)?.pin;
  if (!staff || pin === undefined) throw new Error('no manager in the demo');
  expect(await night.core.api.signIn({ staffId: staff.id, pin })).toMatchObject({ ok: true });
}

describe('section 8: nobody hears the alarm', () => {
  it('section 8: the coordinator’s mobile at 2 minutes, whoever is over the desk at 5 and again at 20', async () => {
    night = await openNight({ signIn: false });
    await signInManager();
    await alarmed();
    await night.pass('119 s');
    expect(unheard(MANAGER)).toEqual([]);
    await night.pass('2 s');
    expect(unheard(MANAGER)).toEqual([expect.stringMatching(/for 2 min\. .*#1001 P1 Maple Court 3A.*go to the desk/)]);
    // Whoever sits at the desk is not over it: the owner is next.
    await night.pass('3 min');
    expect(unheard('Victor Harmon')).toEqual([expect.stringMatching(/for 5 min\. .*At the desk: Priya Shah/)]);
    expect(unheard(MANAGER)).toHaveLength(1);
    await night.pass('15 min');
    expect(unheard('Victor Harmon')).toHaveLength(2);
    expect(alarms()[0]?.chain.map((each) => each.who)).toEqual([[MANAGER], ['Victor Harmon'], ['Victor Harmon']]);
  });

  it('section 8: where nobody’s mobile is known the manager comes at 2 minutes, and the log says who and why', async () => {
    night = await openNight();
    await alarmed();
    await night.pass('2 min');
    expect(unheard(MANAGER)).toEqual([expect.stringMatching(/for 2 min\..*At the desk: Rosa Alvarez/)]);
    expect(lines('alarmUnheard')).toMatchObject([{ stage: 'manager', isDeaf: false, by: { kind: 'core' } }]);
    expect(lines('deskUnattended')).toHaveLength(1);
    expect(night.core.api.status().unattendedSince).toBe(night.clock.now());
    expect(alarms().map((each) => each.kind)).toContain('deskUnheard');
  });

  it('section 8: with neither program nor window the manager comes in 5 seconds', async () => {
    night = await openNight({ hasWindow: false });
    await night.pass('1 min');
    await alarmed();
    await night.pass('4 s');
    expect(unheard(MANAGER)).toEqual([]);
    await night.pass('3 s');
    expect(unheard(MANAGER)).toEqual([expect.stringMatching(/no window of the desk is open/)]);
    expect(lines('alarmUnheard')).toMatchObject([{ isDeaf: true }]);
  });

  it('section 8: a desktop program that asks each second is enough, and so is a browser window', async () => {
    night = await openNight({ hasWindow: false });
    await alarmed();
    const headers = { authorization: `Bearer ${night.core.token}` };
    for (let seconds = 0; seconds < 10; seconds += 1) {
      await fetch(`${night.core.url}/shell/state`, { headers });
      await night.pass('1 s');
    }
    const gone = new AbortController();
    const window = await fetch(`${night.core.url}/events`, { headers, signal: gone.signal });
    await night.pass('60 s');
    expect(unheard(MANAGER)).toEqual([]);
    gone.abort();
    await window.body?.cancel().catch(() => undefined);
    await until(() => night.core.presence.windows() === 0, 'the window to be gone');
    await night.pass('7 s');
    expect(unheard(MANAGER)).toHaveLength(1);
  });

  it('section 8: "heard" ends it, and the desk is attended again', async () => {
    night = await openNight();
    await alarmed();
    await night.pass('3 min');
    expect(night.core.api.status().unattendedSince).not.toBeNull();
    await night.core.api.hearAlarms();
    await night.pass('2 s');
    expect(night.core.api.status().unattendedSince).toBeNull();
    expect(alarms().flatMap((each) => each.chain)).toEqual([]);
    expect(lines('deskAttended')).toHaveLength(1);
    await night.pass('2 min');
    expect(unheard(MANAGER)).toHaveLength(1);
  });

  it('section 8: any act at the desk shows that somebody is there', async () => {
    night = await openNight();
    const id = await alarmed();
    await night.pass('100 s');
    await night.act({ type: 'note', incidentId: id, words: 'on the phone with the resident' });
    await night.pass('100 s');
    expect(unheard(MANAGER)).toEqual([]);
    await night.pass('30 s');
    expect(unheard(MANAGER)).toHaveLength(1);
  });

  it('section 8: a restart in the middle calls nobody twice, and keeps the desk unattended', async () => {
    night = await openNight();
    await alarmed();
    await night.pass('3 min');
    await night.restart();
    await night.pass('30 s');
    expect(unheard(MANAGER)).toHaveLength(1);
    expect(night.core.api.status().unattendedSince).not.toBeNull();
    await night.pass('15 min');
    expect(unheard(MANAGER)).toHaveLength(2);
  });

  it('section 8: a clock that is moved shifts it, and calls nobody sooner or later', async () => {
    night = await openNight();
    await alarmed();
    await night.pass('1 min');
    night.clock.moveWall(-600_000);
    await night.pass('50 s');
    expect(unheard(MANAGER)).toEqual([]);
    night.clock.moveWall(7_200_000);
    await night.pass('15 s');
    expect(unheard(MANAGER)).toHaveLength(1);
    await night.pass('14 min');
    expect(unheard(MANAGER)).toHaveLength(1);
  });

  it('section 8: a window that reads a resident’s texts by itself is nobody at the desk', async () => {
    night = await openNight();
    const id = await alarmed();
    const resident = night.phone(night.incident(id).caller.name);
    for (let texts = 0; texts < 3; texts += 1) {
      await night.pass('55 s');
      await resident.replies(`is anybody coming ${texts}`);
      await night.act({ type: 'readWords', incidentId: id });
    }
    expect(lines('wordsRead')).toHaveLength(3);
    expect(unheard(MANAGER)).toHaveLength(1);
  });

  it.each([
    ['back an hour', -3_600_000],
    ['forward two hours', 7_200_000],
  ])('section 8: an act just before the clock is set %s counts for its two minutes, no longer', async (_, deltaMs) => {
    night = await openNight();
    const id = await alarmed();
    await night.pass('90 s');
    await night.act({ type: 'note', incidentId: id, words: 'on the phone with the resident' });
    night.clock.moveWall(deltaMs);
    await night.pass('115 s');
    expect(unheard(MANAGER)).toEqual([]);
    await night.pass('8 s');
    expect(unheard(MANAGER)).toHaveLength(1);
  });

  it('section 8: a P2 sounds once and calls nobody', async () => {
    night = await openNight({ hasWindow: false });
    const id = await night.report({ ...LEAK, tier: 'P2' });
    night.core.desk.execute(id, { type: 'raiseAlarm', kind: 'withoutClock' }, { kind: 'core' });
    await night.pass('10 min');
    expect(lines('alarmUnheard')).toEqual([]);
  });

  it('section 8: with the gateway down the desktop’s note names whom to call by hand', async () => {
    night = await openNight();
    await alarmed();
    night.core.gateway.practice()?.setTrouble('down');
    await night.pass('3 min');
    const headers = { authorization: `Bearer ${night.core.token}` };
    const shell = await (await fetch(`${night.core.url}/shell/state`, { headers })).json();
    expect(shell.notifications.map((each: { body: string }) => each.body).join()).toMatch(
      /unattended.*Priya Shah by hand/,
    );
  });
});

/** How the manager, who sits at the desk, is reached by this incident's ladder. */
function plannedFor(id: string): readonly string[] {
  const people = night.incident(id).ladder.flatMap((step) => step.recipients);
  return people.find(({ name }) => name === MANAGER)?.channels ?? [];
}

describe('section 8: an unattended desk', () => {
  it('rule 4: the step aimed at the coordinator is a text to them, not an alarm in an empty room', async () => {
    night = await openNight({ signIn: false });
    await signInManager();
    const id = await night.report(LEAK);
    expect(plannedFor(id)).toEqual(['deskAlarm']);
    await night.pass('8 min');
    expect(night.core.api.status().unattendedSince).not.toBeNull();
    expect(plannedFor(id)).toContain('sms');
    await night.pass('14 min');
    expect(night.phone(MANAGER).all()).toContainEqual(expect.stringMatching(/^#1001 P1$/m));
    await night.core.api.hearAlarms();
    await night.pass('1 s');
    expect(night.core.api.status().unattendedSince).toBeNull();
  });
});
