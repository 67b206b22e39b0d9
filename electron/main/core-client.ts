import { z } from 'zod';
import type { CallLink } from './call-link.ts';
import type { CoreAddress, PowerEvent } from './shell.ts';

/** A core that does not answer in this time is treated as silent; the next poll asks again. */
const LIMIT_MS = 3_000;

const CoreState = z.object({
  alarm: z.object({ kind: z.string(), sentence: z.string(), since: z.number() }).nullable(),
  keepAwake: z.boolean(),
  runningLadders: z.number().int().nonnegative(),
  badge: z.number().int().nonnegative(),
  notifications: z.array(z.object({ id: z.string(), title: z.string(), body: z.string() })),
});
/** What the core wants the desktop to show and do right now. */
export type CoreState = z.infer<typeof CoreState>;

const Ticket = z.object({ ticket: z.string().min(1) });

export type CoreClient = {
  /** Null: the core did not answer, or not sensibly. */
  state(): Promise<CoreState | null>;
  ticket(): Promise<string | null>;
  /** Pokes; a lost one does no harm. */
  power(event: PowerEvent): Promise<boolean>;
  call(link: CallLink): Promise<boolean>;
};

/** The shell's side of the core's loopback API. Nothing here throws: a silent core is an ordinary answer. */
export const coreClient = ({ url, token }: CoreAddress): CoreClient => {
  const ask = async (path: string, body: unknown): Promise<Response | null> => {
    try {
      const response = await fetch(new URL(path, url), {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      return response.ok ? response : null;
    } catch {
      // Refused, reset or too late: the caller only needs to know that there was no answer.
      return null;
    }
  };
  const read = async <T>(response: Response | null, schema: z.ZodType<T>): Promise<T | null> => {
    const parsed = schema.safeParse(await response?.json().catch(() => null));
    return parsed.success ? parsed.data : null;
  };
  const isTaken = async (path: string, body: unknown): Promise<boolean> => {
    const response = await ask(path, body);
    await response?.body?.cancel();
    return response !== null;
  };
  return {
    state: async () => read(await ask('/shell/state', undefined), CoreState),
    ticket: async () => (await read(await ask('/ticket', {}), Ticket))?.ticket ?? null,
    power: (event) => isTaken('/shell/power', { event }),
    call: (link) => isTaken('/shell/call', link),
  };
};
