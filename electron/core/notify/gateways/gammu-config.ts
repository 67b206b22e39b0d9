import { isAbsolute } from 'node:path';
import { isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';
import { Phone } from '#shared/contract';

/** What an administrator enters about a gammu-smsd that keeps its messages in SQLite. */
export const GammuConfig = z.object({
  /** The file: `dbdir` and `database` of smsdrc, joined. On this computer, since SQLite cannot be shared over a network. */
  database: z.string().refine((path) => isAbsolute(path)),
  /** The number of its SIM. Absent: replies do not say which number they came to. */
  sender: Phone.optional(),
  /** `phoneid` of smsdrc, where several modems share one database. Absent: whichever is free. */
  phoneId: z.string().min(1).max(100).optional(),
  /** `statusfrequency` of smsdrc, in seconds: how often it says that its modem is there. */
  statusEveryS: z.int().min(1).max(600).default(60),
  /** Whose numbering plan a sender without a plus is read by. */
  country: z
    .string()
    .refine((code) => isSupportedCountry(code))
    .default('US'),
});
export type GammuConfig = Readonly<z.infer<typeof GammuConfig>>;
