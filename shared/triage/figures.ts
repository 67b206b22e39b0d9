import { MODEL } from './model/weights.js';

/**
 * How well triage does on texts it has never seen, as measured with `nightdesk triage --evaluate` for this version of the
 * packs and the model: on the files `*-products.txt` of tests/fixtures/triage-unseen, by writers whose sentences were neither
 * trained on nor looked at. Rates are 0 to 1. Null is what has not been measured; it is shown as that.
 */
export const TRIAGE_FIGURES: TriageFigures = {
  /** The day of the measurement, `2026-11-25`. */
  measuredOn: '2026-11-26',
  /** The version of the packs that was measured. */
  packVersion: '2026.2',
  texts: 950,
  p1Recall: 0.976,
  p1Precision: 0.917,
  p2Recall: 0.912,
  tierLenient: 0.937,
  category: 0.932,
  p1AsP3: 0.015,
  /** Milliseconds within which 99 of 100 texts are judged. */
  msP99: 2.8,
};

/** The statistical model beside the rules; null where there is none. */
export const TRIAGE_MODEL: TriageModel | null = MODEL;

export type TriageFigures = {
  readonly measuredOn: string | null;
  readonly packVersion: string | null;
  readonly texts: number | null;
  readonly p1Recall: number | null;
  readonly p1Precision: number | null;
  readonly p2Recall: number | null;
  readonly tierLenient: number | null;
  readonly category: number | null;
  readonly p1AsP3: number | null;
  readonly msP99: number | null;
};

export type TriageModel = { readonly version: string; readonly bytes: number; readonly sentences: number };
