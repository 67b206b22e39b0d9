import {
  type BothLanguages,
  type Ladder,
  type Policy,
  type PolicyLayer,
  type PolicyOrigin,
  type PolicyPlace,
  TIERS,
  type Tier,
} from '#shared/contract';
import { DEFAULT_POLICY } from './default-policy.ts';

/** A place that says nothing of its own. */
export function emptyPolicyLayer(id: PolicyPlace, name: string): PolicyLayer {
  return { id, version: 0, name, signedBy: null, signedAt: null, ladders: {} };
}

/**
 * The ladders in force at a place. Of the layers that count there (the farthest first: company, group, property) each tier
 * has the ladder of the nearest that says one; where none does, the one a company begins with.
 */
export function policyInForce(layers: readonly PolicyLayer[]): Policy {
  const nearest = layers.findLast((layer) => TIERS.some((tier) => layer.ladders[tier] !== undefined)) ?? layers[0];
  const said = (tier: Tier): { readonly ladder: Ladder; readonly origin: PolicyOrigin } => {
    const layer = layers.findLast((each) => each.ladders[tier] !== undefined);
    const { id: place, name, version } = layer ?? DEFAULT_LAYER;
    return { ladder: layer?.ladders[tier] ?? DEFAULT_POLICY.ladders[tier], origin: { place, name, version } };
  };
  const [P1, P2, P3] = [said('P1'), said('P2'), said('P3')];
  const { id, name, version, signedBy } = nearest ?? DEFAULT_LAYER;
  return {
    id,
    name,
    version: Math.max(1, version),
    signedBy,
    ladders: { P1: P1.ladder, P2: P2.ladder, P3: P3.ladder },
    origins: { P1: P1.origin, P2: P2.origin, P3: P3.origin },
  };
}

/** Where the ladder of a tier comes from. */
export function originOf(policy: Policy, tier: Tier): PolicyOrigin {
  return policy.origins?.[tier] ?? { place: 'company', name: policy.name, version: policy.version };
}

/** What a place says, but for one tier, which is inherited again. */
export function layerWithout(layer: PolicyLayer, tier: Tier): PolicyLayer {
  const { [tier]: _, ...ladders } = layer.ladders;
  return { ...layer, ladders };
}

/** What a place says, with a ladder of its own for a tier. */
export function layerWith(layer: PolicyLayer, tier: Tier, ladder: Ladder): PolicyLayer {
  return { ...layer, ladders: { ...layer.ladders, [tier]: ladder } };
}

/** Whether two layers say the same about whom to wake and when. */
export function saysTheSameLadders(a: PolicyLayer, b: PolicyLayer): boolean {
  return TIERS.every((tier) => JSON.stringify(a.ladders[tier]) === JSON.stringify(b.ladders[tier]));
}

/** Why a layer may not be saved, in plain words; null where it may. */
export function policyLayerTrouble({ id, ladders }: PolicyLayer): BothLanguages | null {
  const missing = id === 'company' ? TIERS.filter((tier) => ladders[tier] === undefined) : [];
  if (missing.length > 0)
    return {
      en: `The company has nobody to inherit from: ${missing.join(', ')} needs a ladder.`,
      es: `La empresa no hereda de nadie: ${missing.join(', ')} necesita una escalera.`,
    };
  return null;
}

/** What a company begins with, as a layer. */
export const DEFAULT_LAYER: PolicyLayer = {
  id: 'company',
  version: 1,
  name: DEFAULT_POLICY.name,
  signedBy: null,
  signedAt: null,
  ladders: DEFAULT_POLICY.ladders,
};
