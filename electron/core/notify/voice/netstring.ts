import { z } from 'zod';

/** Messages as baresip's control port frames them: `LENGTH:JSON,`. */

/** No message of it is longer; a peer that says otherwise speaks something else. */
const LONGEST = 1_000_000;

const text = z.string().optional().catch(undefined);
/** What it says: an event by its type, or the answer to the command of that token. */
const ControlMessage = z.object({
  type: text,
  param: text,
  token: text,
  ok: z.boolean().optional().catch(undefined),
  data: text,
});
export type ControlMessage = Readonly<z.infer<typeof ControlMessage>>;

export function netstring(message: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`${json.length}:`), json, Buffer.from(',')]);
}

/**
 * Takes bytes as they come and hands out whole messages.
 *
 * @throws when the peer does not speak netstrings of JSON
 */
export function netstringReader(): (chunk: Buffer) => readonly ControlMessage[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const messages: ControlMessage[] = [];
    for (;;) {
      const colon = rest.indexOf(':');
      if (colon === -1) {
        if (rest.length > 8) throw new Error('not a netstring');
        return messages;
      }
      const head = rest.toString('latin1', 0, colon);
      const length = Number(head);
      if (!/^\d{1,7}$/.test(head) || length > LONGEST) throw new Error('not a netstring');
      const end = colon + 1 + length;
      if (rest.length <= end) return messages;
      if (rest[end] !== 0x2c) throw new Error('not a netstring');
      messages.push(ControlMessage.parse(JSON.parse(rest.toString('utf8', colon + 1, end))));
      rest = rest.subarray(end + 1);
    }
  };
}
