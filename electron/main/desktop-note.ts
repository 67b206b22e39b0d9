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

/**
 * Shows a notification of the desktop. On Linux through notify-send, because node-notifier loses clicks there; elsewhere
 * through node-notifier. A desktop without notifications shows nothing: shown is not seen anyway.
 *
 * @returns a function that takes it back where it waits for a click
 */
export const showDesktopNote = (note: DesktopNote, system: NoteSystem, whenChosen: () => void): (() => void) => {
  if (system.platform !== 'linux') {
    nodeNotifier.notify(
      {
        title: note.title,
        message: note.body,
        wait: true,
        ...(system.iconFile === null ? {} : { icon: system.iconFile }),
      },
      (_error, response) => {
        if (response === 'activate') whenChosen();
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
    if (answer.trim() === 'open') whenChosen();
  });
  // It waits for the click; a forgotten notification must not keep a stopped desk alive.
  child.unref();
  return () => void child.kill();
};
