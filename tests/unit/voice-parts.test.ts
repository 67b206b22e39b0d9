import { describe, expect, test } from 'vitest';
import { createVoice, VOICE_KINDS, voiceKinds } from '#core/notify/voice';
import { baresipFiles, dialled } from '../../electron/core/notify/voice/baresip-files.ts';
import { netstring, netstringReader } from '../../electron/core/notify/voice/netstring.ts';
import { findProgram } from '../../electron/core/notify/voice/programs.ts';
import { endBy } from '../../electron/core/notify/voice/sip-call.ts';
import { SipConfig } from '../../electron/core/notify/voice/sip-entry.ts';
import { joined, lengthMs, readWav, resampled, silence, telephoneWav } from '../../electron/core/notify/voice/wav.ts';

const DEPS = { timer: () => () => undefined, now: () => 0, log: () => undefined };
const ACCOUNT = { server: 'sip.example.com', username: 'desk', password: 'secret' };

describe('the control port', () => {
  test('messages come whole, however they are cut', () => {
    const bytes = Buffer.concat([netstring({ type: 'CALL_RINGING' }), netstring({ param: 'señor' })]);
    for (const size of [1, 2, 7, bytes.length]) {
      const read = netstringReader();
      const got: unknown[] = [];
      for (let at = 0; at < bytes.length; at += size) got.push(...read(bytes.subarray(at, at + size)));
      expect(got).toEqual([{ type: 'CALL_RINGING' }, { param: 'señor' }]);
    }
  });

  test.each(['HTTP/1.1 200 OK', '4:{"a":,', '99999999999:x', '3:nop,', '-1:,', '2:{};'])('%s is none', (bytes) => {
    expect(() => netstringReader()(Buffer.from(bytes))).toThrow();
  });
});

describe('what the other side says instead of picking up', () => {
  test.each([
    ['486 Busy Here', { kind: 'busy' }],
    ['600 Busy Everywhere', { kind: 'busy' }],
    ['603 Decline', { kind: 'busy' }],
    ['480 Temporarily Unavailable', { kind: 'noAnswer' }],
    ['408 Request Timeout', { kind: 'noAnswer' }],
    ['487 Request Terminated', { kind: 'noAnswer' }],
    ['403 Forbidden', { kind: 'failed', reason: 'accountRefused' }],
    ['404 Not Found', { kind: 'failed', reason: 'numberRefused' }],
    ['500 Server Error', { kind: 'failed', reason: 'callRefused:500' }],
    ['Connection refused [111]', { kind: 'failed', reason: 'unreachable' }],
    ['', { kind: 'failed', reason: 'unreachable' }],
  ])('%s', (said, end) => {
    expect(endBy(said)).toEqual(end);
  });
});

describe('sound', () => {
  /** A tone, as a program writes it. */
  const tone = (rate: number, hz: number, seconds = 0.5): Int16Array =>
    Int16Array.from({ length: rate * seconds }, (_, n) => Math.round(12_000 * Math.sin((2 * Math.PI * hz * n) / rate)));
  const loudness = (samples: Int16Array): number =>
    Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / Math.max(1, samples.length));

  test.each([22_050, 16_000, 44_100, 48_000, 8_000])('%i Hz becomes 8,000 Hz, as long and as loud', (rate) => {
    const out = resampled(tone(rate, 440), rate);
    expect(lengthMs(out)).toBeCloseTo(500, 0);
    expect(loudness(out) / loudness(tone(rate, 440))).toBeCloseTo(1, 1);
  });

  test('what a telephone cannot carry is taken out, not folded into what it can', () => {
    const rate = 22_050;
    expect(loudness(resampled(tone(rate, 6_500), rate))).toBeLessThan(loudness(tone(rate, 6_500)) / 20);
  });

  test('a file is read as it was written, and one from a pipe to its end', () => {
    const samples = tone(8_000, 300);
    const file = telephoneWav(samples);
    expect(readWav(file)).toEqual({ rate: 8_000, samples });
    file.writeUInt32LE(0x7f_ff_f0_00, 40);
    expect(readWav(file)?.samples).toHaveLength(samples.length);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('not a sound at all, and longer than the head of one')],
    ['a head only', telephoneWav(silence(10)).subarray(0, 30)],
    ['random bytes', Buffer.from(Array.from({ length: 200 }, (_, n) => (n * 37) % 256))],
  ])('%s is no sound', (_, file) => {
    expect(readWav(file)).toBeNull();
  });

  test('of a stereo recording one side is heard', () => {
    const stereo = Buffer.from(telephoneWav(Int16Array.from([1, 9, 2, 9, 3, 9])));
    stereo.writeUInt16LE(2, 22);
    expect([...(readWav(stereo)?.samples ?? [])]).toEqual([1, 2, 3]);
  });

  test('parts in a row, silence by the millisecond', () => {
    expect(lengthMs(joined([silence(100), silence(250)]))).toBe(350);
  });
});

