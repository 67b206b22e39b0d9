import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedInput, FeedView } from '#shared/contract';
import type { Fetched, Tags } from '../../electron/core/oncall/feeds/asked.ts';
import { fetchFile } from '../../electron/core/oncall/feeds/fetch-file.ts';
import { patience, until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { xlsxFile } from '../xlsx-file.ts';

/** A rota in a file that somebody else has open, saves, moves and breaks. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-sheet-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rota = (who: string): string => `Date,From,To,Who\n2026-11-20,18:00,07:00,${who}\n`;
const workbook = (who: string): Buffer =>
  xlsxFile([
    {
      name: 'Rota',
      rows: [
        ['Date', 'From', 'To', 'Who'],
        [{ date: new Date(Date.UTC(2026, 10, 20)) }, 0.75, 7 / 24, who],
      ],
    },
  ]);

describe('looked at', () => {
  const path = (): string => join(folder, 'rota.csv');
  /** `meanwhile` happens at each pause, by its number. */
  const get = (
    tags: Tags = {},
    meanwhile: (pause: number) => void = () => undefined,
    file = path(),
  ): Promise<Fetched> => {
    let pauses = 0;
    return fetchFile(
      { kind: 'sheetFile', address: file, username: '', password: '' },
      {
        tags,
        window: { from: 0, to: 1 },
        signal: patience(),
        pause: async () => {
          pauses += 1;
          meanwhile(pauses);
        },
      },
    );
  };
  const textOf = (fetched: Fetched): string =>
    fetched.kind === 'content' ? Buffer.from(fetched.bytes).toString() : JSON.stringify(fetched);
  const codeOf = (fetched: Fetched): string => (fetched.kind === 'failed' ? fetched.trouble.code : fetched.kind);
  const tagsOf = (fetched: Fetched): Tags => (fetched.kind === 'failed' ? {} : fetched.tags);

  it('what is being written is waited for', async () => {
    writeFileSync(path(), rota('Chen'));
    const fetched = await get({}, (pause) => {
      if (pause <= 2) appendFileSync(path(), `2026-11-2${pause},18:00,07:00,Silva\n`);
    });
    expect(textOf(fetched).split('\n')).toHaveLength(5);
  });

  it('what never stands still is left to the next turn', async () => {
    writeFileSync(path(), rota('Chen'));
    expect(codeOf(await get({}, () => appendFileSync(path(), 'x')))).toBe('inUse');
  });

  it('a save by another name, as Excel does it, is waited out', async () => {
    const fetched = await get({}, (pause) => {
      if (pause !== 1) return;
      writeFileSync(join(folder, '5F3A0B10'), rota('Silva'));
      renameSync(join(folder, '5F3A0B10'), path());
    });
    expect(textOf(fetched)).toBe(rota('Silva'));
  });

  it('one that was not touched is not read again, once it was seen to stand still', async () => {
    writeFileSync(path(), rota('Chen'));
    const first = await get();
    const second = await get(tagsOf(first));
    expect(second.kind).toBe('unchanged');
    // The same size at the same time: a drive that counts in steps of two seconds shows no more.
    const at = new Date('2026-11-20T20:00:00Z');
    utimesSync(path(), at, at);
    const known = tagsOf(await get(tagsOf(await get(tagsOf(second)))));
    expect(known.settled).toBeDefined();
    expect(await get(known)).toEqual({ kind: 'unchanged', tags: known });
  });

  it('a change within the same step of time is seen', async () => {
    const at = new Date('2026-11-20T20:00:00Z');
    writeFileSync(path(), rota('Chen'));
    utimesSync(path(), at, at);
    const first = tagsOf(await get());
    writeFileSync(path(), rota('Peña').slice(0, rota('Chen').length));
    utimesSync(path(), at, at);
    expect((await get(first)).kind).toBe('content');
  });

  it('touched and not changed is not changed', async () => {
    writeFileSync(path(), rota('Chen'));
    const first = tagsOf(await get());
    utimesSync(path(), new Date(), new Date());
    expect((await get(first)).kind).toBe('unchanged');
  });

  it('what is not there, is a folder, a pipe, empty or too large is said so', async () => {
    expect(codeOf(await get())).toBe('noFile');
    mkdirSync(path());
    expect(codeOf(await get())).toBe('notFile');
    expect(codeOf(await get({}, undefined, join(path(), 'below.csv')))).toBe('noFile');
    writeFileSync(join(folder, 'empty.csv'), '');
    expect(codeOf(await get({}, undefined, join(folder, 'empty.csv')))).toBe('empty');
    expect(codeOf(await get({}, undefined, join(folder, 'empty.csv', 'below')))).toBe('noFile');
    writeFileSync(join(folder, 'large.csv'), Buffer.alloc(20 * 1024 * 1024 + 1, 'x'));
    expect(codeOf(await get({}, undefined, join(folder, 'large.csv')))).toBe('tooLarge');
  });

  it.skipIf(process.platform === 'win32')(
    'what has no end is not opened (skipped: Windows has no such files)',
    async () => {
      expect(codeOf(await get({}, undefined, '/dev/zero'))).toBe('notFile');
    },
  );
});

