import { describe, expect, it } from 'vitest';
import type { Ladder } from '#shared/contract';
import type { EventOf, IncidentEvent, IncidentEventType, StepRecipient } from '../../shared/incident/events.ts';
import { narrate } from '../../shared/incident/narrate.ts';

const AT = Date.UTC(2026, 10, 21, 4, 42, 1); // 23:42:01 in New York
const ZONE = 'America/New_York';
const ROSA = { kind: 'staff', id: 's1', name: 'Rosa Alvarez' } as const;
const CORE = { kind: 'core' } as const;
const CHEN: StepRecipient = {
  responderId: 'r1',
  name: 'Marcus Chen',
  company: 'Harbor Plumbing',
  phone: '+12025550121',
  language: 'en',
  as: { kind: 'onCall', role: 'primary' },
  channels: ['sms', 'voice'],
  whateverElse: false,
  code: 'A',
};
const LADDER: Ladder = { steps: [], lastWindowMin: 8 };
const step = { round: 1, step: 0, dueAt: AT, lateMs: 0, nextAt: AT + 480_000 };
const base = { v: 1, at: AT, by: CORE } as const;

/** One event of every type; a new type without an example does not compile. */
const EVENTS: { readonly [Type in IncidentEventType]: EventOf<Type> } = {
  reported: {
    ...base,
    type: 'reported',
    by: ROSA,
    incidentId: 'i1',
    number: 1042,
    channel: 'phone',
    contactId: 'c1',
    firstContactAt: AT,
    place: {
      propertyId: 'p1',
      unitId: 'u1',
      propertyName: 'Maple Court',
      unitLabel: '14B',
      address: '',
      zone: ZONE,
      shutOff: '',
    },
    caller: { name: 'Dana Ruiz', phone: null, language: 'es', residentId: null, hasVolunteeredNeed: false },
    text: 'agua cayendo del techo sobre la luz',
    verdict: {
      category: 'plumbing',
      tier: 'P2',
      trade: 'plumbing',
      confidence: 0.9,
      reasons: [],
      lifeSafety: null,
      packVersion: '1',
    },
    category: 'plumbing',
    tier: 'P1',
    trade: 'plumbing',
    tierReason: 'ceiling sags',
    permissionToEnter: 'yes',
  },
  linked: { ...base, type: 'linked', by: ROSA, headId: 'i0', headNumber: 1041 },
  unlinked: { ...base, type: 'unlinked', by: ROSA, headId: 'i0', headNumber: 1041, reason: 'a leak of its own' },
  partAdded: {
    ...base,
    type: 'partAdded',
    partId: 'i2',
    number: 1043,
    unitLabel: '12A',
    residentName: 'Ann Lee',
    text: 'water here too',
    tier: 'P2',
    hasVolunteeredNeed: false,
    lifeSafety: null,
    asked: [],
  },
  partRemoved: { ...base, type: 'partRemoved', partId: 'i2', number: 1043, unitLabel: '12A' },
  headMoved: {
    ...base,
    type: 'headMoved',
    news: 'acknowledged',
    status: 'acknowledged',
    holder: { name: 'Marcus Chen', company: 'Harbor Plumbing' },
    etaAt: null,
    nextAt: null,
  },
  dispatched: {
    ...base,
    type: 'dispatched',
    by: ROSA,
    tier: 'P1',
    policyId: 'd',
    policyName: 'Default',
    policyVersion: 3,
    ladder: LADDER,
    why: 'report',
  },
  ladderChanged: {
    ...base,
    type: 'ladderChanged',
    by: ROSA,
    ladder: {
      steps: [
        {
          afterPreviousMin: 4,
          targets: [{ target: { kind: 'role', role: 'owner' }, channels: ['sms'], whateverElse: true }],
        },
      ],
      lastWindowMin: 8,
    },
    insteadOf: LADDER,
    dueAt: AT + 180_000,
    words: 'Chen is at a funeral',
  },
  jumped: { ...base, type: 'jumped', by: ROSA, from: 1, step: 3, reason: 'ceiling is down' },
  roundStarted: { ...base, type: 'roundStarted', round: 2, dueAt: AT, lateMs: 0, isLastResort: false, firstStepAt: AT },
  stepFired: {
    ...base,
    ...step,
    type: 'stepFired',
    lateMs: 240_000,
    isLastResort: false,
    recipients: [CHEN],
    why: 'due',
  },
  stepSkipped: {
    ...base,
    ...step,
    type: 'stepSkipped',
    step: 1,
    why: 'nobodyOnCall',
    wanted: [{ kind: 'onCall', role: 'backup' }],
  },
  stepHeld: { ...base, type: 'stepHeld', step: 1, dueAt: AT, untilAt: AT + 60_000 },
  messageQueued: {
    ...base,
    type: 'messageQueued',
    key: 'k',
    purpose: 'step',
    lane: 0,
    to: { kind: 'responder', responderId: 'r1', name: 'Marcus Chen', phone: '+12025550121' },
    text: '#1042 P1 water',
    round: 1,
    step: 0,
    sendAt: AT,
    expiresAt: AT,
  },
  messageState: {
    ...base,
    type: 'messageState',
    key: 'k',
    state: 'unknown',
    attempt: 2,
    gateway: 'kannel',
    reason: 'answerLost:time-out',
    isPossiblyTwice: true,
    nextAt: null,
  },
  messageReworded: { ...base, type: 'messageReworded', key: 'k', text: 'P1 Maple 3A: gas' },
  messageRetried: { ...base, type: 'messageRetried', key: 'k', isPossiblyTwice: false, nextAt: AT, expiresAt: AT },
  replied: {
    ...base,
    type: 'replied',
    responderId: 'r1',
    name: 'Marcus Chen',
    contactId: 'c',
    words: '1 30',
    understoodAs: 'accept',
  },
  acknowledged: {
    ...base,
    type: 'acknowledged',
    by: ROSA,
    responderId: 'r1',
    name: 'Marcus Chen',
    company: 'Harbor Plumbing',
    how: 'onBehalf',
    via: 'phone',
    words: 'on my way',
    etaAt: AT + 1_800_000,
    isSlaKept: true,
  },
  held: { ...base, type: 'held', untilAt: AT + 600_000, reason: 'calling back' },
  holdEnded: { ...base, type: 'holdEnded', why: 'time' },
  tierConfirmAsked: { ...base, type: 'tierConfirmAsked', byAt: AT + 300_000 },
  tierConfirmed: { ...base, type: 'tierConfirmed', how: 'reply' },
  stillComingAsked: { ...base, type: 'stillComingAsked', byAt: AT + 600_000 },
  handedOver: {
    ...base,
    type: 'handedOver',
    fromId: 'r1',
    fromName: 'Marcus Chen',
    toId: 'r2',
    toName: 'Ines Ortega',
    via: 'phone',
    words: 'I am closer',
  },
  connected: { ...base, type: 'connected', responderId: 'r1', name: 'Marcus Chen', result: 'connected' },
  vendorAsked: {
    ...base,
    type: 'vendorAsked',
    recipient: CHEN,
    mode: 'send',
    answerBy: AT + 600_000,
    reason: 'wants a pump',
    notInsured: ['Old Drains'],
  },
  vendorAnswered: {
    ...base,
    type: 'vendorAnswered',
    responderId: 'r1',
    name: 'Marcus Chen',
    answer: 'accepted',
    etaAt: AT + 900_000,
  },
  vendorsSpent: { ...base, type: 'vendorsSpent' },
  stoodDown: { ...base, type: 'stoodDown', responderId: 'r1', name: 'Marcus Chen', reason: 'not needed' },
  promiseSettled: { ...base, type: 'promiseSettled', what: 'morning', isKept: false },
  declined: { ...base, type: 'declined', responderId: 'r1', name: 'Marcus Chen', how: 'reply', words: '2' },
  saidNotEmergency: { ...base, type: 'saidNotEmergency', responderId: 'r1', name: 'Marcus Chen', words: '3' },
  etaSet: { ...base, type: 'etaSet', by: ROSA, etaAt: AT + 1_800_000, how: 'desk' },
  etaAsked: { ...base, type: 'etaAsked', responderId: 'r1' },
  arrived: { ...base, type: 'arrived', by: ROSA, responderId: 'r1', name: 'Marcus Chen', how: 'desk' },
  resolved: {
    ...base,
    type: 'resolved',
    by: ROSA,
    outcome: 'madeSafe',
    words: 'valve shut',
    how: 'desk',
    followUpAt: null,
  },
  reopened: { ...base, type: 'reopened', why: 'etaMissed', words: '', startsLadder: true },
  tierChanged: { ...base, type: 'tierChanged', by: ROSA, from: 'P2', to: 'P1', reason: 'now through the floor' },
  unanswered: { ...base, type: 'unanswered', round: 1 },
  alarmRaised: { ...base, type: 'alarmRaised', kind: 'unanswered', step: null },
  alarmHeard: { ...base, type: 'alarmHeard', by: ROSA, kinds: ['unanswered'] },
  callByHandPlanned: {
    ...base,
    type: 'callByHandPlanned',
    responderId: 'r1',
    name: 'Marcus Chen',
    phone: null,
    dueAt: AT + 120_000,
  },
  callByHandDue: { ...base, type: 'callByHandDue', responderId: 'r1', name: 'Marcus Chen', phone: null },
  callEnded: {
    ...base,
    type: 'callEnded',
    key: 'i1-9',
    responderId: 'r1',
    name: 'Marcus Chen',
    turn: 1,
    result: 'key',
    pressed: '1',
    attempt: 1,
    gateway: 'sip',
    reason: null,
  },
  callMade: { ...base, type: 'callMade', by: ROSA, responderId: 'r1', name: 'Marcus Chen', result: 'voicemail' },
  promised: { ...base, type: 'promised', byAt: AT + 540_000 },
  residentTextHeld: { ...base, type: 'residentTextHeld', purpose: 'stepping', untilAt: AT + 300_000 },
  residentTextSuppressed: { ...base, type: 'residentTextSuppressed', purpose: 'receipt', why: 'noPhone' },
  slaMissed: { ...base, type: 'slaMissed', what: 'acknowledge', dueAt: AT },
  resolutionChecked: { ...base, type: 'resolutionChecked' },
  followUpAsked: { ...base, type: 'followUpAsked' },
  followUpAnswered: { ...base, type: 'followUpAnswered', isFixed: false, rating: 2, words: 'no' },
  contactJoined: { ...base, type: 'contactJoined', contactId: 'c2', words: 'it is worse now' },
  wordsRead: { ...base, type: 'wordsRead', by: ROSA, contactId: null },
  noted: { ...base, type: 'noted', by: ROSA, words: 'dog in the unit' },
  emergencyCallAnswered: { ...base, type: 'emergencyCallAnswered', by: ROSA, answer: 'couldNotAsk' },
  triageMarked: { ...base, type: 'triageMarked', by: ROSA, mark: 'tooLow', tier: 'P3', category: 'gas' },
  wallClockMoved: { ...base, type: 'wallClockMoved', deltaMs: 3_600_000 },
};
const ALL: readonly IncidentEvent[] = Object.values(EVENTS);

