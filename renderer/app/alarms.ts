import { ALARM_SOUNDS, type AlarmView } from '#shared/contract';
import { en } from './locales/en.ts';

type AlarmWord = keyof typeof en.words.alarm;

/** The name of an alarm in the texts; one this build does not know still says that a person is needed. */
export function alarmWord(kind: string): AlarmWord {
  return kind in en.words.alarm ? (kind as AlarmWord) : 'other'; // `in` has just looked
}

/** Which alarm is sounded: the gravest sound among those not silenced, of those that sound on the one that began first. */
export function loudestOf(alarms: readonly AlarmView[], now: number): AlarmView | null {
  const loud = alarms.filter((alarm) => alarm.isSilencedUntil === null || alarm.isSilencedUntil <= now);
  const rank = (alarm: AlarmView) => ALARM_SOUNDS.indexOf(alarm.sound) - (alarm.isLooping ? ALARM_SOUNDS.length : 0);
  // What sounds once has to be heard for each one, so the latest counts.
  const age = (alarm: AlarmView) => (alarm.isLooping ? alarm.since : -alarm.since);
  return loud.toSorted((a, b) => rank(a) - rank(b) || age(a) - age(b))[0] ?? null;
}
