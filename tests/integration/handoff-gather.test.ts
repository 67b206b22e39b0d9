import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherEvidence, gatherHandoff, type HandoffDocument, renderHandoff, verifyEvidence } from '#core/handoff';
import { load, logHead } from '#core/store';
import { NO_PDF_READER } from '../pdf-reader.ts';
import {
  at,
  DISPOSAL,
  endNight,
  LEAK,
  LOCKOUT,
  OLD_DRIP,
  type PlayedNight,
  playNight,
  playOn,
  ZONE,
} from './handoff-night-played.ts';

let night: PlayedNight;
let folder: string;

beforeAll(() => {
  night = playOn();
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-handoff-pdf-'));
  playNight(night);
});
afterAll(() => {
  night.close();
  rmSync(folder, { recursive: true, force: true });
});

function gather(language: 'en' | 'es' = 'en', now = at(31, 30)): HandoffDocument {
  const document = gatherHandoff(night.store.read, {
    sessionId: 'session',
    now,
    language,
    paper: 'letter',
    version: '0.1.0',
    isPracticeNow: false,
    isDemo: false,
    companyName: 'Harborview',
    zone: ZONE,
  });
  if (!document) throw new Error('the night has a session');
  return document;
}

async function read(document: HandoffDocument): Promise<string> {
  const path = join(folder, `${document.language}.pdf`);
  writeFileSync(path, await renderHandoff(document));
  const done = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
  return done.stdout.replace(/\s+/g, ' ');
}

const reportOf = (document: HandoffDocument, place: string): HandoffDocument['incidents'][number] => {
  const found = document.incidents.find((each) => each.place === place);
  if (!found) throw new Error(`no report of ${place}`);
  return found;
};

