import { describe, expect, test } from 'vitest';
import {
  fold,
  hazardOf,
  type IncidentCommand,
  mustWaitOutside,
  queueRank,
  queueRowOf,
  type StampedVerdict,
} from '#shared/incident';
import { LIFE_SAFETY_TEXT } from '#shared/messages';
import { alarmsOf, LEAK, type Night, of, openNight, residentTexts } from './incident-model.ts';

/** What a resident writes about something that is open (PRODUCT 4 and 5): kept, noticed, and never swallowed. */

const DANA = { kind: 'resident', name: 'Dana Ruiz' } as const;
const P3: StampedVerdict = { ...LEAK.verdict, category: 'general', tier: 'P3', trade: 'general', reasons: [] };
const P1: StampedVerdict = { ...LEAK.verdict, tier: 'P1' };
const FIRE: StampedVerdict = { ...P1, category: 'fire', trade: 'general', lifeSafety: 'fire' };

let count = 0;
function says(night: Night, verdict: StampedVerdict, changed: { phone?: string; language?: 'en' | 'es' } = {}) {
  count += 1;
  const contactId = `text-${count}`;
  const heard = { verdict, name: 'Dana Ruiz', phone: '+12025550142', language: 'en', ...changed } as const;
  const command: IncidentCommand = { type: 'joinContact', contactId, words: 'it got worse', heard };
  return { contactId, made: night.run(command, DANA) };
}
const unread = (night: Night): number => queueRowOf(night.state).unreadWords ?? 0;

describe('a text that joins', () => {
  test('is marked until somebody reads or acts', () => {
    const night = openNight({ tier: 'P3' });
    says(night, P3);
    says(night, P3);
    expect(unread(night)).toBe(2);
    night.run({ type: 'hearAlarms' });
    expect(unread(night)).toBe(2);
    night.run({ type: 'readWords', contactId: null });
    expect(unread(night)).toBe(0);
    expect(night.run({ type: 'readWords', contactId: null })).toEqual([]);
    says(night, P3);
    night.run({ type: 'note', words: 'called her back' });
    expect(unread(night)).toBe(0);
  });

  test('is not read by what a responder or the product does', () => {
    const night = openNight();
    says(night, P3);
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.pass(30);
    expect(unread(night)).toBe(1);
  });

  test('is not marked where a person joined it, or where it is closed', () => {
    const night = openNight();
    night.run({ type: 'joinContact', contactId: 'c', words: 'x', heard: null });
    night.run({ type: 'resolve', outcome: 'fixed', words: 'valve replaced' });
    says(night, P3);
    expect(unread(night)).toBe(0);
  });

  test('a row without such words is what it always was', () => {
    expect(Object.keys(queueRowOf(openNight().state))).not.toContain('unreadWords');
  });
});

describe('words that say it is worse', () => {
  test('alarm the desk and go to the top of the queue, whatever the tier was', () => {
    const night = openNight({ tier: 'P3' });
    says(night, P1);
    expect(alarmsOf(night)).toEqual(['residentWorse']);
    expect(queueRank(night.state)).toBeLessThan(queueRank(openNight().state));
    expect(night.state.tier).toBe('P3');
  });

  test.each([
    ['P1', P1, []],
    ['P2', P1, ['residentWorse']],
    ['P3', P3, []],
    ['P1', FIRE, ['residentWorse']],
  ] as const)('%s, and the words are a %j', (tier, verdict, alarms) => {
    const night = openNight({ tier });
    says(night, verdict);
    expect(alarmsOf(night).filter((kind) => kind === 'residentWorse')).toEqual(alarms);
  });

  test('go on alarming while responders answer, until a person decides about those very words', () => {
    const night = openNight({ tier: 'P2' });
    const first = says(night, P1).contactId;
    const second = says(night, FIRE).contactId;
    night.reply('chen', { verb: 'accept', minutes: 20 });
    night.reply('chen', { verb: 'here' });
    night.run({ type: 'reopen', words: 'he left' });
    night.run({ type: 'readWords', contactId: null });
    expect(alarmsOf(night)).toContain('residentWorse');
    night.run({ type: 'readWords', contactId: first });
    expect(alarmsOf(night)).toContain('residentWorse');
    night.run({ type: 'readWords', contactId: second });
    expect(alarmsOf(night)).not.toContain('residentWorse');
  });

  test.each([
    [{ type: 'changeTier', tier: 'P1', reason: 'water now' }],
    [{ type: 'resolve', outcome: 'falseAlarm', words: '' }],
  ] as const)('are decided by %j', (command) => {
    const night = openNight({ tier: 'P3' });
    says(night, P1);
    night.run(command);
    expect(alarmsOf(night)).not.toContain('residentWorse');
  });

  test('sound again when there are more of them', () => {
    const night = openNight({ tier: 'P3' });
    says(night, P1);
    night.run({ type: 'hearAlarms' });
    night.pass(1);
    says(night, P1);
    expect(night.state.alarms).toMatchObject([{ kind: 'residentWorse', heardAt: null, since: night.now }]);
  });
});

