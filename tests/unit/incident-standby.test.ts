import { describe, expect, test } from 'vitest';
import { evolve } from '#shared/incident';
import { beginDraft } from '../../shared/incident/draft.ts';
import { sendVendor } from '../../shared/incident/send-vendor.ts';
import {
  alarmsOf,
  CORE,
  contextOf,
  type Night,
  of,
  openNight,
  PEOPLE,
  residentTexts,
  stepsOf,
  textsTo,
} from './incident-model.ts';

const send = { type: 'sendVendor', responderId: null, reason: 'wants a pump' } as const;

const withVendors = (options: Parameters<typeof openNight>[0] = {}) => {
  const night = openNight(options);
  night.vendors = [PEOPLE.vera, PEOPLE.olga];
  return night;
};

const FREEZE = {
  mode: 'freeze',
  why: 'byHand',
  document: 'Rosa Alvarez',
  url: null,
  readAt: 0,
  temperatureF: null,
  alert: null,
  firstWindowMin: 5,
} as const;

/** As weather does it with the first step. */
function orderOf(night: Night, mode: 'standBy' | 'go'): void {
  const draft = beginDraft(night.state, contextOf(night, CORE));
  sendVendor(draft, { mode, reason: 'freeze mode' });
  for (const event of draft.events) night.state = evolve(night.state, event);
  night.events.push(...draft.events);
}

const lastTo = (night: Night, who: keyof typeof PEOPLE) =>
  night.state.messages.findLast((each) => each.to.phone === PEOPLE[who].phone)?.text;

/** In a freeze: the vendor of the ladder's last step was told to stand by with the first one, and said yes or nothing. */
function standingBy(said: 'yes' | 'nothing', vendors: Night['vendors'] = [PEOPLE.vera]): Night {
  const night = openNight();
  night.vendors = vendors;
  orderOf(night, 'standBy');
  if (said === 'yes') night.reply('vera', { verb: 'accept', minutes: null });
  return night;
}

