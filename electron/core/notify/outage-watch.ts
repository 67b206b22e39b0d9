import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import { beginOutage, endOutage, openOutage, type ReadDb } from '#core/store';
import type { GatewayManager } from './gateway-manager.ts';

const CORE = { kind: 'core' } as const;
/** A gateway that takes nothing from a thousand messages is asked how it is once in this time, not a thousand times. */
const ASK_AGAIN_MS = 2_000;

/** Writes down from when to when the gateway was down, and asks it how it is as soon as a message gives reason to. */
export type OutageWatch = {
  /** What is known of the gateway has changed, or another one is in use. */
  changed(): void;
  /** A message was not taken though the gateway passed for working, or was taken though it passed for down. */
  attempted(wasTaken: boolean): void;
};

export function outageWatch(deps: {
  readonly db: ReadDb;
  readonly desk: Pick<Desk, 'change'>;
  readonly clock: Clock;
  readonly gateway: () => Pick<GatewayManager, 'kind' | 'health' | 'askNow'>;
}): OutageWatch {
  const { db, desk, clock } = deps;
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    changed() {
      const gateway = deps.gateway().kind();
      const { level, detail, isAsked } = deps.gateway().health();
      const lasting = openOutage(db);
      const isOther = lasting !== null && lasting.gateway !== gateway;
      const isBack = lasting !== null && isAsked && level !== 'down';
      const isDown = isAsked && level === 'down' && (lasting === null || isOther);
      if (!isOther && !isBack && !isDown) return;
      desk.change(
        ['status'],
        (write, { at }) => {
          if (lasting && (isOther || isBack)) endOutage(write, lasting, at);
          if (isDown) beginOutage(write, { at, gateway, reason: detail });
        },
        CORE,
      );
    },
    attempted(wasTaken) {
      const isDown = deps.gateway().health().level === 'down';
      if (wasTaken !== isDown || clock.uptimeMs() - askedAt < ASK_AGAIN_MS) return;
      askedAt = clock.uptimeMs();
      deps.gateway().askNow();
    },
  };
}
