import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEvents } from '#core/store';
import { type Ladder, type LadderStep, type PolicyLayer, type PolicyPlace, TIERS } from '#shared/contract';
import { DEFAULT_POLICY } from '#shared/escalation';
import type { EventOf } from '#shared/incident';
import { NIGHT, type Night, openNight, signIn } from '../world.ts';

/** Ladders per place: what is in force where, who may change it, and what becomes of those that run. */

let night: Night;
beforeEach(async () => {
  night = await openNight();
  await signIn(night.core, 'manager');
});
afterEach(() => night.end());

const MANAGER = 'Priya Shah';
const byText = (afterPreviousMin: number, ...roles: readonly ('primary' | 'backup')[]): LadderStep => ({
  afterPreviousMin,
  targets: roles.map((role) => ({ target: { kind: 'onCall', role }, channels: ['sms'], whateverElse: false })),
});
const SHORT: Ladder = { steps: [byText(0, 'primary'), byText(3, 'backup')], lastWindowMin: 9 };

function layerOf(place: PolicyPlace): PolicyLayer {
  const view = night.core.api.policyLayer(place);
  if (!view) throw new Error(`no place ${place}`);
  return view.layer;
}
const save = (place: PolicyPlace, ladders: PolicyLayer['ladders'], signedAs = MANAGER) =>
  night.core.api.savePolicyLayer({ layer: { ...layerOf(place), ladders }, signedAs });
const propertyOf = (place: string): { readonly id: string; readonly group: string } => {
  const property = night.core.api.places(place)[0]?.property;
  if (!property) throw new Error(`no place ${place}`);
  return { id: property.id, group: property.group ?? '' };
};
const dispatchedOf = (incidentId: string) =>
  loadEvents(night.core.store.read, incidentId)
    .map(({ event }) => event)
    .filter((event): event is EventOf<'dispatched'> => event.type === 'dispatched');
const stepsOf = (incidentId: string) =>
  loadEvents(night.core.store.read, incidentId).flatMap(({ event }) =>
    event.type === 'stepFired' ? [[(event.at - NIGHT) / 60_000, event.step] as const] : [],
  );

/** Puts two properties into a group, and leaves the others alone. */
async function intoGroup(group: string, ...places: readonly string[]): Promise<void> {
  for (const place of places) {
    const property = night.core.api.portfolio().properties.find((each) => each.id === propertyOf(place).id);
    if (!property) throw new Error(`no property ${place}`);
    const { units: _, residents: __, ...row } = property;
    expect(night.core.api.saveProperty({ ...row, group })).toMatchObject({ ok: true });
  }
}

