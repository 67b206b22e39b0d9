import { readFileSync } from 'node:fs';
import { type BothLanguages, type Instant, isTimeZone } from '#shared/contract';
import { formatInZone } from '#shared/oncall';
import {
  type CalendarEvent,
  type CalendarWindow,
  type LineRemark,
  momentOf,
  readCalendarInThread,
} from '../core/oncall/calendar-file/index.ts';
import type { Terminal } from './terminal.ts';

export type CalendarQuestion = {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly isJson: boolean;
};

/** What a calendar file says of a stretch of time, by the product's own reader. What it leaves out is complained of. */
export async function readCalendarFile(question: CalendarQuestion, terminal: Terminal): Promise<number> {
  const { file, isJson } = question;
  const window = windowOf(question);
  if ('en' in window) {
    terminal.complain(window);
    return 1;
  }
  const bytes = readBytes(file);
  if (bytes === null) {
    terminal.complain({
      en: `${file} cannot be read. Check its name.`,
      es: `${file} no se puede leer. Revise el nombre.`,
    });
    return 1;
  }
  const reading = await readCalendarInThread(bytes, window);
  if (!reading.ok) {
    terminal.complain(withLine(file, reading));
    return 1;
  }
  for (const remark of [...reading.broken, ...reading.notes]) terminal.complain(withLine(file, remark));
  if (isJson) terminal.print(JSON.stringify(reading.events.map(eventJson)));
  else for (const line of eventLines(reading.events, window.zone, terminal)) terminal.print(line);
  return 0;
}

/** The window, or what is wrong with it. */
function windowOf({ from, to, zone }: CalendarQuestion): CalendarWindow | BothLanguages {
  if (!isTimeZone(zone)) {
    return {
      en: `There is no time zone ${zone}. Write it as in America/Chicago.`,
      es: `No existe la zona horaria ${zone}. Escríbala como en America/Chicago.`,
    };
  }
  const [fromAt, toAt] = [momentOf(from, zone), momentOf(to, zone)];
  if (fromAt === null || toAt === null)
    return noMoment(fromAt === null ? '--from' : '--to', fromAt === null ? from : to);
  if (fromAt > toAt) return { en: '--from is after --to.', es: '--from está después de --to.' };
  return { from: fromAt, to: toAt, zone };
}

export function noMoment(option: string, text: string): BothLanguages {
  return {
    en: `${option} ${text} is no time. Write it as 2026-11-01, 2026-11-01T18:00 or 2026-11-01T23:00:00Z.`,
    es: `${option} ${text} no es una hora. Escríbala como 2026-11-01, 2026-11-01T18:00 o 2026-11-01T23:00:00Z.`,
  };
}

function readBytes(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null; // not there, not allowed, a folder, larger than memory: the same for the person
  }
}

function withLine(file: string, { line, reason }: LineRemark): BothLanguages {
  return { en: `${file}, line ${line}: ${reason.en}`, es: `${file}, línea ${line}: ${reason.es}` };
}

function eventJson({ start, end, title }: CalendarEvent): Readonly<Record<'start' | 'end' | 'title', string>> {
  return { start: instantText(start), end: instantText(end), title };
}

/** `2026-11-01T05:00:00Z` */
export function instantText(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function eventLines(events: readonly CalendarEvent[], zone: string, { language }: Terminal): readonly string[] {
  if (events.length === 0) return [language === 'es' ? 'Nada en este tiempo.' : 'Nothing in this time.'];
  return events.map(({ start, end, title }) => {
    const [from, to] = [start, end].map((at) => formatInZone(at, zone, language, 'dateTimeZone'));
    return `${from} - ${to}  ${title.replaceAll(/\s+/g, ' ').trim()}`.trimEnd();
  });
}
