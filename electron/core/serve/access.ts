import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#core/clockwork';

/** Who may talk to the console API: tools with the token, windows with a cookie they got for a one-time ticket. */
export type Access = {
  readonly token: string;
  /** A ticket for one window, good for 30 seconds and one use. */
  issueTicket(): string;
  /** The cookie for a ticket, or null when it is unknown, used or too old. */
  redeem(ticket: string): string | null;
  cookieName(port: number): string;
  /** Why a request is turned away, or null when it may pass. */
  refuse(
    request: {
      readonly host: string | undefined;
      readonly origin: string | undefined;
      readonly authorization: string | undefined;
      readonly cookie: string | undefined;
    },
    port: number,
  ): 'host' | 'origin' | 'credentials' | null;
};

const TICKET_MS = 30_000;

export function openAccess(clock: Clock, token: string): Access {
  const tickets = new Map<string, number>();
  // Derived from the token, so that a window stays signed in when the core restarts, and ends with a new token.
  const cookie = createHmac('sha256', token).update('window').digest('base64url');
  const cookieName = (port: number): string => `nightdesk_${port}`;
  return {
    token,
    issueTicket() {
      for (const [ticket, until] of tickets) if (until < clock.now()) tickets.delete(ticket);
      const ticket = randomBytes(24).toString('base64url');
      tickets.set(ticket, clock.now() + TICKET_MS);
      return ticket;
    },
    redeem(ticket) {
      const until = tickets.get(ticket);
      tickets.delete(ticket);
      return until !== undefined && until >= clock.now() ? cookie : null;
    },
    cookieName,
    refuse({ host, origin, authorization, cookie: cookies }, port) {
      const own = [`127.0.0.1:${port}`, `localhost:${port}`];
      // A foreign name that resolves to loopback (DNS rebinding) shows in the Host header.
      if (host === undefined || !own.includes(host)) return 'host';
      if (origin !== undefined && !own.some((each) => origin === `http://${each}`)) return 'origin';
      if (isSame(authorization, `Bearer ${token}`)) return null;
      return isSame(readCookie(cookies, cookieName(port)), cookie) ? null : 'credentials';
    },
  };
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function readCookie(header: string | undefined, name: string): string | undefined {
  const prefix = `${name}=`;
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}

function isSame(given: string | undefined, wanted: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