describe('rule 1: the ladder of a property', () => {
  it('is the nearest that is said, per tier; the log says where it comes from and in which version', async () => {
    await intoGroup('North', 'maple 2b');
    const { id } = propertyOf('maple 2b');
    expect(save('group:North', { P1: SHORT })).toMatchObject({ ok: true });
    const view = night.core.api.policyLayer(`property:${id}`);
    expect(view?.inForce.origins).toMatchObject({
      P1: { place: 'group:North', name: 'North', version: 1 },
      P2: { place: 'company', version: 1 },
    });
    const incident = await night.report({ place: 'maple 2b', text: 'water running from the ceiling', tier: 'P1' });
    expect(dispatchedOf(incident)).toMatchObject([
      { policyId: 'group:North', policyName: 'North', policyVersion: 1, ladder: SHORT },
    ]);
    // Another property goes on by the company's.
    const elsewhere = night.core.api.portfolio().properties.find((each) => each.id !== id);
    const preview = night.core.api.ladderPreview({
      ...{ propertyId: elsewhere?.id ?? '', trade: 'plumbing', tier: 'P1', language: 'en', lifeSafety: null },
    });
    expect(preview.origin).toMatchObject({ place: 'company' });
  });

  it('is kept by a ladder that runs, though all three places are saved meanwhile', async () => {
    await intoGroup('North', 'maple 2b');
    const { id } = propertyOf('maple 2b');
    expect(save(`property:${id}`, { P1: SHORT })).toMatchObject({ ok: true });
    const incident = await night.report({ place: 'maple 2b', text: 'water running from the ceiling', tier: 'P1' });
    const later: Ladder = { ...SHORT, steps: [byText(0, 'primary'), byText(30, 'backup')] };
    for (const place of ['company', 'group:North', `property:${id}`] as const)
      expect(save(place, { ...layerOf(place).ladders, P1: later })).toMatchObject({ ok: true });
    await night.pass('4 min');
    expect(stepsOf(incident)).toEqual([
      [0, 0],
      [3, 1],
    ]);
    const next = await night.report({ place: 'maple 2b', text: 'water running from the ceiling', tier: 'P1' });
    expect(dispatchedOf(next)).toMatchObject([{ policyVersion: 2, ladder: later }]);
  });

  it('is the company’s where the property is not known, whatever it said before', async () => {
    expect(save('company', { ...DEFAULT_POLICY.ladders, P1: SHORT })).toMatchObject({ ok: true });
    for (const propertyId of [null, '', 'gone'])
      expect(
        night.core.api.ladderPreview({ propertyId, trade: 'general', tier: 'P1', language: 'en', lifeSafety: null })
          .ladder,
      ).toEqual(SHORT);
  });

  it('is inherited again when its own is given back, as one more version', () => {
    const { id } = propertyOf('maple 2b');
    const place = `property:${id}` as const;
    expect(save(place, { P1: SHORT })).toMatchObject({ ok: true });
    expect(save(place, {})).toMatchObject({ ok: true });
    const view = night.core.api.policyLayer(place);
    expect(view?.inForce.ladders.P1).toEqual(DEFAULT_POLICY.ladders.P1);
    expect(view?.versions.map((each) => [each.version, each.signedBy])).toEqual([
      [2, MANAGER],
      [1, MANAGER],
    ]);
    expect(night.core.api.policyVersion(place, 1)?.ladders).toEqual({ P1: SHORT });
    expect(night.core.api.policyVersion(place, 3)).toBeNull();
  });

  it('says which properties a change reaches: those with none nearer', async () => {
    await intoGroup('North', 'maple 2b');
    const { id } = propertyOf('maple 2b');
    const all = night.core.api.portfolio().properties.map((each) => each.name);
    const reach = (place: PolicyPlace) => night.core.api.policyLayer(place)?.reaches;
    expect(reach('company')?.P1).toHaveLength(all.length);
    save('group:North', { P1: SHORT });
    expect(reach('company')?.P1).toHaveLength(all.length - 1);
    expect(reach('company')?.P2).toHaveLength(all.length);
    save(`property:${id}`, { P1: SHORT, P2: SHORT });
    expect(reach('group:North')).toMatchObject({ P1: [], P2: [] });
    expect(TIERS.map((tier) => reach(`property:${id}`)?.[tier].length)).toEqual([1, 1, 1]);
  });
});

