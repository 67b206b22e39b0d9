import type { BothLanguages } from '#shared/contract';

export type StoreTroubleCode =
  | 'locked'
  | 'newer'
  | 'damaged'
  | 'diskFull'
  | 'secondCore'
  | 'networkFolder'
  | 'notWritable'
  | 'missing';

const SENTENCES: Record<StoreTroubleCode, (path: string) => BothLanguages> = {
  secondCore: (path) => ({
    en: `Another Nightdesk is already running on ${path}. Nothing was changed. Use that window, or close it first.`,
    es: `Otro Nightdesk ya está abierto con ${path}. No se cambió nada. Use esa ventana o ciérrela primero.`,
  }),
  locked: (path) => ({
    en: `Another program holds the database in ${path}. Nothing was lost. Close that program (a backup or a database viewer) and start again.`,
    es: `Otro programa tiene ocupada la base de datos en ${path}. No se perdió nada. Cierre ese programa (una copia de seguridad o un visor) y vuelva a empezar.`,
  }),
  newer: (path) => ({
    en: `The database in ${path} was written by a newer Nightdesk. Nothing was changed. Install the newer version again.`,
    es: `La base de datos en ${path} es de un Nightdesk más nuevo. No se cambió nada. Instale de nuevo la versión más nueva.`,
  }),
  damaged: (path) => ({
    en: `The database in ${path} is damaged. It was left as it is. Copy the folder to a safe place, then restore the last good backup.`,
    es: `La base de datos en ${path} está dañada. Se dejó como está. Copie la carpeta a un lugar seguro y restaure la última copia buena.`,
  }),
  diskFull: (path) => ({
    en: `The disk that holds ${path} is full. What was saved is safe; the last step was not saved. Free some space, then try again.`,
    es: `El disco de ${path} está lleno. Lo guardado está a salvo; el último paso no se guardó. Libere espacio e intente de nuevo.`,
  }),
  networkFolder: (path) => ({
    en: `${path} is on a network drive, where the database would be damaged. Nothing was written. Choose a folder on this computer.`,
    es: `${path} está en una unidad de red, donde la base de datos se dañaría. No se escribió nada. Elija una carpeta de esta computadora.`,
  }),
  notWritable: (path) => ({
    en: `Nightdesk may not write to ${path}. Nothing was changed. Choose another folder, or give yourself the right to write there.`,
    es: `Nightdesk no puede escribir en ${path}. No se cambió nada. Elija otra carpeta o dese permiso de escritura.`,
  }),
  missing: (path) => ({
    en: `There is no Nightdesk database in ${path}. Check the folder's name.`,
    es: `No hay base de datos de Nightdesk en ${path}. Revise el nombre de la carpeta.`,
  }),
};

/** Something is wrong with the database's file or folder: expected, said in plain words, nothing lost. */
export class StoreTrouble extends Error {
  readonly code: StoreTroubleCode;
  readonly sentence: BothLanguages;
  constructor(code: StoreTroubleCode, path: string, cause?: unknown) {
    const sentence = SENTENCES[code](path);
    super(sentence.en, { cause });
    this.code = code;
    this.sentence = sentence;
  }
}

const CODES: readonly (readonly [RegExp, StoreTroubleCode])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_FULL|^ENOSPC|^SQLITE_IOERR_WRITE|^EDQUOT/, 'diskFull'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)|^EACCES|^EPERM|^EROFS|^EEXIST|^ENOTDIR|^ENAMETOOLONG/, 'notWritable'],
];

/** What an error of SQLite or of the file system means, or the error itself when it is none of these: a bug. */
export function asTrouble(error: unknown, path: string): unknown {
  if (error instanceof StoreTrouble || !(error instanceof Error)) return error;
  const code = (error as { code?: unknown }).code; // both SQLite's and Node's errors carry one
  if (typeof code !== 'string') return error;
  const known = CODES.find(([pattern]) => pattern.test(code));
  return known ? new StoreTrouble(known[1], path, error) : error;
}
