import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GatewayHealth } from '../driver.ts';
import { dialled } from './baresip-files.ts';
import { type Line, openLine } from './baresip-line.ts';
import type { CallEnd, CallRequest, VoiceDriver } from './driver.ts';
import type { VoiceDeps } from './entry.ts';
import { baresipModules, findProgram, missingForCalls } from './programs.ts';
import { type CallFiles, callOver } from './sip-call.ts';
import type { SipConfig } from './sip-entry.ts';
import { answersSip } from './sip-ping.ts';
import { speech } from './speech.ts';
import { joined, lengthMs, readWav, resampled, silence, telephoneWav } from './wav.ts';

/** Before the first word, and before it is all said again. */
const BEFORE_MS = 500;
const BETWEEN_MS = 1_500;
/** A file that ended would end the call, so it goes on in silence for longer than any call lasts. */
const BEYOND_MS = 30_000;

/** A place for a call: its line is opened when it is needed, and another takes its place when it is of no use any more. */
type Place = { line: Line | null; isBusy: boolean; opening: Promise<Line> | null };

/** Calls through a telephone account: baresip makes them, espeak-ng says what is to be said. */
export function sipDriver(sip: SipConfig, deps: VoiceDeps): VoiceDriver {
  const { log } = deps;
  const places: Place[] = Array.from({ length: sip.lines }, () => ({ line: null, isBusy: false, opening: null }));
  let isStopped = false;

  const lineOf = (place: Place): Promise<Line> => {
    if (place.line?.isAlive()) return Promise.resolve(place.line);
    place.opening ??= open(place).finally(() => {
      place.opening = null;
    });
    return place.opening;
  };

  const open = async (place: Place): Promise<Line> => {
    const program = findProgram('baresip');
    const modules = baresipModules();
    if (program === null || modules === null) throw new Error('baresip is missing');
    if (place.line !== null) log('warn', 'baresip is started again');
    const line = await openLine(sip, { program, modules }, deps);
    place.line = line;
    if (!isStopped) {
      rest(line);
      return line;
    }
    await line.end();
    throw new Error('the driver was stopped');
  };

  const make = async (place: Place, request: CallRequest, signal: AbortSignal): Promise<CallEnd> => {
    const said = await prepared(request);
    if (said === null) return { kind: 'failed', reason: 'speechFailed' };
    const line = await lineOf(place).catch(() => null);
    if (line === null) return { kind: 'failed', reason: 'voiceStopped' };
    // It may have ended meanwhile, and its folder with it.
    const files = await written(line.folder, said).catch(() => null);
    if (files === null) return { kind: 'failed', reason: 'voiceStopped' };
    try {
      return await callOver(line, dialled(sip, request.to), files, request, { signal, timer: deps.timer });
    } finally {
      if (line.isAlive()) rest(line);
      // Words of a resident: they lie there no longer than they are spoken.
      await Promise.all([rm(files.say, { force: true }), rm(files.words, { force: true })]).catch(() => undefined);
    }
  };

  return {
    name: 'sip',
    capabilities: { hasKeys: true, parallel: sip.lines },
    async start() {
      if (missingForCalls().length > 0) return;
      // One that does not start now is tried again whenever its health is asked.
      await Promise.all(places.map((place) => lineOf(place).catch(() => null)));
    },
    async stop() {
      isStopped = true;
      await Promise.all(
        places.map(async (place) => {
          await place.opening?.catch(() => null);
          await place.line?.end();
        }),
      );
    },
    async call(request, signal) {
      const missing = missingForCalls();
      if (missing.length > 0) return { kind: 'failed', reason: `programMissing:${missing.join(' ')}` };
      const place = places.find((each) => !each.isBusy);
      if (!place || isStopped) return { kind: 'failed', reason: 'full' };
      place.isBusy = true;
      try {
        return await make(place, request, signal);
      } finally {
        place.isBusy = false;
      }
    },
    async health(signal) {
      const missing = missingForCalls();
      if (missing.length > 0) return { level: 'down', detail: `programMissing:${missing.join(' ')}` };
      // A line in the middle of a call shows by it whether it is well.
      const idle = places.filter((place) => !place.isBusy);
      if (idle.length === 0) return { level: 'ok', detail: 'readyToCall' };
      const all = await Promise.all(idle.map((place) => healthOf(place, lineOf, sip, signal)));
      return all.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))[0] ?? DEAD;
    },
  };
}

const LEVELS: readonly GatewayHealth['level'][] = ['ok', 'warn', 'down'];
const DEAD: GatewayHealth = { level: 'down', detail: 'voiceStopped' };

/** Nobody is called by it now: whoever calls the account's number is turned away, since nobody would ever pick up. */
function rest(line: Line): void {
  line.hear(
    ({ type }) => {
      if (type === 'CALL_INCOMING') line.command('hangup').catch(() => line.end());
    },
    () => undefined,
  );
}

/** One that hangs is put away at once, so that the next that asks finds a new one. */
async function healthOf(
  place: Place,
  lineOf: (place: Place) => Promise<Line>,
  sip: SipConfig,
  signal: AbortSignal,
): Promise<GatewayHealth> {
  const line = await lineOf(place).catch(() => null);
  if (line === null) return DEAD;
  const said = await line.command('reginfo').catch(() => null);
  if (said === null) {
    if (!place.isBusy) await line.end();
    return { level: 'down', detail: 'voiceHung' };
  }
  if (sip.registers === 'no') {
    const answers = await answersSip(sip.outboundProxy ?? sip.server, sip.transport, signal);
    return answers ? { level: 'ok', detail: 'readyToCall' } : { level: 'down', detail: 'unreachable' };
  }
  // Its list is coloured: the state stands right behind the colour, where no part of a name can.
  const state = /\[\d+m(OK|ERR)\b/.exec(said.data)?.[1];
  if (state === 'OK') return { level: 'ok', detail: 'registered' };
  return { level: 'down', detail: state === 'ERR' ? 'notRegistered' : 'registering' };
}

type Said = { readonly say: Int16Array; readonly words: Int16Array };

/** What the call says, as sound: all of it again and again until nobody listens any more, then silence. */
async function prepared({
  say,
  words,
  wordsLanguage,
  recording,
  language,
  waitKeyMs,
}: CallRequest): Promise<Said | null> {
  const program = findProgram('espeak-ng');
  if (program === null) return null;
  const saying = await speech(program, say, language);
  if (saying === null) return null;
  const own =
    (recording === null ? null : await recorded(recording)) ?? (await speech(program, words, wordsLanguage)) ?? saying;
  const again = [saying, silence(BETWEEN_MS)];
  const times = Math.max(1, Math.ceil(waitKeyMs / lengthMs(joined(again))));
  const loop = Array.from({ length: times }, () => again).flat();
  const beyond = silence(BEYOND_MS);
  return {
    say: joined([silence(BEFORE_MS), ...loop, beyond]),
    words: joined([silence(BEFORE_MS), own, silence(BETWEEN_MS), ...loop, beyond]),
  };
}

/** A recording of the resident; null where it cannot be read, and their words are read out instead. */
async function recorded(path: string): Promise<Int16Array | null> {
  const wav = await readFile(path).then(readWav, () => null);
  return wav && resampled(wav.samples, wav.rate);
}

async function written(folder: string, { say, words }: Said): Promise<CallFiles> {
  const files = { say: join(folder, 'say.wav'), words: join(folder, 'words.wav') };
  // Words of a resident: nobody else on the computer reads them.
  await writeFile(files.say, telephoneWav(say), { mode: 0o600 });
  await writeFile(files.words, telephoneWav(words), { mode: 0o600 });
  return files;
}
