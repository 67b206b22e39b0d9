import type { Clock, Manager } from '#core/clockwork';
import type { Desk } from '#core/desk';
import { callsNextDueAt, claimRow, dueCalls, endWait, isStillClaimed, type OutboxRow, type Store } from '#core/store';
import type { Language } from '#shared/contract';
import type { CallPlan } from '#shared/incident';
import { callKeys, callWords } from '#shared/messages';
import { withCurrentWords } from '../current-words.ts';
import { NOT_MADE, recordCall, recordTestCall, type SettledCall, settledBy } from './call-record.ts';
import type { CallEnd, CallRequest, VoiceDriver } from './driver.ts';
import type { VoiceManager } from './voice-manager.ts';

/** How long it rings. The timer is the core's: what makes the call may not be relied on to end it. */
const RING_MS = 30_000;
/** The text twice, and time to find the key. */
const WAIT_KEY_MS = 60_000;
/** From dialling until a call that has not ended is taken for lost. */
const LIMIT_MS = RING_MS + WAIT_KEY_MS + 15_000;
/** Longer than any call, so that only a core that died leaves a claim behind. */
const LEASE_MS = 2 * LIMIT_MS;
/** What could not be written down (the database was locked, a bug in one incident) is tried again after this. */
const BROKEN_PAUSE_MS = 10_000;
/** Calls without a gateway that are given to a person in one turn. */
const BATCH = 25;

export type VoiceCallsDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly voice: Pick<VoiceManager, 'driver' | 'isAnswering' | 'startsUntil' | 'askNow'>;
  /** In which language a test call is said. */
  readonly testLanguage: () => Language;
  readonly poke: () => void;
  readonly onTrouble: (error: unknown) => void;
};

/** Calls that must be made: claimed with a lease as texts are, rung one per phone, their ends commands of the incident. */
export type VoiceCalls = Manager & {
  /** Hangs up what is on its way and waits until it is. */
  stop(): Promise<void>;
};

type OnTheLine = { readonly row: OutboxRow; readonly hangUp: AbortController; readonly ended: Promise<void> };
type Unwritten = { readonly row: OutboxRow; readonly settled: SettledCall; readonly triesAt: number };

