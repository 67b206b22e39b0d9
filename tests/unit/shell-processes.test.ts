import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CORE_HELD } from '../../electron/core/held-folder.ts';
import { coreClient } from '../../electron/main/core-client.ts';
import { findRunningCore, startNodeCore } from '../../electron/main/core-process.ts';
import { openNotes } from '../../electron/main/desktop-note.ts';
import type { ShellEvent } from '../../electron/main/shell.ts';
import { systemShellClock } from '../../electron/main/shell-clock.ts';
import { type Claim, claimFolder } from '../../electron/main/single-instance.ts';
import { stayAwake } from '../../electron/main/stay-awake.ts';
import { openTerminal } from '../../electron/main/terminal.ts';
import { PATIENCE_MS } from '../patience.ts';
import { openFakeCore } from './shell-fake-core.ts';

let folder: string;
beforeEach(() => {
  // Spaces, accents and length: all three are in people's user names.
  folder = join(mkdtempSync(join(tmpdir(), 'nightdesk-shell-')), `Ana Núñez ${'x'.repeat(120)}`);
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('one shell per folder', () => {
  const claims: Claim[] = [];
  afterEach(() => {
    for (const claim of claims.splice(0)) if (claim.isFirst) claim.release();
  });
  const claim = async (link: Parameters<typeof claimFolder>[1], heard: unknown[] = []): Promise<Claim> => {
    const made = await claimFolder(folder, link, (theirs) => heard.push(theirs));
    claims.push(made);
    return made;
  };

  it('the second hands its call over and knows that it is second', async () => {
    const heard: unknown[] = [];
    expect((await claim(null, heard)).isFirst).toBe(true);
    expect((await claim({ from: '+14155550100', to: null })).isFirst).toBe(false);
    expect((await claim(null)).isFirst).toBe(false);
    expect(heard).toEqual([{ from: '+14155550100', to: null }, null]);
    expect(statSync(join(folder, 'shell.json')).mode & 0o077).toBe(0);
  });

  it.each(['', '{', '{"port":1,"secret":"short"}', `{"port":1,"secret":"${'0'.repeat(64)}"}`])(
    'a file left by a crash does not lock anybody out: %j',
    async (left) => {
      writeFileSync(join(folder, 'shell.json'), left);
      expect((await claim(null)).isFirst).toBe(true);
    },
  );

  it('is free again after release', async () => {
    const first = await claim(null);
    if (first.isFirst) first.release();
    expect((await claim(null)).isFirst).toBe(true);
  });

  it.each([
    (secret: string) => JSON.stringify({ secret: secret.replace(/./g, '0'), link: null }),
    (secret: string) => JSON.stringify({ secret: secret.slice(1), link: null }),
    (secret: string) => JSON.stringify({ secret, link: 'nightdesk://call' }),
    () => 'GET / HTTP/1.1',
    () => 'x'.repeat(5_000),
  ])('a stranger at the port is not heard (%#)', async (message) => {
    const heard: unknown[] = [];
    await claim(null, heard);
    const place: { readonly port: number; readonly secret: string } = JSON.parse(
      readFileSync(join(folder, 'shell.json'), 'utf8'),
    );
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(place.port, '127.0.0.1', () => socket.write(`${message(place.secret)}\n`));
      socket.on('data', (part) => {
        text += part.toString();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
    });
    expect(answer).not.toContain('yes');
    expect(heard).toEqual([]);
  });
});

describe('a core as a Node process', () => {
  const begin = (source: string) => {
    const entry = join(folder, 'core.mjs');
    writeFileSync(entry, source);
    return startNodeCore({ node: process.execPath, entry, dataFolder: folder, env: process.env });
  };

  it('is ready with the line it prints, whatever else it prints, and stops when asked', async () => {
    const core = begin(`
      process.on('SIGTERM', () => process.exit(0));
      console.log('starting');
      console.log(JSON.stringify({ url: 'http://127.0.0.1:8017', token: 't', pid: process.pid, args: process.argv }));
      setInterval(() => {}, 1000);`);
    expect(await core.ready).toMatchObject({ ok: true, address: { url: 'http://127.0.0.1:8017', token: 't' } });
    core.stop();
    expect(await core.ended).toEqual({ code: 0, sentence: '' });
  });

  it('brings its sentence and exit code where it cannot start', async () => {
    const core = begin(`console.error('Another Nightdesk uses this folder.'); process.exit(${CORE_HELD});`);
    expect(await core.ready).toEqual({
      ok: false,
      end: { code: CORE_HELD, sentence: 'Another Nightdesk uses this folder.' },
    });
  });

  it('can be ended when it does not listen', async () => {
    const core = begin(`
      process.on('SIGTERM', () => console.error('I stay'));
      console.log(JSON.stringify({ url: 'http://127.0.0.1:8017', token: 't', pid: process.pid }));
      setInterval(() => {}, 1000);`);
    await core.ready;
    core.stop();
    const errors = join(folder, 'core-errors.log');
    await vi.waitFor(() => expect(readFileSync(errors, 'utf8')).toBe('I stay\n'), PATIENCE_MS);
    core.kill();
    expect(await core.ended).toEqual({ code: null, sentence: 'I stay' });
  });

  it('a program that is not there is an end too', async () => {
    const core = startNodeCore({ node: join(folder, 'none'), entry: 'x', dataFolder: folder, env: {} });
    expect(await core.ready).toMatchObject({ ok: false, end: { code: null } });
  });

  it('a running one is found by the address it left', () => {
    expect(findRunningCore(folder)).toBeNull();
    writeFileSync(join(folder, 'core.json'), '{"url":"http://127.0.0.1:8017","token":"t","pid":7}');
    expect(findRunningCore(folder)).toEqual({ url: 'http://127.0.0.1:8017', token: 't', pid: 7 });
    // As good as none: a file that cannot be read, like one that goes away between two looks at it.
    rmSync(join(folder, 'core.json'));
    mkdirSync(join(folder, 'core.json'));
    expect(findRunningCore(folder)).toBeNull();
  });
});

describe('asking the core', () => {
  it('a wrong token, a silent core and one that is gone are answers, not errors', async () => {
    const core = await openFakeCore();
    const wrong = coreClient({ ...core.address, token: 'other' });
    expect([await wrong.state(), await wrong.ticket(), await wrong.power('resume')]).toEqual([null, null, false]);
    const right = coreClient(core.address);
    expect(await right.ticket()).toBe('ticket-1');
    core.isSilent = true;
    expect([await right.state(), await right.ticket()]).toEqual([null, null]);
    await core.close();
    expect(await right.call({ from: null, to: '911' })).toBe(false);
  });
  it('an answer of the wrong shape is none', async () => {
    const core = await openFakeCore();
    core.state = { ...core.state, badge: -1 };
    expect(await coreClient(core.address).state()).toBeNull();
    await core.close();
  });
});

describe('staying awake', () => {
  it('says once that it is impossible, and goes on', async () => {
    const said = vi.fn();
    const awake = stayAwake(['/nowhere/inhibit'], said);
    awake.set(true);
    awake.set(false);
    awake.set(true);
    await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(1), PATIENCE_MS);
    awake.set(false);
    const none = vi.fn();
    stayAwake(null, none).set(true);
    expect(none).toHaveBeenCalledTimes(1);
  });
  it('runs the command for as long as it is wanted', async () => {
    const said = vi.fn();
    const file = join(folder, 'awake');
    const script = `
      const { rmSync, writeFileSync } = require('fs');
      process.on('SIGTERM', () => { rmSync(process.argv[1]); process.exit() });
      setInterval(() => {}, 1000);
      writeFileSync(process.argv[1], '');`;
    const awake = stayAwake([process.execPath, '-e', script, file], said);
    awake.set(true);
    await vi.waitFor(() => expect(statSync(file, { throwIfNoEntry: false })).toBeDefined(), PATIENCE_MS);
    awake.set(false);
    await vi.waitFor(() => expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined(), PATIENCE_MS);
    expect(said).not.toHaveBeenCalled();
  });
});

const NO_LINUX = process.platform === 'linux' ? '' : ' (skipped: notify-send is Linux alone)';
describe.skipIf(NO_LINUX !== '')(`notifications on Linux${NO_LINUX}`, () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  it('waits for a click until it is taken back, which closes it; one that is over is forgotten', async () => {
    // Stands in for notify-send: names itself, waits, and closes its notification on an interrupt as the real one does.
    const log = join(folder, 'log');
    const program = join(folder, 'notify-send');
    writeFileSync(
      program,
      `#!/bin/sh
for last; do :; done
trap 'echo "closed $last" >> '"'${log}'"'; exit 0' INT
echo "shown $last" >> '${log}'
[ "$last" = clicked ] && { echo open; exit 0; }
while :; do sleep 0.05; done
`,
      { mode: 0o755 },
    );
    process.env.PATH = `${folder}:${path}`;
    const notes = openNotes({ platform: 'linux', openLabel: 'Open', iconFile: null });
    const chosen = vi.fn();
    const said = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
    notes.show({ id: 'n1', title: 'Nightdesk', body: 'waits' }, chosen);
    notes.show({ id: 'n2', title: 'Nightdesk', body: 'clicked' }, chosen);
    await vi.waitFor(() => expect(said()).toMatch(/shown waits/), PATIENCE_MS);
    await vi.waitFor(() => expect(notes.count()).toBe(1), PATIENCE_MS);
    expect(chosen).toHaveBeenCalledOnce();
    notes.takeBack('n1');
    expect(notes.count()).toBe(0);
    await vi.waitFor(() => expect(said()).toContain('closed waits'), PATIENCE_MS);
  });
});

