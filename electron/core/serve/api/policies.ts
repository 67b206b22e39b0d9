import { keepPolicyLayer, policyLayerAt, policyLayersAbove, policyPlaces, reachOf } from '#core/oncall';
import { getRow, policyVersionAt, policyVersions, putRow } from '#core/store';
import type { Answer, PolicyLayer, PolicyLayerView, PolicyPlace, PolicySaveInput, Staff } from '#shared/contract';
import { policyInForce, policyLayerTrouble, saysTheSameLadders } from '#shared/escalation';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

type PoliciesApi = Pick<
  ConsoleApi,
  'policyPlaces' | 'policyLayer' | 'savePolicyLayer' | 'policyVersion' | 'setRulesOwner'
>;

const OWNER = 'rulesOwner';
const CHANGED = ['settings', 'oncall'] as const;

const NO_SUCH_PLACE = refusal('notThere', {
  en: 'This property or group is not there any more. Nothing was saved.',
  es: 'Esta propiedad o grupo ya no existe. No se guardó nada.',
});
const CHANGED_MEANWHILE = refusal('changedMeanwhile', {
  en: 'Somebody saved a newer version meanwhile. Nothing was overwritten; look at theirs and enter your change again.',
  es: 'Alguien guardó otra versión mientras tanto. No se sobrescribió nada; revise la suya y vuelva a ingresar su cambio.',
});
const NO_OWNER = refusal('notOwner', {
  en: 'Nobody owns the rules yet. A manager or an admin signs the first version, and owns them from then on.',
  es: 'Las reglas aún no tienen responsable. Un gerente o administrador firma la primera versión y queda como responsable.',
});
const NAME_DIFFERS = refusal('nameDiffers', {
  en: 'To sign, type your own name as it stands on the staff list. Nothing was saved.',
  es: 'Para firmar, escriba su propio nombre tal como está en la lista de personal. No se guardó nada.',
});
const MUST_LEAD = refusal('mustLead', {
  en: 'The rules are owned by a manager or an admin of the staff list. Nothing was changed.',
  es: 'De las reglas responde un gerente o administrador de la lista de personal. No se cambió nada.',
});
const NOT_YOURS = refusal('notOwner', {
  en: 'Only the owner of the rules or an admin hands them to somebody else.',
  es: 'Solo quien responde por las reglas o un administrador puede pasarlas a otra persona.',
});

/** Whom to wake when: what each place says, the versions that were signed, and who may sign. */
export function policiesApi(parts: Parts): PoliciesApi {
  const { store } = parts;
  return {
    policyPlaces: () => policyPlaces(store.read),
    policyLayer: (place) => layerView(parts, place),
    policyVersion: (place, version) => policyVersionAt(store.read, place, version),
    savePolicyLayer: (input) => saveLayer(parts, input),
    setRulesOwner: (staffId) => setOwner(parts, staffId),
  };
}

function saveLayer(parts: Parts, { layer, signedAs }: PolicySaveInput): Answer<null> {
  const { desk, clock } = parts;
  const staff = signedIn(parts);
  if (!staff) return SIGN_IN_FIRST;
  const view = layerView(parts, layer.id);
  if (view === null) return NO_SUCH_PLACE;
  const mayNot = refusedSigner(view.owner, staff);
  if (mayNot) return mayNot;
  if (view.layer.version !== layer.version) return CHANGED_MEANWHILE;
  if (saysTheSameLadders(view.layer, layer)) return DONE;
  const trouble = policyLayerTrouble(layer);
  if (trouble) return refusal('badPolicy', trouble);
  if (!isSameName(signedAs, staff.name)) return NAME_DIFFERS;
  const signed: PolicyLayer = {
    ...view.layer,
    ladders: layer.ladders,
    version: view.layer.version + 1,
    signedBy: staff.name,
    signedAt: clock.now(),
  };
  desk.change(
    CHANGED,
    (db, author) => {
      if (view.owner === null) putRow(db, 'setting', { id: OWNER, value: { staffId: staff.id } }, author);
      keepPolicyLayer(db, signed, author);
    },
    { kind: 'staff', id: staff.id, name: staff.name },
  );
  return DONE;
}

function setOwner(parts: Parts, staffId: string): Answer<null> {
  const { store, desk } = parts;
  const staff = signedIn(parts);
  if (!staff) return SIGN_IN_FIRST;
  const owner = ownerOf(parts);
  const next = getRow(store.read, 'staff', staffId);
  if (owner?.staffId !== staff.id && staff.role !== 'admin') return NOT_YOURS;
  if (next === null || next.role === 'coordinator') return MUST_LEAD;
  const value = { id: OWNER, value: { staffId } };
  desk.change(CHANGED, (db, author) => putRow(db, 'setting', value, author), {
    kind: 'staff',
    id: staff.id,
    name: staff.name,
  });
  return DONE;
}

function signedIn(parts: Parts): Staff | null {
  const by = whoIsAtDesk(parts);
  return by?.kind === 'staff' ? getRow(parts.store.read, 'staff', by.id) : null;
}

/** Who owns the rules; null while nobody does, or they are not on the staff any more. */
function ownerOf({ store }: Parts): PolicyLayerView['owner'] {
  const row = getRow(store.read, 'setting', OWNER);
  if (row === null) return null;
  const { staffId } = row.value as { readonly staffId: string }; // written above
  const staff = getRow(store.read, 'staff', staffId);
  return staff ? { staffId, name: staff.name } : null;
}

function refusedSigner(owner: PolicyLayerView['owner'], staff: Staff): ReturnType<typeof refusal> | null {
  if (owner === null) return staff.role === 'coordinator' ? NO_OWNER : null;
  if (owner.staffId === staff.id) return null;
  return refusal('notOwner', {
    en: `Only ${owner.name}, who owns the rules, signs a version. Nothing was saved.`,
    es: `Solo ${owner.name}, responsable de las reglas, firma una versión. No se guardó nada.`,
  });
}

function isSameName(typed: string, name: string): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  return plain(typed) === plain(name);
}

function layerView(parts: Parts, place: PolicyPlace): PolicyLayerView | null {
  const { read } = parts.store;
  const layer = policyLayerAt(read, place);
  if (layer === null) return null;
  const above = policyLayersAbove(read, place);
  return {
    layer,
    above,
    inForce: policyInForce([...above, layer]),
    versions: policyVersions(read, place),
    reaches: reachOf(read, place),
    owner: ownerOf(parts),
  };
}
