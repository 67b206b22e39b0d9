import type { MessageReason } from '#shared/messages';

/** Twilio's own numbers for what went wrong (twilio.com/docs/api/errors), as far as they tell more than the status does. */

type Said =
  | { readonly kind: 'rejected'; readonly scope: 'recipient' | 'content' | 'account'; readonly why: Code }
  | { readonly kind: 'notSent'; readonly why: Code }
  | { readonly kind: 'unknown'; readonly why: Code };

type Code =
  | 'accountRefused'
  | 'accountSuspended'
  | 'countryClosed'
  | 'emptyText'
  | 'failedAnswering'
  | 'filtered'
  | 'full'
  | 'landline'
  | 'noRoute'
  | 'senderUnregistered'
  | 'numberRefused'
  | 'onlyVerified'
  | 'senderUnfit'
  | 'slowDown'
  | 'stoppedThere'
  | 'takesNoTexts'
  | 'tooLong'
  | 'unknownPhone'
  | 'wrongAddress';

const recipient = (why: Code): Said => ({ kind: 'rejected', scope: 'recipient', why });
const content = (why: Code): Said => ({ kind: 'rejected', scope: 'content', why });
const account = (why: Code): Said => ({ kind: 'rejected', scope: 'account', why });
const notSent = (why: Code): Said => ({ kind: 'notSent', why });

/** What a refusal to take a message means. */
export const SEND_ERRORS: ReadonlyMap<number, Said> = new Map<number, Said>([
  [20003, account('accountRefused')],
  [20005, account('accountSuspended')],
  [20008, account('accountRefused')],
  [20404, account('wrongAddress')],
  [20429, notSent('slowDown')],
  [20500, { kind: 'unknown', why: 'failedAnswering' }],
  [14107, notSent('slowDown')],
  [21211, recipient('numberRefused')],
  [21212, account('senderUnfit')],
  [21214, recipient('numberRefused')],
  [21217, recipient('numberRefused')],
  // One number abroad is no reason to give up the whole gateway.
  [21408, recipient('countryClosed')],
  [21601, account('senderUnfit')],
  [21602, content('emptyText')],
  [21603, account('senderUnfit')],
  [21604, recipient('numberRefused')],
  [21605, content('tooLong')],
  [21606, account('senderUnfit')],
  [21608, account('onlyVerified')],
  [21610, recipient('stoppedThere')],
  [21611, notSent('full')],
  [21612, recipient('noRoute')],
  [21614, recipient('takesNoTexts')],
  [21617, content('tooLong')],
  [21635, recipient('landline')],
  [21659, account('senderUnfit')],
  [21660, account('senderUnfit')],
  [21701, account('senderUnfit')],
  [21703, account('senderUnfit')],
  [21704, account('senderUnfit')],
  [30001, notSent('full')],
  [30002, account('accountSuspended')],
  [30005, recipient('unknownPhone')],
  [30006, recipient('landline')],
  [30007, content('filtered')],
  [30034, account('senderUnregistered')],
  // The most for one day: another gateway may still have room.
  [63038, account('full')],
]);

/** Why a message that was taken did not arrive. */
const DELIVERY_ERRORS: ReadonlyMap<number, Code | 'phoneOff' | 'networkRefused' | 'notDelivered' | 'expiredOnTheWay'> =
  new Map([
    [21610, 'stoppedThere'],
    [30001, 'full'],
    [30002, 'accountSuspended'],
    [30003, 'phoneOff'],
    [30004, 'networkRefused'],
    [30005, 'unknownPhone'],
    [30006, 'landline'],
    [30007, 'filtered'],
    [30008, 'notDelivered'],
    [30034, 'senderUnregistered'],
    [30036, 'expiredOnTheWay'],
  ]);

/** A message that failed so was taken and then not handed to any network: the queue ran over, or the account was suspended. */
export const NEVER_LEFT: ReadonlySet<number> = new Set([30001, 30002]);

/** The reason with Twilio's number behind it: it is what their help is asked with. */
export function deliveryReason(code: number | null): MessageReason {
  if (code === null) return 'notDelivered';
  return `${DELIVERY_ERRORS.get(code) ?? 'notDelivered'}:${code}`;
}
