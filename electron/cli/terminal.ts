import type { BothLanguages } from '#shared/contract';

/** What a command may use of the process it runs in. */
export type Terminal = {
  /** The data folder: `--data`, or the system's place for it. */
  readonly folder: string;
  readonly language: 'en' | 'es';
  /** Somebody looks at it, on a screen with colours. */
  readonly isColoured: boolean;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line on stdout. */
  print(line: string): void;
  /** One line on stderr. */
  complain(sentence: BothLanguages): void;
};

/** Spanish where the system speaks Spanish, else English. */
export function languageOf(env: Terminal['env']): Terminal['language'] {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** A whole number as people write it: `1,000,000`, in US Spanish too. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** `SEQ:HASH`, as documents print it and `--anchor` takes it. */
export function headText(head: { readonly seq: number; readonly hash: string }): string {
  return `${head.seq}:${head.hash}`;
}