describe('the account', () => {
  const files = (more: object = {}) =>
    baresipFiles(SipConfig.parse({ ...ACCOUNT, ...more }), { controlPort: 4444, modules: '/m', quiet: '/q.wav' });

  test('registers with its own name and number', () => {
    expect(
      files({ callerNumber: '+12025550100', authName: 'auth', outboundProxy: 'out.example.com:5080' }).accounts,
    ).toBe(
      '"+12025550100" <sip:desk@sip.example.com>;auth_user=auth;auth_pass=secret;regint=120;outbound="sip:out.example.com:5080"\n',
    );
    expect(files({ registers: 'no', transport: 'tls' }).accounts).toBe(
      '<sip:desk@sip.example.com;transport=tls>;auth_user=desk;auth_pass=secret;regint=0\n',
    );
  });

  test('what it does is told to nobody but this computer, and it has no microphone', () => {
    const { config } = files();
    expect(config).toContain('ctrl_tcp_listen 127.0.0.1:4444');
    expect(config).not.toMatch(/alsa|pulse|portaudio|cons\.so|httpd|secret/);
  });

  test('a number is dialled as the provider wants it', () => {
    expect(dialled({ server: 'a.b', numbers: 'plus', transport: 'udp' }, '+1202')).toBe('sip:+1202@a.b');
    expect(dialled({ server: 'a.b', numbers: 'digits', transport: 'tcp' }, '+1202')).toBe('sip:1202@a.b;transport=tcp');
  });

  test.each([
    ['server', 'sip.example.com;transport=x'],
    ['server', 'a b'],
    ['username', 'desk>;auth_pass=x'],
    ['username', 'desk\n<sip:x@y>'],
    ['password', 'a;regint=1'],
    ['password', 'a\nmodule httpd.so'],
    ['outboundProxy', '"x'],
    ['callerNumber', '911"'],
    ['bindAddress', '0.0.0.0'],
    ['bindAddress', 'eth0'],
    ['lines', 9],
  ])('%s may not be %s: it would end a value of a file', (field, value) => {
    const made = createVoice('sip', { ...ACCOUNT, [field]: value }, DEPS);
    const { label, must } = voiceKinds.sip.fields[field] ?? {};
    expect(made).toEqual({
      ok: false,
      issues: [{ field, en: `“${label?.en}” must be ${must?.en}`, es: `«${label?.es}» debe ser ${must?.es}` }],
    });
  });

  test('every kind has words for each of its fields, and an unknown one is refused', () => {
    for (const kind of VOICE_KINDS)
      expect(Object.keys(voiceKinds[kind].fields)).toEqual(Object.keys(voiceKinds[kind].config.shape));
    expect(createVoice('carrierPigeon', {}, DEPS).ok).toBe(false);
  });
});

test('programs are found on the search path and where packages put them', () => {
  expect(findProgram('sh')).toMatch(/\/sh$/);
  expect(findProgram('sh', '')).toMatch(/\/sh$/);
  expect(findProgram('no-such-program-here')).toBeNull();
});