describe('in force', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  const input = (address: string, more: Partial<FeedInput> = {}): FeedInput => ({
    id: null,
    name: 'Sheet',
    kind: 'sheetFile',
    username: '',
    zone: 'America/New_York',
    trade: 'plumbing',
    role: 'primary',
    propertyId: null,
    group: null,
    address,
    password: '',
    ...more,
  });
  /** Lets time go by on the core's clock until it has happened. */
  async function whilePassing<Result>(work: Promise<Result>): Promise<Result> {
    let isOver = false;
    const ended = work.finally(() => {
      isOver = true;
    });
    ended.catch(() => undefined);
    await until(async () => {
      // Slowly: the drive answers in its own time, and has ten seconds of the core's.
      if (!isOver) await night.clock.pass(20, night.settle);
      return isOver;
    }, 'the end of it');
    return ended;
  }
  const asked = async (): Promise<void> => {
    await night.pass('3 s');
    await whilePassing(night.core.api.refreshFeeds());
  };
  const onPlumbing = (): string | null =>
    night.core.api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name ?? null;
  function view(): FeedView {
    const [feed] = night.core.api.feeds().feeds;
    if (!feed) throw new Error('no live calendar');
    return feed;
  }

  it('a workbook says who is on; saved anew it says somebody else; half saved it is refused and the copy stays', async () => {
    const path = join(folder, 'on call.xlsx');
    writeFileSync(path, workbook('Marcus Chen'));
    writeFileSync(join(folder, '~$on call.xlsx'), 'somebody');
    expect(await night.core.api.saveFeed(input(join(folder, '~$on call.xlsx')))).toMatchObject({ code: 'lockFile' });
    const saved = await whilePassing(night.core.api.saveFeed(input(path)));
    expect(saved.ok).toBe(true);
    expect(onPlumbing()).toBe('Marcus Chen');
    expect(view()).toMatchObject({ where: 'on call.xlsx', shifts: 1, trouble: null });

    writeFileSync(path, workbook('Aline Silva'));
    await asked();
    expect(onPlumbing()).toBe('Aline Silva');

    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    await asked();
    expect(view().trouble?.en).toMatch(/^Line 1: This workbook cannot be read; it may be only half saved\./);
    expect(onPlumbing()).toBe('Aline Silva');

    rmSync(path);
    await asked();
    expect(view().trouble?.en).toMatch(/^The file is not there/);
    expect(onPlumbing()).toBe('Aline Silva');

    writeFileSync(path, workbook('Marcus Chen'));
    await asked();
    expect(view().trouble).toBeNull();
    expect(onPlumbing()).toBe('Marcus Chen');
  });

  it('a CSV file with a place, a role and a bad row', async () => {
    const path = join(folder, 'rota.csv');
    const property = night.core.api.portfolio().properties[0];
    writeFileSync(
      path,
      [
        'Start,End,Who,Role,Property',
        `2026-11-20 18:00,2026-11-21 07:00,"Silva, Aline",backup,${property?.name}`,
        '2026-11-21 18:00,2026-11-22 07:00,Marcus Chen,,Nowhere House',
        '2026-11-22 18:00,someday,Marcus Chen,,',
        '2026-11-23 18:00,2026-11-24 07:00,Marcus Chen,,',
      ].join('\n'),
    );
    expect((await whilePassing(night.core.api.saveFeed(input(path)))).ok).toBe(true);
    expect(view()).toMatchObject({
      shifts: 2,
      broken: [{ line: 4 }, { line: 3, reason: { en: expect.stringContaining('Nowhere House') } }],
    });
    const { sources } = night.core.api.calendar({ from: night.clock.now(), to: night.clock.now() + 7 * 86_400_000 });
    expect(sources.feedShifts).toMatchObject([
      { role: 'backup', propertyId: property?.id },
      { role: 'primary', propertyId: null },
    ]);
  });
});
