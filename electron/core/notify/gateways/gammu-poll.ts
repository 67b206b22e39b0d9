import { createHash } from 'node:crypto';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js';
import type { DeliveryReport, GatewayHealth, GatewaySink } from '../driver.ts';
import type { GammuConfig } from './gammu-config.ts';
import {
  type Aside,
  fileMark,
  IN_HAND_S,
  lastNumber,
  lastReceived,
  markRead,
  modemSigns,
  removeWaiting,
  type SentMessage,
  sentSince,
  setAside,
  setAsides,
  unread,
  type Visited,
  visit,
  type Waiting,
  waiting,
} from './gammu-database.ts';
import { patiently } from './gammu-lock.ts';
import { modemHealth, refused, type Said, sentState } from './gammu-status.ts';
import { type CameIn, textsIn } from './gammu-text.ts';
import type { GatewayLog } from './gateway-log.ts';
import { senderNumber } from './sender-number.ts';

/** A part that has not come by then is waited for no more: what there is of the text is handed in. */
const PARTS_LIMIT_S = 600;
/** How many messages back a late report is heard. */
const LOOK_BACK = 500;
/** While the modem is gone, what has waited for so long is taken back: it would leave hours later, by then untrue. */
const TAKEN_BACK_AFTER_S = 15;
const LONGEST_SENDER = 100;

/** What one look at the tables found. */
type Found = {
  readonly texts: readonly CameIn[];
  readonly sent: readonly SentMessage[];
  /** What was taken back, and has to be told. */
  readonly aside: readonly Aside[];
  /** The lowest number that waits; null where nothing does. */
  readonly waitsFrom: number | null;
};

/**
 * One look: what came in and what became of messages is handed in, and then marked. Null, or why it could not look; rejects
 * with the first failure of the core to commit, after everything else was handed in.
 */
type GammuPoll = (sink: GatewaySink, signal: AbortSignal) => Promise<GatewayHealth | null>;

/**
 * Numbers differ between messages of one database only, and one that was made anew counts from 1 again, so the moment and
 * the words go in as well.
 */
function inboundId({ rows, text }: CameIn): string {
  const parts = rows.flatMap(({ id, sender, receivedAt }) => [id, sender, receivedAt]);
  return createHash('sha256')
    .update(JSON.stringify([parts, text]))
    .digest('base64url')
    .slice(0, 32);
}

