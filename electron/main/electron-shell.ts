import {
  app,
  BrowserWindow,
  shell as desktop,
  dialog,
  Menu,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  session,
  Tray,
  utilityProcess,
} from 'electron';
import { callLinkIn, parseCallLink } from './call-link.ts';
import { findRunningCore, serveArguments } from './core-process.ts';
import { watchUtilityCore } from './electron-core.ts';
import { guardContents, guardSession, windowOptions } from './electron-window.ts';
import type { SecretAnswer, Shell, ShellEvent, WindowAccess } from './shell.ts';
import type { ShellClock } from './shell-clock.ts';
import type { ShellTexts } from './texts.ts';
import { externalAddress } from './window-rules.ts';

const BEEP_MS = 2_000;

export type ElectronParts = {
  readonly dataFolder: string;
  /** The profile of the window; decides the single-instance lock. */
  readonly profileFolder: string;
  /** dist/cli.js */
  readonly coreEntry: string;
  readonly icon: string;
  readonly texts: ShellTexts;
  readonly clock: ShellClock;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The secrets of the core in the system's keychain. A store without a real key is refused, not used quietly. */
const wrapSecret = (plain: string): SecretAnswer => {
  const refusal = keychainRefusal();
  if (refusal !== null) return refusal;
  return { ok: true, value: safeStorage.encryptString(plain).toString('base64') };
};

const unwrapSecret = (wrapped: string): SecretAnswer => {
  const refusal = keychainRefusal();
  if (refusal !== null) return refusal;
  try {
    return { ok: true, value: safeStorage.decryptString(Buffer.from(wrapped, 'base64')) };
  } catch {
    // Wrapped by another user or computer: the recovery code is asked for.
    return { ok: false, reason: 'wrongMachine' };
  }
};

const keychainRefusal = (): SecretAnswer | null => {
  if (!safeStorage.isEncryptionAvailable()) return { ok: false, reason: 'noKeychain' };
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return { ok: false, reason: 'weakKeychain' };
  return null;
};

/** Shows the core's page. Where the core ended meanwhile there is none, and the next core refreshes the window. */
const load = (window: BrowserWindow, url: string): Promise<void> => window.loadURL(url).catch(() => undefined);

const openExternal = async (address: string): Promise<boolean> => {
  const allowed = externalAddress(address);
  if (allowed === null) return false;
  try {
    await desktop.openExternal(allowed);
    return true;
  } catch {
    return false; // nothing on this computer opens such an address
  }
};

/** Everything that must be settled before Electron is ready; returns the way events are heard. */
const hearElectron = (parts: ElectronParts) => {
  app.setPath('userData', parts.profileFolder); // the single-instance lock is keyed by it
  app.enableSandbox();
  // The double dash keeps a hostile link from being read as a switch of Electron.
  if (app.isPackaged) app.setAsDefaultProtocolClient('nightdesk', process.execPath, ['--']);
  const early: ShellEvent[] = [];
  let listener: ((event: ShellEvent) => void) | null = null;
  const emit = (event: ShellEvent): void => {
    if (listener === null) early.push(event);
    else listener(event);
  };
  app.on('second-instance', (_event, argv) => emit({ kind: 'secondInstance', link: callLinkIn(argv) }));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    const link = parseCallLink(address);
    if (link !== null) emit({ kind: 'callLink', link });
  });
  app.on('window-all-closed', () => undefined); // without a listener Electron would end, and the core with it
  return {
    emit,
    listen: (heard: (event: ShellEvent) => void): void => {
      listener = heard;
      for (const event of early.splice(0)) heard(event);
    },
  };
};

const hearPower = (emit: (event: ShellEvent) => void): void => {
  powerMonitor.on('suspend', () => emit({ kind: 'power', event: 'suspend' }));
  powerMonitor.on('resume', () => emit({ kind: 'power', event: 'resume' }));
  powerMonitor.on('unlock-screen', () => emit({ kind: 'power', event: 'unlock' }));
  powerMonitor.on('shutdown', () => emit({ kind: 'quit', isForced: true }));
};

