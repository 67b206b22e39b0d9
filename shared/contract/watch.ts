import { Instant, Language, Phone } from './words.ts';
import { z } from './zod.ts';

/** What a desk tells the watch on a second computer, and nothing more: enough to call somebody when it falls silent. */
export const WatchAnswer = z.object({
  v: z.literal(1),
  company: z.string(),
  /** IANA zone of the company, for times in a text. */
  zone: z.string(),
  at: Instant,
  /** Since when its clockwork has not come round; null while it does. */
  clockworkLateSince: Instant.nullable(),
  openP1: z.array(z.object({ number: z.number().int(), place: z.string(), since: Instant, isTaken: z.boolean() })),
  /** Open P1s beyond those listed. */
  more: z.number().int().min(0),
  /** Whom to text, most fitting first. */
  call: z.array(z.object({ name: z.string(), phone: Phone, language: Language })),
});
export type WatchAnswer = Readonly<z.infer<typeof WatchAnswer>>;
