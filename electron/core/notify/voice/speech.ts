import { spawn } from 'node:child_process';
import type { Language } from '#shared/contract';
import { readWav, resampled } from './wav.ts';

/** A text of a minute is spoken in well under a second. */
const LIMIT_MS = 10_000;
const WORDS_A_MINUTE = '150';
const VOICE: Readonly<Record<Language, string>> = { en: 'en-us', es: 'es-419' };
/** Two minutes at the rate of espeak-ng; more is not one of our texts. */
const MOST_BYTES = 8_000_000;

/**
 * A text as speech for the telephone, by espeak-ng. The text goes by standard input, never by the command line, where others
 * on the computer could read it.
 *
 * @returns null where the program fails or is not what it should be
 */
export async function speech(program: string, text: string, language: Language): Promise<Int16Array | null> {
  const file = await output(program, ['-v', VOICE[language], '-s', WORDS_A_MINUTE, '--stdin', '--stdout'], text);
  const wav = file && readWav(file);
  return wav && wav.samples.length > 0 ? resampled(wav.samples, wav.rate) : null;
}

function output(program: string, args: readonly string[], input: string): Promise<Buffer | null> {
  const { promise, resolve } = Promise.withResolvers<Buffer | null>();
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    signal: AbortSignal.timeout(LIMIT_MS),
    killSignal: 'SIGKILL',
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  child.on('error', () => resolve(null));
  child.on('close', (code) => resolve(code === 0 && bytes <= MOST_BYTES ? Buffer.concat(chunks) : null));
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
    else child.kill('SIGKILL');
  });
  // Gone before it has read all of it: its exit says so.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return promise;
}
