import { describe, expect, it } from 'vitest';
import { planImport, previewOf } from '#core/portfolio';
import type { CoverFinding, PracticePhone, Property, Responder } from '#shared/contract';
import { parseReply } from '#shared/messages';
import { matches } from '../../renderer/screens/portfolio/find.ts';
import { changesOf, stateOf, titleOf } from '../../renderer/screens/portfolio/import-changes.ts';
import { nextAfter } from '../../renderer/screens/portfolio/next-after.ts';
import { inOrder, quickOf, visibleOf } from '../../renderer/screens/practice/phones.ts';
import { grouped } from '../../renderer/screens/readiness/findings.ts';
import { numberOf, ofNumber } from '../../renderer/screens/reports/incident-number.ts';

const marcus: Responder = {
  id: 'm',
  name: 'Marcus Chen',
  company: 'Harbor Plumbing',
  role: 'technician',
  trades: ['plumbing'],
  phone: '+14235550100',
  language: 'en',
  isEmergencyVendor: false,
  active: true,
};

describe('searching a list', () => {
  const texts = ['José Núñez', 'Harbor Plumbing', '+14235550142', null];
  it.each([
    ['', true],
    ['harbor', true],
    ['jose nunez', true],
    ['NÚÑEZ harbor', true],
    ['555-0142', true],
    ['(423) 555', true],
    ['14', true],
    ['9999', false],
    ['harbour', false],
  ])('%j', (wanted, expected) => expect(matches(wanted, texts)).toBe(expected));
});

describe('what an import would do', () => {
  const existing = { properties: [] as Property[], units: [], residents: [], responders: [marcus] };
  const plan = (csv: string) =>
    previewOf(planImport({ kind: 'responders', csv, existing, defaults: { zone: 'America/New_York', country: 'US' } }));

  it('names the field that changes, from what to what, and nothing else', () => {
    const made = plan('Name,Company,Role,Trades,Phone\nMarcus Chen,Harbor Plumbing,technician,plumbing,423-555-0177\n');
    expect(stateOf(made)).toBe('ready');
    const [update] = made.updates;
    if (!update) throw new Error('nothing would change');
    expect(changesOf(update.before, update.after)).toEqual([
      { field: 'phone', before: '+14235550100', after: '+14235550177' },
    ]);
    expect(titleOf(update.after)).toEqual({ name: 'Marcus Chen', detail: '+14235550177' });
  });

  it('says that a file that is on file already changes nothing', () => {
    const made = plan('Name,Company,Role,Trades,Phone\nMarcus Chen,Harbor Plumbing,technician,plumbing,4235550100\n');
    expect(stateOf(made)).toBe('nothing');
  });

  it('does not call a file on file of which rows cannot be imported, or one that lists nothing', () => {
    const onFile = 'Marcus Chen,Harbor Plumbing,technician,plumbing,4235550100\n';
    const made = plan(`Name,Company,Role,Trades,Phone\n${onFile}${onFile},,wizard,,12\nBo,,wizard,,\n`);
    expect([stateOf(made), made.unchanged, made.rowsLeftOut]).toEqual(['nothingNew', 2, 2]);
    expect(stateOf(plan('Name,Company,Role,Trades,Phone\nTotal,,,,1\n'))).toBe('nothingListed');
  });

  it('tells a file that cannot be read from one in which no row can be used', () => {
    expect(stateOf(plan('just a letter'))).toBe('fileError');
    expect(stateOf(plan('Name,Role,Phone\n,wizard,12\n'))).toBe('nothingUsable');
  });

  it('leaves ids out of what changed', () => {
    expect(changesOf({ id: 'a', unitId: 'u', name: 'A' }, { id: 'b', unitId: 'v', name: 'A' })).toEqual([]);
  });
});

describe('what is imported next', () => {
  it('leads from properties to who is on call', () => {
    const order = ['properties', 'units', 'residents', 'responders'] as const;
    expect(order.map(nextAfter)).toEqual(['units', 'residents', 'responders', 'oncall']);
    expect(nextAfter(null)).toBeNull();
  });
});

