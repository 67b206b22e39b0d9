import type { Verdict } from '#shared/contract';
import type { StampedVerdict } from '#shared/incident';
import type { LifeSafetyKind } from '#shared/triage';

/** A verdict as it stands in the log: what was found and where, without the words themselves. */
export function stampedVerdict(verdict: Verdict, lifeSafety: LifeSafetyKind | null): StampedVerdict {
  const { category, tier, trade, confidence, reasons, packVersion, cardVersion } = verdict;
  const spans = reasons.map(({ code, start, end }) => ({ code, start, end }));
  return { category, tier, trade, confidence, reasons: spans, lifeSafety, packVersion, cardVersion };
}
