import type { Instant } from '#shared/contract';
import type { Timer } from '../driver.ts';
import type { GatewayLog } from './gateway-log.ts';
import type { SmppConfig } from './smpp-config.ts';
import { dial, type LinkTrouble, type LinkUse, troubleOf } from './smpp-dial.ts';
import { type Pdu, pduOf, type Session, sendPdu, textIn } from './smpp-library.ts';

/** What became of one request to the SMSC, told apart by the one thing that matters: can it have been taken? */
export type SmppAnswer =
  | { readonly kind: 'answer'; readonly command: string; readonly status: number; readonly messageId: string }
  | { readonly kind: 'neverWritten' }
  /** Written, and no answer: the link broke, or we were told to give up. */
  | { readonly kind: 'lost'; readonly code: string };

export type SmppLink = {
  /** From now on a link that breaks is built again. Resolves when the first attempt ended, one way or the other. */
  keepUp(): Promise<void>;
  /** Signs off. What waits for an answer is lost. */
  close(): Promise<void>;
  /** Builds the link where there is none; null once it is up. One attempt at a time, however many ask. */
  ensure(signal: AbortSignal): Promise<LinkTrouble | null>;
  /** Waits for room in the window. `onLate` is called with an answer that comes after we gave up waiting. */
  submit(pdu: Pdu, signal: AbortSignal, onLate: (answer: SmppAnswer) => void): Promise<SmppAnswer>;
  /** Whether the SMSC answers when asked. */
  isAlive(signal: AbortSignal): Promise<boolean>;
  /** Requests that wait for an answer. */
  inFlight(): number;
};

export type SmppLinkDeps = {
  readonly timer: Timer;
  readonly now: () => Instant;
  readonly log: GatewayLog;
  /** A request of the SMSC's own other than the keeping of the link. */
  readonly request: (session: Session, pdu: Pdu) => void;
};

const DIAL_LIMIT_MS = 10_000;
const ASK_EVERY_MS = 30_000;
const ASK_LIMIT_MS = 10_000;
const SIGN_OFF_LIMIT_MS = 2_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Who does not let us in is asked seldom: some providers lock an account after a few tries. */
const REFUSED_WAIT_MS = 30_000;
/** Attempts on behalf of messages keep this distance. */
const BETWEEN_ATTEMPTS_MS = 1_000;

/** Doubling, up to a minute, a fifth more or less: a provider that comes back is not met by everybody at once. */
const waitBefore = (attempt: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.8 + Math.random() * 0.4);

/** Resolves when `signal` is. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  );

/** Places for requests that wait for an answer; whoever comes later waits for one. */
function windowOf(places: number) {
  let taken = 0;
  const waiting = new Set<() => void>();
  const wakeNext = (): void => {
    const [next] = waiting;
    if (next !== undefined) waiting.delete(next);
    next?.();
  };
  return {
    taken: () => taken,
    /** False when given up before there was a place. */
    async enter(signal: AbortSignal): Promise<boolean> {
      while (taken >= places && !signal.aborted) {
        let wake = (): void => undefined;
        const place = new Promise<void>((resolve) => {
          wake = resolve;
        });
        waiting.add(wake);
        await Promise.race([place, aborted(signal)]);
        waiting.delete(wake);
      }
      if (!signal.aborted) {
        taken += 1;
        return true;
      }
      // A place that came in the same moment goes to the next.
      if (taken < places) wakeNext();
      return false;
    },
    leave(): void {
      taken -= 1;
      wakeNext();
    },
  };
}

