import type { CountryCode } from 'libphonenumber-js';
import type { GatewaySink } from '../driver.ts';
import {
  CALLBACK_BODY_BYTES,
  type Callback,
  type CallbackAnswer,
  type CallbackListener,
  commitCallback,
  openCallbackListener,
} from './callback-listener.ts';
import { below } from './http-exchange.ts';
import { type LastingListener, lastingListener } from './lasting-listener.ts';
import type { Account } from './twilio.ts';
import { isSignedByTwilio, readTwilioReply, readTwilioState } from './twilio-answer.ts';

type Door = 'status' | 'reply';

/** Where Twilio calls; the door lies below the address the administrator gave. */
export const callbackAddress = (callbackUrl: string, door: Door): URL => below(callbackUrl, door);

/** An answer to a reply is TwiML; without a message in it nobody is sent one. */
const NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

function doorOf(path: string): Door | null {
  // A proxy in front may have cut off the way to it.
  const last = path.split('/').at(-1);
  return last === 'status' || last === 'reply' ? last : null;
}

async function takeStatus({ sent, deps }: Account, form: URLSearchParams, sink: GatewaySink): Promise<CallbackAnswer> {
  const known = sent.byRef(form.get('MessageSid') ?? '');
  const code = /^\d{5}$/.test(form.get('ErrorCode') ?? '') ? Number(form.get('ErrorCode')) : null;
  const report = known === null ? null : readTwilioState(known.key, form.get('MessageStatus') ?? '', code);
  // Of what is not ours, or not its last state, nothing more is to be heard: it need not call again.
  if (known === null || report === null) return { status: 200 };
  return commitCallback(() => sent.handIn(report, sink), { what: 'a delivery report', name: 'twilio', log: deps.log });
}

async function takeReply(of: Account, form: URLSearchParams, sink: GatewaySink): Promise<CallbackAnswer> {
  const { heard, config, deps } = of;
  const listed = readTwilioReply(
    {
      sid: form.get('MessageSid') ?? '',
      direction: 'inbound',
      from: form.get('From'),
      to: form.get('To'),
      body: form.get('Body'),
      status: 'received',
      date_created: new Date(deps.now()).toISOString(),
    },
    config.country as CountryCode, // checked by the schema
  );
  if (listed === null || listed.message.id === '') return { status: 400 };
  const committed = await commitCallback(() => heard.handIn([listed], sink, 'call'), {
    what: 'a reply',
    name: 'twilio',
    log: deps.log,
  });
  return committed.status === 200 ? { status: 200, xml: NOTHING_TO_SAY } : committed;
}

async function take(of: Account, callback: Callback, sink: GatewaySink | null): Promise<CallbackAnswer> {
  const { config, deps } = of;
  const door = doorOf(callback.path);
  if (door === null || config.callbackUrl === undefined) return { status: 404 };
  if (callback.method !== 'POST') return { status: 405 };
  const url = callbackAddress(config.callbackUrl, door);
  url.search = callback.query;
  const form = new URLSearchParams(callback.body.toString('utf8'));
  const signature = callback.headers['x-twilio-signature'];
  if (typeof signature !== 'string' || !isSignedByTwilio(config.authToken, url, form, signature)) {
    deps.log('warn', 'twilio: a call that Twilio did not sign was refused');
    return { status: 403 };
  }
  // Being stopped: it calls again, or is asked.
  if (sink === null) return { status: 503 };
  await Promise.all([of.sent.open(), of.heard.open()]);
  return door === 'status' ? takeStatus(of, form, sink) : takeReply(of, form, sink);
}

/** Hears Twilio's calls where it has a public address to call; null where it is asked instead. */
export function twilioCallbacks(of: Account, sink: () => GatewaySink | null): LastingListener<CallbackListener> | null {
  const { callbackUrl, callbackHost: host, callbackPort: port } = of.config;
  if (callbackUrl === undefined) return null;
  const { log } = of.deps;
  const open = () =>
    openCallbackListener({
      name: 'twilio',
      host,
      port,
      mostBodyBytes: CALLBACK_BODY_BYTES,
      take: (callback) => take(of, callback, sink()),
      log,
    });
  return lastingListener(open, { name: 'twilio', port, log });
}