export function voiceCalls(deps: VoiceCallsDeps): VoiceCalls {
  const { store, desk, clock, voice } = deps;
  const onTheLine = new Map<string, OnTheLine>();
  /** Ends of calls that nobody could write down yet: whoever has pressed a key has it, and must not be called again. */
  const unwritten = new Map<string, Unwritten>();
  let isStopped = false;

  const busy = (): readonly string[] => [...onTheLine.values()].flatMap(({ row }) => row.toHash ?? []);
  const room = (): number =>
    (voice.isAnswering() ? (voice.driver()?.capabilities.parallel ?? 0) : BATCH) - onTheLine.size;

  /** What became of a call, as a command of its incident. */
  const settle = (row: OutboxRow, settled: SettledCall): void => {
    unwritten.delete(row.key);
    try {
      const state = row.incidentId === null ? null : desk.state(row.incidentId);
      const isNews =
        row.incidentId === null ? recordTestCall(desk, row, settled) : recordCall(desk, state, row, settled);
      if (!isNews) store.write.transact(() => endWait(store.write, row.key));
    } catch (error) {
      unwritten.set(row.key, { row, settled, triesAt: clock.now() + BROKEN_PAUSE_MS });
      deps.onTrouble(error);
    }
  };

  /** In whose language it is said, and what key 3 reads; null where nobody knows what it is about any more. */
  const saidBy = (
    row: OutboxRow,
  ): (Pick<CallRequest, 'language' | 'words' | 'wordsLanguage'> & Pick<CallPlan, 'asks'>) | null => {
    if (row.incidentId === null) {
      const language = deps.testLanguage();
      return { language, words: row.text, wordsLanguage: language };
    }
    const state = desk.state(row.incidentId);
    const plan = state?.messages.find((each) => each.key === row.key)?.call;
    if (!state || !plan) return null;
    const { language } = state.caller;
    const words = callWords(language, state.residentWords.worst?.words ?? state.text);
    return { ...plan, words, wordsLanguage: language };
  };

  const ring = async (row: OutboxRow, driver: VoiceDriver, signal: AbortSignal): Promise<void> => {
    const said = saidBy(row);
    if (said === null || !isStillClaimed(store.write, row.key))
      return store.write.transact(() => endWait(store.write, row.key));
    const { language, words, wordsLanguage, asks } = said;
    const { hasKeys } = driver.capabilities;
    const end = await inTime(clock, signal, () =>
      driver.call(
        {
          key: row.key,
          to: row.to,
          language,
          say: `${row.text} ${callKeys(language, { hasKeys, asks })}`,
          words,
          wordsLanguage,
          recording: null,
          ringMs: RING_MS,
          waitKeyMs: WAIT_KEY_MS,
        },
        signal,
      ),
    );
    // Closed in the middle of it, the desk finds the claim when it is opened again, and calls again.
    if (isStopped && end.kind !== 'key') return;
    // We have hung up ourselves: what came of it says nothing about them.
    if (signal.aborted && end.kind !== 'key') return store.write.transact(() => endWait(store.write, row.key));
    settle(row, settledBy(end, driver.name));
    if (end.kind === 'failed' || end.kind === 'unknown') voice.askNow();
  };

  const launch = (row: OutboxRow, driver: VoiceDriver): void => {
    const hangUp = new AbortController();
    const ended = ring(row, driver, hangUp.signal)
      .catch((error: unknown) => {
        deps.onTrouble(error);
        settle(row, settledBy({ kind: 'unknown', reason: 'driverFailed' }, driver.name));
      })
      .finally(() => {
        onTheLine.delete(row.key);
        deps.poke();
      });
    onTheLine.set(row.key, { row, hangUp, ended });
  };

  /** Somebody has it, or it is over: a phone that still rings wakes somebody for nothing. */
  const calledBack = (): readonly OnTheLine[] =>
    [...onTheLine.values()].filter(
      ({ row, hangUp }) => !hangUp.signal.aborted && !isStillClaimed(store.write, row.key),
    );

  /** A gateway that has only begun gets the time to say how it is: else every start would leave its calls to a person. */
  const startedBy = (dueAt: number | null, now: number): number | null =>
    dueAt === null ? null : Math.max(dueAt, voice.startsUntil(now) ?? dueAt);

  return {
    name: 'calls',
    nextDueAt(now) {
      if (isStopped) return null;
      if (calledBack().length > 0) return now;
      const triesAt = [...unwritten.values()].map((each) => each.triesAt);
      const dueAt = room() > 0 ? startedBy(callsNextDueAt(store.write, busy()), now) : null;
      return dueAt === null && triesAt.length === 0 ? null : Math.min(dueAt ?? Number.POSITIVE_INFINITY, ...triesAt);
    },
    run(now) {
      for (const { hangUp } of calledBack()) hangUp.abort();
      for (const { row, settled, triesAt } of [...unwritten.values()]) if (triesAt <= now) settle(row, settled);
      const driver = voice.isAnswering() ? voice.driver() : null;
      if (startedBy(now, now) !== now) return;
      const claimed = store.write.transact(() => {
        const taken: OutboxRow[] = [];
        const phones = [...busy()];
        while (taken.length < room()) {
          const [row] = dueCalls(store.write, now, { busy: phones, limit: 1 });
          if (!row) break;
          taken.push(
            claimRow(store.write, withCurrentWords(deps, row), {
              leaseUntil: now + LEASE_MS,
              slot: null,
              bundle: null,
            }),
          );
          if (row.toHash !== null && driver) phones.push(row.toHash);
        }
        return taken;
      });
      for (const row of claimed) {
        if (row.expiresAt <= now) settle(row, { ...NOT_MADE, result: 'expired', reason: 'waitedTooLong' });
        else if (driver) launch(row, driver);
        else settle(row, { ...NOT_MADE, result: 'failed', reason: 'noVoice' });
      }
    },
    async stop() {
      isStopped = true;
      for (const { hangUp } of onTheLine.values()) hangUp.abort();
      await Promise.all([...onTheLine.values()].map(({ ended }) => ended));
    },
  };
}

/** The end of a call, or that it hung: a driver that does not heed its signal either is left behind. */
function inTime(clock: Clock, signal: AbortSignal, call: () => Promise<CallEnd>): Promise<CallEnd> {
  const { promise, resolve, reject } = Promise.withResolvers<CallEnd>();
  const cancel = clock.after(LIMIT_MS, () => resolve({ kind: 'unknown', reason: 'voiceHung' }));
  signal.addEventListener('abort', () => clock.after(5_000, () => resolve({ kind: 'unknown', reason: 'voiceHung' })));
  call().then(resolve, reject);
  return promise.finally(cancel);
}
