import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shell, ShellEvent } from '../../electron/main/shell.ts';
import { systemShellClock } from '../../electron/main/shell-clock.ts';
import { shellTexts } from '../../electron/main/texts.ts';
import { PATIENCE_MS } from '../patience.ts';

/** Electron itself cannot run in a unit test: this stands in for it, and records what the adapter does with it. */
const fake = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const calls: [string, ...unknown[]][] = [];
  const note =
    (name: string, value?: unknown) =>
    (...args: unknown[]) => {
      calls.push([name, ...args]);
      return value;
    };
  const handlers = new Map<string, (...args: never[]) => unknown>();
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => void handlers.set(name, handler);
  class Window extends Emitter {
    static readonly all: Window[] = [];
    readonly options: unknown;
    constructor(options: unknown) {
      super();
      this.options = options;
      Window.all.push(this);
    }
    loadURL = async (url: string) => {
      calls.push(['loadURL', url]);
      if (!state.canLoad) throw new Error('ERR_CONNECTION_REFUSED');
    };
    isMinimized = () => true;
    restore = note('restore');
    show = note('show');
    showInactive = note('showInactive');
    focus = note('focus');
    flashFrame = note('flashFrame');
    destroy = note('destroy');
  }
  class Tray extends Emitter {
    setToolTip = note('setToolTip');
    setContextMenu = note('setContextMenu');
    destroy = note('trayDestroy');
  }
  class Note extends Emitter {
    static isSupported = () => true;
    static readonly all: Note[] = [];
    readonly options: unknown;
    constructor(options: unknown) {
      super();
      this.options = options;
      Note.all.push(this);
    }
    show = note('note.show');
    close = note('note.close');
  }
  const app = Object.assign(new Emitter(), {
    isPackaged: true,
    setPath: note('setPath'),
    enableSandbox: note('enableSandbox'),
    setAsDefaultProtocolClient: note('setAsDefaultProtocolClient'),
    requestSingleInstanceLock: () => {
      calls.push(['requestSingleInstanceLock']);
      return state.isFirst;
    },
    whenReady: async () => undefined,
    exit: note('exit'),
    setBadgeCount: note('setBadgeCount'),
    getPreferredSystemLanguages: () => ['es-US'],
  });
  const state = {
    isFirst: true,
    canLoad: true,
    canOpen: true,
    backend: 'gnome_libsecret',
    isEncryptionAvailable: true,
    response: 0,
  };
  return {
    calls,
    note,
    handlers,
    keep,
    Window,
    Tray,
    Note,
    app,
    state,
    power: new Emitter(),
    child: { current: null as unknown },
  };
});

vi.mock('electron', () => ({
  app: fake.app,
  BrowserWindow: fake.Window,
  Tray: fake.Tray,
  Notification: fake.Note,
  Menu: { setApplicationMenu: fake.note('setApplicationMenu'), buildFromTemplate: (items: unknown) => items },
  dialog: {
    showMessageBox: async (options: unknown) => {
      fake.calls.push(['showMessageBox', options]);
      return { response: fake.state.response };
    },
  },
  powerMonitor: fake.power,
  powerSaveBlocker: { start: fake.note('blocker.start', 7), stop: fake.note('blocker.stop') },
  safeStorage: {
    isEncryptionAvailable: () => fake.state.isEncryptionAvailable,
    getSelectedStorageBackend: () => fake.state.backend,
    encryptString: (text: string) => Buffer.from(`sealed:${text}`),
    decryptString: (sealed: Buffer) => {
      const text = sealed.toString();
      if (!text.startsWith('sealed:')) throw new Error('cannot decrypt');
      return text.slice('sealed:'.length);
    },
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: fake.keep('permissionRequest'),
      setPermissionCheckHandler: fake.keep('permissionCheck'),
      setDevicePermissionHandler: fake.keep('devicePermission'),
      webRequest: { onBeforeSendHeaders: fake.keep('headers') },
    },
  },
  shell: {
    openExternal: async (url: string) => {
      fake.note('openExternal')(url);
      if (!fake.state.canOpen) throw new Error('Failed to open: no application');
    },
    beep: fake.note('beep'),
  },
  utilityProcess: {
    fork: (...args: unknown[]) => {
      fake.calls.push(['fork', ...args]);
      return fake.child.current;
    },
  },
}));

const { electronShell, systemLocale } = await import('../../electron/main/electron-shell.ts');

const ACCESS = { url: 'http://127.0.0.1:8017', token: 'secret', ticket: async () => 'never used' };
const texts = shellTexts('en');
let shell: Shell;
let events: ShellEvent[];

