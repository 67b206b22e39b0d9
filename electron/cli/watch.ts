import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Clock } from '#core/clockwork';
import type { BothLanguages } from '#shared/contract';
import { reasonWords } from '#shared/messages';
import type { RunCommand } from './commands.ts';
import type { Terminal } from './terminal.ts';
import type { VigilEvent } from './watch/keep-vigil.ts';
import { type Pace, VIGIL } from './watch/vigil.ts';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const OPTIONS = {
  data: { type: 'string' },
  of: { type: 'string' },
  'key-file': { type: 'string' },
  once: { type: 'boolean' },
  'ask-every': { type: 'string' },
  'silent-after': { type: 'string' },
  'again-every': { type: 'string' },
} as const;

/**
 * `nightdesk watch`: on a second computer, with a folder and a gateway of its own. Asks the desk how it is, and texts whoever
 * is over it when it does not answer. Runs until it is told to stop; 1 where it cannot begin, or `--once` found no desk.
 */
export const watch: RunCommand = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const url = urlOf(values.of);
  const pace = paceOf(values);
  if (url === null || values['key-file'] === undefined || pace === null) return 'usage';
  const { isSharedKey } = await import('#core/guard');
  const key = keyIn(values['key-file']);
  if (key === null || !isSharedKey(key)) return refuse(terminal, NO_KEY);
  const { askDesk } = await import('./watch/ask-desk.ts');
  const ask = () => askDesk({ url, key });
  if (values.once === true) {
    const answer = await ask();
    print(terminal, answer === null ? { kind: 'neverHeard', answer } : { kind: 'heard', answer });
    return answer === null ? 1 : 0;
  }
  const { systemClock } = await import('#core/clockwork');
  const clock = systemClock();
  const gateway = await ownGateway(terminal, clock);
  if (gateway === null) return 1;
  const { keepVigil } = await import('./watch/keep-vigil.ts');
  const { vigilFile } = await import('./watch/vigil-file.ts');
  const file = vigilFile(terminal.folder, url);
  const stop = new AbortController();
  for (const signal of STOP_SIGNALS) process.once(signal, () => stop.abort());
  const say = (event: VigilEvent): void => print(terminal, event);
  await keepVigil({ clock, pace, file, ask, send: gateway.send, say }, stop.signal);
  return 0;
};

/** The gateway of the watch's own folder; null, and said why, where no text would leave through it. */
async function ownGateway(terminal: Terminal, clock: Clock) {
  const { storedDriver } = await import('#core/notify');
  const { asTrouble, openForReading, StoreTrouble } = await import('#core/store');
  try {
    const { read, close } = openForReading(terminal.folder);
    const made = storedDriver(read, clock);
    close();
    if (made.ok) return made.driver;
    terminal.complain(made.reason === 'practice' ? ONLY_PRACTICE : UNUSABLE);
  } catch (error) {
    const trouble = asTrouble(error, terminal.folder);
    if (!(trouble instanceof StoreTrouble)) throw error;
    terminal.complain(trouble.code === 'missing' ? NO_FOLDER : trouble.sentence);
  }
  return null;
}

function urlOf(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null;
  return /^https?:$/.test(new URL(text).protocol) ? text : null;
}

/** Seconds as they were given; null where one is no number of them. */
function paceOf(values: Readonly<Partial<Record<'ask-every' | 'silent-after' | 'again-every', string>>>): Pace | null {
  const seconds = (text: string | undefined, otherwiseMs: number): number =>
    text === undefined ? otherwiseMs : /^\d{1,5}$/.test(text) ? Math.max(1, Number(text)) * 1_000 : Number.NaN;
  const pace = {
    askEveryMs: seconds(values['ask-every'], VIGIL.askEveryMs),
    silentAfterMs: seconds(values['silent-after'], VIGIL.silentAfterMs),
    againEveryMs: seconds(values['again-every'], VIGIL.againEveryMs),
  };
  return Object.values(pace).some(Number.isNaN) ? null : pace;
}

function keyIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    // Not there, or not ours to read: the sentence says what to put there.
    return null;
  }
}

function refuse(terminal: Terminal, sentence: BothLanguages): number {
  terminal.complain(sentence);
  return 1;
}

function print({ print: line, language }: Terminal, event: VigilEvent): void {
  line(wordsOf(event, language)[language]);
}

function wordsOf(event: VigilEvent, language: 'en' | 'es'): BothLanguages {
  switch (event.kind) {
    case 'heard': {
      const count = (event.answer?.openP1.length ?? 0) + (event.answer?.more ?? 0);
      const company = event.answer?.company ?? '';
      const people = event.answer?.call.map((each) => each.name).join(', ') ?? '';
      return {
        en: `The desk of ${company} answers: open P1 ${count}. It would text: ${people || 'nobody, no manager has a number'}.`,
        es: `La mesa de ${company} responde: P1 abiertos ${count}. Escribiría a: ${people || 'nadie, ningún responsable tiene número'}.`,
      };
    }
    case 'unheard':
      return { en: 'The desk does not answer.', es: 'La mesa no responde.' };
    case 'neverHeard':
      return {
        en: 'The desk has not answered yet, so nobody it could name can be texted. Check the address, the key, and that the watch is turned on there under Settings.',
        es: 'La mesa aún no ha respondido y no hay a quién escribir. Revise la dirección, la clave y que la vigilancia esté encendida allí, en Ajustes.',
      };
    case 'called': {
      const who = event.who.join(', ');
      const { kind, minutes } = event.news;
      if (kind === 'back') return { en: `The desk is back. Told: ${who}.`, es: `La mesa volvió. Se avisó a ${who}.` };
      return {
        en: `Not well for ${minutes} min. Texting: ${who || 'nobody has a number'}.`,
        es: `Lleva ${minutes} min sin estar bien. Se escribe a: ${who || 'nadie tiene número'}.`,
      };
    }
    case 'notSent': {
      const why = reasonWords(event.reason, language);
      return { en: `A text did not leave: ${why}.`, es: `Un mensaje no salió: ${why}.` };
    }
    case 'notKnown': {
      const why = reasonWords(event.reason, language);
      const [en, es] = event.isSentAgain
        ? ['it leaves once more', 'sale una vez más']
        : ['call by hand', 'llame usted mismo'];
      return {
        en: `Nobody knows whether a text left: ${why}; ${en}.`,
        es: `No se sabe si un mensaje salió: ${why}; ${es}.`,
      };
    }
  }
}

const NO_KEY: BothLanguages = {
  en: 'The key file holds no key. Copy the key from Settings, Watch on the desk into it, alone on one line.',
  es: 'El archivo no contiene una clave. Copie en él la clave de Ajustes, Vigilancia de la mesa, sola en una línea.',
};
const NO_FOLDER: BothLanguages = {
  en: 'This computer has no gateway of its own yet. Start Nightdesk here once, choose a gateway under Settings, then watch.',
  es: 'Esta computadora aún no tiene pasarela propia. Abra Nightdesk aquí una vez, elija una en Ajustes y luego vigile.',
};
const ONLY_PRACTICE: BothLanguages = {
  en: 'The gateway of this folder is the practice one: no text would leave. Choose a real one under Settings first.',
  es: 'La pasarela de esta carpeta es la de práctica: ningún mensaje saldría. Elija primero una real en Ajustes.',
};
const UNUSABLE: BothLanguages = {
  en: 'The gateway settings of this folder cannot be used. Open Nightdesk here and put them right under Settings.',
  es: 'Los ajustes de la pasarela de esta carpeta no sirven. Abra Nightdesk aquí y corríjalos en Ajustes.',
};
