import type { AlarmSound } from '#shared/contract';

/**
 * The desk's sounds, made here so that no file can be missing: three alarms that differ in rhythm as well as in pitch, and
 * a tick. Whether there is an alarm, which sound it has and whether that goes on is the core's decision.
 */

type Tone = { readonly hz: number; readonly atMs: number; readonly forMs: number; readonly gain: number };

/** Milliseconds from one playing to the next, where it goes on. */
const REPEAT_MS = { siren: 1600, pulse: 2600, chime: 6000 } as const satisfies Record<AlarmSound, number>;

const TONES: Readonly<Record<AlarmSound, readonly Tone[]>> = {
  siren: [0, 400, 800].flatMap((atMs) => [
    { hz: 880, atMs, forMs: 180, gain: 0.3 },
    { hz: 1175, atMs: atMs + 190, forMs: 180, gain: 0.3 },
  ]),
  pulse: [0, 220, 440].map((atMs) => ({ hz: 740, atMs, forMs: 120, gain: 0.26 })),
  chime: [
    { hz: 1319, atMs: 0, forMs: 350, gain: 0.16 },
    { hz: 988, atMs: 160, forMs: 500, gain: 0.16 },
  ],
};
const TICK: readonly Tone[] = [{ hz: 1800, atMs: 0, forMs: 18, gain: 0.04 }];

let context: AudioContext | null = null;

function play(tones: readonly Tone[]): void {
  context ??= new AudioContext();
  // Suspended until the window was first touched; the shells lift this rule.
  if (context.state === 'suspended') {
    void context.resume();
    return;
  }
  for (const tone of tones) {
    const starts = context.currentTime + tone.atMs / 1000;
    const ends = starts + tone.forMs / 1000;
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.type = 'triangle';
    oscillator.frequency.value = tone.hz;
    // Soft edges: a hard cut clicks.
    volume.gain.setValueAtTime(0, starts);
    volume.gain.linearRampToValueAtTime(tone.gain, starts + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, ends);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(starts);
    oscillator.stop(ends + 0.02);
  }
}

/** Sounds an alarm once, or until the returned function is called. */
export function startSound(sound: AlarmSound, isLooping: boolean): () => void {
  play(TONES[sound]);
  if (!isLooping) return () => undefined;
  const timer = setInterval(() => play(TONES[sound]), REPEAT_MS[sound]);
  return () => clearInterval(timer);
}

const TICK_MS = 2000;

/** The soft tick that stands for an alarm while somebody is on the phone. */
export function startTick(isLooping: boolean): () => void {
  play(TICK);
  if (!isLooping) return () => undefined;
  const timer = setInterval(() => play(TICK), TICK_MS);
  return () => clearInterval(timer);
}