describe('the gathered night', () => {
  test('counts what was of tonight, and only that', () => {
    const { summary, session } = gather();
    const times = { startedAt: at(17, 55), endedAt: at(31, 30) };
    expect(session).toEqual({ turns: [{ name: 'Rosa Alvarez', ...times, words: '' }], ...times });
    // The old drip and its contact are of last week.
    expect(summary).toMatchObject({
      contacts: 4,
      incidentsByTier: { P1: 1, P2: 1, P3: 1 },
      acknowledgedInTime: 0,
      toAcknowledge: 2,
      medianAcknowledgeMs: 10 * 60_000,
      blindTimes: [{ from: at(24, 10), to: at(24, 16), why: 'The computer slept or hung.' }],
      clockMoves: [{ at: at(27), byMs: 180_000 }],
    });
    const fired = [LEAK, LOCKOUT].map((id) =>
      load(night.store.read, id)?.state.ladder?.log.filter((s) => !s.wasSkipped),
    );
    expect(summary.stepsFired).toBe((fired[0]?.length ?? 0) + (fired[1]?.length ?? 0));
    expect(summary.mostStepsOfOne).toBe(fired[1]?.length);
    expect(summary.alarms).toBeGreaterThan(3);
  });

  test('tells the leak: who answered, how fast, that it was late, each thing once', () => {
    const leak = reportOf(gather(), 'Maple Court 14B');
    expect(leak).toMatchObject({
      tier: 'P1',
      sla: 'missed',
      reasons: ['water running'],
      answers: [{ name: 'Marcus Bell (Harbor Plumbing)', afterMs: 10 * 60_000 }],
      outcome: 'Resolved by Rosa Alvarez: made safe. “Supply line under 15B capped.”',
    });
    const sentences = leak.timeline.map((entry) => entry.sentence);
    expect(sentences[0]).toBe('Call from Dana Ruiz, Maple Court 14B: P1 plumbing');
    expect(leak.timeline[0]?.words).toBe('agua cayendo del techo sobre la luz');
    expect(sentences).toContain('Notice to Mei Chen: message delivered');
    expect(sentences).toContain('Not acknowledged by 23:49');
    expect(sentences).toContain('Marcus Bell (Harbor Plumbing) has it, ETA 00:21');
    expect(sentences).toContain('Marcus Bell is on site');
    expect(leak.timeline.filter((entry) => entry.words === '1 30')).toHaveLength(1);
    // Delivered minutes after it was written: once more, on a line of its own with its own time, "sent" left out.
    const coming = leak.timeline.filter((entry) => entry.sentence.startsWith('Who is coming'));
    expect(coming.map(({ at: time, sentence }) => [time, sentence])).toEqual([
      [at(23, 55), 'Who is coming, to Dana Ruiz'],
      [at(23, 58), 'Who is coming, to Dana Ruiz: message delivered'],
    ]);
    expect(coming[0]?.words).toContain('Marcus (Harbor Plumbing)');
    expect(sentences.filter((each) => each.startsWith('Message'))).toEqual([]);
    expect(leak.timeline.every((entry, index) => index === 0 || entry.at >= (leak.timeline[index - 1]?.at ?? 0))).toBe(
      true,
    );
  });

  test('says of the unanswered lockout that nobody has it and what comes next', () => {
    const document = gather();
    const lockout = reportOf(document, 'Maple Court 7');
    expect(lockout.answers).toEqual([{ name: null, afterMs: null, reopenedAt: null }]);
    expect(lockout.sla).toBe('missed');
    expect(lockout.outcome).toMatch(/^Still open: /);
    expect(lockout.outcome).toContain('Desk alarm: Nobody answered');
    expect(lockout.timeline.filter((entry) => entry.kind === 'trouble').map((entry) => entry.sentence)).toContain(
      'Unanswered after round 1',
    );
    const sentences = lockout.timeline.map((entry) => entry.sentence);
    expect(sentences).toContain('Receipt to the caller: message failed (the gateway says “number not in service”)');
    // Hours of last resort: announced once, its steps all there, the same silence explained once.
    expect(sentences.filter((each) => each.startsWith('Every round went unanswered'))).toHaveLength(1);
    expect(sentences.filter((each) => each.startsWith('Step 1: Sam Okafor')).length).toBeGreaterThan(4);
    expect(sentences.filter((each) => each.includes('not at night for this tier'))).toHaveLength(1);
    const open = document.openItems.find((each) => each.place === 'Maple Court 7');
    expect(open).toMatchObject({ tier: 'P2', owner: '', category: 'lockout', firstContactAt: at(25, 10) });
    const common = { zone: ZONE };
    expect(document.summary.undelivered).toEqual([
      {
        ...common,
        to: 'Maple Court 7',
        at: at(25, 11),
        why: 'The gateway says “number not in service”.',
        isNotKnown: false,
      },
      { ...common, to: 'Mei Chen', at: at(25, 12), why: 'The gateway says “gateway timed out”.', isNotKnown: true },
    ]);
  });

  test('lists the morning: tonight’s and the old one, the old one with its age', () => {
    const { morningQueue, openItems } = gather();
    expect(morningQueue.map((each) => each.resident)).toEqual(['José Núñez', 'Łukasz Nowák']);
    expect(morningQueue[1]).toMatchObject({
      callBack: '(312) 555-0177',
      permissionToEnter: 'yes',
      problem: 'garbage disposal hums but does not turn',
      promisedAt: at(34),
    });
    const old = openItems.find((each) => each.tier === 'P3');
    expect(old).toMatchObject({ owner: 'Office', next: 'Call the resident back by Nov 21, 10:00 CST' });
    expect(old?.ageDays).toBeCloseTo(6.56, 1);
    expect(openItems.map((each) => each.tier)).toEqual(['P2', 'P3']);
  });

  test('measures each responder, and names who still waits for a call', () => {
    const { responders, callsToReturn } = gather();
    const byName = new Map(responders.map((each) => [each.name, each]));
    expect(byName.get('Marcus Bell (Harbor Plumbing)')).toMatchObject({
      notified: 2,
      answered: 1,
      declined: 0,
      medianAnswerMs: 60_000,
    });
    expect(byName.get('Mei Chen')).toMatchObject({ notified: 2, answered: 0, medianAnswerMs: null });
    expect(callsToReturn).toEqual([
      {
        name: 'Priya Natarajan, Oak Terrace 3',
        callBack: '(312) 555-0142',
        wish: 'Is the two-bedroom still free?',
        receivedAt: at(28),
        promisedAt: null,
        zone: 'America/New_York',
      },
    ]);
  });

  test('of no known session is nothing', () => {
    const options = {
      now: at(31),
      language: 'en',
      paper: 'a4',
      version: '1',
      isPracticeNow: false,
      isDemo: false,
    } as const;
    expect(
      gatherHandoff(night.store.read, { ...options, sessionId: 'other', companyName: 'x', zone: ZONE }),
    ).toBeNull();
  });
});

