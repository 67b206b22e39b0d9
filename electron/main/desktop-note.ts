import { spawn } from 'node:child_process';
import nodeNotifier from 'node-notifier';
import type { DesktopNote } from './shell.ts';

export type NoteSystem = {
  readonly platform: NodeJS.Platform;
  /** Label of the button that opens the desk. */
  readonly openLabel: string;
  readonly iconFile: string | null;
};

/** The arguments of notify-send. Everything after `--` is text, even a title that begins with a dash. */
export const notifySendArguments = ({ title, body }: DesktopNote, { openLabel, iconFile }: NoteSystem): string[] => [
  '--app-name=Nightdesk',
  '--urgency=critical',
  ...(iconFile === null ? [] : [`--icon=${iconFile}`]),
  `--action=open=${openLabel}`,
  '--',
  title,
  // The body is markup there: a resident's "<" must stay a "<".
  body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
];

/** What a notification tells: that somebody pressed its button, and that it is over, pressed or not. */
type NoteHearer = { chosen(): void; gone(): void };

/**
 * Shows a notification of the desktop. On Linux through notify-send, because node-notifier loses clicks there; elsewhere
 * through node-notifier. A desktop without notifications shows nothing: shown is not seen anyway.
 *
 * @returns a function that takes it back where it waits for a click
 */
const showDesktopNote = (note: DesktopNote, system: NoteSystem, hearer: NoteHearer): (() => void) => {
  if (system.platform !== 'linux') {
    nodeNotifier.notify(
      {
        title: note.title,
        message: note.body,
        wait: true,
        ...(system.iconFile === null ? {} : { icon: system.iconFile }),
      },
      (_error, response) => {
        if (response === 'activate') hearer.chosen();
        hearer.gone();
      },
    );
    return () => undefined;
  }
  const child = spawn('notify-send', notifySendArguments(note, system), { stdio: ['ignore', 'pipe', 'ignore'] });
  let answer = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (part: string) => {
    answer += part;
  });
  child.on('error', () => undefined); // not installed: `nightdesk doctor` says so, the window and the texts go on
  child.on('close', () => {
    if (answer.trim() === 'open') hearer.chosen();
    hearer.gone();
  });
  // It waits for the click; a forgotten notification must not keep a stopped desk alive.
  child.unref();
  // notify-send closes its notification on an interrupt only; ended by anything else it leaves it on the screen.
  return () => void child.kill('SIGINT');
};

/** The notifications on the desktop, by the id of what they are about; one that is over is forgotten. */
export const openNotes = (system: NoteSystem) => {
  const shown = new Map<string, () => void>();
  const takeBack = (id: string): void => {
    shown.get(id)?.();
    shown.delete(id);
  };
  return {
    show: (note: DesktopNote, whenChosen: () => void): void => {
      const forget = (): void => {
        if (shown.get(note.id) === takeItBack) shown.delete(note.id);
      };
      const takeItBack = showDesktopNote(note, system, { chosen: whenChosen, gone: forget });
      shown.set(note.id, takeItBack);
    },
    takeBack,
    takeBackAll: (): void => {
      for (const id of [...shown.keys()]) takeBack(id);
    },
    count: (): number => shown.size,
  };
};
