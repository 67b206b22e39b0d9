import { describe, expect, test } from 'vitest';
import {
  askedOf,
  clocksOf,
  type HeadFacts,
  headFacts,
  type IncidentEvent,
  isLookedAfter,
  moveOf,
  partOfState,
  queueRank,
  queueRowOf,
  type StepRecipient,
} from '#shared/incident';
import {
  CORE,
  MINUTE_MS,
  MORNING_AT,
  type Night,
  of,
  openNight,
  PEOPLE,
  ROSA,
  residentTexts,
  textsTo,
} from './incident-model.ts';

/** One trouble of a building: an incident climbs for others, each of which keeps its resident and its needs. */

const CLIMBS: HeadFacts = { status: 'running', holder: null, etaAt: null, nextAt: null };
const HEAD = { headId: 'i-1042', headNumber: 1042 } as const;
const taken = (night: Night, minutes: number | null): HeadFacts => ({
  status: 'acknowledged',
  holder: { name: 'Marcus Bell', company: 'Harbor Plumbing' },
  etaAt: minutes === null ? null : night.now + minutes * MINUTE_MS,
  nextAt: minutes === null ? night.now + 10 * MINUTE_MS : null,
});
const link = (night: Night, head: HeadFacts = CLIMBS) => night.run({ type: 'link', ...HEAD, head });
const spanish = {
  caller: { name: 'Ana Paz', phone: '+12025550143', language: 'es', residentId: 'ana', hasVolunteeredNeed: true },
} as const;
const lastText = (night: Night): string => of(night.events, 'messageQueued').at(-1)?.text ?? '';
const part = {
  partId: 'i-1043',
  number: 1043,
  unitLabel: '12A',
  residentName: 'Ana Paz',
  text: 'agua en la cocina',
  tier: 'P2' as const,
  hasVolunteeredNeed: true,
  lifeSafety: null,
};