/** Looks at the tables again and again, and remembers from where on there may be something new. */
export function gammuPoll(config: GammuConfig, log: GatewayLog): GammuPoll {
  const { database, phoneId = null } = config;
  if (!isSupportedCountry(config.country)) throw new Error('a country the schema should have refused');
  const country: CountryCode = config.country;
  let mark: string | null = null;
  let lastSeen = Number.POSITIVE_INFINITY;
  let inboxFrom = 0;
  let sentFrom = 0;
  /** What was reported of each message, by its number. */
  const reported = new Map<number, DeliveryReport['state']>();

  const look = (): Visited<Found> => {
    const found = fileMark(database);
    if (found !== mark) lastSeen = Number.POSITIVE_INFINITY;
    mark = found;
    return visit(database, (db) => {
      const newest = lastNumber(db);
      // Another file, or a new one where the old one lay: what is remembered is not about it.
      if (newest < lastSeen) {
        reported.clear();
        inboxFrom = 0;
        sentFrom = Math.max(0, newest - LOOK_BACK);
      }
      lastSeen = newest;
      // Asked first: what comes in between the two questions is found by the next look.
      const last = lastReceived(db);
      if (last + 1 < inboxFrom) inboxFrom = 0;
      const rows = unread(db, inboxFrom, phoneId);
      inboxFrom = rows[0]?.id ?? last + 1;
      const texts = textsIn(rows).filter((each) => each.isWhole || each.rows.every(({ ageS }) => ageS > PARTS_LIMIT_S));
      const isDown = modemHealth(modemSigns(db, phoneId), config.statusEveryS).level === 'down';
      const queue = waiting(db);
      for (const each of queue) {
        const said = whyTakenBack(each, isDown);
        if (said !== null) setAside(db, each, said);
      }
      const sent = newestOfKey(sentSince(db, sentFrom), queue);
      return { texts, sent, aside: setAsides(db), waitsFrom: queue[0]?.id ?? null };
    });
  };

  const takeIn = async (text: CameIn, sink: GatewaySink): Promise<void> => {
    const sender = text.rows[0]?.sender.trim() ?? '';
    await sink.inbound({
      id: inboundId(text),
      // Short codes and names are handed in as they are: what to make of them is the core's to say.
      from: senderNumber(sender, country) ?? sender.slice(0, LONGEST_SENDER),
      to: config.sender ?? null,
      text: text.text,
    });
    // Where it is locked now, the same text comes again under the same id.
    visit(database, (db) => markRead(db, text.rows));
  };

  const tell = async (message: SentMessage, sink: GatewaySink): Promise<void> => {
    const known = sentState(message.parts, message.isQueued);
    if (known === null || reported.get(message.id) === known.state) return;
    await sink.delivery({ key: message.key, ...known });
    reported.set(message.id, known.state);
  };

  /** Told while it lies aside and removed then: a crash in between has it told once more, and the core knows it by then. */
  const giveBack = async ({ id, report }: Aside, sink: GatewaySink): Promise<void> => {
    await sink.delivery(report);
    visit(database, (db) => db.transact(() => removeWaiting(db, id)));
    log('info', 'gammu: a message that could not leave was taken back', { reason: report.reason ?? '' });
  };

  /** Messages are not settled in their order: what waits may be told of after many that came later. */
  const forget = ({ sent, waitsFrom }: Found): void => {
    const last = sent.at(-1)?.id;
    if (last === undefined) return;
    const open = sent.find(({ id }) => reported.get(id) === undefined || reported.get(id) === 'sent');
    sentFrom = Math.max(Math.min(open?.id ?? last, waitsFrom ?? last), last - LOOK_BACK);
    for (const id of reported.keys()) if (id < sentFrom) reported.delete(id);
  };

  return async (sink, signal) => {
    const looked = await patiently(look, signal);
    // A lock that lasts is gammu-smsd at work: what there is waits for the next look.
    if (!looked.ok) return looked.isBusy ? null : { level: 'down', detail: looked.reason };
    const { texts, sent, aside } = looked.value;
    const errands = [
      ...texts.map((each) => () => takeIn(each, sink)),
      ...sent.map((each) => () => tell(each, sink)),
      ...aside.map((each) => () => giveBack(each, sink)),
    ];
    const failures: unknown[] = [];
    for (const errand of errands) {
      if (signal.aborted) return null;
      // One that cannot be committed does not keep the others waiting; it comes again with the next look.
      await errand().catch((error: unknown) => failures.push(error));
    }
    forget(looked.value);
    if (failures.length > 0) throw failures[0];
    return null;
  };
}

/**
 * What is said of a message that waits and is taken back; null where it may go on waiting. After a refusal gammu-smsd rests for
 * ten minutes unless it is told otherwise, and what somebody is to be woken with does not.
 */
function whyTakenBack({ ageS, dueInS, retries, statusCode, wasInHand }: Waiting, isDown: boolean): Said | null {
  if (dueInS > IN_HAND_S && retries > 0) return refused(statusCode);
  if (dueInS > 0 || !isDown || ageS <= TAKEN_BACK_AFTER_S) return null;
  return { state: 'returned', reason: 'modemPulled', mayHaveLeft: wasInHand };
}

/** What became of an earlier try says nothing of a message that was queued once more under its key. */
function newestOfKey(sent: readonly SentMessage[], queue: readonly Waiting[]): readonly SentMessage[] {
  const newest = new Map<string, number>();
  for (const { key, id } of [...sent, ...queue]) newest.set(key, Math.max(id, newest.get(key) ?? 0));
  return sent.filter(({ key, id }) => newest.get(key) === id);
}
