import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { heardBook } from '../../electron/core/notify/gateways/heard-book.ts';
import { sentBook } from '../../electron/core/notify/gateways/sent-book.ts';
import { committingSink } from '../gateways/committing-sink.ts';

/** What a driver that has to ask keeps between starts: which messages are under way, which replies were handed in. */

const NOW = Date.UTC(2026, 10, 26, 4);
const HOUR_MS = 60 * 60_000;
const FILE = 'book.json';

const toRemove: string[] = [];
afterEach(() => {
  for (const folder of toRemove.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function desk(folder = mkdtempSync(join(tmpdir(), 'nightdesk-book-'))) {
  toRemove.push(folder);
  const clock = { now: NOW };
  const log: string[] = [];
  const deps = { folder, now: () => clock.now, log: (_: unknown, message: string) => void log.push(message) };
  return { folder, clock, log, deps, path: join(folder, FILE) };
}

const message = (key: string) => ({ key, to: '+12025550142', text: 'hello', expiresAt: null });
const listed = (id: string, at: number) => ({
  at,
  message: { id, from: '+12025550142', to: null, text: id },
});

describe('messages under way', () => {
  it('are asked about soon, then ever more rarely, and after two days no more', async () => {
    const { deps, clock } = desk();
    const book = sentBook(deps, FILE);
    await book.begin(message('k'));
    expect(book.due()).toEqual([]);
    book.took('k', 'ref');
    const pauses: number[] = [];
    let last = clock.now;
    while (clock.now < NOW + HOUR_MS) {
      clock.now += 1_000;
      if (book.due().length === 0) continue;
      pauses.push((clock.now - last) / 1_000);
      last = clock.now;
      book.putOff('k');
    }
    expect(pauses[0]).toBe(2);
    expect(pauses.at(-1)).toBe(300);
    expect(pauses.length).toBeLessThan(50);
    clock.now += 48 * HOUR_MS;
    await book.begin(message('another'));
    expect(book.get('k')).toBeNull();
  });

  it('are known again after a restart, an answer that never came as well', async () => {
    const { deps, path } = desk();
    const before = sentBook(deps, FILE);
    await before.begin(message('answered'));
    before.took('answered', 'SM1');
    await before.begin(message('lost'));
    await before.begin(message('refused'));
    before.drop('refused');
    await before.written();
    expect(readFileSync(path, 'utf8')).not.toMatch(/5550142|hello/);
    const after = sentBook(deps, FILE);
    await after.open();
    expect(after.byRef('SM1')?.key).toBe('answered');
    expect(after.get('lost')?.ref).toBeNull();
    expect(after.get('refused')).toBeNull();
    expect(after.isComplete()).toBe(true);
  });

  it('are not all known where the file cannot be read, or there is none to keep', async () => {
    const { deps, path, log } = desk();
    writeFileSync(path, '[{"key":');
    const book = sentBook(deps, FILE);
    await book.open();
    expect(book.isComplete()).toBe(false);
    expect(log).toHaveLength(1);
    const without = sentBook({ ...deps, folder: null }, FILE);
    await without.open();
    expect(without.isComplete()).toBe(false);
  });

  it('leave all the same where nothing can be written', async () => {
    const { deps, path, log } = desk();
    mkdirSync(`${path}.partial`);
    const book = sentBook(deps, FILE);
    await book.begin(message('k'));
    expect(book.get('k')?.key).toBe('k');
    expect(log).toHaveLength(1);
  });

  it('leave no half a file behind', async () => {
    const { deps, folder } = desk();
    const book = sentBook(deps, FILE);
    await Promise.all(Array.from({ length: 30 }, (_, count) => book.begin(message(`k${count}`))));
    expect(readdirSync(folder)).toEqual([FILE]);
  });
});

describe('replies', () => {
  it('of before the gateway was ours are left alone, by a first list only', async () => {
    const { deps } = desk();
    const sink = committingSink();
    const book = heardBook(deps, FILE);
    await book.open();
    // A call comes before the first list: that one is ours, and settles nothing about what lies there.
    await book.handIn([listed('called', NOW)], sink, 'call');
    await book.handIn([listed('new', NOW), listed('old', NOW - HOUR_MS)], sink, 'list');
    await book.handIn([listed('late', NOW - HOUR_MS), listed('old', NOW - HOUR_MS)], sink, 'list');
    expect(sink.handedIn).toEqual(['called', 'new', 'late']);
  });

  it('are handed in in the order in which they came, each once, though a list has them newest first and twice', async () => {
    const { deps } = desk();
    const sink = committingSink();
    const book = heardBook(deps, FILE);
    await book.open();
    const list = [listed('c', NOW), listed('b', NOW), listed('b', NOW), listed('a', NOW - 1)];
    await book.handIn(list, sink, 'list');
    expect(sink.handedIn).toEqual(['a', 'b', 'c']);
  });

  it('are offered again from the one that could not be committed', async () => {
    const { deps } = desk();
    const sink = committingSink();
    const book = heardBook(deps, FILE);
    await book.open();
    sink.refuseNext(1, (given) => 'id' in given && given.id === 'b');
    const list = [listed('c', NOW), listed('b', NOW - 1), listed('a', NOW - 2)];
    await expect(book.handIn(list, sink, 'list')).rejects.toThrow('full');
    await book.handIn(list, sink, 'list');
    expect(sink.handedIn).toEqual(['a', 'b', 'b', 'c']);
  });

  it('are all handed in where the file cannot be read: none may be lost', async () => {
    const { deps, path } = desk();
    writeFileSync(path, 'not JSON');
    const sink = committingSink();
    const book = heardBook(deps, FILE);
    await book.open();
    await book.handIn([listed('old', NOW - 5 * HOUR_MS)], sink, 'list');
    expect(sink.handedIn).toEqual(['old']);
  });

  it('are forgotten once no list has them any more', async () => {
    const { deps, clock, path } = desk();
    const sink = committingSink();
    const book = heardBook(deps, FILE);
    await book.open();
    await book.handIn([listed('old', NOW)], sink, 'list');
    clock.now += 60 * HOUR_MS;
    await book.handIn([listed('new', clock.now)], sink, 'list');
    expect(readFileSync(path, 'utf8')).not.toContain('old');
  });
});