describe('phones on the practice screen', () => {
  const phone = (name: string, at: number | null, more: Partial<PracticePhone> = {}): PracticePhone => ({
    phone: '+14235550100',
    name,
    kind: 'responder',
    language: 'en',
    place: '',
    hasNewText: false,
    callDueAt: null,
    ...more,
    messages: at === null ? [] : [{ id: name, at, fromDesk: true, text: 'P1' }],
  });
  it('puts calls and new texts first, then the latest text, then names', () => {
    const fresh = phone('Fresh', 0, { hasNewText: true });
    const call = phone('Call', 0, { callDueAt: 9 });
    const phones = [phone('Zoe', null), phone('Ann', null), phone('Old', 1), phone('New', 5), fresh, call];
    expect(inOrder(phones).map((each) => each.name)).toEqual(['Call', 'Fresh', 'New', 'Old', 'Ann', 'Zoe']);
  });

  it('draws those with texts, all, or whoever is searched for by name, number or unit', () => {
    const dana = phone('Dana Núñez', null, { kind: 'resident', place: 'Maple Court 14B', phone: '+17065550124' });
    const phones = [phone('Marcus Chen', 3), phone('Aline Silva', null), dana];
    const names = (shown: 'withTexts' | 'all', find: string) => visibleOf(phones, shown, find).map((each) => each.name);
    expect(names('withTexts', '')).toEqual(['Marcus Chen']);
    expect(names('all', '')).toHaveLength(3);
    for (const find of ['nunez', 'maple 14b', '555 0124'])
      expect(names('withTexts', find), find).toEqual(['Dana Núñez']);
    expect(names('all', 'nobody')).toEqual([]);
  });

  it.each(['en', 'es'] as const)('answers what the grammar of replies understands, in the words of %s', (language) => {
    const verbs = quickOf({ kind: 'responder', language }).map(({ text }) => [
      parseReply(text).verb,
      parseReply(text).minutes,
    ]);
    expect(verbs).toEqual([
      ['accept', null],
      ['accept', 30],
      ['decline', null],
      ['notEmergency', null],
      ['here', null],
      ['done', null],
      ['eta', 45],
      ['status', null],
    ]);
  });

  it('answers HERE and DONE in the language its texts ask for', () => {
    const texts = (language: 'en' | 'es' | null) => quickOf({ kind: 'responder', language }).map(({ text }) => text);
    expect(texts('es')).toEqual(expect.arrayContaining(['AQUI', 'LISTO']));
    expect(texts('en')).toEqual(expect.arrayContaining(['HERE', 'DONE']));
    expect(texts(null)).toEqual(texts('en'));
  });
});

describe('the number of an incident', () => {
  it.each([
    ['1042', 1042],
    [' #1042 ', 1042],
    ['# 7', 7],
    ['', null],
    ['10x', null],
    ['-3', null],
  ])('%j', (typed, expected) => expect(numberOf(typed)).toBe(expected));

  it('takes exactly that incident, not those that begin alike', () => {
    const hits = [
      { kind: 'incident', title: '#104 Elm House 2' },
      { kind: 'incident', title: '#1042 Maple Court 14B' },
      { kind: 'unit', title: '104' },
    ];
    expect(ofNumber(hits, 104).map((hit) => hit.title)).toEqual(['#104 Elm House 2']);
    expect(ofNumber(hits, 10)).toEqual([]);
  });
});

describe('what is not covered tonight, as lines', () => {
  const finding = (trade: 'plumbing' | 'hvac', more: Partial<CoverFinding> = {}): CoverFinding => ({
    kind: 'nobody',
    trade,
    accepted: null,
    startsAt: 1,
    endsAt: 2,
    name: '',
    places: null,
    ...more,
  });
  it('puts trades that lack the same into one', () => {
    const lines = grouped([finding('plumbing'), finding('hvac'), finding('hvac', { places: ['Elm House'] })]);
    expect(lines.map((line) => [line.trades, line.places])).toEqual([
      [['plumbing', 'hvac'], null],
      [['hvac'], ['Elm House']],
    ]);
  });

  it('puts trades into one that the same person has accepted, and no others', () => {
    const accepted = (id: string, by = 'rosa') => ({ id, by, until: 9, reason: 'known' });
    const lines = grouped([
      finding('plumbing', { accepted: accepted('1') }),
      finding('hvac', { accepted: accepted('2') }),
      finding('hvac', { accepted: accepted('3', 'omar') }),
      finding('hvac'),
    ]);
    expect(lines.map((line) => line.trades.length)).toEqual([2, 1, 1]);
  });
});
