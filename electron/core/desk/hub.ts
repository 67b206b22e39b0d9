/** What changed, by name: `queue`, `incident:ID`, `timers`, … The console asks for the rows it shows. */
export type Hub = {
  /** Nothing changed: nothing is said, and no window is woken. */
  publish(changed: readonly string[]): void;
  subscribe(listener: (changed: readonly string[]) => void): () => void;
};

export function openHub(): Hub {
  const listeners = new Set<(changed: readonly string[]) => void>();
  return {
    publish(changed) {
      if (changed.length === 0) return;
      for (const listener of listeners) listener(changed);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