describe.skipIf(NO_PDF_READER !== '')(`the gathered night on paper${NO_PDF_READER}`, () => {
  test('in English', async () => {
    const document = gather();
    const text = await read(document);
    const head = logHead(night.store.read);
    for (const part of [
      'Desk: Rosa Alvarez · 17:55 CST to 07:30 CST',
      '0 of 2',
      '10 min',
      'Desk blind Nov 21, 00:10 CST to 00:16 CST (6 min)',
      'clock moved forward by 3 min',
      'Message to Mei Chen, Nov 21, 01:12 CST: not known whether it arrived. The gateway says “gateway timed out”.',
      'Message to Maple Court 7, Nov 21, 01:11 CST: not delivered. The gateway says “number not in service”.',
      'NOBODY',
      'Marcus Bell (Harbor Plumbing), after 10 min',
      'MISSED',
      'Step 2: Marcus Bell, backup (SMS + call)',
      'Unanswered after round 1',
      'Ceiling opened, electrician in the morning.',
      'Is the two-bedroom still free?',
      'Łukasz Nowák',
      'made safe',
      `${head.seq}:${head.hash}`,
    ]) {
      expect(text).toContain(part);
    }
  });

  test('in Spanish throughout, words of people as they were said', async () => {
    const text = await read(gather('es'));
    for (const part of [
      'Llamada de Dana Ruiz, Maple Court 14B: P1 plomería',
      'Marcus Bell (Harbor Plumbing) lo atiende, llega 00:21',
      'agua corriendo',
      'Resuelto por Rosa Alvarez: puesto en seguridad',
      'Sin respuesta tras la ronda 1',
      'Sigue abierto: ',
      'La computadora estaba suspendida o trabada.',
      'no se sabe si llegó',
      'INCUMPLIDA',
      'garbage disposal hums but does not',
    ]) {
      expect(text).toContain(part);
    }
    for (const english of ['Still open', 'has it', 'Call from', 'Resolved by', 'message delivered', 'Office']) {
      expect(text).not.toContain(english);
    }
  });
});

describe('the evidence of the leak', () => {
  const made = { company: 'Harborview', at: at(31), by: 'Rosa Alvarez', version: '0.1.0' };
  const evidence = () => {
    const file = gatherEvidence(night.store.read, LEAK, made);
    if (!file) throw new Error('the leak has evidence');
    return structuredClone(file);
  };

  test('proves itself, after a trip through JSON', () => {
    const file = evidence();
    expect(file.incident).toMatchObject({
      tier: 'P1',
      category: 'plumbing',
      place: 'Maple Court 14B',
      outcome: 'madeSafe',
    });
    expect(file).toMatchObject({ by: 'Rosa Alvarez', version: '0.1.0' });
    const verdict = verifyEvidence(JSON.parse(JSON.stringify(file)));
    expect(verdict).toEqual({ ok: true, lines: file.lines.length, head: logHead(night.store.read), redacted: [] });
    expect(file.personal.some((each) => 'value' in each && each.value === 'Dana Ruiz')).toBe(true);
    // Another incident’s people are not in it.
    expect(JSON.stringify(file)).not.toContain('Nowák');
  });

  test('is refused when a word, a time, a line or a person in it was changed', () => {
    const changes: readonly ((file: ReturnType<typeof evidence>) => void)[] = [
      (file) => {
        const line = file.lines[3];
        if (line) line.payload = line.payload.replace('"v":1', '"v":1 ');
      },
      (file) => {
        const line = file.lines[2];
        if (line) line.at += 60_000;
      },
      (file) => {
        file.lines.splice(2, 1, { ...file.lines[1], seq: 99_999 } as (typeof file.lines)[number]);
      },
      (file) => {
        const [first] = file.personal;
        if (first && 'value' in first) first.value = 'Somebody Else';
      },
      (file) => {
        file.personal.pop();
      },
    ];
    for (const change of changes) {
      const file = evidence();
      change(file);
      expect(verifyEvidence(file).ok, String(change)).toBe(false);
    }
  });

  test('of no known incident is nothing', () => {
    expect(gatherEvidence(night.store.read, 'other', made)).toBeNull();
  });
});

