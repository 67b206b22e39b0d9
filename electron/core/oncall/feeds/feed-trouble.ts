import type { BothLanguages } from '#shared/contract';

/** Why a live calendar could not be had, for the log and for a person. Neither ever repeats its address. */
export type FeedTrouble = { readonly code: string; readonly reason: BothLanguages };

const trouble = (code: string, en: string, es: string): FeedTrouble => ({ code, reason: { en, es } });

/** More than any rota has in a hundred days. */
export const MOST_EVENTS = 10_000;

/** Every way in which asking goes wrong. Each sentence ends with what to do. */
export const troubles = {
  badAddress: trouble(
    'badAddress',
    'This is not an address. It begins with https://, http:// or webcal://; copy it whole.',
    'Esto no es una dirección. Empieza con https://, http:// o webcal://; cópiela completa.',
  ),
  notEncrypted: trouble(
    'notEncrypted',
    'A link to a sheet must begin with https://.',
    'El enlace a una hoja debe empezar con https://.',
  ),
  badPath: trouble(
    'badPath',
    'Give the whole path of the file, e.g. C:\\Rota\\on-call.xlsx or /srv/rota/on-call.csv.',
    'Indique la ruta completa del archivo, p. ej. C:\\Guardias\\turnos.xlsx o /srv/guardias/turnos.csv.',
  ),
  noName: trouble(
    'noName',
    'There is no server of this name. Check the address and that this computer is on the network.',
    'No existe ningún servidor con ese nombre. Revise la dirección y que esta computadora tenga red.',
  ),
  noServer: trouble(
    'noServer',
    'The server cannot be reached. Check that it is running and that this computer is on the network.',
    'No se puede llegar al servidor. Revise que esté en marcha y que esta computadora tenga red.',
  ),
  badCertificate: trouble(
    'badCertificate',
    'The server does not prove that it is the one of this name: its certificate is not valid. Ask whoever runs it.',
    'El servidor no demuestra ser quien dice: su certificado no es válido. Consulte a quien lo administra.',
  ),
  tooSlow: trouble(
    'tooSlow',
    'The server took longer than 10 s. It is asked again by itself; if that goes on, ask whoever runs it.',
    'El servidor tardó más de 10 s. Se le vuelve a preguntar solo; si continúa, consulte a quien lo administra.',
  ),
  brokenOff: trouble(
    'brokenOff',
    'The answer broke off before its end, so nothing of it was used. It is asked for again by itself.',
    'La respuesta se cortó antes de terminar y no se usó nada. Se vuelve a pedir sola.',
  ),
  tooLarge: trouble(
    'tooLarge',
    'The calendar is larger than 20 MB. Give one that holds the rota only.',
    'El calendario pesa más de 20 MB. Use uno que contenga solo las guardias.',
  ),
  tooMany: trouble(
    'tooMany',
    'The calendar holds more than 10,000 entries in the days asked for. Give one that holds the rota only.',
    'El calendario contiene más de 10,000 entradas en los días pedidos. Use uno que contenga solo las guardias.',
  ),
  suddenlyEmpty: trouble(
    'suddenlyEmpty',
    'The calendar is suddenly empty, or none of its coming entries means anybody on the list any more. The copy before stays in force; if that has not changed after 30 minutes of answers, the empty one holds. If it is meant so, save this calendar again.',
    'El calendario está vacío de repente, o ninguna de sus próximas entradas corresponde ya a alguien de la lista. Sigue la copia anterior; si no cambia tras 30 minutos de respuestas, vale la vacía. Si es a propósito, guarde este calendario otra vez.',
  ),
  tooManyRedirects: trouble(
    'tooManyRedirects',
    'The address leads on and on without arriving. Copy it again from the calendar’s settings.',
    'La dirección redirige una y otra vez sin llegar. Cópiela otra vez de los ajustes del calendario.',
  ),
  downgraded: trouble(
    'downgraded',
    'The address leads from https:// to http://, where anybody could read and change the rota. Ask whoever runs the server.',
    'La dirección pasa de https:// a http://, donde cualquiera podría leer y cambiar las guardias. Consulte a quien administra el servidor.',
  ),
  refused: trouble(
    'refused',
    'The server wants another user name, password or secret address. Enter it again, or make a new secret address.',
    'El servidor pide otro usuario, contraseña o dirección secreta. Ingréselos otra vez o genere otra dirección secreta.',
  ),
  gone: trouble(
    'gone',
    'There is nothing at this address any more. Copy it again from the calendar’s settings.',
    'Ya no hay nada en esta dirección. Cópiela otra vez de los ajustes del calendario.',
  ),
  webPage: trouble(
    'webPage',
    'The address shows a web page, perhaps a sign-in, and no calendar. Use the calendar’s secret iCal address, or publish the sheet as CSV.',
    'La dirección muestra una página web, quizá para iniciar sesión, y no un calendario. Use la dirección iCal secreta del calendario o publique la hoja como CSV.',
  ),
  empty: trouble(
    'empty',
    'The server sent nothing. The copy in force stays; check the calendar if that goes on.',
    'El servidor no envió nada. Sigue la copia vigente; revise el calendario si continúa.',
  ),
  notCalDav: trouble(
    'notCalDav',
    'This server does not speak CalDAV at this address. Use the address that its settings call CalDAV.',
    'Este servidor no habla CalDAV en esta dirección. Use la que sus ajustes llaman CalDAV.',
  ),
  noCalendar: trouble(
    'noCalendar',
    'This account has no calendar. Share the rota with it, or use the account that has it.',
    'Esta cuenta no tiene ningún calendario. Comparta con ella las guardias o use la cuenta que las tiene.',
  ),
  noFile: trouble(
    'noFile',
    'The file is not there, or the drive is not connected. Check where it is.',
    'El archivo no está, o la unidad no está conectada. Revise dónde se encuentra.',
  ),
  notAllowed: trouble(
    'notAllowed',
    'This computer may not read the file. Give the account that Nightdesk runs under the right to read it.',
    'Esta computadora no puede leer el archivo. Dé permiso de lectura a la cuenta con la que funciona Nightdesk.',
  ),
  inUse: trouble(
    'inUse',
    'Another program holds the file closed, or is just saving it. It is read again by itself; save and close it if that goes on.',
    'Otro programa bloquea el archivo o lo está guardando. Se vuelve a leer solo; guárdelo y ciérrelo si continúa.',
  ),
  notFile: trouble(
    'notFile',
    'This is a folder, not a file. Give the path of the file itself.',
    'Esto es una carpeta, no un archivo. Indique la ruta del archivo mismo.',
  ),
  lockFile: trouble(
    'lockFile',
    'Files that begin with ~$ only show that Excel has another one open. Give the path of that other file.',
    'Los archivos que empiezan con ~$ solo indican que Excel tiene abierto otro. Indique la ruta de ese otro archivo.',
  ),
  slowFile: trouble(
    'slowFile',
    'The drive did not answer within 10 s. Check the network drive; the file is tried again by itself.',
    'La unidad no respondió en 10 s. Revise la unidad de red; el archivo se vuelve a intentar solo.',
  ),
  failed: trouble(
    'failed',
    'Reading it failed for an unknown reason, which stands in the desk’s log file.',
    'La lectura falló por una causa desconocida, que consta en el archivo de registro del servicio.',
  ),
} as const satisfies Record<string, FeedTrouble>;