/** The desk in Electron's window, with tray, keychain and power events. Create it before Electron is ready. */
export const electronShell = (parts: ElectronParts): Shell => {
  const { texts, clock } = parts;
  const { emit, listen } = hearElectron(parts);
  const notes = new Map<string, Notification>(); // kept: one without a reference loses its click
  let window: BrowserWindow | null = null;
  let tray: Tray | null = null;
  let access: WindowAccess | null = null;
  let blocker: number | null = null;
  let alarm: AbortController | null = null;
  let isClosing = false;
  const core = () => access;

  app.on('before-quit', (event) => {
    if (isClosing) return;
    event.preventDefault();
    emit({ kind: 'quit', isForced: false });
  });
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, core, async (address) => {
      if (!(await openExternal(address))) say(texts.notOpened(address));
    });
    contents.on('render-process-gone', () => contents.reload()); // a crashed page comes back by itself; no ladder noticed
  });
  const isReady = app.whenReady().then(() => {
    guardSession(session.defaultSession, core);
    Menu.setApplicationMenu(null);
    hearPower(emit);
    tray = new Tray(parts.icon);
    tray.setToolTip('Nightdesk');
    tray.on('click', () => emit({ kind: 'secondInstance', link: null }));
    showMenu(texts.idle);
  });

  const showMenu = (status: string): void => {
    tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: status, enabled: false },
        { type: 'separator' },
        { label: texts.open, click: () => emit({ kind: 'secondInstance', link: null }) },
        { label: texts.quit, click: () => emit({ kind: 'quit', isForced: false }) },
      ]),
    );
  };

  const notify: Shell['notify'] = (note, whenChosen) => {
    if (!Notification.isSupported()) return;
    const shown = new Notification({ title: note.title, body: note.body, icon: parts.icon, urgency: 'critical' });
    notes.set(note.id, shown);
    shown.on('click', whenChosen);
    shown.on('close', () => notes.delete(note.id));
    shown.show();
  };
  const takeBackNote: Shell['takeBackNote'] = (id) => {
    notes.get(id)?.close();
    notes.delete(id);
  };
  const say: Shell['say'] = (sentence) => notify({ id: sentence, title: 'Nightdesk', body: sentence }, () => undefined);

  const makeWindow = (): BrowserWindow => {
    const made = new BrowserWindow(windowOptions(parts.icon));
    made.once('ready-to-show', () => made.show());
    made.on('closed', () => {
      window = null;
      if (!isClosing) emit({ kind: 'windowClosed' });
    });
    return made;
  };

  const openWindow: Shell['openWindow'] = async (to) => {
    await isReady;
    access = to;
    if (window === null) {
      window = makeWindow();
      return load(window, to.url);
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  const beep = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      desktop.beep();
      await clock.sleep(BEEP_MS, signal);
    }
  };

  return {
    kind: 'electron',
    hasTray: true,
    claimSingleInstance: async () => {
      const isFirst = app.requestSingleInstanceLock();
      if (!isFirst) app.exit(0);
      return isFirst;
    },
    listen,
    startCore: () =>
      watchUtilityCore(
        utilityProcess.fork(parts.coreEntry, serveArguments(parts.dataFolder, parts.env), {
          serviceName: 'Nightdesk core',
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
        { wrapSecret, unwrapSecret },
      ),
    findRunningCore: () => findRunningCore(parts.dataFolder),
    openWindow,
    refreshWindow: async (to) => {
      access = to;
      if (window !== null) await load(window, to.url);
    },
    showStatus: ({ badge, runningLadders }) => {
      app.setBadgeCount(badge);
      showMenu(runningLadders === 0 ? texts.idle : texts.ladders(runningLadders));
    },
    notify,
    takeBackNote,
    setAlarm: (raised) => {
      alarm?.abort();
      alarm = raised === null ? null : new AbortController();
      window?.flashFrame(raised !== null);
      if (raised !== null) window?.showInactive();
      // The open window plays the alarm; without one the system's beep must do.
      if (alarm !== null && window === null) void beep(alarm.signal);
    },
    setKeepAwake: (isOn) => {
      if (isOn === (blocker !== null)) return;
      if (blocker !== null) powerSaveBlocker.stop(blocker);
      blocker = isOn ? powerSaveBlocker.start('prevent-app-suspension') : null;
    },
    wrapSecret,
    unwrapSecret,
    openExternal,
    say,
    fail: async (sentence) => {
      await isReady;
      await dialog.showMessageBox({ type: 'error', title: 'Nightdesk', message: sentence });
    },
    confirm: async (sentence) => {
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        title: 'Nightdesk',
        message: sentence,
        buttons: [texts.keepRunning, texts.stopDesk],
        defaultId: 0,
        cancelId: 0,
      });
      return response === 1;
    },
    close: async () => {
      isClosing = true;
      alarm?.abort();
      if (blocker !== null) powerSaveBlocker.stop(blocker);
      window?.destroy();
      tray?.destroy();
    },
  };
};

/** Ends Electron with a code, past every listener. */
export const endElectron = (exitCode: number): void => app.exit(exitCode);

/** The language the system speaks, e.g. "es-US". */
export const systemLocale = (): string => app.getPreferredSystemLanguages()[0] ?? 'en';
