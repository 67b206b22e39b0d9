import { RESPONDER_ROLES, type Responder, SHIFT_ROLES, type TargetSpec } from '#shared/contract';

/** A target as the value of a list: `onCall primary`, `role manager`, `emergencyVendor`, `responder 7f3a`. */
export function choiceOf(target: TargetSpec): string {
  switch (target.kind) {
    case 'onCall':
      return `onCall ${target.role}`;
    case 'role':
      return `role ${target.role}`;
    case 'responder':
      return `responder ${target.responderId}`;
    case 'emergencyVendor':
      return 'emergencyVendor';
  }
}

/** Whom a step can wake: the on-call roles, the roles of the company, the emergency vendor, and people by name. */
export function targetsOf(responders: readonly Responder[]): readonly TargetSpec[] {
  return [
    ...SHIFT_ROLES.map((role): TargetSpec => ({ kind: 'onCall', role })),
    ...RESPONDER_ROLES.filter((role) => role !== 'technician' && role !== 'vendor').map(
      (role): TargetSpec => ({ kind: 'role', role }),
    ),
    { kind: 'emergencyVendor' },
    ...responders
      .filter((each) => each.active)
      .map((each): TargetSpec => ({ kind: 'responder', responderId: each.id })),
  ];
}
