import type { CoverFinding, Readiness, ReadinessLevel, Trade } from '#shared/contract';

/** One line of what is not covered: trades that lack the same at the same time and places. */
export type GroupedFinding = Omit<CoverFinding, 'trade'> & { readonly trades: readonly Trade[] };

/** Eight trades that end at eight are one line, not eight. */
export function grouped(findings: readonly CoverFinding[]): readonly GroupedFinding[] {
  const lines = new Map<string, GroupedFinding>();
  for (const { trade, ...rest } of findings) {
    const key = JSON.stringify([rest.kind, rest.startsAt, rest.endsAt, rest.name, rest.places, acceptedFor(rest)]);
    const line = lines.get(key);
    lines.set(key, { ...rest, trades: [...(line?.trades ?? []), trade] });
  }
  return [...lines.values()];
}

/** Trades accepted by the same person until the same time, for the same reason, were accepted together. */
function acceptedFor({ accepted }: Pick<CoverFinding, 'accepted'>): readonly unknown[] | null {
  return accepted && [accepted.by, accepted.until, accepted.reason];
}

/** How many checks stand where, the alarm of this window and the live calendars among them. */
export function countsOf(
  view: Readiness,
  isAlarmHeard: boolean,
  calendars: ReadinessLevel = 'ok',
): Readonly<Record<'warn' | 'bad' | 'unknown', number>> {
  const { cover, people, gateway, fallback, tests, mode, unheard, awake, watch, triage, disk } = view;
  const levels: readonly ReadinessLevel[] = [
    ...[cover, people, gateway, fallback, tests, mode, unheard, awake, watch, triage, disk].map((check) => check.level),
    isAlarmHeard ? 'ok' : 'unknown',
    calendars,
  ];
  const count = (level: ReadinessLevel) => levels.filter((each) => each === level).length;
  return { warn: count('warn'), bad: count('bad'), unknown: count('unknown') };
}

/** `48.2 GB`. */
export function roomOf(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
