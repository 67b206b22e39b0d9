import { assertNever } from '#shared/contract';
import { CORE_HELD } from '../core/held-folder.ts';
import { type CallLink, callLinkIn } from './call-link.ts';
import { type CoreClient, type CoreState, coreClient } from './core-client.ts';
import { restartDelayMs } from './restart-delay.ts';
import type { CoreAddress, CoreProcess, PowerEvent, Shell, ShellEvent, WindowAccess } from './shell.ts';
import type { ShellClock } from './shell-clock.ts';
import type { ShellTexts } from './texts.ts';

/** The core takes this as the sign that a shell is there. */
const POLL_MS = 1_000;
/** A nap longer than asked by this much means that the computer slept or we were stopped. */
const BLIND_MS = 5_000;
/** A core that is alive and silent for so many polls hangs, and is ended so that a new one can go on. */
const SILENT_POLLS = 30;
/** A core that ran this long before it died begins again with short delays. */
const STEADY_MS = 60_000;
/** Time to settle what is being sent before the core is ended by force. */
const STOP_MS = 10_000;

export type DeskProgram = {
  readonly shell: Shell;
  readonly clock: ShellClock;
  readonly texts: ShellTexts;
  /** The program's arguments; a softphone's link may be among them. */
  readonly args: readonly string[];
};

/** What changes while the program runs. */
type Desk = DeskProgram & {
  readonly over: AbortController;
  seenNotes: ReadonlySet<string>;
  process: CoreProcess | null;
  running: { readonly address: CoreAddress; readonly client: CoreClient } | null;
  state: CoreState | null;
  silentPolls: number;
  /** Set while another program's core is shown. */
  whenSilent: (() => void) | null;
  waitingCall: CallLink | null;
  hasWindow: boolean;
  exitCode: number;
};

/**
 * The life of the desktop program: one instance, a core that is kept running, a window, and an end that does not
 * silence a running ladder unasked.
 *
 * @returns the exit code
 */
export const runDesk = async (program: DeskProgram): Promise<number> => {
  const link = callLinkIn(program.args);
  if (!(await program.shell.claimSingleInstance(link))) return 0;
  const desk: Desk = {
    ...program,
    over: new AbortController(),
    seenNotes: new Set(),
    process: null,
    running: null,
    state: null,
    silentPolls: 0,
    whenSilent: null,
    waitingCall: link,
    hasWindow: false,
    exitCode: 0,
  };
  desk.shell.listen((event) => void onEvent(desk, event));
  await Promise.all([keepCoreRunning(desk), watch(desk)]);
  await desk.shell.close();
  return desk.exitCode;
};

const end = (desk: Desk, exitCode: number): void => {
  desk.exitCode = exitCode;
  desk.over.abort();
};

const isOver = (desk: Desk): boolean => desk.over.signal.aborted;

const keepCoreRunning = async (desk: Desk): Promise<void> => {
  let failures = 0;
  let hasRun = false;
  while (!isOver(desk)) {
    const startedAt = desk.clock.nowMs();
    desk.process = desk.shell.startCore();
    const ready = await desk.process.ready;
    if (!ready.ok && ready.end.code === CORE_HELD && (await adopt(desk))) {
      hasRun = true;
      continue;
    }
    if (!ready.ok && !hasRun) {
      // The first start fails for a reason the person must hear: trying again would only hide it.
      if (!isOver(desk)) await desk.shell.fail(ready.end.sentence || desk.texts.held);
      return end(desk, isOver(desk) ? desk.exitCode : (ready.end.code ?? 1) || 1);
    }
    if (ready.ok) {
      await welcome(desk, ready.address);
      if (hasRun) desk.shell.say(desk.texts.coreBack);
      hasRun = true;
    }
    await desk.process.ended;
    desk.running = null;
    desk.process = null;
    if (isOver(desk)) return;
    desk.shell.say(desk.texts.coreRestarts);
    if (desk.clock.nowMs() - startedAt >= STEADY_MS) failures = 0;
    await desk.clock.sleep(restartDelayMs(failures), desk.over.signal);
    failures += 1;
  }
};

/**
 * Shows the core another program runs on this folder, until it falls silent or we end. It stays that program's: it is
 * not ended with us. False: there is none to be shown.
 */
const adopt = async (desk: Desk): Promise<boolean> => {
  const address = desk.shell.findRunningCore();
  if (address === null || (await coreClient(address).state()) === null) return false;
  desk.process = null;
  desk.shell.say(desk.texts.foundRunning);
  const silent = new Promise<void>((resolve) => {
    desk.whenSilent = resolve;
    desk.over.signal.addEventListener('abort', () => resolve());
  });
  await welcome(desk, address);
  await silent;
  desk.running = null;
  desk.whenSilent = null;
  return true;
};

