import type { HandoffDocument, IncidentReport } from '../../electron/core/handoff/handoff-document.ts';

const ZONE = 'America/Chicago';
/** 2026-11-21 00:00 CST. */
const MIDNIGHT = Date.UTC(2026, 10, 21, 6);
const minutes = (count: number): number => MIDNIGHT + count * 60_000;

/** The leak of the story: primary asleep, backup answers, lid closed for six minutes. */
export function leak(number = 1042): IncidentReport {
  return {
    number,
    tier: 'P1',
    place: 'Maple Court 14B',
    category: 'plumbing',
    zone: ZONE,
    reasons: ['water running', 'near electricity'],
    answers: [{ name: 'Marcus Bell (Harbor Plumbing)', afterMs: 552_000, reopenedAt: null }],
    sla: 'missed',
    outcome: 'Supply line under 15B shut off and capped; light circuit off until an electrician has looked at it.',
    timeline: [
      {
        at: minutes(-18),
        kind: 'contact',
        sentence: 'Dana Ruiz called; R. Alvarez answered in 9 s.',
        words: 'agua cayendo del techo sobre la luz',
        isLate: false,
      },
      { at: minutes(-17), kind: 'triage', sentence: 'Stamped P1 plumbing, confirmed by R. Alvarez.', isLate: false },
      { at: minutes(-17), kind: 'notice', sentence: 'Step 1: M. Chen, SMS delivered, phone rang.', isLate: false },
      { at: minutes(-17), kind: 'resident', sentence: 'Dana Ruiz was texted in Spanish.', isLate: false },
      { at: minutes(-9), kind: 'notice', sentence: 'Step 2: A. Silva (backup), SMS delivered.', isLate: false },
      { at: minutes(-8), kind: 'reply', sentence: 'Marcus Bell has it, 30 minutes.', words: '1 30', isLate: false },
      { at: minutes(16), kind: 'trouble', sentence: 'The desk was blind for 6 min: lid closed.', isLate: false },
      { at: minutes(22), kind: 'notice', sentence: 'Asked Marcus Bell whether he has arrived.', isLate: true },
      { at: minutes(31), kind: 'reply', sentence: 'Marcus Bell is there.', words: 'HERE', isLate: false },
      { at: minutes(95), kind: 'status', sentence: 'Resolved by Marcus Bell.', isLate: false },
    ],
  };
}

export function lockout(number = 1039): IncidentReport {
  return {
    number,
    tier: 'P2',
    place: 'Oak Terrace 7',
    category: 'lockout',
    zone: 'America/New_York',
    reasons: ['locked out', 'below freezing outside'],
    answers: [{ name: null, afterMs: null, reopenedAt: null }],
    sla: 'missed',
    outcome: 'Resident stayed with a neighbor; locksmith promised for the morning.',
    timeline: [
      {
        at: minutes(70),
        kind: 'contact',
        sentence: 'Text from Sam Okafor.',
        words: 'locked out, 27F here',
        isLate: false,
      },
      { at: minutes(72), kind: 'triage', sentence: 'Stamped P2 lockout.', isLate: false },
      { at: minutes(107), kind: 'trouble', sentence: 'Ladder ended, nobody has it.', isLate: false },
    ],
  };
}

