import type { Finding } from '../findings.ts';

/** What the rules recognised, as the model is told: which code, and whether it stands. */
export function recognisedNames(findings: readonly Pick<Finding, 'code' | 'standing'>[]): readonly string[] {
  return findings.flatMap(({ code, standing }) => [code, `${code} ${standing}`, standing]);
}
