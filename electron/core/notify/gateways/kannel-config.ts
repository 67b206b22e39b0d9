import { isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';
import { BareAddress, ListenHost } from './bare-address.ts';

/** What an administrator enters about a Kannel. */
export const KannelConfig = z.object({
  /** Of smsbox, e.g. `http://127.0.0.1:13013/cgi-bin/sendsms`. */
  sendUrl: BareAddress,
  username: z.string().min(1),
  password: z.string().min(1),
  /** Sender as residents see it: a number, a short code or up to 11 letters. Absent: the one Kannel is set to. */
  from: z
    .string()
    .regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/)
    .optional(),
  /** Of bearerbox, e.g. `http://127.0.0.1:13000/status.txt`. Absent: nobody can say whether the radio link is up. */
  statusUrl: BareAddress.optional(),
  statusPassword: z.string().min(1).optional(),
  /** The address of this computer that Kannel calls; only this one is listened on. */
  callbackHost: ListenHost,
  /** Kept fixed, because it stands in kannel.conf as well; 0 takes any free one. */
  callbackPort: z.int().min(0).max(65_535).default(13_015),
  /** Part of the addresses Kannel calls; whoever has it can forge replies. */
  callbackSecret: z.string().regex(/^[A-Za-z0-9_-]{16,128}$/),
  /** Whose numbering plan a sender without a plus is read by. */
  country: z
    .string()
    .refine((code) => isSupportedCountry(code))
    .default('US'),
});
export type KannelConfig = Readonly<z.infer<typeof KannelConfig>>;

/** Where Kannel reaches us: what the settings screen shows to be pasted into kannel.conf. Holds the secret. */
export type CallbackAddress = {
  readonly host: string;
  readonly port: number;
  /** `http://HOST:PORT/kannel/SECRET`; the listener's two doors lie below it. */
  readonly base: string;
};

/** Lines for kannel.conf, by the group they go to. Every one is needed; Kannel's own defaults lose messages. */
export type KannelConfLines = {
  /** Into `group = smsbox`. Without them a reply that comes while we restart is gone. */
  readonly smsbox: string;
  /** Into our `group = sendsms-user`. Without them a long text is cut after its first part. */
  readonly sendsmsUser: string;
  /** A group of its own: every reply comes to us, and Kannel answers none by itself. */
  readonly service: string;
};

/** What must stand in kannel.conf for `address` to hear everything. */
export function kannelConfLines(address: CallbackAddress): KannelConfLines {
  return {
    smsbox: ['http-request-retry = 3600', 'http-queue-delay = 1', 'mo-recode = true'].join('\n'),
    sendsmsUser: ['max-messages = 10', 'concatenation = true'].join('\n'),
    service: [
      'group = sms-service',
      'keyword = default',
      'catch-all = yes',
      'max-messages = 0',
      'omit-empty = true',
      `get-url = "${address.base}/reply?id=%I&from=%p&to=%P&charset=%C&text=%b"`,
    ].join('\n'),
  };
}
