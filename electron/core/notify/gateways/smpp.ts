import { randomInt } from 'node:crypto';
import { isSupportedCountry } from 'libphonenumber-js';
import { Phone } from '#shared/contract';
import type { GatewayDeps, GatewaySink, OutMessage, SendResult, SmsDriver } from '../driver.ts';
import { type SmppConfig, sourceOf } from './smpp-config.ts';
import { resultOf } from './smpp-dial.ts';
import { inboundReader } from './smpp-inbound.ts';
import { type Pdu, pduOf, type Session, sendPdu, textIn } from './smpp-library.ts';
import { aborted, type SmppAnswer, smppLink } from './smpp-link.ts';
import { partsOf, type SmppPart } from './smpp-parts.ts';
import { readReceipt } from './smpp-receipts.ts';
import { receiptReports } from './smpp-reports.ts';
import { partSpool } from './smpp-spool.ts';
import { readSubmitError } from './smpp-status.ts';
import { sendInParts, takenParts } from './smpp-text.ts';
import { validityOf } from './smpp-validity.ts';

/** `ESME_RX_T_APPN`: not now, offer it again. */
const NOT_NOW = 0x0064;
/** `ESME_RINVCMDID`. */
const UNKNOWN_COMMAND = 0x0003;
/** Start waits no longer than this for an SMSC; the link is built all the same. */
const START_LIMIT_MS = 3_000;

/** A part that was put off is offered again after this: many SMSCs count by the second. */
const PUT_OFF_MS = 1_000;
/** After a sleep the link may be gone without a word: so long it is asked whether it is there. */
const STILL_THERE_LIMIT_MS = 1_000;
/** An SMSC cannot be asked what waits: when it has brought nothing for this long, nothing waits. */
const QUIET_MS = 400;

const GIVEN_UP: SendResult = { kind: 'notSent', reason: 'givenUp', retryAfterMs: null };

/** What the SMSC said to one part. */
function readSubmitAnswer(answer: SmppAnswer, signal: AbortSignal): SendResult {
  switch (answer.kind) {
    case 'neverWritten':
      return signal.aborted ? GIVEN_UP : { kind: 'notSent', reason: 'linkDown', retryAfterMs: null };
    case 'lost':
      return { kind: 'unknown', reason: `answerLost:${answer.code}` };
    case 'answer':
      if (answer.status !== 0) return readSubmitError(answer.status);
      if (answer.command !== 'submit_sm_resp') return { kind: 'unknown', reason: `answerStrange:${answer.command}` };
      return { kind: 'accepted', ref: answer.messageId === '' ? null : answer.messageId };
  }
}

/** What no SMSC should be asked. */
function readBefore({ to, text }: OutMessage, signal: AbortSignal): SendResult | null {
  if (signal.aborted) return GIVEN_UP;
  if (!Phone.safeParse(to).success) return { kind: 'rejected', reason: 'notANumber', scope: 'recipient' };
  return text === '' ? { kind: 'rejected', reason: 'emptyText', scope: 'content' } : null;
}

/** The `submit_sm` of one part. */
function submitOf(
  config: SmppConfig,
  message: OutMessage,
  part: SmppPart,
  isReceiptAsked: boolean,
  validity: string,
): Pdu {
  const source = sourceOf(config);
  return pduOf('submit_sm', {
    source_addr_ton: source.ton,
    source_addr_npi: source.npi,
    source_addr: source.digits,
    dest_addr_ton: config.destinationTon,
    dest_addr_npi: config.destinationNpi,
    destination_addr: message.to.replace('+', ''),
    esm_class: part.esmClass,
    registered_delivery: isReceiptAsked ? 1 : 0,
    validity_period: validity,
    data_coding: part.dataCoding,
    short_message: part.bytes,
  });
}

/** The receipts asked for: of how many parts. */
function askedOf({ receipts }: SmppConfig, parts: number): number {
  if (receipts === 'none') return 0;
  return receipts === 'first part' ? 1 : parts;
}

/**
 * An account at an SMSC, over a link of our own: SMPP 3.4. It knows no repeated key and cannot be asked about one, so an
 * `unknown` stays unknown unless its answer or its receipt comes late. Replies and receipts come over the same link, and are
 * acknowledged to the SMSC only after the core has committed them.
 *
 * Start never rejects: where the SMSC is away the link is built once it is back. A driver that was not started signs in to
 * send only, for as long as it takes.
 */
