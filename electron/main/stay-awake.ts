import { spawn } from 'node:child_process';

type Command = readonly [program: string, ...args: string[]];

/** Windows keeps awake for as long as a process asks for it: the script asks and waits for its parent. */
const windowsScript = (parentPid: number): string =>
  [
    '$s = Add-Type -PassThru -Name Awake -Namespace Nightdesk -MemberDefinition',
    `'[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint flags);';`,
    '[void]$s::SetThreadExecutionState([uint32]"0x80000001");',
    `Wait-Process -Id ${parentPid}`,
  ].join(' ');

/**
 * The system's own command that keeps a computer awake while it runs, and ends when we do.
 * Tried on Linux only.
 */
export const stayAwakeCommand = (platform: NodeJS.Platform, parentPid: number): Command | null => {
  switch (platform) {
    case 'linux':
      // `tail --pid` ends with us even when we are killed.
      return [
        'systemd-inhibit',
        '--what=idle:sleep:handle-lid-switch',
        '--who=Nightdesk',
        '--why=The night desk is on duty',
        '--mode=block',
        'tail',
        `--pid=${parentPid}`,
        '-f',
        '/dev/null',
      ];
    case 'darwin':
      return ['caffeinate', '-i', '-s', '-w', String(parentPid)];
    case 'win32':
      return ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', windowsScript(parentPid)];
    default:
      return null;
  }
};

export type StayAwake = { set(isOn: boolean): void };

/**
 * Keeps the computer awake on demand.
 *
 * @param whenImpossible called once when the system refuses or has no such command
 */
export const stayAwake = (command: Command | null, whenImpossible: () => void): StayAwake => {
  let stop: (() => void) | null = null;
  let hasComplained = false;
  const complain = (): void => {
    if (!hasComplained) whenImpossible();
    hasComplained = true;
  };
  const begin = (): (() => void) | null => {
    if (command === null) return null;
    const [program, ...args] = command;
    const child = spawn(program, args, { stdio: 'ignore', windowsHide: true });
    let isWanted = true;
    child.on('error', complain);
    child.on('exit', () => {
      if (isWanted) complain();
    });
    child.unref();
    return () => {
      isWanted = false;
      child.kill();
    };
  };
  return {
    set: (isOn) => {
      if (isOn === (stop !== null)) return;
      if (isOn) {
        stop = begin();
        if (stop === null) complain();
        return;
      }
      stop?.();
      stop = null;
    },
  };
};
