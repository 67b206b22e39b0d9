import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ladder, type PolicyLayer, type PolicyPlace, TIERS, type Tier } from '#shared/contract';
import {
  DEFAULT_LAYER,
  DEFAULT_POLICY,
  emptyPolicyLayer,
  ladderChanges,
  layerWith,
  layerWithout,
  originOf,
  policyInForce,
  policyLayerTrouble,
  saysTheSameLadders,
} from '#shared/escalation';

const SEED = Number(process.env.ESCALATION_SEED ?? 20_261_121);
const PLACES = ['company', 'group:North', 'property:maple'] as const satisfies readonly PolicyPlace[];

/** A ladder that can be told from every other. */
const marked = (lastWindowMin: number): Ladder => ({ steps: [], lastWindowMin });
const layer = (id: PolicyPlace, version: number, ladders: PolicyLayer['ladders']): PolicyLayer => ({
  ...emptyPolicyLayer(id, `name of ${id}`),
  version,
  signedBy: `signer of ${id}`,
  ladders,
});

describe('rule 1: which ladder runs at a property', () => {
  test('the nearest place that says one, tier by tier, and where it comes from', () => {
    const policy = policyInForce([
      layer('company', 4, { P1: marked(1), P2: marked(2), P3: marked(3) }),
      layer('group:North', 2, { P2: marked(20) }),
      layer('property:maple', 7, { P1: marked(100) }),
    ]);
    expect(TIERS.map((tier) => policy.ladders[tier].lastWindowMin)).toEqual([100, 20, 3]);
    expect(TIERS.map((tier) => originOf(policy, tier))).toEqual([
      { place: 'property:maple', name: 'name of property:maple', version: 7 },
      { place: 'group:North', name: 'name of group:North', version: 2 },
      { place: 'company', name: 'name of company', version: 4 },
    ]);
    expect([policy.id, policy.version, policy.signedBy]).toEqual(['property:maple', 7, 'signer of property:maple']);
  });

  test('it agrees with a search from the property upwards, whoever says what', () => {
    const said = fc.subarray([...TIERS]);
    fc.assert(
      fc.property(fc.array(said, { minLength: 0, maxLength: 3 }), (tiersOf) => {
        const layers = tiersOf.map((tiers, index) => {
          const id = PLACES[index] ?? 'company';
          const ladders = Object.fromEntries(tiers.map((tier) => [tier, marked(1 + index * 10 + TIERS.indexOf(tier))]));
          return layer(id, index + 1, ladders);
        });
        const policy = policyInForce(layers);
        for (const tier of TIERS) {
          let found: { ladder: Ladder; place: string } = {
            ladder: DEFAULT_POLICY.ladders[tier],
            place: 'company',
          };
          for (const each of layers) {
            const own = each.ladders[tier];
            if (own) found = { ladder: own, place: each.id };
          }
          expect(policy.ladders[tier]).toEqual(found.ladder);
          expect(originOf(policy, tier).place).toBe(found.place);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('a tier made a place’s own, and given back', () => {
    const own = layerWith(emptyPolicyLayer('property:maple', 'Maple Court'), 'P1', marked(9));
    expect(own.ladders).toEqual({ P1: marked(9) });
    expect(layerWithout(own, 'P1').ladders).toEqual({});
    expect(saysTheSameLadders(own, layerWithout(own, 'P2'))).toBe(true);
    expect(saysTheSameLadders(own, layerWithout(own, 'P1'))).toBe(false);
  });

  test('the company inherits from nobody, so it keeps every tier', () => {
    expect(policyLayerTrouble(DEFAULT_LAYER)).toBeNull();
    expect(policyLayerTrouble(layerWithout(DEFAULT_LAYER, 'P2'))?.en).toMatch(/P2 needs a ladder/);
    expect(policyLayerTrouble(emptyPolicyLayer('group:North', 'North'))).toBeNull();
  });
});

describe('what changed in a ladder, in words', () => {
  const { P1 } = DEFAULT_POLICY.ladders;
  const words = (after: Ladder, before = P1) =>
    ladderChanges(before, after, (id) => (id === 'ana' ? 'Ana Silva' : null));
  const withStep = (index: number, change: Partial<Ladder['steps'][number]>): Ladder => ({
    ...P1,
    steps: P1.steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
  });

  test('nothing, where nothing did', () => {
    expect(words(structuredClone(P1))).toEqual([]);
  });

  test('a time and a person', () => {
    const targets = [
      ...(P1.steps[2]?.targets ?? []),
      { target: { kind: 'role', role: 'owner' }, channels: ['voice'], whateverElse: false } as const,
    ];
    const changed = withStep(2, {
      afterPreviousMin: 4,
      targets: structuredClone(targets) as Ladder['steps'][number]['targets'],
    });
    expect(words(changed)).toEqual([
      { en: 'step 3: 7 → 4 min, + owner (voice)', es: 'paso 3: 7 → 4 min, + dueño (voz)' },
    ]);
  });

  test('a delay, a copy by name, what fires whatever else', () => {
    const changed = withStep(0, {
      targets: [
        {
          target: { kind: 'onCall', role: 'primary' },
          channels: ['sms', 'voice'],
          afterMin: { voice: 2 },
          whateverElse: true,
        },
        { target: { kind: 'responder', responderId: 'ana' }, channels: ['sms'], whateverElse: false, isCopy: true },
      ],
    });
    expect(words(changed).map((each) => each.en)).toEqual([
      'step 1: primary: SMS, voice → SMS, voice after 2 min, whatever else, + Ana Silva (for information)',
    ]);
  });

  test('steps that come and go, and the last window', () => {
    const shorter: Ladder = { steps: P1.steps.slice(0, 4), lastWindowMin: 12 };
    expect(words(shorter).map((each) => each.en)).toEqual([
      'step 5 taken out',
      'unanswered 8 → 12 min after the last step',
    ]);
    expect(words(P1, shorter).map((each) => each.es)[0]).toBe(
      'paso 5: + 8 min, + dueño (SMS, voz), + proveedor de emergencia (SMS, voz, pase lo que pase)',
    );
  });

  test('something is said exactly where something is other', () => {
    const tier = fc.constantFrom<Tier>('P1', 'P2');
    fc.assert(
      fc.property(tier, tier, fc.nat(4), fc.nat(30), (a, b, index, min) => {
        const before = DEFAULT_POLICY.ladders[a];
        const base = DEFAULT_POLICY.ladders[b];
        const after: Ladder = {
          ...base,
          steps: base.steps.map((step, at) => (at === index ? { ...step, afterPreviousMin: min } : step)),
        };
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(words(after, before).length === 0).toBe(isSame);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
