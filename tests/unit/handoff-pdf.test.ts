import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { HandoffDocument } from '../../electron/core/handoff/handoff-document.ts';
import { renderHandoff } from '../../electron/core/handoff/index.ts';
import { labelsOf } from '../../electron/core/handoff/labels.ts';
import { NO_PDF_CHECKER, NO_PDF_READER } from '../pdf-reader.ts';
import { leak, lockout, night } from './handoff-night.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-handoff-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, ...args: readonly string[]): string {
  const done = spawnSync(program, [...args], { encoding: 'utf8', maxBuffer: 64 << 20 });
  expect(done.status, `${program}: ${done.stderr}`).toBe(0);
  return done.stdout;
}

let files = 0;
async function save(document: HandoffDocument): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.pdf`);
  writeFileSync(path, await renderHandoff(document));
  return path;
}

/** The words in reading order, line breaks and runs of spaces made one space. */
function read(path: string, ...options: readonly string[]): string {
  return run('pdftotext', ...options, path, '-').replace(/\s+/g, ' ');
}

describe.skipIf(NO_PDF_READER !== '')(`the morning handoff, read back${NO_PDF_READER}`, () => {
  test('says everything it was given, in English', async () => {
    const document = night();
    const text = read(await save(document), '-layout');
    const labels = labelsOf('en');
    for (const part of [
      document.companyName,
      'Night of Friday, November 20, 2026 to Saturday, November 21, 2026',
      'Desk: R. Alvarez · 17:55 CST to 07:30 CST',
      '3 of 5',
      '4 min 12 s',
      'Desk blind Nov 21, 00:10 CST to 00:16 CST (6 min)',
      'clock moved back by 3 s',
      '12 alarms in one night',
      'Triage marks of this night: 2 of 6 marked',
      'Keystone Locksmith, Nov 21, 02:11 EST: not delivered',
      'NOBODY',
      'LATE: Asked Marcus Bell',
      'Marcus Bell (Harbor Plumbing), after 9 min 12 s',
      'agua cayendo del techo sobre la luz',
      'Łukasz Nowák',
      'José Núñez',
      'Lock box at the riser room',
      'Priya Natarajan',
      labels.incidents.tooHigh,
      labels.incidents.tooLow,
      `Log head ${document.logHead}`,
      'Page 1 of 3',
      'Page 3 of 3',
    ]) {
      expect(text).toContain(part);
    }
    for (const title of [
      labels.failures,
      labels.open,
      labels.calls,
      labels.queue,
      labels.incidents,
      labels.responders,
    ]) {
      expect(text).toContain(title.title);
    }
    expect(text).not.toContain(labels.practice);
  });

  test('names the one day of a session that began and ended on it', async () => {
    const at = (hour: number): number => Date.UTC(2026, 10, 25, hour);
    const times = { startedAt: at(15), endedAt: at(22) };
    const day = { turns: [{ name: 'R. Alvarez', ...times, words: '' }], ...times };
    const text = read(await save(night({ session: day })));
    expect(text).toContain('Night of Wednesday, November 25, 2026 Desk:');
    expect(run('pdfinfo', await save(night({ session: day, language: 'es' })))).toContain(
      'Noche del miércoles, 25 de noviembre de 2026\n',
    );
  });

  test('says who took it and who did not after it was opened again', async () => {
    const [first] = leak().answers;
    if (!first) throw new Error('the leak was answered');
    const again = { name: null, afterMs: null, reopenedAt: Date.UTC(2026, 10, 21, 9, 30) } as const;
    const text = read(await save(night({ incidents: [{ ...leak(), sla: 'running', answers: [first, again] }] })));
    expect(text).toContain(
      'Marcus Bell (Harbor Plumbing), after 9 min 12 s; re-opened Nov 21, 03:30 CST, then: by nobody',
    );
  });

  test('says when the gateway was down, and how late messages left because of it', async () => {
    const text = read(await save(night()));
    expect(text).toContain('Gateway down Nov 21, 00:20 CST to 00:21 CST (1 min): the gateway cannot be reached.');
    expect(text).toContain('2 messages left late because of it, by up to 1 min 3 s.');
    expect(text).toContain('One message left late, by 12 s.');
    expect(text).toContain(
      '2 messages to Mei Chen had not left yet, the first written Nov 21, 08:29 EST. The gateway is',
    );
    const [outage] = night().summary.outages;
    if (!outage) throw new Error('the night has an outage');
    const lasting = night({ summary: { ...night().summary, outages: [{ ...outage, to: null, lateCount: 0 }] } });
    expect(read(await save(lasting))).toContain('Gateway down Nov 21, 00:20 CST, and still down: the gateway');
  });

  test('gives each time in the zone of its property', async () => {
    const text = read(await save(night()));
    expect(text).toContain('Nov 20, 23:42 CST'); // Maple Court, Chicago
    expect(text).toContain('Nov 21, 02:10 EST'); // Oak Terrace, New York
    const summer = { ...leak(), timeline: leak().timeline.map((entry) => ({ ...entry, at: Date.UTC(2026, 6, 4, 5) })) };
    expect(read(await save(night({ incidents: [summer] })))).toContain('Jul 4, 00:00 CDT');
  });

  test('is in Spanish throughout when the desk is, on A4', async () => {
    const path = await save(night({ language: 'es', paper: 'a4' }));
    const text = read(path);
    for (const part of [
      'Entrega de la mañana',
      'Noche del viernes, 20 de noviembre de 2026 al sábado, 21 de noviembre',
      'Qué falló',
      'NADIE',
      'Página 1 de',
    ]) {
      expect(text).toContain(part);
    }
    for (const english of ['Morning handoff', 'Still open', 'Page 1', 'Outcome', 'Median', 'Not asked']) {
      expect(text).not.toContain(english);
    }
    expect(run('pdfinfo', path)).toContain('(A4)');
  });

  test('marks age from 4 and from 5.5 days, by sign as well as by colour', async () => {
    const [item] = night().openItems;
    if (item === undefined) throw new Error('the night has open items');
    const openItems = [3.9, 4, 5.4, 5.5].map((ageDays) => ({ ...item, ageDays }));
    const text = read(await save(night({ openItems })));
    expect(
      text
        .match(/!* ?\d\.\d days(?! and| from)/g)
        ?.slice(0, 4)
        .map((found) => found.trim()),
    ).toEqual(['3.9 days', '! 4.0 days', '! 5.4 days', '!! 5.5 days']);
  });

  test('says PRACTICE on every page of a practice night and on no other', async () => {
    const path = await save(night({ practice: { share: 'all', onScreenCount: 31, leftCount: 0 } }));
    const pages = run('pdftotext', path, '-').split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('PRACTICE');
    expect(read(path)).toContain('No message left this computer');
  });

  test('says of a night that was partly practice how much of it really left, and that on every page', async () => {
    const path = await save(night({ practice: { share: 'partly', onScreenCount: 12, leftCount: 8 } }));
    const pages = run('pdftotext', path, '-').split('\f').slice(0, -1);
    for (const page of pages) expect(page).toContain('PARTLY PRACTICE');
    expect(read(path)).toContain(
      '12 messages only went to the phones on the Practice screen and reached nobody; 8 really left',
    );
    expect(read(path)).not.toContain('nobody was notified');
  });

  test('says of a demo company that it is made up, and that its texts left where they did', async () => {
    const left = await save(night({ isDemo: true }));
    for (const page of run('pdftotext', left, '-').split('\f').slice(0, -1)) expect(page).toContain('DEMO COMPANY');
    expect(read(left)).toContain('are made up. 31 messages really left through a gateway');
    const practised = read(
      await save(night({ isDemo: true, practice: { share: 'all', onScreenCount: 3, leftCount: 0 } })),
    );
    expect(practised).toContain('PRACTICE. No message left');
    expect(practised).not.toContain('really left');
  });

  test('says of each weather mode when and where it was on, and by which document or person', async () => {
    const { startedAt } = night().session;
    const sha256 = '3f'.repeat(32);
    const url = 'https://api.weather.gov/gridpoints/LOT/76,73/forecast/hourly';
    const forecast = { kind: 'document', sha256, url, readAt: startedAt, temperatureF: 24, alert: null } as const;
    const weather: HandoffDocument['weather'] = [
      { mode: 'freeze', from: startedAt, to: null, where: ['Maple Court', 'Elm House', 'Oak', 'Ash'], by: forecast },
      {
        mode: 'off',
        from: startedAt,
        to: startedAt + 3_600_000,
        where: null,
        by: { kind: 'person', name: 'R. Alvarez', words: 'pipes are drained' },
      },
    ];
    const [first = ''] = run('pdftotext', await save(night({ weather })), '-').split('\f');
    const page = first.replace(/\s+/g, ' ');
    expect(page).toContain(
      'Freeze mode from Nov 20, 17:55 CST on, to the end of the night at Maple Court, Elm House, Oak and 1 more. By the forecast of 24 °F as of 17:55 CST',
    );
    expect(page.replaceAll(' ', '')).toContain(`(${url},sha256${sha256})`);
    expect(page).toContain(
      'Weather mode kept off from Nov 20, 17:55 CST to 18:55 CST, everywhere. By hand, R. Alvarez: pipes are drained',
    );
    const spanish = read(await save(night({ weather, language: 'es' })));
    expect(spanish).toContain('Modo helada desde 20 nov, 17:55 CST y hasta el fin de la noche en Maple Court');
    expect(read(await save(night()))).not.toContain('Freeze mode');
  });

  test('of a quiet night claims that nothing failed, and says so of every list', async () => {
    const quiet = night({
      summary: {
        ...night().summary,
        undelivered: [],
        waiting: [],
        outages: [],
        lateBesides: { lateCount: 0, mostLateMs: 0 },
        blindTimes: [],
        unattended: [],
        unheard: [],
        clockMoves: [],
        alarms: 0,
        triageMarks: { count: 0, of: 0 },
        medianAcknowledgeMs: null,
      },
      openItems: [],
      callsToReturn: [],
      morningQueue: [],
      incidents: [],
      responders: [],
      codesToChange: [],
    });
    const text = read(await save(quiet));
    const labels = labelsOf('en');
    for (const { none } of [
      labels.failures,
      labels.open,
      labels.calls,
      labels.queue,
      labels.incidents,
      labels.responders,
    ]) {
      expect(text).toContain(none);
    }
    expect(text).not.toContain(labels.codes.title);
  });

  test('is tagged, titled and in its language for a screen reader', async () => {
    const path = await save(night());
    const info = run('pdfinfo', path);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Morning handoff · Harborview/);
    expect(info).toContain('November 21');
    const tags = run('pdfinfo', '-struct-text', path);
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'P', 'LI']) {
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    }
    expect(tags).toContain('"Morning handoff"');
    expect(tags).not.toContain('Page 1 of'); // page furniture is no content
    expect(readFileSync(path, 'latin1')).toContain('/Lang (en-US)');
  });

  test('keeps 2,000 characters of one breath, an endless word, emoji and right-to-left text', async () => {
    const breath = `begin ${'the water is coming through '.repeat(71)}finish`;
    const endless = `${'x'.repeat(300)}end`;
    const [item] = night().morningQueue;
    if (item === undefined) throw new Error('the night has a morning queue');
    const texts = [breath, endless, '🔥🔥 smoke 👨‍👩‍👧 🇲🇽', 'שלום water \u202eמים', 'Nước chảy, протечка, 漏水'];
    const path = await save(
      night({ morningQueue: texts.map((problem, index) => ({ ...item, number: index, problem })) }),
    );
    const text = read(path);
    for (const part of ['begin the water', 'finish', 'smoke', '🔥', '???? water', 'Nước chảy, протечка, ??']) {
      expect(text).toContain(part);
    }
    expect(text.replace(/ /g, '')).toContain(endless);
    expect(text).toContain(labelsOf('en').unprintable);
    expect(read(await save(night()))).not.toContain(labelsOf('en').unprintable);
  });

  test('continues a row that is taller than a page without losing a word', async () => {
    const numbered = Array.from({ length: 1200 }, (_, index) => `w${index}`).join(' ');
    const [item] = night().morningQueue;
    if (item === undefined) throw new Error('the night has a morning queue');
    const [first, ...others] = leak().timeline;
    if (first === undefined) throw new Error('the leak has a time line');
    const path = await save(
      night({
        morningQueue: [{ ...item, problem: numbered }],
        incidents: [{ ...leak(), timeline: [{ ...first, words: numbered }, ...others] }],
      }),
    );
    const found = read(path).match(/\bw\d+\b/g) ?? [];
    for (let index = 0; index < 1200; index += 1) expect(found.filter((word) => word === `w${index}`)).toHaveLength(2);
  });

  test('never splits a row across pages and repeats the head', async () => {
    const [item] = night().morningQueue;
    if (item === undefined) throw new Error('the night has a morning queue');
    const morningQueue = Array.from({ length: 60 }, (_, index) => ({
      ...item,
      number: 5000 + index,
      problem: `row${index}start ${'filler words here '.repeat(index % 9)}row${index}stop`,
    }));
    const pages = run('pdftotext', await save(night({ morningQueue })), '-').split('\f');
    for (let index = 0; index < 60; index += 1) {
      const page = pages.find((candidate) => new RegExp(`row${index}start`).test(candidate)) ?? '';
      expect(page).toContain(`row${index}stop`);
      expect(page).toContain('May enter');
    }
  });

  test('keeps an incident on one page', async () => {
    const incidents = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? leak(700 + index) : lockout(700 + index),
    );
    const path = await save(night({ incidents }));
    const pages = run('pdftotext', path, '-').split('\f');
    const begun = incidents.map((incident) => pages.findIndex((page) => page.includes(`#${incident.number}`)));
    expect(begun).not.toContain(-1);
    expect(begun).toEqual(begun.toSorted((a, b) => a - b));
    expect(pages.filter((page) => page.includes('continued')).length).toBeLessThan(incidents.length / 2);
  });
});

