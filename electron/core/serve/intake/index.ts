import { exportKey, scheduleFile } from '#core/oncall';
import { scheduleFileFacts } from '../api/oncall-views.ts';
import type { Parts } from '../parts.ts';
import { calendarRoute } from './calendar-route.ts';
import { type Intake, intake } from './intake.ts';

export type { Intake } from './intake.ts';

/** The listener that others may reach, with every way in that there is: the schedule for other people's calendars. */
export function openIntake(
  parts: Pick<Parts, 'store' | 'desk' | 'book' | 'clock' | 'hub'>,
  onTrouble: (error: unknown) => void,
): Intake {
  const { store, clock, hub } = parts;
  const kept = new Map<string, string | null>();
  let keptAt = 0;
  hub.subscribe((changed) => {
    if (changed.some((each) => each === 'oncall' || each === 'portfolio' || each === 'session')) kept.clear();
  });
  const schedule = calendarRoute({
    key: () => exportKey(store.read),
    file(filter) {
      const now = clock.now();
      if (Math.abs(now - keptAt) > KEPT_MS || kept.size >= MOST_KEPT) kept.clear();
      if (kept.size === 0) keptAt = now;
      const name = JSON.stringify(filter);
      const known = kept.get(name);
      if (known !== undefined) return known;
      const file = scheduleFile(scheduleFileFacts(parts), filter, now);
      kept.set(name, file);
      return file;
    },
  });
  return intake({ ...parts, routes: [schedule], onTrouble });
}

/** Many calendars ask for the same file; it is written anew when the plan has changed, or after this. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 100;
