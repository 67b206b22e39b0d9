import { createHash } from 'node:crypto';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js';
import type { MessageReason } from '#shared/messages';
import type { DeliveryReport, GatewaySink } from '../driver.ts';
import type { GammuConfig } from './gammu-config.ts';
import {
  fileMark,
  lastNumber,
  lastReceived,
  markRead,
  modemSigns,
  type SentMessage,
  sentSince,
  takeBack,
  unread,
  type Visited,
  visit,
  type Waiting,
  waiting,
} from './gammu-database.ts';
import { modemHealth, refusalReason, sentState } from './gammu-status.ts';
import { type CameIn, textsIn } from './gammu-text.ts';
import type { GatewayLog } from './gateway-log.ts';
import { senderNumber } from './sender-number.ts';

/** A part that has not come by then is waited for no more: what there is of the text is handed in. */
const PARTS_LIMIT_S = 600;
/** How many messages back a late report is heard. */
const LOOK_BACK = 500;
/** While the modem is gone, what has waited for so long is taken back: it would leave hours later, by then untrue. */
const TAKEN_BACK_AFTER_S = 15;
/** gammu-smsd waits ten minutes before it tries again; what somebody is to be woken with does not. */
const LONGEST_PAUSE_S = 30;
const LONGEST_SENDER = 100;

/** What one look at the tables found. */
type Found = {
  readonly texts: readonly CameIn[];
  readonly sent: readonly SentMessage[];
  readonly returned: readonly { readonly waiting: Waiting; readonly reason: MessageReason }[];
};

export type GammuPoll = {
  /** One look: what came in and what became of messages, handed in and then marked. Tells whether it could look at all. */
  run(sink: GatewaySink, isStopped: () => boolean): Promise<Visited<null>>;
};

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
  let inboxFrom = 0;
  let sentFrom = 0;
  /** What was reported of each message, by its number. */
  const reported = new Map<number, DeliveryReport['state']>();

  const look = (): Visited<Found> => {
    const isAnother = fileMark(database) !== mark;
    return visit(database, (db) => {
      if (isAnother) {
        mark = fileMark(database);
        reported.clear();
        inboxFrom = 0;
        sentFrom = Math.max(0, lastNumber(db) - LOOK_BACK);
      }
      // Asked first: what comes in between the two questions is found by the next look.
      const last = lastReceived(db);
      const rows = unread(db, inboxFrom, phoneId);
      inboxFrom = rows[0]?.id ?? last + 1;
      const texts = textsIn(rows).filter((each) => each.isWhole || each.rows.every(({ ageS }) => ageS > PARTS_LIMIT_S));
      const isDown = modemHealth(modemSigns(db, phoneId), config.statusEveryS).level === 'down';
      const returned = waiting(db).flatMap((each) => {
        const reason = whyTakenBack(each, isDown);
        return reason === null ? [] : [{ waiting: each, reason }];
      });
      return { texts, sent: sentSince(db, sentFrom), returned };
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

  /** Told first and taken back then: the other way round a crash in between would lose it. */
  const giveBack = async (
    { waiting: { id, key }, reason }: Found['returned'][number],
    sink: GatewaySink,
  ): Promise<void> => {
    await sink.delivery({ key, state: 'failed', reason });
    visit(database, (db) => takeBack(db, id));
    log('info', 'gammu: a message that could not leave was taken back', { reason });
  };

  const forget = (sent: readonly SentMessage[]): void => {
    const open = sent.find(({ id }) => reported.get(id) === undefined || reported.get(id) === 'sent');
    const last = sent.at(-1)?.id;
    if (last === undefined) return;
    sentFrom = Math.max(open?.id ?? last, last - LOOK_BACK);
    for (const id of reported.keys()) if (id < sentFrom) reported.delete(id);
  };

  return {
    async run(sink, isStopped) {
      const found = look();
      if (!found.ok) return found;
      const { texts, sent, returned } = found.value;
      const errands = [
        ...texts.map((each) => () => takeIn(each, sink)),
        ...sent.map((each) => () => tell(each, sink)),
        ...returned.map((each) => () => giveBack(each, sink)),
      ];
      for (const errand of errands) {
        if (isStopped()) return { ok: true, value: null };
        // One that cannot be committed does not keep the others waiting; it comes again with the next look.
        await errand().catch((error: unknown) =>
          log('warn', 'gammu: what it had was not committed, it is offered again', {
            error: error instanceof Error ? error.name : 'not an error',
          }),
        );
      }
      forget(sent);
      return { ok: true, value: null };
    },
  };
}

/** Why a message that waits is taken back; null where it may go on waiting. */
function whyTakenBack({ ageS, dueInS, retries, statusCode, isInHand }: Waiting, isDown: boolean): MessageReason | null {
  if (isInHand) return null;
  if (retries > 0 && dueInS > LONGEST_PAUSE_S) return refusalReason(statusCode);
  return isDown && ageS > TAKEN_BACK_AFTER_S ? 'modemPulled' : null;
}
