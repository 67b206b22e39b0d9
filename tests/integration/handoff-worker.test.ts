import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherHandoff, type HandoffOptions, makeHandoffInWorker, renderHandoff } from '#core/handoff';
import { appendLine, load, logHead, openStore, readAtOneMoment } from '#core/store';
import { at, DISPOSAL, LEAK, type PlayedNight, playNight, playOn, ZONE } from './handoff-night-played.ts';

let night: PlayedNight;
beforeAll(() => {
  night = playOn();
  playNight(night);
});
afterAll(() => night.close());

const options = (now = at(29)): HandoffOptions => ({
  sessionId: 'session',
  now,
  language: 'en',
  paper: 'letter',
  version: '0.1.0',
  isPracticeNow: false,
  isDemo: false,
  companyName: 'Harborview',
  zone: ZONE,
});

/** As if it had been asked for when the log ended with line `askedAfter`. */
const made = (asked: { readonly askedAfter?: number; readonly options?: Partial<HandoffOptions> } = {}) =>
  makeHandoffInWorker({
    folder: night.store.folder,
    askedAfter: asked.askedAfter ?? logHead(night.store.read).seq,
    options: { ...options(), ...asked.options },
  });

const head = (): string => {
  const { seq, hash } = logHead(night.store.read);
  return `${seq}:${hash}`;
};

async function isThatOf(now: number, result: Awaited<ReturnType<typeof made>>): Promise<void> {
  if (!result?.ok) throw new Error(result?.reason.en ?? 'there is such a session');
  const document = gatherHandoff(night.store.read, options(now));
  if (!document) throw new Error('the night has a session');
  expect(result.head).toBe(head());
  expect(Buffer.compare(result.pdf, await renderHandoff(document))).toBe(0);
}

describe('the handoff is read and made in a thread of its own', () => {
  it('byte for byte what the thread that asks would make of the same folder', async () => {
    const result = await made();
    await isThatOf(at(29), result);
    expect(result).toMatchObject({ ms: expect.any(Number) });
  });

  it('with what happened while the thread was started: the head that is printed covers nothing that is not in it', async () => {
    const askedAfter = logHead(night.store.read).seq;
    night.report({
      id: 'incident-late',
      category: 'plumbing',
      tier: 'P1',
      firstContactAt: at(29, 4),
      caller: 'Ana Mora',
      phone: '+13125550160',
      unit: '2',
      text: 'water through the ceiling',
    });
    await isThatOf(at(29, 5), await made({ askedAfter }));
    // Asked for after it, by a clock that was set back meanwhile: told up to the hour it was asked for at.
    await isThatOf(at(29, 1), await made({ options: { now: at(29, 1) } }));
  });

  it('not for a session that nobody had', async () => {
    expect(await made({ options: { sessionId: 'other' } })).toBeNull();
  });

  it('and what goes wrong there is a sentence in both languages', async () => {
    const result = await made({ options: { zone: 'Mars/Olympus' } });
    if (!result || result.ok) throw new Error('a handoff in an unknown zone was made');
    expect(result.reason.en).toContain('Mars/Olympus');
    expect(result.reason.es).toMatch(/^No se pudo hacer/);
  });

  it('a folder without a database too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
    try {
      const result = await makeHandoffInWorker({ folder, askedAfter: 0, options: options() });
      if (!result || result.ok) throw new Error('a handoff was made of nothing');
      expect(result.reason.en).toContain(`There is no Nightdesk database in ${folder}. Check the folder's name. The`);
      expect(result.reason.es).toContain(`No hay base de datos de Nightdesk en ${folder}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('reading at one moment', () => {
  it('sees what was saved before, and nothing of what is saved meanwhile', () => {
    const { store } = night;
    const note = (when: number): void => {
      store.write.transact(() =>
        appendLine(store.write, null, { type: 'wallClockMoved', v: 1, at: when, by: { kind: 'core' }, deltaMs: 1 }),
      );
    };
    note(at(30));
    const before = logHead(store.read);
    readAtOneMoment(store.folder, (read) => {
      expect(logHead(read)).toEqual(before);
      note(at(30, 1));
      night.act(DISPOSAL, at(30, 2), { type: 'note', words: 'said meanwhile' }, { kind: 'core' });
      expect(logHead(read)).toEqual(before);
      expect(load(read, DISPOSAL)?.version).toBeLessThan(load(store.read, DISPOSAL)?.version ?? 0);
      expect(load(read, LEAK)).not.toBeNull();
    });
    expect(logHead(store.read).seq).toBeGreaterThan(before.seq + 1);
  });

  it('lets go of the folder when the work fails', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
    try {
      openStore(folder).close();
      const work = (): never => {
        throw new Error('gone wrong');
      };
      expect(() => readAtOneMoment(folder, work)).toThrow('gone wrong');
      // A reader that stayed would hold back the change of the journal, which needs the database to itself.
      const store = openStore(folder);
      expect(store.write.get('PRAGMA journal_mode = DELETE')).toBeDefined();
      store.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
