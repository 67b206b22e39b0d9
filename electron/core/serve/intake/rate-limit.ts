/** How often one address may ask. */
export type RateLimit = {
  /** Counts one request; false when it is one too many. `at`: elapsed ms of any clock that only goes forward. */
  allows(address: string, at: number): boolean;
};

const MINUTE_MS = 60_000;
/** Who asks from more addresses than anybody has is no better than one: then all share one count. */
const MOST_ADDRESSES = 5_000;

/** At most `perMinute` in any minute that begins with an address's first request. */
export function rateLimit(perMinute: number): RateLimit {
  const asked = new Map<string, { since: number; count: number }>();
  return {
    allows(address, at) {
      const known = asked.get(neighbourhood(address));
      if (known && at - known.since < MINUTE_MS) {
        known.count += 1;
        return known.count <= perMinute;
      }
      for (const [each, { since }] of asked) if (at - since >= MINUTE_MS) asked.delete(each);
      const name = asked.size < MOST_ADDRESSES ? neighbourhood(address) : 'everybody else';
      const shared = asked.get(name);
      if (shared) {
        shared.count += 1;
        return shared.count <= perMinute;
      }
      asked.set(name, { since: at, count: 1 });
      return true;
    },
  };
}

/** Whoever has one IPv6 address has 2^64 of them. */
function neighbourhood(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
