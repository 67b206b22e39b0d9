import { isSupportedCountry } from 'libphonenumber-js';
import { isPlainGsm7 } from '#shared/messages';
import type { GatewayHealth, GatewaySink, OutMessage, SendResult, SmsDriver } from '../driver.ts';
import { unfit } from './fit-message.ts';
import type { GatewayLog } from './gateway-log.ts';
import { type Exchange, exchange } from './http-exchange.ts';
import { readSendAnswer } from './kannel-answer.ts';
import { type CallbackAddress, type KannelConfig, kannelConfLines } from './kannel-config.ts';
import { type KannelListener, openKannelListener, reportUrl } from './kannel-listener.ts';
import { readStatusPage } from './kannel-status.ts';
import { lastingListener } from './lasting-listener.ts';

export type KannelDriver = SmsDriver & {
  /** Where Kannel reaches us, with the actual port; null while not listening. Holds the secret. */
  readonly address: CallbackAddress | null;
};

export type KannelDeps = { readonly log: GatewayLog };

/** Asks for every state there is: delivered, failed, buffered, taken and refused by the network. */
const ALL_REPORTS = '31';

/** Kannel cannot be asked what waits: when it has called with nothing for this long, nothing waits. */
const QUIET_MS = 400;

/** The request for one message. Without an address to report to it leaves all the same: reports matter less. */
function sendRequest(config: KannelConfig, message: OutMessage, address: CallbackAddress | null): URL {
  // Told by the letters alone: counting the parts of a very long text takes minutes.
  const isGsm7 = isPlainGsm7(message.text);
  const url = new URL(config.sendUrl);
  url.search = new URLSearchParams({
    username: config.username,
    password: config.password,
    ...(config.from === undefined ? {} : { from: config.from }),
    to: message.to,
    text: message.text,
    charset: 'UTF-8',
    coding: isGsm7 ? '0' : '2',
    ...(address === null ? {} : { 'dlr-mask': ALL_REPORTS, 'dlr-url': reportUrl(address, message.key) }),
  }).toString();
  return url;
}

/** What smsbox says to a request for nobody: it checks the account first and then refuses the empty number. */
function readProbe(result: Exchange): GatewayHealth | null {
  const answer = readSendAnswer(result);
  if (answer.kind === 'rejected' && answer.scope === 'recipient') return null;
  if (answer.kind === 'accepted') return { level: 'down', detail: 'wrongAddress' };
  return { level: 'down', detail: 'reason' in answer ? answer.reason : 'answerStrange' };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  );

async function statusHealth(config: KannelConfig, signal: AbortSignal): Promise<GatewayHealth> {
  if (config.statusUrl === undefined) {
    return { level: 'warn', detail: 'noStatusAddress' };
  }
  const url = new URL(config.statusUrl);
  if (config.statusPassword !== undefined) url.searchParams.set('password', config.statusPassword);
  const result = await exchange({ url }, signal);
  if (result.kind !== 'answer') return { level: 'down', detail: `noStatusPage:${result.code}` };
  return readStatusPage(result.body);
}

/**
 * Kannel's smsbox over HTTP. It returns no id and cannot be asked about a message, so our key travels in the address it
 * reports to, and an `unknown` stays unknown. Replies and reports come in as GET requests to a listener of our own.
 *
 * Start never rejects: where the port is taken, messages leave without reports, `health` warns, and each `health` tries again.
 */
export function kannelDriver(config: KannelConfig, { log }: KannelDeps): KannelDriver {
  let sink: GatewaySink | null = null;
  const { callbackHost: host, callbackPort: port, callbackSecret: secret, country } = config;
  const open = (): Promise<KannelListener> => {
    if (!isSupportedCountry(country)) throw new Error('a country the schema should have refused');
    if (sink === null) throw new Error('listening for nobody');
    return openKannelListener({ host, port, secret, country, log }, sink);
  };
  const listening = lastingListener(open, { name: 'kannel', port, log });

  return {
    name: 'kannel',
    capabilities: {
      isIdempotent: false,
      hasReceipts: true,
      hasInbound: true,
      medium: 'sms',
      ratePerMinute: null,
      handlesStop: false,
      // As its lines for kannel.conf say.
      maxSegments: 10,
      needsPublicAddress: false,
    },
    get address() {
      return listening.current()?.address ?? null;
    },
    async start(newSink) {
      sink = newSink;
      await listening.ensure();
    },
    async stop() {
      sink = null;
      await listening.stop();
    },
    async send(message, signal): Promise<SendResult> {
      // Kannel splits `to` at blanks.
      const refused = unfit(message);
      if (refused !== null) return refused;
      const url = sendRequest(config, message, listening.current()?.address ?? null);
      return readSendAnswer(await exchange({ url }, signal));
    },
    // After a sleep its callbacks lie in the machine's own queue, and whatever timer is due would go before them.
    async catchUp(signal) {
      const heard = () => listening.current()?.heard() ?? { begun: 0, open: 0 };
      let begun: number;
      do {
        begun = heard().begun;
        await aborted(AbortSignal.any([signal, AbortSignal.timeout(QUIET_MS)]));
      } while (!signal.aborted && (heard().begun > begun || heard().open > 0));
    },
    async health(signal) {
      if (sink !== null) await listening.ensure();
      const nobody = new URL(config.sendUrl);
      const { username, password } = config;
      nobody.search = new URLSearchParams({ username, password, to: '', text: '' }).toString();
      const trouble = readProbe(await exchange({ url: nobody }, signal));
      if (trouble !== null) return trouble;
      const health = await statusHealth(config, signal);
      const cannotListen = listening.trouble();
      if (health.level === 'down' || cannotListen === null) return health;
      return { level: 'warn', detail: `repliesNotHeard:${cannotListen}` };
    },
    paste() {
      const address = listening.current()?.address;
      if (address === undefined) return [];
      const lines = kannelConfLines(address);
      return [
        { label: 'group = smsbox', text: lines.smsbox },
        { label: 'group = sendsms-user', text: lines.sendsmsUser },
        { label: 'group = sms-service', text: lines.service },
      ];
    },
  };
}
