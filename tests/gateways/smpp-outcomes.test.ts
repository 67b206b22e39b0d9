import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SendResult, SmsDriver } from '../../electron/core/notify/driver.ts';
import { pduOf } from '../../electron/core/notify/gateways/smpp-library.ts';
import { eventually, patience, until } from '../patience.ts';
import { type CommittingSink, committingSink } from './committing-sink.ts';
import { type Logged, openSmpp, quickDeps } from './smpp-rig.ts';
import { type Outcome, phoneWith } from './smsc-outcomes.ts';
import { openSmsc, SMSC_DESK, type Smsc } from './smsc-rig.ts';

/** What an SMSC can do to a message, and what the outbox is told. */

const HOUR_MS = 3_600_000;
const LONG = 'Shut-off is behind the washer. '.repeat(12);

let smsc: Smsc;
let sink: CommittingSink;
let driver: SmsDriver;
const logged: Logged[] = [];
beforeAll(async () => {
  smsc = await openSmsc();
  sink = committingSink();
  driver = openSmpp(smsc.config, quickDeps(logged));
  await driver.start(sink);
});
afterAll(async () => {
  await driver.stop();
  await smsc.close();
});

let count = 0;
const newPhone = (outcome?: Outcome): string => {
  count += 1;
  const phone = `+1202555${1000 + count}`;
  return outcome === undefined ? phone : phoneWith(outcome, phone);
};
const send = (to: string, text = 'hello', by: SmsDriver = driver, expiresAt: number | null = null) =>
  by.send({ key: `key ${to}`, to, text, expiresAt }, patience());
const reportsOf = (to: string) => sink.reports.filter(({ key }) => key === `key ${to}`).map(({ state }) => state);
const reported = (to: string, states: readonly string[]): Promise<void> =>
  until(() => JSON.stringify(reportsOf(to)) === JSON.stringify(states), `${states.join(', ')} of ${to}`);
const partsAt = (to: string) => smsc.parts.filter((part) => `+${part.to}` === to);
const told = (result: SendResult): string =>
  result.kind === 'accepted' || result.kind === 'duplicate'
    ? result.kind
    : `${result.kind}${'scope' in result ? ` ${result.scope}` : ''} ${result.reason}`;

describe('an answer to a message', () => {
  it.each<[Outcome, string, number | undefined]>([
    ['noSuchNumber', 'rejected recipient numberRefused:ESME_RINVDSTADR', undefined],
    ['throttledOnce', 'notSent slowDown:ESME_RTHROTTLED', 5_000],
    ['full', 'notSent full:ESME_RMSGQFUL', 15_000],
    ['systemError', 'unknown failedAnswering:ESME_RSYSERR', undefined],
    ['vendorError', 'unknown failedAnswering:0x00000412', undefined],
  ])('%s: %s', async (outcome, words, retryAfterMs) => {
    const result = await send(newPhone(outcome));
    expect(told(result)).toBe(words);
    expect('retryAfterMs' in result ? result.retryAfterMs : undefined).toBe(retryAfterMs);
  });

  it('is unknown when the link is cut before it, and the link is built again', async () => {
    expect(told(await send(newPhone('cutsLink')))).toBe('unknown answerLost:ECONNRESET');
    await until(() => smsc.receivers() === 1, 'the next link');
    expect(told(await send(newPhone()))).toBe('accepted');
  });

  it('is unknown while it does not come, and settled by the answer that comes late', async () => {
    const phone = newPhone('answersWhenTold');
    const giveUp = new AbortController();
    const sending = driver.send({ key: `key ${phone}`, to: phone, text: 'hello', expiresAt: null }, giveUp.signal);
    await smsc.arrived(phone);
    giveUp.abort();
    expect(told(await sending)).toBe('unknown answerLost:ETIMEDOUT');
    smsc.answerNow();
    await reported(phone, ['sent']);
  });

  it('of a text whose second part is put off: that part is offered again, and the text arrives whole', async () => {
    const phone = newPhone('secondPartThrottled');
    expect(told(await send(phone, LONG))).toBe('accepted');
    expect(await smsc.arrived(phone)).toBe(LONG);
    await reported(phone, ['delivered']);
    expect(partsAt(phone)).toHaveLength(3);
  });

  it('of a text whose second part is not taken says how far it came, and no receipt of the others says more', async () => {
    const phone = newPhone('secondPartBroken');
    expect(told(await send(phone, LONG))).toBe('unknown partlySent:2:3');
    const next = newPhone();
    await send(next);
    await reported(next, ['delivered']);
    // Long after parts that are silent are given up.
    await new Promise<void>((resolve) => quickDeps().timer(180_000, resolve));
    expect(reportsOf(phone)).toEqual([]);
  });

  it('of a text whose second part is put off for ever is waited for no longer than it may be', async () => {
    const phone = newPhone('secondPartFull');
    const giveUp = new AbortController();
    const sending = driver.send({ key: 'k', to: phone, text: LONG, expiresAt: null }, giveUp.signal);
    await until(() => partsAt(phone).length === 2, 'the others');
    // The answers to those come before the answer to this.
    await send(newPhone());
    giveUp.abort();
    expect(told(await sending)).toBe('unknown partlySent:2:3');
  });

  it('waits for room in the window, and gives up without having sent', async () => {
    const narrow = openSmpp({ ...smsc.config, window: '1' });
    await narrow.start(committingSink());
    try {
      const giveUp = new AbortController();
      const hung = narrow.send({ key: 'a', to: newPhone('neverAnswers'), text: 'a', expiresAt: null }, giveUp.signal);
      const phone = newPhone();
      const waiting = new AbortController();
      const second = narrow.send({ key: 'b', to: phone, text: 'b', expiresAt: null }, waiting.signal);
      waiting.abort();
      expect(told(await second)).toBe('notSent givenUp');
      const third = send(phone, 'c', narrow);
      giveUp.abort();
      expect((await hung).kind).toBe('unknown');
      expect((await third).kind).toBe('accepted');
      expect(partsAt(phone)).toHaveLength(1);
    } finally {
      await narrow.stop();
    }
  });
});

