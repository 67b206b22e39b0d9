import { findRunningCore, type NodeCore, startNodeCore } from './core-process.ts';
import { openNotes } from './desktop-note.ts';
import { openOutside } from './open-external.ts';
import type { Shell, ShellEvent, WindowAccess } from './shell.ts';
import type { ShellClock } from './shell-clock.ts';
import { type Claim, claimFolder } from './single-instance.ts';
import { stayAwake, stayAwakeCommand } from './stay-awake.ts';
import { openTerminal } from './terminal.ts';
import type { ShellTexts } from './texts.ts';

/** What the shells without Electron are made of. */
export type NodeShellParts = {
  readonly core: NodeCore;
  readonly clock: ShellClock;
  readonly texts: ShellTexts;
  readonly platform: NodeJS.Platform;
  readonly iconFile: string | null;
  readonly process: NodeJS.Process;
};

/** How such a shell shows the desk. */
export type NodeWindow = {
  readonly kind: 'chromium' | 'terminal';
  open(access: WindowAccess): Promise<void>;
  refresh(access: WindowAccess): Promise<void>;
  close(): Promise<void>;
};

/**
 * A shell on plain Node: everything but the window, which the caller brings.
 *
 * @param makeWindow given a way to emit events and to say a sentence
 */
export const nodeShell = (
  parts: NodeShellParts,
  makeWindow: (emit: (event: ShellEvent) => void, say: (sentence: string) => void) => NodeWindow,
): Shell => {
  const { core, clock, texts, platform, iconFile, process } = parts;
  const early: ShellEvent[] = [];
  let listener: ((event: ShellEvent) => void) | null = null;
  const emit = (event: ShellEvent): void => {
    if (listener === null) early.push(event);
    else listener(event);
  };
  const terminal = openTerminal({ out: process.stderr, signals: process }, clock, texts.againToStop, emit);
  const window = makeWindow(emit, terminal.say);
  const awake = stayAwake(stayAwakeCommand(platform, process.pid), () => terminal.say(texts.notAwake));
  const notes = openNotes({ platform, openLabel: texts.open, iconFile });
  let claim: Claim | null = null;
  return {
    kind: window.kind,
    hasTray: false,
    claimSingleInstance: async (link) => {
      claim = await claimFolder(core.dataFolder, link, (theirs) => emit({ kind: 'secondInstance', link: theirs }));
      if (!claim.isFirst) terminal.close();
      return claim.isFirst;
    },
    listen: (heard) => {
      listener = heard;
      for (const event of early.splice(0)) heard(event);
    },
    startCore: () => startNodeCore(core),
    findRunningCore: () => findRunningCore(core.dataFolder),
    openWindow: window.open,
    refreshWindow: window.refresh,
    showStatus: () => undefined, // no tray and no badge here: the window's title says it
    notify: notes.show,
    takeBackNote: notes.takeBack,
    setAlarm: (alarm) => {
      if (alarm !== null) terminal.say(alarm.sentence);
      terminal.setBell(alarm !== null);
    },
    setKeepAwake: awake.set,
    // The core falls back to a key file only its owner reads.
    wrapSecret: () => ({ ok: false, reason: 'noKeychain' }),
    unwrapSecret: () => ({ ok: false, reason: 'noKeychain' }),
    openExternal: (address) => openOutside(address, platform),
    say: terminal.say,
    fail: async (sentence) => terminal.say(sentence),
    confirm: terminal.confirm,
    close: async () => {
      awake.set(false);
      notes.takeBackAll();
      await window.close();
      terminal.close();
      if (claim?.isFirst) claim.release();
    },
  };
};