describe('rule 7: a vendor with the first step', () => {
  test('STAND BY expects nobody: a yes takes nothing, and the ladder climbs on', () => {
    const night = withVendors();
    orderOf(night, 'standBy');
    expect(night.state.messages.findLast((each) => each.purpose === 'vendor')?.text).toMatch(/^#1042 P1 STAND BY\n/);
    night.reply('vera', { verb: 'accept', minutes: null });
    expect(night.state.holder).toBeNull();
    expect(night.state.vendor?.accepted?.responderId).toBe('vera');
    expect(night.state.messages.findLast((each) => each.to.phone === PEOPLE.vera.phone)?.text).toMatch(
      /stand by .*Do not set out/,
    );
    night.pass(8);
    expect(of(night.events, 'stepFired').at(-1)?.recipients[0]?.responderId).toBe('marcus');
    expect(residentTexts(night).map(([, purpose]) => purpose)).not.toContain('alsoComing');
  });

  test('GO sends them: a yes takes it', () => {
    const night = withVendors();
    night.weather = { ...FREEZE, mayGo: ['vera'] };
    orderOf(night, 'go');
    expect(night.state.messages.findLast((each) => each.purpose === 'vendor')?.text).toMatch(/^#1042 P1 GO\n/);
    night.reply('vera', { verb: 'accept', minutes: 30 });
    expect(night.state.holder?.responderId).toBe('vera');
  });

  test('whoever stands by is sent before anybody else, and their yes then means that they come', () => {
    const night = withVendors();
    orderOf(night, 'standBy');
    night.reply('vera', { verb: 'accept', minutes: null });
    expect(night.refusal(send)).toBeNull();
    night.run(send);
    expect(night.state.vendor).toMatchObject({ mode: 'send', current: { responderId: 'vera' }, accepted: null });
    expect(textsTo(night, 'vera').filter((purpose) => purpose === 'vendor')).toHaveLength(2);
    night.reply('vera', { verb: 'accept', minutes: 30 });
    expect(night.state.holder?.responderId).toBe('vera');
  });

  test('the desk hears that whoever stands by takes it: then it is theirs', () => {
    const night = withVendors();
    orderOf(night, 'standBy');
    const { responderId, name, company } = PEOPLE.vera;
    night.run({ type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'I go', etaMinutes: 20 });
    expect(night.state.holder?.responderId).toBe('vera');
  });

  test('to stand by is a courtesy: that nobody is left for it stands in the log and alarms nobody', () => {
    const none = openNight();
    orderOf(none, 'standBy');
    expect(none.state.vendor).toBeNull();
    const silent = withVendors();
    orderOf(silent, 'standBy');
    silent.pass(10);
    expect(silent.state.vendor?.current?.responderId).toBe('olga');
    silent.pass(10);
    for (const each of [none, silent]) {
      expect(of(each.events, 'vendorsSpent')).toHaveLength(1);
      expect(alarmsOf(each)).not.toContain('vendorsSpent');
    }
  });

  test.each(['yes', 'nothing'] as const)(
    'somebody takes it: whoever stands by (said %s) goes on standing by',
    (said) => {
      const night = standingBy(said);
      night.reply('chen', { verb: 'accept', minutes: 60 });
      expect(lastTo(night, 'vera')).toMatch(/Chen .*has it\. Please stay on stand-by/);
      night.run(send);
      expect(night.state.vendor?.current?.responderId).toBe('vera');
    },
  );

  test('whoever stands by can be sent by name, also beside somebody who has it', () => {
    const night = standingBy('yes');
    night.reply('chen', { verb: 'accept', minutes: 60 });
    expect(night.refusal(send)).toBeNull();
    night.run({ ...send, responderId: 'vera' });
    expect(night.state.vendor).toMatchObject({ current: { responderId: 'vera' }, accepted: null });
    night.reply('vera', { verb: 'accept', minutes: 20 });
    expect(lastTo(night, 'vera')).toMatch(/expect you/);
    expect(night.refusal({ ...send, responderId: 'vera' })).toBe('alreadyAsked');
  });

  test('another one is sent past whoever stands by: they still stand by, and are the next to be sent', () => {
    const night = standingBy('yes', [PEOPLE.vera, PEOPLE.olga]);
    night.run({ ...send, responderId: 'olga' });
    night.reply('vera', { verb: 'accept', minutes: null }, 'ok');
    expect(lastTo(night, 'vera')).toMatch(/stand by .*Do not set out/);
    expect(night.state.vendor?.current?.responderId).toBe('olga');
    night.reply('olga', { verb: 'decline' });
    expect(night.state.vendor?.current?.responderId).toBe('vera');
    night.reply('vera', { verb: 'accept', minutes: 30 });
    expect(night.state.holder?.responderId).toBe('vera');
  });
});

describe('rules 3 and 7: a step of the ladder wakes whoever stands by', () => {
  test.each(['yes', 'nothing'] as const)('told to go, their yes takes it; to stand by they had said %s', (said) => {
    const night = standingBy(said);
    night.pass(31);
    expect(stepsOf(night).at(-1)).toEqual([30, 'olga vera']);
    night.reply('vera', { verb: 'accept', minutes: 20 }, '1 20');
    expect(night.state).toMatchObject({ status: 'acknowledged', holder: { responderId: 'vera' } });
    expect(lastTo(night, 'vera')).not.toMatch(/stand by/);
    night.pass(31);
    expect(of(night.events, 'reopened').map((each) => each.why)).toEqual(['etaMissed']);
    night.reply('vera', { verb: 'accept', minutes: 20 }, '1 20');
    expect(night.state.holder?.responderId).toBe('vera');
  });

  test('they had it by what the desk heard: asked whether they still come, a yes is not to something less', () => {
    const night = standingBy('yes');
    const { responderId, name, company } = PEOPLE.vera;
    night.run({ type: 'acknowledgeFor', responderId, name, company, via: 'phone', words: 'I go', etaMinutes: 5 });
    night.pass(16);
    expect(night.state.holder).toBeNull();
    night.reply('vera', { verb: 'accept', minutes: 20 }, '1 20');
    expect(night.state.holder?.responderId).toBe('vera');
  });

  test.each(['yes', 'nothing'] as const)('beside somebody who has it: they come, not only stand by (%s)', (said) => {
    const night = standingBy(said);
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.pass(31);
    expect(stepsOf(night).at(-1)).toEqual([30, 'vera']);
    night.reply('vera', { verb: 'accept', minutes: 20 }, '1 20');
    expect(night.state.holder?.responderId).toBe('chen');
    expect(lastTo(night, 'vera')).toMatch(/we expect you/);
    expect(lastTo(night, 'chen')).toMatch(/Vera Lind \(Rapid Drain\) is coming too/);
    night.pass(5);
    expect(residentTexts(night).map(([, purpose]) => purpose)).toContain('alsoComing');
    night.reply('vera', { verb: 'here' });
    expect(night.state).toMatchObject({ status: 'onSite', holder: { responderId: 'vera' } });
  });

  test('another one who stands by does not keep them from coming, and need not stand by any more', () => {
    const night = withVendors();
    orderOf(night, 'standBy');
    night.pass(11);
    night.reply('olga', { verb: 'accept', minutes: null });
    night.reply('chen', { verb: 'accept', minutes: 60 });
    night.pass(20);
    expect(stepsOf(night).at(-1)).toEqual([30, 'vera']);
    night.reply('vera', { verb: 'accept', minutes: 20 });
    expect(night.state.vendor?.accepted?.responderId).toBe('vera');
    expect(textsTo(night, 'olga').at(-1)).toBe('standDown');
  });

  test('while their ten minutes run the ladder asks them: nobody else is told to stand by for it', () => {
    const night = openNight();
    night.vendors = [PEOPLE.vera, PEOPLE.ines];
    night.pass(25);
    orderOf(night, 'standBy');
    night.pass(12);
    expect(textsTo(night, 'ines')).not.toContain('vendor');
    night.reply('vera', { verb: 'accept', minutes: 20 });
    expect(night.state.holder?.responderId).toBe('vera');
  });

  test.each(['standBy', 'go'] as const)(
    'on site: who was still to answer a %s need not, nor is another woken',
    (mode) => {
      const night = withVendors();
      night.weather = { ...FREEZE, mayGo: ['vera'] };
      orderOf(night, mode);
      night.pass(1);
      night.reply('chen', { verb: 'here' });
      expect(textsTo(night, 'vera').at(-1)).toBe('standDown');
      night.pass(25);
      expect(textsTo(night, 'olga')).toEqual([]);
      expect(alarmsOf(night)).toEqual([]);
      // A yes after that is too late: somebody is there. A person may still send them.
      night.reply('vera', { verb: 'accept', minutes: 20 });
      expect(textsTo(night, 'vera').at(-1)).toBe('lateReply');
      night.run(send);
      expect(night.state.vendor?.current?.responderId).toBe('vera');
    },
  );

  test('a vendor whom a person sends, or who has said yes, stays wanted beside whoever is on site', () => {
    const night = withVendors();
    night.run(send);
    night.reply('chen', { verb: 'here' });
    expect(night.state.vendor?.current?.responderId).toBe('vera');
    const ready = standingBy('yes');
    ready.reply('chen', { verb: 'here' });
    expect(ready.state.vendor?.accepted?.responderId).toBe('vera');
    expect(textsTo(ready, 'vera')).not.toContain('standDown');
  });
});