describe('a receipt', () => {
  it.each<[Outcome, readonly string[]]>([
    ['undelivered', ['failed']],
    ['expired', ['failed']],
    ['rejected', ['failed']],
    ['receiptFirst', ['delivered']],
    ['receiptFirstStrictly', ['delivered']],
    ['twoReceipts', ['delivered']],
    ['decimalReceipt', ['delivered']],
    ['nulReceipt', ['delivered']],
    ['enRouteFirst', ['sent', 'delivered']],
  ])('%s: %j', async (outcome, states) => {
    const phone = newPhone(outcome);
    expect((await send(phone)).kind).toBe('accepted');
    await reported(phone, states);
    // Whatever else the SMSC had to say about it comes before what it says about the next.
    const next = newPhone();
    await send(next);
    await reported(next, ['delivered']);
    expect(reportsOf(phone)).toEqual(states);
  });

  it.each<[Outcome, string]>([
    ['undelivered', 'notDelivered:UNDELIV 034'],
    ['expired', 'expiredOnTheWay:EXPIRED 034'],
    ['rejected', 'networkRefused:REJECTD 034'],
  ])('%s gives its reason, and never the text of the message', async (outcome, reason) => {
    const phone = newPhone(outcome);
    await send(phone);
    await reported(phone, ['failed']);
    expect(sink.reports.find(({ key }) => key === `key ${phone}`)?.reason).toBe(reason);
  });

  it('that never comes leaves the message accepted', async () => {
    const phone = newPhone('noReceipt');
    expect((await send(phone)).kind).toBe('accepted');
    expect(reportsOf(phone)).toEqual([]);
  });

  it('is waited for from every part of a long text', async () => {
    const phone = newPhone();
    await send(phone, LONG);
    await reported(phone, ['delivered']);
    expect(partsAt(phone).map((part) => part.registered)).toEqual([1, 1, 1]);
  });

  it('of the first part does where the others stay silent', async () => {
    const phone = newPhone('firstPartOnly');
    await send(phone, LONG);
    await reported(phone, ['delivered']);
  });

  it('is asked of the first part only where that is set, or of none', async () => {
    for (const [receipts, asked] of [
      ['first part', [1, 0, 0]],
      ['none', [0, 0, 0]],
    ] as const) {
      const other = openSmpp({ ...smsc.config, receipts });
      const phone = newPhone();
      await send(phone, LONG, other);
      expect(partsAt(phone).map((part) => part.registered)).toEqual(asked);
      expect(other.capabilities.hasReceipts).toBe(receipts !== 'none');
    }
  });
});

