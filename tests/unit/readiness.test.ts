import { describe, expect, it } from 'vitest';
import { type Property, type Responder, type Shift, type TargetSpec, TRADES } from '#shared/contract';
import { type Reached, type ReadinessFacts, readinessOf } from '#shared/readiness';

const HOUR_MS = 3_600_000;
/** Tuesday 17 November 2026, 18:00 in New York: the night lasts until eight. */
const NOW = Date.parse('2026-11-17T18:00:00-05:00');
const MORNING = NOW + 14 * HOUR_MS;

const responder = (id: string, more: Partial<Responder> = {}): Responder => ({
  id,
  name: id,
  company: '',
  role: 'technician',
  trades: [],
  phone: '+12025550100',
  language: 'en',
  isEmergencyVendor: false,
  active: true,
  ...more,
});
const property = (id: string, more: Partial<Property> = {}) =>
  ({ id, name: id, zone: 'America/New_York', nightStart: '17:00', nightEnd: '08:00', ...more }) as Property;
const shift = (responderId: string, more: Partial<Shift> = {}): Shift => ({
  id: `${responderId} ${more.trade ?? 'general'} ${more.role ?? 'primary'} ${more.propertyId ?? ''}`,
  trade: 'general',
  role: 'primary',
  propertyId: null,
  group: null,
  responderId,
  startsAt: NOW - HOUR_MS,
  endsAt: MORNING + HOUR_MS,
  ...more,
});

const REVIEW = { at: NOW - HOUR_MS, by: 'Ana', packVersion: '1', cardVersion: '1', companyVersion: 0 };

const FALLBACK: NonNullable<ReadinessFacts['fallback']> = {
  kind: 'gammu',
  isPractice: false,
  health: 'ok',
  detail: 'online',
  since: NOW - HOUR_MS,
  takenAt: null,
  deliveredAt: null,
};

const READY: ReadinessFacts = {
  now: NOW,
  sources: {
    shifts: [shift('ana'), shift('bea', { role: 'backup' })],
    rotations: [],
    covers: [],
    timeOff: [],
    feedShifts: [],
    decisions: [],
    groups: {},
  },
  properties: [property('Maple'), property('Elm')],
  responders: [responder('ana'), responder('bea'), responder('cas')],
  steps: [{ tier: 'P1', target: { kind: 'role', role: 'manager' }, people: [{ name: 'cas', hasNumber: true }] }],
  gateway: {
    kind: 'kannel',
    isPractice: false,
    health: 'ok',
    detail: 'online',
    since: NOW - HOUR_MS,
    takenAt: NOW - HOUR_MS,
    deliveredAt: NOW - HOUR_MS,
    hasVoice: false,
  },
  fallback: FALLBACK,
  reached: new Map([
    ['ana', { state: 'received', at: NOW - HOUR_MS }],
    ['bea', { state: 'received', at: NOW - 3 * HOUR_MS }],
  ]),
  hasReceipts: true,
  accepted: [],
  isDemo: false,
  shellAskedAt: NOW,
  unheard: { coordinator: { name: 'ana', hasMobile: true }, managers: ['cas'] },
  watch: { isOn: true, askedAt: NOW - 20_000 },
  triageReview: REVIEW,
  folder: '/data',
  freeBytes: 50_000_000_000,
};
const withShifts = (...shifts: readonly Shift[]): ReadinessFacts => ({
  ...READY,
  sources: { ...READY.sources, shifts },
});

describe('before the night', () => {
  it('is ready where every trade has two people, somebody can be reached at each step, and a receipt came', () => {
    const ready = readinessOf(READY);
    const { cover, people, gateway, fallback, tests, mode, triage, disk } = ready;
    expect(new Set([cover, people, gateway, fallback, tests, mode, triage, disk].map((check) => check.level))).toEqual(
      new Set(['ok']),
    );
    expect(cover).toMatchObject({ from: NOW, to: MORNING, properties: 2, findings: [] });
  });

  it('does not know of triage that nobody has looked over, and wants it looked over every ninety days', () => {
    const DAYS_MS = 90 * 24 * HOUR_MS;
    expect(readinessOf({ ...READY, triageReview: null }).triage).toEqual({
      level: 'unknown',
      review: null,
      dueAt: null,
    });
    const reviewed = (at: number) => readinessOf({ ...READY, triageReview: { ...REVIEW, at } }).triage.level;
    expect([reviewed(NOW - DAYS_MS), reviewed(NOW - DAYS_MS - 1)]).toEqual(['ok', 'warn']);
  });

  it('section 8: an alarm that nobody hears must find somebody: a manager, and better the coordinator before', () => {
    const level = (unheard: Partial<ReadinessFacts['unheard']>) =>
      readinessOf({ ...READY, unheard: { ...READY.unheard, ...unheard } }).unheard.level;
    expect(level({})).toBe('ok');
    expect(level({ coordinator: { name: 'ana', hasMobile: false } })).toBe('warn');
    expect(level({ coordinator: null })).toBe('ok');
    expect(level({ managers: [] })).toBe('bad');
  });

  it('section 8: the watch on a second computer was heard within the last minute, or is worth a look', () => {
    const level = (isOn: boolean, askedAt: number | null) =>
      readinessOf({ ...READY, watch: { isOn, askedAt } }).watch.level;
    expect(level(true, NOW - 59_000)).toBe('ok');
    expect(level(true, NOW - 61_000)).toBe('warn');
    expect(level(true, null)).toBe('warn');
    expect(level(false, NOW)).toBe('unknown');
  });

  it('never says for sure that the computer stays awake', () => {
    expect(readinessOf(READY).awake.level).toBe('unknown');
    expect(readinessOf({ ...READY, shellAskedAt: null }).awake.level).toBe('warn');
    expect(readinessOf({ ...READY, shellAskedAt: NOW - 5 * 60_000 }).awake.level).toBe('warn');
  });

  it('looks at the coming night by day, and at a day at most over a weekend', () => {
    const noon = Date.parse('2026-11-17T12:00:00-05:00');
    expect(readinessOf({ ...READY, now: noon }).cover).toMatchObject({ from: noon + 5 * HOUR_MS, to: MORNING });
    const friday = Date.parse('2026-11-20T18:00:00-05:00');
    expect(readinessOf({ ...READY, now: friday }).cover).toMatchObject({ from: friday, to: friday + 24 * HOUR_MS });
  });
});