describe('the terminal', () => {
  const open = (isTTY: boolean) => {
    const signals = new EventEmitter();
    const written: string[] = [];
    const events: ShellEvent[] = [];
    const terminal = openTerminal(
      { out: { write: (text) => written.push(text), isTTY }, signals: signals as unknown as NodeJS.Process }, // only on() and off() are used
      systemShellClock,
      'again',
      (event) => events.push(event),
    );
    return { signals, written, events, terminal };
  };

  it('Ctrl-C is a wish, SIGTERM an order', () => {
    const { signals, events, terminal } = open(true);
    signals.emit('SIGINT');
    signals.emit('SIGTERM');
    expect(events).toEqual([
      { kind: 'quit', isForced: false },
      { kind: 'quit', isForced: true },
    ]);
    terminal.close();
    expect(signals.listenerCount('SIGINT')).toBe(0);
  });

  it('a second Ctrl-C confirms, and is no further wish', async () => {
    const { signals, written, events, terminal } = open(true);
    const answer = terminal.confirm('A ladder is running.');
    signals.emit('SIGINT');
    expect(await answer).toBe(true);
    expect(written).toEqual(['A ladder is running.\n', 'again\n']);
    expect(events).toEqual([]);
    terminal.close();
  });

  it('rings only where somebody sits at it', () => {
    for (const isTTY of [true, false]) {
      const { written, terminal } = open(isTTY);
      terminal.setBell(true);
      terminal.setBell(false);
      expect(written).toEqual(isTTY ? ['\u0007'] : []);
      terminal.close();
    }
  });
});
