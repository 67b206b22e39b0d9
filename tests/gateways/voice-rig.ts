import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { CallEnd, CallRequest, VoiceDriver } from '#core/notify/voice';
import type { GatewayHealth } from '../../electron/core/notify/driver.ts';
import { missingForCalls } from '../../electron/core/notify/voice/programs.ts';
import { baresipsIn, networkOf } from './room-processes.ts';
import { type PhoneBehaviour, sippPhone } from './sipp-phone.ts';

export const ROOM_ADDRESS = '10.9.9.1';

/** Why calls cannot be tried on this machine; empty where they can. */
export function noVoiceRoom(): string {
  const missing = [...missingForCalls(), ...(existsSync('/usr/bin/sipp') ? [] : ['sip-tester'])];
  if (missing.length > 0) return `not installed: ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) return 'needs root for a network of its own';
  const isAllowed = spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
  return isAllowed ? '' : 'this machine allows no network of its own';
}

/** The room, asked from outside. */
export type VoiceRoom = {
  open(kind: string, config: unknown): Promise<unknown>;
  /** The driver in the room, as if it were here. */
  readonly driver: VoiceDriver;
  /** A telephone that does so when it is called, `calls` times. */
  phone(port: number, behaviour: PhoneBehaviour, calls?: number): Promise<void>;
  /** Waits for the telephone's end of it: 0 where all went as its scenario says. */
  hungUp(port: number): Promise<number | null>;
  exchange(port: number, mode: 'takes' | 'refuses' | 'silent'): Promise<void>;
  signal(signal: NodeJS.Signals): Promise<number>;
  baresips(): Promise<number>;
  folders(): Promise<number>;
  /** How many files with what was said lie in its folders. */
  words(): Promise<number>;
  /** UDP packets that left so far, sound among them. */
  datagrams(): Promise<number>;
  logged(): Promise<unknown>;
  /** How many of its baresips there are, seen from outside. */
  left(): number;
  /** Ends everything in it; `isKilled`: at once, as a core that crashes. */
  leave(isKilled?: boolean): Promise<void>;
};

export function voiceRoom(): VoiceRoom {
  const room = spawn('unshare', ['-n', process.execPath, join(import.meta.dirname, 'voice-room.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => room.once('exit', () => resolve()));
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let count = 0;
  createInterface({ input: room.stdout }).on('line', (line) => {
    const { id, value, error } = JSON.parse(line) as { id: number; value: never; error?: string }; // written by the room
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  });
  const ask = <Value>(name: string, more: object = {}): Promise<Value> => {
    count += 1;
    const id = count;
    room.stdin.write(`${JSON.stringify({ id, name, ...more })}\n`);
    return new Promise<Value>((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  const driver: VoiceDriver = {
    name: 'sip',
    capabilities: { hasKeys: true, parallel: 1 },
    start: async () => undefined,
    stop: () => ask('close'),
    call(request: CallRequest, signal: AbortSignal) {
      signal.addEventListener('abort', () => void ask('hangUp', { key: request.key }));
      return ask<CallEnd>('call', { request });
    },
    health: () => ask<GatewayHealth>('health'),
  };
  let network: string | null = null;
  return {
    async open(kind, config) {
      const answer = await ask('open', { kind, config });
      network = networkOf(room.pid ?? 'self');
      return answer;
    },
    driver,
    phone(port, behaviour, calls = 1) {
      const keys = (behaviour.keys ?? []).map((each) => each.key);
      return ask('phone', { port, calls, keys, scenario: sippPhone(behaviour) });
    },
    hungUp: (port) => ask('hungUp', { port }),
    exchange: (port, mode) => ask('exchange', { port, mode }),
    signal: (signal) => ask('signal', { signal }),
    baresips: () => ask('baresips'),
    folders: () => ask('folders'),
    words: () => ask('words'),
    datagrams: () => ask('datagrams'),
    logged: () => ask('logged'),
    left: () => baresipsIn(network).length,
    async leave(isKilled = false) {
      if (isKilled) room.kill('SIGKILL');
      else room.stdin.end();
      await ended;
    },
  };
}
