import { afterEach, describe, expect, it } from 'vitest';
import { allLines, personalRows } from '#core/store';
import { type Night, openNight } from '../world.ts';

/**
 * What changes outside incidents stands in the chained log as a fact, with who and when.
 * Values that are secret or about a person do not.
 */

let night: Night;
afterEach(() => night.end());

type Line = { readonly type: string; readonly at: number; readonly by: object } & Readonly<Record<string, unknown>>;
const lines = (...types: readonly string[]): readonly Line[] =>
  [...allLines(night.core.store.read)]
    .map((line) => JSON.parse(line.payload) as Line) // every line of the log has these
    .filter((line) => types.includes(line.type));
const whole = (): string => [...allLines(night.core.store.read)].map((line) => line.payload).join('\n');
const shown = (ref: unknown): string | undefined => {
  const { $p } = ref as { $p: string }; // what stands in the log for a personal value
  return personalRows(night.core.store.read, [Number($p)]).get(Number($p))?.value;
};

describe('invariants 1 and 7: STOP and START', () => {
  const PHONE = '+12025550178';
  const text = async (words: string): Promise<void> => {
    await night.core.api.practiceReply({ phone: PHONE, text: words });
    await night.settle();
  };

  it('are lines: which number by reference, when, and by which contact', async () => {
    night = await openNight();
    await text('STOP');
    await night.pass('5 min');
    await text('start');
    const [out, back, ...more] = lines('optedOut', 'optedIn');
    expect(more).toEqual([]);
    expect(out).toMatchObject({ type: 'optedOut', v: 1, at: night.clock.now() - 300_000 });
    expect(back).toMatchObject({ type: 'optedIn', v: 1, at: night.clock.now() });
    const contacts = lines('contact').filter((line) => line.channel === 'sms');
    expect([out?.contactId, back?.contactId]).toEqual(contacts.map((line) => line.contactId));
    expect([shown(out?.phone), shown(back?.phone)]).toEqual([PHONE, PHONE]);
    expect(whole()).not.toContain(PHONE);
  });

  it('said again, change nothing and are no second line', async () => {
    night = await openNight();
    await text('start');
    await text('STOP');
    await text('STOP');
    expect(lines('optedOut', 'optedIn').map((line) => line.type)).toEqual(['optedOut']);
  });
});

describe('secrets', () => {
  it('of a gateway: which one was set and by whom, never the value, nothing where it stayed', async () => {
    night = await openNight();
    const config = {
      sendUrl: 'http://127.0.0.1:9/cgi-bin/sendsms',
      username: 'desk',
      password: 'hunter-two-of-the-test',
      callbackPort: 0,
      callbackSecret: '',
    };
    expect(await night.core.api.saveGateway({ kind: 'kannel', config })).toMatchObject({ ok: true });
    expect(lines('secretSet').map((line) => line.secretId)).toEqual([
      'gateway.kannel.password',
      'gateway.kannel.callbackSecret',
    ]);
    expect(lines('secretSet')[0]).toMatchObject({ v: 1, at: night.clock.now(), by: { kind: 'staff' } });
    expect(await night.core.api.saveGateway({ kind: 'kannel', config: { ...config, password: '' } })).toMatchObject({
      ok: true,
    });
    expect(lines('secretSet')).toHaveLength(2);
    const changed = { ...config, password: 'another-of-the-test' };
    await night.core.api.saveGateway({ kind: 'kannel', config: changed });
    expect(lines('secretSet')).toHaveLength(3);
    expect(whole()).not.toMatch(/-of-the-test/);
  });

  it('of staff: that a PIN was set; a wrong one that was tried sets nothing', async () => {
    night = await openNight();
    const staff = night.core.api.appInfo().staff;
    expect(lines('pinSet').map((line) => line.staffId)).toEqual(staff.map((each) => each.id));
    const [first] = staff;
    await night.core.api.signIn({ staffId: first?.id ?? '', pin: '0000' });
    expect(lines('pinSet')).toHaveLength(staff.length);
    const added = { name: 'Ana Mora', role: 'manager', pin: '831942', language: 'es', responderId: null } as const;
    expect(await night.core.api.addStaff(added)).toMatchObject({ ok: true });
    expect(lines('pinSet').at(-1)).toMatchObject({ v: 1, at: night.clock.now(), by: { kind: 'staff' } });
    expect(whole()).not.toContain('831942');
  });
});

it('a handoff that was made is a line: of which session, up to which line, and what was in it', async () => {
  night = await openNight();
  const answer = await night.core.api.makeHandoff(null);
  if (!answer.ok) throw new Error(answer.reason.en);
  const session = night.core.api.session().deskSession;
  expect(lines('handoffMade')).toEqual([
    {
      type: 'handoffMade',
      v: 1,
      at: night.clock.now(),
      by: { kind: 'staff', id: session?.staff.id, name: session?.staff.name },
      sessionId: session?.id,
      head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  expect(await night.core.api.signOut()).toMatchObject({ ok: true });
  expect(lines('handoffMade').map((line) => line.by)).toEqual([
    { ...lines('handoffMade')[0]?.by },
    { ...lines('handoffMade')[0]?.by },
  ]);
});
