import Database from 'better-sqlite3';

type Value = string | number | null | Uint8Array;

/** What reading functions take. They cannot write: the connection behind it is opened read-only, or the type forbids it. */
export type ReadDb = {
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  iterate<Row>(sql: string, ...values: readonly Value[]): IterableIterator<Row>;
};

/** The one connection that writes. Only `desk/` and the store itself hold it. */
export type WriteDb = ReadDb & {
  /** Runs a statement. Returns how many rows it changed. */
  run(sql: string, ...values: readonly Value[]): number;
  /** Several statements without parameters, e.g. a migration. */
  script(sql: string): void;
  /**
   * One immediate transaction: all of it or nothing. A call within it is part of it; if that one throws and the caller
   * goes on, only its own writes are undone.
   * @throws when the callback returns a promise: nothing may wait inside a transaction.
   */
  transact<Result>(work: () => Result): Result;
};

export type Connection = WriteDb & { close(): void; readonly path: string };

/** Opens one SQLite file. Statements are prepared once and kept. `mustExist`: a file that is not there is not made. */
export function openConnection(
  path: string,
  options: { readonly isReadOnly: boolean; readonly busyMs: number; readonly mustExist?: boolean },
): Connection {
  const { isReadOnly, busyMs, mustExist = false } = options;
  const db = new Database(path, { readonly: isReadOnly, timeout: busyMs, fileMustExist: mustExist });
  const statements = new Map<string, Database.Statement<Value[]>>();
  const prepare = (sql: string): Database.Statement<Value[]> => {
    const known = statements.get(sql);
    if (known) return known;
    const fresh = db.prepare<Value[]>(sql);
    statements.set(sql, fresh);
    return fresh;
  };
  // Row types are declared by the caller beside the SQL that makes them; the one place where that is believed.
  return {
    path,
    get: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).all(...values) as Row[],
    iterate: <Row>(sql: string, ...values: readonly Value[]) =>
      prepare(sql).iterate(...values) as IterableIterator<Row>,
    run: (sql, ...values) => prepare(sql).run(...values).changes,
    script: (sql) => {
      db.exec(sql);
    },
    transact: (work) => db.transaction(() => refusePromise(work())).immediate(),
    close: () => {
      statements.clear();
      db.close();
    },
  };
}

function refusePromise<Result>(result: Result): Result {
  if (result instanceof Promise) throw new Error('a transaction must not wait: it returned a promise');
  return result;
}

/** Asserts that a statement changed exactly one row. */
export function changedOne(changes: number, what: string): void {
  if (changes !== 1) throw new Error(`${what}: changed ${changes} rows, not one`);
}