// Last: these change the night.
describe('later', () => {
  test('a clock that was set forward makes nobody slower', () => {
    const id = 'incident-after-the-clock';
    night.report({
      id,
      category: 'plumbing',
      tier: 'P1',
      firstContactAt: at(29),
      caller: 'Ann Lee',
      phone: '+13125550160',
      unit: '3',
      text: 'pipe burst',
    });
    night.act(id, at(30, 2), { type: 'moveClock', deltaMs: 3_600_000 });
    const took = { responderId: 'chen', name: 'Mei Chen', company: '', via: 'phone', words: 'on my way' } as const;
    night.act(id, at(30, 5), { type: 'acknowledgeFor', ...took, etaMinutes: 20 });
    const document = gather();
    expect(reportOf(document, 'Maple Court 3')).toMatchObject({
      answers: [{ name: 'Mei Chen', afterMs: 5 * 60_000 }],
      sla: 'kept',
      outcome: expect.stringMatching(
        /^Still open: Mei Chen has it, ETA Nov 21, 06:25 CST\. Ladder resumes Nov 21, 06:35 CST unless somebody arrives/,
      ),
    });
    expect(document.summary).toMatchObject({ acknowledgedInTime: 1, toAcknowledge: 3 });
    expect(document.responders.find((each) => each.name === 'Mei Chen')).toMatchObject({
      answered: 1,
      medianAnswerMs: 4 * 60_000,
    });
  });

  test('an incident that was lowered is still told: somebody was woken for it', () => {
    const id = 'incident-after-the-clock';
    night.act(id, at(30, 30), { type: 'changeTier', tier: 'P3', reason: 'only a drip after all' });
    const document = gather();
    expect(reportOf(document, 'Maple Court 3')).toMatchObject({
      tier: 'P1',
      reasons: [
        'Lowered P1→P3: only a drip after all',
        'first judged P1 because: no sign of anything urgent was found in the text',
      ],
    });
    expect(document.summary.incidentsByTier).toEqual({ P1: 1, P2: 1, P3: 2 });
    night.act(id, at(30, 40), { type: 'resolve', outcome: 'noAccess', words: 'Nobody home.' });
    expect(gather().openItems.find((each) => each.place === 'Maple Court 3')).toMatchObject({
      owner: 'Mei Chen',
      next: expect.stringContaining('Closed for the night, work remains. '),
    });
  });

  test('a redacted value is named as such, and the file still proves itself', () => {
    const [phone] = gatherEvidence(night.store.read, DISPOSAL, {
      company: 'x',
      at: at(31),
      by: 'y',
      version: '1',
    })?.personal ?? [{ id: '' }];
    night.store.write.run('DELETE FROM personal WHERE id = ?', Number(phone?.id));
    const file = gatherEvidence(night.store.read, DISPOSAL, { company: 'x', at: at(31), by: 'y', version: '1' });
    expect(verifyEvidence(file)).toMatchObject({ ok: true, redacted: [phone?.id] });
  });

  test('an ended night is printed as it ended, whatever happened since', () => {
    endNight(night.store, at(31, 30));
    const before = gather('en', at(31, 31));
    night.act(LOCKOUT, at(33), { type: 'resolve', outcome: 'fixed', words: 'New cylinder.' });
    for (const id of [DISPOSAL, OLD_DRIP]) night.act(id, at(33), { type: 'resolve', outcome: 'fixed', words: 'done' });
    const after = gather('en', at(60));
    expect({ ...after, logHead: '', generatedAt: 0 }).toEqual({ ...before, logHead: '', generatedAt: 0 });
    expect(after.openItems.map((each) => each.place)).toContain('Maple Court 7');
  });

  test('what closed before the next night began and lay still is not of it', () => {
    night.store.write.transact(() =>
      night.store.write.run(
        'INSERT INTO desk_session (id, staff_id, started_at) VALUES (?, ?, ?)',
        'session-2',
        'alvarez',
        at(42),
      ),
    );
    const gatherSecond = () =>
      gatherHandoff(night.store.read, {
        sessionId: 'session-2',
        now: at(50),
        language: 'en',
        paper: 'letter',
        version: '0.1.0',
        isPracticeNow: false,
        isDemo: false,
        companyName: 'Harborview',
        zone: ZONE,
      });
    const document = gatherSecond();
    expect([document?.incidents, document?.openItems, document?.morningQueue]).toEqual([[], [], []]);
    expect(document?.summary).toMatchObject({ contacts: 0, stepsFired: 0, alarms: 0, undelivered: [] });
    night.act(LEAK, at(45), { type: 'joinContact', contactId: 'later', words: 'it drips again', heard: null });
    expect(gatherSecond()?.incidents.map((each) => each.place)).toEqual(['Maple Court 14B']);
  });
});
