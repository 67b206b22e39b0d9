import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ladder, Ladder as LadderOf, type Responder, type StepTarget } from '#shared/contract';
import { DEFAULT_POLICY, stepSums } from '#shared/escalation';
import {
  delayOf,
  endOf,
  percentOf,
  withAfter,
  withChannel,
  withCopy,
  withMovedStep,
  withNewStep,
  withoutStep,
  withTarget,
} from '../../renderer/parts/ladder-edit.ts';
import { moved } from '../../renderer/parts/order.ts';
import { choiceOf, targetsOf } from '../../renderer/parts/target-choice.ts';
import { configOf, missingOf, typedOf } from '../../renderer/screens/settings/gateways/fields.ts';
import { offersFor } from '../../renderer/screens/settings/gateways/have.ts';
import { callTickOf, isComplete, ticksOf } from '../../renderer/screens/settings/gateways/test-stage.ts';
import { setUpProblems } from '../../renderer/screens/welcome/set-up-problems.ts';

const { P1, P3 } = DEFAULT_POLICY.ladders;
const whom = (ladder: Ladder) =>
  ladder.steps.map((step) => step.targets.map((each) => choiceOf(each.target)).join('+'));

describe('a ladder being changed', () => {
  it('shows the minutes as sums, and when it counts as unanswered', () => {
    expect(stepSums(P1)).toEqual([0, 8, 15, 22, 30]);
    expect(endOf(P1)).toBe(38);
    expect(endOf(P3)).toBeNull();
  });

  it('keeps the times of later steps when one is taken out', () => {
    expect(stepSums(withoutStep(P1, 1))).toEqual([0, 15, 22, 30]);
    expect(stepSums(withoutStep(P1, 4))).toEqual([0, 8, 15, 22]);
    expect(withoutStep(P1, 9)).toBe(P1);
  });

  it('keeps the times where they are when two steps change places', () => {
    const ladder = withMovedStep(P1, 1, -1);
    expect(stepSums(ladder)).toEqual(stepSums(P1));
    expect(whom(ladder).slice(0, 2)).toEqual(['onCall backup', 'onCall primary']);
    expect(withMovedStep(P1, 0, -1)).toBe(P1);
    expect(withMovedStep(P1, 4, 1)).toBe(P1);
  });

  it('begins an empty ladder with the primary at once, and stops at twelve steps', () => {
    expect(withNewStep(P3).steps).toMatchObject([{ afterPreviousMin: 0, targets: [{ target: { role: 'primary' } }] }]);
    let ladder: Ladder = P3;
    for (let count = 0; count < 20; count += 1) ladder = withNewStep(ladder);
    expect(ladder.steps).toHaveLength(12);
  });

  it('never lets a step wake nobody', () => {
    const [first] = P1.steps;
    const last = P1.steps[4];
    const extra: StepTarget = { target: { kind: 'emergencyVendor' }, channels: ['sms'], whateverElse: true };
    if (!first || !last) throw new Error('the default ladder has five steps');
    expect(withTarget(first, 0, null)).toBe(first);
    expect(withTarget(first, 1, extra).targets).toEqual([...first.targets, extra]);
    expect(withTarget(last, 0, null).targets).toHaveLength(1);
  });

  it('stays a policy that the contract takes, whatever is pressed', () => {
    const press = fc.record({
      what: fc.constantFrom('new', 'out', 'up', 'down', 'delay'),
      index: fc.integer({ min: 0, max: 12 }),
      minutes: fc.oneof(fc.integer({ min: -5, max: 5000 }), fc.constant(Number.NaN)),
    });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        let ladder: Ladder = P1;
        for (const { what, index, minutes } of presses) {
          if (what === 'new') ladder = withNewStep(ladder);
          if (what === 'out') ladder = withoutStep(ladder, index);
          if (what === 'up') ladder = withMovedStep(ladder, index, -1);
          if (what === 'down') ladder = withMovedStep(ladder, index, 1);
          if (what === 'delay')
            ladder = {
              ...ladder,
              steps: ladder.steps.map((step, at) =>
                at === index ? { ...step, afterPreviousMin: delayOf(minutes) } : step,
              ),
            };
        }
        expect(LadderOf.safeParse(ladder).success).toBe(true);
        const sums = stepSums(ladder);
        expect(sums).toEqual([...sums].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('delays a channel, drops the delay with the channel, and says nothing of what is at once', () => {
    const target: StepTarget = { target: { kind: 'emergencyVendor' }, channels: ['sms', 'voice'], whateverElse: true };
    const later = withAfter(target, 'voice', 2);
    expect(later).toEqual({ ...target, afterMin: { voice: 2 } });
    expect(withAfter(later, 'sms', 0)).toEqual(later);
    // A call by hand that is due with the step is something else than one that is due by itself.
    expect(withAfter(target, 'voice', 0).afterMin).toEqual({ voice: 0 });
    expect(withAfter(later, 'voice', null)).toEqual(target);
    expect(withAfter(target, 'sms', 500).afterMin).toEqual({ sms: 60 });
    expect(withChannel(later, 'voice', false)).toEqual({ ...target, channels: ['sms'] });
    expect(withChannel(withChannel(later, 'voice', false), 'sms', false).channels).toEqual(['sms']);
  });

  it('makes somebody a copy: by text, not whatever else, and back', () => {
    const target: StepTarget = {
      target: { kind: 'role', role: 'owner' },
      channels: ['voice'],
      afterMin: { voice: 3 },
      whateverElse: true,
    };
    expect(withCopy(target, true)).toEqual({
      target: target.target,
      channels: ['sms'],
      whateverElse: false,
      isCopy: true,
    });
    expect(withCopy(withCopy(target, true), false).isCopy).toBeUndefined();
  });

  it('places minutes on the line', () => {
    expect([percentOf(19, 38), percentOf(50, 38), percentOf(3, 0)]).toEqual([50, 100, 0]);
  });

  it('offers each target once, people by name only while they are active', () => {
    const person: Responder = {
      id: 'x',
      name: 'X',
      company: '',
      role: 'technician',
      trades: [],
      phone: null,
      language: 'en',
      isEmergencyVendor: false,
      active: true,
    };
    const choices = targetsOf([person, { ...person, id: 'y', active: false }]).map(choiceOf);
    expect(choices).toEqual([
      'onCall primary',
      'onCall backup',
      'role coordinator',
      'role manager',
      'role owner',
      'emergencyVendor',
      'responder x',
    ]);
  });
});

describe('the fields of a gateway', () => {
  const fields = [
    { name: 'sendUrl', isSecret: false, isRequired: true },
    { name: 'password', isSecret: true, isRequired: true },
    { name: 'from', isSecret: false, isRequired: false },
  ];

  it('leaves out what is empty and makes numbers of what is to be one', () => {
    const asked = ['sendUrl', 'password', 'from'].map((name) => ({ name, input: 'line' as const }));
    const numbers = ['port', 'deliverAfterMs'].map((name) => ({ name, input: 'number' as const }));
    expect(
      configOf([...asked, ...numbers], {
        sendUrl: ' http://127.0.0.1 ',
        password: '',
        port: '13015',
        deliverAfterMs: 'soon',
        from: '15550100',
        ofAnotherKind: 'x',
      }),
    ).toEqual({ sendUrl: 'http://127.0.0.1', port: 13015, deliverAfterMs: 'soon', from: '15550100' });
  });

  it('shows stored settings as texts', () => {
    expect(typedOf({ callbackPort: 13015, from: null, password: '' })).toEqual({
      callbackPort: '13015',
      from: '',
      password: '',
    });
  });

  it('does not ask again for a secret that is set', () => {
    expect(missingOf(fields, {}, []).map((field) => field.name)).toEqual(['sendUrl', 'password']);
    expect(missingOf(fields, { sendUrl: 'http://x' }, ['password'])).toEqual([]);
    expect(missingOf(fields, { sendUrl: '  ' }, ['password']).map((field) => field.name)).toEqual(['sendUrl']);
  });

  it.each([
    ['queued', null, null, false, 'waiting waiting waiting'],
    ['unknown', null, null, false, 'waiting waiting waiting'],
    ['accepted', 40, null, false, 'done waiting waiting'],
    ['unconfirmed', 40, null, false, 'done waiting waiting'],
    ['accepted', 40, null, true, 'done waiting done'],
    ['delivered', 40, 900, false, 'done done waiting'],
    ['delivered', 40, 900, true, 'done done done'],
    ['failed', null, null, false, 'never never never'],
    ['expired', 40, null, false, 'done never never'],
  ] as const)(
    'reads a test that is %s as what has come of it: taken, delivered, answered',
    (state, taken, got, isAnswered, says) => {
      const ticks = ticksOf({
        ...{ state, acceptedMs: taken, receiptMs: got },
        reply: isAnswered ? { text: 'ok', at: 0 } : null,
      });
      expect(`${ticks.accepted} ${ticks.receipt} ${ticks.reply}`).toBe(says);
      expect(isComplete(ticks)).toBe(!says.includes('waiting'));
    },
  );
});

describe('a test call', () => {
  it.each([
    ['queued', 'waiting'],
    ['accepted', 'waiting'],
    ['delivered', 'done'],
    ['failed', 'never'],
    // Picked up and no key pressed; or the line broke off.
    ['unconfirmed', 'never'],
    ['unknown', 'never'],
  ] as const)('that is %s is %s', (state, tick) => {
    expect(callTickOf({ state })).toBe(tick);
  });
});

describe('what people have', () => {
  const kind = (name: string, ...slots: ('primary' | 'fallback' | 'push' | 'voice')[]) => ({
    ...{ kind: name, slots, fields: [] },
    ...{ title: { en: name, es: name }, summary: { en: '', es: '' } },
  });
  const kinds = [
    kind('practice', 'primary', 'fallback'),
    kind('smpp', 'primary', 'fallback'),
    kind('twilio', 'primary', 'fallback'),
    kind('ntfy', 'push'),
    kind('carrierPigeon', 'primary'),
  ];
  const offered = (slot: 'primary' | 'push' | 'voice') =>
    offersFor(slot, kinds).map((offer) => `${offer.have}: ${offer.kinds.map((each) => each.kind).join(' ')}`);

  it('is offered where something can be done with it; what no list names is offered by its own name', () => {
    expect(offered('primary')).toEqual(['account: smpp twilio', 'nothing: practice', 'other: carrierPigeon']);
    expect(offered('push')).toEqual(['pushServer: ntfy']);
    expect(offered('voice')).toEqual([]);
  });
});

describe('an order', () => {
  it('moves one entry and keeps the others, and never loses any', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(12), fc.integer({ min: -3, max: 3 }), (list, index, by) => {
        expect([...moved(list, index, by)].sort()).toEqual([...list].sort());
      }),
    );
  });
});

describe('setting up a company', () => {
  const whole = { name: 'Harbor Homes', staffName: 'Rosa', pin: '2468', pinAgain: '2468' };
  it.each([
    ['nothing wrong', {}, []],
    ['everything missing', { name: ' ', staffName: '', pin: '', pinAgain: '' }, ['name', 'staffName', 'pin']],
    ['a PIN with letters', { pin: '24a8', pinAgain: '24a8' }, ['pin']],
    ['a PIN of three digits', { pin: '246', pinAgain: '246' }, ['pin']],
    ['another PIN the second time', { pinAgain: '2486' }, ['pinAgain']],
  ] as const)('finds %s, field by field in the order of the form', (_, more, fields) =>
    expect(setUpProblems({ ...whole, ...more }).map(([field]) => field)).toEqual(fields),
  );
});