describe('narrate', () => {
  it.each(ALL.map((event) => [event.type, event] as const))('tells %s whole, in both languages', (_, event) => {
    const en = narrate(event, 'en', ZONE);
    const es = narrate(event, 'es', ZONE);
    for (const { sentence } of [en, es]) expect(sentence).not.toMatch(/undefined|null|NaN|\[object|^\s|\s{2}|^$/);
    expect(es.sentence).not.toBe(en.sentence);
    expect(es.words).toBe(en.words);
    expect(es.tone).toBe(en.tone);
  });

  it.each([
    [EVENTS.reported, 'Call from Dana Ruiz, Maple Court 14B: P1 plumbing (verdict P2, P1 chosen: ceiling sags)'],
    [EVENTS.stepFired, 'Step 1: Marcus Chen, primary (SMS + call), 4 min late'],
    [EVENTS.stepSkipped, 'Step 2 reached nobody: nobody is on call (backup)'],
    [
      EVENTS.messageState,
      'Not known whether the message left, attempt 2 (the gateway’s answer was lost: time-out), possibly twice',
    ],
    [EVENTS.acknowledged, 'Marcus Chen (Harbor Plumbing) has it, ETA 00:12; entered by Rosa Alvarez, told by phone'],
    [EVENTS.unanswered, 'Unanswered after round 1'],
    [
      EVENTS.ladderChanged,
      'Rosa Alvarez changed the ladder for this incident only: step 1: + 4 min, + owner (SMS, whatever else). Next at 23:45',
    ],
    [EVENTS.jumped, 'Rosa Alvarez jumped from step 2 to step 4'],
  ] as const)('says who, how and when: %#', (event, sentence) => {
    expect(narrate(event, 'en', ZONE).sentence).toBe(sentence);
  });

  it('quotes words as they were said, whatever the reader speaks', () => {
    expect(narrate(EVENTS.reported, 'en', ZONE).words).toBe('agua cayendo del techo sobre la luz');
    expect(narrate(EVENTS.noted, 'es', ZONE).words).toBe('dog in the unit');
  });

  it('never calls a message that was only sent a person reached', () => {
    const state = (name: EventOf<'messageState'>['state']) =>
      narrate({ ...EVENTS.messageState, state: name }, 'en', ZONE);
    expect(state('accepted').tone).not.toBe('ok');
    expect(state('unconfirmed').tone).not.toBe('ok');
    expect(state('delivered').tone).toBe('ok');
    expect(state('failed').tone).toBe('hot');
  });

  const HOUR = 3_600_000;
  it.each([
    // Friday 23:42: what comes within the night is not said with its day, Monday is.
    [EVENTS.etaSet, 'ETA 00:12, from Rosa Alvarez', 'Llegada prevista 00:12, según Rosa Alvarez'],
    [
      { ...EVENTS.promised, byAt: AT + 10 * HOUR },
      'The resident was promised news by 09:42',
      'Se prometieron novedades al residente antes de las 09:42',
    ],
    [
      { ...EVENTS.promised, byAt: Date.UTC(2026, 10, 23, 15) },
      'The resident was promised news by Monday 10:00',
      'Se prometieron novedades al residente antes de las 10:00 del lunes',
    ],
    [
      { ...EVENTS.promised, byAt: AT + 13 * HOUR },
      'The resident was promised news by Saturday 12:42',
      'Se prometieron novedades al residente antes de las 12:42 del sábado',
    ],
    // The desk slept: the hour that was missed was yesterday's.
    [
      { ...EVENTS.slaMissed, at: AT + 15 * HOUR, dueAt: AT },
      'Not acknowledged by Friday 23:42',
      'Nadie lo aceptó antes de las 23:42 del viernes',
    ],
    // A week later the weekday alone would be mistaken for this one.
    [
      { ...EVENTS.promised, byAt: AT + 7 * 24 * HOUR },
      'The resident was promised news by Friday, November 27, 23:42',
      'Se prometieron novedades al residente antes de las 23:42 del viernes, 27 de noviembre',
    ],
  ] as const)('says the day where the hour alone could be mistaken: %#', (event, en, es) => {
    expect(narrate(event, 'en', ZONE).sentence).toBe(en);
    expect(narrate(event, 'es', ZONE).sentence).toBe(es);
  });

  it('the company’s own rules are called so in the reader’s language, others by their name', () => {
    const own = { ...EVENTS.dispatched, policyId: 'company', policyName: 'Company policy' };
    expect(narrate(own, 'en', ZONE).sentence).toContain(', company policy v3');
    expect(narrate(own, 'es', ZONE).sentence).toContain(', reglas de la empresa v3');
    expect(narrate({ ...own, policyId: 'g', policyName: 'Elm' }, 'es', ZONE).sentence).toContain(', reglas de Elm v3');
  });

  it('a time of the same day needs no day, however far', () => {
    const noon = Date.UTC(2026, 10, 20, 5, 30); // 00:30 in New York
    const event = { ...EVENTS.promised, at: noon, byAt: noon + 20 * HOUR };
    expect(narrate(event, 'en', ZONE).sentence).toBe('The resident was promised news by 20:30');
  });

  it('names the time in the zone asked for', () => {
    expect(narrate(EVENTS.etaSet, 'en', 'America/Chicago').sentence).toContain('23:12');
  });
});
