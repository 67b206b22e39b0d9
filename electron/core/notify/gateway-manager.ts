import type { Manager } from '#core/clockwork';
import { MESSAGE_SLOTS, type MessageSlot } from '#shared/contract';
import type { GatewaySink, SmsDriver } from './driver.ts';
import {
  type GatewayPlace,
  type GatewayPlaceDeps,
  type GatewaySettings,
  type GatewayUsed,
  gatewayPlace,
} from './gateway-place.ts';
import type { PracticeDriver } from './gateways/index.ts';

/** Every place for a gateway, and the primary's as the one that the desk means when it says "the gateway". */
export type GatewayManager = Manager & {
  place(slot: MessageSlot): GatewayPlace;
  driver(): SmsDriver;
  kind(): string;
  /** The practice phones, while the practice gateway is the primary: then nothing leaves this computer. */
  practice(): PracticeDriver | null;
  askNow(): void;
  health(): ReturnType<GatewayPlace['health']>;
  use(settings: GatewaySettings): Promise<GatewayUsed>;
  /** For a start, with what is stored for each place. The primary's is never left out. */
  startWith(settings: { readonly [Slot in MessageSlot]: GatewaySettings | null }): Promise<void>;
  /** Fetches what waits at the gateways, at most 5 s; for after a blind time. Never rejects. */
  catchUp(): Promise<void>;
  /** Ends it for good: a swap that is under way is waited for, later ones are refused. */
  stop(): Promise<void>;
};

export type GatewayManagerDeps = Omit<GatewayPlaceDeps, 'sink' | 'onChange'> & {
  readonly sink: (slot: MessageSlot) => GatewaySink;
  readonly onChange: (slot: MessageSlot) => void;
};

export function gatewayManager(deps: GatewayManagerDeps): GatewayManager {
  const places = MESSAGE_SLOTS.map((slot) =>
    gatewayPlace(slot, { ...deps, sink: deps.sink(slot), onChange: () => deps.onChange(slot) }),
  );
  const place = (slot: MessageSlot): GatewayPlace => {
    const found = places.find((each) => each.slot === slot);
    if (!found) throw new Error(`no place for a gateway is called ${slot}`);
    return found;
  };
  const primary = place('primary');
  const inUse = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error('no gateway is in use yet');
    return value;
  };

  return {
    name: 'gateway',
    nextDueAt(now) {
      const dues = places.flatMap((each) => each.nextDueAt(now) ?? []);
      return dues.length === 0 ? null : Math.min(...dues);
    },
    run(now) {
      for (const each of places) {
        const dueAt = each.nextDueAt(now);
        if (dueAt !== null && dueAt <= now) each.run(now);
      }
    },
    place,
    driver: () => inUse(primary.driver()),
    kind: () => inUse(primary.kind()),
    practice: primary.practice,
    askNow: primary.askNow,
    health: primary.health,
    use: primary.use,
    async startWith(settings) {
      const started = MESSAGE_SLOTS.map(async (slot) => {
        const stored = settings[slot];
        if (stored) await place(slot).startWith(stored);
      });
      await Promise.all(started);
    },
    async catchUp() {
      await Promise.all(places.map((each) => each.catchUp()));
    },
    async stop() {
      await Promise.all(places.map((each) => each.stop()));
    },
  };
}