const named = (name: string) => fake.calls.filter(([called]) => called === name).map(([, ...args]) => args);
const handler = (name: string): ((...args: unknown[]) => unknown) => {
  const kept = fake.handlers.get(name);
  if (kept === undefined) throw new Error(`${name} is not guarded`);
  return kept as (...args: unknown[]) => unknown; // recorded with the arguments Electron gives
};

beforeEach(async () => {
  fake.calls.length = 0;
  fake.handlers.clear();
  fake.app.removeAllListeners();
  fake.power.removeAllListeners();
  fake.Window.all.length = 0;
  fake.Note.all.length = 0;
  Object.assign(fake.state, {
    isFirst: true,
    canLoad: true,
    canOpen: true,
    backend: 'gnome_libsecret',
    isEncryptionAvailable: true,
    response: 0,
  });
  events = [];
  shell = electronShell({
    dataFolder: '/data',
    profileFolder: '/data/window-electron',
    coreEntry: '/app/dist/cli.js',
    icon: '/app/dist/icon.png',
    texts,
    clock: systemShellClock,
    env: {},
  });
  shell.listen((event) => events.push(event));
  await new Promise(setImmediate);
});

describe('before anything is shown', () => {
  it('the profile is set before the lock is asked for, and everything is sandboxed', async () => {
    await shell.claimSingleInstance(null);
    const order = fake.calls.map(([name]) => name);
    expect(order.indexOf('setPath')).toBeLessThan(order.indexOf('requestSingleInstanceLock'));
    expect(named('setPath')).toEqual([['userData', '/data/window-electron']]);
    expect(order).toContain('enableSandbox');
    expect(named('setAsDefaultProtocolClient')[0]?.[2]).toEqual(['--']);
  });
  it('a second instance ends at once', async () => {
    fake.state.isFirst = false;
    expect(await shell.claimSingleInstance(null)).toBe(false);
    expect(named('exit')).toEqual([[0]]);
  });
  it('speaks the language of the system', () => expect(systemLocale()).toBe('es-US'));
});

describe('attacks on the window', () => {
  const guarded = () => {
    const contents = Object.assign(new EventEmitter(), {
      opened: (_details: { url: string }): unknown => undefined,
      setWindowOpenHandler(open: (details: { url: string }) => unknown) {
        contents.opened = open;
      },
    });
    fake.app.emit('web-contents-created', {}, contents);
    return contents;
  };
  const goes = (contents: EventEmitter, event: string, url: string): boolean => {
    let isStopped = false;
    contents.emit(event, {
      url,
      preventDefault: () => {
        isStopped = true;
      },
    });
    return !isStopped;
  };

  it('is a page without powers', async () => {
    await shell.openWindow(ACCESS);
    expect(fake.Window.all[0]?.options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        webSecurity: true,
      },
    });
    expect(JSON.stringify(fake.Window.all[0]?.options)).not.toContain('preload');
    expect(named('loadURL')).toEqual([[ACCESS.url]]);
  });

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s stays at home', async (event) => {
    const contents = guarded();
    expect(goes(contents, event, `${ACCESS.url}/`)).toBe(false); // no core yet: nowhere to go
    await shell.openWindow(ACCESS);
    expect(goes(contents, event, `${ACCESS.url}/queue`)).toBe(true);
    for (const url of ['https://evil.example/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'javascript:1'])
      expect(goes(contents, event, url)).toBe(false);
  });

  it('opens no second window; a link to elsewhere leaves by the one door', async () => {
    await shell.openWindow(ACCESS);
    const contents = guarded();
    for (const url of ['https://weather.gov/', 'file:///etc/passwd', 'http://evil.example/', `${ACCESS.url}/x`])
      expect(contents.opened({ url })).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(named('openExternal')).toEqual([['https://weather.gov/']]), PATIENCE_MS);
    expect(goes(contents, 'will-attach-webview', '')).toBe(false);
  });

  it('a link that nothing can open is a sentence, not an error nobody hears', async () => {
    fake.state.canOpen = false;
    await shell.openWindow(ACCESS);
    expect(await shell.openExternal('https://weather.gov/')).toBe(false);
    guarded().opened({ url: 'mailto:desk@example.com' });
    const said = { body: texts.notOpened('mailto:desk@example.com') };
    await vi.waitFor(() => expect(fake.Note.all.at(-1)?.options).toMatchObject(said), PATIENCE_MS);
  });

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid'])(
    'refuses the permission %s',
    (permission) => {
      const answers: unknown[] = [];
      handler('permissionRequest')({}, permission, (answer: unknown) => answers.push(answer));
      expect(answers).toEqual([false]);
      expect(handler('permissionCheck')({}, permission)).toBe(false);
      expect(handler('devicePermission')({ deviceType: permission })).toBe(false);
    },
  );

  it('sends the token to the core alone', async () => {
    const headersFor = (url: string): unknown => {
      let sent: unknown;
      handler('headers')({ url, requestHeaders: { Accept: 'x' } }, (answer: { requestHeaders: unknown }) => {
        sent = answer.requestHeaders;
      });
      return sent;
    };
    expect(headersFor(`${ACCESS.url}/`)).toEqual({ Accept: 'x' });
    await shell.openWindow(ACCESS);
    expect(headersFor(`${ACCESS.url}/trpc`)).toEqual({ Accept: 'x', Authorization: 'Bearer secret' });
    expect(headersFor('https://evil.example/')).toEqual({ Accept: 'x' });
    await shell.refreshWindow({ ...ACCESS, token: 'newer' });
    expect(headersFor(`${ACCESS.url}/trpc`)).toEqual({ Accept: 'x', Authorization: 'Bearer newer' });
  });

  it.each(['file:///x', 'smb://x', 'http://x', 'nightdesk://call'])('the door is closed to %s', async (address) => {
    expect(await shell.openExternal(address)).toBe(false);
    expect(named('openExternal')).toEqual([]);
  });
});

