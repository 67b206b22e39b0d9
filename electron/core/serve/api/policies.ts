import { keepPolicyLayer, policyLayerAt, policyLayersAbove, policyPlaces, reachOf } from '#core/oncall';
import { getRow, policyVersionAt, policyVersions } from '#core/store';
import type { Answer, PolicyLayer, PolicyLayerView, PolicyPlace, PolicySaveInput } from '#shared/contract';
import { policyInForce, policyLayerTrouble, saysTheSameLadders } from '#shared/escalation';
import type { ConsoleApi } from '../console-api.ts';
import { DONE, type Parts, refusal, SIGN_IN_FIRST } from '../parts.ts';
import { isSameName, makeOwner, NAME_DIFFERS, ownerOf, refusedSigner, staffAtDesk } from './rules-owner.ts';

type PoliciesApi = Pick<
  ConsoleApi,
  'policyPlaces' | 'policyLayer' | 'savePolicyLayer' | 'policyVersion' | 'setRulesOwner'
>;

const CHANGED = ['settings', 'oncall'] as const;

const NO_SUCH_PLACE = refusal('notThere', {
  en: 'This property or group is not there any more. Nothing was saved.',
  es: 'Esta propiedad o grupo ya no existe. No se guardó nada.',
});
const CHANGED_MEANWHILE = refusal('changedMeanwhile', {
  en: 'Somebody saved a newer version meanwhile. Nothing was overwritten; look at theirs and enter your change again.',
  es: 'Alguien guardó otra versión mientras tanto. No se sobrescribió nada; revise la suya y vuelva a ingresar su cambio.',
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
  const staff = staffAtDesk(parts);
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
      if (view.owner === null) makeOwner(db, staff.id, author);
      keepPolicyLayer(db, signed, author);
    },
    { kind: 'staff', id: staff.id, name: staff.name },
  );
  return DONE;
}

function setOwner(parts: Parts, staffId: string): Answer<null> {
  const { store, desk } = parts;
  const staff = staffAtDesk(parts);
  if (!staff) return SIGN_IN_FIRST;
  const owner = ownerOf(parts);
  const next = getRow(store.read, 'staff', staffId);
  if (owner?.staffId !== staff.id && staff.role !== 'admin') return NOT_YOURS;
  if (next === null || next.role === 'coordinator') return MUST_LEAD;
  desk.change(CHANGED, (db, author) => makeOwner(db, staffId, author), {
    kind: 'staff',
    id: staff.id,
    name: staff.name,
  });
  return DONE;
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
