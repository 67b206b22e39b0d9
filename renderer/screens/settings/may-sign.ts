import { useSession } from '../../stores/index.ts';

/** Who may sign a version of the rules: their owner; while there is none, whoever leads. */
export function useMaySign(owner: { readonly staffId: string } | null): boolean {
  const staff = useSession((state) => state.session?.deskSession?.staff);
  if (!staff) return false;
  return owner === null ? staff.role !== 'coordinator' : owner.staffId === staff.id;
}
