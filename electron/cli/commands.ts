import type { BothLanguages } from '#shared/contract';
import type { Terminal } from './terminal.ts';

/** Runs with its arguments. Returns the exit code; `usage` where the arguments make no sense together. */
export type RunCommand = (args: readonly string[], terminal: Terminal) => Promise<number | 'usage'>;

export type Command = {
  /** What follows `nightdesk` in the usage line. */
  readonly usage: string;
  readonly purpose: BothLanguages;
  /** Loaded when asked for: `doctor` must run where the rest of the product cannot even be loaded. */
  load(): Promise<RunCommand>;
};

export const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    usage: 'serve [--data DIR] [--port N]',
    purpose: {
      en: 'runs the desk without a window until it is stopped; prints its address as one line of JSON',
      es: 'mantiene el servicio en marcha sin ventana hasta que se detenga; escribe su dirección en una línea JSON',
    },
    load: async () => (await import('./serve.ts')).serve,
  },
  watch: {
    usage: 'watch --of URL --key-file FILE [--data DIR] [--once] [--ask-every S] [--silent-after S] [--again-every S]',
    purpose: {
      en: 'on a second computer: asks the desk how it is, and texts whoever is over it when it falls silent',
      es: 'en otra computadora: pregunta cómo está la mesa y escribe al responsable cuando deja de responder',
    },
    load: async () => (await import('./watch.ts')).watch,
  },
  doctor: {
    usage: 'doctor [--data DIR] [--port N]',
    purpose: {
      en: 'looks whether the desk can work on this computer, and says what to do where it cannot',
      es: 'revisa si el servicio puede funcionar en esta computadora y dice qué hacer si no puede',
    },
    load: async () => (await import('./doctor.ts')).doctor,
  },
  verify: {
    usage: 'verify [--data DIR] [--anchor SEQ:HASH] | verify EVIDENCE.json',
    purpose: {
      en: 'checks that no line of the log, or of an evidence file, was changed or cut',
      es: 'comprueba que ninguna línea del registro, o de un archivo de evidencia, fue alterada ni cortada',
    },
    load: async () => (await import('./verify.ts')).verify,
  },
  rebuild: {
    usage: 'rebuild --check [--data DIR]',
    purpose: {
      en: 'computes every incident again from the log and compares with what is stored; changes nothing',
      es: 'vuelve a calcular cada incidente a partir del registro y lo compara con lo guardado; no cambia nada',
    },
    load: async () => (await import('./rebuild.ts')).rebuild,
  },
  triage: {
    usage: 'triage "WORDS" [--json] | triage --evaluate FILE.jsonl [--json]',
    purpose: {
      en: 'judges a text and says why, or measures the judgement against a file of labelled texts',
      es: 'juzga un texto y dice por qué, o mide el juicio contra un archivo de textos etiquetados',
    },
    load: async () => (await import('./triage.ts')).triage,
  },
  oncall: {
    usage:
      'oncall [--at TIME] [--property NAME] [--trade TRADE] [--json] [--data DIR] | ' +
      'oncall --ics FILE --from TIME --to TIME --zone ZONE [--json]',
    purpose: {
      en: 'says who is on call, or what a calendar file says of a stretch of time',
      es: 'dice quién está de guardia, o qué dice un archivo de calendario de un lapso',
    },
    load: async () => (await import('./oncall.ts')).oncall,
  },
};
