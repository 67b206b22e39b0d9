/**
 * How well triage does on texts it has never seen, as measured with `nightdesk triage --evaluate` for this version of the
 * packs. Rates are 0 to 1. Null is what has not been measured; it is shown as that.
 */
export const TRIAGE_FIGURES: TriageFigures = {
  /** The day of the measurement, `2026-11-25`. */
  measuredOn: null,
  /** The version of the packs that was measured. */
  packVersion: null,
  texts: null,
  p1Recall: null,
  p1Precision: null,
  p2Recall: null,
  tierLenient: null,
  category: null,
  p1AsP3: null,
  /** Milliseconds within which 99 of 100 texts are judged. */
  msP99: null,
};

/** The statistical model beside the rules; null where there is none. */
export const TRIAGE_MODEL: TriageModel | null = null;

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
