import { plain } from './typed-command.ts';

/** Entries in whose title some word begins with each word typed; a leading slash is only how commands begin. */
export function matching<Item extends { readonly title: string }>(
  entries: readonly Item[],
  typed: string,
): readonly Item[] {
  const words = plain(typed).replace(/^\//, '').split(/\s+/).filter(Boolean);
  return entries.filter((entry) => words.every((word) => ` ${plain(entry.title)}`.includes(` ${word}`)));
}