/** A night with something of everything. */
export function night(changes: Partial<HandoffDocument> = {}): HandoffDocument {
  return {
    companyName: 'Harborview Property Management',
    practice: { share: 'none', onScreenCount: 0, leftCount: 31 },
    isDemo: false,
    language: 'en',
    paper: 'letter',
    session: {
      turns: [{ name: 'R. Alvarez', startedAt: minutes(-365), endedAt: minutes(450), words: '' }],
      startedAt: minutes(-365),
      endedAt: minutes(450),
    },
    zone: ZONE,
    logHead: `48112:${'9f3c51d2'.repeat(8)}`,
    generatedAt: minutes(450),
    productVersion: '0.1.0',
    summary: {
      contacts: 14,
      incidentsByTier: { P1: 2, P2: 3, P3: 6 },
      acknowledgedInTime: 3,
      toAcknowledge: 5,
      medianAcknowledgeMs: 252_000,
      stepsFired: 9,
      mostStepsOfOne: 3,
      undelivered: [
        { at: minutes(71), zone: 'America/New_York', to: 'Keystone Locksmith', why: 'The number is not in service.' },
      ],
      waiting: [
        { to: 'Mei Chen', zone: 'America/New_York', count: 2, since: minutes(449), why: 'The gateway is full.' },
      ],
      outages: [
        {
          from: minutes(20),
          to: minutes(21),
          why: 'the gateway cannot be reached',
          lateCount: 2,
          mostLateMs: 63_000,
        },
      ],
      lateBesides: { lateCount: 1, mostLateMs: 12_000 },
      unattended: [],
      unheard: [],
      blindTimes: [{ from: minutes(10), to: minutes(16), why: 'The computer slept: lid closed.' }],
      clockMoves: [{ at: minutes(120), byMs: -3_000 }],
      alarms: 12,
      triageMarks: { count: 2, of: 6 },
    },
    weather: [],
    openItems: [
      {
        number: 1039,
        tier: 'P2',
        place: 'Oak Terrace 7',
        category: 'lockout',
        problem: 'Locked out, key broken in the cylinder.',
        firstContactAt: minutes(70),
        ageDays: 0.3,
        owner: '',
        next: 'Call Keystone Locksmith by landline; their mobile is out of service.',
        zone: 'America/New_York',
      },
      {
        number: 1017,
        tier: 'P2',
        place: 'Elm House 3',
        category: 'heat',
        problem: 'Radiator cold in the bedroom.',
        firstContactAt: minutes(-4.2 * 1440),
        ageDays: 4.2,
        owner: 'J. Ortiz',
        next: 'Valve ordered, due Monday.',
        zone: ZONE,
      },
      {
        number: 1009,
        tier: 'P3',
        place: 'Elm House 12',
        category: 'appliance',
        problem: 'Dryer does not start.',
        firstContactAt: minutes(-6 * 1440),
        ageDays: 6,
        owner: 'Office',
        next: 'Tell the resident a date.',
        zone: ZONE,
      },
    ],
    callsToReturn: [
      {
        name: 'Priya Natarajan',
        callBack: '+1 312 555 0142',
        wish: 'Wants to see the two-bedroom at Maple Court.',
        receivedAt: minutes(-200),
        promisedAt: minutes(600),
        zone: ZONE,
      },
    ],
    morningQueue: [
      {
        number: 1040,
        place: 'Elm House 12',
        category: 'appliance',
        problem: 'The garbage disposal hums but does not turn 🔧 and smells ☁️',
        resident: 'Łukasz Nowák',
        callBack: '+1 312 555 0177',
        permissionToEnter: 'yes',
        promisedAt: minutes(600),
        zone: ZONE,
      },
      {
        number: 1041,
        place: 'Maple Court 2',
        category: 'pest',
        problem: 'Hormigas en la cocina desde ayer; tengo un perro, por favor llamen antes.',
        resident: 'José Núñez',
        callBack: '+1 312 555 0119',
        permissionToEnter: 'no',
        promisedAt: null,
        zone: ZONE,
      },
    ],
    incidents: [leak(), lockout()],
    responders: [
      { name: 'Marcus Bell (Harbor Plumbing)', notified: 2, answered: 2, declined: 0, medianAnswerMs: 64_000 },
      { name: 'M. Chen', notified: 3, answered: 0, declined: 1, medianAnswerMs: null },
    ],
    codesToChange: [{ place: 'Maple Court 14B', what: 'Lock box at the riser room', why: 'Marcus Bell, 23:53' }],
    ...changes,
  };
}
