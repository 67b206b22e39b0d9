import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CORE_HELD } from '../../electron/core/held-folder.ts';
import type { CallLink } from '../../electron/main/call-link.ts';
import { runDesk } from '../../electron/main/life-cycle.ts';
import { restartDelayMs } from '../../electron/main/restart-delay.ts';
import type {
  Alarm,
  CoreAddress,
  CoreEnd,
  CoreProcess,
  CoreReady,
  DesktopNote,
  Shell,
  ShellEvent,
  ShellStatus,
} from '../../electron/main/shell.ts';
import type { ShellClock } from '../../electron/main/shell-clock.ts';
import { shellTexts } from '../../electron/main/texts.ts';
import { PATIENCE_MS } from '../patience.ts';
import { type FakeCore, openFakeCore, QUIET } from './shell-fake-core.ts';

const soon = (isSo: () => void): Promise<void> => vi.waitFor(isSo, { timeout: PATIENCE_MS, interval: 5 });

/** Time that moves only when told. */
const handClock = () => {
  let now = Date.UTC(2026, 0, 9, 23, 42);
  const sleepers = new Set<{ readonly dueAt: number; wake(): void }>();
  const clock: ShellClock = {
    nowMs: () => now,
    sleep: (delayMs, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = (): void => {
          sleepers.delete(sleeper);
          resolve();
        };
        const sleeper = { dueAt: now + delayMs, wake };
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake);
      }),
  };
  return {
    clock,
    /** Who sleeps now. Time that passes while nobody does is lost on whoever would. */
    sleeping: (): number => sleepers.size,
    pass: (ms: number): void => {
      now += ms;
      for (const sleeper of [...sleepers]) if (sleeper.dueAt <= now) sleeper.wake();
    },
  };
};

type Started = CoreProcess & {
  readonly calls: string[];
  isReady(address: CoreAddress): void;
  ends(end: CoreEnd): void;
};

const handProcess = (): Started => {
  const ready = Promise.withResolvers<CoreReady>();
  const ended = Promise.withResolvers<CoreEnd>();
  const calls: string[] = [];
  const ends = (end: CoreEnd): void => {
    ready.resolve({ ok: false, end });
    ended.resolve(end);
  };
  return {
    ready: ready.promise,
    ended: ended.promise,
    calls,
    isReady: (address) => ready.resolve({ ok: true, address }),
    ends,
    stop: () => {
      calls.push('stop');
      ends({ code: 0, sentence: '' });
    },
    kill: () => {
      calls.push('kill');
      ends({ code: null, sentence: '' });
    },
  };
};

/** A desktop made of notes: what it was told to do, and a way to be the person in front of it. */
const handShell = (options: { readonly hasTray?: boolean; readonly isFirst?: boolean } = {}) => {
  const cores: Started[] = [];
  const said: string[] = [];
  const windows: string[] = [];
  const alarms: (Alarm | null)[] = [];
  const awake: boolean[] = [];
  const statuses: ShellStatus[] = [];
  const notes: { readonly note: DesktopNote; choose(): void }[] = [];
  const takenBack: string[] = [];
  const claimed: (CallLink | null)[] = [];
  let emit: (event: ShellEvent) => void = () => undefined;
  const seen = {
    cores,
    said,
    windows,
    alarms,
    awake,
    statuses,
    notes,
    takenBack,
    claimed,
    isClosed: false,
    answer: true,
    running: null as CoreAddress | null, // widened: a test sets it
    does: (event: ShellEvent) => emit(event),
  };
  const shell: Shell = {
    kind: 'terminal',
    hasTray: options.hasTray ?? true,
    claimSingleInstance: async (link) => {
      claimed.push(link);
      return options.isFirst ?? true;
    },
    listen: (listener) => {
      emit = listener;
    },
    startCore: () => {
      const core = handProcess();
      cores.push(core);
      return core;
    },
    findRunningCore: () => seen.running,
    openWindow: async ({ url }) => void windows.push(`open ${url}`),
    refreshWindow: async ({ url }) => void windows.push(`refresh ${url}`),
    showStatus: (status) => void statuses.push(status),
    notify: (note, choose) => void notes.push({ note, choose }),
    takeBackNote: (id) => void takenBack.push(id),
    setAlarm: (alarm) => void alarms.push(alarm),
    setKeepAwake: (isOn) => void awake.push(isOn),
    wrapSecret: () => ({ ok: false, reason: 'noKeychain' }),
    unwrapSecret: () => ({ ok: false, reason: 'noKeychain' }),
    openExternal: async () => false,
    say: (sentence) => void said.push(sentence),
    fail: async (sentence) => void said.push(sentence),
    confirm: async (sentence) => {
      said.push(sentence);
      return seen.answer;
    },
    close: async () => {
      seen.isClosed = true;
    },
  };
  return { shell, seen };
};

