import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type VerifyResult, verifyLines } from '#core/guard';
import { allLines, logHead, openForReading, personalRows, rebuildCheck } from '#core/store';
import { OUTCOMES, TIERS } from '#shared/contract';
import { duration, type Night, openNight } from '../world.ts';
import { expectAnswer } from './expect-answer.ts';

/**
 * Whatever a night brings, what is shown and due is what the log says: random
 * acts of coordinator, responders, residents, gateway and clocks through the real core.
 */

const RUNS = 25;
const PLACES = ['maple 3a', 'elm 7', 'oak 4', 'riverbend 101', 'maple 14b'] as const;
const TEXTS = [
  'water is running through the ceiling',
  'no hot water',
  'smell of gas in the hall',
  'the tap drips',
] as const;
const SAID = [
  '1',
  '1 30',
  '2',
  '3',
  'HERE',
  'DONE',
  '?',
  'ok',
  'eta 20',
  '1A',
  '1B 15',
  'what?',
  'STOP',
  'START',
] as const;
const TROUBLES = ['none', 'none', 'refusing', 'down', 'silent'] as const;

type Act =
  | { readonly do: 'report'; readonly place: number; readonly text: number; readonly tier: number }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'sleep'; readonly minutes: number }
  | { readonly do: 'moveWall'; readonly minutes: number }
  | { readonly do: 'reply'; readonly phone: number; readonly words: number }
  | { readonly do: 'trouble'; readonly which: number }
  | { readonly do: 'desk'; readonly incident: number; readonly act: number; readonly pick: number }
  | { readonly do: 'restart' };