/** Whether what is told is that a calendar answers, and has nothing to say any more. */
export function isSudden(reason: BothLanguages | null): boolean {
  return reason?.en === troubles.suddenlyEmpty.reason.en;
}

/** An answer with a status that says no. */
export function statusTrouble(status: number): FeedTrouble {
  if (status === 401 || status === 403) return troubles.refused;
  if (status === 404 || status === 410) return troubles.gone;
  return trouble(
    `status${status}`,
    `The server answered with error ${status}. It is asked again by itself; if that goes on, ask whoever runs it.`,
    `El servidor respondió con el error ${status}. Se le vuelve a preguntar solo; si continúa, consulte a quien lo administra.`,
  );
}

/** The calendar came, and cannot be read. */
export function malformed(line: number, reason: BothLanguages): FeedTrouble {
  return trouble(
    'malformed',
    `Line ${line}: ${reason.en} Nothing of it was used; correct the calendar.`,
    `Línea ${line}: ${reason.es} No se usó nada; corrija el calendario.`,
  );
}

/** Several calendars answer at a CalDAV address: which one is not guessed. */
export function severalCalendars(names: readonly string[]): FeedTrouble {
  const list = names.slice(0, 5).join(', ');
  return trouble(
    'severalCalendars',
    `This account has ${names.length} calendars (${list}). Give the address of the one with the rota.`,
    `Esta cuenta tiene ${names.length} calendarios (${list}). Indique la dirección del que contiene las guardias.`,
  );
}

/** What is added once a copy is so old that somebody ought to look. */
export function isOld(ageMs: number): BothLanguages {
  const minutes = Math.floor(ageMs / 60_000);
  const age =
    minutes < 120
      ? { en: `${minutes} minutes`, es: `${minutes} minutos` }
      : { en: `${Math.floor(minutes / 60)} hours`, es: `${Math.floor(minutes / 60)} horas` };
  return {
    en: `No answer for ${age.en}: whoever is on is taken from the copy of then. Changes made there since are not known here; enter them as cover.`,
    es: `Sin respuesta desde hace ${age.es}: la guardia sale de la copia de entonces. Los cambios hechos allí desde entonces no se conocen aquí; regístrelos como relevo.`,
  };
}
