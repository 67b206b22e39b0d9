import type { CallEnd, CallRequest, VoiceDriver } from '#core/notify/voice';

type OpenCall = CallRequest & { readonly signal: AbortSignal; readonly end: (end: CallEnd) => void };

/** Telephones that ring until the test says what happens; what is said to whom can be read. */
export type FakeVoice = VoiceDriver & {
  readonly calls: readonly CallRequest[];
  /** Numbers that ring now. */
  ringing(): readonly string[];
  /** The call that rings at a number ends so. */
  ends(phone: string, end: CallEnd): void;
  /** It hung up because it was told to. */
  readonly hungUp: readonly string[];
  isDown: boolean;
  /** It does not hang up when it is told to, as one that hangs. */
  isDeaf: boolean;
};

export function fakeVoice(options: { readonly parallel?: number; readonly hasKeys?: boolean } = {}): FakeVoice {
  const calls: CallRequest[] = [];
  const hungUp: string[] = [];
  const open: OpenCall[] = [];
  const voice: FakeVoice = {
    name: 'fake',
    capabilities: { hasKeys: options.hasKeys ?? true, parallel: options.parallel ?? 1 },
    calls,
    hungUp,
    isDown: false,
    isDeaf: false,
    ringing: () => open.map((each) => each.to),
    ends(phone, end) {
      const call = open.find((each) => each.to === phone);
      if (!call) throw new Error(`nothing rings at ${phone}`);
      open.splice(open.indexOf(call), 1);
      call.end(end);
    },
    start: async () => undefined,
    stop: async () => undefined,
    health: async () =>
      voice.isDown ? { level: 'down', detail: 'voiceStopped' } : { level: 'ok', detail: 'readyToCall' },
    call(request, signal) {
      calls.push(request);
      if (voice.isDown) return Promise.resolve({ kind: 'failed', reason: 'voiceStopped' });
      const { promise, resolve } = Promise.withResolvers<CallEnd>();
      const call: OpenCall = { ...request, signal, end: resolve };
      open.push(call);
      signal.addEventListener('abort', () => {
        if (voice.isDeaf) return;
        hungUp.push(request.to);
        open.splice(open.indexOf(call), 1);
        resolve({ kind: 'noAnswer' });
      });
      return promise;
    },
  };
  return voice;
}
