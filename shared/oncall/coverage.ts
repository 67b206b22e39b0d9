import type { Duty, Gap, Instant, ScheduleSources, Scope, ShiftRole, Stretch, Trade } from '#shared/contract';
import type { InForce } from './decisions.ts';
import { freeBetween, together } from './layers.ts';
import { type CanBeCalled, type Lines, linesOf } from './lines.ts';
import { lineKeyOf } from './scope.ts';

/** A stretch in which somebody is missing, and who has said by name that this is known. */
type Missing = Stretch & { readonly accepted: Gap['accepted'] };

/** How well a trade is covered in a stretch of time; each list in order of time, the first three without overlap. */
export type Coverage = {
  /** Nobody at all, neither general nor a vendor; accepted where both roles are. */
  readonly nobody: readonly Missing[];
  readonly noPrimary: readonly Missing[];
  readonly noBackup: readonly Missing[];
  /** The same person is primary and backup. */
  readonly onePerson: readonly (Stretch & { readonly responderId: string })[];
};

/**
 * How a trade is covered at a property or in a group (both null: the company) in `[from, to)`. Whoever `canBeCalled`
 * refuses, because they have left, covers nothing.
 */
export function coverageOf(
  sources: ScheduleSources,
  key: { readonly trade: Trade; readonly propertyId: string | null; readonly group?: string | null },
  from: Instant,
  to: Instant,
  canBeCalled: CanBeCalled,
): Coverage {
  if (from >= to) return { nobody: [], noPrimary: [], noBackup: [], onePerson: [] };
  const scope = lineKeyOf({ ...key, role: 'primary' });
  return coverageIn(linesOf(sources, from, to, canBeCalled), { ...scope, trade: key.trade }, from, to);
}

/** The same over lines that are at hand. */
export function coverageIn(
  lines: Lines,
  { trade, propertyId, group }: Scope & { readonly trade: Trade },
  from: Instant,
  to: Instant,
): Coverage {
  const keyOf = (role: ShiftRole) => ({ trade, role, propertyId, group });
  const primary = lines.effective(keyOf('primary'));
  const backup = lines.effective(keyOf('backup'));
  const nobody = freeBetween(byStart([...primary, ...backup]), from, to);
  const onlyMissing = (line: readonly Duty[]) => freeBetween(byStart([...line, ...nobody]), from, to);
  const accepted = (role: ShiftRole) => lines.accepted(keyOf(role));
  return {
    nobody: withAccepted(nobody, bothAccepted(accepted('primary'), accepted('backup'))),
    noPrimary: withAccepted(onlyMissing(primary), accepted('primary')),
    noBackup: withAccepted(onlyMissing(backup), accepted('backup')),
    onePerson: together(
      primary,
      backup,
      (one, other) => (one !== null && one.responderId === other?.responderId ? inBothRoles(one) : null),
      (a, b) => a.responderId === b.responderId,
    ),
  };
}

function inBothRoles({ responderId, startsAt, endsAt }: Duty): Coverage['onePerson'][number] {
  return { responderId, startsAt, endsAt };
}

function bothAccepted(primary: readonly InForce[], backup: readonly InForce[]): readonly InForce[] {
  return together(primary, backup, (one, other) => (other === null ? null : one), isSameDecision);
}

const isSameDecision = (a: InForce, b: InForce): boolean => a.decision.id === b.decision.id;

/** Cuts the stretches of a line where it changes whether, and by what, they are accepted. */
export function withAccepted<S extends Stretch>(
  line: readonly S[],
  accepted: readonly InForce[],
): readonly (S & Pick<Gap, 'accepted'>)[] {
  return together(
    line,
    accepted,
    (missing, known) => (missing === null ? null : { ...missing, accepted: known && acceptanceOf(known) }),
    () => false,
  );
}

function acceptanceOf({ decision }: InForce): Gap['accepted'] {
  if (decision.kind !== 'accepted') return null;
  const { id, by, reason, until } = decision;
  return { id, by, reason, until };
}

function byStart<Line extends Stretch>(stretches: readonly Line[]): readonly Line[] {
  return stretches.toSorted((a, b) => a.startsAt - b.startsAt);
}
