import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLog } from '#core/guard';
import {
  appendLine,
  isNetworkFolder,
  keepPersonal,
  logHead,
  openConnection,
  openForReading,
  openStore,
  StoreTrouble,
  type StoreTroubleCode,
} from '#core/store';
import { databaseOf, type Ended, harm, nightdesk, oneLine, type PastNight, pastNight, start } from './past-night.ts';

/** Everything that can stand in the way of a start gets one plain sentence, and loses nothing. */

let night: PastNight;
beforeAll(async () => {
  night = await pastNight();
});
afterAll(() => night.remove());

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const headOf = (folder: string) => {
  const { read, close } = openForReading(folder);
  try {
    return logHead(read);
  } finally {
    close();
  }
};

function expectSentence(ended: Ended, code: StoreTroubleCode, folder: string, exit = 1): void {
  expect(ended).toEqual({ code: exit, out: '', err: `${new StoreTrouble(code, folder).sentence.en}\n` });
  expect(oneLine(ended.err)).toBe(true);
}

/** Both ways in: the desk itself, and a command that only reads. */
async function expectRefused(folder: string, code: StoreTroubleCode): Promise<void> {
  const { sentence } = new StoreTrouble(code, folder);
  expect(await verifyLog(folder)).toEqual({ ok: false, seq: null, reason: sentence });
  expectSentence(await nightdesk('serve', '--data', folder), code, folder);
}