describe('a version is signed by the owner of the rules', () => {
  const P1 = { ...SHORT, lastWindowMin: 11 };
  const change = () => save('company', { ...layerOf('company').ladders, P1 });

  it('the first by a manager, who owns them from then on; with their own name', () => {
    expect(night.core.api.policyLayer('company')?.owner).toBeNull();
    expect(save('company', { ...DEFAULT_POLICY.ladders, P1 }, 'Rosa Alvarez')).toMatchObject({ code: 'nameDiffers' });
    expect(layerOf('company').version).toBe(1);
    expect(save('company', { ...DEFAULT_POLICY.ladders, P1 }, ' priya  shah ')).toMatchObject({ ok: true });
    expect(night.core.api.policyLayer('company')?.owner).toMatchObject({ name: MANAGER });
    expect(layerOf('company')).toMatchObject({ version: 2, signedBy: MANAGER, signedAt: night.clock.now() });
  });

  it('nobody else: a coordinator reads, and is told who signs', async () => {
    await signIn(night.core, 'coordinator');
    expect(change()).toMatchObject({ ok: false, code: 'notOwner' });
    await signIn(night.core, 'manager');
    expect(change()).toMatchObject({ ok: true });
    await signIn(night.core, 'coordinator');
    const refused = night.core.api.savePolicyLayer({
      layer: { ...layerOf('company'), ladders: DEFAULT_POLICY.ladders },
      signedAs: MANAGER,
    });
    expect(refused).toMatchObject({ ok: false, code: 'notOwner', reason: { en: expect.stringContaining(MANAGER) } });
    expect(layerOf('company').ladders.P1).toEqual(P1);
    const rosa = night.core.api.appInfo().staff.find((each) => each.role === 'coordinator');
    expect(night.core.api.setRulesOwner(rosa?.id ?? '')).toMatchObject({ ok: false, code: 'notOwner' });
  });

  it('after they were handed to somebody who leads, by that one alone', async () => {
    expect(change()).toMatchObject({ ok: true });
    const eve = { name: 'Eve Moreau', role: 'admin', pin: '9876', language: 'en', responderId: null } as const;
    expect(await night.core.api.addStaff(eve)).toMatchObject({ ok: true });
    const idOf = (name: string) => night.core.api.appInfo().staff.find((each) => each.name === name)?.id ?? '';
    expect(night.core.api.setRulesOwner(idOf('Rosa Alvarez'))).toMatchObject({ code: 'mustLead' });
    expect(night.core.api.setRulesOwner(idOf(eve.name))).toMatchObject({ ok: true });
    expect(night.core.api.policyLayer('company')?.owner?.name).toBe(eve.name);
    expect(save('company', DEFAULT_POLICY.ladders)).toMatchObject({ code: 'notOwner' });
    expect(night.core.api.setRulesOwner(idOf(MANAGER))).toMatchObject({ code: 'notOwner' });
  });

  it('not over a version that somebody saved meanwhile, and not without every tier of the company', () => {
    const before = layerOf('company');
    expect(change()).toMatchObject({ ok: true });
    expect(
      night.core.api.savePolicyLayer({
        layer: { ...before, ladders: { ...before.ladders, P2: SHORT } },
        signedAs: MANAGER,
      }),
    ).toMatchObject({
      code: 'changedMeanwhile',
    });
    const { P1: _, ...rest } = layerOf('company').ladders;
    expect(save('company', rest)).toMatchObject({ ok: false, code: 'badPolicy' });
  });

  it('what says the same is no version', () => {
    expect(save('company', DEFAULT_POLICY.ladders)).toMatchObject({ ok: true });
    expect(layerOf('company').version).toBe(1);
  });
});

describe('rule 11: a ladder for one incident', () => {
  it('asked about before dispatch, then dispatched, leaves the policy as it is', async () => {
    const { id } = propertyOf('maple 2b');
    const asked = { propertyId: id, trade: 'plumbing', tier: 'P1', language: 'en', lifeSafety: null } as const;
    const preview = night.core.api.ladderPreview({ ...asked, ladder: SHORT });
    expect(preview.steps.map((each) => (each.at - night.clock.now()) / 60_000)).toEqual([0, 3]);
    expect(preview.ladder).toEqual(DEFAULT_POLICY.ladders.P1);
    const incident = await night.report({
      place: 'maple 2b',
      text: 'water running from the ceiling',
      tier: 'P1',
      ladder: SHORT,
    });
    await night.pass('4 min');
    expect(stepsOf(incident)).toEqual([
      [0, 0],
      [3, 1],
    ]);
    expect(night.incident(incident).ladderRun).toMatchObject({ isForThisOnly: true, nextStep: 2 });
    expect(layerOf('company').ladders.P1).toEqual(DEFAULT_POLICY.ladders.P1);
    // While it runs, once more.
    const changed = await night.act({
      ...{ type: 'changeLadder', incidentId: incident, words: 'she knows the building' },
      ladder: {
        ...SHORT,
        steps: [
          ...SHORT.steps,
          {
            afterPreviousMin: 2,
            targets: [{ target: { kind: 'role', role: 'owner' }, channels: ['sms'], whateverElse: false }],
          },
        ],
      },
    });
    expect(changed).toMatchObject({ ok: true });
    await night.pass('2 min');
    expect(stepsOf(incident).slice(2)).toEqual([[5, 2]]);
  });

  it('an unknown place has a preview, too: the company’s ladder runs there', () => {
    const asked = { propertyId: null, trade: 'general', tier: 'P1', language: 'en', lifeSafety: null } as const;
    const { steps, origin } = night.core.api.ladderPreview(asked);
    expect(steps).toHaveLength(5);
    expect(origin.place).toBe('company');
  });
});

