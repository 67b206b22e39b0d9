import { expect, it } from 'vitest';
import type { Line, LineEvent } from '../../electron/core/notify/voice/baresip-line.ts';
import { callOver } from '../../electron/core/notify/voice/sip-call.ts';

/** One call, event by event: what baresip would say on its line. */

function openCall() {
  let say = (_: LineEvent): void => undefined;
  const commands: string[] = [];
  const line: Line = {
    folder: '',
    isAlive: () => true,
    command: async (name, params = '') => {
      commands.push(`${name} ${params}`.trim());
      return { isOk: true, data: '' };
    },
    hear: (listener) => {
      say = listener;
    },
    end: async () => undefined,
  };
  const end = callOver(
    line,
    'sip:+12025550147@127.0.0.1',
    { say: 'say.wav', words: 'words.wav' },
    { ringMs: 30_000, waitKeyMs: 60_000 },
    { signal: new AbortController().signal, timer: () => () => undefined },
  );
  return { end, commands, say: (type: string, param = '') => say({ type, param }) };
}

const dialled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

it('a key before anybody has picked up is nobody’s: an announcement of the network may sound like one', async () => {
  const { end, commands, say } = openCall();
  await dialled();
  say('CALL_RINGING');
  say('CALL_DTMF_START', '1');
  expect(commands).not.toContain('hangup');
  say('CALL_CLOSED', '486 Busy Here');
  expect(await end).toEqual({ kind: 'busy' });
});

it('a key of whoever picked up decides', async () => {
  const { end, commands, say } = openCall();
  await dialled();
  say('CALL_ESTABLISHED');
  say('CALL_DTMF_START', '1');
  expect(commands.at(-1)).toBe('hangup');
  say('CALL_CLOSED');
  expect(await end).toEqual({ kind: 'key', key: '1' });
});