/** One link to an SMSC: signed in, asked now and then whether it is there, built again when it breaks. */
export function smppLink(config: SmppConfig, deps: SmppLinkDeps): SmppLink {
  const window = windowOf(config.window);
  let current: Session | null = null;
  let currentUse: LinkUse = 'transmitter';
  let attempt: Promise<LinkTrouble | null> | null = null;
  let lastTrouble: { readonly trouble: LinkTrouble; readonly at: Instant } | null = null;
  let failures = 0;
  let isKept = false;
  let isWaiting = false;
  let closing = new AbortController();
  /** What is settled when the link breaks. */
  const pending = new Map<Session, Set<(code: string) => void>>();

  function gone(session: Session, code: string): void {
    if (session === current) current = null;
    for (const settle of pending.get(session) ?? []) settle(code);
    pending.delete(session);
    if (!isKept) return;
    deps.log('warn', 'smpp: the link broke', { code });
    buildAgain();
  }

  function buildAgain(): void {
    // An attempt on behalf of a message may have failed meanwhile as well: one wait is enough.
    if (isWaiting) return;
    const wait = lastTrouble?.trouble.kind === 'refused' ? REFUSED_WAIT_MS : waitBefore(failures);
    failures += 1;
    isWaiting = true;
    deps.timer(wait, () => {
      isWaiting = false;
      if (isKept && current === null) void build();
    });
  }

  async function connect(): Promise<LinkTrouble | null> {
    const limit = AbortSignal.any([AbortSignal.timeout(DIAL_LIMIT_MS), closing.signal]);
    const use = isKept ? 'transceiver' : 'transmitter';
    const dialled = await dial(config, use, { request: answerOrHandOn, gone }, limit);
    // What followed the answer to the sign-in may have broken the link at once.
    if (dialled.kind === 'down' || dialled.session.socket.destroyed) {
      const trouble = dialled.kind === 'down' ? dialled.trouble : troubleOf('ECONNRESET');
      lastTrouble = { trouble, at: deps.now() };
      // Said once: it is tried again every minute, for as long as it takes.
      if (isKept && failures === 0) deps.log('warn', 'smpp: no link', { reason: trouble.reason });
      if (isKept) buildAgain();
      return trouble;
    }
    current = dialled.session;
    currentUse = use;
    lastTrouble = null;
    pending.set(dialled.session, new Set());
    askNowAndThen(dialled.session);
    return null;
  }

  function build(): Promise<LinkTrouble | null> {
    attempt ??= connect().finally(() => {
      attempt = null;
    });
    return attempt;
  }

  function answerOrHandOn(session: Session, pdu: Pdu): void {
    switch (pdu.command) {
      case 'enquire_link':
        sendPdu(session, pdu.response());
        return;
      case 'unbind':
        sendPdu(session, pdu.response());
        session.close();
        return;
      default:
        deps.request(session, pdu);
    }
  }

  function askNowAndThen(session: Session): void {
    deps.timer(ASK_EVERY_MS, () => {
      if (session !== current) return;
      // Only a link that lasts is a good one: some break at the first thing that is read.
      failures = 0;
      askNowAndThen(session);
      void isAlive(AbortSignal.timeout(ASK_LIMIT_MS));
    });
  }

  /** Sends, and resolves with the answer, with `lost` when the link breaks first, or when given up. */
  function ask(session: Session, pdu: Pdu, signal: AbortSignal, onLate: (answer: SmppAnswer) => void) {
    return new Promise<SmppAnswer>((resolve) => {
      const settles = pending.get(session);
      let isSettled = false;
      const settle = (answer: SmppAnswer): void => {
        if (isSettled) return;
        isSettled = true;
        settles?.delete(broke);
        signal.removeEventListener('abort', giveUp);
        resolve(answer);
      };
      const broke = (code: string): void => settle({ kind: 'lost', code });
      const giveUp = (): void => settle({ kind: 'lost', code: 'ETIMEDOUT' });
      settles?.add(broke);
      signal.addEventListener('abort', giveUp, { once: true });
      const isWritten = sendPdu(session, pdu, (response) => {
        const { command, command_status: status } = response;
        const answer: SmppAnswer = { kind: 'answer', command, status, messageId: textIn(response, 'message_id') };
        if (isSettled) onLate(answer);
        else settle(answer);
      });
      if (!isWritten) settle({ kind: 'neverWritten' });
      else if (signal.aborted) giveUp();
    });
  }

  async function isAlive(signal: AbortSignal): Promise<boolean> {
    const session = current;
    if (session === null) return false;
    const { kind } = await ask(session, pduOf('enquire_link'), signal, () => undefined);
    // Half a link is worse than none: a new one can be built.
    if (kind !== 'answer') session.destroy();
    return kind === 'answer';
  }

  return {
    async keepUp() {
      isKept = true;
      await attempt;
      if (currentUse === 'transmitter') current?.destroy();
      if (current === null || current.socket.destroyed) await build();
    },
    async close() {
      isKept = false;
      const ending = closing;
      closing = new AbortController();
      ending.abort();
      await attempt;
      const session = current;
      if (session === null) return;
      await ask(session, pduOf('unbind'), AbortSignal.timeout(SIGN_OFF_LIMIT_MS), () => undefined);
      session.destroy();
      if (session === current) current = null;
    },
    async ensure(signal) {
      if (current !== null) return null;
      if (attempt === null && lastTrouble !== null && deps.now() - lastTrouble.at < BETWEEN_ATTEMPTS_MS)
        return lastTrouble.trouble;
      const givenUp: LinkTrouble = { kind: 'away', reason: 'givenUp' };
      return Promise.race([build(), aborted(signal).then(() => givenUp)]);
    },
    async submit(pdu, signal, onLate) {
      if (!(await window.enter(signal))) return { kind: 'neverWritten' };
      try {
        if (current === null) return { kind: 'neverWritten' };
        return await ask(current, pdu, signal, onLate);
      } finally {
        window.leave();
      }
    },
    isAlive,
    inFlight: window.taken,
  };
}
