import type { AlarmView } from '#shared/contract';
import { en } from './locales/en.ts';
import { REPEAT_MS, soundOf } from './sounds.ts';

type AlarmWord = keyof typeof en.words.alarm;

/** The name of an alarm in the texts; one this build does not know still says that a person is needed. */
export function alarmWord(kind: string): AlarmWord {
  return kind in en.words.alarm ? (kind as AlarmWord) : 'other'; // `in` has just looked
}

/** Which alarm is sounded: the one that repeats fastest among those not silenced. */
export function loudestOf(alarms: readonly AlarmView[], now: number): AlarmView | null {
  const loud = alarms.filter((alarm) => alarm.isSilencedUntil === null || alarm.isSilencedUntil <= now);
  const rank = (alarm: AlarmView) => REPEAT_MS[soundOf(alarm.kind)] ?? Number.POSITIVE_INFINITY;
  return loud.toSorted((a, b) => rank(a) - rank(b) || a.since - b.since)[0] ?? null;
}
