import { z } from 'zod';
import { type Author, getRow, putRow, type ReadDb, type WriteDb } from '#core/store';

/**
 * Where the secrets on file may be sent: to the server they were entered for, and to no other. Else whoever changes an
 * address, and leaves the secret as it is, is told it by a server of their own.
 */

/** By secret, the fields that say where it is sent; one that does not stand here is sent nowhere. */
export type SentTo = Readonly<Record<string, readonly string[]>>;

type Asked = { readonly config: z.ZodObject; readonly sentTo: SentTo };
type Config = Readonly<Record<string, unknown>>;

/** Where a secret would be sent with these settings, however that is written; null where nowhere. */
function destinationOf({ config, sentTo }: Asked, secret: string, given: Config): string | null {
  const fields = sentTo[secret];
  if (fields === undefined) return null;
  return JSON.stringify(
    fields.map((field) => {
      const entered = given[field] === '' ? undefined : (given[field] ?? undefined);
      const schema = config.shape[field];
      return serverOf(schema === undefined ? entered : (z.safeParse(schema, entered).data ?? entered));
    }),
  );
}

/** Of an address its server alone: a password may be used at another of its pages. */
function serverOf(value: unknown): unknown {
  const url = typeof value === 'string' && /^https?:\/\//i.test(value) ? URL.parse(value) : null;
  return url?.origin ?? value ?? null;
}

const Destinations = z.record(z.string(), z.string()).catch({});

function destinations(db: ReadDb, row: string): Readonly<Record<string, string>> {
  return Destinations.parse(getRow(db, 'setting', `${row}.sentTo`)?.value ?? {});
}

/** One kind of gateway in its place: the row of the place's settings, and what they were. */
export type Placed = { readonly row: string; readonly kind: string; readonly before: Config | null };

/** Whether a secret on file may be used with settings that were entered without it. */
export function mayBeSent(
  db: ReadDb,
  asked: Asked,
  { row, kind, before }: Placed,
  secret: string,
  given: Config,
): boolean {
  const destination = destinationOf(asked, secret, given);
  if (destination === null) return true;
  // Secrets of before these were written down were entered for what stands there.
  const known = destinations(db, row)[`${kind}.${secret}`] ?? (before && destinationOf(asked, secret, before));
  return known === destination;
}

/** Writes down what secrets were entered for. */
export function keepDestinations(
  db: WriteDb,
  author: Author,
  asked: Asked,
  { row, kind }: Pick<Placed, 'row' | 'kind'>,
  { open, secrets }: { readonly open: Config; readonly secrets: Readonly<Record<string, string>> },
): void {
  const known = destinations(db, row);
  const entered = Object.keys(secrets).flatMap((secret) => {
    const destination = destinationOf(asked, secret, open);
    return destination === null ? [] : [[`${kind}.${secret}`, destination] as const];
  });
  if (entered.every(([name, destination]) => known[name] === destination)) return;
  putRow(db, 'setting', { id: `${row}.sentTo`, value: { ...known, ...Object.fromEntries(entered) } }, author);
}
