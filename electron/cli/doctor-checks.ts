import { accessSync, constants, existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { BothLanguages } from '#shared/contract';
import { findChromium } from '../core/installed-browser.ts';
import { databaseChecks } from './doctor-database.ts';
import { portCheck } from './doctor-port.ts';
import type { Terminal } from './terminal.ts';

/** One line of the doctor's report. `warn`: works, but somebody should look at it. */
export type Finding = { readonly level: 'ok' | 'warn' | 'FAIL'; readonly sentence: BothLanguages };
export type Patient = Pick<Terminal, 'folder' | 'platform' | 'env'> & { readonly port: number };
export type Check = (patient: Patient) => readonly Finding[] | Promise<readonly Finding[]>;

const OLDEST_NODE = 24;
const LOW_DISK_MB = 500;
const BYTES_PER_MB = 1024 * 1024;

export const finding = (level: Finding['level'], en: string, es: string): Finding => ({ level, sentence: { en, es } });

const nodeCheck: Check = () => {
  const { node } = process.versions;
  return [
    Number(node.split('.')[0]) >= OLDEST_NODE
      ? finding('ok', `Node ${node} is new enough.`, `Node ${node} es lo bastante nuevo.`)
      : finding(
          'FAIL',
          `Node ${node} is too old. Install Node ${OLDEST_NODE} or newer.`,
          `Node ${node} es demasiado antiguo. Instale Node ${OLDEST_NODE} o más nuevo.`,
        ),
  ];
};

const timeZoneCheck: Check = () => {
  // A night in Chicago in both halves of the year: without zone data the desk would count every night in UTC.
  const hourAt = (instant: number): string =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'America/Chicago', hour: '2-digit', hourCycle: 'h23' }).format(
      instant,
    );
  const isRight = hourAt(Date.UTC(2026, 0, 15, 12)) === '06' && hourAt(Date.UTC(2026, 6, 15, 12)) === '07';
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    isRight
      ? finding(
          'ok',
          `Time zone data is there; this computer is in ${own}.`,
          `Hay datos de zonas horarias; esta computadora está en ${own}.`,
        )
      : finding(
          'FAIL',
          'Time zone data is missing or wrong. Install Node with full international data.',
          'Faltan los datos de zonas horarias o son incorrectos. Instale Node con datos internacionales completos.',
        ),
  ];
};

const folderCheck: Check = async ({ folder }) => {
  const { isNetworkFolder, StoreTrouble } = await import('#core/store');
  const place = nearestFolder(folder);
  const { type, bavail, bsize } = statfsSync(place);
  if (isNetworkFolder(folder, type)) {
    return [{ level: 'FAIL', sentence: new StoreTrouble('networkFolder', folder).sentence }];
  }
  const canWrite = existsSync(folder) ? isWritable(folder) : mayMakeFolderIn(place);
  return [
    canWrite
      ? finding(
          'ok',
          `The data folder is ${folder}, on this computer.`,
          `La carpeta de datos es ${folder}, en esta computadora.`,
        )
      : { level: 'FAIL', sentence: new StoreTrouble('notWritable', folder).sentence },
    diskFinding(Math.floor((bavail * bsize) / BYTES_PER_MB)),
  ];
};

/** Free space is enough, or worth a warning. */
export function diskFinding(freeMb: number): Finding {
  const free = freeMb >= 10_240 ? `${Math.floor(freeMb / 1024)} GB` : `${freeMb} MB`;
  return freeMb >= LOW_DISK_MB
    ? finding('ok', `There is enough room on its disk: ${free}.`, `Hay espacio suficiente en su disco: ${free}.`)
    : finding(
        'warn',
        `There are only ${free} left on its disk. Free some space: with less than ${LOW_DISK_MB} MB backups may fail.`,
        `Quedan solo ${free} libres en su disco. Libere espacio: con menos de ${LOW_DISK_MB} MB pueden fallar las copias.`,
      );
}

function nearestFolder(folder: string): string {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  return place;
}

/** Really writes: what rights say and what the disk does are two things. */
function isWritable(folder: string): boolean {
  const file = join(folder, `.doctor-${process.pid}`);
  try {
    writeFileSync(file, 'nightdesk doctor');
    return true;
  } catch {
    return false; // for whatever reason: the sentence says what to do
  } finally {
    rmSync(file, { force: true });
  }
}

function mayMakeFolderIn(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false; // as above
  }
}

/** Programs the desk uses when they are there. None is needed. */
const PROGRAMS = [
  {
    names: ['notify-send'],
    label: 'notify-send',
    without: { en: 'there will be no desktop notes', es: 'no habrá avisos de escritorio' },
  },
  {
    names: ['bearerbox'],
    label: 'Kannel',
    without: {
      en: 'only needed when text messages go through it',
      es: 'solo hace falta si los mensajes salen por él',
    },
  },
] as const;

const programCheck: Check = ({ platform, env }) => {
  if (platform !== 'linux') return [];
  // Servers such as Kannel lie in /usr/sbin, which an ordinary user does not have on the PATH.
  const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/')), '/usr/sbin'];
  return PROGRAMS.map(({ names, label, without }) => {
    const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
    return found === undefined
      ? finding('ok', `${label} was not found; ${without.en}.`, `No se encontró ${label}; ${without.es}.`)
      : finding('ok', `${label} was found: ${found}.`, `Se encontró ${label}: ${found}.`);
  });
};

/** What makes calls through a telephone account, and what is missing of it. */
const callCheck: Check = async ({ platform }) => {
  if (platform !== 'linux') return [];
  const { missingForCalls } = await import('../core/notify/voice/programs.ts');
  const missing = missingForCalls();
  if (missing.length === 0)
    return [
      finding(
        'ok',
        'baresip and espeak-ng were found: the desk can call through a SIP account.',
        'Se encontraron baresip y espeak-ng: la mesa puede llamar por una cuenta SIP.',
      ),
    ];
  const names = missing.join(' ');
  return [
    finding(
      'ok',
      `Calls through a SIP account need ${names}, which is not on this computer: apt-get install ${names.replace('baresip ', 'baresip-core ')}. Without it a person calls by hand.`,
      `Las llamadas por una cuenta SIP necesitan ${names}, que no está en esta computadora: apt-get install ${names.replace('baresip ', 'baresip-core ')}. Sin eso, una persona llama a mano.`,
    ),
  ];
};

const browserCheck: Check = ({ platform, env }) => {
  const found = findChromium({ platform, env, home: homedir() });
  const chosen = env.NIGHTDESK_BROWSER;
  if (found === null && chosen !== undefined && chosen !== '') {
    return [
      finding(
        'warn',
        `NIGHTDESK_BROWSER names ${chosen}, which is not there, so no browser is looked for. Correct it or take it away.`,
        `NIGHTDESK_BROWSER indica ${chosen}, que no existe, y no se busca ningún navegador. Corríjalo o quítelo.`,
      ),
    ];
  }
  return [
    found === null
      ? finding(
          'ok',
          'No Chromium, Chrome, Edge or Brave was found; the window then needs Electron, or any browser on this computer.',
          'No se encontró Chromium, Chrome, Edge ni Brave; entonces la ventana necesita Electron o cualquier navegador de esta computadora.',
        )
      : finding(
          'ok',
          `A browser for the window was found: ${found}.`,
          `Se encontró un navegador para la ventana: ${found}.`,
        ),
  ];
};

/** In the order in which a person would repair things. */
export const checks: readonly Check[] = [
  nodeCheck,
  timeZoneCheck,
  folderCheck,
  databaseChecks,
  portCheck,
  browserCheck,
  programCheck,
  callCheck,
];
