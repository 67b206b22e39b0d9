import type { CallLink } from './call-link.ts';

/**
 * What a desktop must be able to do for the desk. The life of the program is written once against this; Electron, an
 * app window of Chromium, and a plain terminal are its adapters.
 */

/** Where a running core answers. The token is never put into a URL, an argument or a log. */
export type CoreAddress = { readonly url: string; readonly token: string; readonly pid: number };

/** How a core ended. `sentence` is the last plain line it wrote for people, empty where it wrote none. */
export type CoreEnd = { readonly code: number | null; readonly sentence: string };

export type CoreReady =
  | { readonly ok: true; readonly address: CoreAddress }
  | { readonly ok: false; readonly end: CoreEnd };

export type CoreProcess = {
  /** Settles when the core answers, or ended before it did. Never rejects. */
  readonly ready: Promise<CoreReady>;
  /** Settles when it is gone, for whatever reason. Never rejects. */
  readonly ended: Promise<CoreEnd>;
  /** Asks it to finish what it does and end. */
  stop(): void;
  /** Ends it now. What was committed is safe. */
  kill(): void;
};

export const POWER_EVENTS = ['suspend', 'resume', 'unlock'] as const;
/** A hint, not a promise: some systems never send them. The core's short naps are the guarantee. */
export type PowerEvent = (typeof POWER_EVENTS)[number];

/** What the person or the computer did. */
export type ShellEvent =
  | { readonly kind: 'secondInstance'; readonly link: CallLink | null }
  | { readonly kind: 'callLink'; readonly link: CallLink }
  | { readonly kind: 'windowClosed' }
  | { readonly kind: 'power'; readonly event: PowerEvent }
  /** `isForced`: the system or a service manager ends us; there is nobody to ask. */
  | { readonly kind: 'quit'; readonly isForced: boolean };

/** What a window needs to be let in: the Electron adapter uses the token as a header, a browser a one-time ticket. */
export type WindowAccess = {
  readonly url: string;
  readonly token: string;
  /** A fresh one-time ticket, null when the core did not give one. */
  readonly ticket: () => Promise<string | null>;
};

export type DesktopNote = { readonly id: string; readonly title: string; readonly body: string };

export type Alarm = { readonly kind: string; readonly sentence: string; readonly since: number };

/** Short state for tray and badge. */
export type ShellStatus = { readonly badge: number; readonly runningLadders: number };

export type SecretAnswer =
  | { readonly ok: true; readonly value: string }
  /** `noKeychain`: none is open on this computer. `weakKeychain`: it would store without a real key. */
  | { readonly ok: false; readonly reason: 'noKeychain' | 'weakKeychain' | 'wrongMachine' };

export type Shell = {
  readonly kind: 'electron' | 'chromium' | 'terminal';
  /** Whether the desk is still within reach when its window is closed. */
  readonly hasTray: boolean;
  /** False: another one runs; it has been told (and was handed `link`), so this one ends. */
  claimSingleInstance(link: CallLink | null): Promise<boolean>;
  /** One listener; events that came before it was set are handed over then. */
  listen(listener: (event: ShellEvent) => void): void;
  startCore(): CoreProcess;
  /** The core that already holds the data folder, where it left its address. */
  findRunningCore(): CoreAddress | null;
  /** Opens the window, or brings the open one forward. */
  openWindow(access: WindowAccess): Promise<void>;
  /** A core was started again: an open window must find it. */
  refreshWindow(access: WindowAccess): Promise<void>;
  showStatus(status: ShellStatus): void;
  /** Shown is not seen: nothing may depend on it. */
  notify(note: DesktopNote, whenChosen: () => void): void;
  /** What the note was about is over: it must not wait for a click for ever. */
  takeBackNote(id: string): void;
  /** Sound and attention until null. The page plays the real sounds; this is what works without it. */
  setAlarm(alarm: Alarm | null): void;
  setKeepAwake(isOn: boolean): void;
  wrapSecret(plain: string): SecretAnswer;
  unwrapSecret(wrapped: string): SecretAnswer;
  /** The one door to other programs: https, mailto and tel only. False: refused. */
  openExternal(address: string): Promise<boolean>;
  /** One plain sentence, in the terminal or as a notification. */
  say(sentence: string): void;
  /** The last sentence before we end: resolves when it has been read or written where it stays. */
  fail(sentence: string): Promise<void>;
  /** Asks before something that cannot be undone. */
  confirm(sentence: string): Promise<boolean>;
  /** Takes away window, tray, sounds and locks. */
  close(): Promise<void>;
};
