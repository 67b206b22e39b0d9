import { type Author, getRow, putRow, type WriteDb } from '#core/store';
import type { PolicyLayerView, Refusal, Staff } from '#shared/contract';
import { type Parts, refusal, whoIsAtDesk } from '../parts.ts';

/** Who answers for the rules of the company (ladders, texts to residents), and how a version of one is signed. */

const OWNER = 'rulesOwner';

const NO_OWNER = refusal('notOwner', {
  en: 'Nobody owns the rules yet. A manager or an admin signs the first version, and owns them from then on.',
  es: 'Las reglas aún no tienen responsable. Un gerente o administrador firma la primera versión y queda como responsable.',
});
export const NAME_DIFFERS = refusal('nameDiffers', {
  en: 'To sign, type your own name as it stands on the staff list. Nothing was saved.',
  es: 'Para firmar, escriba su propio nombre tal como está en la lista de personal. No se guardó nada.',
});

export function staffAtDesk(parts: Parts): Staff | null {
  const by = whoIsAtDesk(parts);
  return by?.kind === 'staff' ? getRow(parts.store.read, 'staff', by.id) : null;
}

/** Who owns the rules; null while nobody does, or they are not on the staff any more. */
export function ownerOf({ store }: Pick<Parts, 'store'>): PolicyLayerView['owner'] {
  const row = getRow(store.read, 'setting', OWNER);
  if (row === null) return null;
  const { staffId } = row.value as { readonly staffId: string }; // written below
  const staff = getRow(store.read, 'staff', staffId);
  return staff ? { staffId, name: staff.name } : null;
}

export function makeOwner(db: WriteDb, staffId: string, author: Author): void {
  putRow(db, 'setting', { id: OWNER, value: { staffId } }, author);
}

/** Why somebody may not sign; null where they may. */
export function refusedSigner(owner: PolicyLayerView['owner'], staff: Staff): Refusal | null {
  if (owner === null) return staff.role === 'coordinator' ? NO_OWNER : null;
  if (owner.staffId === staff.id) return null;
  return refusal('notOwner', {
    en: `Only ${owner.name}, who owns the rules, signs a version. Nothing was saved.`,
    es: `Solo ${owner.name}, responsable de las reglas, firma una versión. No se guardó nada.`,
  });
}

export function isSameName(typed: string, name: string): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  return plain(typed) === plain(name);
}
