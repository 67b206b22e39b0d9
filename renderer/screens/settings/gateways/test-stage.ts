import type { GatewayTest } from '#shared/contract';

/** A tick of a test: whether it came, is waited for, or will not come. */
export type TickState = 'done' | 'waiting' | 'never';
export type Ticks = Readonly<Record<'accepted' | 'receipt' | 'reply', TickState>>;

const OVER = ['failed', 'expired', 'cancelled', 'rejected'];
/** A phone that is on and a gateway that reports have long done so; after it, what is missing is said. */
export const PATIENCE_MS = 60_000;

/** What of a test has come. Taken by the gateway, delivered to the phone and answered are three things. */
export function ticksOf(test: Pick<GatewayTest, 'state' | 'acceptedMs' | 'receiptMs' | 'reply'>): Ticks {
  const isOver = OVER.includes(test.state);
  const isDelivered = test.state === 'delivered' || test.receiptMs !== null;
  const isAccepted = isDelivered || test.acceptedMs !== null;
  const hasReply = test.reply !== null;
  const missing: TickState = isOver ? 'never' : 'waiting';
  return {
    accepted: isAccepted || hasReply ? 'done' : missing,
    receipt: isDelivered ? 'done' : missing,
    reply: hasReply ? 'done' : missing,
  };
}

/** A call is over once a key was pressed, or once it is known why none was. */
export function callTickOf({ state }: Pick<GatewayTest, 'state'>): TickState {
  if (state === 'delivered') return 'done';
  return [...OVER, 'unknown', 'unconfirmed'].includes(state) ? 'never' : 'waiting';
}

export function isComplete(ticks: Ticks): boolean {
  return Object.values(ticks).every((each) => each !== 'waiting');
}