describe('a database', () => {
  test('of a newer Nightdesk is refused and left as it is', async () => {
    const folder = night.copy();
    harm(folder, 'PRAGMA user_version = 9990');
    const before = readFileSync(databaseOf(folder));
    await expectRefused(folder, 'newer');
    expect(readFileSync(databaseOf(folder)).equals(before)).toBe(true);
  });

  test('that is none is refused and left as it is', async () => {
    const folder = night.copy();
    const letter = 'Dear tenant, the water will be off on Monday. '.repeat(100);
    writeFileSync(databaseOf(folder), letter);
    await expectRefused(folder, 'damaged');
    expect(readFileSync(databaseOf(folder), 'utf8')).toBe(letter);
  });

  test('whose pages were overwritten is refused by doctor and verify, and not made worse', async () => {
    const folder = night.copy();
    const file = databaseOf(folder);
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4_096, bytes.length - 4_096);
    writeFileSync(file, bytes);
    await expectRefused(folder, 'damaged');
    const doctor = await nightdesk('doctor', '--data', folder);
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain(`FAIL  ${new StoreTrouble('damaged', folder).sentence.en}\n`);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('of which one page was overwritten is found by doctor', async () => {
    const folder = night.copy();
    const bytes = readFileSync(databaseOf(folder));
    const { read, close } = openForReading(folder);
    const page = read.get<{ page: number }>(`SELECT rootpage AS page FROM sqlite_schema WHERE name = 'incident'`)?.page;
    close();
    if (page === undefined) throw new Error('no such table');
    bytes.fill(0xa5, (page - 1) * 4_096, page * 4_096);
    writeFileSync(databaseOf(folder), bytes);
    const doctor = await nightdesk('doctor', '--data', folder);
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain(`FAIL  ${new StoreTrouble('damaged', folder).sentence.en}\n`);
  });

  test('that is cut short is refused', async () => {
    const folder = night.copy();
    writeFileSync(databaseOf(folder), readFileSync(databaseOf(folder)).subarray(0, 20_000));
    await expectRefused(folder, 'damaged');
  });

  test('that another program holds is waited for, then refused; free again, nothing is missing', async () => {
    const folder = night.copy();
    const head = headOf(folder);
    const other = openConnection(databaseOf(folder), { isReadOnly: false, busyMs: 0 });
    // Leaving WAL needs the file alone; then a writer keeps readers out too, as some backup programs do.
    other.script('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    expectSentence(await nightdesk('serve', '--data', folder), 'locked', folder);
    other.close();
    const store = openStore(folder);
    expect(logHead(store.write)).toEqual(head);
    store.close();
  });

  test('that is not there is no trouble for serve, and a sentence for those who read', async () => {
    const folder = join(night.copy(), 'not', 'there');
    const { sentence } = new StoreTrouble('missing', folder);
    expect(await verifyLog(folder)).toEqual({ ok: false, seq: null, reason: sentence });
    expectSentence(await nightdesk('rebuild', '--check', '--data', folder), 'missing', folder);
    expect(existsSync(folder)).toBe(false);
    const store = openStore(folder);
    expect(logHead(store.read).seq).toBe(0);
    store.close();
  });
});

describe('a folder', () => {
  test('that another core holds is refused with code 3, whatever the other one is doing', async () => {
    const folder = night.copy();
    const store = openStore(folder);
    store.write.transact(() => appendLine(store.write, null, { type: 'noted', v: 1 }));
    expectSentence(await nightdesk('serve', '--data', folder), 'secondCore', folder, 3);
    expect(await verifyLog(folder, logHead(store.read))).toMatchObject({ ok: true });
    store.close();
    const again = openStore(folder);
    expect(logHead(again.read).seq).toBeGreaterThan(1);
    again.close();
  });

  test('whose core was killed is free at once, and holds what was answered as saved', async () => {
    const folder = night.copy();
    const desk = start(['serve', '--data', folder]);
    expect(await desk.firstLine).toMatch(/^\{"url"/);
    desk.child.kill('SIGKILL');
    await desk.ended;
    const store = openStore(folder);
    expect(await verifyLog(folder, logHead(store.read))).toMatchObject({ ok: true });
    store.close();
  });

  test('that may not be written to is refused', async () => {
    // Root may write everywhere, so the command runs as somebody who may not.
    const root = mkdtempSync(join(tmpdir(), 'nightdesk-closed-'));
    chmodSync(root, 0o755);
    const folder = join(root, 'data');
    mkdirSync(folder, { mode: 0o555 });
    const options = isRoot ? { uid: NOBODY } : {};
    const serve = await start(['serve', '--data', folder], options).ended;
    expectSentence(serve, 'notWritable', folder);
    const doctor = await start(['doctor', '--data', folder], options).ended;
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain(`FAIL  ${new StoreTrouble('notWritable', folder).sentence.en}\n`);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(root, { recursive: true });
  });

  test('whose database may only be read is refused, and stays as it is', async () => {
    const root = mkdtempSync(join(tmpdir(), 'nightdesk-closed-'));
    chmodSync(root, 0o755);
    const folder = join(root, 'data');
    openStore(folder).close();
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    const options = isRoot ? { uid: NOBODY } : {};
    expectSentence(await start(['serve', '--data', folder], options).ended, 'notWritable', folder);
    expect(statSync(databaseOf(folder)).mode & 0o777).toBe(0o444);
    rmSync(root, { recursive: true });
  });

  test('that is a file is refused', async () => {
    const file = databaseOf(night.copy());
    expectSentence(await nightdesk('serve', '--data', file), 'notWritable', file);
  });

  test.each([
    ['/home/dana/desk', 0xef53, false], // ext4
    ['/home/dana/desk', 0x9123683e, false], // Btrfs
    ['/home/dana/desk', 0x01021994, false], // tmpfs
    ['C:\\Users\\Dana\\AppData\\Local\\Nightdesk', 0, false],
    ['/mnt/office', 0x6969, true], // NFS
    ['/mnt/office', 0x517b, true], // SMB
    ['/mnt/office', 0xff534d42, true], // CIFS
    ['/mnt/office', 0xfe534d42, true], // SMB2
    ['/mnt/office', 0x01021997, true], // 9p
    ['\\\\server\\share\\desk', 0, true],
  ])('%s on a file system of type %d: network %s', (folder, type, expected) => {
    expect(isNetworkFolder(folder, type)).toBe(expected);
  });
});

describe('a full disk', () => {
  test('in the middle of a night is said; what was saved before stays, what was not is gone whole', async () => {
    const folder = night.copy();
    const store = openStore(folder);
    const { write } = store;
    const head = logHead(write);
    const pages = write.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    write.script(`PRAGMA max_page_count = ${pages + 4}`);
    let saved = head.seq;
    const fill = (): void => {
      for (let round = 0; round < 100; round += 1) {
        write.transact(() => {
          const { ref } = keepPersonal(write, 'water through the ceiling light '.repeat(100));
          appendLine(write, null, { type: 'noted', v: 1, text: ref });
        });
        saved += 1;
      }
    };
    expect(fill).toThrow(/full/);
    expect(logHead(write).seq).toBe(saved);
    expect(await verifyLog(folder, logHead(write))).toMatchObject({ ok: true, lines: saved, redacted: 0 });
    write.script(`PRAGMA max_page_count = ${pages + 400}`);
    fill();
    store.close();
    expect(await verifyLog(folder)).toMatchObject({ ok: true, lines: saved });
  });

  // A disk of its own needs the right to mount, which an ordinary user has not; the limit above then has to do.
  const isMounting = spawnSync('unshare', ['-m', 'true']).status === 0;
  const NO_MOUNT = isMounting ? '' : ' (skipped: this user may not mount a disk)';
  test.skipIf(!isMounting)(
    `at the start is refused in plain words, the night whole afterwards${NO_MOUNT}`,
    async () => {
      const folder = night.copy();
      const disk = mkdtempSync(join(tmpdir(), 'nightdesk-disk-'));
      const data = join(disk, 'data');
      // Mounted in a mount namespace of its own: it ends with the command. `head` fills what is left; that it fails is the point.
      const script = `mount -t tmpfs -o size=2m tmpfs "$1" && cp -r "$2" "$1/data" && { head -c 4m /dev/zero > "$1/filler" 2>/dev/null; shift 2; "$@"; code=$?; rm "$0/filler"; "$1" "$2" verify --data "$0/data"; exit $code; }`;
      const through = ['unshare', '-m', '--propagation', 'private', 'sh', '-c', script, disk, disk, folder];
      const ended = await start(['serve', '--data', data], { through }).ended;
      expect(ended.code).toBe(1);
      expect(ended.err).toBe(`${new StoreTrouble('diskFull', data).sentence.en}\n`);
      expect(ended.out).toMatch(/^ok: \d+ lines, head /);
      rmSync(disk, { recursive: true });
    },
  );
});
