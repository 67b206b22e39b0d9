import type { Instant } from '#shared/contract';

/** Writes iCalendar text (RFC 5545): lines of at most 75 octets, CRLF, texts escaped, times in UTC. Pure. */

export type CalendarLine = readonly [name: string, value: string];

const LONGEST_OCTETS = 75;

/** A text as a value: backslash, comma, semicolon and line breaks mean something there; other controls may not stand there. */
export function icsText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** `20261123T130000Z`; an iCalendar time has no milliseconds, what is less than a second is dropped. */
export function icsTime(at: Instant): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Lines as they stand in a file. */
export function icsFile(lines: readonly CalendarLine[]): string {
  return lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('');
}

/** Cut where 75 octets are full, never inside a letter; each further line begins with a blank, which counts. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LONGEST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
