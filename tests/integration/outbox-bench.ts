import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk, openHub } from '#core/desk';
import {
  type GatewayHealth,
  type GatewayPlace,
  type OutMessage,
  openWays,
  outbox,
  type SendResult,
  type SmsDriver,
} from '#core/notify';
import { onCallBook } from '#core/oncall';
import {
  appendLine,
  cancelLooseMessage,
  keepPersonal,
  type OutboxRow,
  openStore,
  outboxRow,
  putInOutbox,
} from '#core/store';
import type { MessageSlot } from '#shared/contract';
import { type Connection, openConnection } from '../../electron/core/store/connection.ts';
import { fakeClock } from '../fake-clock.ts';
import { duration, NIGHT } from '../world.ts';

type Send = (message: OutMessage) => Promise<SendResult>;

/** A driver that no gateway is. */
export function benchDriver(
  name: string,
  send: Send,
  more: Partial<SmsDriver['capabilities']> & { readonly find?: SmsDriver['find'] } = {},
): SmsDriver {
  const { find, ...capabilities } = more;
  return {
    name,
    capabilities: {
      isIdempotent: false,
      hasReceipts: false,
      hasInbound: false,
      medium: 'sms',
      ratePerMinute: null,
      handlesStop: false,
      maxSegments: null,
      needsPublicAddress: false,
      ...capabilities,
    },
    start: async () => undefined,
    stop: async () => undefined,
    send,
    ...(find && { find }),
    health: async () => ({ level: 'ok', detail: 'practiceWorks' }),
  };
}

/** The real outbox over a real store, with drivers of the test's making and messages of no incident. */
export function openBench(
  drivers: Send | { readonly [Slot in MessageSlot]?: SmsDriver },
  onTrouble = (error: unknown): void => {
    throw error;
  },
) {
  const at = typeof drivers === 'function' ? { primary: benchDriver('bench', drivers) } : drivers;
  const health = new Map<MessageSlot, GatewayHealth>();
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-outbox-'));
  const store = openStore(folder, { busyMs: 50 });
  let other: Connection | null = null;
  let isClosed = false;
  const clock = fakeClock(NIGHT);
  const book = onCallBook(store.read);
  const desk = openDesk({
    weatherAt: () => null,
    store,
    book,
    clock,
    hub: openHub(),
    hasVoice: () => false,
    onBroken: () => {},
    oldCopies: () => [],
    askCalendars: () => undefined,
    noticeMove: () => undefined,
    poke: () => undefined,
  });
  const place = (slot: MessageSlot) =>
    ({
      slot,
      driver: () => at[slot] ?? null,
      practice: () => null,
      health: () => ({
        ...(health.get(slot) ?? ({ level: 'ok', detail: 'practiceWorks' } as const)),
        since: null,
        isAsked: true,
      }),
    }) as unknown as GatewayPlace; // what the ways out ask of one
  const ways = openWays(clock, () => ({ place }));
  ways.changed('primary');
  const open = () =>
    outbox({
      store,
      desk,
      clock,
      ways,
      topicOf: () => null,
      poke: () => undefined,
      onAccepted: () => undefined,
      onAttempt: () => undefined,
      // What a gateway answers after the end of a test finds nobody there.
      onTrouble: (error) => (isClosed ? undefined : onTrouble(error)),
    });
  let box = open();
  let count = 0;
  return {
    queue(
      purpose: string,
      lane: number,
      boundSlot: MessageSlot | null = null,
      incidentId: string | null = null,
    ): string {
      count += 1;
      const key = `${purpose}-${count}`;
      store.write.transact(() => {
        const to = keepPersonal(store.write, '+14235550199');
        const text = keepPersonal(store.write, 'words');
        const now = clock.now();
        const times = { queuedAt: now, nextAt: now, expiresAt: now + duration('30 min'), boundSlot };
        putInOutbox(store.write, { key, incidentId, lane, purpose, toRef: to.id, textRef: text.id, ...times });
        appendLine(store.write, null, { type: 'testMessage', v: 1, at: now, key });
      });
      return key;
    },
    /** An incident of which nobody can make anything: its log holds what this build does not understand. */
    breakIncident(id: string) {
      store.write.transact(() => appendLine(store.write, id, { type: 'nobodyKnows', v: 1, at: clock.now() }));
    },
    /** A turn of the loop, and time for answers that come at once. */
    async turn() {
      box.run(clock.now());
      await new Promise(setImmediate);
    },
    /** Turns until nothing is due before `time` has passed, as the clockwork takes them. */
    async run(time: string) {
      const until = clock.now() + duration(time);
      for (;;) {
        box.run(clock.now());
        await box.idle();
        const dueAt = box.nextDueAt(clock.now());
        if (dueAt === null || dueAt > until) break;
        clock.sleep(Math.max(0, dueAt - clock.now()));
      }
      clock.sleep(until - clock.now());
    },
    /** The core is killed and started again: claims are what is left of it. */
    restart() {
      box = open();
      box.recover();
    },
    delivered: (key: string) => box.delivered({ key, state: 'delivered', reason: null }, 'primary'),
    /** The gateway of a place gives a message back. */
    returned: (key: string, slot: MessageSlot = 'primary', mayHaveLeft = false) =>
      box.delivered({ key, state: 'returned', reason: 'modemPulled', mayHaveLeft }, slot),
    /** Called back, as when somebody has it. */
    cancel: (key: string) =>
      store.write.transact(() =>
        cancelLooseMessage(store.write, key, { at: clock.now(), by: { kind: 'core' } }, 'noLongerNeeded'),
      ),
    /** What a gateway says of itself from now on. */
    says(slot: MessageSlot, level: GatewayHealth['level']) {
      health.set(slot, { level, detail: level === 'down' ? 'practiceDown' : 'practiceWorks' });
      ways.changed(slot);
    },
    pass: (time: string) => clock.sleep(duration(time)),
    now: () => clock.now(),
    /** Another program takes the database for itself. */
    lock() {
      other = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
      other.script('BEGIN IMMEDIATE');
    },
    unlock() {
      other?.close();
      other = null;
    },
    row: (key: string): OutboxRow | null => outboxRow(store.read, key),
    /** Lines of the log about a message's states, oldest first. */
    states: (key: string) =>
      store.read
        .all<{ payload: string }>(
          `SELECT payload FROM log WHERE payload ->> '$.type' = 'messageState' AND payload ->> '$.key' = ? ORDER BY seq`,
          key,
        )
        .map(({ payload }) => JSON.parse(payload) as { state: string; gateway: string | null; slot?: string }), // written above
    nextDueAt: () => box.nextDueAt(clock.now()),
    close() {
      isClosed = true;
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
