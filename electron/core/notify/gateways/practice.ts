import { randomUUID } from 'node:crypto';
import { assertNever, type Phone, PRACTICE_GATEWAY } from '#shared/contract';
import type {
  DeliveryReport,
  GatewayHealth,
  GatewaySink,
  InboundMessage,
  OutMessage,
  SendResult,
  SmsDriver,
  Timer,
} from '../driver.ts';
import type { GatewayLog } from './gateway-log.ts';

/**
 * How the practice gateway misbehaves.
 *
 * `refusing`: it refuses the account. `down`: nothing can be reached; replies wait. `silent`: it takes the message, but its
 * answer is lost, it reports nothing and cannot be asked.
 */
export type PracticeTrouble = 'none' | 'refusing' | 'down' | 'silent';

/** A message as it lies on a practice phone. */
export type PracticeMessage = OutMessage & { readonly ref: string };

export type PracticeDriver = SmsDriver & {
  /** What a phone has received, oldest first. */
  messages(phone: Phone): readonly PracticeMessage[];
  /** Phones that have received something, in order of their first message. */
  phones(): readonly Phone[];
  /**
   * A person types on that phone. Resolves with the reply's id once the core has committed it, or at once when the reply
   * has to wait (not started, or `down`); rejects when the core could not commit it, and then keeps it for `catchUp`.
   */
  reply(phone: Phone, text: string): Promise<string>;
  setTrouble(trouble: PracticeTrouble): void;
};

export type PracticeOptions = {
  /** From accepting a message to reporting it delivered. */
  readonly deliverAfterMs: number;
  readonly timer: Timer;
  readonly log: GatewayLog;
};

const REPORT_ATTEMPTS = 5;

/** Every phone and what lies on it. A key is taken once. */
function phoneShelf() {
  const byPhone = new Map<Phone, PracticeMessage[]>();
  const byKey = new Map<string, PracticeMessage>();
  return {
    byKey,
    messages: (phone: Phone): readonly PracticeMessage[] => [...(byPhone.get(phone) ?? [])],
    phones: (): readonly Phone[] => [...byPhone.keys()],
    put(message: OutMessage): PracticeMessage {
      const stored = { ...message, ref: `practice-${byKey.size + 1}` };
      byKey.set(message.key, stored);
      byPhone.set(message.to, [...(byPhone.get(message.to) ?? []), stored]);
      return stored;
    },
  };
}

const HEALTH: Readonly<Record<PracticeTrouble, GatewayHealth>> = {
  none: { level: 'ok', detail: 'practiceWorks' },
  refusing: { level: 'down', detail: 'practiceRefuses' },
  down: { level: 'down', detail: 'practiceDown' },
  silent: { level: 'down', detail: 'practiceSilent' },
};

/**
 * The embedded gateway: phones drawn on screen instead of a network. Needs no account, keeps everything in memory, sends
 * nothing anywhere. Recognises a repeated key, so resending through it is harmless.
 */
export function practiceDriver({ deliverAfterMs, timer, log }: PracticeOptions): PracticeDriver {
  const shelf = phoneShelf();
  const waiting: InboundMessage[] = [];
  let sink: GatewaySink | null = null;
  let trouble: PracticeTrouble = 'none';
  let handingIn: Promise<void> = Promise.resolve();

  /** A real gateway calls again when the core could not commit; so does this one, a few times. */
  function report(delivery: DeliveryReport, attemptsLeft: number): void {
    timer(deliverAfterMs, () => {
      if (sink === null || trouble === 'silent' || trouble === 'down') return;
      sink.delivery(delivery).catch((error: unknown) => {
        log('warn', 'practice: a delivery report was not committed', { attemptsLeft, error: nameOf(error) });
        if (attemptsLeft > 1) report(delivery, attemptsLeft - 1);
      });
    });
  }

  function take(message: OutMessage): SendResult {
    const known = shelf.byKey.get(message.key);
    if (known !== undefined) return { kind: 'duplicate', ref: known.ref };
    const stored = shelf.put(message);
    if (trouble !== 'silent') report({ key: message.key, state: 'delivered', reason: null }, REPORT_ATTEMPTS);
    return { kind: 'accepted', ref: stored.ref };
  }

  /** One after the other, in the order typed; a reply leaves the queue only when it has been committed. */
  async function handInWaiting(): Promise<void> {
    for (let next = waiting[0]; next !== undefined && sink !== null && trouble !== 'down'; next = waiting[0]) {
      await sink.inbound(next);
      waiting.shift();
    }
  }

  function drain(): Promise<void> {
    handingIn = handingIn.catch(() => undefined).then(handInWaiting);
    return handingIn;
  }

  function drainQuietly(): void {
    drain().catch((error: unknown) => log('warn', 'practice: a reply was not committed', { error: nameOf(error) }));
  }

  return {
    name: PRACTICE_GATEWAY,
    capabilities: {
      isIdempotent: true,
      hasReceipts: true,
      hasInbound: true,
      medium: 'sms',
      ratePerMinute: null,
      handlesStop: false,
      maxSegments: null,
      needsPublicAddress: false,
    },
    async start(newSink) {
      sink = newSink;
      drainQuietly();
    },
    async stop() {
      sink = null;
      await handingIn.catch(() => undefined);
    },
    async send(message, signal) {
      if (signal.aborted) return { kind: 'notSent', reason: 'givenUp', retryAfterMs: null };
      switch (trouble) {
        case 'none':
          return take(message);
        case 'refusing':
          return { kind: 'rejected', reason: 'practiceRefuses', scope: 'account' };
        case 'down':
          return { kind: 'notSent', reason: 'practiceDown', retryAfterMs: null };
        case 'silent':
          take(message);
          return { kind: 'unknown', reason: 'practiceSilent' };
        default:
          return assertNever(trouble, 'practice trouble');
      }
    },
    async find(key) {
      if (trouble === 'down' || trouble === 'silent') return 'cannotTell';
      return shelf.byKey.has(key) ? 'present' : 'absent';
    },
    catchUp: () => drain(),
    health: async () => HEALTH[trouble],
    messages: shelf.messages,
    phones: shelf.phones,
    async reply(phone, text) {
      // Random, not counted: the core remembers ids for good, and this memory is empty after each start.
      const id = randomUUID();
      waiting.push({ id, from: phone, to: null, text });
      await drain();
      return id;
    },
    setTrouble(next) {
      trouble = next;
      if (next === 'none') drainQuietly();
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'not an error';
}