const texts = shellTexts('en');
let core: FakeCore;
beforeEach(async () => {
  core = await openFakeCore();
});
afterEach(() => core.close());

const start = (options: { hasTray?: boolean; isFirst?: boolean; args?: string[] } = {}) => {
  const { shell, seen } = handShell(options);
  const time = handClock();
  const over = runDesk({ shell, clock: time.clock, texts, args: options.args ?? [] });
  const running = async (): Promise<void> => {
    await soon(() => expect(seen.cores.length).toBeGreaterThan(0));
    seen.cores.at(-1)?.isReady(core.address);
    await soon(() => expect(seen.windows.length).toBeGreaterThan(0));
  };
  // While a core runs, nobody but the next poll sleeps; then the last one has been answered.
  const isPolled = (): Promise<void> => soon(() => expect(time.sleeping()).toBe(1));
  const pass = async (ms: number): Promise<void> => {
    await isPolled();
    time.pass(ms);
    await isPolled();
  };
  return { seen, time, over, running, pass };
};

describe('start', () => {
  it('opens the window once the core answers, and ends with it', async () => {
    const { seen, over, running } = start();
    await running();
    expect(seen.windows).toEqual([`open ${core.address.url}`]);
    seen.does({ kind: 'quit', isForced: false });
    expect(await over).toBe(0);
    expect(seen.cores[0]?.calls).toEqual(['stop']);
    expect(seen.isClosed).toBe(true);
  });

  it('a second one hands its call link over and starts nothing', async () => {
    const { seen, over } = start({
      isFirst: false,
      args: ['--', 'nightdesk://call?from=%2B14155550100&to=8005550199'],
    });
    expect(await over).toBe(0);
    expect(seen.claimed).toEqual([{ from: '+14155550100', to: '8005550199' }]);
    expect(seen.cores).toEqual([]);
  });

  it('hands a call link it was started with to the core', async () => {
    const { seen, over, running } = start({ args: ['nightdesk://call?from=%2B14155550100'] });
    await running();
    expect(core.heard).toContainEqual({ path: '/shell/call', body: { from: '+14155550100', to: null } });
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it.each([
    { code: 1, sentence: 'This folder is on a network share.', says: 'This folder is on a network share.' },
    { code: CORE_HELD, sentence: '', says: texts.held },
  ])(
    'a core that never answered is not tried again: its sentence is said (exit $code)',
    async ({ code, sentence, says }) => {
      const { seen, over } = start();
      await soon(() => expect(seen.cores).toHaveLength(1));
      seen.cores[0]?.ends({ code, sentence });
      expect(await over).toBe(code);
      expect(seen.said).toEqual([says]);
      expect(seen.windows).toEqual([]);
    },
  );

  it('shows the core that already holds the folder, and does not end it', async () => {
    const { seen, over } = start();
    seen.running = core.address;
    await soon(() => expect(seen.cores).toHaveLength(1));
    seen.cores[0]?.ends({ code: CORE_HELD, sentence: 'held' });
    await soon(() => expect(seen.windows).toEqual([`open ${core.address.url}`]));
    seen.does({ kind: 'quit', isForced: false });
    expect(await over).toBe(0);
    expect(seen.said).toEqual([texts.foundRunning, texts.leftRunning]);
    expect(seen.cores).toHaveLength(1);
  });
});

describe('a core that dies', () => {
  it('is started again after a growing pause, and the window is told', async () => {
    const { seen, time, over, running } = start();
    await running();
    for (const [index, delayMs] of [500, 1_000, 2_000].entries()) {
      seen.cores[index]?.ends({ code: 134, sentence: '' });
      await soon(() => expect(seen.said.at(-1)).toBe(texts.coreRestarts));
      time.pass(delayMs - 1);
      await new Promise(setImmediate);
      expect(seen.cores).toHaveLength(index + 1);
      time.pass(1);
      await soon(() => expect(seen.cores).toHaveLength(index + 2));
      seen.cores[index + 1]?.isReady(core.address);
      await soon(() => expect(seen.said.at(-1)).toBe(texts.coreBack));
    }
    expect(seen.windows.slice(1)).toEqual(Array(3).fill(`refresh ${core.address.url}`));
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it('goes on trying when a restart fails', async () => {
    const { seen, time, over, running } = start();
    await running();
    seen.cores[0]?.ends({ code: 1, sentence: '' });
    for (const count of [2, 3, 4]) {
      await soon(() => expect(seen.said.filter((text) => text === texts.coreRestarts)).toHaveLength(count - 1));
      time.pass(30_000);
      await soon(() => expect(seen.cores).toHaveLength(count));
      if (count < 4) seen.cores[count - 1]?.ends({ code: 1, sentence: 'disk full' });
    }
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it('waits half a second at first, half a minute at most', () => {
    expect([0, 1, 2, 5, 6, 50, 1e9].map(restartDelayMs)).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('is ended when it is silent for thirty polls, and not before', async () => {
    const { seen, time, over, running, pass } = start();
    await running();
    core.isSilent = true;
    for (let count = 1; count <= 29; count += 1) {
      await pass(1_000);
      expect(core.unheard).toBe(count);
    }
    expect(seen.cores[0]?.calls).toEqual([]);
    time.pass(1_000);
    await soon(() => expect(seen.cores[0]?.calls).toEqual(['kill']));
    expect(core.unheard).toBe(30);
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });
});

describe('what the core wants shown', () => {
  it('follows alarm, keep-awake, badge and ladders, each only when it changes', async () => {
    const { seen, over, running, pass } = start();
    await running();
    const alarm: Alarm = { kind: 'P1', sentence: 'Maple Court 14B: nobody has answered', since: 1 };
    core.state = { ...QUIET, alarm, keepAwake: true, badge: 2, runningLadders: 1 };
    await pass(1_000);
    expect(seen.alarms).toEqual([alarm]);
    await pass(1_000);
    expect(seen.statuses).toHaveLength(1);
    core.state = QUIET;
    await pass(1_000);
    expect(seen.alarms).toEqual([alarm, null]);
    expect(seen.awake).toEqual([true, false]);
    expect(seen.statuses.map(({ badge, runningLadders }) => [badge, runningLadders])).toEqual([
      [2, 1],
      [0, 0],
    ]);
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it('shows each notification once; choosing it opens the window', async () => {
    const { seen, over, running, pass } = start();
    await running();
    const note = { id: 'n1', title: '-P1', body: 'Dana Ruiz' };
    core.state = { ...QUIET, notifications: [note] };
    await pass(1_000);
    expect(seen.notes).toHaveLength(1);
    core.state = { ...QUIET, notifications: [note, { ...note, id: 'n2' }] };
    await pass(1_000);
    expect(seen.notes.map((shown) => shown.note.id)).toEqual(['n1', 'n2']);
    seen.notes[0]?.choose();
    await soon(() => expect(seen.windows).toHaveLength(2));
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it('takes back what the core no longer names, once', async () => {
    const { seen, over, running, pass } = start();
    await running();
    const note = (id: string) => ({ id, title: 'Nightdesk', body: 'Nobody has answered' });
    core.state = { ...QUIET, notifications: [note('n1'), note('n2')] };
    await pass(1_000);
    expect(seen.notes).toHaveLength(2);
    core.state = { ...QUIET, badge: 1, notifications: [note('n2')] };
    await pass(1_000);
    expect(seen.takenBack).toEqual(['n1']);
    core.state = { ...QUIET, badge: 0 };
    await pass(1_000);
    expect(seen.takenBack).toEqual(['n1', 'n2']);
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });
});

describe('what person and computer do', () => {
  it.each(['suspend', 'resume', 'unlock'] as const)('%s reaches the core as a poke', async (event) => {
    const { seen, over, running } = start();
    await running();
    seen.does({ kind: 'power', event });
    await soon(() => expect(core.heard).toContainEqual({ path: '/shell/power', body: { event } }));
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it('a nap nobody told us of is a poke too; a late second is not', async () => {
    const { seen, over, running, pass } = start();
    await running();
    core.state = { ...QUIET, badge: 1 };
    await pass(5_500);
    expect(seen.statuses).toHaveLength(1);
    expect(core.heard.filter(({ path }) => path === '/shell/power')).toEqual([]);
    await pass(6 * 60_000);
    expect(core.heard.filter(({ path }) => path === '/shell/power')).toEqual([
      { path: '/shell/power', body: { event: 'resume' } },
    ]);
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it('a second start brings the window forward and hands its call over', async () => {
    const { seen, over, running } = start();
    await running();
    seen.does({ kind: 'secondInstance', link: { from: '+14155550100', to: null } });
    await soon(() => expect(seen.windows).toHaveLength(2));
    expect(core.heard).toContainEqual({ path: '/shell/call', body: { from: '+14155550100', to: null } });
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it('a call that comes while the core is away waits for it', async () => {
    const { seen, time, over, running } = start();
    await running();
    seen.cores[0]?.ends({ code: 1, sentence: '' });
    await soon(() => expect(seen.said).toContain(texts.coreRestarts));
    seen.does({ kind: 'callLink', link: { from: null, to: '8005550199' } });
    time.pass(500);
    await soon(() => expect(seen.cores).toHaveLength(2));
    expect(core.heard).toEqual([]);
    seen.cores[1]?.isReady(core.address);
    await soon(() => expect(core.heard).toEqual([{ path: '/shell/call', body: { from: null, to: '8005550199' } }]));
    seen.does({ kind: 'quit', isForced: true });
    await over;
  });

  it.each([
    { runningLadders: 0, hasTray: false, ends: true, says: [] },
    { runningLadders: 0, hasTray: true, ends: false, says: [texts.closedInTray] },
    { runningLadders: 2, hasTray: false, ends: false, says: [texts.closedButRunning(2)] },
    { runningLadders: 1, hasTray: true, ends: false, says: [texts.closedButRunning(1)] },
  ])('closing the window with $runningLadders ladders (tray: $hasTray) ends the desk: $ends', async (row) => {
    const { seen, over, running } = start({ hasTray: row.hasTray });
    await running();
    core.state = { ...QUIET, runningLadders: row.runningLadders };
    seen.does({ kind: 'windowClosed' });
    if (!row.ends) {
      await soon(() => expect(seen.said).toEqual(row.says));
      expect(seen.cores[0]?.calls).toEqual([]);
      seen.does({ kind: 'quit', isForced: true });
    }
    expect(await over).toBe(0);
    expect(seen.said).toEqual(row.says);
  });

  it('asks before it stops a running ladder, and takes no for an answer', async () => {
    const { seen, over, running } = start();
    await running();
    core.state = { ...QUIET, runningLadders: 1 };
    seen.answer = false;
    seen.does({ kind: 'quit', isForced: false });
    await soon(() => expect(seen.said).toEqual([texts.quitWhileRunning(1)]));
    await new Promise(setImmediate);
    expect(seen.cores[0]?.calls).toEqual([]);
    seen.answer = true;
    seen.does({ kind: 'quit', isForced: false });
    expect(await over).toBe(0);
    expect(seen.cores[0]?.calls).toEqual(['stop']);
  });

  it('a core that does not stop in ten seconds is ended', async () => {
    const { seen, time, over, running } = start();
    await running();
    const first = seen.cores[0];
    if (first === undefined) throw new Error('no core');
    first.stop = () => void first.calls.push('stop');
    seen.does({ kind: 'quit', isForced: true });
    await soon(() => expect(first.calls).toEqual(['stop']));
    time.pass(9_999);
    await new Promise(setImmediate);
    expect(first.calls).toEqual(['stop']);
    time.pass(1);
    expect(await over).toBe(0);
    expect(first.calls).toEqual(['stop', 'kill']);
  });
});
