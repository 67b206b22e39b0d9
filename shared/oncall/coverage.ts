import type { Duty, Instant, ScheduleSources, Trade } from '#shared/contract';
import { doubledDuties } from './doubled.ts';
import { freeBetween } from './layers.ts';
import { effectiveSchedule } from './who-is-on.ts';

type Stretch = { readonly startsAt: Instant; readonly endsAt: Instant };

/** How well a trade is covered in a stretch of time; each list in order of time, the first three without overlap. */
export type Coverage = {
  /** Nobody at all, general included. */
  readonly nobody: readonly Stretch[];
  readonly noPrimary: readonly Stretch[];
  readonly noBackup: readonly Stretch[];
  /** The same person is primary and backup. */
  readonly onePerson: readonly (Stretch & { readonly responderId: string })[];
};

/**
 * How a trade is covered at a property (null: the company) in `[from, to)`. Whoever `canBeCalled` refuses, because they
 * have left, covers nothing.
 */
export function coverageOf(
  sources: ScheduleSources,
  key: { readonly trade: Trade; readonly propertyId: string | null },
  from: Instant,
  to: Instant,
  canBeCalled: (responderId: string) => boolean,
): Coverage {
  const lineOf = (role: 'primary' | 'backup') =>
    effectiveSchedule(sources, { ...key, role }, from, to).filter((duty) => canBeCalled(duty.responderId));
  const primary = lineOf('primary');
  const backup = lineOf('backup');
  const nobody = freeBetween(byStart([...primary, ...backup]), from, to);
  const onlyMissing = (line: readonly Duty[]) => freeBetween(byStart([...line, ...nobody]), from, to);
  const doubled = primary.flatMap(({ responderId, startsAt, endsAt }) =>
    doubledDuties(sources, { ...key, role: 'primary' }, responderId, startsAt, endsAt),
  );
  return {
    nobody,
    noPrimary: onlyMissing(primary),
    noBackup: onlyMissing(backup),
    onePerson: doubled.map(({ responderId, startsAt, endsAt }) => ({ responderId, startsAt, endsAt })),
  };
}

function byStart<Line extends Stretch>(stretches: readonly Line[]): readonly Line[] {
  return stretches.toSorted((a, b) => a.startsAt - b.startsAt);
}
