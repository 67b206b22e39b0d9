import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A calendar's server on loopback that does what a test tells it to. */

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;
export type CalendarServer = {
  readonly port: number;
  /** Address of a path there. */
  at(path: string): string;
  /** How it answers from now on. */
  answers(how: Answering): void;
  /** Every request so far: method, path, and the conditions it came with. */
  readonly requests: readonly Asked[];
  close(): Promise<void>;
};
type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export async function calendarServer(how: Answering, port = 0): Promise<CalendarServer> {
  let answer = how;
  const requests: Asked[] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: opened } = server.address() as AddressInfo; // it listens on a port
  return {
    port: opened,
    at: (path) => `http://127.0.0.1:${opened}${path}`,
    answers(next) {
      answer = next;
    },
    requests,
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

export type Entry = {
  readonly uid: string;
  /** `20261120T180000`, on the wall clock of the calendar's zone. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly more?: readonly string[];
};

/** An iCalendar text. */
export function calendarText(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({ uid, start, end, title, more = [] }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART:${start}`,
    `DTEND:${end}`,
    `SUMMARY:${title}`,
    ...more,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a//calendar//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** Sends a calendar, and keeps to no condition. */
export function sends(text: string, headers: Readonly<Record<string, string>> = {}): Answering {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', ...headers });
    response.end(text);
  };
}