describe('rule 1: a text that leaves later within its step', () => {
  const [SMS_LATER]: readonly LadderStep[] = [
    {
      afterPreviousMin: 0,
      targets: [
        { target: { kind: 'onCall', role: 'primary' }, channels: ['sms'], whateverElse: false },
        { target: { kind: 'role', role: 'owner' }, channels: ['sms'], afterMin: { sms: 4 }, whateverElse: false },
      ],
    },
  ];
  const ladder: Ladder = { steps: SMS_LATER ? [SMS_LATER] : [], lastWindowMin: 30 };
  const report = () => night.report({ place: 'maple 2b', text: 'water running from the ceiling', tier: 'P1', ladder });
  const toOwner = (incident: string) =>
    night.incident(incident).messages.filter((each) => each.toName === 'Victor Harmon' && each.purpose === 'step');

  it('leaves at its minute, and not before', async () => {
    const incident = await report();
    await night.pass('3 min');
    expect(toOwner(incident).map((each) => each.state)).toEqual(['queued']);
    await night.pass('1 min');
    expect(toOwner(incident).map((each) => each.acceptedAt)).toEqual([NIGHT + 4 * 60_000]);
  });

  it('is moved by a clock that is moved', async () => {
    const incident = await report();
    night.clock.moveWall(3_600_000);
    await night.pass('3 min');
    expect(toOwner(incident).map((each) => each.state)).toEqual(['queued']);
    await night.pass('1 min');
    expect(toOwner(incident).map((each) => each.state)).not.toEqual(['queued']);
  });

  it('does not leave after a blind time in which somebody took it', async () => {
    const incident = await report();
    const primary = night.incident(incident).waitingFor[0];
    await night.restart(() => night.clock.sleep(5 * 60_000));
    expect(primary).toBeDefined();
    // The restart finds the time past: it leaves. Taken before the stop, it does not.
    expect(toOwner(incident).map((each) => each.state)).not.toEqual(['queued']);
    const other = await report();
    const who = night.incident(other).waitingFor[0];
    await night.act({
      type: 'acknowledgeFor',
      incidentId: other,
      responderId: who?.responderId ?? '',
      via: 'phone',
      words: 'on my way',
      etaMinutes: 20,
    });
    await night.restart(() => night.clock.sleep(5 * 60_000));
    expect(toOwner(other).map((each) => each.state)).toEqual(['cancelled']);
  });
});

describe('rule 1: a copy for information', () => {
  const copied: Ladder = {
    steps: [
      {
        afterPreviousMin: 0,
        targets: [
          { target: { kind: 'onCall', role: 'backup' }, channels: ['sms'], whateverElse: false },
          { target: { kind: 'onCall', role: 'primary' }, channels: ['sms'], whateverElse: false, isCopy: true },
        ],
      },
    ],
    lastWindowMin: 30,
  };
  const text = 'water running from the ceiling';

  it('makes no answer ambiguous: a bare yes is about what they were asked', async () => {
    const informed = await night.report({ place: 'maple 2b', text, tier: 'P1', ladder: copied });
    const asked = await night.report({ place: 'elm 3', text, tier: 'P1' });
    const primary = night.incident(asked).waitingFor[0]?.name ?? '';
    expect(night.phone(primary).all()[0]).toMatch(/^For information, no reply needed: P1 #/);
    await night.phone(primary).replies('1 20');
    expect(night.incident(asked).holder?.name).toBe(primary);
    expect(night.incident(informed).holder).toBeNull();
  });

  it('answered all the same, takes it: whoever wants to go may', async () => {
    const informed = await night.report({ place: 'maple 2b', text, tier: 'P1', ladder: copied });
    const [copy] = night.incident(informed).messages.filter((each) => each.purpose === 'copy');
    await night.phone(copy?.toName ?? '').replies('1 20');
    expect(night.incident(informed).holder?.name).toBe(copy?.toName);
  });
});