describe('rule 10: a unit whose building climbs for it', () => {
  test('its own ladder rests, and it is looked after although no clock of its own brings help', () => {
    const night = openNight({ hasGateway: false });
    link(night);
    expect(night.state.ladder?.waitsFor).toBe('nothing');
    expect(
      clocksOf(night.state)
        .map((each) => each.kind)
        .toSorted(),
    ).toEqual(['promise', 'sla']);
    expect(isLookedAfter(night.state)).toBe(true);
    // The text and the call of its first step.
    expect(of(night.events, 'messageState').map((each) => [each.state, each.reason])).toEqual([
      ['cancelled', 'linked'],
      ['cancelled', 'linked'],
    ]);
    night.pass(120);
    expect(of(night.events, 'stepFired')).toHaveLength(1);
    expect(of(night.events, 'alarmRaised')).toEqual([]);
  });

  test('what would move it is done at its head, and only closing, writing and noting are its own', () => {
    const night = openNight();
    link(night);
    const who = { responderId: 'chen', name: 'Wei Chen', words: 'ok' };
    expect(night.refusal({ type: 'acknowledgeFor', ...who, company: '', via: 'phone', etaMinutes: 5 })).toBe('isPart');
    expect(night.refusal({ type: 'escalateNow' })).toBe('isPart');
    expect(night.refusal({ type: 'changeTier', tier: 'P2', reason: 'less' })).toBe('isPart');
    expect(night.refusal({ type: 'link', ...HEAD, head: CLIMBS })).toBe('isPart');
    expect(night.refusal({ type: 'note', words: 'x' })).toBeNull();
    expect(night.refusal({ type: 'resolve', outcome: 'fixed', words: 'dry again' })).toBeNull();
    expect(openNight().refusal({ type: 'unlink', reason: 'x' })).toBe('notPart');
  });

  test('rule 10: the resident hears of the head in their own language, by their own five minutes', () => {
    const night = openNight({ facts: spanish });
    link(night);
    night.pass(2);
    const head = taken(night, 30);
    night.run({ type: 'follow', head, move: { news: 'acknowledged', closed: null } });
    expect(residentTexts(night)).toEqual([[0, 'receipt']]);
    night.pass(3);
    expect(residentTexts(night)).toEqual([
      [0, 'receipt'],
      [5, 'acknowledged'],
    ]);
    expect(lastText(night)).toMatch(/^Marcus \(Harbor Plumbing\) tiene su solicitud; hora estimada: /);
    expect(night.state).toMatchObject({ status: 'acknowledged', holder: null, sla: { state: 'kept' } });
    expect(queueRowOf(night.state)).toMatchObject({ partOf: 1042, who: ['Marcus Bell'] });
    expect(queueRank(night.state)).toBe(35);
  });

  test('rule 10: the first estimate is no delay, the next one is', () => {
    const night = openNight();
    link(night);
    night.pass(6);
    night.run({ type: 'follow', head: taken(night, 30), move: { news: 'delayed', closed: null } });
    expect(residentTexts(night).at(-1)).toEqual([6, 'acknowledged']);
    night.pass(6);
    night.run({ type: 'follow', head: taken(night, 60), move: { news: 'delayed', closed: null } });
    expect(residentTexts(night).at(-1)).toEqual([12, 'delayed']);
  });

  test('rule 10: a promise that comes due is kept with what is true of the head', () => {
    const night = openNight({ facts: spanish });
    link(night);
    night.pass(6);
    night.run({ type: 'follow', head: taken(night, 30), move: { news: 'acknowledged', closed: null } });
    expect(night.state.promiseByAt).toBe(night.now + 35 * MINUTE_MS);
    night.pass(36);
    expect(residentTexts(night).at(-1)).toEqual([41, 'acknowledged']);
    expect(lastText(night)).not.toMatch(/hora estimada: /);
  });

  test('a head that is lowered to the morning: its residents are told so, and are not promised a text tonight', () => {
    const head = openNight();
    const night = openNight({ number: 1043 });
    link(night, headFacts(head.state));
    for (const each of [night, head]) each.pass(6);
    const moved = moveOf(head.run({ type: 'changeTier', tier: 'P3', reason: 'a drip' }), head.state);
    expect(moved).toEqual({ news: 'morning', closed: null });
    if (moved) night.run({ type: 'follow', head: headFacts(head.state), move: moved }, CORE);
    expect(residentTexts(night).at(-1)).toEqual([6, 'morning']);
    expect(night.state).toMatchObject({ status: 'morning', promiseByAt: MORNING_AT, sla: { state: 'none' } });
    night.pass(60);
    expect(night.state.alarms).toEqual([]);
    head.pass(60);
    const raised = moveOf(head.run({ type: 'changeTier', tier: 'P1', reason: 'it runs' }), head.state);
    expect(raised).toEqual({ news: 'receipt', closed: null });
    if (raised) night.run({ type: 'follow', head: headFacts(head.state), move: raised }, CORE);
    expect(residentTexts(night).at(-1)).toEqual([66, 'receipt']);
    expect(night.state).toMatchObject({ status: 'running', sla: { state: 'running' } });
  });

  test('what whoever has it says once more, or on site, is no news to the residents', () => {
    const head = openNight({ tier: 'P2' });
    const night = openNight({ number: 1043 });
    link(night, headFacts(head.state));
    const carry = (events: readonly IncidentEvent[]): string | null | undefined => {
      const move = moveOf(events, head.state);
      if (move) night.run({ type: 'follow', head: headFacts(head.state), move }, CORE);
      return of(night.events, 'headMoved').at(-1)?.news;
    };
    expect(carry(head.reply('chen', { verb: 'accept', minutes: 20 }))).toBe('acknowledged');
    carry(head.run({ type: 'changeTier', tier: 'P1', reason: 'worse' }));
    const again = { responderId: 'chen', name: 'Wei Chen', company: '', via: 'phone', words: 'yes' } as const;
    expect(carry(head.run({ type: 'acknowledgeFor', ...again, etaMinutes: null }))).toBeNull();
    head.vendors = [PEOPLE.vera];
    head.run({ type: 'sendVendor', responderId: null, reason: 'a pump' });
    for (const each of [night, head]) each.pass(6);
    expect(carry(head.reply('vera', { verb: 'accept', minutes: 45 }))).toBe('alsoComing');
    for (const each of [night, head]) each.pass(5);
    expect(lastText(night)).toMatch(/Vera \(Rapid Drain\)/);
    expect(carry(head.reply('chen', { verb: 'here' }))).toBe('arrived');
    expect(carry(head.reply('chen', { verb: 'eta', minutes: 30 }))).toBeNull();
  });

  test('closed with its head it is asked "fixed?" itself; "2" opens it alone, with its own ladder', () => {
    const night = openNight();
    link(night);
    night.pass(10);
    night.run({
      type: 'follow',
      head: CLIMBS,
      move: { news: null, closed: { outcome: 'fixed', words: 'valve shut', how: 'desk' } },
    });
    expect(night.state.status).toBe('resolved');
    night.pass(121);
    expect(residentTexts(night).at(-1)?.[1]).toBe('followUp');
    night.run(
      { type: 'answerFollowUp', isFixed: false, rating: null, words: '2', contactId: 'c' },
      { kind: 'resident', name: 'Dana' },
    );
    expect(of(night.events, 'unlinked')).toMatchObject([HEAD]);
    expect(night.state).toMatchObject({ partOf: null, status: 'running', ladder: { waitsFor: 'step' } });
    expect(
      of(night.events, 'stepFired')
        .at(-1)
        ?.recipients.map((each) => each.responderId),
    ).toEqual(['chen']);
  });

  test('unlinked by hand its own ladder begins with whoever is on call now', () => {
    const night = openNight();
    link(night, taken(night, 20));
    night.pass(8);
    night.run({ type: 'unlink', reason: 'a leak of its own' });
    expect(night.state).toMatchObject({ partOf: null, head: null, status: 'running' });
    expect(of(night.events, 'stepFired')).toHaveLength(2);
    // A text went three minutes ago.
    night.pass(3);
    expect(residentTexts(night).at(-1)).toEqual([10, 'reopened']);
  });

  test('an acceptance is never thrown away: who has it is told who has both, or the link is refused', () => {
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
    expect(night.refusal({ type: 'link', ...HEAD, head: CLIMBS })).toBe('takenHere');
    link(night, taken(night, 10));
    expect(textsTo(night, 'chen').at(-1)).toBe('taken');
    expect(night.state.holder).toBeNull();
  });

  test('a clock that is set forward keeps what was promised of the head as long as it was', () => {
    const night = openNight();
    link(night);
    night.run({ type: 'follow', head: taken(night, 30), move: { news: null, closed: null } });
    const before = night.state.head?.etaAt ?? 0;
    night.run({ type: 'moveClock', deltaMs: 60 * MINUTE_MS }, CORE);
    expect(night.state.head?.etaAt).toBe(before + 60 * MINUTE_MS);
  });
});

