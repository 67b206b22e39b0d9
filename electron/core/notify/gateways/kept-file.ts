import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { GatewayLog } from './gateway-log.ts';
import { readJson } from './http-exchange.ts';

/** Nothing kept and something that cannot be read are not the same: after a first start nothing is missing. */
export type Kept<Value> =
  | { readonly kind: 'kept'; readonly value: Value }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

export type KeptFile<Value> = {
  read(): Promise<Kept<Value>>;
  /** Resolves when the newest value given until now is on the disk, or could not be put there. */
  write(value: Value): Promise<void>;
  /** Resolves when whatever was given until now has been written. */
  written(): Promise<void>;
};

/**
 * A small JSON file of a driver's own. Without a folder it remembers nothing, and a disk that fails is said in the log and
 * no more: what is kept here saves a receipt or a question, never a message.
 */
export function keptFile<Schema extends z.ZodType>(
  folder: string | null,
  name: string,
  { schema, log }: { readonly schema: Schema; readonly log: GatewayLog },
): KeptFile<z.infer<Schema>> {
  let newest: { readonly value: z.infer<Schema> } | null = null;
  let writing: Promise<void> = Promise.resolve();

  const put = async (place: string): Promise<void> => {
    // Whoever came before has written our value too.
    if (newest === null) return;
    const { value } = newest;
    newest = null;
    const path = join(place, name);
    try {
      await mkdir(place, { recursive: true });
      // Beside it and then in its place: a core that dies in between leaves the one before.
      await writeFile(`${path}.partial`, JSON.stringify(value), { mode: 0o600 });
      await rename(`${path}.partial`, path);
    } catch (error) {
      log('warn', 'gateway: what is kept between starts could not be written', { file: name, error: codeOf(error) });
    }
  };

  return {
    async read() {
      if (folder === null) return { kind: 'none' };
      const unreadable = (error: string) => {
        log('warn', 'gateway: what was kept between starts cannot be read', { file: name, error });
        return { kind: 'unreadable' } as const;
      };
      try {
        const value = readJson(schema, await readFile(join(folder, name), 'utf8'));
        return value === null ? unreadable('not what was written') : { kind: 'kept', value };
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? { kind: 'none' } : unreadable(codeOf(error));
      }
    },
    write(value) {
      if (folder === null) return Promise.resolve();
      newest = { value };
      writing = writing.then(() => put(folder));
      return writing;
    },
    written: () => writing,
  };
}

/** The name of a file about one account: what is known of another phone says nothing about this one. */
export const fileFor = (name: string, account: string): string =>
  `${name}-${createHash('sha256').update(account).digest('hex').slice(0, 8)}.json`;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'not a system error';
