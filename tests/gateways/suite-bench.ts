import type { DeliveryReport, InboundMessage, SmsDriver } from '../../electron/core/notify/driver.ts';
import type { CommittingSink } from './committing-sink.ts';
import { CAPABILITIES, type Capability, type GatewayDeclaration } from './declared.ts';
import { describeCapability } from './program.ts';
import type { FarSide, GatewayRig } from './rig.ts';

let phoneCount = 0;
/** A phone no other test has used, and one that works: no far side of ours gives its number a meaning. */
export function nextPhone(): string {
  phoneCount += 1;
  return `+1202555${String(1000 + phoneCount)}`;
}

/** What the tests of one gateway work with. `phone` is a new one in each test. */
export type SuiteBench = {
  readonly declared: GatewayDeclaration;
  readonly driver: () => SmsDriver;
  readonly far: () => FarSide;
  readonly rig: () => GatewayRig;
  readonly sink: () => CommittingSink;
  readonly phone: () => string;
  /** To the phone of this test, or to another one. */
  send(name: string, text?: string, to?: string): ReturnType<SmsDriver['send']>;
  delivered(key: string): Promise<DeliveryReport>;
  replied(nth?: number): Promise<InboundMessage>;
};

export const keyOf = (name: string, phone: string): string => `${name} ${phone}`;
export const messageOf = (key: string, to: string, text: string) => ({ key, to, text, expiresAt: null });

/** A door of the far side that this gateway's column needs. */
export function door<Name extends keyof FarSide>(far: FarSide, name: Name): NonNullable<FarSide[Name]> {
  const found = far[name];
  if (found === undefined) throw new Error(`this rig has no "${name}", which its column in declared.ts needs`);
  return found;
}

/** The tests of one capability, or one that sees to it that a driver without it does not claim it. */
export function capability(bench: SuiteBench, name: Capability, tests: () => void, absent?: () => void): void {
  const does = bench.declared.does[name];
  if (does === true) describeCapability(CAPABILITIES[name], tests);
  else if (absent !== undefined) describeCapability(`${CAPABILITIES[name]} (no: ${does})`, absent);
}