describe('cover tonight', () => {
  const findings = (facts: ReadinessFacts) =>
    readinessOf(facts).cover.findings.map(({ kind, trade, name, places }) => [kind, trade, name, places]);

  it('is bad where a trade has nobody, and says so of every trade', () => {
    const { cover } = readinessOf(withShifts());
    expect(cover.level).toBe('bad');
    expect(cover.findings.map((each) => each.trade)).toEqual(TRADES);
    expect(cover.findings[0]).toMatchObject({ kind: 'nobody', startsAt: NOW, endsAt: MORNING, places: null });
  });

  it('is thin without a backup, without a primary, or with one person in both roles', () => {
    const own = { trade: 'plumbing' } as const;
    const two = [shift('ana'), shift('bea', { role: 'backup' })];
    expect(readinessOf(withShifts(shift('ana'))).cover.level).toBe('warn');
    expect(findings(withShifts(shift('ana'))).every(([kind]) => kind === 'noBackup')).toBe(true);
    expect(findings(withShifts(shift('ana', { role: 'backup' }))).every(([kind]) => kind === 'noPrimary')).toBe(true);
    expect(findings(withShifts(...two, shift('bea', own)))).toEqual([['onePerson', 'plumbing', 'bea', null]]);
  });

  it('finds the hours, and who has left covers none of them', () => {
    const until = NOW + 4 * HOUR_MS;
    const { cover } = readinessOf(withShifts(shift('ana'), shift('bea', { role: 'backup', endsAt: until })));
    expect(cover.findings[0]).toMatchObject({ kind: 'noBackup', startsAt: until, endsAt: MORNING });
    const left = READY.responders.map((each) => ({ ...each, active: each.id !== 'bea' }));
    expect(findings({ ...READY, responders: left }).every(([kind]) => kind === 'noBackup')).toBe(true);
  });

  it('names the one property that has a duty of its own, and whose night is another', () => {
    const two = [shift('ana'), shift('bea', { role: 'backup' })];
    const own = shift('bea', { trade: 'plumbing', propertyId: 'Elm' });
    expect(findings(withShifts(...two, own))).toEqual([['onePerson', 'plumbing', 'bea', ['Elm']]]);
    const late = { ...withShifts(...two), properties: [property('Maple'), property('Elm', { nightEnd: '10:00' })] };
    expect(findings(late)[0]).toEqual(['nobody', 'plumbing', '', ['Elm']]);
  });

  it('tells what was accepted by name and does not warn of it, until it is not accepted any more', () => {
    const decisions = TRADES.map((trade) => ({
      role: 'backup' as const,
      propertyId: null,
      group: null,
      kind: 'accepted' as const,
      id: trade,
      trade,
      until: MORNING,
      reason: 'two are enough',
      by: 'rosa',
      createdAt: NOW - HOUR_MS,
    }));
    const alone = withShifts(shift('ana'));
    const known = readinessOf({ ...alone, sources: { ...alone.sources, decisions } }).cover;
    expect(known.level).toBe('ok');
    expect(known.findings).toHaveLength(TRADES.length);
    expect(known.findings[0]).toMatchObject({ kind: 'noBackup', accepted: { by: 'rosa', until: MORNING } });
    const soon = decisions.map((each) => ({ ...each, until: NOW + HOUR_MS }));
    expect(readinessOf({ ...alone, sources: { ...alone.sources, decisions: soon } }).cover.level).toBe('warn');
  });

  it('is unknown without properties, not fine', () => {
    expect(readinessOf({ ...READY, properties: [] }).cover).toMatchObject({ level: 'unknown', from: NOW, to: NOW });
  });
});