export function smppDriver(config: SmppConfig, deps: GatewayDeps): SmsDriver {
  let sink: GatewaySink | null = null;
  let series = randomInt(256);
  let users = 0;
  /** What the SMSC has brought so far, and how much of it is still being committed. */
  const heard = { begun: 0, open: 0 };
  let inbound: ReturnType<typeof inboundReader> | null = null;
  const link = smppLink(config, { ...deps, request: (session, pdu) => void answer(session, pdu) });
  const reports = receiptReports(deps, async (report) => {
    if (sink === null) throw new Error('not started');
    await sink.delivery(report);
  });

  /** Whether the SMSC may forget what it told. */
  function take(pdu: Pdu): Promise<boolean> {
    const read = readReceipt(pdu);
    if (read?.kind === 'receipt') return reports.take(read.receipt, () => link.inFlight() > 0);
    if (read !== null) return Promise.resolve(true);
    if (textIn(pdu, 'source_addr') !== '') return inbound?.take(pdu) ?? Promise.resolve(false);
    deps.log('warn', 'smpp: a text of nobody was left out');
    return Promise.resolve(true);
  }

  async function answer(session: Session, pdu: Pdu): Promise<void> {
    const { command, sequence_number } = pdu;
    // Neither has an answer.
    if (command === 'alert_notification' || command === 'outbind') return;
    if (command !== 'deliver_sm' && command !== 'data_sm') {
      sendPdu(session, pduOf('generic_nack', { command_status: UNKNOWN_COMMAND, sequence_number }));
      return;
    }
    heard.begun += 1;
    heard.open += 1;
    try {
      const isTaken = sink !== null && (await take(pdu));
      sendPdu(session, pdu.response(isTaken ? {} : { command_status: NOT_NOW }));
    } catch (error) {
      deps.log('warn', 'smpp: what came in could not be taken', {
        error: error instanceof Error ? error.name : 'not an error',
      });
      sendPdu(session, pdu.response({ command_status: NOT_NOW }));
    } finally {
      heard.open -= 1;
    }
  }

  /** Receipts of a text are waited for once the SMSC has all of it. */
  function takingOf({ key, to }: OutMessage, count: number) {
    const asked = askedOf(config, count);
    const taking = takenParts(count, (ids) => {
      for (const [index, id] of ids.slice(0, asked).entries())
        if (id !== '') reports.taken({ id, key, to, part: index + 1, asked, at: deps.now() });
    });
    return { asked, ...taking };
  }

  /** One attempt to send a text. An answer that comes too late still says that the text was taken. */
  function sendParts(message: OutMessage, parts: readonly SmppPart[], signal: AbortSignal): Promise<SendResult> {
    const taking = takingOf(message, parts.length);
    const validity = validityOf(message.expiresAt, deps.now());
    const isLastOf = (index: number, given: SmppAnswer): boolean =>
      given.kind === 'answer' &&
      readSubmitAnswer(given, signal).kind === 'accepted' &&
      taking.take(index, given.messageId);
    const submit = async (index: number): Promise<SendResult> => {
      const part = parts[index];
      if (part === undefined) throw new Error(`a text of ${parts.length} parts has no part ${index}`);
      const pdu = submitOf(config, message, part, index < taking.asked, validity);
      const given = await link.submit(pdu, signal, (late) => {
        if (isLastOf(index, late)) void reports.reportByOurselves({ key: message.key, state: 'sent', reason: null });
      });
      isLastOf(index, given);
      return readSubmitAnswer(given, signal);
    };
    const pause = async (): Promise<boolean> => {
      const over = new Promise<void>((resolve) => deps.timer(PUT_OFF_MS, resolve));
      await Promise.race([over, aborted(signal)]);
      return !signal.aborted;
    };
    return sendInParts(parts.length, submit, pause);
  }

  /** The link, for as long as `run` takes; a driver that was not started leaves none behind. */
  async function withLink<T>(run: () => Promise<T>): Promise<T> {
    users += 1;
    try {
      return await run();
    } finally {
      users -= 1;
      if (users === 0 && sink === null) await link.close();
    }
  }

  return {
    name: 'smpp',
    capabilities: {
      isIdempotent: false,
      hasReceipts: config.receipts !== 'none',
      hasInbound: true,
      medium: 'sms',
      ratePerMinute: config.ratePerMinute ?? null,
      handlesStop: false,
      maxSegments: null,
      needsPublicAddress: false,
    },
    async start(newSink) {
      const { alphabet, country } = config;
      if (!isSupportedCountry(country)) throw new Error('a country the schema should have refused');
      sink = newSink;
      reports.open();
      const spool = partSpool(deps.folder, deps.log);
      inbound = inboundReader({ ...deps, alphabet, country, spool, commit: (message) => newSink.inbound(message) });
      await inbound.resume();
      await Promise.race([link.keepUp(), aborted(AbortSignal.timeout(START_LIMIT_MS))]);
    },
    async stop() {
      const reader = inbound;
      sink = null;
      inbound = null;
      await link.close();
      await reader?.stop();
      await reports.settled();
    },
    async send(message, signal) {
      const before = readBefore(message, signal);
      if (before !== null) return before;
      series = (series + 1) % 256;
      const parts = partsOf(message.text, config.alphabet, series);
      if (parts === null) return { kind: 'rejected', reason: 'tooLong', scope: 'content' };
      return withLink(async () => {
        const trouble = await link.ensure(signal);
        return trouble === null ? sendParts(message, parts, signal) : resultOf(trouble);
      });
    },
    async catchUp(signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(STILL_THERE_LIMIT_MS)]);
      if (!(await link.isAlive(limit)) && (await link.ensure(signal)) !== null) return;
      let begun: number;
      do {
        begun = heard.begun;
        await aborted(AbortSignal.any([signal, AbortSignal.timeout(QUIET_MS)]));
      } while (!signal.aborted && sink !== null && (heard.begun > begun || heard.open > 0));
    },
    health: (signal) =>
      withLink(async () => {
        const trouble = await link.ensure(signal);
        if (trouble !== null) return { level: 'down', detail: trouble.reason };
        if (!(await link.isAlive(signal))) return { level: 'down', detail: 'linkSilent' };
        return { level: 'ok', detail: `signedIn:${link.inFlight()}` };
      }),
  };
}
