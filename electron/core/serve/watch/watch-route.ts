import { isProof, NONCE, seal } from '#core/guard';
import type { WatchAnswer } from '#shared/contract';
import type { IntakeRoute } from '../intake/listener.ts';

/** Days of questions every quarter of a minute; beyond, the oldest may be asked again. */
const MOST_REMEMBERED = 50_000;

/**
 * `GET /watch?nonce=…&proof=…`: how the desk is, for whoever has the key, and only they can read it. A question that was
 * asked before is answered to nobody, so that one that was overheard is worth nothing.
 */
export function watchRoute(deps: {
  /** The key of this moment; null when there is none, and then nobody is answered. */
  readonly key: () => string | null;
  readonly answer: () => WatchAnswer;
  readonly asked: () => void;
}): IntakeRoute {
  const known = new Set<string>();
  return {
    method: 'GET',
    prefix: '/watch',
    mostBytes: 0,
    answer({ path, query }) {
      const nonce = query.get('nonce') ?? '';
      const key = deps.key();
      if (path !== '/watch' || key === null || !NONCE.test(nonce) || known.has(nonce)) return null;
      if (!isProof(key, nonce, query.get('proof') ?? '')) return null;
      remember(known, nonce);
      deps.asked();
      const headers = { 'content-type': 'text/plain; charset=us-ascii', 'cache-control': 'no-store' };
      return { status: 200, headers, body: seal(key, nonce, JSON.stringify(deps.answer())) };
    },
  };
}

function remember(known: Set<string>, nonce: string): void {
  if (known.size >= MOST_REMEMBERED)
    for (const oldest of [...known].slice(0, MOST_REMEMBERED / 10)) known.delete(oldest);
  known.add(nonce);
}