describe('what person and system do', () => {
  it('power, second start, call links and the wish to end become events', () => {
    fake.power.emit('suspend');
    fake.power.emit('resume');
    fake.power.emit('unlock-screen');
    fake.app.emit('second-instance', {}, ['nightdesk', '--', 'nightdesk://call?to=911']);
    fake.app.emit('open-url', { preventDefault: () => undefined }, 'nightdesk://call?from=4155550100');
    fake.app.emit('open-url', { preventDefault: () => undefined }, 'nightdesk://format-disk');
    const prevented = vi.fn();
    fake.app.emit('before-quit', { preventDefault: prevented });
    fake.power.emit('shutdown');
    expect(prevented).toHaveBeenCalled();
    expect(events).toEqual([
      { kind: 'power', event: 'suspend' },
      { kind: 'power', event: 'resume' },
      { kind: 'power', event: 'unlock' },
      { kind: 'secondInstance', link: { from: null, to: '911' } },
      { kind: 'callLink', link: { from: '4155550100', to: null } },
      { kind: 'quit', isForced: false },
      { kind: 'quit', isForced: true },
    ]);
  });

  it('closing the window is told, and does not end the program', async () => {
    await shell.openWindow(ACCESS);
    expect(fake.app.listenerCount('window-all-closed')).toBe(1);
    fake.Window.all[0]?.emit('closed');
    expect(events).toEqual([{ kind: 'windowClosed' }]);
    await shell.openWindow(ACCESS);
    expect(fake.Window.all).toHaveLength(2);
  });

  it('a core that ends while its page is loaded is no end of ours: the next one is shown', async () => {
    fake.state.canLoad = false;
    await shell.openWindow(ACCESS);
    await shell.refreshWindow(ACCESS);
    fake.state.canLoad = true;
    await shell.refreshWindow({ ...ACCESS, url: 'http://127.0.0.1:8018' });
    expect(named('loadURL').at(-1)).toEqual(['http://127.0.0.1:8018']);
    expect(fake.Window.all).toHaveLength(1);
  });

  it('a crashed page comes back', () => {
    const reload = vi.fn();
    const contents = Object.assign(new EventEmitter(), { reload, setWindowOpenHandler: () => undefined });
    fake.app.emit('web-contents-created', {}, contents);
    contents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('an open window is brought forward', async () => {
    await shell.openWindow(ACCESS);
    await shell.openWindow(ACCESS);
    expect(fake.Window.all).toHaveLength(1);
    expect([named('restore').length, named('show').length, named('focus').length]).toEqual([1, 1, 1]);
  });

  it('the tray opens and ends, and says what runs', () => {
    shell.showStatus({ badge: 3, runningLadders: 2 });
    expect(named('setBadgeCount')).toEqual([[3]]);
    const [items] = named('setContextMenu').at(-1) ?? [];
    const menu = items as { label?: string; click?: () => void }[]; // the template the adapter built
    expect(menu.map(({ label }) => label)).toEqual([texts.ladders(2), undefined, texts.open, texts.quit]);
    for (const { click } of menu) click?.();
    expect(events).toEqual([
      { kind: 'secondInstance', link: null },
      { kind: 'quit', isForced: false },
    ]);
  });

  it.each([
    [0, false],
    [1, true],
  ])('button %i of the question means stop: %s', async (response, isYes) => {
    fake.state.response = response;
    expect(await shell.confirm('A ladder is running.')).toBe(isYes);
    expect(named('showMessageBox')[0]?.[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
  });
});

describe('what the desk asks of the desktop', () => {
  it('keeps the computer awake once, and lets go', async () => {
    for (const isOn of [true, true, false, false]) shell.setKeepAwake(isOn);
    expect(named('blocker.start')).toEqual([['prevent-app-suspension']]);
    expect(named('blocker.stop')).toEqual([[7]]);
  });

  it('a notification leads back to the desk', () => {
    const chosen = vi.fn();
    shell.notify({ id: '1', title: '-P1', body: 'x' }, chosen);
    expect(fake.Note.all[0]?.options).toMatchObject({ title: '-P1', body: 'x' });
    fake.Note.all[0]?.emit('click');
    expect(chosen).toHaveBeenCalledTimes(1);
  });

  it('takes a notification back, and forgets it', () => {
    shell.notify({ id: 'n1', title: 'Nightdesk', body: 'Nobody has answered' }, () => undefined);
    shell.takeBackNote('n1');
    shell.takeBackNote('n1');
    expect(named('note.close')).toHaveLength(1);
  });

  it('an alarm beeps where no window can, and stops', async () => {
    shell.setAlarm({ kind: 'P1', sentence: 'x', since: 1 });
    expect(named('beep')).toHaveLength(1);
    shell.setAlarm(null);
    await shell.openWindow(ACCESS);
    shell.setAlarm({ kind: 'P1', sentence: 'x', since: 1 });
    expect(named('beep')).toHaveLength(1);
    expect(named('flashFrame')).toEqual([[true]]);
    expect(named('showInactive')).toHaveLength(1);
    await shell.close();
  });

  it('secrets go to the keychain, and nowhere else', () => {
    const wrapped = shell.wrapSecret('data key');
    if (!wrapped.ok) throw new Error(wrapped.reason);
    expect(shell.unwrapSecret(wrapped.value)).toEqual({ ok: true, value: 'data key' });
    expect(shell.unwrapSecret(Buffer.from('foreign').toString('base64'))).toEqual({
      ok: false,
      reason: 'wrongMachine',
    });
    fake.state.backend = 'basic_text';
    if (process.platform === 'linux') expect(shell.wrapSecret('x')).toEqual({ ok: false, reason: 'weakKeychain' });
    fake.state.isEncryptionAvailable = false;
    expect(shell.wrapSecret('x')).toEqual({ ok: false, reason: 'noKeychain' });
    expect(shell.unwrapSecret(wrapped.value)).toEqual({ ok: false, reason: 'noKeychain' });
  });
});

describe('the core as a utility process', () => {
  const child = () => {
    const made = Object.assign(new EventEmitter(), {
      stdout: new PassThrough(),
      stderr: new PassThrough(),
      pid: undefined,
      posted: [] as unknown[], // what the shell answered
      postMessage: (message: unknown) => void made.posted.push(message),
      kill: () => made.emit('exit', 0),
    });
    fake.child.current = made;
    return made;
  };

  it('is ready with its line, answers for its end, and may ask the keychain', async () => {
    const made = child();
    const core = shell.startCore();
    expect(named('fork')[0]?.slice(0, 2)).toEqual(['/app/dist/cli.js', ['serve', '--data', '/data']]);
    made.stdout.write('{"url":"http://127.0.0.1:8017","token":"t","pid":7}\n');
    expect(await core.ready).toMatchObject({ ok: true });
    made.emit('message', { ask: 'wrapSecret', id: 1, value: 'key' });
    made.emit('message', { ask: 'openExternal', id: 2, value: 'file:///x' });
    expect(made.posted).toEqual([{ id: 1, answer: { ok: true, value: expect.any(String) } }]);
    core.stop();
    expect(await core.ended).toEqual({ code: 0, sentence: '' });
  });

  it('brings its sentence where it cannot start', async () => {
    const made = child();
    const core = shell.startCore();
    made.stderr.write('This folder is on a network share.\n');
    await new Promise(setImmediate);
    made.emit('exit', 4);
    expect(await core.ready).toEqual({ ok: false, end: { code: 4, sentence: 'This folder is on a network share.' } });
  });
});