describe.skipIf(NO_PDF_CHECKER !== '')(`the file${NO_PDF_CHECKER}`, () => {
  test.each([
    ['an ordinary night', night()],
    [
      'a Spanish practice night',
      night({ language: 'es', paper: 'a4', practice: { share: 'all', onScreenCount: 3, leftCount: 0 } }),
    ],
    ['forty incidents', night({ incidents: Array.from({ length: 40 }, (_, index) => leak(index)) })],
  ])('of %s has no structural error', async (_name, document) => {
    expect(run('qpdf', '--check', await save(document))).toContain('No syntax or stream encoding errors found');
  });
});

describe('rendering', () => {
  test('gives the same bytes for the same document, and its own date', async () => {
    const [first, second] = [await renderHandoff(night()), await renderHandoff(night())];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(/\(D:\d{14}Z\)/.exec(Buffer.from(first).toString('latin1'))?.[0]).toBe('(D:20261121133000Z)');
  });

  test('P: whatever somebody wrote is printed or replaced, and never an exception', async () => {
    const strange = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
      maxLength: 12,
    });
    const samples = fc.sample(strange, { numRuns: 60, seed: 42 }).map((parts) => parts.join(' '));
    const [item] = night().morningQueue;
    if (item === undefined) throw new Error('the night has a morning queue');
    const morningQueue = samples.map((problem) => ({ ...item, problem, resident: problem.slice(0, 40) }));
    const pdf = await renderHandoff(night({ morningQueue, companyName: samples.join('').slice(0, 200) }));
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    const lone = await renderHandoff(night({ companyName: 'half \ud83d emoji \udd25 \u0000 \u0007' }));
    expect(lone.length).toBeGreaterThan(1000);
  });
});