const accessTo = ({ address, client }: NonNullable<Desk['running']>): WindowAccess => ({
  url: address.url,
  token: address.token,
  ticket: client.ticket,
});

const welcome = async (desk: Desk, address: CoreAddress): Promise<void> => {
  const running = { address, client: coreClient(address) };
  desk.running = running;
  desk.silentPolls = 0;
  if (desk.waitingCall !== null) {
    const link = desk.waitingCall;
    desk.waitingCall = null;
    await running.client.call(link);
  }
  if (desk.hasWindow) return desk.shell.refreshWindow(accessTo(running));
  desk.hasWindow = true;
  await desk.shell.openWindow(accessTo(running));
};

/** Asks the core once a second what the desktop should show, and notices naps nobody told us of. */
const watch = async (desk: Desk): Promise<void> => {
  while (!isOver(desk)) {
    const before = desk.clock.nowMs();
    await desk.clock.sleep(POLL_MS, desk.over.signal);
    if (isOver(desk)) return;
    if (desk.clock.nowMs() - before > POLL_MS + BLIND_MS) await poke(desk, 'resume');
    if (desk.running !== null) await poll(desk, desk.running.client);
  }
};

const poll = async (desk: Desk, client: CoreClient): Promise<void> => {
  const state = await client.state();
  if (state === null) {
    desk.silentPolls += 1;
    if (desk.silentPolls >= SILENT_POLLS) {
      desk.silentPolls = 0;
      desk.process?.kill();
      desk.whenSilent?.();
    }
    return;
  }
  desk.silentPolls = 0;
  const before = desk.state;
  desk.state = state;
  if (isOver(desk)) return;
  if (before?.alarm?.sentence !== state.alarm?.sentence || before?.alarm?.kind !== state.alarm?.kind)
    desk.shell.setAlarm(state.alarm);
  if (before?.keepAwake !== state.keepAwake) desk.shell.setKeepAwake(state.keepAwake);
  if (before?.badge !== state.badge || before.runningLadders !== state.runningLadders) desk.shell.showStatus(state);
  showNotes(desk, state);
};

const showNotes = (desk: Desk, { notifications }: CoreState): void => {
  for (const note of notifications) {
    if (!desk.seenNotes.has(note.id)) desk.shell.notify(note, () => void showWindow(desk));
  }
  // Only what the core still names: notes pile up on the desktop otherwise, and the set would grow for weeks.
  const named = new Set(notifications.map(({ id }) => id));
  for (const id of desk.seenNotes) if (!named.has(id)) desk.shell.takeBackNote(id);
  desk.seenNotes = named;
};

const showWindow = async (desk: Desk): Promise<void> => {
  if (desk.running === null) return;
  desk.hasWindow = true;
  await desk.shell.openWindow(accessTo(desk.running));
};

const poke = async (desk: Desk, event: PowerEvent): Promise<void> => {
  await desk.running?.client.power(event);
};

const takeCall = async (desk: Desk, link: CallLink | null): Promise<void> => {
  if (link === null) return;
  if (desk.running === null || !(await desk.running.client.call(link))) desk.waitingCall = link;
};

const onEvent = async (desk: Desk, event: ShellEvent): Promise<void> => {
  switch (event.kind) {
    case 'secondInstance':
    case 'callLink':
      await takeCall(desk, event.link);
      return showWindow(desk);
    case 'power':
      return poke(desk, event.event);
    case 'windowClosed':
      return onWindowClosed(desk);
    case 'quit':
      return quit(desk, event.isForced);
    default:
      return assertNever(event);
  }
};

/** Running ladders as the core knows them now; what it said last where it is silent. */
const runningLadders = async (desk: Desk): Promise<number> =>
  ((await desk.running?.client.state()) ?? desk.state)?.runningLadders ?? 0;

const onWindowClosed = async (desk: Desk): Promise<void> => {
  if (isOver(desk)) return;
  desk.hasWindow = false;
  const count = await runningLadders(desk);
  if (count > 0) return desk.shell.say(desk.texts.closedButRunning(count));
  if (!desk.shell.hasTray) return quit(desk, false);
  desk.shell.say(desk.texts.closedInTray);
};

const quit = async (desk: Desk, isForced: boolean): Promise<void> => {
  if (isOver(desk)) return;
  const count = isForced ? 0 : await runningLadders(desk);
  if (count > 0 && !(await desk.shell.confirm(desk.texts.quitWhileRunning(count)))) return;
  if (isOver(desk)) return;
  const { process } = desk;
  if (process === null && desk.running !== null) desk.shell.say(desk.texts.leftRunning);
  end(desk, 0);
  if (process === null) return;
  process.stop();
  const inTime = new AbortController();
  const limit = desk.clock.sleep(STOP_MS, inTime.signal).then(() => inTime.signal.aborted || process.kill());
  await process.ended;
  inTime.abort();
  await limit;
};
