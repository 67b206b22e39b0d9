import { afterEach, describe, expect, it } from 'vitest';
import { countRows } from '#core/store';
import { type Night, openNight } from '../world.ts';

/** The first run and the PIN at the desk: pressed twice, guessed, many at once. */

let night: Night;
afterEach(() => night.end());

const COMPANY = {
  name: 'Harbor Homes',
  zone: 'America/New_York',
  language: 'en',
  staffName: 'Kim',
  pin: '4711',
} as const;
const staff = () => night.core.api.appInfo().demoPins[0] ?? { staffId: '', pin: '' };
const tryPin = (pin: string) => night.core.api.signIn({ staffId: staff().staffId, pin });
const codeOf = (answer: Awaited<ReturnType<typeof tryPin>>): string => (answer.ok ? 'in' : answer.code);

describe('the first run', () => {
  it('pressed twice makes one company with one person', async () => {
    night = await openNight({ isFirstRun: true });
    const { api, store } = night.core;
    const answers = await Promise.all([api.setUpCompany(COMPANY), api.setUpCompany(COMPANY)]);
    // The PINs are hashed side by side, so either of the two may be first.
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect(countRows(store.read, 'staff')).toBe(1);
  });

  it('demo and company at once make one of them', async () => {
    night = await openNight({ isFirstRun: true });
    const { api } = night.core;
    const answers = await Promise.all([api.showDemo(), api.setUpCompany(COMPANY)]);
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
  });

  it('in a zone that nobody knows is refused', async () => {
    night = await openNight({ isFirstRun: true });
    const answer = await night.core.api.setUpCompany({ ...COMPANY, zone: 'Mars/Olympus' });
    expect(answer).toMatchObject({ ok: false, code: 'badZone' });
  });
});

describe('wrong PINs', () => {
  it('cost a wait from the third on, never a lock', async () => {
    night = await openNight({ signIn: false });
    const wrong: string[] = [];
    for (let tries = 0; tries < 4; tries += 1) wrong.push(codeOf(await tryPin('000000')));
    expect(wrong).toEqual(['wrongPin', 'wrongPin', 'wrongPin', 'wait']);
    expect(codeOf(await tryPin(staff().pin))).toBe('wait');
    await night.pass('1 s');
    expect(codeOf(await tryPin(staff().pin))).toBe('in');
  });

  it('many at once are many: they do not share one try', async () => {
    night = await openNight({ signIn: false });
    const codes = (await Promise.all(Array.from({ length: 12 }, () => tryPin('000000')))).map(codeOf);
    expect(codes.filter((each) => each === 'wrongPin')).toHaveLength(3);
    expect(codes.filter((each) => each === 'wait')).toHaveLength(9);
  });

  it('do not lock the desk for a day when the clock is set back', async () => {
    night = await openNight({ signIn: false });
    for (let tries = 0; tries < 3; tries += 1) await tryPin('000000');
    night.clock.moveWall(-24 * 60 * 60_000);
    const answer = await tryPin(staff().pin);
    expect(answer).toMatchObject({ ok: false, code: 'wait' });
    expect(answer.ok ? '' : answer.reason.en).toMatch(/Wait 1 s/);
  });
});
