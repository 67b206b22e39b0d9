import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import { beginOutage, endOutage, openOutage, type ReadDb } from '#core/store';
import type { MessageSlot } from '#shared/contract';
import type { GatewayManager } from './gateway-manager.ts';

const CORE = { kind: 'core' } as const;
/** A gateway that takes nothing from a thousand messages is asked how it is once in this time, not a thousand times. */
const ASK_AGAIN_MS = 2_000;

/** Writes down from when to when a gateway was down, and asks it how it is as soon as a message gives reason to. */
export type OutageWatch = {
  /** What is known of the gateway in a place has changed, or another one stands there. */
  changed(slot: MessageSlot): void;
  /** A message was not taken though the gateway passed for working, or was taken though it passed for down. */
  attempted(slot: MessageSlot, wasTaken: boolean): void;
};

export function outageWatch(deps: {
  readonly db: ReadDb;
  readonly desk: Pick<Desk, 'change'>;
  readonly clock: Clock;
  readonly gateway: () => Pick<GatewayManager, 'place'>;
}): OutageWatch {
  const { db, desk, clock } = deps;
  const askedAt = new Map<MessageSlot, number>();
  return {
    changed(slot) {
      const place = deps.gateway().place(slot);
      const gateway = place.kind();
      const { level, detail, isAsked } = place.health();
      const lasting = openOutage(db, slot);
      const isOther = lasting !== null && lasting.gateway !== gateway;
      const isBack = lasting !== null && isAsked && level !== 'down';
      const isDown = gateway !== null && isAsked && level === 'down' && (lasting === null || isOther);
      if (!isOther && !isBack && !isDown) return;
      desk.change(
        ['status'],
        (write, { at }) => {
          if (lasting && (isOther || isBack)) endOutage(write, lasting, at);
          if (isDown) beginOutage(write, { at, slot, gateway, reason: detail });
        },
        CORE,
      );
    },
    attempted(slot, wasTaken) {
      const place = deps.gateway().place(slot);
      const isDown = place.health().level === 'down';
      if (wasTaken !== isDown || clock.uptimeMs() - (askedAt.get(slot) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_MS)
        return;
      askedAt.set(slot, clock.uptimeMs());
      place.askNow();
    },
  };
}
