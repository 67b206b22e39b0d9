import { describe, expect, test } from 'vitest';
import { alarmsOf, CORE, minutesIn, of, openNight, PEOPLE, residentTexts, textsTo } from './incident-model.ts';

const send = { type: 'sendVendor', responderId: null, reason: 'wants a pump' } as const;

const withVendors = (options: Parameters<typeof openNight>[0] = {}) => {
  const night = openNight(options);
  night.vendors = [PEOPLE.vera, PEOPLE.olga];
  return night;
};

describe('rule 6: send vendor', () => {
  test('the next in order is asked to come, by text, and told how to say when', () => {
    const night = withVendors();
    night.pass(3);
    night.run(send);
    expect(textsTo(night, 'vera')).toEqual(['vendor']);
    const text = night.state.messages.findLast((each) => each.purpose === 'vendor');
    expect(text?.text).toMatch(/^#1042 P1 PLEASE COME\nMaple Court 14B/);
    expect(text?.text).toMatch(/1 45/);
    expect(text?.lane).toBe(0);
    expect(minutesIn(night.state.vendor?.answerByAt ?? 0)).toBe(13);
    // The ladder climbs beside it.
    night.pass(5);
    expect(of(night.events, 'stepFired').at(-1)?.recipients[0]?.responderId).toBe('marcus');
  });

  test('ten minutes each, then the next; nobody left: the desk is alarmed, once', () => {
    const night = withVendors();
    night.run(send);
    night.pass(10);
    expect(of(night.events, 'vendorAnswered')).toMatchObject([{ name: 'Vera Lind', answer: 'silent' }]);
    expect(night.state.vendor?.current?.responderId).toBe('olga');
    night.pass(10);
    expect(of(night.events, 'vendorsSpent').map((each) => minutesIn(each.at))).toEqual([20]);
    expect(alarmsOf(night)).toContain('vendorsSpent');
    expect(night.refusal(send)).toBe('noVendor');
    night.pass(60);
    expect(of(night.events, 'vendorsSpent')).toHaveLength(1);
  });

  test('a yes after all, or another one asked by name, ends the alarm that nobody was left', () => {
    for (const act of ['yes', 'asked'] as const) {
      const night = withVendors();
      night.reply('chen', { verb: 'accept', minutes: 60 });
      night.run(send);
      night.pass(20);
      expect(alarmsOf(night)).toContain('vendorsSpent');
      if (act === 'yes') night.reply('olga', { verb: 'accept', minutes: 30 });
      else night.run({ ...send, responderId: 'paul' });
      expect(alarmsOf(night)).not.toContain('vendorsSpent');
    }
  });

  test('a no asks the next one at once, and whoever said it is not asked again', () => {
    const night = withVendors();
    night.run(send);
    night.pass(2);
    night.reply('vera', { verb: 'decline' });
    expect(of(night.events, 'vendorAsked').map((each) => minutesIn(each.at))).toEqual([0, 2]);
    expect(textsTo(night, 'vera')).toEqual(['vendor', 'confirm']);
    night.reply('olga', { verb: 'decline' });
    expect(alarmsOf(night)).toContain('vendorsSpent');
  });

  test('a yes where nobody has it: it is theirs, and the ladder stops', () => {
    const night = withVendors();
    night.run(send);
    night.reply('vera', { verb: 'accept', minutes: 45 });
    expect(night.state.holder).toMatchObject({ responderId: 'vera', company: 'Rapid Drain' });
    expect(night.state.vendor?.accepted).toMatchObject({ responderId: 'vera', etaAt: night.now + 45 * 60_000 });
    expect(night.state.vendor?.answerByAt).toBeNull();
  });

  test('a yes where somebody has it: both hear of each other, and the resident hears who comes as well', () => {
    const night = withVendors();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.run(send);
    night.pass(9);
    night.reply('vera', { verb: 'accept', minutes: 40 });
    night.pass(1);
    expect(night.state.holder?.responderId).toBe('chen');
    expect(textsTo(night, 'vera').at(-1)).toBe('confirm');
    expect(night.state.messages.findLast((each) => each.to.phone === PEOPLE.vera.phone)?.text).toMatch(
      /expect you .*Wei Chen has it too.*HERE/,
    );
    expect(night.state.messages.findLast((each) => each.to.phone === PEOPLE.chen.phone)?.text).toMatch(
      /Vera Lind \(Rapid Drain\) is coming too, estimate .*It is still yours/,
    );
    expect(residentTexts(night).at(-1)).toEqual([10, 'alsoComing']);
    expect(night.state.messages.findLast((each) => each.to.kind === 'resident')?.text).toMatch(
      /^Vera \(Rapid Drain\) is coming to you as well and estimates /,
    );
  });

  test('a yes without a time is asked for one; the time alone answers that', () => {
    const night = withVendors();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.run(send);
    night.reply('vera', { verb: 'accept', minutes: null });
    expect(night.state.messages.findLast((each) => each.to.phone === PEOPLE.vera.phone)?.text).toMatch(
      /How many minutes/,
    );
    night.reply('vera', { verb: 'eta', minutes: 30 });
    expect(night.state.vendor?.accepted?.etaAt).toBe(night.now + 30 * 60_000);
    expect(night.state.holder?.responderId).toBe('chen');
  });

  test('on site before whoever has it: it is theirs now, and the other hears that', () => {
    const night = withVendors();
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.run(send);
    night.reply('vera', { verb: 'accept', minutes: 10 });
    night.pass(10);
    night.reply('vera', { verb: 'here' });
    expect(of(night.events, 'handedOver')).toMatchObject([{ fromName: 'Wei Chen', toName: 'Vera Lind' }]);
    expect(night.state).toMatchObject({ status: 'onSite', holder: { responderId: 'vera' } });
    expect(textsTo(night, 'chen').at(-1)).toBe('taken');
    night.reply('vera', { verb: 'done' });
    expect(night.state.status).toBe('resolved');
  });

  test('it was theirs, and they give it back: the next vendor is asked, and the ladder begins again', () => {
    const night = withVendors();
    night.run(send);
    night.reply('vera', { verb: 'accept', minutes: 20 });
    night.pass(3);
    night.reply('vera', { verb: 'decline' });
    expect(night.state.vendor).toMatchObject({ accepted: null, current: { responderId: 'olga' } });
    expect(of(night.events, 'reopened').map((each) => each.why)).toEqual(['responderGaveUp']);
  });

  test('it was theirs and they did not come, or it went to another: they count as coming no more', () => {
    const silent = withVendors();
    silent.run(send);
    silent.reply('vera', { verb: 'accept', minutes: 10 });
    silent.pass(20);
    expect(silent.state.vendor?.accepted).toBeNull();
    const handed = withVendors();
    handed.run(send);
    handed.reply('vera', { verb: 'accept', minutes: 10 });
    const { responderId, name, company } = PEOPLE.chen;
    handed.run({ type: 'handOver', responderId, name, company, via: 'phone', words: 'I go', etaMinutes: 5 });
    expect(handed.state.vendor?.accepted).toBeNull();
  });

  test('a yes after their ten minutes counts as long as nobody else has said it', () => {
    const night = withVendors();
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.run(send);
    night.pass(11);
    night.reply('vera', { verb: 'accept', minutes: 30 });
    expect(night.state.vendor?.accepted?.responderId).toBe('vera');
    expect(night.state.vendor?.current).toBeNull();
    expect(textsTo(night, 'olga').at(-1)).toBe('standDown');
    night.reply('olga', { verb: 'accept', minutes: 30 });
    expect(night.state.vendor?.accepted?.responderId).toBe('vera');
    expect(textsTo(night, 'olga').at(-1)).toBe('lateReply');
  });

  test('what the desk hears of them by telephone counts the same', () => {
    const night = withVendors();
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.run(send);
    const { responderId, name, company } = PEOPLE.vera;
    night.run({ type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'yes', etaMinutes: 30 });
    expect(night.state.holder?.responderId).toBe('chen');
    expect(night.state.vendor?.accepted?.responderId).toBe('vera');
  });

  test('asked already, or coming: only another by name', () => {
    const night = withVendors();
    night.run(send);
    expect(night.refusal(send)).toBe('alreadyAsked');
    expect(night.refusal({ ...send, responderId: 'vera' })).toBe('alreadyAsked');
    expect(night.refusal({ ...send, responderId: 'olga' })).toBeNull();
    night.vendors = [];
    expect(openNight().refusal(send)).toBe('noVendor');
  });

  test('who is not insured any more is left out, and the log says so', () => {
    const night = withVendors();
    night.uninsuredVendors = ['Old Drains'];
    night.run(send);
    expect(of(night.events, 'vendorAsked')[0]?.notInsured).toEqual(['Old Drains']);
  });

  test('a moved clock moves their time; hours late a person decides before the next is woken', () => {
    const night = withVendors({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 500 });
    night.run(send);
    night.now += 3_600_000;
    night.run({ type: 'moveClock', deltaMs: 3_600_000 }, CORE);
    expect(minutesIn(night.state.vendor?.answerByAt ?? 0)).toBe(70);
    night.sleep(140);
    expect(alarmsOf(night)).toContain('lateByHours');
    expect(night.state.vendor?.current?.responderId).toBe('vera');
    night.pass(1);
    expect(night.state.vendor?.current?.responderId).toBe('olga');
  });

  test('without a voice gateway a P1 vendor is to be called by hand too', () => {
    const night = withVendors({ hasVoice: false });
    night.run(send);
    expect(night.state.callsByHand.map((each) => each.responderId)).toContain('vera');
  });

  test('their answer ends the call that was planned, and what fires whatever else does not ring them again', () => {
    const night = withVendors({ hasVoice: false });
    night.reply('chen', { verb: 'accept', minutes: 90 });
    night.run(send);
    night.reply('vera', { verb: 'accept', minutes: 60 });
    expect(night.state.callsByHand).toEqual([]);
    night.pass(31);
    expect(of(night.events, 'stepFired').at(-1)).toMatchObject({ why: 'whateverElse', recipients: [] });
  });

  test('lowering and closing send them home', () => {
    const night = withVendors();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.run(send);
    night.reply('vera', { verb: 'accept', minutes: 30 });
    night.run({ type: 'changeTier', tier: 'P2', reason: 'less' });
    expect(textsTo(night, 'vera').at(-1)).toBe('standDown');
    expect(night.state.vendor).toBeNull();
  });
});
