import { isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';

/** Settings come from a form, as texts. */
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** What an administrator enters about an account at an SMSC. */
export const SmppConfig = z.object({
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:_-]+$/),
  port: whole(1, 65_535).default(2_775),
  systemId: z.string().min(1).max(15),
  /** SMPP 3.4 has room for eight characters; many take more. */
  password: z.string().min(1).max(64),
  /** Sender as residents see it: a number, a short code or up to 11 letters. Replies need a number. */
  from: z.string().regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/),
  tls: z.enum(['no', 'yes']).default('no'),
  /** PEM of the certificate that signs theirs, where it is not one this computer trusts anyway. */
  tlsAuthority: z
    .string()
    .regex(/^\s*-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----\s*$/)
    .optional(),
  systemType: z.string().max(12).default(''),
  /** Which alphabet the SMSC means by its default one. */
  alphabet: z.enum(['gsm', 'latin1']).default('gsm'),
  /** Of which parts of a long text a receipt is asked. */
  receipts: z.enum(['every part', 'first part', 'none']).default('every part'),
  /** Messages on their way to the SMSC at once. */
  window: whole(1, 100).default(10),
  ratePerMinute: whole(1, 60_000).optional(),
  /** Type of number and numbering plan; left out, they follow from how the number looks. */
  sourceTon: whole(0, 7).optional(),
  sourceNpi: whole(0, 18).optional(),
  destinationTon: whole(0, 7).default(1),
  destinationNpi: whole(0, 18).default(1),
  /** Whose numbering plan a sender without a plus is read by. */
  country: z
    .string()
    .refine((code) => isSupportedCountry(code))
    .default('US'),
});
export type SmppConfig = Readonly<z.infer<typeof SmppConfig>>;

type Address = { readonly ton: number; readonly npi: number; readonly digits: string };

/** The sender as an SMSC wants it named: kind of number, plan, and the number without its plus. */
export function sourceOf({ from, sourceTon, sourceNpi }: SmppConfig): Address {
  const isName = !/^\+?\d+$/.test(from);
  const isShort = !isName && !from.startsWith('+') && from.length <= 8;
  const [ton, npi] = isName ? [5, 0] : isShort ? [3, 0] : [1, 1];
  return { ton: sourceTon ?? ton, npi: sourceNpi ?? npi, digits: from.replace('+', '') };
}