describe('whom a text cannot reach', () => {
  const manager: TargetSpec = { kind: 'role', role: 'manager' };

  it('is bad for somebody on call, once however many of their shifts there are', () => {
    const mute = READY.responders.map((each) => (each.id === 'ana' ? { ...each, phone: null } : each));
    const twice = shift('ana', { id: 'again', startsAt: NOW + HOUR_MS, endsAt: NOW + 2 * HOUR_MS });
    const { people } = readinessOf({ ...withShifts(...READY.sources.shifts, twice), responders: mute });
    expect(people).toEqual({
      level: 'bad',
      findings: [{ kind: 'onCallWithoutNumber', name: 'ana', trade: 'general', role: 'primary' }],
    });
  });

  it('is worth a look for a step that names nobody, or somebody without a number', () => {
    const steps = [
      { tier: 'P1', target: manager, people: [] },
      { tier: 'P2', target: manager, people: [{ name: 'cas', hasNumber: false }] },
    ] as const;
    expect(readinessOf({ ...READY, steps }).people).toEqual({
      level: 'warn',
      findings: [
        { kind: 'stepWithoutPerson', tier: 'P1', target: manager },
        { kind: 'stepWithoutNumber', name: 'cas', tier: 'P2', target: manager },
      ],
    });
  });
});

describe('gateway, mode and disk', () => {
  const gateway = (more: Partial<ReadinessFacts['gateway']>) =>
    readinessOf({ ...READY, gateway: { ...READY.gateway, ...more } });

  it.each([
    ['down', { health: 'down', detail: 'noAnswer' }, 'bad'],
    ['not asked yet', { health: 'warn', detail: 'notAsked' }, 'unknown'],
    ['unsure', { health: 'warn', detail: 'linkDown' }, 'warn'],
    ['works, but no receipt has ever come', { deliveredAt: null }, 'unknown'],
    ['works, and the last receipt is of the day before yesterday', { deliveredAt: NOW - 40 * HOUR_MS }, 'warn'],
  ] as const)('a gateway that is %s', (_, more, level) => expect(gateway(more).gateway.level).toBe(level));

  it('a company that practises, and a demo that sends, are both said', () => {
    expect(gateway({ isPractice: true }).mode.level).toBe('warn');
    expect(readinessOf({ ...READY, isDemo: true }).mode.level).toBe('bad');
    expect(readinessOf({ ...READY, isDemo: true, gateway: { ...READY.gateway, isPractice: true } }).mode.level).toBe(
      'ok',
    );
  });

  it.each([
    [null, 'unknown'],
    [100_000_000, 'bad'],
    [900_000_000, 'warn'],
    [5_000_000_000, 'ok'],
  ] as const)('%s bytes free are %s', (freeBytes, level) =>
    expect(readinessOf({ ...READY, freeBytes }).disk.level).toBe(level),
  );
});

describe('section 8: the ways out before the night', () => {
  it('the fallback has answered; that there is none is worth a look, and is nothing to a desk that practises', () => {
    const level = (fallback: ReadinessFacts['fallback'], isPractice = false) =>
      readinessOf({ ...READY, fallback, gateway: { ...READY.gateway, isPractice } }).fallback.level;
    expect(level(FALLBACK)).toBe('ok');
    expect(level({ ...FALLBACK, health: 'down' })).toBe('bad');
    expect(level({ ...FALLBACK, health: 'warn' })).toBe('warn');
    expect(level({ ...FALLBACK, health: 'warn', detail: 'notAsked' })).toBe('unknown');
    // Practice never stands in for a real one, nor a real one for practice.
    expect(level({ ...FALLBACK, isPractice: true })).toBe('warn');
    expect(level({ ...FALLBACK, isPractice: true }, true)).toBe('ok');
    expect(level(FALLBACK, true)).toBe('warn');
    expect(level(null)).toBe('warn');
    expect(level(null, true)).toBe('unknown');
  });

  it.each<[string, [string, Reached][], boolean, string, string]>([
    ['both received a text', [...READY.reached], true, 'ok', 'received'],
    ['one received none', [['ana', { state: 'received', at: NOW }]], true, 'warn', 'due'],
    ['one was tested, no receipt yet', [...READY.reached, ['bea', { state: 'sent', at: NOW }]], true, 'warn', 'sent'],
    ['the same without receipts', [...READY.reached, ['bea', { state: 'sent', at: NOW }]], false, 'unknown', 'sent'],
    ['a test failed', [...READY.reached, ['bea', { state: 'failed', at: NOW }]], true, 'bad', 'failed'],
  ])('tonight’s people, and only they, have been reached: %s', (_, reached, hasReceipts, level, state) => {
    const { tests } = readinessOf({ ...READY, reached: new Map(reached), hasReceipts });
    expect(tests.level).toBe(level);
    expect(tests.people.map((each) => each.name)).toEqual(['ana', 'bea']);
    expect(tests.people[1]?.state).toBe(state);
  });

  it('whoever has no number is told by another check', () => {
    const mute = READY.responders.map((each) => (each.id === 'ana' ? { ...each, phone: null } : each));
    const { tests } = readinessOf({ ...READY, responders: mute });
    expect(tests).toMatchObject({ level: 'ok', people: [{ state: 'noNumber' }, { state: 'received' }] });
  });
});