describe('rule 9: an incident that climbs for others', () => {
  const asked = {
    recipient: {
      ...PEOPLE.vera,
      as: { kind: 'emergencyVendor' },
      channels: ['sms'],
      whateverElse: false,
      code: 'B',
    } as StepRecipient,
    lastAt: 1,
  };

  test('its step names the units, and the needs of none of them', () => {
    const night = openNight();
    night.run({ type: 'addPart', part, asked: [] });
    night.pass(8);
    const text = of(night.events, 'messageQueued').findLast((each) => each.purpose === 'step')?.text ?? '';
    expect(text).toContain('14B, 12A');
    expect(text).not.toMatch(/need|Ana Paz/i);
    expect(queueRowOf(night.state).parts).toBe(1);
  });

  test('many units in a text: as many as there is room for, and how many more', () => {
    const night = openNight();
    for (let turn = 0; turn < 30; turn += 1)
      night.run({ type: 'addPart', part: { ...part, partId: `p${turn}`, unitLabel: `${turn}C` }, asked: [] });
    night.pass(8);
    expect(of(night.events, 'messageQueued').findLast((each) => each.purpose === 'step')?.text).toMatch(
      /14B, 0C, 1C \+28/,
    );
  });

  test('whoever may come hears of the units in one text, not in thirty', () => {
    const night = openNight({ hasGateway: false });
    for (let turn = 0; turn < 30; turn += 1)
      night.run({ type: 'addPart', part: { ...part, partId: `p${turn}`, unitLabel: `${turn}C` }, asked: [] });
    const units = night.state.messages.filter((each) => each.purpose === 'units' && each.state === 'queued');
    expect(units).toHaveLength(1);
    expect(units[0]?.text).toMatch(/^#1042 Maple Court: 31 reports of the same trouble now: 14B, 0C.*reply 1A/s);
    night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
    night.run({ type: 'addPart', part, asked: [] });
    expect(night.state.messages.findLast((each) => each.purpose === 'units')?.text).toMatch(/no further reply needed/);
  });

  test('whom the part has asked belongs to it: their "1" takes both', () => {
    const night = openNight();
    night.run({ type: 'addPart', part, asked: [asked] });
    night.reply('vera', { verb: 'accept', minutes: 20 }, '1B 20');
    expect(night.state.holder?.name).toBe('Vera Lind');
  });

  test('gas in one unit keeps everybody out of the house, and whoever is asked hears of it', () => {
    const night = openNight();
    night.run({ type: 'addPart', part: { ...part, lifeSafety: 'gas' }, asked: [] });
    expect(textsTo(night, 'chen')).toContain('hazard');
    night.pass(8);
    expect(of(night.events, 'messageQueued').findLast((each) => each.purpose === 'step')?.text).toContain(
      'DO NOT ENTER',
    );
  });

  test('live power in one unit stands in every text of the house, and is never held for a "3"', () => {
    const night = openNight({ openedBy: CORE, facts: { channel: 'sms', isUnattended: true } });
    night.run({ type: 'addPart', part: { ...part, lifeSafety: 'electric' }, asked: [] }, CORE);
    expect(textsTo(night, 'chen')).toEqual(['step', 'hazard', 'units']);
    const texts = () =>
      of(night.events, 'messageQueued').filter((each) => each.to.kind === 'responder' && each.purpose !== 'call');
    for (const each of texts().slice(1)) expect(each.text).toContain('LIVE POWER');
    night.reply('chen', { verb: 'notEmergency' }, '3');
    expect(night.state.hold).toBeNull();
    night.pass(8);
    expect(texts().findLast((each) => each.purpose === 'step')?.text).toContain('LIVE POWER');
    // Read already: the next unit is no news of danger.
    night.run({ type: 'addPart', part: { ...part, partId: 'x', lifeSafety: 'electric' }, asked: [] }, CORE);
    expect(textsTo(night, 'chen').filter((each) => each === 'hazard')).toHaveLength(1);
    night.run({ type: 'addPart', part: { ...part, partId: 'y', lifeSafety: 'gas' }, asked: [] }, CORE);
    expect(texts().findLast((each) => each.purpose === 'hazard')?.text).toContain('DO NOT ENTER');
  });

  test('a worse unit raises it, a lesser one changes nothing', () => {
    const night = openNight({ tier: 'P2' });
    night.run({ type: 'addPart', part, asked: [] });
    expect(night.state.tier).toBe('P2');
    night.run({ type: 'addPart', part: { ...part, partId: 'i-1044', number: 1044, tier: 'P1' }, asked: [] });
    expect(night.state.tier).toBe('P1');
    expect(of(night.events, 'tierChanged')).toMatchObject([{ from: 'P2', to: 'P1', reason: '#1044 P1' }]);
  });

  test('a vendor on the way to a unit comes to the house: both they and whoever has it hear so', () => {
    const unit = openNight({ number: 1043 });
    unit.vendors = [PEOPLE.vera];
    unit.reply('chen', { verb: 'accept', minutes: 20 });
    unit.run({ type: 'sendVendor', responderId: null, reason: 'a pump' });
    unit.reply('vera', { verb: 'accept', minutes: 30 });
    const night = openNight();
    night.reply('chen', { verb: 'accept', minutes: 20 });
    const before = unit.state;
    link(unit, headFacts(night.state));
    expect(unit.state.vendor).toBeNull();
    expect(textsTo(unit, 'vera')).not.toContain('standDown');
    if (!before.vendor) throw new Error('nobody was sent');
    night.run({ type: 'addPart', part: partOfState(before), asked: askedOf(before), vendor: before.vendor });
    expect(night.state.vendor?.accepted).toMatchObject({ responderId: 'vera' });
    expect(textsTo(night, 'vera')).toEqual(['confirm']);
    expect(textsTo(night, 'chen').at(-2)).toBe('taken');
    night.reply('vera', { verb: 'here' });
    expect(night.state.holder?.name).toBe('Vera Lind');
  });

  test('where the house has a vendor the one of the unit is stood down, and what has not left is called back', () => {
    const unit = openNight({ number: 1043, hasGateway: false });
    unit.vendors = [PEOPLE.vera];
    unit.run({ type: 'sendVendor', responderId: null, reason: 'a pump' });
    unit.run({ type: 'link', ...HEAD, head: CLIMBS, headVendorId: 'olga' });
    expect(textsTo(unit, 'vera')).toEqual(['vendor', 'standDown']);
    expect(unit.state.messages.find((each) => each.purpose === 'vendor')?.state).toBe('cancelled');
    const night = openNight();
    night.vendors = [PEOPLE.olga];
    night.run({ type: 'sendVendor', responderId: null, reason: 'a pump' });
    const vendor = { ...unit.state.vendor, current: null } as never;
    night.run({ type: 'addPart', part, asked: [], vendor });
    expect(night.state.vendor?.current?.responderId).toBe('olga');
  });

  test('a yes that overtakes the list of units: nobody is asked to take it any more, whoever has it reads which', () => {
    const night = openNight({ hasGateway: false });
    night.pass(9);
    night.run({ type: 'addPart', part, asked: [] });
    night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
    const units = night.state.messages.filter((each) => each.purpose === 'units' && each.state === 'queued');
    expect(units.map((each) => each.to.name)).toEqual(['Wei Chen']);
    expect(units[0]?.text).toContain('no further reply needed');
  });

  test('whoever is only informed is not asked to take it', () => {
    const night = openNight();
    const copy = { ...asked, recipient: { ...asked.recipient, isCopy: true as const } };
    night.run({ type: 'addPart', part, asked: [copy] });
    expect(textsTo(night, 'vera')).toEqual([]);
    expect(textsTo(night, 'chen')).toContain('units');
  });

  test('it is no part of another while it climbs for one', () => {
    const night = openNight();
    night.run({ type: 'addPart', part, asked: [] });
    expect(night.refusal({ type: 'link', headId: 'x', headNumber: 1, head: CLIMBS })).toBe('isHead');
    // Closed as reported twice, the residents of its parts would hear nothing at all.
    expect(night.refusal({ type: 'resolve', outcome: 'duplicate', words: 'see 1040' })).toBe('isHead');
    night.run({ type: 'removePart', partId: part.partId });
    expect(night.refusal({ type: 'link', headId: 'x', headNumber: 1, head: CLIMBS })).toBeNull();
    expect(night.run({ type: 'removePart', partId: part.partId })).toEqual([]);
  });

  test('whoever has it hears which unit needs nobody any more, and nobody else does', () => {
    const night = openNight();
    night.run({ type: 'addPart', part, asked: [asked] });
    night.run({ type: 'removePart', partId: part.partId });
    expect(lastText(night)).not.toContain('off this job');
    night.run({ type: 'addPart', part, asked: [] });
    night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
    night.run({ type: 'removePart', partId: part.partId });
    expect(of(night.events, 'messageQueued').at(-1)).toMatchObject({ to: { name: 'Wei Chen' } });
    expect(lastText(night)).toBe('#1042 Maple Court: 12A is off this job. Still on it: 14B.');
  });

  test('nobody hears of a unit that leaves what is over', () => {
    const night = openNight();
    night.run({ type: 'addPart', part, asked: [] });
    night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
    night.run({ type: 'resolve', outcome: 'fixed', words: 'valve closed' });
    const before = lastText(night);
    night.run({ type: 'removePart', partId: part.partId });
    expect(lastText(night)).toBe(before);
  });

  test('what its events are to the others', () => {
    const night = openNight();
    const accepted = night.reply('chen', { verb: 'accept', minutes: 20 }, '1 20');
    expect(moveOf(accepted, night.state)).toEqual({ news: 'acknowledged', closed: null });
    expect(headFacts(night.state)).toMatchObject({ status: 'acknowledged', holder: { name: 'Wei Chen' } });
    expect(moveOf(night.run({ type: 'setEta', etaMinutes: 40 }), night.state)).toEqual({
      news: 'delayed',
      closed: null,
    });
    expect(moveOf(night.run({ type: 'note', words: 'x' }), night.state)).toBeNull();
    expect(moveOf(night.run({ type: 'resolve', outcome: 'fixed', words: 'done' }, ROSA), night.state)).toMatchObject({
      closed: { outcome: 'fixed', words: 'done' },
    });
    expect(moveOf(night.run({ type: 'reopen', words: 'again' }), night.state)).toEqual({
      news: 'reopened',
      closed: null,
    });
  });
});
