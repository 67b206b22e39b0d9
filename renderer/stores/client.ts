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
      // Ids of a window of the queue travel in the address; Node refuses headers above 16 KB.
      maxURLLength: 8000,
    }),
  ],
});

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
