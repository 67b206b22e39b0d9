/** One measured number of PRODUCT.md section 16. A lower value is always better. */
export type Figure = {
  readonly name: string;
  /** Null when it could not be measured here; `note` says why. */
  readonly value: number | null;
  readonly unit: 'ms' | 'MB' | 'steps' | 'texts';
  /** At most this; null for a number that is only told. */
  readonly target: number | null;
  /** What exactly was measured, where the name leaves it open. */
  readonly note?: string;
};

/** A benchmark: some figures that are measured together. It throws only when it breaks, never for a slow machine. */
export type Bench = {
  readonly name: string;
  readonly about: string;
  run(): Promise<readonly Figure[]>;
};

/** Whether a figure keeps its target; null when it has none or was not measured. */
export function passes({ value, target }: Figure): boolean | null {
  return value === null || target === null ? null : value <= target;
}

/** The value below or at which this share of the samples lies (nearest rank), `share` from 0 to 1. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (at === undefined) throw new Error('nothing was measured');
  return at;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
