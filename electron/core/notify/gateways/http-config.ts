import { z } from 'zod';
import { answerRules } from './answer-rules.ts';
import { BareAddress } from './bare-address.ts';
import { readJson } from './http-exchange.ts';
import { fillIn, headerLines, TRIAL_VALUES, unknownVariables } from './template-text.ts';

/** Only variables there are. */
const Template = z
  .string()
  .max(4_000)
  .refine((template) => unknownVariables(template).length === 0, { message: 'a variable that does not exist' });

/** Variables in the path or behind the question mark, never in the name of the server. */
const AddressTemplate = Template.refine((template) => {
  const url = URL.parse(fillIn(template, TRIAL_VALUES, 'address'));
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return false;
  return /^https?:\/\/[^/{}?#]+([/?]|$)/.test(template) && url.hash === '';
});

const Headers = Template.refine((template) => {
  const lines = headerLines(template);
  // A text has line breaks and letters that no header carries, and the length is ours to say.
  return lines?.every(([name, value]) => !value.includes('{text}') && !/^(content-length|host)$/.test(name)) ?? false;
});

const Rules = z
  .string()
  .max(2_000)
  .refine((lines) => answerRules(lines) !== null);

type Body = { readonly bodyKind: 'form' | 'json'; readonly body?: string | undefined };

/** A variable outside quotation marks, for one, makes it something else than JSON. */
const isWellFormed = ({ bodyKind, body = '' }: Body): boolean =>
  bodyKind === 'form' || body === '' || readJson(z.unknown(), fillIn(body, TRIAL_VALUES, 'json')) !== null;

/** What an administrator enters about a gateway that takes a message in one request. */
export const HttpConfig = z
  .object({
    method: z.enum(['POST', 'GET', 'PUT']).default('POST'),
    address: AddressTemplate,
    /** Lines `Name: value`. */
    headers: Headers.optional(),
    bodyKind: z.enum(['form', 'json']).default('form'),
    body: Template.optional(),
    /** For {secret}. */
    secret: z
      .string()
      .regex(/^[\x20-\x7e]{1,1000}$/)
      .optional(),
    /** For {from}. */
    from: z
      .string()
      .regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/)
      .optional(),
    accepted: Rules.default('200-299'),
    rejected: Rules.default('400-499'),
    tryAgain: Rules.default('429'),
    /** Where in a JSON answer its own name for the message stands, e.g. `messages.0.id`. */
    reference: z
      .string()
      .regex(/^[\w-]+(\.[\w-]+)*$/)
      .optional(),
    /** Asked with the same headers; any 2xx is well. */
    healthUrl: BareAddress.optional(),
    ratePerMinute: z.int().min(1).max(6_000).optional(),
  })
  .refine(isWellFormed, { path: ['body'], message: 'not JSON once its variables are filled in' });
export type HttpConfig = Readonly<z.infer<typeof HttpConfig>>;