const upTo = (most: number) => fc.nat({ max: most });
const ACT: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('report'), place: upTo(4), text: upTo(3), tier: upTo(3) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass'), seconds: upTo(900) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('reply'), phone: upTo(9), words: upTo(SAID.length - 1) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('desk'), incident: upTo(5), act: upTo(9), pick: upTo(7) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sleep'), minutes: upTo(200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('moveWall'), minutes: fc.integer({ min: -90, max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('trouble'), which: upTo(TROUBLES.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart') }) },
);

async function carryOut(night: Night, act: Act): Promise<void> {
  switch (act.do) {
    case 'report': {
      const tier = TIERS[act.tier];
      const [place, text] = [PLACES[act.place] ?? 'elm 7', TEXTS[act.text] ?? 'no hot water'];
      await night.report(tier ? { place, text, tier } : { place, text });
      return;
    }
    case 'pass':
      return night.pass(`${act.seconds} s`);
    case 'sleep':
      night.clock.sleep(act.minutes * duration('1 min'));
      return night.pass('0 s');
    case 'moveWall':
      night.clock.moveWall(act.minutes * duration('1 min'));
      return night.pass('1 s');
    case 'reply': {
      const phones = night.core.api.practicePhones().filter((each) => each.messages.length > 0);
      const phone = phones[act.phone % Math.max(1, phones.length)]?.phone;
      if (phone) await night.core.api.practiceReply({ phone, text: SAID[act.words] ?? '?' });
      return night.settle();
    }
    case 'trouble':
      night.core.api.practiceTrouble(TROUBLES[act.which] ?? 'none');
      return night.settle();
    case 'restart':
      return night.restart();
    case 'desk':
      return atDesk(night, act);
  }
}

/** One thing a coordinator does to an incident, sensible or not: what is refused is refused in words. */
async function atDesk(night: Night, { incident, act, pick }: Extract<Act, { do: 'desk' }>): Promise<void> {
  const { api } = night.core;
  const ids = [...api.queueList('all').ids, ...api.queueList('closed').ids];
  const incidentId = ids[incident % Math.max(1, ids.length)];
  if (incidentId === undefined) return;
  const people = api.portfolio().responders;
  const responderId = people[pick]?.id ?? '';
  const words = 'as he said';
  const acts = [
    { type: 'acknowledgeFor', incidentId, responderId, via: 'phone', words, etaMinutes: pick === 0 ? null : pick * 9 },
    { type: 'declineFor', incidentId, responderId, via: 'phone', words },
    { type: 'escalateNow', incidentId },
    { type: 'setEta', incidentId, etaMinutes: 10 + pick },
    { type: 'markArrived', incidentId },
    { type: 'resolve', incidentId, outcome: OUTCOMES[pick] ?? 'fixed', words },
    { type: 'reopen', incidentId, words },
    { type: 'changeTier', incidentId, tier: TIERS[pick % 3] ?? 'P1', reason: words },
    { type: 'writeTo', incidentId, to: pick % 2 === 0 ? 'resident' : 'responders', text: 'We are on it.' },
    { type: 'logCall', incidentId, responderId, result: 'noAnswer' },
  ] as const;
  const action = acts[act];
  if (action) expectAnswer(await night.act(action));
  if (pick === 3) await api.hearAlarms();
}

function expectWhole(night: Night): void {
  const { store, api } = night.core;
  expect(rebuildCheck(store.write).differences).toEqual([]);
  for (const id of [...api.queueList('P1').ids, ...api.queueList('P2').ids]) {
    const view = night.incident(id);
    const moving = view.clocks.filter((each) => each.kind !== 'sla' && each.kind !== 'promise');
    expect(
      moving.length + view.alarms.length,
      `${view.row.tier} ${view.row.status} has neither clock nor alarm`,
    ).toBeGreaterThan(0);
  }
  const now = night.clock.now();
  const overdue = store.read.all(
    'SELECT incident_id, kind, due_at - ? AS early FROM clock WHERE due_at <= ?',
    now,
    now,
  );
  expect(overdue).toEqual([]);
  expect(store.read.all(`SELECT key, state FROM outbox WHERE state = 'sending' OR lease_until IS NOT NULL`)).toEqual(
    [],
  );
  expect(store.read.all('SELECT key, state FROM outbox WHERE next_at <= ?', now)).toEqual([]);
  expect(api.alarms().map((each) => each.kind)).not.toContain('withoutClock');
}

/** What `verifyLog` finds, without a thread of its own: loading one takes ten times as long as such a log. */
function verified(folder: string): VerifyResult {
  const { read, close } = openForReading(folder);
  try {
    return verifyLines(allLines(read), (ids) => personalRows(read, ids));
  } finally {
    close();
  }
}

describe('invariants 1, 3 and 4: after a random night', () => {
  it('what is stored is what the log says, everything open is looked after, nothing is stuck', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ACT, { minLength: 6, maxLength: 22 }), async (acts) => {
        const night = await openNight();
        try {
          for (const act of acts) await carryOut(night, act);
          await night.pass('20 s');
          expectWhole(night);
          expect(verified(night.folder)).toMatchObject({ ok: true });
          await night.restart();
          expectWhole(night);
        } finally {
          await night.end();
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});

describe('invariant 7: the log', () => {
  let night: Night;
  const HIDDEN = {
    words: 'water runs through the ceiling of the nursery, Aunt Josefina slipped',
    reply: 'yes but my daughter Wilhelmina is ill',
    heard: 'tell them I am Don Anselmo from the ground floor',
    note: 'she sounded like Mrs. Pemberton',
  } as const;
  let resident: { readonly name: string; readonly phone: string | null } | undefined;

  beforeAll(async () => {
    night = await openNight();
    resident = night.core.api.places('maple 3a')[0]?.residents[0];
    const id = await night.report({ text: HIDDEN.words, place: 'maple 3a', tier: 'P1' });
    await night.phone('Marcus Chen').replies(HIDDEN.reply);
    await night.phone(resident?.name ?? '').replies(HIDDEN.heard);
    await night.act({ type: 'note', incidentId: id, words: HIDDEN.note });
    await night.phone('Marcus Chen').replies('1 30');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'fixed', words: HIDDEN.note });
    await night.pass('121 min');
    await night.phone(resident?.name ?? '').replies('2');
    await night.core.api.testGateway({ phone: '+14235550123' });
    await night.settle();
  });
  afterAll(() => night.end());

  it.each([
    'UPDATE log SET payload = payload',
    `UPDATE log SET hash = 'x' WHERE seq = 1`,
    'DELETE FROM log WHERE seq = 1',
    'DELETE FROM log',
  ])('refuses %s, even on the one connection that writes', (sql) => {
    expect(() => night.core.store.write.run(sql)).toThrow(/append-only/);
  });

  it('chains each line to the one before by the SHA-256 of its stored text', () => {
    let before = '0'.repeat(64);
    for (const line of allLines(night.core.store.read)) {
      expect(line.hash).toBe(createHash('sha256').update(before).update(line.payload, 'utf8').digest('hex'));
      before = line.hash;
    }
    expect(before).toBe(logHead(night.core.store.read).hash);
  });

  it('holds no personal value in its payloads: neither name nor number nor words', () => {
    const payloads = [...allLines(night.core.store.read)].map((line) => line.payload);
    expect(payloads.length).toBeGreaterThan(50);
    const values = [...Object.values(HIDDEN), resident?.name, resident?.phone, '+14235550123', 'nursery', 'Wilhelmina'];
    for (const value of values) {
      expect(value).toBeTruthy();
      expect(payloads.filter((payload) => payload.includes(value ?? '-'))).toEqual([]);
    }
    // They are kept, beside it.
    const kept = night.core.store.read.all<{ value: string }>('SELECT value FROM personal').map((row) => row.value);
    for (const value of [HIDDEN.words, HIDDEN.reply, HIDDEN.heard, HIDDEN.note]) expect(kept).toContain(value);
  });

  it('holds a line for everything: contacts, replies, messages, the follow-up', () => {
    const types = new Set(
      [...allLines(night.core.store.read)].map((line) => (JSON.parse(line.payload) as { type: string }).type),
    );
    for (const type of [
      'contact',
      'contactEnded',
      'reported',
      'replied',
      'messageState',
      'followUpAnswered',
      'testMessage',
    ])
      expect(types).toContain(type);
  });
});