describe('words of danger to life', () => {
  const safetyTexts = (night: Night) => night.state.messages.filter((each) => each.purpose === 'lifeSafety');

  test('are answered at once with the fixed text, to the phone that wrote, in its language', () => {
    const night = openNight({ tier: 'P3' });
    const { made } = says(night, FIRE, { phone: '+12025550199', language: 'es' });
    expect(of(made, 'messageQueued')).toMatchObject([
      { purpose: 'lifeSafety', to: { kind: 'resident', phone: '+12025550199' }, text: LIFE_SAFETY_TEXT.fire.es },
    ]);
  });

  test('not every minute: the same text again only after five', () => {
    const night = openNight({ tier: 'P3' });
    says(night, FIRE);
    night.pass(2);
    says(night, FIRE);
    expect(safetyTexts(night)).toHaveLength(1);
    says(night, { ...FIRE, lifeSafety: 'gas' });
    expect(safetyTexts(night)).toHaveLength(2);
    night.pass(5);
    says(night, FIRE);
    expect(safetyTexts(night)).toHaveLength(3);
  });

  test('do not swallow the news that waits: it follows when the five minutes are over', () => {
    const night = openNight();
    night.pass(1);
    night.reply('chen', { verb: 'accept', minutes: 20 });
    says(night, FIRE);
    night.pass(10);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [1, 'lifeSafety'],
      [6, 'acknowledged'],
    ]);
  });

  const textsOf = (night: Night, purpose: string) => night.state.messages.filter((each) => each.purpose === purpose);

  test('reach whoever is on the way: nobody enters what the first report did not know of', () => {
    const night = openNight({ tier: 'P2' });
    night.reply('chen', { verb: 'accept', minutes: 20 });
    says(night, FIRE);
    expect(textsOf(night, 'hazard')).toMatchObject([{ to: { responderId: 'chen' }, lane: 0 }]);
    expect(textsOf(night, 'hazard')[0]?.text).toMatch(/^#1042 .*DO NOT ENTER.*"it got worse"/);
    says(night, { ...FIRE, lifeSafety: 'gas' });
    expect(textsOf(night, 'hazard')).toHaveLength(1);
  });

  test('reach everybody who was asked and did not decline, while nobody has it', () => {
    const night = openNight();
    night.pass(8);
    night.reply('chen', { verb: 'decline' });
    says(night, FIRE);
    expect(textsOf(night, 'hazard').map((each) => each.to.name)).toEqual(['Marcus Bell']);
  });

  test('that let people in (a shock, a fall) send no such warning', () => {
    const night = openNight();
    says(night, { ...P1, lifeSafety: 'medical' });
    expect(textsOf(night, 'hazard')).toEqual([]);
  });

  test('stand in what the next one is texted, with the hazard first', () => {
    const night = openNight({ tier: 'P3', facts: { text: 'disposal stuck' } });
    says(night, { ...FIRE, reasons: [{ code: 'smoke', start: 0, end: 2 }] });
    night.run({ type: 'changeTier', tier: 'P1', reason: 'she says it burns' });
    const [step] = textsOf(night, 'step');
    expect(step?.text).toMatch(/^#1042 P1 DO NOT ENTER/);
    expect(step?.text).toContain('"it got worse / disposal stuck"');
    expect(step?.text).toMatch(/Why: smoke/);
    expect(night.state.text).toBe('disposal stuck');
  });

  test('a lesser danger does not take back that nobody enters', () => {
    const night = openNight();
    says(night, FIRE);
    says(night, { ...P1, lifeSafety: 'medical' });
    expect(mustWaitOutside(night.state)).toBe(true);
  });

  test('rising water does not take back that the power is live', () => {
    const night = openNight();
    says(night, { ...P1, lifeSafety: 'electric' });
    says(night, { ...P1, lifeSafety: 'water' });
    expect(hazardOf(night.state)).toBe('electric');
    says(night, FIRE);
    expect(hazardOf(night.state)).toBe('doNotEnter');
  });

  test('of somebody who asked for no texts are not answered, and the log says why', () => {
    const night = openNight({ tier: 'P3', isResidentOptedOut: true });
    const { made } = says(night, FIRE);
    expect(of(made, 'residentTextSuppressed')).toMatchObject([{ purpose: 'lifeSafety', why: 'optedOut' }]);
    expect(alarmsOf(night)).toContain('residentWorse');
  });
});

test('a log of before, whose texts were not judged, folds without a mark', () => {
  const night = openNight();
  const old = { type: 'contactJoined', v: 1, at: night.now, by: DANA, contactId: 'c', words: 'x' } as const;
  const state = fold([...night.events, old]);
  expect(state && queueRowOf(state)).toEqual(queueRowOf(night.state));
});
