import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import type { Router } from '#core/serve';
import type { BothLanguages } from '#shared/contract';

/**
 * The console's one door to the core: same origin, the window's cookie is the credential. Calls made in the same frame
 * travel as one request.
 */
export const api = createTRPCClient<Router>({
  links: [
    httpBatchLink({
      url: '/trpc',
      fetch: async (address, options) => {
        // Both are those of the browser, in the client's own wider words.
        const response = await fetch(address as RequestInfo, options as RequestInit);
        if (isOfTheCore(response)) hear();
        return response;
      },
      // Ids of a window of the queue travel in the address; Node refuses headers above 16 KB.
      maxURLLength: 8000,
    }),
  ],
});

let hear: () => void = () => undefined;

/** Has `listener` called each time the core answers, whatever it says. */
export function onAnswer(listener: () => void): void {
  hear = listener;
}

/** Whatever else may stand at this address does not speak as the core does. */
function isOfTheCore(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}

/** True where no answer came at all: the core is stopped, restarting, or the computer just woke. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined;
}

/** True where the core would not read what was sent: a field too long, or of the wrong form. */
export function isNotTaken(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data = error.data as { readonly code?: string } | undefined; // the shape of the core's error formatter
  return data?.code === 'BAD_REQUEST';
}

/** What the core says of its own failure (a full disk, a locked database), in plain words; null for anything else. */
export function failureSentence(error: unknown): BothLanguages | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = error.data as { readonly sentence?: BothLanguages | null } | undefined; // the shape of the core's error formatter
  return data?.sentence ?? null;
}