describe('what goes to the SMSC', () => {
  it('says how long the message is worth anything', async () => {
    const phone = newPhone();
    await send(phone, 'hello', driver, Date.now() + 26 * HOUR_MS + 30_500);
    expect(partsAt(phone)[0]?.validity).toMatch(/^0000010200(29|30)000R$/);
  });

  it.each<[string, number, number]>([
    [SMSC_DESK, 1, 1],
    ['72345', 3, 0],
    ['Nightdesk', 5, 0],
  ])('names the sender %s as what it is', async (from, ton, npi) => {
    const other = openSmpp({ ...smsc.config, from });
    const phone = newPhone();
    await send(phone, 'hello', other);
    const [part] = partsAt(phone);
    expect([part?.from, part?.ton, part?.npi]).toEqual([from.replace('+', ''), [ton, 1], [npi, 1]]);
  });

  it('takes other kinds of number where the provider wants them', async () => {
    const other = openSmpp({
      ...smsc.config,
      sourceTon: '2',
      sourceNpi: '8',
      destinationTon: '0',
      destinationNpi: '0',
    });
    const phone = newPhone();
    await send(phone, 'hello', other);
    expect([partsAt(phone)[0]?.ton, partsAt(phone)[0]?.npi]).toEqual([
      [2, 0],
      [8, 0],
    ]);
  });

  it('is stopped where no SMSC should be asked', async () => {
    const before = smsc.parts.length;
    const results = [await send('12'), await send(`${newPhone()} ${newPhone()}`), await send(newPhone(), '')];
    expect(results.map(told)).toEqual([
      'rejected recipient notANumber',
      'rejected recipient notANumber',
      'rejected content emptyText',
    ]);
    expect(smsc.parts).toHaveLength(before);
  });
});

describe('the link', () => {
  afterEach(() => {
    smsc.setDeaf(false);
    smsc.answerBindsWith(0);
  });

  it('signs in to send only, and off again, where the driver was never started', async () => {
    const receivers = smsc.receivers();
    const other = openSmpp(smsc.config);
    const phone = newPhone();
    expect((await send(phone, 'from the second computer', other)).kind).toBe('accepted');
    expect(smsc.binds.at(-1)).toBe('bind_transmitter');
    expect(smsc.receivers()).toBe(receivers);
    expect(await smsc.arrived(phone)).toBe('from the second computer');
  });

  it.each<[number, string]>([
    [0x0d, 'rejected account accountRefused:ESME_RBINDFAIL'],
    [0x0e, 'rejected account accountRefused:ESME_RINVPASWD'],
    [0x05, 'notSent linkDown:ESME_RALYBND'],
    [0x08, 'notSent linkDown:ESME_RSYSERR'],
  ])('that is not let in with status %d: %s', async (status, words) => {
    smsc.answerBindsWith(status);
    const other = openSmpp(smsc.config);
    expect(told(await send(newPhone(), 'hello', other))).toBe(words);
    expect(await other.health(patience())).toEqual({ level: 'down', detail: words.split(' ').at(-1) });
  });

  it('of which nobody answers is told, cut and built again', async () => {
    await until(async () => (await driver.health(patience())).level === 'ok', 'the link');
    const binds = smsc.binds.length;
    smsc.setDeaf(true);
    expect(await driver.health(AbortSignal.timeout(100))).toEqual({ level: 'down', detail: 'linkSilent' });
    smsc.setDeaf(false);
    await until(() => smsc.binds.length > binds && smsc.receivers() === 1, 'the next link');
    expect(await driver.health(patience())).toEqual({ level: 'ok', detail: 'signedIn:0' });
  });

  it('that the SMSC signs off is built again', async () => {
    await until(() => smsc.receivers() === 1, 'the link');
    const binds = smsc.binds.length;
    expect((await smsc.request(pduOf('unbind'))).command).toBe('unbind_resp');
    await until(() => smsc.binds.length > binds, 'the next link');
  });

  it('never tells the password, in results or in the log', () => {
    expect(JSON.stringify([logged, sink.reports])).not.toContain(smsc.config.password);
  });

  it('comes back by itself', async () => {
    smsc.dropLinks();
    await until(() => smsc.receivers() === 1, 'the next link');
    const phone = newPhone();
    smsc.reply(phone, 'still there?');
    await eventually(() => sink.replies.find((each) => each.from === phone) ?? null, 'the reply');
  });
});
