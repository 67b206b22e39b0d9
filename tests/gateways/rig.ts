import type { SmsDriver } from '../../electron/core/notify/driver.ts';

/**
 * The far side of a gateway: phones, and whatever can go wrong on the way to them. A rig has the doors its column in
 * `declared.ts` needs; the suite says which one is missing.
 *
 * A trouble hits one phone, so that tests do not meet each other. It is asked for with a phone nobody has used, and answers
 * with the phone it hits: that one, or one of the numbers that mean this trouble to the far side.
 */
type Trouble = (phone: string) => string | Promise<string>;

export type FarSide = {
  /** The text that arrived at a phone, whole; the first one, or the `nth` from 0. */
  arrived(phone: string, nth?: number): Promise<string>;
  /** Somebody types on a phone of the network. */
  reply?(phone: string, text: string): void | Promise<void>;
  /** Until a reply of that phone, typed while the driver was stopped, waits where it is kept, or was offered in vain. */
  turnedAway?(phone: string): Promise<void>;
  /** Its messages are taken, and the network reports later that they failed. */
  readonly fail?: Trouble;
  /** Its messages are taken, and given up before anything of them leaves. */
  readonly giveBack?: Trouble;
  /** Its messages are refused: there is no such number. */
  readonly refuse?: Trouble;
  /** Its next message is turned away with "later", the one after is taken. */
  readonly throttle?: Trouble;
  /** Its messages arrive, and the gateway never answers the driver. */
  readonly hang?: Trouble;
  /** After each test: no phone is in trouble any more. Not needed where troubles are numbers. */
  heal?(): void | Promise<void>;
  /** Nobody answers any more at the gateway's address. */
  cut?(): Promise<void>;
  /** Undoes the cut. */
  restore?(): Promise<void>;
};

export type GatewayRig = {
  /** Started, with the sink it was opened for. */
  readonly driver: SmsDriver;
  readonly far: FarSide;
  /** A driver of the same kind, not started, whose account the gateway refuses. */
  stranger?(): SmsDriver | Promise<SmsDriver>;
  /** A number no other test has used; where the gateway needs numbers of its own kind. */
  newPhone?(): string;
  close(): Promise<void>;
};
