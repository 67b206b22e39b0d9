import { ALARM_SOUNDS, type AlarmView } from '#shared/contract';
import { en } from './locales/en.ts';

type AlarmWord = keyof typeof en.words.alarm;

/** The name of an alarm in the texts; one this build does not know still says that a person is needed. */
export function alarmWord(kind: string): AlarmWord {
  return kind in en.words.alarm ? (kind as AlarmWord) : 'other'; // `in` has just looked
}

/** Of one sound, what comes first: nothing moves at all, then nobody has it, then what the desk has still in hand. */
const GRAVEST: readonly string[] = [
  'standstill',
  'clockworkLate',
  'unanswered',
  'residentWorse',
  'lateByHours',
  'withoutClock',
  'deskStep',
] satisfies readonly AlarmWord[];

/** The gravest sound first, of one sound the gravest matter, of those the one that began first. */
export function gravestFirst(alarms: readonly AlarmView[]): readonly AlarmView[] {
  const rank = (alarm: AlarmView) => ALARM_SOUNDS.indexOf(alarm.sound) - (alarm.isLooping ? ALARM_SOUNDS.length : 0);
  const gravity = ({ kind, isLooping }: AlarmView) =>
    isLooping && GRAVEST.includes(kind) ? GRAVEST.indexOf(kind) : GRAVEST.length;
  // What sounds once has to be heard for each one, so the latest counts.
  const age = (alarm: AlarmView) => (alarm.isLooping ? alarm.since : -alarm.since);
  return alarms.toSorted((a, b) => rank(a) - rank(b) || gravity(a) - gravity(b) || age(a) - age(b));
}

/** Which alarm is sounded: the gravest of those not silenced. */
export function loudestOf(alarms: readonly AlarmView[], now: number): AlarmView | null {
  return (
    gravestFirst(alarms.filter(({ isSilencedUntil }) => isSilencedUntil === null || isSilencedUntil <= now))[0] ?? null
  );
}
